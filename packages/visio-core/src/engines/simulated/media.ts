import type { Device, DeviceKind, EffectTrack, MediaInput, MicrophoneProcessing, ScreenTracks } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { SimulatedClock } from './clock.js';
import type { Picture } from './pictures.js';
import { between, createRandom, seedOf } from './random.js';
import type { DeniableDevice, Scenario, ScreenChoice } from './scenario.js';
import type { Senses } from './senses.js';

const DEVICES: readonly Device[] = [
  { id: 'camera-1', kind: 'camera', label: 'Integrated Camera' },
  { id: 'camera-2', kind: 'camera', label: 'USB Camera HD' },
  { id: 'microphone-1', kind: 'microphone', label: 'Built-in Microphone' },
  { id: 'microphone-2', kind: 'microphone', label: 'USB Headset', groupId: 'headset' },
  { id: 'speaker-1', kind: 'speaker', label: 'Built-in Speakers' },
  { id: 'speaker-2', kind: 'speaker', label: 'USB Headset', groupId: 'headset' },
];

export interface SimulatedMediaOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: SimulatedClock;
  readonly senses: () => Promise<Senses>;
  /** The person at the microphone begins to speak, for so long. */
  readonly onTalk: (ms: number) => void;
}

export interface SimulatedMedia extends MediaInput {
  has(kind: DeviceKind, id: string): boolean;
  deny(devices: readonly DeniableDevice[]): void;
  allow(devices: readonly DeniableDevice[]): void;
  unplug(device: string): void;
  plugIn(): void;
  chooseScreen(choice: ScreenChoice): void;
}

/** Cameras that are drawn and microphones that are computed: no permission, no light. */
export function createSimulatedMedia({ scenario, seed, clock, senses, onTalk }: SimulatedMediaOptions): SimulatedMedia {
  const denied = new Set<DeniableDevice>(scenario.denied);
  const absent = new Set<string>(DEVICES.filter(({ kind }) => scenario.absent?.includes(kind)).map(({ id }) => id));
  const listeners = new Set<() => void>();
  const openTracks = new Map<MediaStreamTrack, string>();
  let talking = false;
  let choice: ScreenChoice = {};
  /** Hears whether the screen that is shared is this page. */
  let tellSelf: ((isSelf: boolean) => void) | undefined;

  const tellChange = () => listeners.forEach((listener) => listener());
  const present = () => DEVICES.filter(({ id }) => !absent.has(id));

  /** The device of that id, or the first of its kind. */
  function find(kind: DeviceKind, id: string): Device | undefined {
    const ofKind = present().filter((device) => device.kind === kind);
    return ofKind.find((device) => device.id === id) ?? ofKind[0];
  }

  function check(device: DeniableDevice): void {
    if (scenario.blocked?.includes(device)) {
      throw new VisioError('DEVICE_BLOCKED', `The simulated page around keeps the ${device} from its frame.`, { device, url: 'https://visio.example/abc-defg-hij' });
    }
    if (denied.has(device)) throw new VisioError('DEVICE_DENIED', `The simulated person refuses the ${device}.`, { device });
    if (typeof MediaStreamTrack === 'undefined') {
      throw new VisioError('DEVICE_UNSUPPORTED', 'There are no media tracks outside of a browser.', { device });
    }
  }

  /** Sees to it that what feeds a track ends with it. A track tells nobody when its owner stops it. */
  function own(track: MediaStreamTrack, id: string, release: () => void): MediaStreamTrack {
    const stop = track.stop.bind(track);
    openTracks.set(track, id);
    track.stop = () => {
      stop();
      if (openTracks.delete(track)) release();
    };
    return track;
  }

  function openCamera({ pictures, portrait }: Senses, device: Device): MediaStreamTrack {
    // The same person, from another side.
    const paint = portrait(seed, seedOf(device.id) + seed, () => talking);
    const picture = pictures.open({ paint, aspectRatio: 16 / 9, width: () => 640 });
    return ownPicture(picture, device.id);
  }

  function ownPicture(picture: Picture, id: string): MediaStreamTrack {
    return own(picture.track, id, () => picture.setPaused(true));
  }

  /** Someone who speaks a sentence, and listens for a while. */
  function openMicrophone({ sound }: Senses, device: Device): MediaStreamTrack {
    const microphone = sound.openMicrophone(seedOf(device.id) + seed);
    const random = createRandom(seed);
    let cancel = clock.after(600, talk);

    function talk(): void {
      const ms = between(random, 1_500, 3_500);
      talking = true;
      microphone.setTalking(true);
      onTalk(ms);
      cancel = clock.after(ms, listen);
    }

    function listen(): void {
      talking = false;
      microphone.setTalking(false);
      cancel = clock.after(between(random, 2_500, 7_000), talk);
    }

    return own(microphone.track, device.id, () => {
      cancel();
      talking = false;
      microphone.setTalking(false);
    });
  }

  /** The sound of a screen: a film in which someone never stops talking. */
  function openFilm(sound: Senses['sound']): MediaStreamTrack {
    const film = sound.openMicrophone(seed);
    film.setTalking(true);
    return own(film.track, 'screen sound', () => film.setTalking(false));
  }

  /** Says of a computed microphone what a real one would say. */
  function work(track: MediaStreamTrack, processing: MicrophoneProcessing): void {
    const settings = Object.getPrototypeOf(track).getSettings.call(track) as MediaTrackSettings;
    track.getSettings = () => ({ ...settings, ...processing });
  }

  return {
    canShareScreen: true,
    canChooseSpeaker: true,

    // As a browser does: what is refused is not named either.
    list: async () => present().filter(({ kind }) => kind === 'speaker' || !denied.has(kind)),

    permission: async (kind) => (denied.has(kind) ? 'denied' : 'granted'),

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    canApplyEffects: true,

    async open(kind, deviceId, { processing } = {}) {
      check(kind);
      const device = find(kind, deviceId);
      if (!device) throw new VisioError('DEVICE_NOT_FOUND', `No ${kind} is plugged in.`, { device: kind });
      const ready = await senses();
      if (kind === 'camera') return openCamera(ready, device);
      const track = openMicrophone(ready, device);
      work(track, processing ?? { noiseSuppression: true, echoCancellation: true, autoGainControl: true });
      return track;
    },

    async setProcessing(track, processing) {
      work(track, processing);
      return true;
    },

    async testSpeaker(deviceId) {
      if (!present().some(({ id, kind }) => kind === 'speaker' && (deviceId === '' || deviceId === id))) {
        throw new VisioError('DEVICE_NOT_FOUND', 'There is no such simulated speaker.', { device: 'speaker' });
      }
      const { playTestSound } = await import('../../media/test-sound.js');
      await playTestSound('');
    },

    async applyEffect(camera, effect): Promise<EffectTrack> {
      const [{ pictures }, { drawEffect }] = await Promise.all([senses(), import('./effect.js')]);
      const { paint, change, end } = await drawEffect(camera, effect);
      const picture = pictures.open({ paint, aspectRatio: 16 / 9, width: () => 640 });
      return {
        track: picture.track,
        update: change,
        end() {
          picture.end();
          end();
        },
      };
    },

    async openScreen({ hint = 'text', sound: isWanted = true, onSelf } = {}): Promise<ScreenTracks> {
      check('screen');
      const { pictures, slides, sound } = await senses();
      const picture = pictures.open({ paint: slides(seed), aspectRatio: 16 / 9, width: () => 1280 });
      picture.track.contentHint = hint;
      tellSelf = onSelf;
      onSelf?.(choice.self ?? false);
      return { video: ownPicture(picture, 'screen'), audio: isWanted && choice.sound ? openFilm(sound) : null };
    },

    has: (kind, id) => id === '' || present().some((device) => device.kind === kind && device.id === id),

    deny(devices) {
      for (const device of devices) denied.add(device);
      tellChange();
    },

    allow(devices) {
      for (const device of devices.length > 0 ? devices : [...denied]) denied.delete(device);
      tellChange();
    },

    unplug(device) {
      const gone = DEVICES.filter(({ id, kind }) => id === device || kind === device).map(({ id }) => id);
      for (const id of gone) absent.add(id);
      for (const [track, id] of [...openTracks]) {
        if (!gone.includes(id) && id !== device) continue;
        track.stop();
        // The system's doing, and so told, unlike one's own stop(). Firefox lets only itself tell that.
        track.dispatchEvent(new Event('ended'));
      }
      tellChange();
    },

    plugIn() {
      absent.clear();
      tellChange();
    },

    chooseScreen(next) {
      choice = next;
      tellSelf?.(next.self ?? false);
    },
  };
}

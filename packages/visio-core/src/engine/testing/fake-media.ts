import type { VisioError } from '../../errors/visio-error.js';
import type { Device, DevicePermission, EffectTrack, MediaInput, MicrophoneProcessing, OpenOptions, ScreenOptions, ScreenTracks, VideoEffect } from '../engine.js';

/** Stands in for a MediaStreamTrack: Node has none. It knows what the meeting looks at, and nothing else. */
class FakeTrack extends EventTarget {
  readonly id: string;
  readonly kind: 'audio' | 'video';
  enabled = true;
  contentHint = '';
  /** The last of the constraints that were asked for. */
  constraints: MediaTrackConstraints = {};
  readyState: MediaStreamTrackState = 'live';

  constructor(id: string, kind: 'audio' | 'video') {
    super();
    this.id = id;
    this.kind = kind;
  }

  getSettings(): MediaTrackSettings {
    return this.kind === 'video' ? { width: 1280, height: 720 } : {};
  }

  async applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.constraints = constraints;
  }

  /** Silent, as a real one is. */
  stop(): void {
    this.readyState = 'ended';
  }

  /** What the system does when a device is pulled out, or the browser's own button stops a share. */
  endBySystem(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** Devices that a test holds in its hand. */
export class FakeMedia implements MediaInput {
  readonly canShareScreen = true;
  readonly canChooseSpeaker = true;
  readonly canApplyEffects = true;
  /** How each microphone was opened or told to work, in order. */
  readonly processing: (MicrophoneProcessing | undefined)[] = [];
  /** Whether an open microphone takes another way to work on its sound. */
  takesProcessing = true;
  /** What effects are made of, in order; those that ended are out of `effects`. */
  readonly asked: { effect: VideoEffect; assets: string }[] = [];
  readonly effects = new Set<FakeTrack>();
  effectFailure: VisioError | null = null;
  tested: string[] = [];
  devices: Device[] = [
    { id: 'mic-1', kind: 'microphone', label: 'Microphone 1' },
    { id: 'mic-2', kind: 'microphone', label: 'Microphone 2' },
    { id: 'cam-1', kind: 'camera', label: 'Camera 1' },
    { id: 'cam-2', kind: 'camera', label: 'Camera 2' },
  ];
  /** What opening fails with. */
  readonly failures = new Map<'microphone' | 'camera' | 'screen', VisioError>();
  readonly permissions: { microphone: DevicePermission; camera: DevicePermission } = { microphone: 'granted', camera: 'granted' };
  /** What the last screen was asked for with. */
  screenOptions: ScreenOptions = {};
  /** Every track that was ever given out. */
  readonly tracks: FakeTrack[] = [];
  #ready: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  /** Those that still record: what lights the light beside the camera. */
  get live(): readonly string[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live').map(({ id }) => id);
  }

  get last(): FakeTrack {
    const track = this.tracks.at(-1);
    if (!track) throw new Error('Nothing was opened.');
    return track;
  }

  get listening(): boolean {
    return this.#listeners.size > 0;
  }

  /** Has every opening wait until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#ready = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  /** Tells that devices or permissions changed. */
  change(): void {
    for (const listener of this.#listeners) listener();
  }

  async list(): Promise<readonly Device[]> {
    return this.devices;
  }

  async permission(kind: 'microphone' | 'camera'): Promise<DevicePermission> {
    return this.permissions[kind];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open(kind: 'microphone' | 'camera', deviceId: string, options?: OpenOptions): Promise<MediaStreamTrack> {
    await this.#ready;
    if (kind === 'microphone') this.processing.push(options?.processing);
    const failure = this.failures.get(kind);
    if (failure) throw failure;
    const found = this.devices.find((device) => device.kind === kind && device.id === deviceId);
    return this.#give(found?.id ?? `default ${kind}`, kind === 'camera' ? 'video' : 'audio');
  }

  async setProcessing(_track: MediaStreamTrack, processing: MicrophoneProcessing): Promise<boolean> {
    if (this.takesProcessing) this.processing.push(processing);
    return this.takesProcessing;
  }

  async testSpeaker(deviceId: string): Promise<void> {
    this.tested.push(deviceId);
  }

  async applyEffect(camera: MediaStreamTrack, effect: VideoEffect, assets: string): Promise<EffectTrack> {
    const check = (next: VideoEffect): void => {
      if (this.effectFailure) throw this.effectFailure;
      this.asked.push({ effect: next, assets });
    };
    check(effect);
    const track = new FakeTrack(`${camera.id} with ${effect.kind}`, 'video');
    this.effects.add(track);
    return {
      track: track as unknown as MediaStreamTrack,
      update: async (next) => check(next),
      end: () => {
        track.stop();
        this.effects.delete(track);
      },
    };
  }

  async openScreen(options: ScreenOptions = {}): Promise<ScreenTracks> {
    await this.#ready;
    const failure = this.failures.get('screen');
    if (failure) throw failure;
    this.screenOptions = options;
    options.onSelf?.(false);
    return { video: this.#give('screen', 'video'), audio: options.sound === false ? null : this.#give('screen sound', 'audio') };
  }

  #give(id: string, kind: 'audio' | 'video'): MediaStreamTrack {
    const track = new FakeTrack(id, kind);
    this.tracks.push(track);
    return track as unknown as MediaStreamTrack;
  }
}

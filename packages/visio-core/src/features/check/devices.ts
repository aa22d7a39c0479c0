/** Whether the devices of this machine work, as far as a browser can tell. */
import type { MediaInput } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { CheckReason, CheckState } from './check.js';

/** Milliseconds to listen and to look: a hall's silence is never quite silent. */
const LISTENING = 1_500;

export interface DeviceOutcome {
  readonly state: Extract<CheckState, 'passed' | 'failed' | 'skipped'>;
  readonly reason: CheckReason | null;
}

const PASSED: DeviceOutcome = { state: 'passed', reason: null };
const SILENT: DeviceOutcome = { state: 'failed', reason: 'SILENT' };
const NOT_TESTABLE: DeviceOutcome = { state: 'skipped', reason: 'NOT_TESTABLE' };

export async function checkMicrophone(media: MediaInput, id: string): Promise<DeviceOutcome> {
  const track = await media.open('microphone', id);
  try {
    return (await isSilent(track)) ? SILENT : PASSED;
  } finally {
    track.stop();
  }
}

export async function checkCamera(media: MediaInput, id: string): Promise<DeviceOutcome> {
  const track = await media.open('camera', id);
  try {
    // A camera that is switched off by a button on it is there, and gives nothing.
    if (track.muted) await pause(LISTENING);
    return track.muted ? SILENT : PASSED;
  } finally {
    track.stop();
  }
}

/** Plays a short, soft tone. Whether it is heard only the person knows. */
export async function checkSpeaker(media: MediaInput, id: string): Promise<DeviceOutcome> {
  return withAudio(NOT_TESTABLE, async (context) => {
    const speakers = media.canChooseSpeaker ? (await media.list()).filter(({ kind }) => kind === 'speaker') : [];
    if (id !== '' && speakers.length > 0 && !speakers.some((speaker) => speaker.id === id)) {
      throw new VisioError('DEVICE_NOT_FOUND', 'The chosen speaker is not there.', { device: 'speaker' });
    }
    // Not in TypeScript's DOM library yet (Web Audio API, W3C).
    const chosen = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    if (id !== '') await chosen.setSinkId?.(id).catch(() => undefined);
    const tone = context.createOscillator();
    const volume = context.createGain();
    volume.gain.value = 0.08;
    tone.connect(volume).connect(context.destination);
    const before = context.currentTime;
    tone.start();
    tone.stop(before + 0.4);
    await pause(500);
    return context.currentTime > before ? PASSED : NOT_TESTABLE;
  });
}

/** Whether nothing at all comes: not even the noise that every microphone has. */
async function isSilent(track: MediaStreamTrack): Promise<boolean> {
  return withAudio(false, async (context) => {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    for (let i = 0; i < 10; i++) {
      await pause(LISTENING / 10);
      analyser.getFloatTimeDomainData(samples);
      if (samples.some((sample) => sample !== 0)) return false;
    }
    return true;
  });
}

/** Runs with a context that plays; where there is none, or the browser keeps it asleep, the answer is `otherwise`. */
async function withAudio<T>(otherwise: T, run: (context: AudioContext) => Promise<T>): Promise<T> {
  if (typeof AudioContext === 'undefined') return otherwise;
  const context = new AudioContext();
  try {
    await Promise.race([context.resume(), pause(500)]);
    return context.state === 'running' ? await run(context) : otherwise;
  } finally {
    void context.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

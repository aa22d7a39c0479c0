import type { Scope } from '../../reactive/index.js';
import type { NoticeKind } from './notice.js';

/** Ours, and someone who wants to be let in. */
export type SoundKind = NoticeKind | 'waiting';

/** Two short tones for each kind, in hertz: up for what comes, down for what goes. */
const TONES: Readonly<Record<SoundKind, readonly [first: number, second: number]>> = {
  join: [523, 659],
  leave: [659, 523],
  hand: [784, 784],
  message: [880, 698],
  share: [523, 784],
  waiting: [659, 880],
};

/** How long a tone is, in seconds, and how loud, where 1 is as loud as it gets. */
const LENGTH = 0.12;
const VOLUME = 0.08;

type Output = AudioContext & { readonly sinkId?: string; setSinkId?(id: string): Promise<void> };

const outputs = new WeakMap<Scope, Output>();

/** Plays the sound of a kind on a speaker (`''`: the system's default), unless the browser holds sound back. */
export async function play(kind: SoundKind, speaker: string, scope: Scope): Promise<void> {
  if (typeof AudioContext === 'undefined' || scope.ended) return;
  const output = outputs.get(scope) ?? open(scope);
  // Asleep until someone clicks: a sound that comes late tells nothing.
  if (output.state !== 'running' && navigator.userActivation?.hasBeenActive !== true) return;
  try {
    if ((output.sinkId ?? '') !== speaker) await output.setSinkId?.(speaker);
    await output.resume();
  } catch {
    // That speaker is gone: better no sound than one in the room.
    return;
  }
  const [first, second] = TONES[kind];
  tone(output, first, output.currentTime);
  tone(output, second, output.currentTime + LENGTH);
}

function open(scope: Scope): Output {
  const output: Output = new AudioContext();
  outputs.set(scope, output);
  scope.own(() => {
    outputs.delete(scope);
    void output.close();
  });
  return output;
}

function tone(output: AudioContext, frequency: number, at: number): void {
  const source = new OscillatorNode(output, { frequency });
  const volume = new GainNode(output, { gain: 0 });
  // Without a slope a tone begins and ends with a click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.015);
  volume.gain.linearRampToValueAtTime(0, at + LENGTH);
  source.connect(volume).connect(output.destination);
  source.start(at);
  source.stop(at + LENGTH);
}

/** Three notes that rise, in hertz: a tone by itself is easily taken for a fault. */
const NOTES = [523.25, 659.25, 783.99];

/** Seconds from note to note. */
const STEP = 0.22;

/**
 * Plays them on one speaker, computed here: there is nothing to fetch. Resolves when they have ended; rejects
 * as `setSinkId` does.
 *
 * @param deviceId `''` for the system's default
 */
export async function playTestSound(deviceId: string): Promise<void> {
  const context = new AudioContext();
  const element = new Audio();
  try {
    const stream = context.createMediaStreamDestination();
    element.srcObject = stream.stream;
    if (deviceId !== '') await element.setSinkId(deviceId);
    // A page that nobody clicked keeps its sound asleep, and would wait here for ever.
    if (context.state === 'suspended') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
    await element.play();
    const last = NOTES.map((frequency, i) => playNote(context, stream, frequency, context.currentTime + 0.05 + i * STEP)).at(-1)!;
    // The context's clock stands still without a sound card.
    const length = NOTES.length * STEP * 1000 + 1_500;
    await Promise.race([new Promise((resolve) => (last.onended = resolve)), new Promise((resolve) => setTimeout(resolve, length))]);
  } finally {
    element.pause();
    element.srcObject = null;
    void context.close();
  }
}

function playNote(context: AudioContext, to: AudioNode, frequency: number, at: number): OscillatorNode {
  const note = new OscillatorNode(context, { frequency, type: 'triangle' });
  const level = new GainNode(context, { gain: 0 });
  note.connect(level).connect(to);
  // Struck and fading, as a bell: a tone that is switched clicks.
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(0.3, at + 0.015);
  level.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  note.start(at);
  note.stop(at + 0.62);
  return note;
}

/** Pairs of tones, in hertz: what one hears who is called, and who calls. */
const RINGS = { incoming: [587, 784], outgoing: [440, 440] } as const;

/** How often it rings, how long a tone is, in seconds, and how loud, where 1 is as loud as it gets. */
const EVERY = 2.6;
const LENGTH = 0.32;
const VOLUME = { incoming: 0.14, outgoing: 0.05 } as const;

/**
 * Rings until the returned function is called. Browsers let a page be heard only after the person has done something in it:
 * before that it rings silently, and is heard from the first click or key.
 */
export function ring(kind: keyof typeof RINGS): () => void {
  if (typeof AudioContext === 'undefined') return () => undefined;
  const end = new AbortController();
  let output: AudioContext | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const start = () => {
    if (output || end.signal.aborted) return;
    output = new AudioContext();
    const once = () => output && RINGS[kind].forEach((frequency, i) => tone(output!, frequency, output!.currentTime + i * LENGTH, VOLUME[kind]));
    void output.resume().then(once, () => undefined);
    timer = setInterval(once, EVERY * 1000);
  };
  if (navigator.userActivation?.hasBeenActive ?? true) start();
  else for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, start, { signal: end.signal, capture: true, once: true });

  return () => {
    end.abort();
    clearInterval(timer);
    void output?.close().catch(() => undefined);
    output = null;
  };
}

function tone(output: AudioContext, frequency: number, at: number, loudness: number): void {
  const source = new OscillatorNode(output, { frequency });
  const volume = new GainNode(output, { gain: 0 });
  // Without a slope a tone begins and ends with a click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.03);
  volume.gain.linearRampToValueAtTime(0, at + LENGTH);
  source.connect(volume).connect(output.destination);
  source.start(at);
  source.stop(at + LENGTH);
}

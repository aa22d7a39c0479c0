import { between, createRandom, pick } from './random.js';

/** First, second and third formant of some vowels, in hertz, as a grown person speaks them. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [270, 2290, 3010],
  [570, 840, 2410],
  [300, 870, 2240],
  [440, 1020, 2240],
] as const;

const RATE = 16_000;

/** Seconds after which the babble begins anew. */
const LENGTH = 7;

/** How loud the room is, from 0 to 1. */
const VOLUME = 0.5;

export type Sound = ReturnType<typeof createSound>;

/** Everything that is heard, through one audio context, made when first needed. */
export function createSound() {
  let context: AudioContext | null = null;
  let babble: AudioBuffer | null = null;
  let room: GainNode | null = null;
  let volume = VOLUME;

  /** Starts someone's voice; each has its own pitch. Returns what silences it. */
  function speak(audio: AudioContext, to: AudioNode, seed: number): () => void {
    const random = createRandom(seed);
    babble ??= renderBabble();
    const source = new AudioBufferSourceNode(audio, { buffer: babble, loop: true, playbackRate: between(random, 0.75, 1.45) });
    const level = new GainNode(audio, { gain: 0 });
    source.connect(level).connect(to);
    level.gain.setTargetAtTime(1, audio.currentTime, 0.03);
    source.start(0, random() * LENGTH);
    return () => {
      level.gain.setTargetAtTime(0, audio.currentTime, 0.03);
      source.stop(audio.currentTime + 0.3);
    };
  }

  /** Wakes the context: it begins suspended even where it may run. Does not wait for a click, or for a sound card. */
  async function resume(): Promise<void> {
    await Promise.race([context?.resume().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 200))]);
  }

  return {
    /** Whether the browser keeps sound from playing until a person clicks. */
    get blocked(): boolean {
      return room !== null && context?.state === 'suspended';
    },

    /** Opens the way to the loudspeaker. `onChange` is called when `blocked` may have changed. */
    async start(onChange: () => void): Promise<void> {
      if (typeof AudioContext === 'undefined') return;
      context ??= new AudioContext();
      context.onstatechange = onChange;
      room ??= new GainNode(context, { gain: volume });
      room.connect(context.destination);
      await resume();
    },

    /** Someone speaks in the room, once it was started. Returns what silences them. */
    say(seed: number): () => void {
      return context && room ? speak(context, room, seed) : () => undefined;
    },

    setSilent(silent: boolean): void {
      volume = silent ? 0 : VOLUME;
      if (room) room.gain.value = volume;
    },

    resume,

    /** A microphone, and someone who speaks into it when told. */
    openMicrophone(seed: number): { readonly track: MediaStreamTrack; setTalking(talking: boolean): void } {
      const audio = (context ??= new AudioContext());
      // In the lobby of a page that nobody clicked yet. In a call sound waits for `startPlayback`.
      const wake = () => void (room ?? audio.resume());
      if (audio.state === 'suspended') document.addEventListener('pointerdown', wake, { once: true });
      const destination = new MediaStreamAudioDestinationNode(audio, { channelCount: 1 });
      let silence: (() => void) | null = null;
      return {
        track: destination.stream.getAudioTracks()[0]!,
        setTalking(talking) {
          silence?.();
          silence = talking ? speak(audio, destination, seed) : null;
        },
      };
    },

    close(): void {
      if (context) {
        context.onstatechange = null;
        void context.close();
      }
      context = null;
      room = null;
    },
  };
}

/**
 * Some seconds of babble: a glottal pulse train through three resonators that glide from vowel to vowel, in syllables,
 * words and pauses. No language, but a level meter, a codec and an ear take it for speech.
 */
function renderBabble(): AudioBuffer {
  const random = createRandom(42);
  const buffer = new AudioBuffer({ length: LENGTH * RATE, sampleRate: RATE });
  const samples = buffer.getChannelData(0);
  const resonators = [0, 1, 2].map(() => ({ frequency: 500, y1: 0, y2: 0 }));
  let phase = 0;
  let position = 0;

  while (position < samples.length) {
    const length = Math.floor(between(random, 0.12, 0.26) * RATE);
    const isPause = random() < 0.16;
    const vowel = pick(random, VOWELS);
    const pitch = between(random, 110, 150);
    for (let i = 0; i < length && position < samples.length; i++, position++) {
      phase += (pitch * (1 - (0.12 * i) / length)) / RATE;
      if (phase >= 1) phase -= 1;
      // A falling saw, and a breath of noise.
      const pulse = 1 - 2 * phase + (random() - 0.5) * 0.15;
      let sum = 0;
      resonators.forEach((resonator, n) => {
        resonator.frequency += ((vowel[n] ?? 0) - resonator.frequency) * 0.0012;
        const width = Math.exp((-Math.PI * (70 + 40 * n)) / RATE);
        const y = (1 - width) * pulse + 2 * width * Math.cos((2 * Math.PI * resonator.frequency) / RATE) * resonator.y1 - width * width * resonator.y2;
        resonator.y2 = resonator.y1;
        resonator.y1 = y;
        sum += y / (n + 1);
      });
      samples[position] = isPause ? 0 : sum * Math.sin((Math.PI * i) / length);
    }
  }
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  samples.forEach((sample, i) => (samples[i] = (sample / peak) * 0.6));
  return buffer;
}

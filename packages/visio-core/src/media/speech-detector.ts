/** Milliseconds between two looks at the sound: a syllable lasts longer. */
const INTERVAL = 100;

/** Of the last looks, so many must be loud: a cough or a door is not speech. */
const LOOKS = 8;
const LOUD = 4;

/** Looks of quiet after which speech has ended. */
const QUIET = 15;

/** How loud it must be at the least, as a root mean square, and how much louder than the noise around. */
const THRESHOLD = 0.02;
const ABOVE_NOISE = 3;

/** Milliseconds before it begins: who mutes and unmutes at once costs nothing. */
const DELAY = 800;

/**
 * Tells whether someone speaks into a microphone, also while its track is switched off: it listens to a copy, whose
 * sound goes nowhere. Returns what ends it.
 */
export function detectSpeech(track: MediaStreamTrack, onChange: (speaks: boolean) => void): () => void {
  let stop = (): void => undefined;
  const timer = setTimeout(() => {
    try {
      stop = listen(track, onChange);
    } catch {
      // No Web Audio here: then nobody is told.
    }
  }, DELAY);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function listen(track: MediaStreamTrack, onChange: (speaks: boolean) => void): () => void {
  const copy = track.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([copy]));
  // Hum and knocks lie below a voice.
  const filter = new BiquadFilterNode(context, { type: 'highpass', frequency: 120 });
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  source.connect(filter).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const judge = createJudge(onChange);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    judge(Math.sqrt(sum / samples.length));
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    copy.stop();
    source.disconnect();
    void context.close();
  };
}

/** Takes one level after the other, and tells when speech begins and ends. */
export function createJudge(onChange: (speaks: boolean) => void): (level: number) => void {
  let noise = THRESHOLD / ABOVE_NOISE;
  let recent: boolean[] = [];
  let quiet = 0;
  let speaks = false;

  return (level) => {
    const isLoud = level > Math.max(THRESHOLD, noise * ABOVE_NOISE);
    // Noise sinks at once, and rises slowly: a minute's talk must not pass for it.
    noise = level < noise ? level : noise + (level - noise) * 0.005;
    recent = [...recent, isLoud].slice(-LOOKS);
    quiet = isLoud ? 0 : quiet + 1;
    const next = speaks ? quiet < QUIET : recent.filter(Boolean).length >= LOUD;
    if (next === speaks) return;
    speaks = next;
    onChange(next);
  };
}

/**
 * Measures how loud a microphone track is, about 20 times a second, from 0 (silence) to 1 (as loud as it gets).
 * Levels go to a callback and never through signals, so that they cause no render. Works on a muted or unpublished
 * track as well. Returns what ends it.
 */
export function meterLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  // A page that nobody clicked yet keeps its audio asleep; metering starts with the first click then.
  const wake = () => void context.resume();
  if (context.state === 'suspended') document.addEventListener('pointerdown', wake, { once: true });

  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (document.hidden) return;
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    // Speech lies around an RMS of 0.05 to 0.3; the root spreads it over the meter.
    onLevel(Math.min(1, Math.sqrt(Math.sqrt(sum / samples.length)) * 1.4));
  }, 50);

  return () => {
    clearInterval(timer);
    document.removeEventListener('pointerdown', wake);
    source.disconnect();
    void context.close();
  };
}

import type { MicrophoneProcessing } from '../engine/engine.js';

/** Changes how the browser works on a microphone's sound. Resolves to whether it could. */
export async function setProcessing(track: MediaStreamTrack, processing: MicrophoneProcessing): Promise<boolean> {
  try {
    await track.applyConstraints({ ...track.getConstraints(), ...processing });
  } catch {
    return false;
  }
  // Chromium agrees to it and does nothing; Safari has no such thing as noise suppression to agree to.
  const settings = track.getSettings();
  return Object.entries(processing).every(([name, on]) => (settings[name as keyof MicrophoneProcessing] ?? on) === on);
}

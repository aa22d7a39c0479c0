import { mapMediaError } from './media-error.js';
import { playTestSound } from './test-sound.js';

/** Plays the test sound; rejects with a `VisioError` where that speaker cannot be had. */
export async function testSpeaker(deviceId: string): Promise<void> {
  try {
    await playTestSound(deviceId);
  } catch (cause) {
    throw mapMediaError(cause, 'speaker');
  }
}

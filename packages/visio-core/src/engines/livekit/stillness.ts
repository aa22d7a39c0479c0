/** What livekit-client does all the time for numbers that nothing here reads: most of what a call costs in which nobody moves. */
import type { Room, Track } from 'livekit-client';

/** Protected there. The timer's number stays, or it would be begun again. */
interface Monitored {
  readonly monitorInterval?: ReturnType<typeof setInterval>;
}

/** Private there. */
interface Tuned {
  readonly dataChannels?: { readonly lossy: { stopThresholdTuning(): void } };
}

/** Asks no more for a track's statistics, every two seconds, of which `currentBitrate` is made. */
export function endMonitor(track: Track): void {
  clearInterval((track as unknown as Monitored).monitorInterval);
}

/**
 * Measures no more, each second, how much may wait to be sent unreliably: all that is sent here is sent reliably. A
 * session that begins anew measures anew.
 */
export function endTuning({ engine }: Room): void {
  (engine as unknown as Tuned | undefined)?.dataChannels?.lossy.stopThresholdTuning();
}

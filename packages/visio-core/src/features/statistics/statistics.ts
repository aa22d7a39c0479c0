import type { LimitationReason, TransportPath } from '../../engine/transport.js';
import type { TrackSource } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Readable } from '../../reactive/index.js';
import type { StatisticsPoller } from './poll.js';

/** One track, as of now. What the browser does not tell is `null`. */
export interface TrackStatistics {
  /** The same over time, and of no other track. */
  readonly key: string;
  readonly direction: 'sent' | 'received';
  readonly participantId: string;
  readonly source: TrackSource;
  /** Bits a second; `null` until it was looked at twice. */
  readonly bitrate: number | null;
  /** What share of packets was lost since the last look, from 0 to 1. */
  readonly packetLoss: number | null;
  /** How unevenly packets arrive, in milliseconds. */
  readonly jitter: number | null;
  /** `opus`, `VP9`. */
  readonly codec: string | null;
  /** Pixels. */
  readonly width: number | null;
  /** Pixels. */
  readonly height: number | null;
  /** Of video, as it is sent or shown. */
  readonly framesPerSecond: number | null;
  /** Why a sent video is smaller than it could be. */
  readonly limitation: LimitationReason | null;
}

/** All that goes one way. */
export interface FlowStatistics {
  /** Since this participant joined: media and everything else. */
  readonly bytes: number;
  /** Bits a second; `null` until it was looked at twice. */
  readonly bitrate: number | null;
  /** From 0 to 1. */
  readonly packetLoss: number | null;
}

/** How the call is carried, as of now. */
export interface StatisticsReport {
  readonly sent: FlowStatistics;
  readonly received: FlowStatistics;
  /** Milliseconds to the server and back. */
  readonly roundTrip: number | null;
  /** What the browser believes could be sent, in bits a second. */
  readonly availableOutgoing: number | null;
  /** By which way media travel; `null` while they do not. */
  readonly path: TransportPath | null;
  /** Those sent first; the others in the order in which they came. */
  readonly tracks: readonly TrackStatistics[];
}

/** Figures of a call that is under way. */
export interface Statistics {
  /**
   * A new one every second, but only while someone reads it: until then nothing is measured, and nothing fetched.
   * `null` outside a call, and until the first look. Source: the browser's WebRTC statistics (W3C).
   */
  readonly latest: Readable<StatisticsReport | null>;
}

export function createStatistics(context: FeatureContext): Statistics {
  let poller: Promise<StatisticsPoller> | undefined;
  let isWatched = false;
  const latest = signal<StatisticsReport | null>(null, {
    watched: () => watch(true),
    unwatched: () => watch(false),
  });

  function watch(on: boolean): void {
    isWatched = on;
    if (!on && !poller) return;
    poller ??= import('./poll.js').then(({ createPoller }) => createPoller(context, latest));
    void poller.then(
      (it) => it.setWatched(isWatched),
      () => (poller = undefined),
    );
  }

  return { latest };
}

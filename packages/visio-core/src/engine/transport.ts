/**
 * The part of the port that is about how much is carried, how well, and by which way. It is fetched when it is first
 * asked for: most calls never ask.
 */
import type { TrackSource } from './engine.js';

/**
 * How much of the others' video is received: `all` that is seen, as large as it is seen; `low`: the smallest pictures,
 * screens in full size but few a second; `none`.
 */
export type ReceiveLimit = 'all' | 'low' | 'none';

/** How much of one's own video is sent: `low` is one small picture, and few a second of a screen. */
export type PublishLimit = 'all' | 'low';

/** How media travel: straight, or by a relay (TURN) that is itself reached in one of three ways. */
export interface TransportPath {
  readonly protocol: 'udp' | 'tcp';
  /** Of the local candidate (W3C's `RTCIceCandidateType`). */
  readonly candidate: 'host' | 'srflx' | 'prflx' | 'relay' | 'unknown';
  /** How the relay is reached; `null` without one. */
  readonly relay: 'udp' | 'tcp' | 'tls' | null;
}

/** Why a sent video is smaller than it could be (W3C's `RTCQualityLimitationReason`). */
export type LimitationReason = 'none' | 'cpu' | 'bandwidth' | 'other';

/** Counters of one track since it began. What a browser does not tell is `null`. */
export interface TrackCounters {
  /** The same over time, and of no other track. */
  readonly key: string;
  readonly direction: 'sent' | 'received';
  readonly participantId: string;
  readonly source: TrackSource;
  /** Since it began, without headers. */
  readonly bytes: number;
  /** Since it began: those sent, or those that have come. */
  readonly packets: number;
  /** Since it began. */
  readonly packetsLost: number;
  /** Milliseconds. */
  readonly jitter: number | null;
  /** As in `audio/opus`, without the kind: `opus`, `VP9`. */
  readonly codec: string | null;
  /** Pixels; `null` for sound. */
  readonly width: number | null;
  /** Pixels; `null` for sound. */
  readonly height: number | null;
  /** `null` for sound, and until it is known. */
  readonly framesPerSecond: number | null;
  /** Of sent video. */
  readonly limitation: LimitationReason | null;
}

/** What is known of the connection now, in counters that only grow. */
export interface TransportCounters {
  /** Milliseconds, by any clock that runs evenly. */
  readonly at: number;
  /** Each connection of this call, the broken ones not among them; bytes of everything it carried. */
  readonly connections: readonly { readonly key: string; readonly bytesSent: number; readonly bytesReceived: number }[];
  /** Milliseconds to the server and back; `null` until known. */
  readonly roundTrip: number | null;
  /** What the browser believes could be sent, in bits a second; `null` until known. */
  readonly availableOutgoing: number | null;
  readonly path: TransportPath | null;
  readonly tracks: readonly TrackCounters[];
}

/** A way for media that a firewall may block by itself. */
export type ProbePath = 'udp' | 'tcp' | 'turn';

/** Which server, and with what. */
export interface ProbeOptions {
  /** ws: or wss:, checked. */
  readonly serverUrl: string;
  readonly token: string;
  /** Aborting gives up. */
  readonly signal: AbortSignal;
  /** Called when the server has answered, before media are tried. */
  readonly onSignalled?: () => void;
}

/** What a server offers, as it says when one knocks. */
export interface ProbeOffer {
  /** Whether it offers a relay by TLS. */
  readonly turnTls: boolean;
  /** Whether it offers a relay by another way. */
  readonly turn: boolean;
}

/** Whether one way to the server is open. */
export interface ProbeResult {
  readonly offer: ProbeOffer;
  /** Where the server said that it listens for that way; `null` when it said nothing. */
  readonly port: number | null;
  /** Whether media could pass that way, and no other. */
  readonly connected: boolean;
  /** Milliseconds to the server and back; `null` when not known. */
  readonly roundTrip: number | null;
}

/** How bandwidth is measured. */
export interface BandwidthOptions extends ProbeOptions {
  /** Of someone else in the same room, to receive what is sent. Without one only the way up is measured. */
  readonly receiverToken?: string | undefined;
}

/** Bits a second; `null` when not measured. They are estimates: a few seconds of video that looks for its limit. */
export interface Bandwidth {
  /** Bits a second from here; `null` when it could not be measured. */
  readonly up: number | null;
  /** Bits a second to here; `null` when it could not be measured. */
  readonly down: number | null;
}

/** What is known of the ways to the server, and what is asked of them. */
export interface Transport {
  /** Holds from now on, in later calls too. Default: `all`. Resolves when it is asked of the server. */
  setReceiveLimit(limit: ReceiveLimit): Promise<void>;
  /**
   * Whose camera is received as large as it is sent, however small it is seen, and also at the limit `low`; `null`: nobody's.
   * Holds from now on, also when they come back.
   */
  setPreferred(id: string | null): Promise<void>;
  /** As {@link Transport.setReceiveLimit}. */
  setPublishLimit(limit: PublishLimit): Promise<void>;
  /** Outside a call there are no connections and no tracks. */
  counters(): Promise<TransportCounters>;
  /**
   * Knocks at a server, and tries one way for media. The token's room is entered for some seconds, by nobody's name but
   * the token's. Rejects as `Engine.connect` does when signalling already fails.
   */
  probe(path: ProbePath, options: ProbeOptions): Promise<ProbeResult>;
  /** Sends video for a few seconds, to measure. Rejects as {@link Transport.probe} does. */
  measure(options: BandwidthOptions): Promise<Bandwidth>;
}

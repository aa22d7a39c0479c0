import type { TrackSource } from '../../engine/engine.js';
import type { Bandwidth, ProbePath, PublishLimit, ReceiveLimit, TrackCounters, Transport, TransportCounters } from '../../engine/transport.js';
import type { SimulatedClock } from './clock.js';
import { refuse } from './refuse.js';
import { LOCAL_ID, type Room } from './room.js';

/** How long it takes to find out about a way, and how much passes, in milliseconds of the clock. */
const PROBING = 300;
const MEASURING = 1_200;

/** What a check of the connection finds. */
export interface SimulatedNetwork {
  /** Ways that a firewall blocks. */
  blocked: readonly ProbePath[];
  /** Whether the server has a relay. */
  relay: boolean;
  /** Whether the server has a way by TCP. */
  tcp: boolean;
  /** Bits a second. */
  up: number;
  /** Bits a second. */
  down: number;
}

export interface SimulatedTransportOptions {
  readonly clock: SimulatedClock;
  readonly room: Room;
  readonly network: SimulatedNetwork;
  readonly isConnected: () => boolean;
  readonly onReceiveLimit: (limit: ReceiveLimit) => void;
}

/** What one source is like in full, and in small. Bits a second, and a packet's bytes. */
const AUDIO = { rate: 32_000, low: 32_000, packet: 100 };
const CAMERA = { rate: 1_500_000, low: 140_000, packet: 1_100 };
const SCREEN = { rate: 900_000, low: 250_000, packet: 1_100 };

/** What share of packets is lost on the way, by how the server judges the connection. */
const LOSS = { excellent: 0, good: 0.01, poor: 0.08, lost: 0.4, unknown: 0 };
const ROUND_TRIP = { excellent: 24, good: 60, poor: 280, lost: 900, unknown: 30 };

/** Counters as a network would have them, made of the clock and of who sends what. */
export function createSimulatedTransport({ clock, room, network, isConnected, onReceiveLimit }: SimulatedTransportOptions): Transport {
  let receive: ReceiveLimit = 'all';
  let preferred: string | null = null;
  let publish: PublishLimit = 'all';
  const counted = new Map<string, { bytes: number; packets: number; lost: number; at: number }>();

  function limitOf(id: string, source: TrackSource): ReceiveLimit {
    if (id === LOCAL_ID) return publish;
    return id === preferred && source === 'camera' && receive === 'low' ? 'all' : receive;
  }

  /** Lets the time since the last look pass for one track. */
  function count(id: string, source: TrackSource, rate: number, packet: number): TrackCounters {
    const direction = id === LOCAL_ID ? 'sent' : 'received';
    const isVideo = source === 'camera' || source === 'screen_share';
    const member = room.members.get(id)!;
    const key = `${direction} ${id} ${source} ${member.info.joinedAt}`;
    const now = counted.get(key) ?? { bytes: 0, packets: 0, lost: 0, at: clock.now() };
    const bytes = (rate / 8) * ((clock.now() - now.at) / 1000);
    now.bytes += bytes;
    now.packets += bytes / packet;
    now.lost += (bytes / packet) * LOSS[member.quality];
    now.at = clock.now();
    counted.set(key, now);
    const isLow = limitOf(id, source) === 'low';
    const size = member.tracks.get(source)?.dimensions;
    const part = isLow && source === 'camera' ? 4 : 1;
    return {
      key,
      direction,
      participantId: id,
      source,
      bytes: Math.round(now.bytes),
      packets: Math.round(now.packets),
      packetsLost: Math.round(now.lost),
      jitter: ROUND_TRIP[member.quality] / 10,
      codec: isVideo ? 'VP9' : 'opus',
      width: isVideo && size ? size.width / part : null,
      height: isVideo && size ? size.height / part : null,
      framesPerSecond: isVideo ? (rate === 0 ? 0 : isLow ? 15 : 30) : null,
      limitation: direction === 'sent' && isVideo ? (LOSS[member.quality] > 0.05 ? 'bandwidth' : 'none') : null,
    };
  }

  function look(): TrackCounters[] {
    if (!isConnected()) {
      counted.clear();
      return [];
    }
    return [...room.members.values()].flatMap(({ info: { id }, tracks }) =>
      [...tracks.values()].map(({ source, muted }) => {
        const usual = source === 'camera' ? CAMERA : source === 'screen_share' ? SCREEN : AUDIO;
        const limit = limitOf(id, source);
        const isOff = muted || (limit === 'none' && usual !== AUDIO);
        return count(id, source, isOff ? 0 : limit === 'low' ? usual.low : usual.rate, usual.packet);
      }),
    );
  }

  function wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => reject(new DOMException('Given up.', 'AbortError'));
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      clock.after(ms, resolve);
    });
  }

  return {
    // What passed until now did so by the former limit.
    async setReceiveLimit(limit) {
      look();
      receive = limit;
      onReceiveLimit(limit);
    },
    async setPreferred(id) {
      look();
      preferred = id;
    },
    async setPublishLimit(limit) {
      look();
      publish = limit;
    },

    async counters(): Promise<TransportCounters> {
      const tracks = look();
      const local = room.members.get(LOCAL_ID);
      const total = (direction: TrackCounters['direction']) => tracks.reduce((sum, track) => sum + (track.direction === direction ? track.bytes : 0), 0);
      return {
        at: clock.now(),
        connections: local ? [{ key: String(local.info.joinedAt), bytesSent: total('sent'), bytesReceived: total('received') }] : [],
        roundTrip: local ? ROUND_TRIP[local.quality] : null,
        availableOutgoing: local ? network.up : null,
        path: local ? { protocol: network.blocked.includes('udp') ? 'tcp' : 'udp', candidate: 'host', relay: null } : null,
        tracks,
      };
    },

    async probe(path, { serverUrl, token, signal, onSignalled }) {
      await wait(PROBING, signal);
      // Blocked in all ways is a firewall's doing, not the server's refusal.
      refuse(serverUrl.replace('blocked', ''), token);
      onSignalled?.();
      await wait(PROBING, signal);
      const port = { udp: 7882, tcp: network.tcp ? 7881 : null, turn: network.relay ? 443 : null }[path];
      const connected = port !== null && !serverUrl.includes('blocked') && !network.blocked.includes(path);
      return { offer: { turnTls: network.relay, turn: network.relay }, port, connected, roundTrip: connected ? 24 : null };
    },

    async measure({ serverUrl, token, receiverToken, signal }): Promise<Bandwidth> {
      await wait(MEASURING, signal);
      refuse(serverUrl.replace('blocked', ''), token);
      return { up: network.up, down: receiverToken === undefined ? null : network.down };
    },
  };
}

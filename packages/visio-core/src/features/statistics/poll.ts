import type { TrackCounters, TransportCounters } from '../../engine/transport.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import type { Writable } from '../../reactive/index.js';
import type { FlowStatistics, StatisticsReport, TrackStatistics } from './statistics.js';

/** Milliseconds between two looks. */
const INTERVAL = 1_000;

export interface StatisticsPoller {
  setWatched(on: boolean): void;
}

/** Looks at an engine's counters while someone watches. */
export function createPoller({ engine, connection, scope, log, onEvent }: FeatureContext, latest: Writable<StatisticsReport | null>): StatisticsPoller {
  let rates = createRates();
  /** Of the loop that runs; another number, or none, ends it. */
  let loop = 0;
  let loops = 0;
  let cancel: (() => void) | undefined;

  async function look(mine: number): Promise<void> {
    const call = rates;
    try {
      const counters = isInCall(connection.state.peek()) ? await (await engine.transport()).counters() : null;
      if (!scope.ended && mine === loop && call === rates) latest.value = counters && call.next(counters);
    } catch (error) {
      log('warn', 'Statistics cannot be had', { error });
    }
    if (mine === loop) cancel = scope.timeout(() => void look(mine), INTERVAL);
  }

  function begin(): void {
    rates = createRates();
    latest.value = null;
  }
  onEvent({ connected: begin, disconnected: begin });

  return {
    setWatched(on) {
      if (on === loop > 0) return;
      cancel?.();
      loop = on ? ++loops : 0;
      if (on) void look(loop);
    },
  };
}

/** Makes rates of counters. Of one call. */
export function createRates() {
  /** Of each connection, gone ones too: what was carried stays carried. */
  const carried = new Map<string, { readonly sent: number; readonly received: number }>();
  let before: TransportCounters | null = null;
  let bytesBefore = { sent: 0, received: 0 };

  function next(counters: TransportCounters): StatisticsReport {
    for (const { key, bytesSent, bytesReceived } of counters.connections) carried.set(key, { sent: bytesSent, received: bytesReceived });
    const bytes = { sent: 0, received: 0 };
    for (const { sent, received } of carried.values()) {
      bytes.sent += sent;
      bytes.received += received;
    }
    const seconds = before ? (counters.at - before.at) / 1000 : 0;
    const former = new Map(before?.tracks.map((track) => [track.key, track]));
    const flow = (direction: 'sent' | 'received'): FlowStatistics => ({
      bytes: bytes[direction],
      bitrate: rate(bytes[direction] - bytesBefore[direction], seconds),
      packetLoss: lossOf(counters.tracks.filter((track) => track.direction === direction), former),
    });
    const report: StatisticsReport = {
      sent: flow('sent'),
      received: flow('received'),
      roundTrip: counters.roundTrip,
      availableOutgoing: counters.availableOutgoing,
      path: counters.path,
      tracks: counters.tracks.map((track) => toStatistics(track, former, seconds)),
    };
    before = counters;
    bytesBefore = bytes;
    return report;
  }

  return { next };
}

function toStatistics({ bytes, packets: _packets, packetsLost: _lost, ...track }: TrackCounters, former: ReadonlyMap<string, TrackCounters>, seconds: number): TrackStatistics {
  const last = former.get(track.key);
  return {
    ...track,
    bitrate: last ? rate(bytes - last.bytes, seconds) : null,
    packetLoss: lossOf([{ bytes, packets: _packets, packetsLost: _lost, ...track }], former),
  };
}

function rate(bytes: number, seconds: number): number | null {
  // A counter that began anew says nothing.
  return seconds > 0 && bytes >= 0 ? (bytes * 8) / seconds : null;
}

/** The share that was lost of what was sent meanwhile; `null` when that was nothing. */
function lossOf(tracks: readonly TrackCounters[], former: ReadonlyMap<string, TrackCounters>): number | null {
  let lost = 0;
  let all = 0;
  for (const track of tracks) {
    const last = former.get(track.key);
    if (!last) continue;
    const lostNow = Math.max(0, track.packetsLost - last.packetsLost);
    lost += lostNow;
    // What is received is counted without what was lost; what is sent, with it.
    all += Math.max(0, track.packets - last.packets) + (track.direction === 'received' ? lostNow : 0);
  }
  return all > 0 ? Math.min(1, lost / all) : null;
}

import { describe, expect, it } from 'vitest';
import type { TrackCounters, TransportCounters } from '../../engine/transport.js';
import { createRates } from './poll.js';

const track = (over: Partial<TrackCounters>): TrackCounters => ({
  key: 'sent a',
  direction: 'sent',
  participantId: 'ada',
  source: 'camera',
  bytes: 0,
  packets: 0,
  packetsLost: 0,
  jitter: null,
  codec: 'VP9',
  width: 1280,
  height: 720,
  framesPerSecond: 30,
  limitation: 'none',
  ...over,
});

const counters = (at: number, connections: TransportCounters['connections'], tracks: readonly TrackCounters[] = []): TransportCounters => ({
  at,
  connections,
  roundTrip: 20,
  availableOutgoing: null,
  path: null,
  tracks,
});

describe('Rates of counters', () => {
  it('need two looks', () => {
    const { next } = createRates();
    const first = next(counters(0, [{ key: '1', bytesSent: 1000, bytesReceived: 2000 }], [track({ bytes: 500 })]));
    expect(first.sent).toEqual({ bytes: 1000, bitrate: null, packetLoss: null });
    expect(first.tracks[0]).toMatchObject({ bitrate: null, packetLoss: null });
    const second = next(counters(2000, [{ key: '1', bytesSent: 3000, bytesReceived: 2000 }], [track({ bytes: 1500 })]));
    expect(second.sent).toMatchObject({ bytes: 3000, bitrate: 8000 });
    expect(second.received).toMatchObject({ bytes: 2000, bitrate: 0 });
    expect(second.tracks[0]!.bitrate).toBe(4000);
  });

  it('count what a broken connection had carried', () => {
    const { next } = createRates();
    next(counters(0, [{ key: '1', bytesSent: 1000, bytesReceived: 0 }]));
    const after = next(counters(1000, [{ key: '2', bytesSent: 100, bytesReceived: 0 }]));
    expect(after.sent).toMatchObject({ bytes: 1100, bitrate: 800 });
  });

  it('tell no rate of a counter that began anew', () => {
    const { next } = createRates();
    next(counters(0, [], [track({ bytes: 1000 })]));
    expect(next(counters(1000, [], [track({ bytes: 10 })])).tracks[0]!.bitrate).toBeNull();
  });

  it('know what share was lost, of what is received with what never came', () => {
    const { next } = createRates();
    const received = (packets: number, packetsLost: number) => track({ key: 'received b', direction: 'received', packets, packetsLost });
    next(counters(0, [], [track({ packets: 100, packetsLost: 0 }), received(100, 10)]));
    const { sent, received: got, tracks } = next(counters(1000, [], [track({ packets: 200, packetsLost: 25 }), received(175, 35)]));
    expect(tracks.map(({ packetLoss }) => packetLoss)).toEqual([0.25, 0.25]);
    expect([sent.packetLoss, got.packetLoss]).toEqual([0.25, 0.25]);
    expect(next(counters(2000, [], [track({ packets: 200, packetsLost: 25 })])).sent.packetLoss).toBeNull();
  });
});

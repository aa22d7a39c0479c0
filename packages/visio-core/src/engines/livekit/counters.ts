/** The browser's statistics (W3C's WebRTC Statistics), as far as they are asked for, without addresses. */
import { LocalTrack, RemoteTrack, type Room, type Track, type TrackPublication } from 'livekit-client';
import type { LimitationReason, TrackCounters, TransportCounters, TransportPath } from '../../engine/transport.js';
import type { Helpers } from './transport.js';

/** What is read of a report; browsers leave out what they do not know. */
interface Stat {
  readonly id: string;
  readonly type: string;
  readonly [name: string]: string | number | boolean | undefined;
}

type Report = ReadonlyMap<string, Stat>;

type VendorTrack = Omit<TrackCounters, 'source'> & { readonly vendorSource: Track.Source };

const keys = new WeakMap<RTCPeerConnection, string>();
let made = 0;

/** The peer connections of a room. LiveKit has no public word for them. */
export function connectionsOf(room: Room): RTCPeerConnection[] {
  const { publisher, subscriber } = (room.engine as typeof room.engine | undefined)?.pcManager ?? {};
  return [publisher, subscriber].flatMap((transport) => (transport as unknown as { _pc?: RTCPeerConnection } | undefined)?._pc ?? []);
}

export async function readCounters(room: Room, { mapSource }: Pick<Helpers, 'mapSource'>): Promise<TransportCounters> {
  const connections = connectionsOf(room).filter(({ connectionState }) => connectionState !== 'closed');
  const reports = await Promise.all(connections.map(async (connection) => (await connection.getStats()) as unknown as Report));
  const pairs = reports.map(selectedPair);
  const pair = pairs.find((each) => each !== undefined);
  return {
    at: performance.now(),
    connections: connections.map((connection, i) => ({ key: keyOf(connection), ...bytesOf(reports[i]!) })),
    roundTrip: seconds(pair?.['currentRoundTripTime']),
    availableOutgoing: number(pairs.map((each) => each?.['availableOutgoingBitrate']).find((each) => each !== undefined)),
    path: pathOf(reports),
    tracks: [...(await sentTracks(room)), ...receivedTracks(room, reports)].flatMap(({ vendorSource, ...track }) => {
      const source = mapSource(vendorSource);
      return source ? { ...track, source } : [];
    }),
  };
}

/** By which way media travel; `null` while they do not. */
export function pathOf(reports: readonly Report[]): TransportPath | null {
  for (const report of reports) {
    const local = report.get(String(selectedPair(report)?.['localCandidateId']));
    if (!local) continue;
    const candidate = String(local['candidateType']) as TransportPath['candidate'];
    const relay = local['relayProtocol'] as TransportPath['relay'] | undefined;
    return {
      protocol: local['protocol'] === 'tcp' ? 'tcp' : 'udp',
      candidate: ['host', 'srflx', 'prflx', 'relay'].includes(candidate) ? candidate : 'unknown',
      relay: candidate === 'relay' ? (relay ?? 'udp') : null,
    };
  }
  return null;
}

/** The server's port of that way; `null` while there is none. */
export function remotePortOf(reports: readonly Report[]): number | null {
  for (const report of reports) {
    const port = report.get(String(selectedPair(report)?.['remoteCandidateId']))?.['port'];
    if (typeof port === 'number') return port;
  }
  return null;
}

function selectedPair(report: Report): Stat | undefined {
  const all = [...report.values()];
  const transport = all.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId !== undefined);
  // Firefox tells of no transport before version 131.
  return (
    report.get(String(transport?.['selectedCandidatePairId'])) ??
    all.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded')
  );
}

function keyOf(connection: RTCPeerConnection): string {
  const key = keys.get(connection) ?? String(++made);
  keys.set(connection, key);
  return key;
}

function bytesOf(report: Report): { bytesSent: number; bytesReceived: number } {
  const all = [...report.values()];
  const transports = all.filter(({ type, bytesSent }) => type === 'transport' && bytesSent !== undefined);
  const carriers = transports.length > 0 ? transports : all.filter(({ type }) => type === 'candidate-pair');
  return { bytesSent: sum(carriers, 'bytesSent'), bytesReceived: sum(carriers, 'bytesReceived') };
}

async function sentTracks(room: Room): Promise<VendorTrack[]> {
  const { identity, trackPublications } = room.localParticipant;
  const found = await Promise.all(
    [...trackPublications.values()].map(async (publication) => {
      const { track } = publication;
      const report = track instanceof LocalTrack ? await track.sender?.getStats() : undefined;
      return report ? trackOf('sent', identity, publication, report as unknown as Report, () => true) : [];
    }),
  );
  return found.flat();
}

function receivedTracks(room: Room, reports: readonly Report[]): VendorTrack[] {
  const owners = new Map<string, readonly [identity: string, publication: TrackPublication]>();
  for (const { identity, trackPublications } of room.remoteParticipants.values()) {
    for (const publication of trackPublications.values()) {
      if (publication.track instanceof RemoteTrack) owners.set(publication.track.mediaStreamTrack.id, [identity, publication]);
    }
  }
  return reports.flatMap((report) =>
    [...report.values()].flatMap((stat) => {
      const owner = stat.type === 'inbound-rtp' && owners.get(String(stat['trackIdentifier']));
      return owner ? trackOf('received', ...owner, report, ({ id }) => id === stat.id) : [];
    }),
  );
}

/** One track: the layers of a sent video are added up, and its size is that of the largest. */
function trackOf(direction: TrackCounters['direction'], participantId: string, publication: TrackPublication, report: Report, isOf: (stat: Stat) => boolean): VendorTrack[] {
  const all = [...report.values()].filter(isOf);
  const streams = all.filter(({ type }) => type === (direction === 'sent' ? 'outbound-rtp' : 'inbound-rtp'));
  const largest = streams.reduce((best, stat) => ((number(stat['frameWidth']) ?? 0) > (number(best['frameWidth']) ?? 0) ? stat : best), streams[0]!);
  if (!largest) return [];
  // How what was sent arrived is told by who receives it.
  const told = direction === 'sent' ? all.filter(({ type }) => type === 'remote-inbound-rtp') : streams;
  const codec = report.get(String(largest['codecId']))?.['mimeType'];
  return [
    {
      // A layer more or less is still the same track; a new connection counts from nothing.
      key: direction === 'sent' ? `sent ${publication.trackSid}` : `received ${publication.trackSid} ${largest.id}`,
      direction,
      participantId,
      vendorSource: publication.source,
      bytes: sum(streams, direction === 'sent' ? 'bytesSent' : 'bytesReceived'),
      packets: sum(streams, direction === 'sent' ? 'packetsSent' : 'packetsReceived'),
      packetsLost: Math.max(0, sum(told, 'packetsLost')),
      jitter: seconds(told.find(({ jitter }) => jitter !== undefined)?.['jitter']),
      codec: typeof codec === 'string' ? codec.slice(codec.indexOf('/') + 1) : null,
      width: number(largest['frameWidth']),
      height: number(largest['frameHeight']),
      framesPerSecond: number(largest['framesPerSecond']),
      limitation: direction === 'sent' ? ((largest['qualityLimitationReason'] as LimitationReason | undefined) ?? null) : null,
    },
  ];
}

function number(value: Stat[string]): number | null {
  return typeof value === 'number' ? value : null;
}

/** Milliseconds of seconds. */
function seconds(value: Stat[string]): number | null {
  return typeof value === 'number' ? value * 1000 : null;
}

function sum(stats: readonly Stat[], name: string): number {
  return stats.reduce((total, stat) => total + (number(stat[name]) ?? 0), 0);
}

/** Knocking at a server to see by which ways media pass, each by itself. */
import { Room, RoomEvent, type RoomConnectOptions } from 'livekit-client';
import type { ProbeOffer, ProbeOptions, ProbePath, ProbeResult, TransportCounters, TransportPath } from '../../engine/transport.js';
import { connectionsOf, pathOf, remotePortOf } from './counters.js';
import type { Helpers } from './transport.js';

/** Milliseconds after which a way is held to be blocked. A way that is open takes one or two, a slow one three. */
const PATIENCE = 8_000;

/** LiveKit's `EngineEvent.TransportsCreated`, which it does not export. */
const TRANSPORTS_CREATED = 'transportsCreated';

export type Enter = ReturnType<typeof createProbe>['enter'];

export function createProbe(read: (room: Room) => Promise<TransportCounters>, helpers: Helpers) {
  return { probe, enter };

  /** Once more when a way was closed at once: whoever blocks it lets one wait, and an accident happens to anyone. */
  async function probe(path: ProbePath, options: ProbeOptions): Promise<ProbeResult> {
    const start = performance.now();
    const first = await knock(path, options);
    const isOffered = path === 'turn' ? first.offer.turn : first.port !== null;
    return first.connected || !isOffered || performance.now() - start > PATIENCE / 2 ? first : knock(path, options);
  }

  async function knock(path: ProbePath, options: ProbeOptions): Promise<ProbeResult> {
    const room = new Room();
    let port: number | null = null;
    try {
      // By the server's own address only, or by its relays only.
      const rtcConfig: RTCConfiguration = path === 'turn' ? { iceTransportPolicy: 'relay' } : { iceServers: [] };
      (room.engine as unknown as { on(event: string, run: () => void): void }).on(TRANSPORTS_CREATED, () => {
        for (const connection of connectionsOf(room)) narrow(connection, path, (heard) => (port ??= heard));
      });
      const offerNow = offerOf(room);
      const entered = await enter(room, options, { rtcConfig });
      const { urls, ...offer } = offerNow();
      if (path === 'turn') port = portOf(urls.find(isTls) ?? urls.find(isRelay));
      if (!entered) return { offer, port, connected: false, roundTrip: null };
      const reports = (await Promise.all(connectionsOf(room).map((connection) => connection.getStats()))) as unknown as Parameters<typeof pathOf>[0];
      const { roundTrip } = await read(room);
      // Firefox may be through before it is told where to: by where the server's own knock came from.
      return { offer, port: port ?? remotePortOf(reports), connected: isBy(path, pathOf(reports)), roundTrip };
    } finally {
      await room.disconnect();
    }
  }

  /** Joins, without receiving anything. False when signalling passed and media did not. */
  async function enter(room: Room, { serverUrl, token, signal, onSignalled }: ProbeOptions, options: RoomConnectOptions = {}): Promise<boolean> {
    let signalled = false;
    const giveUp = () => void room.disconnect();
    room.once(RoomEvent.SignalConnected, () => {
      signalled = true;
      onSignalled?.();
    });
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      if (signal.aborted) throw helpers.gaveUp();
      await room.connect(serverUrl, token, { autoSubscribe: false, maxRetries: 0, peerConnectionTimeout: PATIENCE, ...options });
      return true;
    } catch (cause) {
      if (signal.aborted) throw helpers.gaveUp();
      if (signalled) return false;
      throw helpers.mapConnectError(cause, token);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }
}

/** What the server said that it offers; it is forgotten with the connection. */
function offerOf(room: Room): () => ProbeOffer & { readonly urls: readonly string[] } {
  let urls: readonly string[] = [];
  room.once(RoomEvent.SignalConnected, () => {
    urls = room.engine.latestJoinResponse?.iceServers.flatMap((server) => server.urls) ?? [];
  });
  return () => ({ urls, turnTls: urls.some(isTls), turn: urls.some(isRelay) });
}

/** Leaves a peer connection one way: candidates of the other are told neither to the server nor to the browser. */
function narrow(connection: RTCPeerConnection, path: ProbePath, onOffered: (port: number) => void): void {
  if (path === 'turn') return narrowRelays(connection);
  const other = path === 'udp' ? 'tcp' : 'udp';
  const lineOf = (protocol: string) => new RegExp(`^(a=)?candidate:\\S+ \\d+ ${protocol} \\d+ \\S+ (\\d+)`, 'i');
  const isOther = lineOf(other);
  const isOurs = lineOf(path);
  const hear = (line: string) => {
    const port = isOurs.exec(line)?.[2];
    if (port) onOffered(Number(port));
  };

  const add = connection.addIceCandidate.bind(connection);
  connection.addIceCandidate = async (candidate?: RTCIceCandidateInit | null) => {
    hear(candidate?.candidate ?? '');
    if (!isOther.test(candidate?.candidate ?? '')) await add(candidate);
  };
  const without = (sdp: string) =>
    sdp
      .split('\r\n')
      .filter((line) => !isOther.test(line))
      .join('\r\n');
  const describe = connection.setRemoteDescription.bind(connection);
  connection.setRemoteDescription = ({ type, sdp = '' }: RTCSessionDescriptionInit) => {
    sdp.split('\r\n').forEach(hear);
    return describe({ type, sdp: without(sdp) });
  };
  // A description that is made when candidates are known already has them in it.
  for (const make of ['createOffer', 'createAnswer'] as const) {
    const original = connection[make].bind(connection) as (options?: RTCOfferOptions) => Promise<RTCSessionDescriptionInit>;
    connection[make] = (async (options?: RTCOfferOptions) => {
      const { type, sdp = '' } = await original(options);
      return { type, sdp: without(sdp) };
    }) as RTCPeerConnection[typeof make];
  }
  const tell = connection.onicecandidate;
  connection.onicecandidate = (event) => {
    if (!isOther.test(event.candidate?.candidate ?? '')) tell?.call(connection, event);
  };
}

/** Where a server has relays by TLS, which pass nearly everywhere, those alone are tried. */
function narrowRelays(connection: RTCPeerConnection): void {
  const configure = connection.setConfiguration.bind(connection);
  connection.setConfiguration = (configuration = {}) => {
    const servers = (configuration.iceServers ?? []).map((server) => ({ ...server, urls: [server.urls].flat().filter(isTls) }));
    const relays = servers.filter(({ urls }) => urls.length > 0);
    configure(relays.length > 0 ? { ...configuration, iceServers: relays } : configuration);
  };
  // Some browsers get their configuration only with the server's answer: then it is there already.
  const now = connection.getConfiguration();
  if (now.iceServers?.length) connection.setConfiguration(now);
}

function isTls(url: string): boolean {
  return url.startsWith('turns:');
}

function isRelay(url: string): boolean {
  return url.startsWith('turn:');
}

/** Of a TURN address (RFC 7065): its own port, or the usual one. */
function portOf(url = ''): number | null {
  if (!url) return null;
  const port = /:(\d+)(\?|$)/.exec(url)?.[1];
  return port ? Number(port) : isTls(url) ? 5349 : 3478;
}

function isBy(path: ProbePath, found: TransportPath | null): boolean {
  // A browser that does not tell had nothing else to choose from.
  if (!found) return true;
  return path === 'turn' ? found.relay !== null : found.protocol === path;
}

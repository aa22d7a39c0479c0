// A relay on loopback that holds back whatever passes by half a round trip: TCP for the page and LiveKit's
// signalling, UDP for its media.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** @typedef {(text: string) => string} Rewrite */

/** How livekit-server names to clients where it takes media. */
const CANDIDATE = /(127\.0\.0\.1 )(\d{5})( typ host)/g;

/**
 * @param {number} roundTrip in milliseconds
 * @param {string} site
 * @param {string} livekit
 */
export async function startRelay(roundTrip, site, livekit) {
  const delay = roundTrip / 2;
  const media = await relayUdp(delay);
  const [sitePort, livekitPort] = [site, livekit].map((url) => Number(new URL(url).port));
  const sites = await relayTcp(delay, sitePort);
  const signals = await relayTcp(delay, livekitPort, {
    // So that we can read what is said.
    toServer: (text) => text.replace(/^sec-websocket-extensions:.*\r\n/im, ''),
    // Clients are told of our port in place of the server's. Both have five digits, so the message stays as long.
    toClient: (text) => text.replace(CANDIDATE, (_, before, port, after) => before + media.insteadOf(Number(port)) + after),
  });
  return {
    /** @type {import('./emulations.mjs').Way} */
    way: {
      site: `http://127.0.0.1:${sites.port}`,
      livekit: `ws://127.0.0.1:${signals.port}`,
      prepare: (page) => page.evaluateOnNewDocument(keepAddresses),
    },
    async close() {
      media.close();
      await Promise.all([sites.close(), signals.close()]);
    },
  };
}

/** Runs in the page: the server must not learn a way to it that leads past the relay. */
function keepAddresses() {
  const { prototype } = window.RTCPeerConnection;
  const { get, set } = /** @type {Required<PropertyDescriptor>} */ (Object.getOwnPropertyDescriptor(prototype, 'onicecandidate'));
  Object.defineProperty(prototype, 'onicecandidate', {
    get,
    set(listener) {
      set.call(this, listener && ((/** @type {any} */ event) => void (event.candidate || listener.call(this, event))));
    },
  });
  // What was found before an offer is made stands in it.
  for (const name of /** @type {const} */ (['createOffer', 'createAnswer'])) {
    const original = /** @type {Function} */ (prototype[name]);
    /** @type {any} */ (prototype)[name] = async function (/** @type {unknown[]} */ ...args) {
      const { type, sdp } = await original.apply(this, args);
      return { type, sdp: sdp.replace(/^a=candidate:.*\r\n/gm, '') };
    };
  }
}

/**
 * @param {number} delay
 * @param {number} target
 * @param {{ toServer?: Rewrite, toClient?: Rewrite }} [rewrites]
 */
async function relayTcp(delay, target, { toServer, toClient } = {}) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    // Loopback opens a connection at once: what that would have taken is added to the first that is said.
    pass(client, upstream, delay, 2 * delay, toServer);
    pass(upstream, client, delay, 0, toClient);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/**
 * @param {import('node:net').Socket} from
 * @param {import('node:net').Socket} to
 * @param {number} delay
 * @param {number} atFirst
 * @param {Rewrite} [rewrite]
 */
function pass(from, to, delay, atFirst, rewrite) {
  const opens = performance.now() + atFirst;
  /** @type {(() => void)[]} */
  const line = [];
  /** @param {() => void} act */
  const later = (act) => {
    line.push(act);
    const now = performance.now();
    // Whichever timer comes first takes what is first in line: nothing overtakes.
    setTimeout(() => line.shift()?.(), Math.max(now, opens) + delay - now);
  };
  from.on('data', (chunk) => {
    // One character a byte, and back.
    const data = rewrite ? Buffer.from(rewrite(chunk.toString('latin1')), 'latin1') : chunk;
    later(() => void (to.writable && to.write(data)));
  });
  from.on('end', () => later(() => to.end()));
  from.on('close', () => later(() => to.destroy()));
}

/** @param {number} delay */
async function relayUdp(delay) {
  const front = createSocket('udp4');
  let target = 0;
  /** One socket to the server for each client, so that the server tells them apart. @type {Map<string, import('node:dgram').Socket>} */
  const backs = new Map();
  let closed = false;

  front.on('message', (message, { port, address }) => {
    const key = `${address}:${port}`;
    let back = backs.get(key);
    if (!back) {
      back = createSocket('udp4');
      back.on('message', (answer) => setTimeout(() => closed || front.send(answer, port, address), delay));
      backs.set(key, back);
    }
    setTimeout(() => closed || back.send(message, target, '127.0.0.1'), delay);
  });
  // Ports that the system gives out have five digits, nearly always.
  front.bind(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = front.address();
  return {
    /** @param {number} serverPort */
    insteadOf(serverPort) {
      target = serverPort;
      return port;
    },
    close() {
      closed = true;
      front.close();
      for (const back of backs.values()) back.close();
    },
  };
}

// A network between a page and livekit-server that loses packets, and can be cut, on loopback alone: TCP for signalling,
// UDP for media and data. Nothing reaches the server past it.
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Page } from '@playwright/test';

/** How livekit-server names to clients where it takes media. */
const CANDIDATE = /(127\.0\.0\.1 )(\d{5})( typ host)/g;

export interface LossyNetwork {
  /** Where the page finds livekit-server. */
  readonly url: string;
  /** What part of all datagrams is lost, from 0 to 1. */
  loss: number;
  /** How many datagrams passed and how many were lost. */
  readonly passed: number;
  readonly lost: number;
  /** Nothing passes from now on, and nothing that was said meanwhile is lost by TCP. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startLossyNetwork(livekitUrl: string): Promise<LossyNetwork> {
  let loss = 0;
  let isCut = false;
  let passed = 0;
  let lost = 0;
  const held: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const backs = new Map<string, UdpSocket>();
  const front = createSocket('udp4');
  let mediaPort = 0;

  /** A datagram comes through, or not. */
  function datagram(send: () => void): void {
    if (isCut || Math.random() < loss) lost++;
    else {
      passed++;
      send();
    }
  }

  /** What TCP carries comes late, but whole and in order. */
  function later(act: () => void): void {
    if (isCut || held.length > 0) held.push(act);
    else act();
  }

  front.on('message', (message, { port, address }) => {
    const key = `${address}:${port}`;
    let back = backs.get(key);
    if (!back) {
      back = createSocket('udp4');
      back.on('message', (answer) => datagram(() => front.send(answer, port, address)));
      backs.set(key, back);
    }
    const socket = back;
    datagram(() => socket.send(message, mediaPort, '127.0.0.1'));
  });
  front.bind(0, '127.0.0.1');
  await once(front, 'listening');

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(new URL(livekitUrl).port), host: '127.0.0.1', noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    // One character a byte, and back; without compression what is said can be read.
    const pass = (from: Socket, to: Socket, rewrite: (text: string) => string) => {
      from.on('data', (chunk) => later(() => void (to.writable && to.write(Buffer.from(rewrite(chunk.toString('latin1')), 'latin1')))));
      from.on('end', () => later(() => to.end()));
      from.on('close', () => later(() => to.destroy()));
    };
    pass(client, upstream, (text) => text.replace(/^sec-websocket-extensions:.*\r\n/im, ''));
    // Both ports have five digits, so the message stays as long.
    pass(upstream, client, (text) =>
      text.replace(CANDIDATE, (_, before: string, port: string, after: string) => {
        mediaPort = Number(port);
        return before + front.address().port + after;
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get loss() {
      return loss;
    },
    set loss(next) {
      loss = next;
    },
    get passed() {
      return passed;
    },
    get lost() {
      return lost;
    },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      for (const act of held.splice(0)) act();
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      front.close();
      for (const back of backs.values()) back.close();
      await once(server, 'close');
    },
  };
}

/** Lets `page` reach livekit-server by `network` alone. Call before the page loads. */
export async function connectBy(page: Page, network: LossyNetwork, livekitUrl: string): Promise<void> {
  const [from, to] = [new URL(livekitUrl).host, new URL(network.url).host];
  await page.addInitScript(keepAddresses);
  await page.route('**/api/token', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(from, to) });
  });
  // The page's policy names the server that it may reach. Another document would not count as one of this host.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setBypassCSP', { enabled: true });
}

/** Runs in the page: the server must not learn a way to it that leads past the network. */
function keepAddresses(): void {
  let { prototype } = RTCPeerConnection;
  // The browser's own, whoever has made a class of it.
  while (!Object.hasOwn(prototype, 'onicecandidate')) prototype = Object.getPrototypeOf(prototype) as RTCPeerConnection;
  const { set, ...rest } = Object.getOwnPropertyDescriptor(prototype, 'onicecandidate')!;
  Object.defineProperty(prototype, 'onicecandidate', {
    ...rest,
    set(listener: ((event: RTCPeerConnectionIceEvent) => unknown) | null) {
      set!.call(this, listener && ((event: RTCPeerConnectionIceEvent) => void (event.candidate ?? listener.call(this, event))));
    },
  });
  // What was found before an offer is made stands in it.
  for (const name of ['createOffer', 'createAnswer'] as const) {
    const original = prototype[name] as (...args: unknown[]) => Promise<RTCSessionDescriptionInit>;
    prototype[name] = async function (this: RTCPeerConnection, ...args: unknown[]) {
      const { type, sdp } = await original.apply(this, args);
      return { type, sdp: sdp?.replace(/^a=candidate:.*\r\n/gm, '') ?? '' };
    } as never;
  }
}

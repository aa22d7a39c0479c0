// Starts a livekit-server that only this machine can reach, with a secret of its own, and stops it.
import { fork } from 'node:child_process';
import { createHash, randomBytes, randomInt, X509Certificate } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../bootstrap.mjs';
import { run } from '../processes.mjs';
import { findLivekitServer } from './find.mjs';

/**
 * @typedef {object} RunningLivekitServer
 * @property {string} url for clients: ws://127.0.0.1:PORT
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {string} how where the program came from, in words
 * @property {{ host: string, port: number, key: string } | undefined} relay the working one: its name, where it really listens
 *   (LiveKit names port 443 in any case), and what its certificate is known by, the SHA-256 of its public key in base64
 * @property {string} log the file that has its output
 * @property {number | undefined} pid undefined while it does not run
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill as a crash would end it: at once, without a word to its clients
 * @property {() => Promise<void>} restart starts it again with the same port and keys, whether it runs or not
 */

/**
 * @typedef {object} Ways
 * @property {boolean} [udp] true by default
 * @property {boolean} [tcp] false by default
 * @property {'dead' | 'working'} [relay] names a relay (TURN) by TLS, which does not answer, or works for those who know
 *   {@link RunningLivekitServer.relay}; there is none by default
 */

/**
 * @param {object} [options]
 * @param {number} [options.port] a free one by default
 * @param {Ways} [options.ways] by which it takes media
 * @param {(text: string) => void} [options.say] told what is going on
 * @returns {Promise<RunningLivekitServer>} once it answers
 */
export async function startLivekitServer({ port, ways: { udp: takesUdp = true, tcp: takesTcp = false, relay } = {}, say } = {}) {
  const server = await findLivekitServer(say);
  const tcp = port ?? (await freeTcpPort());
  const udp = await freeUdpPort();
  const apiKey = 'dev';
  const apiSecret = randomBytes(32).toString('base64url');
  const container = `visio-sdk-livekit-${process.pid}-${tcp}`;
  const inDocker = 'image' in server;
  const working = relay === 'working' ? await makeRelay() : undefined;

  // JSON is YAML. The keys travel in the environment, which other users cannot read as they can a command line.
  const config = JSON.stringify({
    port: tcp,
    keys: { [apiKey]: apiSecret },
    logging: { level: 'info' },
    // A container has its own loopback: there the server listens on all of it, and Docker publishes on ours alone.
    bind_addresses: [inDocker ? '0.0.0.0' : '127.0.0.1'],
    rtc: {
      udp_port: udp,
      tcp_port: takesTcp ? await freeTcpPort() : 0,
      ...(takesUdp ? {} : { force_tcp: true }),
      // Named to clients. Without one the server would name public STUN servers to them. Nothing needs to answer
      // there; it must not be udp_port, whose one socket takes a STUN client for a participant.
      stun_servers: ['127.0.0.1:3478'],
      ...(inDocker
        ? { node_ip: '127.0.0.1' }
        : { interfaces: { includes: [loopback()] }, enable_loopback_candidate: true }),
      ...(relay === 'dead' && { turn_servers: [{ host: '127.0.0.1', port: await freeTcpPort(), protocol: 'tls', username: 'any', credential: 'any' }] }),
      // The relay speaks to the server itself, by this.
      ...(working && { node_ip: '127.0.0.1' }),
    },
    ...(working && { turn: working.config }),
  });
  const command = inDocker
    ? ['docker', 'run', '--rm', '--name', container, '-e', 'LIVEKIT_CONFIG']
        .concat('-p', `127.0.0.1:${tcp}:${tcp}`, '-p', `127.0.0.1:${udp}:${udp}/udp`, server.image)
    : [server.path];

  const log = join(root, '.cache', 'livekit-server.log');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(log, '');
  const logFile = openSync(log, 'a');

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let guard;
  /** @type {number | undefined} */
  let pid;

  async function start() {
    const started = fork(join(import.meta.dirname, 'guard.mjs'), command, {
      env: { ...process.env, LIVEKIT_CONFIG: config },
      execArgv: [],
      stdio: ['ignore', logFile, logFile, 'ipc'],
    });
    guard = started;
    started.once('exit', () => {
      guard = undefined;
      pid = undefined;
    });
    started.once('message', (/** @type {{ pid: number }} */ message) => (pid = message.pid));
    // It must not keep us alive: a test runner that is done just ends.
    started.unref();
    started.channel?.unref();

    // It answers 406 until it is ready.
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(100)) {
      if (guard !== started) throw new Error(`livekit-server ended as it started:\n${tail(log)}`);
      const answer = await fetch(`http://127.0.0.1:${tcp}/`).catch(() => undefined);
      if (answer?.ok && pid) return;
    }
    await stop();
    throw new Error(`livekit-server did not answer within 20 s:\n${tail(log)}`);
  }

  async function stop() {
    if (!guard) return;
    const gone = once(guard, 'exit');
    guard.ref();
    guard.disconnect();
    await gone;
  }

  async function kill() {
    if (!guard || !pid) return stop();
    const gone = once(guard, 'exit');
    guard.ref();
    if (inDocker) await run('docker', ['kill', container]);
    else process.kill(pid, 'SIGKILL');
    await gone;
  }

  await start();
  return {
    url: `ws://127.0.0.1:${tcp}`,
    apiKey,
    apiSecret,
    how: server.how,
    relay: working?.relay,
    log,
    get pid() {
      return pid;
    },
    stop,
    kill,
    restart: async () => {
      await stop();
      await start();
    },
  };
}

/** A relay by TLS, with a certificate of its own that nobody else knows. */
async function makeRelay() {
  const { generate } = await import('selfsigned');
  // A name that every system takes for itself (RFC 6761).
  const domain = 'relay.localhost';
  const { cert, private: key } = await generate([{ name: 'commonName', value: domain }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: domain }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'visio-sdk-relay-'));
  const [certFile, keyFile] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const port = await freeTcpPort();
  return {
    relay: { host: domain, port, key: createHash('sha256').update(publicKey).digest('base64') },
    config: {
      enabled: true,
      domain,
      tls_port: port,
      cert_file: certFile,
      key_file: keyFile,
      bind_addresses: ['127.0.0.1'],
      allow_restricted_peer_cidrs: ['127.0.0.0/8'],
    },
  };
}

/** The name of the loopback interface: lo, lo0 or longer. */
function loopback() {
  const entry = Object.entries(networkInterfaces()).find(([, addresses]) =>
    addresses?.some(({ address }) => address === '127.0.0.1'),
  );
  return entry?.[0] ?? 'lo';
}

/** A server takes several, and none of them before all are chosen. @type {Set<number>} */
const given = new Set();

/**
 * A port that nobody listens at. It is below those that systems give to outgoing connections (from 32768 in Linux, from
 * 49152 elsewhere), of which one could take it before the server does, or while the server is away to be restarted.
 * @param {(port: number) => import('node:events').EventEmitter & { close(): void }} open
 */
async function freePort(open) {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(20_000, 32_000);
    if (given.has(port)) continue;
    const socket = open(port);
    const isFree = await once(socket, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    socket.close();
    await once(socket, 'close');
    given.add(port);
    return port;
  }
  throw new Error('No free port was found between 20000 and 32000.');
}

const freeTcpPort = () => freePort((port) => createServer().listen(port, '127.0.0.1'));
const freeUdpPort = () => freePort((port) => createSocket('udp4').bind(port, '127.0.0.1'));

/** @param {string} file */
function tail(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-10).join('\n');
}

import { checkPacket, checkText } from '../../engine/data.js';
import {
  TEXT_LIMIT,
  type ConnectOptions,
  type Engine,
  type EngineContext,
  type EngineEvent,
  type PacketEvent,
  type PublishOptions,
  type TextEvent,
  type TrackInfo,
  type TrackSource,
} from '../../engine/engine.js';
import type { ReceiveLimit, Transport } from '../../engine/transport.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { createClock, type SimulatedClock } from './clock.js';
import { createDirector } from './director.js';
import { createFiles } from './files.js';
import { createSimulatedMedia } from './media.js';
import { createRandom } from './random.js';
import { refuse } from './refuse.js';
import { createRoom, LOCAL_ID } from './room.js';
import type { DataListener, Director, Scenario } from './scenario.js';
import { scenarios, type ScenarioName } from './scenarios.js';
import type { Senses } from './senses.js';
import { createStage } from './stage.js';
import type { SimulatedNetwork } from './transport.js';

// How long things take that would go over a network, in milliseconds of the clock.
const JOINING = 150;
const PUBLISHING = 40;
const ANSWER = 15;
/** A server judges connections only after a while. */
const JUDGING = 1_000;

/** How a simulated meeting is. */
export interface SimulatedOptions {
  /** Default: `duo`. */
  readonly scenario?: ScenarioName | Scenario;
  /** The same seed and clock give the same events, names and faces. Default: 1. */
  readonly seed?: number;
  /** Default: the world's own time. */
  readonly clock?: SimulatedClock;
  /** Whether the others are heard. Default: true. */
  readonly sound?: boolean;
}

/** The simulated engine, with who moves it. */
export interface SimulatedEngine extends Engine {
  readonly director: Director;
}

/** What is published, and what ends the watch on its track. */
interface Publication {
  readonly track: MediaStreamTrack;
  readonly release: () => void;
}

export function createSimulatedEngine(context: EngineContext, options: SimulatedOptions = {}): SimulatedEngine {
  const { seed = 1, clock = createClock(), sound: audible = true } = options;
  const scenario: Scenario = typeof options.scenario === 'object' ? options.scenario : scenarios[options.scenario ?? 'duo'];

  const inBrowser = typeof document !== 'undefined';
  let state: 'out' | 'connected' | 'reconnecting' = 'out';
  let disposed = false;
  let random = createRandom(seed);
  let senses: Senses | null = null;
  let loading: Promise<Senses> | null = null;
  /** What happens while the connection is broken is told when it is back. */
  let held: EngineEvent[] = [];
  /** Gives up the `connect` under way. */
  let giveUp: (() => void) | null = null;
  /** Whether the director has the sound held back, and what was told last. */
  let silenced = false;
  let toldBlocked: boolean | null = null;
  /** What the scenario set going; ends with the call. */
  const running = new Set<() => void>();
  /** Those who wait for the connection to be back. */
  const waiting = new Set<{ resolve: () => void; reject: (error: VisioError) => void }>();
  const publications = new Map<TrackSource, Publication>();
  /** With which the connection is made anew. */
  let tokenNow = '';
  const network: SimulatedNetwork = { blocked: [], relay: true, tcp: true, up: 8_000_000, down: 24_000_000 };
  let transport: Promise<Transport> | null = null;
  let receiveLimit: ReceiveLimit = 'all';
  /** Who hears what the local participant sends. */
  const dataListeners = new Set<DataListener>();

  const room = createRoom(clock, tell);
  const media = createSimulatedMedia({ scenario, seed, clock, senses: load, onTalk: (ms) => room.speak(LOCAL_ID, ms) });
  const stage = createStage({
    seed,
    room,
    senses: () => senses,
    isConnected: () => state !== 'out',
    receivesVideo: () => receiveLimit !== 'none',
    localTrack: (source) => publications.get(source)?.track,
  });
  const files = createFiles({ context, after, tell, answer, isPresent: (id) => room.members.has(id), receivers });
  const director = createDirector({
    clock,
    random: () => random(),
    room,
    media,
    receives: (id, source) => stage.receives(id, source),
    after,
    reconnect,
    drop: (reason) => leave({ type: 'disconnected', reason }),
    blockPlayback: () => setSilenced(true),
    renewToken(token) {
      if (state === 'out') return;
      tokenNow = token;
      context.emit({ type: 'token', token });
    },
    setNetwork: (change) => Object.assign(network, change),
    receive,
    transcribe: tell,
    onData(listener) {
      dataListeners.add(listener);
      return () => dataListeners.delete(listener);
    },
    files,
  });

  function tell(event: EngineEvent): void {
    if (event.type === 'track-removed' && event.id === LOCAL_ID) forget(event.source);
    if (event.type === 'track' && event.id === LOCAL_ID) silence(event.track);
    if (state === 'reconnecting') held.push(event);
    if (state !== 'connected') return;
    context.emit(event);
    // Pictures and voices follow what is told: they never know more than the meeting does.
    if (event.type === 'track') stage.show(event.id, event.track.source);
    if (event.type === 'track-removed') stage.show(event.id, event.source);
    if (event.type === 'speakers') stage.hear(event.ids);
  }

  /** Someone else's data comes in. */
  function receive(event: TextEvent | PacketEvent): void {
    if (event.type === 'text' && !context.textTopics?.includes(event.topic)) return;
    const size = event.type === 'text' ? event.text.length : event.payload.byteLength;
    if (size > TEXT_LIMIT) return context.log('warn', 'Data that was too long is dropped.', { topic: event.topic });
    tell(event);
  }

  /** Whom it reaches that is for `to`; by default everyone. */
  function receivers(to?: readonly string[]): readonly string[] {
    return [...room.members.keys()].filter((id) => id !== LOCAL_ID && (to?.includes(id) ?? true));
  }

  function send(event: TextEvent | PacketEvent, to?: readonly string[]): void {
    for (const listener of [...dataListeners]) listener(event, receivers(to));
  }

  function load(): Promise<Senses> {
    loading ??= import('./senses.js').then(
      ({ createSenses }) => {
        senses = createSenses(clock);
        if (disposed) senses.end();
        else stage.showAll();
        return senses;
      },
      (cause: unknown) => {
        loading = null;
        throw toVisioError(cause, 'ENGINE_LOAD_FAILED');
      },
    );
    return loading;
  }

  function setSilenced(next: boolean): void {
    silenced = next;
    senses?.sound.setSilent(next);
    tellPlayback();
  }

  function tellPlayback(): void {
    const blocked = silenced || (senses?.sound.blocked ?? false);
    if (blocked === toldBlocked) return;
    toldBlocked = blocked;
    tell({ type: 'playback', blocked });
  }

  function after(ms: number, run: () => void): () => void {
    const end = () => {
      running.delete(end);
      cancel();
    };
    const cancel = clock.after(ms, () => {
      running.delete(end);
      run();
    });
    running.add(end);
    return end;
  }

  /** Fills the room for the next call, always in the same way. */
  function setUp(): void {
    random = createRandom(seed);
    const { people = [] } = scenario;
    for (const person of typeof people === 'function' ? people(random) : people) room.enter(person);
  }

  async function connect({ serverUrl, token, displayName, signal }: ConnectOptions): Promise<void> {
    if (state !== 'out') return;
    tokenNow = token;
    await new Promise<void>((resolve, reject) => {
      const cancel = clock.after(JOINING, resolve);
      giveUp = () => {
        cancel();
        reject(new VisioError('COMMAND_DISABLED', 'Joining was given up.'));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
    }).finally(() => {
      if (giveUp) signal.removeEventListener('abort', giveUp);
      giveUp = null;
    });
    const rights = refuse(serverUrl, token);

    room.enter({ name: displayName }, true);
    room.change(LOCAL_ID, rights);
    state = 'connected';
    toldBlocked = null;
    tell({ type: 'connected' });
    room.tellAll();
    stage.showAll();
    tellPlayback();
    if (audible && inBrowser) startSound();
    after(JUDGING, room.tellQualities);
    for (const cue of scenario.timeline ?? []) after(cue.at, () => cue.do(director));
    scenario.script?.(director);
  }

  /** Nothing waits for it, so that what happens depends on the clock alone. */
  function startSound(): void {
    load()
      .then(({ sound }) => sound.start(tellPlayback))
      .then(tellPlayback, () => undefined);
  }

  function reconnect(ms: number): void {
    if (state !== 'connected') return;
    tell({ type: 'reconnecting' });
    state = 'reconnecting';
    after(ms, () => {
      if (/invalid|expired/.test(tokenNow)) return leave({ type: 'disconnected', reason: 'connection-lost' });
      state = 'connected';
      for (const event of held.splice(0)) tell(event);
      tell({ type: 'reconnected' });
      for (const { resolve } of waiting) resolve();
      waiting.clear();
    });
  }

  function leave(event: EngineEvent & { type: 'disconnected' }): void {
    giveUp?.();
    if (state === 'out') return;
    end();
    context.emit(event);
    setUp();
  }

  function end(): void {
    state = 'out';
    held = [];
    files.clear();
    setSilenced(false);
    for (const stop of running) stop();
    for (const { reject } of waiting) reject(notConnected());
    waiting.clear();
    for (const source of [...publications.keys()]) forget(source);
    stage.hear([]);
    stage.showAll();
    room.clear();
  }

  /** Waits for a broken connection to be back, and then for as long as a server takes to answer. */
  async function answer(ms: number): Promise<void> {
    if (state === 'out') throw notConnected();
    if (state === 'reconnecting') await new Promise<void>((resolve, reject) => waiting.add({ resolve, reject }));
    await new Promise<void>((resolve) => clock.after(ms, resolve));
    // The call can have ended meanwhile, or the connection have broken once more.
    if (state !== 'connected') await answer(0);
  }

  /** A muted publication sends silence, or black, wherever the mute came from. */
  function silence({ source, muted }: TrackInfo): void {
    const publication = publications.get(source);
    if (publication) publication.track.enabled = !muted;
  }

  function forget(source: TrackSource): void {
    publications.get(source)?.release();
    publications.delete(source);
  }

  /** Publishes; a track that ends by itself leaves a muted publication behind, a screen none, as with LiveKit. */
  function put(source: TrackSource, track: MediaStreamTrack, { muted = false, hint = 'text' }: PublishOptions): void {
    const isDevice = source === 'microphone' || source === 'camera';
    const onEnded = () => (isDevice ? room.setTrack(LOCAL_ID, source, true) : room.removeTrack(LOCAL_ID, source));
    forget(source);
    track.addEventListener('ended', onEnded);
    track.enabled = !muted;
    if (source === 'screen_share') track.contentHint = hint;
    publications.set(source, { track, release: () => track.removeEventListener('ended', onEnded) });
    const { width, height } = track.getSettings();
    room.setTrack(LOCAL_ID, source, muted, width && height ? { width, height } : undefined);
    stage.show(LOCAL_ID, source);
  }

  setUp();

  return {
    media,
    director,
    // Nothing waits for pictures and voices; they come when they are there.
    async load() {
      if (inBrowser) load().catch(() => undefined);
    },
    prepare: () => undefined,
    connect,

    setToken(token) {
      tokenNow = token;
    },

    async disconnect() {
      leave({ type: 'disconnected', reason: 'left' });
    },

    async publish(source, track, options = {}) {
      await answer(PUBLISHING);
      if (!room.members.get(LOCAL_ID)?.info.canPublish.includes(source)) {
        throw new VisioError('PUBLISH_NOT_ALLOWED', `This participant may not publish a ${source}.`);
      }
      put(source, track, options);
    },

    async unpublish(source) {
      if (!publications.has(source)) return;
      await answer(ANSWER);
      room.removeTrack(LOCAL_ID, source);
    },

    async setMuted(source, muted) {
      await answer(ANSWER);
      if (!publications.has(source)) throw new VisioError('PUBLISH_FAILED', `Nothing is published as ${source}.`);
      room.setTrack(LOCAL_ID, source, muted);
    },

    async sendText(topic, text, { id = crypto.randomUUID(), to, attributes = {}, attachments } = {}) {
      checkText(text);
      await answer(ANSWER);
      send({ type: 'text', topic, from: LOCAL_ID, id, text, timestamp: clock.now(), attributes, ...(attachments && { attachments }) }, to);
      return id;
    },

    sendFile: files.send,

    async sendPacket(payload, { topic = '', to } = {}) {
      checkPacket(payload);
      await answer(ANSWER);
      send({ type: 'packet', topic, from: LOCAL_ID, payload }, to);
    },

    async setAttributes(attributes) {
      await answer(ANSWER);
      if (!room.members.get(LOCAL_ID)?.info.canSetAttributes) throw new VisioError('NOT_ALLOWED', 'This participant may not set attributes.');
      room.setAttributes(LOCAL_ID, attributes);
    },

    attach: stage.attach,

    async startPlayback() {
      await senses?.sound.resume();
      setSilenced(false);
    },

    async setSpeaker(deviceId) {
      if (!media.has('speaker', deviceId)) {
        throw new VisioError('DEVICE_NOT_FOUND', 'There is no such simulated speaker.', { device: 'speaker' });
      }
    },

    transport() {
      transport ??= import('./transport.js').then(({ createSimulatedTransport }) =>
        createSimulatedTransport({
          clock,
          room,
          network,
          isConnected: () => state !== 'out',
          onReceiveLimit(limit) {
            receiveLimit = limit;
            stage.showAll();
          },
        }),
      );
      return transport;
    },

    dispose() {
      disposed = true;
      giveUp?.();
      end();
      stage.end();
      senses?.end();
    },
  };
}

function notConnected(): VisioError {
  return new VisioError('COMMAND_DISABLED', 'The meeting is not connected.');
}

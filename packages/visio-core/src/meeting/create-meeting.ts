import type { Backend } from '../backends/backend.js';
import type { ConnectOptions, EndReason, Engine, EngineEvent, EngineFactory, VideoSource } from '../engine/engine.js';
import { Ingest } from '../engine/ingest.js';
import { livekitEngine } from '../engines/livekit/index.js';
import { isVisioError, toVisioError, VisioError } from '../errors/visio-error.js';
import type { ChatOptions } from '../features/chat/chat.js';
import type { BackgroundImage } from '../features/effects/effects.js';
import { createFacts, type Facts } from '../features/facts/facts.js';
import { createFeatures, fileTopics, textTopics, type Features } from '../features/index.js';
import { silent, type LogSink } from '../log/logger.js';
import { computed, defineCommand, Scope, signal, type Command, type Readable } from '../reactive/index.js';
import { cleanName as cleanOthers } from './clean-name.js';
import { createConnection, isEntering, isInCall, type Connection, type ConnectionState } from './connection.js';
import type { CallSession, FeatureContext, MeetingStorage } from './context.js';
import { createEvents, type EventOf } from './events.js';
import { latePart } from './late-part.js';
import { createRoomState, type RoomState } from './room-state.js';
import { createRoster, type Roster } from './roster.js';

/** How long a meeting lives on after its last holder let go, in milliseconds: enough to move it in the page. */
const HOLD_GRACE = 500;

/** The longest name that is sent, in characters: what La Suite Meet's lobby takes. */
const NAME_LENGTH = 50;

/** What a meeting begins with. Everything has a default. */
export interface MeetingOptions {
  /** Where server and token come from. May be given later, by `setBackend`. */
  backend?: Backend;
  /** Default: LiveKit, loaded when the lobby opens. */
  engine?: EngineFactory;
  /** The room to ask the backend for. Default: empty, the backend knows. */
  room?: string;
  /** Default: empty. */
  displayName?: string;
  /** Whether the microphone is on from the start. Default: true. */
  microphone?: boolean;
  /** Whether the camera is on from the start. Default: true. */
  camera?: boolean;
  /** How large files in the chat may be. Default: 10 MB. */
  chat?: ChatOptions;
  /** Where chosen devices are remembered, `localStorage` for example. Default: nowhere. */
  storage?: MeetingStorage | null;
  /**
   * Where the code and the model of background effects lie, with a slash at its end; relative to the page. Default: the
   * folder `assets` beside the SDK's own bundle. With a bundler of your own, copy `visio-element/dist/bundle/assets` there.
   */
  assets?: string;
  /** Background images that the host offers besides ours. Default: none. */
  backgrounds?: readonly BackgroundImage[];
  /** Receives log lines. Default: nobody. */
  log?: LogSink;
  /** Whether the meeting is disposed of, and not only left, when its last holder let go. Default: false. */
  disposeWhenReleased?: boolean;
}

/** Asked before each command runs; `false` prevents it. */
export type Interceptor = (command: string, args: readonly unknown[]) => boolean;

/** What a meeting is without its features. */
export interface MeetingBase {
  readonly connection: Connection;
  readonly facts: Facts;
  readonly roster: Roster;
  /** What the server keeps with the room: who comes in without waiting, what participants may do, a recording. */
  readonly roomState: Readable<RoomState>;
  readonly room: Readable<string>;
  readonly displayName: Readable<string>;
  /** Where choices are remembered, for views that have some, too. */
  readonly storage: MeetingStorage | null;

  /** Shows the way in: opens the preview's devices and loads the engine. */
  openLobby(): void;
  /** Joins; resolves when connected. Takes the meeting from any state outside a call. */
  readonly join: Command<[], ConnectionState>;
  /** Leaves, or gives up joining; camera and microphone are released. */
  readonly leave: Command<[], ConnectionState>;

  /** Says under which name one joins. It holds from the next join on. */
  setDisplayName(name: string): void;
  /** Says which room the backend is asked for. It holds from the next join on. */
  setRoom(room: string): void;
  /** Says where rooms come from; `null`: from nowhere. It holds from the next join on. */
  setBackend(backend: Backend | null): void;

  /** Shows a participant's video in `element` until the returned function is called. */
  attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void;

  /** Asks `interceptor` before each command. Returns what ends that. */
  intercept(interceptor: Interceptor): () => void;

  /**
   * Keeps the meeting alive for a view or a host. When the last holder has let go, and none came within half a
   * second, the meeting leaves and releases camera and microphone. A meeting that was never held lives until `leave`.
   */
  hold(): () => void;

  /** Ends everything for good. */
  dispose(): void;
  readonly disposed: boolean;

  /** The engine, for what the meeting does not offer; see `visio-core/engines/livekit/room`. */
  readonly engine: Engine;
}

/** A call, from its lobby to its end: what {@link createMeeting} makes. */
export type Meeting = MeetingBase & Features;

/** Makes a meeting: an object that owns a call, from its lobby to its end, with or without views on it. */
export function createMeeting(options: MeetingOptions = {}): Meeting {
  const log = options.log ?? silent;
  const scope = new Scope();
  const connection = createConnection();
  const roster = createRoster();
  const roomState = createRoomState();
  const room = signal(options.room ?? '');
  const displayName = signal(cleanName(options.displayName ?? ''));
  const interceptors = new Set<Interceptor>();
  const { tell, ...events } = createEvents();
  const session = signal<CallSession | null>(null);
  let backend = options.backend ?? null;
  /** Of the join under way. */
  let attempt: AbortController | null = null;
  /** Whether the engine said "connected", and neither it nor a leave ended that. */
  let entered = false;
  /** The engine's way out of the last call; the next one waits for it. */
  let exit: Promise<void> = Promise.resolve();
  let there = roster.everyone();
  /** What the way in needs, and the way out of a call; there before one is in. */
  let way: Awaited<ReturnType<typeof loadEntry>> | undefined;

  const ingest = new Ingest((told) => {
    // Names are text of other people: everything here gets them clean.
    const event = told.type === 'participant' ? withCleanName(told) : told;
    roster.handle(event);
    roomState.handle(event);
    tell(event);
    if (event.type === 'disconnected') clear();
  });
  const engine = (options.engine ?? livekitEngine())({ emit: ingest.push, log, textTopics, fileTopics: fileTopics(options) });
  scope.own(() => engine.dispose());
  scope.own(() => ingest.end());

  const context: FeatureContext = {
    ...events,
    engine,
    connection,
    roster,
    scope,
    log,
    storage: options.storage ?? null,
    access: () => ({ backend: backendNow(), room: room.peek() }),
    active: computed(() => connection.state.value === 'lobby' || isEntering(connection.state.value) || isInCall(connection.state.value)),
    roomState: roomState.state,
    there: () => there,
    command: (command) =>
      defineCommand({ ...command, allow: (name, args) => [...interceptors].every((allows) => allows(name, args)) }),
    session,
    leave: () => void meeting.leave().catch(() => undefined),
  };
  function clear(): void {
    roster.clear();
    there = roster.everyone();
  }

  context.onEvent({
    connected: () => void (entered = true),
    token({ token }) {
      if (session.peek()) Object.assign(session.peek()!, { token });
    },
    reconnecting: () => connection.go('reconnecting'),
    reconnected: () => connection.go('connected'),
    disconnected({ reason }) {
      // Of the call before, while the next one is being joined.
      if (!entered) return;
      entered = false;
      if (reason === 'left') connection.go('left', { reason });
      else connection.go('failed', { reason, error: way!.endError(reason) });
    },
  });

  const facts = createFacts(log);
  const features = createFeatures(
    context,
    {
      microphone: options.microphone ?? true,
      camera: options.camera ?? true,
      chat: options.chat,
      assets: options.assets,
      backgrounds: options.backgrounds,
    },
    facts.tell,
  );

  latePart(context, async (its) => (await import('./renewal.js')).keepTokenFresh(its), { when: () => true });

  function openLobby(): void {
    if (!connection.go('lobby')) return;
    // Beside the preview; `join` reports a failure, and tries again.
    engine.load().catch(() => undefined);
    loadEntry().catch(() => undefined);
  }

  function backendNow(): Backend {
    if (!backend) throw new VisioError('NO_CREDENTIALS', 'Nothing says how to join: set a token, a tokenProvider or a backend.');
    return backend;
  }

  async function connect(signal: AbortSignal, before: string | undefined): Promise<void> {
    const from = backendNow();
    const loading = loadEntry();
    loading.catch(() => undefined);
    const credentials = async (): Promise<ConnectOptions> => {
      const request = { room: room.peek(), displayName: displayName.peek(), signal };
      const onWaiting = () => void (signal.aborted || connection.go('waiting'));
      const given = await from.credentials({ ...request, onWaiting }).catch((cause) => {
        throw toVisioError(cause, 'TOKEN_REQUEST_FAILED');
      });
      const loaded = await loading;
      if (!way) loaded.hearNews(context, features, facts);
      way = loaded;
      const serverUrl = way.parseServerUrl(given.serverUrl);
      if (connection.state.peek() === 'waiting') connection.go('joining');
      engine.prepare(serverUrl);
      // Whether the room is recorded has to be known before anything is published.
      roomState.give(given.settings, way.parseRoomState);
      session.value = { ...given, serverUrl, backend: given.backend ?? from, room: request.room, isRoomAdmin: way.isRoomAdmin(given.token) };
      return { serverUrl, token: given.token, displayName: request.displayName, signal };
    };
    // Token, code, server handshake and devices come at the same time.
    const [connectOptions] = await Promise.all([credentials(), engine.load(), exit]);
    // Who has no identity is nobody twice.
    const { claimPlace, readToken } = await loading;
    if (readToken(connectOptions.token)['sub'] && !signal.aborted) {
      const leave = () => goOut('failed', { reason: 'duplicate-identity', error: new VisioError('MOVED_ELSEWHERE', 'The call was moved to another tab.') });
      await claimPlace({ ...session.peek()!, before, connection, signal, leave });
    }
    if (signal.aborted) throw new VisioError('COMMAND_DISABLED', 'Joining was given up.');
    await engine.connect(connectOptions);
  }

  async function join(): Promise<ConnectionState> {
    attempt = new AbortController();
    const { signal } = attempt;
    const before = connection.error.peek()?.code;
    if (!connection.go('joining')) return connection.state.peek();
    try {
      await connect(signal, before);
      ingest.flush();
      if (signal.aborted) return connection.state.peek();
      there = roster.everyone();
      connection.go('connected');
    } catch (cause) {
      if (signal.aborted) return connection.state.peek();
      const error = isVisioError(cause) ? cause : toVisioError(cause);
      ingest.flush();
      clear();
      connection.go('failed', { error, reason: 'failed' });
      throw error;
    }
    return connection.state.peek();
  }

  const leave = () => goOut('left', { reason: 'left' });

  async function goOut(state: 'left' | 'failed', outcome: { readonly reason: EndReason; readonly error?: VisioError }): Promise<ConnectionState> {
    attempt?.abort();
    const wasInCall = connection.state.peek() !== 'lobby';
    connection.go(state, outcome);
    entered = false;
    if (wasInCall) {
      const leaving = engine.disconnect();
      exit = leaving.catch(() => undefined);
      await leaving;
    }
    ingest.flush();
    clear();
    return connection.state.peek();
  }

  const holds = new Set<symbol>();
  let cancelGrace: (() => void) | null = null;

  function hold(): () => void {
    const key = Symbol('hold');
    holds.add(key);
    cancelGrace?.();
    return () => {
      if (!holds.delete(key) || holds.size > 0) return;
      cancelGrace = scope.timeout(() => void end(), HOLD_GRACE);
    };
  }

  async function end(): Promise<void> {
    // Not the commands: nobody is left to ask.
    if (options.disposeWhenReleased) dispose();
    else if (context.active.peek()) await leave().catch(() => undefined);
  }

  function dispose(): void {
    if (context.active.peek()) void leave().catch(() => undefined);
    scope.end();
  }

  scope.own(() => attempt?.abort());

  const meeting: Meeting = {
    ...features,
    facts: { listen: facts.listen },
    connection,
    roster,
    roomState: roomState.state,
    room,
    displayName,
    storage: context.storage,
    engine,
    openLobby,
    join: context.command({
      name: 'join',
      enabled: computed(() => !isInCall(connection.state.value) && !isEntering(connection.state.value)),
      run: join,
    }),
    leave: context.command({
      name: 'leave',
      enabled: context.active,
      run: leave,
    }),
    setDisplayName(name) {
      displayName.value = cleanName(name);
    },
    setRoom(name) {
      room.value = name;
    },
    setBackend(next) {
      backend = next;
    },
    attach(id, source, element) {
      if (id !== roster.localId.peek()) return engine.attach(id, source, element);
      return showTrack((source === 'camera' ? features.camera : features.screenShare).track, element);
    },
    intercept(interceptor) {
      interceptors.add(interceptor);
      return () => interceptors.delete(interceptor);
    },
    hold,
    dispose,
    get disposed() {
      return scope.ended;
    },
  };
  return meeting;
}

/** The same event where there is nothing to clean. */
function withCleanName(event: EventOf<'participant'>): EngineEvent {
  const name = cleanOthers(event.participant.name);
  return name === event.participant.name ? event : { ...event, participant: { ...event.participant, name } };
}

let entry: Promise<typeof import('./entry.js')> | undefined;

/** Kept: `import` takes a task of its own even for what is there, and joining waits for it. */
const loadEntry = () =>
  (entry ??= import('./entry.js').catch((cause: unknown) => {
    entry = undefined;
    throw toVisioError(cause, 'ENGINE_LOAD_FAILED');
  }));

/** Shows whatever track there is in `element`. */
function showTrack(track: Readable<MediaStreamTrack | null>, element: HTMLVideoElement): () => void {
  const end = track.subscribe((now) => {
    element.srcObject = now && new MediaStream([now]);
  });
  return () => {
    end();
    element.srcObject = null;
  };
}

function cleanName(name: string): string {
  // By code points: half a character is no text, and an encoder may throw over it.
  return [...name.replace(/\s+/g, ' ').trim()].slice(0, NAME_LENGTH).join('');
}

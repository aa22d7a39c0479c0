/** What the engines' contract is tested with: a room of one's own, someone else in it, and what only a server can do. */
import { expect } from '@open-wc/testing';
import type { Credentials } from '../../backends/backend.js';
import type { VisioErrorCode } from '../../errors/codes.js';
import { isVisioError } from '../../errors/visio-error.js';
import type {
  ConnectOptions,
  Engine,
  EngineContext,
  FileEvent,
  PacketEvent,
  SendFileOptions,
  SendPacketOptions,
  SendTextOptions,
  TextEvent,
  TrackInfo,
  TrackSource,
  VideoSource,
} from '../engine.js';
import { Witness } from './witness.js';

/** Someone else in the room, who sees it with their own eyes. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  publish(source: TrackSource, options?: { readonly muted?: boolean }): Promise<void>;
  setMuted(source: TrackSource, muted: boolean): Promise<void>;
  unpublish(source: TrackSource): Promise<void>;
  /** Speaks into a microphone that is published. */
  speak(): void;
  sendText(topic: string, text: string, options?: SendTextOptions): Promise<string>;
  sendPacket(payload: Uint8Array, options?: SendPacketOptions): Promise<void>;
  /** Sends a file, and says that it has `size` bytes. */
  sendFile(topic: string, file: Blob, options?: SendFileOptions & { readonly size?: number | null }): Promise<string>;
  /** Writes down a segment of what this guest says, piece by piece in one go; says whether it is final. */
  transcribe(pieces: readonly string[], segment: { readonly id: string; readonly final: boolean }): Promise<void>;
  /** What this guest was told of files. */
  readonly files: readonly FileEvent[];
  /** What this guest got of the room's data, in order. */
  readonly received: readonly (TextEvent | PacketEvent)[];
  leave(): Promise<void>;
  /** What this guest knows of a participant. */
  sees(id: string): { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly tracks: Readonly<Partial<Record<TrackSource, TrackInfo>>> } | undefined;
}

/** What only a server can do. */
export interface Moderator {
  mute(id: string, source: TrackSource): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  setAttributes(id: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  setCanPublish(id: string, sources: readonly TrackSource[]): Promise<void>;
  remove(id: string): Promise<void>;
  setRoomMetadata(metadata: string): Promise<void>;
  /** Has the server give someone a fresh token. */
  renewToken(id: string): Promise<void>;
  closeRoom(): Promise<void>;
}

/** What the local participant may do that is not usual, or may not. */
export interface TestRights {
  /** May publish nothing. Default: false. */
  readonly viewer?: boolean;
  /** May set their own attributes. Default: false. */
  readonly ownAttributes?: boolean;
}

/** A room that nobody else uses. */
export interface TestRoom {
  createEngine(context: EngineContext): Engine;
  credentials(options?: TestRights & { readonly name?: string }): Promise<Credentials>;
  /** `kind` as the server says it. Default: an ordinary participant. */
  invite(name: string, kind?: 'sip' | 'agent'): Promise<Guest>;
  readonly moderator: Moderator;
  /** Whether a guest's video comes in here. */
  receives(engine: Engine, id: string, source: VideoSource): boolean;
  /** Lets the same identity join from elsewhere. */
  takePlaceOf(id: string): Promise<void>;
  /** Breaks the connection of `engine` so that it comes back by itself. */
  breakConnection(engine: Engine): Promise<void>;
  /** Begins or ends a recording of the room, by someone whom nobody sees. */
  setRecording(on: boolean): Promise<void>;
  /** Sends everyone away whom the harness brought. */
  close(): Promise<void>;
}

export interface EngineHarness {
  openRoom(): Promise<TestRoom>;
  /** Credentials that are refused, by the code they are refused with. */
  readonly refused: Readonly<Record<'INVALID_TOKEN' | 'EXPIRED_TOKEN' | 'SERVER_UNREACHABLE', () => Promise<Credentials>>>;
}

/** What a test has before it begins: an engine that has not joined yet, in a room that nobody else uses. */
export interface Parts {
  readonly room: TestRoom;
  readonly engine: Engine;
  readonly witness: Witness;
  /** Tracks that are stopped when the test ends. */
  readonly opened: MediaStreamTrack[];
  /** Joins, and returns the local participant's id. */
  join(options?: TestRights & { readonly name?: string }): Promise<string>;
  connectOptions(options?: TestRights & { readonly name?: string }): Promise<ConnectOptions>;
  open(kind: 'microphone' | 'camera'): Promise<MediaStreamTrack>;
}

/** What the tests' engines receive texts on. */
export const TOPIC = 'visio.test';

/**
 * Not defined in Firefox 153: there a track's listeners hear nothing that the page itself dispatches, no audio starts on
 * a machine without a sound card (Chromium pretends to have one), its fake microphone says of all processing that it is
 * off, and without a graphics card it has no WebGL 2 for effects.
 */
export const exceptInFirefox: (title: string, run: () => Promise<void>) => unknown = navigator.userAgent.includes('Firefox') ? () => undefined : it;

/**
 * Gives each test of the `describe` that it is called in its room and engine, and takes them away; `topics` are what the engine
 * receives texts on. Returns what the test that runs has.
 */
export function provideParts(harness: EngineHarness, ...topics: readonly string[]): () => Parts {
  let room: TestRoom;
  let witness: Witness;
  let engine: Engine;
  let opened: MediaStreamTrack[] = [];

  beforeEach(async () => {
    room = await harness.openRoom();
    witness = new Witness(...topics);
    engine = room.createEngine(witness);
  });

  afterEach(async () => {
    engine.dispose();
    for (const track of opened) track.stop();
    opened = [];
    await room.close();
    document.querySelectorAll('video').forEach((video) => video.remove());
  });

  const connectOptions: Parts['connectOptions'] = async (options = {}) => {
    const { name = 'Ada' } = options;
    return { ...(await room.credentials({ ...options, name })), displayName: name, signal: new AbortController().signal };
  };

  const join: Parts['join'] = async (options) => {
    await engine.connect(await connectOptions(options));
    return witness.localId;
  };

  const open: Parts['open'] = async (kind) => {
    const track = await engine.media.open(kind, '');
    opened.push(track);
    return track;
  };

  return () => ({ room, engine, witness, opened, join, connectOptions, open });
}

export async function rejects(promise: Promise<unknown>, code: VisioErrorCode): Promise<void> {
  const outcome = await promise.then(
    () => 'it was fulfilled',
    (error: unknown) => error,
  );
  if (!isVisioError(outcome)) throw new Error(`Expected ${code}, but got: ${String(outcome)}`);
  expect(outcome.code, outcome.message).to.equal(code);
}

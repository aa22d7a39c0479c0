/**
 * The port to the world of media. An engine connects to a room, publishes what it is given and tells by events
 * what is the case. It knows nothing of lobbies, commands or views; the meeting above it knows no vendor.
 */
import type { LogSink } from '../log/logger.js';
import type { Transport } from './transport.js';

/** What a track shows or plays. LiveKit's words (`Track.Source`). */
export type TrackSource = 'microphone' | 'camera' | 'screen_share' | 'screen_share_audio';

/** What a video shows: a person, or a screen. */
export type VideoSource = 'camera' | 'screen_share';

/** What a shared screen is to keep when not all can be had: sharp letters, or fluent movement. */
export type ScreenHint = 'text' | 'motion';
/** How well media reaches or leaves a participant, as the server judges it. */
export type ConnectionQuality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';

/** What a participant publishes under one source. */
export interface TrackInfo {
  /** The server's own name of it (LiveKit's track sid): another one each time something is published. */
  readonly id: string;
  readonly source: TrackSource;
  readonly muted: boolean;
  /** Pixels of the best layer published; `undefined` for audio and until known. */
  readonly dimensions?: { readonly width: number; readonly height: number } | undefined;
}

/**
 * What kind of participant someone is, in LiveKit's words (`ParticipantInfo.Kind`): `sip` calls by telephone, `agent` is a
 * program, `egress` records, `ingress` and `connector` bring a stream from elsewhere. The server says so, nobody can claim it.
 */
export type ParticipantKind = 'standard' | 'ingress' | 'egress' | 'sip' | 'agent' | 'connector';

/** A participant as the engine tells of it, without tracks. */
export interface ParticipantInfo {
  /** LiveKit's identity: unique in the room, stable over reconnections. */
  readonly id: string;
  /**
   * What the person wants to be called; may be empty. Text from the network. Of who calls by telephone, the name that the
   * server gave them, or what may be told of their number: `+33 •• •• •• 12`.
   */
  readonly name: string;
  readonly isLocal: boolean;
  readonly kind: ParticipantKind;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly joinedAt: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** Sources that this participant may publish now. */
  readonly canPublish: readonly TrackSource[];
  /** Whether this participant may set their own attributes: LiveKit's `canUpdateOwnMetadata`. */
  readonly canSetAttributes: boolean;
}

/** Why a connection ended for good. */
export type EndReason =
  /** This participant left. */
  | 'left'
  | 'removed'
  | 'duplicate-identity'
  | 'room-closed'
  | 'connection-lost'
  /** It never came to be; the error tells why. */
  | 'failed';

/** What an engine tells. Events are facts: the state above changes when they come, not before. */
export type EngineEvent =
  | { readonly type: 'connected' }
  /** The connection broke; the engine is getting it back by itself. */
  | { readonly type: 'reconnecting' }
  /** It is back, with everything published before. */
  | { readonly type: 'reconnected' }
  /** It ended for good. Not sent after a `connect` that rejected. */
  | { readonly type: 'disconnected'; readonly reason: EndReason }
  /** Someone joined, or something about them changed. */
  | { readonly type: 'participant'; readonly participant: ParticipantInfo }
  /** Someone else is ready to get data: what was sent before may have passed them by. Told of everyone once a session. */
  | { readonly type: 'participant-ready'; readonly id: string }
  | { readonly type: 'participant-left'; readonly id: string }
  /** Someone, the local participant included, began to publish a source, or its state changed. */
  | { readonly type: 'track'; readonly id: string; readonly track: TrackInfo }
  | { readonly type: 'track-removed'; readonly id: string; readonly source: TrackSource }
  /** Everyone who is speaking now, loudest first. */
  | { readonly type: 'speakers'; readonly ids: readonly string[] }
  | { readonly type: 'quality'; readonly id: string; readonly quality: ConnectionQuality }
  /** Whether the browser keeps the room's sound from playing until a person clicks. */
  | { readonly type: 'playback'; readonly blocked: boolean }
  /** Whether the room is being recorded, as the server says. Told as one comes in, and of each change. */
  | { readonly type: 'recording'; readonly active: boolean }
  /** What the server keeps with the room: any text, set by who runs it. Told as one comes in, and of each change. */
  | { readonly type: 'room'; readonly metadata: string }
  /** The server gave a fresh token, which is used from now on. */
  | { readonly type: 'token'; readonly token: string }
  | TranscriptionEvent
  | TextEvent
  | PacketEvent
  | FileEvent;

/**
 * What someone says, in writing: a segment as far as it is known now, in place of what was told of it before. LiveKit's
 * transcriptions, whichever way they come, each told once.
 */
export interface TranscriptionEvent {
  readonly type: 'transcription';
  /**
   * Who says it. A participant is believed of themselves alone, an agent (whose token the server made) of whom it names.
   * Empty when nobody says who; may be someone who is not in the room.
   */
  readonly from: string;
  /** Unique with `from`, unless a sender sends one again. */
  readonly segmentId: string;
  /** At most 2,000 characters. Empty: the segment is taken back. Text from the network. */
  readonly text: string;
  /** Whether nothing more comes of it. */
  readonly final: boolean;
  /** What language it is in (BCP 47), where the sender says so. */
  readonly language?: string;
}

/** The longest segment of a transcription that is told, in characters. Of a longer one the beginning is told. */
export const SEGMENT_LIMIT = 2_000;

/** A text has come in whole, on one of {@link EngineContext.textTopics}. Those of one sender come in the order of sending. */
export interface TextEvent {
  readonly type: 'text';
  readonly topic: string;
  readonly from: string;
  /** Of the stream: the sender chose it. Unique with `from`, unless the sender sends one again. */
  readonly id: string;
  readonly text: string;
  /** Milliseconds since the epoch, by the sender's clock. */
  readonly timestamp: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids of the files that go with it, as the sender says. They come after it, or never. */
  readonly attachments?: readonly string[];
}

/**
 * Of a file that someone sends, on one of {@link EngineContext.fileTopics}: told as it begins, now and then on its way,
 * and as it ends, whole or dropped. Never before the texts that its sender sent before it.
 */
export type FileEvent = {
  readonly type: 'file';
  readonly topic: string;
  readonly from: string;
  /** Of the stream: the sender chose it. Unique with `from`, unless the sender sends one again. */
  readonly id: string;
  /** What the sender calls it. Text from the network, and no path. */
  readonly name: string;
  /** In bytes, as the sender says; `null` when they do not. */
  readonly size: number | null;
} & FileProgress;

/** How far a file is that is being received. */
export type FileProgress =
  /** In bytes. */
  | { readonly state: 'receiving'; readonly received: number }
  /** Its type is empty: nothing that the sender says of it is sure. */
  | { readonly state: 'received'; readonly data: Blob }
  | { readonly state: 'dropped'; readonly reason: FileDropReason };

/** Why a file that was being received is not there. */
export type FileDropReason =
  /** It has more bytes than its topic allows, or than its sender said. */
  | 'too-large'
  /** Too many were under way at once. */
  | 'too-many'
  /** It ended before it was whole: its sender gave up or went, or the connection broke. */
  | 'incomplete';

/** A data packet, as anyone in the room may send: nothing about its content is sure. */
export interface PacketEvent {
  readonly type: 'packet';
  /** Empty when it has none. */
  readonly topic: string;
  /** `null` when the server sent it. */
  readonly from: string | null;
  readonly payload: Uint8Array;
}

/** The longest text that is sent or received, in characters. A longer one that comes is dropped, with a line in the log. */
export const TEXT_LIMIT = 65_536;

/** The largest packet that is sent, in bytes: what LiveKit carries everywhere. */
export const PACKET_LIMIT = 15_000;

/** To whom. */
export interface SendOptions {
  /** Identities of those who are to get it. Default: everyone else. */
  readonly to?: readonly string[];
}

/** How a text is sent. */
export interface SendTextOptions extends SendOptions {
  /** Default: a new one. The same again is for a text that takes the place of the former. */
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Ids of the files that are sent after it, and belong to it. */
  readonly attachments?: readonly string[];
}

/** How a file is sent. */
export interface SendFileOptions extends SendOptions {
  /** Default: a new one. */
  readonly id?: string;
  /** What the others call it. Default: empty. */
  readonly name?: string;
  /** Called now and then with how many bytes are on their way. Begins anew when the connection had to be made anew. */
  readonly onProgress?: (sent: number) => void;
  /** Aborting gives it up. */
  readonly signal?: AbortSignal;
}

/** How a packet is sent. */
export interface SendPacketOptions extends SendOptions {
  readonly topic?: string;
}

/** What an engine is given by its meeting. */
export interface EngineContext {
  /** Tells what happened. Events of one moment are one batch. */
  emit(event: EngineEvent): void;
  /** Where to log: no token and no name of a person. */
  readonly log: LogSink;
  /** Topics of text streams to receive; all others are ignored. Default: none. */
  readonly textTopics?: readonly string[];
  /** Topics of files to receive, each with the most bytes that one may have; all others are ignored. Default: none. */
  readonly fileTopics?: Readonly<Record<string, number>>;
}

/** How an engine joins a room. */
export interface ConnectOptions {
  /** ws: or wss:, checked. */
  readonly serverUrl: string;
  readonly token: string;
  /** The name asked for; a server token, where there is one, has the last word. */
  readonly displayName: string;
  /** Aborting gives the attempt up; `connect` then rejects. */
  readonly signal: AbortSignal;
}

/** How a track is published. */
export interface PublishOptions {
  /** Published silent or black, to be unmuted later. */
  readonly muted?: boolean;
  /** Of a `screen_share`. Default: `text`. */
  readonly hint?: ScreenHint;
}

/** What stands between a meeting and those who carry it: the port. It says by events what is the case; nothing that it is asked for is so until it says so. */
export interface Engine {
  /** Cameras, microphones, speakers and screens, usable before and without a connection. */
  readonly media: MediaInput;

  /** Loads what the engine needs, so that `connect` does not wait for it. Rejects with `ENGINE_LOAD_FAILED`. */
  load(): Promise<void>;

  /** Opens the way to a server (name, handshake) ahead of `connect`. Never fails. */
  prepare(serverUrl: string): void;

  /**
   * Joins. Before it resolves it has emitted `connected`, the local participant and those already there.
   * Rejects with a `VisioError`: `INVALID_TOKEN`, `EXPIRED_TOKEN`, `SERVER_UNREACHABLE`, `MEDIA_BLOCKED`, …
   */
  connect(options: ConnectOptions): Promise<void>;

  /** Gives a fresh token, of the same identity, for when the connection has to be made anew. Of no use outside a call. */
  setToken(token: string): void;

  /** Leaves. Emits `disconnected` with reason `left` when it was connected. */
  disconnect(): Promise<void>;

  /**
   * Publishes `track` under `source`, in place of what is published there, unmuted unless told otherwise. Resolves
   * when the server has taken it. The same track again, with another hint, changes that without a break.
   * The engine never stops the track: whoever opened it does.
   */
  publish(source: TrackSource, track: MediaStreamTrack, options?: PublishOptions): Promise<void>;

  /** Takes a track back. Nothing happens where there is none. The track itself is not stopped. */
  unpublish(source: TrackSource): Promise<void>;

  /** Mutes or unmutes what is published under `source`. */
  setMuted(source: TrackSource, muted: boolean): Promise<void>;

  /**
   * Shows a participant's video in `element` for as long as they publish it, over mutes, reconnections and
   * republications, until the returned function is called. Video that nothing shows is not received (a moment after it
   * was shown last), and what is shown small is received small. Sound is received in any case.
   */
  attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void;

  /**
   * Takes an element in which a picture that came as one connected runs already: it shows sooner than in one of its own. To be given to
   * `attach` as any other. `undefined`, the default: there is none.
   */
  takeVideo?(id: string, source: VideoSource): HTMLVideoElement | undefined;

  /**
   * Sends a text stream. Resolves to its id when it is on its way; while the connection is broken it waits, and goes
   * out once it is back. Rejects with `COMMAND_DISABLED` outside a call, and when the call ends meanwhile.
   */
  sendText(topic: string, text: string, options?: SendTextOptions): Promise<string>;

  /**
   * Sends a file. Resolves to its id when all of it is on its way; waits as `sendText` does, and begins again when the
   * connection had to be made anew. Rejects with `COMMAND_DISABLED` outside a call, and when it is given up.
   */
  sendFile(topic: string, file: Blob, options?: SendFileOptions): Promise<string>;

  /** Sends one data packet, reliably and in order; waits as `sendText` does. */
  sendPacket(payload: Uint8Array, options?: SendPacketOptions): Promise<void>;

  /**
   * Sets attributes of the local participant, beside those that are not named; an empty one goes. Resolves when the
   * server has taken them and it is told; waits as `sendText` does. Rejects with `NOT_ALLOWED` without the right to it.
   */
  setAttributes(attributes: Readonly<Record<string, string>>): Promise<void>;

  /** Plays the room's sound after the browser blocked it; call it in a click. */
  startPlayback(): Promise<void>;

  /** Plays the room's sound on this device; `''` is the system's default. */
  setSpeaker(deviceId: string): Promise<void>;

  /** Limits, counters and probes of what is carried: fetched when first asked for, and the same each time. */
  transport(): Promise<Transport>;

  /** Ends everything at once and lets go of what it holds. The engine is not used again. */
  dispose(): void;
}

/** Makes the engine of one meeting. */
export type EngineFactory = (context: EngineContext) => Engine;

/** What a device is for. */
export type DeviceKind = 'microphone' | 'camera' | 'speaker';

/** A camera, microphone or speaker. */
export interface Device {
  readonly id: string;
  readonly kind: DeviceKind;
  /** The system's name for it; empty until the person has granted access. */
  readonly label: string;
  /** The same for the parts of one thing: a headset's microphone and its speaker. Default: it is by itself. */
  readonly groupId?: string;
}

/** What the browser lets this page do; `unknown` where it does not tell. */
export type DevicePermission = 'granted' | 'denied' | 'prompt' | 'unknown';

/** A screen that a person has chosen. */
export interface ScreenTracks {
  readonly video: MediaStreamTrack;
  /** `null` when it was not wanted, the browser has none to offer, or the person did not give it. */
  readonly audio: MediaStreamTrack | null;
}

/** How a screen is asked for. */
export interface ScreenOptions {
  /** Default: `text`. */
  readonly hint?: ScreenHint;
  /** Whether the browser is to offer the sound of what is shared. Default: true. */
  readonly sound?: boolean;
  /**
   * Told whether what is shared is this very page, at once and at each change: a person may switch from tab to tab.
   * Where the browser does not say it, the answer is no.
   */
  readonly onSelf?: (isSelf: boolean) => void;
}

/** How the browser works on a microphone's sound before it is sent. The words of Media Capture and Streams (W3C). */
export interface MicrophoneProcessing {
  readonly noiseSuppression: boolean;
  readonly echoCancellation: boolean;
  readonly autoGainControl: boolean;
}

/** How a device is opened. */
export interface OpenOptions {
  /** For a microphone. Default: everything on. */
  readonly processing?: MicrophoneProcessing;
}

/** What is done to the own camera's picture before anybody sees it. */
export type VideoEffect =
  | { readonly kind: 'none' }
  /** What is behind the person is blurred: by 0 (a little) to 1 (beyond recognition). Default: 0.5. */
  | { readonly kind: 'blur'; readonly strength?: number }
  /**
   * What is behind the person is another picture: one of ours by its name, any other by its address, or the person's
   * own as a file (JPEG or PNG, at most 2 MB).
   */
  | { readonly kind: 'image'; readonly image: string | Blob };

/** A camera's picture with an effect. */
export interface EffectTrack {
  readonly track: MediaStreamTrack;
  /** Changes the effect without a gap. Rejects, and stays as it is, when the new one cannot be had. */
  update(effect: VideoEffect): Promise<void>;
  /** Stops the track and lets go of everything but the camera, which is its owner's. */
  end(): void;
}

/** Where local media comes from. Failures are `VisioError`s with a `DEVICE_…` code and the `device` they are about. */
export interface MediaInput {
  readonly canShareScreen: boolean;
  readonly canChooseSpeaker: boolean;
  /** All devices that the browser tells of. Without permission their names are empty. */
  list(): Promise<readonly Device[]>;
  /** What is known without asking the person. */
  permission(kind: 'microphone' | 'camera'): Promise<DevicePermission>;
  /** Calls `listener` when a device comes or goes, or a permission changes. Returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Opens a device; `''` is the system's default, and so is one that is no longer there. The caller stops the track. */
  open(kind: 'microphone' | 'camera', deviceId: string, options?: OpenOptions): Promise<MediaStreamTrack>;
  /** Changes how an open microphone works on its sound. Resolves to whether it could: if not, opening it anew does. */
  setProcessing(track: MediaStreamTrack, processing: MicrophoneProcessing): Promise<boolean>;
  /** Plays a few notes on a speaker (`''` is the system's default), and resolves when they have ended. */
  testSpeaker(deviceId: string): Promise<void>;
  /** Whether effects can be had here at all. */
  readonly canApplyEffects: boolean;
  /**
   * Gives a track that shows `camera` with an effect, once its first picture is there. `assets` is the address of what
   * effects are made of, with a slash at its end. Rejects with `EFFECT_UNSUPPORTED`, `EFFECT_LOAD_FAILED`, or
   * `INVALID_ARGUMENT` for an image that is none.
   */
  applyEffect(camera: MediaStreamTrack, effect: Exclude<VideoEffect, { kind: 'none' }>, assets: string): Promise<EffectTrack>;
  /** Asks the person for a screen, window or tab. Rejects with `DEVICE_DENIED` when they cancel. */
  openScreen(options?: ScreenOptions): Promise<ScreenTracks>;
}

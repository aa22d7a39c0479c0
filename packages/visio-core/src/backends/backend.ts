/**
 * The port to where rooms come from: who may come in, and what else a server does for a room beside carrying its media.
 * Only {@link Backend.credentials} is asked for; what a backend lacks of the rest is not offered to anyone.
 *
 * Each method is given the {@link Session} of the call it is about. It resolves when the server has taken what was
 * asked, and tells nothing more: what then is the case comes by the room. What it rejects with reaches the caller, as
 * `REQUEST_FAILED` if it is no `VisioError`.
 */
import type { TrackSource } from '../engine/engine.js';

/** Where rooms come from, and what their server can do. Only `credentials` is needed; each further part is offered to people when it is there. */
export interface Backend {
  /** Gets what is needed to join. Called once for each attempt; abort `signal` gives it up. */
  credentials(request: CredentialsRequest): Promise<Credentials>;
  /** Raised hands, where the backend carries them. Default: a participant sets their own attribute, if the token lets them. */
  readonly hands?: BackendHands;
  /** Those who wait to be let in. Asked by moderators only. */
  readonly waitingRoom?: BackendWaitingRoom;
  readonly moderation?: BackendModeration;
  readonly recording?: BackendRecording;
  readonly captions?: BackendCaptions;
  /** Makes rooms, for who is signed in. */
  readonly rooms?: BackendRooms;
  /** Changes one's own name in the room. */
  rename?(name: string, session: Session): Promise<void>;
  /**
   * Background images that it keeps for who is signed in, whatever the room. Asked when they look for one, in the lobby, too.
   * Rejects with `SIGN_IN_REQUIRED` for who is not signed in, and with `FEATURE_OFF` where none are kept.
   */
  backgrounds?(signal: AbortSignal): Promise<KeptBackgrounds>;
}

/** What a backend is asked for when someone joins, and when their token is to be renewed. */
export interface CredentialsRequest {
  /** The room asked for; empty when the backend knows by itself. */
  readonly room: string;
  readonly displayName: string;
  /**
   * `check`: for a check of the connection, in a room that nobody else is in, by the name that `room` gives: it is
   * entered some times for some seconds, and test video is sent to it. `renewal`: a fresh token for who is in the meeting
   * already, whom `identity` names; one for anybody else is of no use, and nobody is to be made to wait for it. Default:
   * to join the meeting.
   */
  readonly purpose?: 'check' | 'renewal';
  readonly identity?: string;
  readonly signal: AbortSignal;
  /**
   * To be called when the person is held back until someone lets them in; the answer then takes as long as that does.
   * Rejecting with `ENTRY_REFUSED` or `ENTRY_TIMED_OUT` says that nobody did.
   */
  readonly onWaiting?: () => void;
}

/** What is needed to join: the answer of a {@link TokenProvider}, or of a backend. */
export interface Credentials {
  /** The LiveKit server: an absolute ws:, wss:, http: or https: address. */
  readonly serverUrl: string;
  /** A LiveKit access token (JWT). */
  readonly token: string;
  /** What the backend's other calls name the room by. Default: the room asked for. */
  readonly roomId?: string;
  /** What of its parts the backend offers in this room. Default: all that it has. */
  readonly offers?: Offers;
  /** How the room is set now; what LiveKit's room metadata says goes before it. Default: unknown. */
  readonly settings?: RoomSettings;
  /** What acts in this room, where that is not the backend that was asked: with less, for a room in which less can be done. */
  readonly backend?: Backend;
}

/** What a backend offers in one room to one person. What is left out is offered as far as the backend has it. */
export interface Offers {
  /** Default: both. */
  readonly recording?: readonly RecordingMode[];
  /** Default: yes. */
  readonly captions?: boolean;
  /** Where others join. Default: the page's own address. */
  readonly invitation?: string;
  /** How one joins by telephone. Default: nobody can. */
  readonly dialIn?: DialIn;
}

/** How to join by telephone. */
export interface DialIn {
  /** In international form, as in `+33 1 23 45 67 89`. */
  readonly number: string;
  /** What the caller then types; digits. */
  readonly pin: string;
}

/** What a participant was let into a call with: who they are to the backend. */
export interface Session extends Credentials {
  /** The latest: it changes while the call lasts. */
  readonly token: string;
  /** The room that was asked for. */
  readonly room: string;
}

/**
 * Raises and lowers hands by setting the participant attribute `handRaisedAt`, as La Suite Meet does: the time, in
 * ISO 8601, or nothing. The room shows what the server tells of that attribute.
 */
export interface BackendHands {
  /** Raises or lowers one's own hand. Resolves once the server has it; the room then tells everyone. */
  setRaised(raised: boolean, session: Session): Promise<void>;
  /** Lowers someone else's. Asked of moderators only. Default: nobody can. */
  lower?(identity: string, session: Session): Promise<void>;
}

/** Someone who wants to be let in. */
export interface WaitingPerson {
  readonly id: string;
  /** May be empty. Text from the network. */
  readonly name: string;
}

/** The waiting room, as seen by who may let people in. */
export interface BackendWaitingRoom {
  /** Who waits now, first come first. */
  list(session: Session, signal: AbortSignal): Promise<readonly WaitingPerson[]>;
  /** Lets someone in; `id` as in {@link WaitingPerson}. */
  admit(id: string, session: Session): Promise<void>;
  /** Turns someone away; `id` as in {@link WaitingPerson}. */
  deny(id: string, session: Session): Promise<void>;
}

/** What someone is in a room that La Suite Meet keeps: the participant attribute `room_role`. */
export type RoomRole = 'owner' | 'administrator' | 'member';

/** Who comes in without waiting: everyone, those who are signed in, or only those who have a role. */
export type AccessLevel = 'public' | 'trusted' | 'restricted';

/** What a moderator can change of a room. What is left out stays. */
export interface RoomSettings {
  readonly accessLevel?: AccessLevel;
  /** What participants without a role may publish. */
  readonly canPublish?: readonly TrackSource[];
  /** Whether every participant may mute others. */
  readonly everyoneCanMute?: boolean;
}

/** What moderators ask the server for. Each rejects with a `VisioError`: `NOT_ALLOWED` for who may not. */
export interface BackendModeration {
  /** Mutes one track; `trackId` as in `TrackInfo.id`. Asked of everyone where `RoomState.everyoneCanMute`. */
  mute(identity: string, trackId: string, session: Session): Promise<void>;
  /** Sends someone out. They can come back unless the room keeps them waiting. */
  remove(identity: string, session: Session): Promise<void>;
  /** Makes someone a moderator, or no longer one. */
  setRole(identity: string, role: 'administrator' | 'member', session: Session): Promise<void>;
  /** Says what someone may publish from now on. */
  setCanPublish(identity: string, sources: readonly TrackSource[], session: Session): Promise<void>;
  /**
   * Marks someone as sign-language interpreter, or no longer: sets the participant attribute `visio.interpreter` to `true`,
   * or to nothing. Default: nobody can be marked.
   */
  setInterpreter?(identity: string, isInterpreter: boolean, session: Session): Promise<void>;
  /** Changes what the room allows. What is not named stays. */
  setRoom(settings: RoomSettings, session: Session): Promise<void>;
}

/** A film of the meeting, or what was said, in writing. The words of La Suite Meet's API. */
export type RecordingMode = 'screen_recording' | 'transcript';

/** What a recording is to have besides pictures and sound. */
export interface RecordingOptions {
  /** Of a film: whether there is to be a transcript, too. Default: no. */
  readonly transcribe?: boolean;
  /** What is spoken (ISO 639-1). Default: the backend finds out. */
  readonly language?: string;
}

/** Has the server record the room. */
export interface BackendRecording {
  /** Rejects with `ALREADY_ACTIVE` while there is one. */
  start(mode: RecordingMode, options: RecordingOptions, session: Session): Promise<void>;
  /** Ends it. Resolves when the server was told: that it is saved shows in the room. */
  stop(session: Session): Promise<void>;
}

/** Has captions written by the server. */
export interface BackendCaptions {
  /** Has what is said written down for the room. Once it runs, it runs until the meeting ends. */
  start(session: Session): Promise<void>;
}

/** A room that was made. */
export interface CreatedRoom {
  /** Where people join: an absolute address. */
  readonly url: string;
  /** The room's name, to ask {@link Backend.credentials} for. */
  readonly room: string;
}

/** Makes rooms, for `<visio-call-button>`. */
export interface BackendRooms {
  /** Makes a room of a new name. Rejects with `SIGN_IN_REQUIRED` for who is not signed in. */
  create(signal: AbortSignal): Promise<CreatedRoom>;
  /** How many are in a room now. Asked every few seconds, as long as someone looks. Default: not told. */
  people?(room: string, signal: AbortSignal): Promise<number>;
}

/** The background images of one person. */
export interface KeptBackgrounds {
  readonly images: readonly KeptBackground[];
  /** How many more it takes. */
  readonly free: number;
  /**
   * Keeps one more: JPEG or PNG, at most 2 MB. Rejects with `INVALID_ARGUMENT` for what it does not take. Default: it takes none
   * from here.
   */
  add?(image: File, signal: AbortSignal): Promise<KeptBackground>;
}

/** A picture of one's own that the backend keeps, to be a background again. */
export interface KeptBackground {
  readonly id: string;
  /** May be empty. Text from the network. */
  readonly name: string;
  /** Its content, JPEG or PNG of at most 2 MB; `null` when it is no longer there. */
  load(signal: AbortSignal): Promise<Blob | null>;
  /** Deletes it for good. Default: not from here. */
  remove?(): Promise<void>;
}

/**
 * The host's own way to a token: asks its backend, and returns the token alone (then `serverUrl` must be known
 * otherwise) or with the server's address.
 */
export type TokenProvider = (
  request: CredentialsRequest,
) => Promise<string | { readonly serverUrl?: string; readonly token: string }>;

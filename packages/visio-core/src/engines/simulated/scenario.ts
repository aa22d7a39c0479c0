/** What can happen in a simulated room, and how to write it down. */
import type {
  ConnectionQuality,
  DeviceKind,
  EndReason,
  FileEvent,
  PacketEvent,
  ParticipantKind,
  SendFileOptions,
  SendPacketOptions,
  SendTextOptions,
  TextEvent,
  TrackInfo,
  TrackSource,
  VideoSource,
} from '../../engine/engine.js';
import type { SimulatedClock } from './clock.js';
import type { Random } from './random.js';
import type { SimulatedNetwork } from './transport.js';

/** Someone to put into a room. */
export interface Person {
  readonly name: string;
  /** Default: made of the name, `Zoé Le Gall` → `zoe-le-gall`. */
  readonly id?: string;
  /** True: on, false: published but muted. Default: not published. */
  readonly microphone?: boolean;
  /** True: on, false: published but muted. Default: not published. */
  readonly camera?: boolean;
  /** Whether the camera stands upright, as a phone's. */
  readonly upright?: boolean;
  /** Shares a screen. */
  readonly screen?: boolean;
  /** Shares the sound of it, too. */
  readonly screenSound?: boolean;
  /** Default: `standard`. */
  readonly kind?: ParticipantKind;
  /** Default: `excellent`. */
  readonly quality?: ConnectionQuality;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Something that happens at a time. */
export interface Cue {
  /** Milliseconds after the local participant joined. */
  readonly at: number;
  /** What happens then. */
  readonly do: (director: Director) => void;
}

/**
 * A play for a simulated room.
 *
 * ```ts
 * const knock = defineScenario({
 *   people: [{ name: 'Inès Moreau', microphone: true, camera: true }],
 *   timeline: [
 *     { at: 2_000, do: (director) => director.join({ name: 'Tom Petit', microphone: false }) },
 *     { at: 4_000, do: (director) => director.speak('ines-moreau', 3_000) },
 *     { at: 9_000, do: (director) => director.share('tom-petit') },
 *   ],
 *   script(director) {
 *     director.every(20_000, () => director.reconnect(2_000));
 *   },
 * });
 * createMeeting({ engine: simulatedEngine({ scenario: knock }), backend: staticBackend('wss://simulated', 'any') });
 * ```
 */
export interface Scenario {
  /** Who is there when the local participant comes. */
  readonly people?: readonly Person[] | ((random: Random) => readonly Person[]);
  /** Happens at fixed times. */
  readonly timeline?: readonly Cue[];
  /** Called when the local participant has joined, for what a list of times cannot say. */
  readonly script?: (director: Director) => void;
  /** Devices that the person refuses, from the lobby on. */
  readonly denied?: readonly DeniableDevice[];
  /** Devices that the page which frames this one keeps from it, from the lobby on. */
  readonly blocked?: readonly DeniableDevice[];
  /** Kinds of device that are not connected, from the lobby on. */
  readonly absent?: readonly DeviceKind[];
}

/** What the person chooses when the browser asks what to share. */
export interface ScreenChoice {
  /** The tab that shows the meeting. Default: false. */
  readonly self?: boolean;
  /** With its sound, where it is wanted. Default: false. */
  readonly sound?: boolean;
}

/** What a person may refuse. */
export type DeniableDevice = 'microphone' | 'camera' | 'screen';

/** What the director sees of a participant. */
export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly isLocal: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tracks: Readonly<Partial<Record<TrackSource, TrackInfo>>>;
}

/** Hears what the local participant sends, with the identities of those whom it reaches. */
export type DataListener = (event: TextEvent | PacketEvent, to: readonly string[]) => void;

/** Hears of the files that the local participant sends, as they begin and end, with whom they reach. */
export type FileListener = (event: FileEvent, to: readonly string[]) => void;

/** How something said is written down. */
export interface CaptionOptions {
  /** Default: a new one. The same again takes the place of the former. */
  readonly segmentId?: string;
  /** Default: true. */
  readonly final?: boolean;
  /** Default: not said. */
  readonly language?: string;
}

/** How a file is sent. */
export interface SimulatedFileOptions extends Pick<SendFileOptions, 'id' | 'name' | 'to'> {
  /** How many bytes its sender says it has; `null`: nothing. Default: as many as it has. */
  readonly size?: number | null;
  /** How long it takes, in milliseconds. Default: 0. */
  readonly ms?: number;
  /** Whether its sender gives up half-way. Default: no. */
  readonly breaks?: boolean;
}

/**
 * Moves everyone else, and the network. Anyone who is not in the room is passed over. The local participant can be
 * named, too, by {@link Director.localId}: that is a moderator's doing.
 */
export interface Director {
  readonly clock: SimulatedClock;
  /** Seeded: use this and not `Math.random`, so that the play stays the same. */
  readonly random: Random;
  readonly localId: string;
  /** Everyone in the room; the local participant only during a call. */
  readonly ids: readonly string[];
  /** What others would see of someone; `undefined` for who is not there. */
  see(id: string): Seen | undefined;
  /** Whether this video comes in here: only what something shows does. */
  receives(id: string, source: VideoSource): boolean;

  /** Calls `run` once, unless the call ends before. */
  after(ms: number, run: () => void): () => void;
  /** Calls `run` again and again until the call ends, or the returned function is called. */
  every(ms: number, run: () => void): () => void;

  /** Lets someone in, and returns their id. Before the call: they are there when it begins. */
  join(person: Person): string;
  /** Lets someone go. */
  leave(id: string): void;
  /** Gives someone another name. */
  rename(id: string, name: string): void;
  /** Beside those that are there; an empty one goes. */
  setAttributes(id: string, attributes: Readonly<Record<string, string>>): void;
  /** Raises or lowers someone’s hand. */
  setHandRaised(id: string, raised: boolean): void;
  /** Sends a reaction, by La Suite Meet's name for it: `thumbs-up`, … */
  react(id: string, emoji: string): void;
  /** Says what someone may publish from now on; what they may no longer ends. */
  setPermissions(id: string, canPublish: readonly TrackSource[]): void;

  /** Publishes a source, on or muted. */
  publish(id: string, source: TrackSource, muted?: boolean): void;
  /** Takes a source back. */
  unpublish(id: string, source: TrackSource): void;
  /** Mutes a source that is published. */
  mute(id: string, source: TrackSource): void;
  /** Unmutes, publishing the source first where it is not. Nobody can unmute the local participant. */
  unmute(id: string, source: TrackSource): void;
  /** Turns a camera on or off, publishing it first where it is not. */
  setCamera(id: string, on: boolean): void;
  /** Shares a screen, with its sound or without. */
  share(id: string, options?: { readonly sound?: boolean }): void;
  /** Ends what someone shares. */
  stopShare(id: string): void;
  /** Speaks for a while. Without an unmuted microphone nobody hears it, so nothing happens. */
  speak(id: string, ms: number): void;
  /**
   * Writes down what someone says: a segment so far, or a final one. Returns the segment's id. `''` for nobody who is known;
   * the local participant can be written down, too.
   */
  caption(id: string, text: string, options?: CaptionOptions): string;
  /** Says how good someone’s connection is. */
  quality(id: string, quality: ConnectionQuality): void;
  /** Says whether the room is being recorded. Before the call: it is when the call begins. */
  setRecording(on: boolean): void;
  /** Gives the local participant a fresh token. Before the call: nothing happens. */
  renewToken(token: string): void;
  /** Says what the server keeps with the room; an object as JSON. Before the call: it is there when the call begins. */
  setRoomMetadata(metadata: string | object): void;

  /** Sends a text, as if in one piece. Returns its id. */
  sendText(id: string, topic: string, text: string, options?: SendTextOptions): string;
  /** Sends a packet; `null` for the server. */
  sendPacket(id: string | null, payload: Uint8Array, options?: SendPacketOptions): void;
  /** Calls `listener` with what the local participant sends, until the returned function is called. */
  onData(listener: DataListener): () => void;
  /** Sends a file. Returns its id. */
  sendFile(id: string, topic: string, file: Blob, options?: SimulatedFileOptions): string;
  /** Calls `listener` with the files that the local participant sends, until the returned function is called. */
  onFile(listener: FileListener): () => void;

  /** Breaks the connection, and brings it back after `ms`. */
  reconnect(ms: number): void;
  /** Ends the call for good. */
  drop(reason: Exclude<EndReason, 'left' | 'failed'>): void;
  /** Has the browser hold back the sound until `startPlayback`. */
  blockPlayback(): void;
  /** Changes what a check of the connection finds. Default: nothing is blocked, and the server has a relay. */
  setNetwork(network: Partial<SimulatedNetwork>): void;

  /** The person refuses these devices from now on. */
  denyDevices(...devices: readonly DeniableDevice[]): void;
  /** The person allows them again; without arguments all. */
  allowDevices(...devices: readonly DeniableDevice[]): void;
  /** Pulls a device out, by its id, or all of a kind. A track that is open from it ends. */
  unplug(device: string): void;
  /** Connects everything again. */
  plugIn(): void;
  /** Says what the person shares the next time, or turns to while they share: someone may switch from tab to tab. */
  chooseScreen(choice: ScreenChoice): void;
}

/** Types a scenario where it is written. */
export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}

import type { Backend, Session } from '../backends/backend.js';
import type { Engine } from '../engine/engine.js';
import type { LogSink } from '../log/logger.js';
import type { Command, CommandOptions, Readable, Scope } from '../reactive/index.js';
import type { Connection } from './connection.js';
import type { MeetingEvents } from './events.js';
import type { RoomState } from './room-state.js';
import type { Participant, Roster } from './roster.js';

/** What a feature gets from its meeting. */
export interface FeatureContext extends MeetingEvents {
  readonly engine: Engine;
  readonly connection: Connection;
  readonly roster: Roster;
  readonly roomState: Readable<RoomState>;
  /** Who was there when the call came, as they were: what has changed since is news. Empty outside a call. */
  there(): ReadonlyMap<string, Participant>;
  /** Ends with the meeting. */
  readonly scope: Scope;
  readonly log: LogSink;
  readonly storage: MeetingStorage | null;
  /** Where credentials come from now, and for which room. */
  access(): { readonly backend: Backend; readonly room: string };
  /** Whether local devices may be open: from the lobby to the end of the call. */
  readonly active: Readable<boolean>;
  /** What this call was joined with, and the backend that gave it; `null` before. */
  readonly session: Readable<CallSession | null>;
  /** Does what `meeting.leave` does. Nobody is told of a failure. */
  leave(): void;
  /** Makes a command that the host may prevent. */
  command<Args extends readonly unknown[], Result>(options: Omit<CommandOptions<Args, Result>, 'allow'>): Command<Args, Result>;
}

export interface CallSession extends Session {
  readonly backend: Backend;
  /** Whether the token lets its holder moderate the room. */
  readonly isRoomAdmin: boolean;
}

/** The part of `localStorage` that is used to remember choices. */
export type MeetingStorage = Pick<Storage, 'getItem' | 'setItem'>;

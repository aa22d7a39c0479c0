// For the tests, which are TypeScript: what index.mjs tells in JSDoc.

/** The development backend, which answers La Suite Meet's API at `/api/v1.0/`. */
export interface Backend {
  readonly url: string;
  readonly port: number;
  /** What an operator sets. Changes of what is asked later, such as `recording.egress`, take effect at once. */
  readonly settings: MeetSettings;
  /** By which it forgets who waits, ends sessions, and counts requests. */
  readonly clock: { now(): number; advance(milliseconds: number): void };
  /** As if it were gone: its port answers nobody. */
  stop(): Promise<void>;
  /** Answers again, at the same port, and knows what it knew. */
  restart(): Promise<void>;
  /** Replaces what was said before; without any, it behaves again, and answers what it held. */
  misbehave(...ways: Misbehaviour[]): void;
  /** What was asked of the API, oldest first; at most the last 10,000. What it still holds is not yet among them. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  /**
   * What the egress service would report of the newest recording of a room (its id or name), where
   * `settings.recording.egress` is `manual`.
   */
  egress(room: string, report: EgressReport): Promise<void>;
  /** Makes a room of that name, unless there is one, and tells its id. Default: Olive's, as public as `settings` say. */
  room(name: string, more?: { readonly owner?: string; readonly access_level?: 'public' | 'trusted' | 'restricted'; readonly configuration?: object }): string;
  /** The cookies of a new session of someone of this backend: `olive`, `mel`, `ada` or `tom`. */
  signIn(nick: string): { readonly sessionid: string; readonly csrftoken: string };
}

export interface Misbehaviour {
  /** Part of the paths it is for, such as `/request-entry/`. Default: all of the API. */
  readonly path?: string;
  /** Default: all. */
  readonly method?: string;
  /** How often it happens. Default: without end. */
  readonly times?: number;
  /** Milliseconds until anything is answered. */
  readonly delay?: number;
  /** Nothing is answered until the next call of `misbehave`. */
  readonly hold?: boolean;
  /**
   * In place of the right one: a page, JSON of another shape, half of an answer, too many requests, what Django says
   * when it fails, or the connection is cut.
   */
  readonly answer?: 'html' | 'wrong-json' | 'broken-json' | 'throttled' | 'error' | 'reset';
  /** Of that answer. Default: 502 for a page, 200 for JSON, 500 for an error. */
  readonly status?: number;
  /** Seconds that one who is throttled is to wait. Default: 60. */
  readonly retryAfter?: number;
}

/** `active`, `ending` and `aborted` are updates; what ends a recording is one of the others. */
export type EgressReport = 'active' | 'ending' | 'aborted' | 'complete' | 'limit_reached' | 'failed';

/** Those that tests change; all are in backend/meet/settings.mjs. */
export interface MeetSettings {
  /** Which pages of other origins are answered, and may read it. Default: none, and their requests are refused. */
  allowedOrigins: readonly string[] | undefined;
  /** Whose pages may write with a session. */
  trustedOrigins: readonly string[];
  recording: { enabled: boolean; egress: 'none' | 'manual' | 'automatic' };
  subtitle: { enabled: boolean };
  connectionTest: { enabled: boolean };
  /** With it, rooms that are made have a PIN. */
  telephony: { enabled: boolean; phoneNumber: string; country: string };
  /** Equipment of meeting rooms, which shows this token. Also with it, rooms have a PIN. */
  roomkit: { enabled: boolean; token: string };
  files: { enabled: boolean };
  rooms: { allowUnregistered: boolean; defaultAccessLevel: 'public' | 'trusted' | 'restricted' };
  /** Requests a minute. */
  throttles: { request_entry: number; creation_callback: number; connection_test: number; roomkit_join: number };
}

export interface BackendOptions {
  readonly settings?: { readonly [Name in keyof MeetSettings]?: MeetSettings[Name] extends readonly unknown[] | undefined ? MeetSettings[Name] : Partial<MeetSettings[Name]> };
  /** The file its database is kept in. Default: in memory. */
  readonly database?: string;
  /** Further origins that pages of ours may reach. */
  readonly connectTo?: readonly string[];
  /** False: without the demo, so that nothing needs to be built. */
  readonly demo?: boolean;
}

export function startBackend(options: BackendOptions & {
  /** Where the livekit-server is. Without it, all that needs one fails as it does where that is down. */
  readonly livekit?: { readonly url: string; readonly apiKey: string; readonly apiSecret: string };
  /** Default: any free one. */
  readonly port?: number;
  /** How many ports to try, counting up, when one is taken. Default: one. */
  readonly tries?: number;
}): Promise<Backend & { close(): Promise<void> }>;

// For the tests, which are TypeScript: what services.mjs tells in JSDoc.
export interface Services {
  readonly livekit:
    | {
        readonly url: string;
        readonly apiKey: string;
        readonly apiSecret: string;
        /** Where the program came from, in words. */
        readonly how: string;
        /** The working relay: its name, where it listens, and the SHA-256 of its public key, in base64. */
        readonly relay: { readonly host: string; readonly port: number; readonly key: string } | undefined;
        readonly log: string;
        readonly pid: number | undefined;
        stop(): Promise<void>;
        /** As a crash would end it: at once, without a word to its clients. */
        kill(): Promise<void>;
        /** Starts it again with the same port and keys. */
        restart(): Promise<void>;
      }
    | undefined;
  readonly backend: Backend;
  close(): Promise<void>;
}

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

export function startServices(options?: {
  livekit?: boolean;
  /** By which livekit-server takes media: UDP by default, TCP not; and whether it names a relay by TLS, and one that works. */
  ways?: { readonly udp?: boolean; readonly tcp?: boolean; readonly relay?: 'dead' | 'working' };
  port?: number;
  tries?: number;
  say?: (text: string) => void;
  backend?: BackendOptions;
}): Promise<Services>;

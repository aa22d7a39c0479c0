// For the tests, which are TypeScript: what run.mjs tells in JSDoc.
export interface RunningLivekitServer {
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

/** By which livekit-server takes media: UDP by default, TCP not; and whether it names a relay by TLS, and one that works. */
export interface Ways {
  readonly udp?: boolean;
  readonly tcp?: boolean;
  readonly relay?: 'dead' | 'working';
}

export function startLivekitServer(options?: {
  readonly port?: number;
  readonly ways?: Ways;
  readonly say?: (text: string) => void;
}): Promise<RunningLivekitServer>;

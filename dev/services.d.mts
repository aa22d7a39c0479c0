// For the tests, which are TypeScript: what services.mjs tells in JSDoc.
export interface Services {
  readonly livekit:
    | {
        readonly url: string;
        readonly apiKey: string;
        readonly apiSecret: string;
        /** Where the program came from, in words. */
        readonly how: string;
        readonly log: string;
        readonly pid: number | undefined;
        stop(): Promise<void>;
        /** As a crash would end it: at once, without a word to its clients. */
        kill(): Promise<void>;
        /** Starts it again with the same port and keys. */
        restart(): Promise<void>;
      }
    | undefined;
  readonly backend: { readonly url: string; readonly port: number };
  close(): Promise<void>;
}

export function startServices(options?: {
  livekit?: boolean;
  /** By which livekit-server takes media: UDP by default, TCP not; and whether it names a relay that does not answer. */
  ways?: { readonly udp?: boolean; readonly tcp?: boolean; readonly deadRelay?: boolean };
  port?: number;
  tries?: number;
  say?: (text: string) => void;
}): Promise<Services>;

// For the tests, which are TypeScript: what services.mjs tells in JSDoc.
import type { Backend, BackendOptions } from './backend/index.mjs';
import type { RunningLivekitServer, Ways } from './livekit-server/run.mjs';

export interface Services {
  readonly livekit: RunningLivekitServer | undefined;
  readonly backend: Backend;
  close(): Promise<void>;
}

export function startServices(options?: {
  livekit?: boolean;
  /** By which livekit-server takes media. */
  ways?: Ways;
  port?: number;
  tries?: number;
  say?: (text: string) => void;
  backend?: BackendOptions;
}): Promise<Services>;

import { VisioError } from '../../errors/visio-error.js';

/** The way to the server, for what has to wait until it is whole. */
export interface Link {
  readonly isOut: boolean;
  readonly isBroken: boolean;
  /** Waits for a broken connection to be back. Rejects with `COMMAND_DISABLED` outside a call, and when it ends meanwhile. */
  whole(): Promise<void>;
}

export function notConnected(): VisioError {
  return new VisioError('COMMAND_DISABLED', 'The meeting is not connected.');
}

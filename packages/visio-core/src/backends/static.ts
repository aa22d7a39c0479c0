import { VisioError } from '../errors/visio-error.js';
import type { Backend } from './backend.js';

/** A server and a token that the host already has. */
export function staticBackend(serverUrl: string, token: string): Backend {
  return {
    async credentials() {
      if (token === '') throw new VisioError('NO_CREDENTIALS', 'There is a server but no token.');
      return { serverUrl, token };
    },
  };
}

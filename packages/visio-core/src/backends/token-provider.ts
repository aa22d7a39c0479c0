import { toVisioError, VisioError } from '../errors/visio-error.js';
import type { Backend, TokenProvider } from './backend.js';

/** A backend made of the host's function. `serverUrl` is used when the function returns a token alone. */
export function tokenProviderBackend(provide: TokenProvider, serverUrl = ''): Backend {
  return {
    async credentials(request) {
      let answer: Awaited<ReturnType<TokenProvider>>;
      try {
        answer = await provide(request);
      } catch (cause) {
        throw toVisioError(cause, 'TOKEN_REQUEST_FAILED');
      }
      const given = typeof answer === 'string' ? { token: answer } : answer;
      // The host's function may be JavaScript, and answer anything.
      if (typeof given?.token !== 'string' || given.token === '') {
        throw new VisioError('TOKEN_REQUEST_FAILED', 'The token provider gave no token.');
      }
      return { serverUrl: given.serverUrl ?? serverUrl, token: given.token };
    },
  };
}

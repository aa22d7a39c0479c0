import { isVisioError, VisioError } from '../errors/visio-error.js';
import type { Backend, CredentialsRequest } from './backend.js';

/** How an endpoint for tokens is asked. */
export interface TokenEndpointOptions {
  /** The LiveKit server, for an endpoint that does not name it. */
  readonly serverUrl?: string;
  /** What is asked with, beside what is asked for: `authorization`, for example. Read each time. */
  readonly headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Whether cookies go with it. Default: to the same origin. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds until an answer is no longer waited for. Default: 15,000. */
  readonly timeout?: number;
}

/** More than a token and an address need, in characters. */
const LIMIT = 50_000;

/**
 * LiveKit's standard token endpoint: it is sent `room_name`, `participant_name` and, for a fresh token during a call,
 * `participant_identity`, and answers with `server_url` and `participant_token`.
 *
 * See https://docs.livekit.io/frontends/authentication/tokens/endpoint/
 */
export function tokenEndpointBackend(url: string, { serverUrl = '', headers, credentials = 'same-origin', timeout = 15_000 }: TokenEndpointOptions = {}): Backend {
  async function ask({ room, displayName, identity, signal }: CredentialsRequest): Promise<unknown> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    const timer = setTimeout(abort, timeout);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json', ...(await headers?.()) },
        body: JSON.stringify({
          ...(room !== '' && { room_name: room }),
          ...(displayName !== '' && { participant_name: displayName }),
          ...(identity !== undefined && { participant_identity: identity }),
        }),
        credentials,
        redirect: 'error',
        cache: 'no-store',
        signal: stop.signal,
      });
      if (!response.ok) throw failed(`it answered with ${response.status}`, response.status);
      const text = await response.text();
      return text.length > LIMIT ? undefined : (JSON.parse(text) as unknown);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    async credentials(request) {
      const answer = await ask(request).catch((cause: unknown) => {
        throw isVisioError(cause) ? cause : failed('it does not answer, or not with JSON', undefined, cause);
      });
      const { server_url, participant_token: token } = (answer ?? {}) as { server_url?: unknown; participant_token?: unknown };
      if (typeof token !== 'string' || token === '') throw failed('it answered without a token');
      return { serverUrl: typeof server_url === 'string' && server_url !== '' ? server_url : serverUrl, token };
    },
  };
}

function failed(why: string, status?: number, cause?: unknown): VisioError {
  const code = status === 401 ? 'SIGN_IN_REQUIRED' : status === 429 ? 'TOO_MANY_REQUESTS' : 'TOKEN_REQUEST_FAILED';
  return new VisioError(code, `The token endpoint cannot be used: ${why}.`, cause === undefined ? {} : { cause });
}

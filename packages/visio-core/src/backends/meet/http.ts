import { VisioError } from '../../errors/visio-error.js';
import type { VisioErrorCode } from '../../errors/codes.js';
import { wait } from './wait.js';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1.0/`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A LiveKit token to ask with, in place of who is signed in. */
  readonly bearer?: string;
  readonly signal?: AbortSignal | undefined;
  /** The longest wait that a server which is asked too much may demand, in seconds. Default: 10. */
  readonly patience?: number;
  /** Milliseconds until an answer is no longer waited for. Default: the API's. */
  readonly timeout?: number;
  /** What a status means here, where that is not what it means elsewhere. */
  readonly codes?: Readonly<Record<number, VisioErrorCode>>;
  /** A status that is an answer, and no failure. */
  readonly also?: number;
}

export interface Reply {
  readonly status: number;
  /** JSON, or `undefined` where there was none. */
  readonly body: unknown;
}

export type Api = (ask: Ask) => Promise<Reply>;

/** The largest answer that is read, in bytes. */
const LIMIT = 1_000_000;

/** Of which requests a foreign server says nothing, in seconds. */
const UNSAID = 5;

const CODES: Readonly<Record<number, VisioErrorCode>> = {
  400: 'REQUEST_FAILED',
  401: 'SIGN_IN_REQUIRED',
  403: 'NOT_ALLOWED',
  404: 'REQUEST_FAILED',
  409: 'ALREADY_ACTIVE',
  429: 'TOO_MANY_REQUESTS',
};

/** Asks a Visio's API. Each answer is bounded in time and size; what fails rejects with a `VisioError`. */
export function createApi(origin: string, timeout: number): Api {
  async function askOnce(ask: Ask): Promise<Reply & { readonly retryAfter: string | null }> {
    const { signal } = ask;
    const stop = new AbortController();
    const abort = () => stop.abort();
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    const timer = setTimeout(abort, ask.timeout ?? timeout);
    try {
      const response = await fetch(`${origin}/api/v1.0/${ask.path}`, {
        method: ask.method,
        headers: headersFor(ask, origin),
        ...(ask.body && { body: JSON.stringify(ask.body) }),
        // A LiveKit token says by itself who this is, and needs no CSRF token beside it.
        credentials: ask.bearer === undefined ? 'include' : 'omit',
        redirect: 'error',
        cache: 'no-store',
        signal: stop.signal,
      });
      return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await readJson(response) };
    } catch (cause) {
      if (signal?.aborted) throw new VisioError('COMMAND_DISABLED', 'The request was given up.', { cause });
      throw new VisioError('BACKEND_UNREACHABLE', `${origin} does not answer, or lets no page of this origin ask it (CORS).`, { cause });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  return async (ask) => {
    let reply = await askOnce(ask);
    if (reply.status === 429) {
      const seconds = secondsToWait(reply);
      if (seconds > (ask.patience ?? 10)) throw failure(ask, reply);
      await wait(seconds * 1000, ask.signal);
      reply = await askOnce(ask);
    }
    const { status, body } = reply;
    if (status === ask.also) return { status, body };
    if (status < 200 || status > 299) throw failure(ask, reply);
    return { status, body };
  };
}

/** No header beside those that its CORS rules let pass. */
function headersFor({ method, body, bearer }: Ask, origin: string): Record<string, string> {
  const csrf = method === 'GET' || bearer !== undefined ? null : csrfToken(origin);
  return {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json' }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(csrf !== null && { 'x-csrftoken': csrf }),
  };
}

/** A page reads the cookies of its own host only, whatever the port. */
function csrfToken(origin: string): string | null {
  if (globalThis.location?.hostname !== new URL(origin).hostname) return null;
  return /(?:^|; )csrftoken=([\w-]{1,128})(?:;|$)/.exec(document.cookie)?.[1] ?? null;
}

async function readJson(response: Response): Promise<unknown> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) {
    void response.body?.cancel().catch(() => undefined);
    return undefined;
  }
  const bytes = await readBytes(response, LIMIT);
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** What an answer carries; `undefined` if that is more than `limit` bytes. */
export async function readBytes(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size > limit) {
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function secondsToWait({ retryAfter, body }: Reply & { readonly retryAfter: string | null }): number {
  // Other origins cannot read the header; the sentence has it, too.
  const said = /^\d{1,6}$/.exec(retryAfter ?? '')?.[0] ?? /(\d{1,6}) second/.exec(detailOf(body))?.[1];
  return said === undefined ? UNSAID : Number(said);
}

function failure({ method, path, codes }: Ask, { status, body }: Reply): VisioError {
  const code = codes?.[status] ?? CODES[status] ?? (status >= 500 ? 'BACKEND_FAILED' : 'REQUEST_FAILED');
  const why = detailOf(body).startsWith('CSRF') ? ': it takes no writes from pages of this origin (CSRF_TRUSTED_ORIGINS)' : '';
  return new VisioError(code, `${method} ${path.split('?')[0]} was answered with ${status}${why}.`);
}

function detailOf(body: unknown): string {
  const { detail } = (body ?? {}) as { detail?: unknown };
  return typeof detail === 'string' ? detail.slice(0, 200) : '';
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialsRequest } from './backend.js';
import { tokenEndpointBackend } from './token-endpoint.js';

const URL = 'https://host.example/api/token';
const request = (more: Partial<CredentialsRequest> = {}): CredentialsRequest => ({ room: 'r', displayName: 'Ada', signal: new AbortController().signal, ...more });
const code = (name: string) => expect.objectContaining({ name: 'VisioError', code: name });

function answers(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn(
    (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        Promise.resolve(answer()).then(resolve, reject);
      }),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('tokenEndpointBackend', () => {
  it('asks as LiveKit’s standard has it', async () => {
    const fetch = answers(() => json({ server_url: 'wss://a', participant_token: 't' }, 201));
    const backend = tokenEndpointBackend(URL, { headers: async () => ({ authorization: 'Bearer x' }) });
    await expect(backend.credentials(request())).resolves.toEqual({ serverUrl: 'wss://a', token: 't' });
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe(URL);
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', redirect: 'error', headers: { authorization: 'Bearer x' } });
    expect(JSON.parse(init.body as string)).toEqual({ room_name: 'r', participant_name: 'Ada' });
  });

  it('says who one is for a fresh token, and nothing that it does not know', async () => {
    const fetch = answers(() => json({ participant_token: 't' }));
    const backend = tokenEndpointBackend(URL, { serverUrl: 'wss://b' });
    await expect(backend.credentials(request({ room: '', displayName: '', purpose: 'renewal', identity: 'ada-1' }))).resolves.toEqual({ serverUrl: 'wss://b', token: 't' });
    expect(JSON.parse(fetch.mock.calls[0]![1].body as string)).toEqual({ participant_identity: 'ada-1' });
  });

  it.each([
    ['401', () => json({}, 401), 'SIGN_IN_REQUIRED'],
    ['429', () => json({}, 429), 'TOO_MANY_REQUESTS'],
    ['500', () => json({}, 500), 'TOKEN_REQUEST_FAILED'],
    ['a page', () => new Response('<html>'), 'TOKEN_REQUEST_FAILED'],
    ['no token', () => json({ server_url: 'wss://a' }), 'TOKEN_REQUEST_FAILED'],
    ['null', () => json(null), 'TOKEN_REQUEST_FAILED'],
    ['too much', () => json({ participant_token: 'x'.repeat(60_000) }), 'TOKEN_REQUEST_FAILED'],
    ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'TOKEN_REQUEST_FAILED'],
  ])('%s is told by its code, after one question', async (_, answer, name) => {
    const fetch = answers(answer);
    await expect(tokenEndpointBackend(URL).credentials(request())).rejects.toThrowError(code(name));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not wait for one that does not answer', async () => {
    answers(() => new Promise(() => undefined));
    const given = expect(tokenEndpointBackend(URL).credentials(request())).rejects.toThrowError(code('TOKEN_REQUEST_FAILED'));
    await vi.advanceTimersByTimeAsync(15_000);
    await given;
  });
});

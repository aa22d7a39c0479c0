import { describe, expect, it, vi } from 'vitest';
import { VisioError } from '../errors/visio-error.js';
import type { TokenProvider } from './backend.js';
import { tokenProviderBackend } from './token-provider.js';

const request = { room: 'r', displayName: 'Ada', signal: new AbortController().signal };

describe('tokenProviderBackend', () => {
  it('asks the host with the room, the name and a signal', async () => {
    const provide = vi.fn<TokenProvider>(async () => 't');
    await tokenProviderBackend(provide, 'wss://a').credentials(request);
    expect(provide).toHaveBeenCalledWith(request);
  });

  it('uses its own server for a token alone', async () => {
    await expect(tokenProviderBackend(async () => 't', 'wss://a').credentials(request)).resolves.toEqual({ serverUrl: 'wss://a', token: 't' });
  });

  it('prefers the server that comes with the token', async () => {
    const backend = tokenProviderBackend(async () => ({ serverUrl: 'wss://b', token: 't' }), 'wss://a');
    await expect(backend.credentials(request)).resolves.toEqual({ serverUrl: 'wss://b', token: 't' });
  });

  it('uses its own server when none comes with the token', async () => {
    await expect(tokenProviderBackend(async () => ({ token: 't' }), 'wss://a').credentials(request)).resolves.toEqual({ serverUrl: 'wss://a', token: 't' });
  });

  it('asks again each time', async () => {
    let n = 0;
    const backend = tokenProviderBackend(async () => `t${++n}`, 'wss://a');
    await backend.credentials(request);
    await expect(backend.credentials(request)).resolves.toMatchObject({ token: 't2' });
  });

  it.each([undefined, null, '', 42, {}, { token: '' }, { token: 42 }, { serverUrl: 'wss://b' }, []])('refuses the answer %j', async (answer) => {
    const backend = tokenProviderBackend((async () => answer) as unknown as TokenProvider, 'wss://a');
    await expect(backend.credentials(request)).rejects.toMatchObject({ code: 'TOKEN_REQUEST_FAILED' });
  });

  it('wraps a failure, with its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const failing = tokenProviderBackend(async () => {
      throw cause;
    });
    await expect(failing.credentials(request)).rejects.toMatchObject({ code: 'TOKEN_REQUEST_FAILED', cause });
    // Not an async function at all: JavaScript may do that.
    const throwing = tokenProviderBackend((() => {
      throw cause;
    }) as TokenProvider);
    await expect(throwing.credentials(request)).rejects.toMatchObject({ code: 'TOKEN_REQUEST_FAILED', cause });
  });

  it('lets the host say precisely what is wrong', async () => {
    const error = new VisioError('ROOM_CLOSED', 'over');
    const backend = tokenProviderBackend(async () => {
      throw error;
    });
    await expect(backend.credentials(request)).rejects.toBe(error);
  });
});

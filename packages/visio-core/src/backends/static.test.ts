import { describe, expect, it } from 'vitest';
import { staticBackend } from './static.js';

const request = { room: '', displayName: '', signal: new AbortController().signal };

describe('staticBackend', () => {
  it('gives what it was given', async () => {
    await expect(staticBackend('wss://a', 't').credentials(request)).resolves.toEqual({ serverUrl: 'wss://a', token: 't' });
  });

  it('has no credentials without a token', async () => {
    await expect(staticBackend('wss://a', '').credentials(request)).rejects.toMatchObject({ code: 'NO_CREDENTIALS' });
  });
});

import { describe, expect, it } from 'vitest';
import { parseServerUrl } from './server-url.js';

describe('parseServerUrl', () => {
  it.each([
    ['wss://meet.example', 'wss://meet.example'],
    ['ws://localhost:7880', 'ws://localhost:7880'],
    ['https://meet.example', 'wss://meet.example'],
    ['http://127.0.0.1:7880/', 'ws://127.0.0.1:7880'],
    ['HTTPS://Meet.Example/', 'wss://meet.example'],
    ['wss://meet.example:443', 'wss://meet.example'],
    ['wss://[::1]:7880', 'wss://[::1]:7880'],
    ['wss://meet.example/livekit/', 'wss://meet.example/livekit'],
    ['  wss://meet.example  ', 'wss://meet.example'],
  ])('takes %s as %s', (text, url) => {
    expect(parseServerUrl(text)).toBe(url);
  });

  it('leaves out query and fragment, where a token does not belong', () => {
    expect(parseServerUrl('wss://meet.example/?access_token=secret#x')).toBe('wss://meet.example');
  });

  it.each(['', '   ', 'meet.example', '/rtc', '//meet.example', 'wss://', 'wss:', 'ftp://meet.example', 'javascript:alert(1)', 'data:,x', 'wss://a b', 'wss://meet.example:99999', undefined, null, 42, {}])(
    'refuses %s',
    (text) => {
      expect(() => parseServerUrl(text)).toThrowError(expect.objectContaining({ code: 'INVALID_SERVER_URL' }));
    },
  );

  it.each(['wss://user@meet.example', 'wss://user:secret@meet.example', 'wss://:secret@meet.example'])('refuses %s, and does not repeat it', (text) => {
    expect(() => parseServerUrl(text)).toThrowError(expect.objectContaining({ code: 'INVALID_SERVER_URL', message: expect.not.stringContaining('secret') }));
  });
});

import { describe, expect, it } from 'vitest';
import { parseAddress, parseRoom, randomRoom } from './address.js';

const ORIGIN = 'https://visio.example';
const INVALID = expect.objectContaining({ code: 'INVALID_ROOM_URL' });

describe('parseAddress', () => {
  it.each([
    ['https://visio.example', { origin: ORIGIN, room: '' }],
    ['https://visio.example/', { origin: ORIGIN, room: '' }],
    ['https://visio.example/abc-defg-hij', { origin: ORIGIN, room: 'abc-defg-hij' }],
    ['HTTPS://Visio.Example/ABCDEFGHIJ/', { origin: ORIGIN, room: 'abc-defg-hij' }],
    ['https://visio.example/abc-defg-hij?x=1#y', { origin: ORIGIN, room: 'abc-defg-hij' }],
    ['https://visio.example/my-demo-room', { origin: ORIGIN, room: 'my-demo-room' }],
    [' http://127.0.0.1:8071/R%C3%A9union ', { origin: 'http://127.0.0.1:8071', room: 'réunion' }],
  ])('takes %s', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  it.each(['', 'abc-defg-hij', '/abc-defg-hij', '//visio.example', 'wss://visio.example', 'javascript:alert(1)', 'https://visio.example/a/b', 'https://visio.example/%2e%2e%2fx', 'https://visio.example/%ff', null, undefined, 42])(
    'refuses %s',
    (text) => {
      expect(() => parseAddress(text)).toThrowError(INVALID);
    },
  );

  it('refuses a password, and does not repeat it', () => {
    expect(() => parseAddress('https://me:secret@visio.example')).toThrowError(expect.objectContaining({ code: 'INVALID_ROOM_URL', message: expect.not.stringContaining('secret') }));
  });
});

describe('parseRoom', () => {
  it.each([
    ['ABCDEFGHIJ', 'abc-defg-hij'],
    ['abc-defg-hij', 'abc-defg-hij'],
    ['AbC-DeFg-HiJ', 'abc-defg-hij'],
    ['abcd-efg-hij', 'abcd-efg-hij'],
    ['https://visio.example/ABCDEFGHIJ', 'abc-defg-hij'],
    ['My-Demo-Room', 'my-demo-room'],
    ['abcdefghijk', 'abcdefghijk'],
    ['001888CF-5684-4fcd-b554-9c34fa42224e', '001888cf-5684-4fcd-b554-9c34fa42224e'],
  ])('takes %s as %s', (text, room) => {
    expect(parseRoom(text, ORIGIN)).toBe(room);
  });

  it.each(['', '..', '.', '-', 'a/b', 'a\\b', 'a\nb', 'x'.repeat(101), 'https://other.example/abc-defg-hij', 'https://visio.example'])('refuses %j', (text) => {
    expect(() => parseRoom(text, ORIGIN)).toThrowError(INVALID);
  });
});

describe('randomRoom', () => {
  it('has the form of La Suite Meet’s names, and is another each time', () => {
    const names = Array.from({ length: 50 }, randomRoom);
    expect(names.filter((name) => !/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(50);
  });
});

import { afterEach, expect, it, vi } from 'vitest';
import { CONFIG, fakeVisio, json, ROOM, ROOM_ID, UNREGISTERED } from './meet/testing.js';
import { urlBackend } from './url.js';

const request = { room: '', displayName: 'Ada', signal: new AbortController().signal };

afterEach(() => void vi.unstubAllGlobals());

it('finds what acts in the room behind an address, and asks what is offered once', async () => {
  const { to } = fakeVisio({ 'GET config/': () => json(CONFIG), 'GET rooms/': () => json(ROOM) });
  const backend = urlBackend('https://visio.example/ABCDEFGHIJ');
  const given = await backend.credentials(request);
  await backend.credentials(request);
  expect(given).toMatchObject({ roomId: ROOM_ID, serverUrl: 'http://127.0.0.1:7890' });
  expect(Object.keys(given.backend!).sort()).toEqual(['backgrounds', 'captions', 'credentials', 'hands', 'moderation', 'recording', 'rename', 'rooms', 'waitingRoom']);
  expect(to('rooms/').map(({ path }) => path)).toEqual(['rooms/abc-defg-hij/?username=Ada', 'rooms/abc-defg-hij/?username=Ada']);
  expect(to('config/').length).toBe(1);
});

it('acts in no room that the server does not keep', async () => {
  fakeVisio({ 'GET config/': () => json(CONFIG), 'GET rooms/': () => json(UNREGISTERED) });
  const given = await urlBackend('https://visio.example/my-demo-room').credentials(request);
  expect(Object.keys(given.backend!)).toEqual(['credentials']);
});

it('says that an address is none when one joins', async () => {
  await expect(urlBackend('not an address').credentials(request)).rejects.toMatchObject({ code: 'INVALID_ROOM_URL' });
});

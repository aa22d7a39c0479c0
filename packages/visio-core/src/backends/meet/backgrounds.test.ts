import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KeptBackground } from '../backend.js';
import { urlBackend } from '../url.js';
import { meetBackend } from './index.js';
import { CONFIG, html, json } from './testing.js';

const VISIO = 'https://visio.example';
const STORAGE = 'https://storage.example/bucket/tmp/one?signature=x';
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const never = new AbortController().signal;
const code = (name: string) => expect.objectContaining({ name: 'VisioError', code: name });

/** As La Suite Meet's serializer has it. */
const file = (id: string, more: object = {}) => ({
  id,
  created_at: '2026-08-21T20:03:03Z',
  title: `picture ${id}`,
  type: 'background_image',
  creator: { id: 'x', full_name: 'Olive Owner', short_name: 'Olive' },
  deleted_at: null,
  filename: `${id}.png`,
  upload_state: 'ready',
  mimetype: 'image/png',
  size: 11,
  url: `${VISIO}/media/files/${id}.png`,
  ...more,
});
const page = (...results: unknown[]) => json({ count: results.length, next: null, previous: null, results });

type Answer = (init: RequestInit) => Response | Promise<Response>;

/** Answers by method and address, whole or as it begins. */
function fakeServers(answers: Readonly<Record<string, Answer>>) {
  const asked: { what: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const what = `${init.method ?? 'GET'} ${url.replace(`${VISIO}/api/v1.0/`, '')}`;
    asked.push({ what, init });
    const key = Object.keys(answers).find((each) => what.startsWith(each));
    if (!key) throw new TypeError(`Failed to fetch ${what}`);
    return answers[key]!(init);
  });
  return { asked, whats: () => asked.map(({ what }) => what).filter((what) => what !== 'GET config/') };
}

const withFiles = (answers: Readonly<Record<string, Answer>>) => fakeServers({ 'GET config/': () => json(CONFIG), ...answers });

afterEach(() => void vi.unstubAllGlobals());

describe('listing', () => {
  it('asks for one’s own, that are there, with the cookies of who is signed in', async () => {
    const server = withFiles({ 'GET files/': () => page(file('one'), file('two')) });
    const kept = await meetBackend(VISIO).backgrounds!(never);
    expect(kept.images.map(({ id, name }) => [id, name])).toEqual([['one', 'picture one'], ['two', 'picture two']]);
    expect(kept.free).toBe(8);
    expect(server.whats()).toEqual(['GET files/?page=1&page_size=50&is_creator_me=true&type=background_image&upload_state=ready&is_deleted=false']);
    expect(server.asked.at(-1)!.init).toMatchObject({ credentials: 'include', redirect: 'error' });
  });

  it('leaves out what is not ready, too large, no file, or lies elsewhere than in the Visio’s media', async () => {
    const server = withFiles({
      'GET files/': () =>
        page(
          file('pending', { upload_state: 'pending', url: null }),
          file('large', { size: 2 * 1024 * 1024 + 1 }),
          file('abroad', { url: 'https://evil.example/media/files/x.png' }),
          file('prefix', { url: 'https://visio.example.evil.example/media/x.png' }),
          file('script', { url: 'javascript:alert(1)' }),
          file('data', { url: 'data:image/svg+xml,<svg/>' }),
          file('up', { url: `${VISIO}/media/../api/v1.0/users/me/` }),
          file('../id'),
          null,
          'file',
          file('relative', { url: '/media/files/relative.png' }),
          file('nameless', { title: 7 }),
        ),
    });
    const kept = await meetBackend(VISIO).backgrounds!(never);
    expect(kept.images.map(({ id, name }) => [id, name])).toEqual([['relative', 'picture relative'], ['nameless', '']]);
    expect(server.whats()).toHaveLength(1);
  });

  it.each<[string, Answer, string]>([
    ['who is not signed in', () => json({ detail: 'Authentication credentials were not provided.' }, 401), 'SIGN_IN_REQUIRED'],
    ['a Visio that keeps none', () => json({ detail: 'Not found.' }, 404), 'FEATURE_OFF'],
    ['a failure', () => html(500), 'BACKEND_FAILED'],
    ['an answer that is none', () => json({ results: 'many' }), 'BACKEND_FAILED'],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch')), 'BACKEND_UNREACHABLE'],
  ])('%s is told by its code', async (_, answer, name) => {
    withFiles({ 'GET files/': answer });
    await expect(meetBackend(VISIO).backgrounds!(never)).rejects.toThrowError(code(name));
  });

  it('is had behind an address, too, before one joins', async () => {
    withFiles({ 'GET files/': () => page(file('one')) });
    const kept = await urlBackend(`${VISIO}/abc-defg-hij`).backgrounds!(never);
    expect(kept.images).toHaveLength(1);
  });
});

describe('an image', () => {
  async function one(answer: Answer): Promise<KeptBackground> {
    withFiles({ 'GET files/': () => page(file('one')), [`GET ${VISIO}/media/files/one.png`]: answer, 'DELETE files/one/': () => new Response(null, { status: 204 }) });
    return (await meetBackend(VISIO).backgrounds!(never)).images[0]!;
  }

  it.each([['image/png', PNG], ['image/jpeg', JPEG]])('%s is what its bytes say, not its headers', async (type, bytes) => {
    const image = await one(() => new Response(bytes, { headers: { 'content-type': 'text/html' } }));
    const blob = (await image.load(never))!;
    expect([blob.type, blob.size]).toEqual([type, bytes.length]);
  });

  it.each([403, 404])('that is no longer there (%i) is null', async (status) => {
    const image = await one(() => new Response('Forbidden', { status }));
    expect(await image.load(never)).toBe(null);
  });

  it.each<[string, Answer, string]>([
    ['a drawing', () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { 'content-type': 'image/png' } }), 'BACKEND_FAILED'],
    ['more than there may be', () => new Response(new Blob([PNG, new Uint8Array(2 * 1024 * 1024)]), { headers: { 'content-type': 'image/png' } }), 'BACKEND_FAILED'],
    ['a failure', () => html(502), 'BACKEND_FAILED'],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch')), 'BACKEND_UNREACHABLE'],
  ])('that is %s is refused', async (_, answer, name) => {
    const image = await one(answer);
    await expect(image.load(never)).rejects.toThrowError(code(name));
  });

  it('is deleted, also when it is gone already', async () => {
    const image = await one(() => html(500));
    await image.remove!();
    const server = withFiles({ 'DELETE files/one/': () => json({ detail: 'Not found.' }, 404) });
    await image.remove!();
    expect(server.whats()).toEqual(['DELETE files/one/']);
  });
});

describe('adding', () => {
  const picture = new File([PNG], 'sea side.png', { type: 'image/png' });
  const begun: Answer = () => json({ ...file('one', { upload_state: 'pending', url: null }), policy: STORAGE }, 201);
  const gone: Answer = () => new Response(null, { status: 204 });

  async function add(answers: Readonly<Record<string, Answer>>, origin = VISIO) {
    const server = withFiles({ 'GET files/': () => page(), 'DELETE files/one/': gone, ...answers });
    const kept = await meetBackend(origin).backgrounds!(never);
    return { server, kept, added: kept.add!(picture, never) };
  }

  it('says that there will be one, puts it where it is told, and says that it is there', async () => {
    const { server, added } = await add({ 'POST files/one/upload-ended/': () => json(file('one')), 'POST files/': begun, [`PUT ${STORAGE}`]: () => new Response(null) });
    expect(await added).toMatchObject({ id: 'one', name: 'picture one' });
    expect(server.whats().slice(1)).toEqual(['POST files/', `PUT ${STORAGE}`, 'POST files/one/upload-ended/']);
    const [post, put] = server.asked.filter(({ init }) => init.method !== 'GET').map(({ init }) => init);
    expect(JSON.parse(post!.body as string)).toEqual({ type: 'background_image', filename: 'sea side.png' });
    // The storage is another server: nothing says who this is, but what it was told.
    expect(put).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', headers: { 'content-type': 'image/png', 'x-amz-acl': 'private' }, body: picture });
  });

  it.each<[string, Answer, string]>([
    ['refused by name', () => json({ filename: ['This file extension is not allowed.'] }, 400), 'INVALID_ARGUMENT'],
    ['too many', () => json({ detail: 'You have reached the maximum number of files for this type.' }, 403), 'NOT_ALLOWED'],
    ['without a place', () => json({ ...file('one'), policy: 'http://storage.example/insecure' }, 201), 'BACKEND_FAILED'],
    ['without an id', () => json({ policy: STORAGE }, 201), 'BACKEND_FAILED'],
  ])('what is %s is told by its code, and sent nowhere', async (_, answer, name) => {
    const { server, added } = await add({ 'POST files/': answer });
    await expect(added).rejects.toThrowError(code(name));
    expect(server.whats().filter((what) => what.startsWith('PUT'))).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Answer>>, string]>([
    ['the storage refuses', { [`PUT ${STORAGE}`]: () => new Response('AccessDenied', { status: 403 }) }, 'REQUEST_FAILED'],
    ['the storage cannot be reached', { [`PUT ${STORAGE}`]: () => Promise.reject(new TypeError('Failed to fetch')) }, 'BACKEND_UNREACHABLE'],
    ['it is no image after all', { [`PUT ${STORAGE}`]: () => new Response(null), 'POST files/one/upload-ended/': () => json(['The file type is not allowed.'], 400) }, 'INVALID_ARGUMENT'],
  ])('when %s, what was begun does not count', async (_, answers, name) => {
    const { server, added } = await add({ ...answers, 'POST files/': begun });
    await expect(added).rejects.toThrowError(code(name));
    expect(server.whats().at(-1)).toBe('DELETE files/one/');
  });
});

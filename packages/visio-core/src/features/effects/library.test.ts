import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend, KeptBackground } from '../../backends/backend.js';
import { createTestMeeting, during, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';

const image = (type = 'image/png', size = 10) => new File([new Uint8Array(size)], 'x.png', { type });
const lost = () => Promise.reject(new VisioError('BACKEND_UNREACHABLE', 'no'));

/** A backend of two images, of which a test may take away what it likes. */
function createServer() {
  const server = {
    asked: 0,
    signals: [] as AbortSignal[],
    removed: [] as string[],
    images: new Map<string, KeptBackground['load']>([['sea', async () => image()], ['hut', async () => image('image/jpeg')]]),
    free: 8,
    failure: null as VisioError | null,
  };
  const kept = (id: string, load: KeptBackground['load']): KeptBackground => ({
    id,
    name: `The ${id}`,
    load,
    remove: async () => void server.removed.push(id),
  });
  const backend: Backend = {
    credentials: lost,
    async backgrounds(signal) {
      server.asked++;
      server.signals.push(signal);
      if (server.failure) throw server.failure;
      return { images: [...server.images].map(([id, load]) => kept(id, load)), free: server.free, add: async (file) => kept('new', async () => file) };
    },
  };
  return Object.assign(server, { backend });
}

describe('createLibrary', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function open(server = createServer()) {
    const test = createTestMeeting({ backend: server.backend });
    const library = await test.meeting.effects.library();
    const seen = () => library.images.peek().map(({ id, image, error }) => `${id} ${image?.type ?? error?.code ?? '…'}`);
    return { ...test, ...library, server, library, seen };
  }

  it('asks nothing before it is to, and is the same each time', async () => {
    const { server, meeting, library } = await open();
    await pass(1000);
    expect(server.asked).toBe(0);
    expect(await meeting.effects.library()).toBe(library);
  });

  it('has what the backend keeps, and its pictures one after the other', async () => {
    const server = createServer();
    let give!: (image: Blob) => void;
    server.images.set('sea', () => new Promise((resolve) => (give = resolve)));
    const { refresh, seen, free } = await open(server);
    await refresh();
    expect([seen(), free.peek()]).toEqual([['sea …', 'hut …'], 8]);
    await pass(10);
    expect(seen()).toEqual(['sea …', 'hut …']);
    give(image());
    await pass(10);
    expect(seen()).toEqual(['sea image/png', 'hut image/jpeg']);
  });

  it.each(['SIGN_IN_REQUIRED', 'FEATURE_OFF'] as const)('is empty without a failure for %s', async (code) => {
    const server = createServer();
    server.failure = new VisioError(code, 'no');
    const { refresh, seen, free } = await open(server);
    await expect(refresh()).resolves.toEqual([]);
    expect([seen(), free.peek(), refresh.error.peek()]).toEqual([[], 0, null]);
  });

  it('is empty with a backend that keeps none', async () => {
    const server = createServer();
    const { meeting, refresh, seen } = await open(server);
    meeting.setBackend({ credentials: lost });
    await refresh();
    meeting.setBackend(null);
    await refresh();
    expect([seen(), server.asked]).toEqual([[], 0]);
  });

  it('tells a failure, and asks again', async () => {
    const server = createServer();
    server.failure = new VisioError('BACKEND_UNREACHABLE', 'no');
    const { refresh, seen } = await open(server);
    await expect(refresh()).rejects.toMatchObject({ code: 'BACKEND_UNREACHABLE' });
    server.failure = null;
    await refresh();
    await pass(10);
    expect([seen(), refresh.error.peek()]).toEqual([['sea image/png', 'hut image/jpeg'], null]);
  });

  it('has the one that cannot be had once more, and drops the one that is gone', async () => {
    const server = createServer();
    server.images.set('sea', lost);
    server.images.set('hut', async () => null);
    const { refresh, seen, load } = await open(server);
    await refresh();
    await pass(10);
    expect(seen()).toEqual(['sea BACKEND_UNREACHABLE']);
    await expect(load('sea')).rejects.toMatchObject({ code: 'BACKEND_UNREACHABLE' });
    expect(await load('hut')).toBe(null);
  });

  it('gives up with who looked, and keeps the one in use, as the same object', async () => {
    const server = createServer();
    const { meeting, refresh, release, seen, images } = await open(server);
    await refresh();
    await pass(10);
    const used = images.peek()[0]!.image!;
    await during(meeting.effects.setEffect({ kind: 'image', image: used }));
    release();
    expect([seen(), server.signals[0]!.aborted]).toEqual([['sea image/png'], true]);
    await refresh();
    await pass(10);
    expect(server.asked).toBe(2);
    expect(images.peek()[0]!.image).toBe(used);
    expect(seen()).toEqual(['sea image/png', 'hut image/jpeg']);
  });

  it('takes an image of one’s own, and no other file', async () => {
    const { refresh, add, seen, free } = await open();
    await refresh();
    for (const file of [image('image/svg+xml'), image('image/png', 2 * 1024 * 1024 + 1), image('image/png', 0), 'x.png' as unknown as File]) {
      await expect(add(file)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    }
    const file = image();
    expect(await add(file)).toMatchObject({ id: 'new', name: 'The new', image: file });
    await pass(10);
    expect([seen()[0], free.peek()]).toEqual(['new image/png', 7]);
  });

  it('takes none where there is no place', async () => {
    const server = createServer();
    server.free = 0;
    const { refresh, add } = await open(server);
    await refresh();
    await expect(add(image())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('deletes one, unless the host prevents it', async () => {
    const { meeting, server, refresh, remove, seen, free } = await open();
    await refresh();
    await pass(10);
    const end = meeting.intercept((command) => command !== 'removeBackground');
    await expect(remove('sea')).rejects.toMatchObject({ code: 'VETOED' });
    end();
    await remove('sea');
    expect([server.removed, seen(), free.peek()]).toEqual([['sea'], ['hut image/jpeg'], 9]);
  });

  it('asks nothing of a meeting that has ended', async () => {
    const server = createServer();
    server.images.set('sea', (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))));
    const { meeting, refresh } = await open(server);
    await refresh();
    meeting.dispose();
    await pass(10);
    expect(server.signals[0]!.aborted).toBe(true);
  });
});

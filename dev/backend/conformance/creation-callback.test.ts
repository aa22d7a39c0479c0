// How a page that may not read another's cookies hears of the room that was made there.
import { describe, expect } from 'vitest';
import { anywhere, expectAnswer, ours, required, signedIn, useTarget } from './target.ts';

const target = useTarget();

describe('creation callback', () => {
  const callback = { allow: 'POST, OPTIONS' };

  signedIn('create with callback_id, callback (anonymous, no CSRF), callback second time', async () => {
    const callback_id = crypto.randomUUID().replaceAll('-', '');
    const { slug } = await target.room({ callback_id });
    const ask = () => target.ask('anonymous', 'POST', '/rooms/creation-callback/', { body: { callback_id } });
    expectAnswer(await ask(), 200, { status: 'success', room: { slug } }, callback);
    expectAnswer(await ask(), 200, { status: 'success', room: {} }, callback);
  });

  anywhere('of an id that nobody gave, and of none', async () => {
    const body = { callback_id: crypto.randomUUID() };
    expectAnswer(await target.ask('anonymous', 'POST', '/rooms/creation-callback/', { body }), 200, { status: 'success', room: {} }, callback);
    expectAnswer(await target.ask('anonymous', 'POST', '/rooms/creation-callback/', { body: {} }), 400, { callback_id: required }, callback);
  });

  ours('is kept for ten minutes', async () => {
    const callback_id = crypto.randomUUID();
    await target.room({ callback_id });
    target.backend.clock.advance(600_000);
    expectAnswer(await target.ask('anonymous', 'POST', '/rooms/creation-callback/', { body: { callback_id } }), 200, { status: 'success', room: {} });
  });

  ours('600 a minute, then 429', async () => {
    const ask = () => target.ask('anonymous', 'POST', '/rooms/creation-callback/', { body: { callback_id: 'x' } });
    target.backend.clock.advance(60_000);
    for (let i = 0; i < 600; i += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, ask));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({ detail: expect.stringMatching(/^Request was throttled\. Expected available in \d+ seconds?\.$/) });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    target.backend.clock.advance(60_000);
    expect((await ask()).status).toBe(200);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialsRequest } from '../backends/backend.js';
import type { EngineEvent } from '../engine/engine.js';
import { createTestMeeting, enter, pass } from '../engine/testing/test-meeting.js';
import { Scope, signal } from '../reactive/index.js';
import type { ConnectionState } from './connection.js';
import type { FeatureContext } from './context.js';
import { createEvents } from './events.js';
import { keepTokenFresh } from './renewal.js';

const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.x`;

/** A token of someone for so many seconds from now, unlike any other. */
let made = 0;
const token = (seconds: number, { sub = 'ada', room = 'r' } = {}) =>
  jwt({ sub, name: 'Ada', jti: made++, exp: Math.floor(Date.now() / 1000) + seconds, video: { room } });

describe('the token of a call', () => {
  const asked: CredentialsRequest[] = [];
  let events: ReturnType<typeof createEvents>;
  const setToken = vi.fn();
  let scope: Scope;
  let call: { token: string };

  /** A call that was entered with a token, and where its backend gets others. */
  function keep(first: string, answer: () => string | Promise<string>): void {
    const backend = {
      async credentials(request: CredentialsRequest) {
        asked.push(request);
        return { serverUrl: 'wss://a', token: await answer() };
      },
    };
    call = { token: first };
    const session = signal(Object.assign(call, { serverUrl: 'wss://a', room: 'r', backend, isRoomAdmin: false }));
    const context = { connection: { state: signal<ConnectionState>('joining') }, engine: { setToken }, scope, session, log: () => undefined, onEvent: events.onEvent };
    keepTokenFresh(context as unknown as FeatureContext);
  }

  function tell(event: EngineEvent): void {
    if (event.type === 'token') call.token = event.token;
    events.tell(event);
  }

  beforeEach(() => {
    vi.useFakeTimers();
    scope = new Scope();
    events = createEvents();
    asked.length = 0;
    setToken.mockClear();
  });

  afterEach(() => {
    scope.end();
    vi.useRealTimers();
  });

  it('is asked for anew in time, for the same person, and again before the end of the next', async () => {
    keep(token(20), () => token(600));
    await pass(8_000);
    expect(asked.length).toBe(0);
    await pass(3_000);
    expect(asked).toMatchObject([{ room: 'r', displayName: 'Ada', identity: 'ada', purpose: 'renewal' }]);
    expect(setToken.mock.calls).toEqual([[call.token]]);
    // A minute before.
    await pass(530_000);
    expect(asked.length).toBe(1);
    await pass(20_000);
    expect(asked.length).toBe(2);
  });

  it('is not asked for while the server gives fresh ones', async () => {
    keep(token(600), () => token(600));
    for (let n = 0; n < 10; n++) {
      await pass(300_000);
      tell({ type: 'token', token: token(600) });
    }
    expect(asked.length).toBe(0);
  });

  it.each([
    ['someone else', () => token(600, { sub: 'grace' })],
    ['another room', () => token(600, { room: 's' })],
    ['no longer', () => token(1)],
    ['nobody', () => 'any'],
  ])('for %s is left alone, and not asked for again', async (_, useless) => {
    const first = token(20);
    keep(first, useless);
    await pass(600_000);
    expect(asked.length).toBe(1);
    expect(setToken).not.toHaveBeenCalled();
    expect(call.token).toBe(first);
  });

  it('that cannot be had is asked for three times', async () => {
    keep(token(20), () => Promise.reject(new Error('offline')));
    await pass(3_600_000);
    expect(asked.length).toBe(3);
  });

  it('is asked for at once where the connection breaks after its time', async () => {
    let isOffline = true;
    keep(token(20), () => (isOffline ? Promise.reject(new Error('offline')) : token(600)));
    await pass(3_600_000);
    isOffline = false;
    tell({ type: 'reconnecting' });
    await pass(0);
    expect(setToken.mock.calls).toEqual([[call.token]]);
  });

  it('that has no end, or one in a month, needs no other', async () => {
    keep('any', () => token(600));
    await pass(86_400_000);
    expect(asked.length).toBe(0);
    tell({ type: 'token', token: token(30 * 86_400) });
    await pass(29 * 86_400_000);
    expect(asked.length).toBe(0);
    await pass(86_400_000);
    expect(asked.length).toBe(1);
  });

  it('is of no interest after the call, and is again in the next one', async () => {
    keep(token(20), () => token(600));
    tell({ type: 'disconnected', reason: 'left' });
    await pass(60_000);
    expect(asked.length).toBe(0);
    call.token = token(20);
    tell({ type: 'connected' });
    await pass(12_000);
    expect(asked.length).toBe(1);
  });

  it('is what a backend is asked with, whoever gave it last', async () => {
    const used: string[] = [];
    const test = createTestMeeting({
      backend: {
        credentials: async () => ({ serverUrl: 'wss://simulated', token: 'first' }),
        hands: { setRaised: async (_, session) => void used.push(session.token) },
      },
    });
    await enter(test);
    test.director.renewToken('second');
    await pass(50);
    test.meeting.hands.setRaised(true).catch(() => undefined);
    await vi.dynamicImportSettled();
    await pass(50);
    expect(used).toEqual(['second']);
    test.meeting.dispose();
  });
});

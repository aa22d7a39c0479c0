import { readToken } from '../backends/token.js';
import { isEntering, isInCall } from './connection.js';
import type { FeatureContext } from './context.js';

/** A fresh token is asked for so long before the end of the one there is, in milliseconds, or after half of its time. */
const BEFORE = 60_000;

/** Milliseconds until one that could not be had is asked for again, and how often. */
const AGAIN = 20_000;
const TRIES = 3;

/** Timers take no more. */
const LONGEST = 2 ** 31 - 1;

/**
 * Asks the backend for a fresh token in time. LiveKit's server gives fresh ones by itself for as long as one is connected,
 * so this is for servers that do not, and for a machine that slept: what else needs a token, such as a raised hand at La
 * Suite Meet's backend, and a connection that has to be made anew, works beyond the first one's time.
 */
export function keepTokenFresh(context: FeatureContext): void {
  const { connection, engine, scope, session, log } = context;
  let cancel = () => {};
  let tries = 0;
  let asking: AbortController | null = null;
  // Fetched when the engine said that it is connected, which is before the meeting says so.
  let isIn = isInCall(connection.state.peek()) || isEntering(connection.state.peek());

  function stop(): void {
    cancel();
    asking?.abort();
    asking = null;
    tries = 0;
  }

  function plan(): void {
    stop();
    const call = session.peek();
    const { exp } = readToken(call?.token ?? '');
    if (typeof exp !== 'number' || !isIn) return;
    const left = exp * 1000 - Date.now();
    const delay = Math.max(0, left - Math.min(BEFORE, left / 2));
    cancel = delay > LONGEST ? scope.timeout(plan, LONGEST) : scope.timeout(() => void renew(), delay);
  }

  async function renew(): Promise<void> {
    const call = session.peek();
    if (!call || asking) return;
    const attempt = (asking = new AbortController());
    const before = readToken(call.token);
    try {
      const { token } = await call.backend.credentials({
        room: call.room,
        displayName: textOf(before['name']),
        identity: textOf(before['sub']),
        purpose: 'renewal',
        signal: attempt.signal,
      });
      if (attempt.signal.aborted) return;
      asking = null;
      if (!replaces(readToken(token), before)) return log('info', 'The backend has no fresh token for this participant.');
      Object.assign(call, { token });
      engine.setToken(token);
      plan();
    } catch {
      if (attempt.signal.aborted) return;
      asking = null;
      if (++tries < TRIES) cancel = scope.timeout(() => void renew(), AGAIN);
    }
  }

  const goes = (into: boolean) => () => {
    isIn = into;
    plan();
  };
  context.onEvent({
    connected: goes(true),
    disconnected: goes(false),
    token: plan,
    // A machine that slept wakes up with a broken connection, and its timers late.
    reconnecting: plan,
  });
  scope.own(stop);
  plan();
}

/** Whether it is for the same person in the same room, and for longer. */
function replaces(next: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>>): boolean {
  return next['sub'] === before['sub'] && roomOf(next) === roomOf(before) && Number(next['exp']) > Number(before['exp']);
}

function roomOf({ video }: Readonly<Record<string, unknown>>): unknown {
  return (video as { room?: unknown } | null | undefined)?.room;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

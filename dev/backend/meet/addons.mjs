// How an add-in in a frame of another site gets a token: it opens a session, has the person sign in on a page of ours,
// which redeems the session's transit token, and asks meanwhile whether that has happened.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isRecord } from './fields.mjs';
import { reply } from './http.mjs';
import { sign } from './jwt.mjs';
import { refusals } from './refused.mjs';

const cookieName = 'addonsSid';

/** @typedef {{ state: 'pending', transit: string, ends: number } | { state: 'authenticated', access_token: string, token_type: string, expires_in: number, scope: string }} Session */

/** @param {import('./index.mjs').Meet} meet */
export function serveAddons({ serve, memory, clock, settings, who }) {
  const { addons } = settings;
  /** @param {string} id */
  const csrfOf = (id) => createHmac('sha256', addons.secret).update(id).digest('hex');
  const random = () => randomBytes(60).toString('base64url');
  /** @param {import('./http.mjs').Handler} handler */
  const enabled = (handler) => (/** @type {import('./http.mjs').Ask} */ ask) => {
    if (!addons.enabled) throw refusals.notFound();
    return handler(ask);
  };

  serve('/addons/sessions/init/', {
    allow: 'POST, OPTIONS',
    by: [],
    post: enabled(() => {
      const [id, transit] = [random(), random()];
      const seconds = addons.sessionSeconds;
      memory.set(`addon session ${id}`, { state: 'pending', transit, ends: clock.now() + seconds * 1000 }, seconds);
      memory.set(`addon transit ${transit}`, { session: id, consumed: false }, addons.transitSeconds);
      const expires = new Date(clock.now() + seconds * 1000).toUTCString();
      const cookie = `${cookieName}=${id}; expires=${expires}; HttpOnly; Max-Age=${seconds}; Path=/; SameSite=None; Secure`;
      return reply({ transit_token: transit, csrf_token: csrfOf(id) }, 201, { cookies: [cookie] });
    }),
  });

  serve('/addons/sessions/poll/', {
    allow: 'POST, OPTIONS',
    by: [],
    post: enabled(({ cookie, header }) => {
      const id = cookie(cookieName);
      if (!id) return reply({ detail: 'Missing credentials.' }, 401);
      const shown = header('x-csrftoken');
      if (!shown) return reply({ detail: 'Missing CSRF token.' }, 400);
      const [given, expected] = [Buffer.from(shown), Buffer.from(csrfOf(id))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refusals.suspicious();
      const session = /** @type {Session | undefined} */ (memory.get(`addon session ${id}`));
      if (!session) return reply({ detail: 'Session not found.' }, 404);
      if (session.state === 'pending') return reply({ state: 'pending' }, 202);
      // Read once.
      memory.delete(`addon session ${id}`);
      const { access_token, token_type, expires_in, scope, state } = session;
      const ended = `${cookieName}=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=None; Secure`;
      return reply({ access_token, token_type, expires_in, scope, state }, 200, { cookies: [ended] });
    }),
  });

  serve('/addons/sessions/exchange/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    permit: ({ user }) => user !== null,
    post: enabled(async (ask) => {
      const body = await ask.body();
      const token = isRecord(body) ? body.transit_token : undefined;
      if (!token) return reply({ detail: 'Missing transit_token.' }, 400);
      const transit = /** @type {{ session: string, consumed: boolean } | undefined} */ (memory.get(`addon transit ${token}`));
      if (!transit) return reply({ detail: 'Invalid or expired transit token.' }, 400);
      const key = `addon session ${transit.session}`;
      if (transit.consumed) {
        // Whoever comes a second time may have stolen it: nobody gets anything any more.
        memory.delete(key);
        return reply({ detail: 'Invalid or expired transit token.' }, 400);
      }
      memory.set(`addon transit ${token}`, { ...transit, consumed: true }, addons.sessionSeconds);
      const session = /** @type {Session | undefined} */ (memory.get(key));
      if (!session) return reply({ detail: 'Session not found.' }, 404);
      if (session.state !== 'pending') return reply({ detail: 'Invalid or expired session.' }, 400);
      const now = Math.floor(clock.now() / 1000);
      const claims = { iat: now, exp: now + addons.tokenSeconds, user_id: ask.user?.id, iss: 'lasuite-meet', aud: 'addons', scope: addons.scope };
      const granted = { access_token: sign(claims, addons.secret), token_type: 'Bearer', expires_in: addons.tokenSeconds, scope: addons.scope };
      memory.set(key, { ...granted, state: 'authenticated' }, (session.ends - clock.now()) / 1000);
      return reply({ status: 'ok' });
    }),
  });
}

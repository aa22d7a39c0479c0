// Signing in and out. In La Suite Meet an identity provider knows people; here a page asks which of them one wants to
// be, see ../sign-in.mjs.
import { getCookie } from 'hono/cookie';
import { randomBytes } from 'node:crypto';

/** @param {import('./index.mjs').Meet} meet */
export function serveSessions({ app, db, clock, settings }) {
  const sessions = {
    /**
     * @param {import('./http.mjs').User} user
     * @returns {string[]} the cookies that one is then known by
     */
    begin(user) {
      const key = randomBytes(24).toString('base64url');
      db.run('DELETE FROM sessions WHERE ends <= ?', clock.now());
      db.insert('sessions', { key, user_id: user.id, ends: clock.now() + settings.session.seconds * 1000 });
      return [
        `sessionid=${key}; HttpOnly; Max-Age=${settings.session.seconds}; Path=/; SameSite=Lax; Secure`,
        `csrftoken=${randomBytes(24).toString('base64url')}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`,
      ];
    },
    /**
     * @param {string | undefined} key
     * @returns {string[]}
     */
    end(key) {
      if (key) db.run('DELETE FROM sessions WHERE key = ?', key);
      return ['sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax; Secure'];
    },
  };

  app.get('/authenticate/', (c) => {
    const returnTo = returnAddress(c, settings.returnOrigins);
    // Silently, there is nobody to ask: whoever is not signed in comes back as they went.
    if (c.req.query('silent') === 'true') return c.redirect(returnTo, 302);
    return c.redirect(`/dev/sign-in/?${new URLSearchParams({ returnTo })}`, 302);
  });
  app.get('/authenticate', (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 301));

  app.on(['GET', 'POST'], ['/logout/', '/logout'], (c) => {
    const response = c.redirect('/', 302);
    for (const cookie of sessions.end(getCookie(c, 'sessionid'))) response.headers.append('Set-Cookie', cookie);
    return response;
  });

  return sessions;
}

/** @typedef {ReturnType<typeof serveSessions>} Sessions */

/**
 * Where one goes back to: never to a place that is not ours.
 * @param {import('hono').Context} c
 * @param {readonly string[]} origins that are ours, too
 * @param {string} [wanted]
 */
export function returnAddress(c, origins, wanted = c.req.query('returnTo')) {
  const own = `http://${c.req.header('host')}`;
  const url = wanted && URL.canParse(wanted, own) ? new URL(wanted, own) : undefined;
  return url && [own, ...origins].includes(url.origin) ? url.href : '/';
}

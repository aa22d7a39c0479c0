// Where one signs in here. In place of an identity provider a page asks which person of this backend one wants to be:
// development only, and it says so.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { returnAddress } from './meet/sessions.mjs';

const texts = {
  en: {
    lang: 'en',
    title: 'Who do you want to be?',
    note: 'This is a development backend: nobody is asked for a password. A real Visio sends you to your identity provider here.',
    out: 'Nobody: a guest without an account',
  },
  fr: {
    lang: 'fr',
    title: 'Qui voulez-vous être ?',
    note: 'Ceci est un serveur de développement : aucun mot de passe n’est demandé. Un vrai Visio vous envoie ici vers votre fournisseur d’identité.',
    out: 'Personne : un invité sans compte',
  },
};

/**
 * @param {{ db: import('./meet/database.mjs').Database, sessions: import('./meet/sessions.mjs').Sessions, settings: import('./meet/settings.mjs').Settings,
 *   clock: import('./meet/memory.mjs').Clock }} meet
 */
export function signIn({ db, sessions, settings, clock }) {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: 16_384 }));

  routes.get('/sign-in/', (c) => {
    const words = texts[/^fr/.test(c.req.header('accept-language') ?? '') ? 'fr' : 'en'];
    const people = db.all('SELECT nick, full_name, email FROM users WHERE nick IS NOT NULL ORDER BY rowid');
    // Told no referrer at all, browsers would not say either whose page it is that sends the form.
    c.header('Referrer-Policy', 'same-origin');
    return c.html(html`<!doctype html>
<html lang="${words.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${words.title}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/colours.css" />
    <link rel="stylesheet" href="/demo.css" />
  </head>
  <body class="sign-in">
    <main>
      <h1>${words.title}</h1>
      <p>${words.note}</p>
      <form method="post">
        <input type="hidden" name="returnTo" value="${c.req.query('returnTo') ?? '/'}" />
        ${people.map(({ nick, full_name, email }) => html`<button name="as" value="${nick}"><b>${full_name}</b> <span>${email}</span></button>`)}
        <button name="as" value="">${words.out}</button>
      </form>
    </main>
  </body>
</html>`);
  });

  routes.get('/session/', (c) => {
    const key = getCookie(c, 'sessionid') ?? null;
    const user = db.get('SELECT full_name FROM sessions JOIN users ON users.id = user_id WHERE key = ? AND ends > ?', key, clock.now());
    return c.json({ name: user?.full_name ?? null });
  });

  // By the form above, which goes back to where one came from; or by a script, which gets no page.
  routes.post('/sign-in/', async (c) => {
    const byScript = c.req.header('content-type') === 'application/json';
    const { as, returnTo } = byScript ? await c.req.json() : await c.req.parseBody();
    const cookies = cookiesFor(as, getCookie(c, 'sessionid'));
    if (!cookies) return c.json({ error: `Nobody here is called "${as}".` }, 400);
    const response = byScript ? c.body(null, 204) : c.redirect(returnAddress(c, settings.returnOrigins, String(returnTo ?? '')), 303);
    for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
    return response;
  });

  /**
   * @param {unknown} nick
   * @param {string | undefined} before the session that ends with this
   */
  function cookiesFor(nick, before) {
    const ended = sessions.end(before);
    if (nick === '' || nick === null) return ended;
    const user = typeof nick === 'string' && db.get('SELECT * FROM users WHERE nick = ?', nick);
    return user ? sessions.begin(user) : undefined;
  }

  return routes;
}

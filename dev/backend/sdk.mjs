// The window that La Suite Meet's own SDK opens to make a room: /sdk/create-popup. It signs in who is not, makes the room, and
// tells who opened it. Beside pages of its own origin it tells those that the API answers to, if they say who they are by
// ?origin=, which today's La Suite Meet does not do yet.
import { Hono } from 'hono';
import { html } from 'hono/html';

/** @param {() => readonly string[]} origins whose pages may have rooms made */
export function sdk(origins) {
  const routes = new Hono();
  routes.get('/create-popup', (c) =>
    c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Visio</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/colours.css" />
    <link rel="stylesheet" href="/demo.css" />
    <script type="module" src="/sdk/create-popup.js"></script>
  </head>
  <body class="sign-in" data-origins="${JSON.stringify(origins())}">
    <main><p role="status"></p></main>
  </body>
</html>`),
  );
  return routes;
}

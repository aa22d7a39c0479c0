// The pages of La Suite Meet's own SDK, as they are: /sdk/create-button, which other sites show in a frame, and
// /sdk/create-popup, the window that it opens, which signs in who is not and makes the room. The window tells its opener, of
// its own origin only; the button tells the page around it, whatever that is.
import { Hono } from 'hono';
import { html } from 'hono/html';

export function sdk() {
  const routes = new Hono();
  for (const [name, content] of Object.entries({
    'create-button': html`<body class="create-button"></body>`,
    'create-popup': html`<body class="sign-in"><main><p role="status"></p></main></body>`,
  })) {
    routes.get(`/${name}`, (c) =>
      c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Visio</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/colours.css" />
    <link rel="stylesheet" href="${name === 'create-button' ? '/sdk/create-button.css' : '/demo.css'}" />
    <script type="module" src="/sdk/${name}.js"></script>
  </head>
  ${content}
</html>`),
    );
  }
  return routes;
}

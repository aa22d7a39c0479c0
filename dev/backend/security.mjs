// What every answer says about itself, and whom we answer.
import { createMiddleware } from 'hono/factory';

/**
 * A policy as strict as a careful host's: the demo shows that the element lives under it.
 * @param {string} [livekitUrl] the one other server that the page may reach
 * @param {readonly string[]} [others] origins of further ones, which it may also show in frames
 */
export function securityHeaders(livekitUrl, others = []) {
  // livekit-client speaks WebSocket to it, and asks it over HTTP why a connection was refused.
  const livekit = livekitUrl ? [livekitUrl, livekitUrl.replace(/^ws/, 'http')] : [];
  const policy = [
    "default-src 'none'",
    // Background effects are WebAssembly: compiling that is all the second word allows, and no `eval`.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // Pictures in the chat are shown from memory; where this is missing they can be saved, but are not shown.
    "img-src 'self' blob:",
    ["connect-src 'self'", ...livekit, ...others].join(' '),
    ...(others.length > 0 ? [`frame-src ${others.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

  return createMiddleware(async (c, next) => {
    await next();
    // Pages of any site may show La Suite Meet's button.
    c.header('Content-Security-Policy', c.req.path === '/sdk/create-button' ? policy : `${policy}; frame-ancestors 'self'`);
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Referrer-Policy')) c.header('Referrer-Policy', 'no-referrer');
    c.header(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), ' +
        'picture-in-picture=(self), geolocation=(), payment=(), usb=()',
    );
    c.header('Cache-Control', 'no-store');
  });
}

/** A name of its own that another site lets point to 127.0.0.1 is none of ours. */
export const guardHost = createMiddleware(async (c, next) => {
  if (!isOurs(c.req.header('host'))) return c.json({ error: 'This is not a name of this host.' }, 403);
  await next();
});

/** Tokens are for pages of this backend: another site's page must not get one by a request that the browser sends for it. */
export const guardOrigin = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin && origin !== `http://${c.req.header('host')}`) return c.json({ error: 'Requests from other origins are refused.' }, 403);
  await next();
});

/** @param {string} [host] */
function isOurs(host = '') {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

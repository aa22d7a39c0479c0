// Which pages of other origins may read the answers, as django-cors-headers has it: an origin that is not allowed is
// not refused, it is only told nothing.
import { createMiddleware } from 'hono/factory';

const allowed = {
  'access-control-allow-headers': 'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with',
  'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
  'access-control-max-age': '86400',
};

/** @param {() => readonly string[]} origins */
export function cors(origins) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin');
    /** @type {Record<string, string>} */
    const known = origin && origins().includes(origin) ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' } : {};
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      return c.body(null, 200, { Vary: 'origin, Accept-Language', ...known, ...(origin && known['access-control-allow-origin'] && allowed) });
    }
    await next();
    for (const [name, value] of Object.entries(known)) c.header(name, value);
    return undefined;
  });
}

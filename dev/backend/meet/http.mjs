// How La Suite Meet answers whatever it is asked. It is made with Django REST framework, whose order this keeps:
// who asks, whether they may, whether too often, and only then whether the method exists and the body is right.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { Refused, refusals } from './refused.mjs';

/**
 * @typedef {{ id: string, sub: string, email: string, full_name: string, short_name: string, timezone: string,
 *   language: string, access_level: string | null, configuration: string }} User
 *
 * @typedef {object} Ask a request, and what is known of who asks
 * @property {import('hono').Context} c
 * @property {string} method
 * @property {User | null} user
 * @property {any} claims of the token that one came with
 * @property {URLSearchParams} query
 * @property {(name: string) => string | undefined} cookie
 * @property {(name: string) => string | undefined} header
 * @property {(name: string) => string} param of the path
 * @property {() => Promise<any>} body
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {unknown} [body]
 * @property {string} [html] in place of a body
 * @property {Record<string, string>} [headers]
 * @property {string[]} [cookies]
 *
 * @typedef {(ask: Ask) => Answer | Promise<Answer>} Handler
 *
 * @typedef {object} Authenticator
 * @property {string} [challenge] what WWW-Authenticate says; without one who fails is told 403 and not 401
 * @property {boolean} [usesSession] whether the answer differs by cookie
 * @property {(ask: Ask) => Promise<boolean>} identify fills in `user` and `claims`; false: it does not know
 *
 * @typedef {object} Endpoint
 * @property {string} allow as the header says
 * @property {readonly Authenticator[]} by who asks, the first that knows
 * @property {(ask: Ask) => boolean | Promise<boolean>} [permit] whether one may ask at all
 * @property {(ask: Ask) => void} [throttle]
 * @property {boolean} [takesForms] beside JSON
 * @property {Handler} [get]
 * @property {Handler} [post]
 * @property {Handler} [put]
 * @property {Handler} [patch]
 * @property {Handler} [delete]
 */

const largest = 65_536;

/**
 * @param {unknown} body
 * @param {number} [status]
 * @param {Pick<Answer, 'headers' | 'cookies'>} [more]
 * @returns {Answer}
 */
export const reply = (body, status = 200, more = {}) => ({ status, body, ...more });

export function createRoutes() {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: largest, onError: (c) => c.json({ detail: 'The request is too large.' }, 413) }));

  /**
   * @param {string} path with its slash at the end
   * @param {Endpoint} endpoint
   */
  function serve(path, endpoint) {
    app.all(path, async (c) => {
      const ask = createAsk(c, endpoint.takesForms ?? false);
      /** @type {string[]} */
      const varies = ['origin', 'Accept-Language'];
      const answer = await answerTo(ask, endpoint, varies).catch((error) => {
        if (error instanceof Refused) return challenged(error, endpoint);
        console.error(error);
        return { status: 500, html: page('Server Error (500)') };
      });
      return toResponse(answer, answer.html === undefined ? endpoint.allow : undefined, varies);
    });
    // As APPEND_SLASH does for those that ask without one.
    app.get(path.slice(0, -1), (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 301));
  }

  return { app, serve };
}

/**
 * @param {Ask} ask
 * @param {Endpoint} endpoint
 * @param {string[]} varies
 * @returns {Promise<Answer>}
 */
async function answerTo(ask, endpoint, varies) {
  let known = false;
  for (const authenticator of endpoint.by) {
    if (authenticator.usesSession) varies.push('Cookie');
    known = await authenticator.identify(ask);
    if (known) break;
  }
  /** @param {string} [why] */
  const deny = (why) => (known || endpoint.by.length === 0 ? refusals.forbidden(why) : refusals.notAuthenticated());
  deniers.set(ask, deny);
  if (endpoint.permit && !(await endpoint.permit(ask))) throw deny();
  endpoint.throttle?.(ask);
  if (ask.method === 'OPTIONS') return reply({ renders: ['application/json'], parses: ['application/json', 'multipart/form-data'] });
  const method = ask.method === 'HEAD' && endpoint.allow.includes('HEAD') ? 'GET' : ask.method;
  const handler = endpoint[/** @type {'get'} */ (method.toLowerCase())];
  if (!handler) throw new Refused(405, { detail: `Method "${ask.method}" not allowed.` });
  return handler(ask);
}

/** @type {WeakMap<Ask, (why?: string) => Refused>} */
const deniers = new WeakMap();

/**
 * Says no to one who may not: to a stranger that they are unknown, to others why.
 * @param {Ask} ask
 * @param {string} [why]
 */
export function denied(ask, why) {
  return /** @type {(why?: string) => Refused} */ (deniers.get(ask))(why);
}

/**
 * To strangers it is said how they could be known; where there is no way to say it, that they may not.
 * @param {Refused} error
 * @param {Endpoint} endpoint
 */
function challenged(error, { by }) {
  if (error.status !== 401) return error;
  const challenge = by[0]?.challenge;
  return challenge ? new Refused(401, error.body, { 'WWW-Authenticate': challenge }) : new Refused(403, error.body);
}

/**
 * @param {import('hono').Context} c
 * @param {boolean} takesForms
 * @returns {Ask}
 */
function createAsk(c, takesForms) {
  return {
    c,
    method: c.req.method,
    user: null,
    claims: undefined,
    query: new URL(c.req.url).searchParams,
    cookie: (name) => getCookie(c, name),
    header: (name) => c.req.header(name),
    param: (name) => String(c.req.param(name)),
    body: () => readBody(c.req, takesForms),
  };
}

/**
 * @param {import('hono').HonoRequest} request
 * @param {boolean} takesForms
 */
async function readBody(request, takesForms) {
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return {};
  const text = Buffer.from(bytes).toString();
  if (type === 'application/json') {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Refused(400, { detail: `JSON parse error - ${/** @type {Error} */ (error).message}` });
    }
  }
  if (type === 'multipart/form-data') {
    const form = await new Response(bytes, { headers: { 'content-type': String(request.header('content-type')) } }).formData().catch(() => {
      throw new Refused(400, { detail: 'Multipart form parse error' });
    });
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  }
  if (takesForms && type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  throw new Refused(415, { detail: `Unsupported media type "${type}" in request.` });
}

/**
 * @param {Answer} answer
 * @param {string | undefined} allow
 * @param {string[]} varies
 */
function toResponse({ status, body, html, headers = {}, cookies = [] }, allow, varies) {
  const json = body === undefined ? null : JSON.stringify(body);
  const response = new Response(html ?? json, {
    status,
    headers: {
      ...((html ?? json) !== null && { 'Content-Type': html === undefined ? 'application/json' : 'text/html; charset=utf-8' }),
      ...headers,
      ...(allow && { Allow: allow }),
      Vary: varies.join(', '),
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  });
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

/**
 * What Django shows where it has no JSON to say.
 * @param {string} title
 */
export function page(title) {
  return `<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p></p>\n</body>\n</html>\n`;
}

// LiveKit's standard token endpoint: POST /token. Its names and answers are those that every LiveKit SDK knows.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AccessToken } from 'livekit-server-sdk';
import { randomUUID } from 'node:crypto';

const ttl = '6h'; // as in La Suite Meet: with it one also raises a hand, all through the call

/** A request that we refuse, and why. */
class Refused extends Error {}

/** @param {import('./index.mjs').LivekitAccess} [livekit] */
export function tokens(livekit) {
  const routes = new Hono();

  routes.use('/token', bodyLimit({ maxSize: 16_384, onError: (c) => c.json({ error: 'The request is too large.' }, 413) }));
  routes.post('/token', async (c) => {
    if (!livekit) return c.json({ error: 'No livekit-server is running: only the simulated demo is.' }, 503);
    const body = await c.req.json().catch(() => undefined);
    let request;
    try {
      request = parse(body);
    } catch (error) {
      if (error instanceof Refused) return c.json({ error: error.message }, 400);
      throw error;
    }
    return c.json({ server_url: livekit.url, participant_token: await createToken(livekit, request) }, 201);
  });

  return routes;
}

/**
 * @typedef {object} TokenRequest
 * @property {string} room
 * @property {string} identity
 * @property {string} [name]
 * @property {string} [metadata]
 * @property {Record<string, string>} [attributes]
 * @property {number | string} [ttl]
 * @property {import('livekit-server-sdk').AccessToken['kind']} [kind] of participant; an ordinary one by default
 * @property {import('livekit-server-sdk').VideoGrant} [grants] beside those of a usual participant
 */

/**
 * @param {import('./index.mjs').LivekitAccess} livekit
 * @param {TokenRequest} request
 */
export function createToken({ apiKey, apiSecret }, { room, grants, kind, ...participant }) {
  const token = new AccessToken(apiKey, apiSecret, { ttl, ...participant });
  if (kind) token.kind = kind;
  token.addGrant({
    roomJoin: true,
    room,
    canPublish: true,
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
    ...grants,
  });
  return token.toJwt();
}

/**
 * @param {any} body
 * @returns {TokenRequest}
 */
function parse(body) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refused('The body must be a JSON object.');
  }
  if (Object.keys(body.room_config ?? {}).length > 0) {
    throw new Refused('room_config: this backend lets nobody configure a room.');
  }
  const name = text(body, 'participant_name', 128);
  const metadata = text(body, 'participant_metadata', 4096);
  const attributes = parseAttributes(body.participant_attributes);
  return {
    room: text(body, 'room_name', 128) ?? `room-${randomUUID()}`,
    identity: text(body, 'participant_identity', 128) ?? randomUUID(),
    ...(name !== undefined && { name }),
    ...(metadata !== undefined && { metadata }),
    ...(attributes && { attributes }),
    // As La Suite Meet's backend does; but there it knows who is one, and here whoever asks is.
    ...(['owner', 'administrator'].includes(attributes?.['room_role'] ?? '') && { grants: { roomAdmin: true } }),
  };
}

/**
 * @param {Record<string, unknown>} body
 * @param {string} field
 * @param {number} longest
 */
function text(body, field, longest) {
  const value = body[field] ?? '';
  if (value === '') return undefined;
  if (typeof value !== 'string') throw new Refused(`${field} must be a string.`);
  if (value.length > longest) throw new Refused(`${field} must not be longer than ${longest} characters.`);
  // eslint-disable-next-line no-control-regex -- control characters are what we refuse
  if (field !== 'participant_metadata' && /[\u0000-\u001f\u007f]/.test(value)) {
    throw new Refused(`${field} must not have control characters.`);
  }
  return value;
}

/**
 * @param {unknown} attributes
 * @returns {Record<string, string> | undefined}
 */
function parseAttributes(attributes) {
  if (attributes === undefined || attributes === null) return undefined;
  if (typeof attributes !== 'object' || Array.isArray(attributes)) {
    throw new Refused('participant_attributes must be an object.');
  }
  const entries = Object.entries(attributes);
  if (entries.length > 32) throw new Refused('participant_attributes must not have more than 32 entries.');
  for (const [key, value] of entries) {
    if (typeof value !== 'string') throw new Refused('participant_attributes must have strings as values.');
    if (key.length > 128 || value.length > 1024) {
      throw new Refused('participant_attributes: a name has at most 128 characters, a value at most 1024.');
    }
  }
  return Object.fromEntries(entries);
}

// Hands, for those who come by ./token.mjs and not by La Suite Meet's API: what a host's own backend would add to the
// token endpoint. There are no sessions: the LiveKit token is all there is.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { RoomServiceClient, TokenVerifier, TwirpError } from 'livekit-server-sdk';

/** @param {import('./index.mjs').LivekitAccess} [livekit] */
export function tokenRooms(livekit) {
  const routes = new Hono();
  if (!livekit) return routes;
  const { url, apiKey, apiSecret } = livekit;
  const service = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
  const verifier = new TokenVerifier(apiKey, apiSecret);

  routes.use(bodyLimit({ maxSize: 16_384, onError: (c) => c.json({ detail: 'The request is too large.' }, 413) }));

  routes.post('/:room/toggle-hand/', async (c) => {
    const room = c.req.param('room');
    const { sub: identity } = await authenticate(c.req.header('authorization'), room);
    const { raised } = await objectOf(c.req);
    if (typeof raised !== 'boolean') return c.json({ raised: ['Must be a valid boolean.'] }, 400);
    await setAttributes(room, identity, { handRaisedAt: raised ? new Date().toISOString() : '' });
    return c.json({ status: 'success' });
  });

  // Of all that can be changed of others, only that their hand goes down.
  routes.post('/:room/update-participant/', async (c) => {
    const room = c.req.param('room');
    const { video } = await authenticate(c.req.header('authorization'), room);
    if (!video.roomAdmin) throw refused(403, 'You must have privileges on room to perform this action.');
    const { participant_identity: identity, attributes } = await objectOf(c.req);
    if (typeof identity !== 'string' || identity === '') return c.json({ participant_identity: ['This field is required.'] }, 400);
    if (attributes === null || typeof attributes !== 'object' || !('handRaisedAt' in attributes) || attributes.handRaisedAt !== '') {
      return c.json({ attributes: ['This backend only lowers hands: {"handRaisedAt": ""}.'] }, 400);
    }
    await setAttributes(room, identity, { handRaisedAt: '' });
    return c.json({ status: 'success' });
  });

  /**
   * @param {string} [header]
   * @param {string} room that the token must be for
   */
  async function authenticate(header, room) {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (!token) throw refused(403, 'Authentication credentials were not provided.');
    const claims = await verifier.verify(token).catch(() => {
      throw refused(403, 'Invalid LiveKit token: it is not one of ours, or has expired.');
    });
    if (!claims.sub || claims.video?.room !== room) throw refused(403, 'You do not have permission to perform this action.');
    return { sub: claims.sub, video: claims.video };
  }

  /**
   * @param {string} room
   * @param {string} identity
   * @param {Record<string, string>} attributes
   */
  async function setAttributes(room, identity, attributes) {
    try {
      await service.updateParticipant(room, identity, { attributes });
    } catch (error) {
      if (error instanceof TwirpError && error.code === 'not_found') throw refused(404, 'Participant not found', 'error');
      throw error;
    }
  }

  return routes;
}

/**
 * @param {import('hono').HonoRequest} request
 * @returns {Promise<Record<string, unknown>>}
 */
async function objectOf(request) {
  const body = await request.json().catch(() => null);
  if (body === null || typeof body !== 'object') throw refused(400, 'JSON parse error');
  return body;
}

/**
 * @param {400 | 403 | 404} status
 * @param {string} detail
 * @param {'detail' | 'error'} [field]
 */
function refused(status, detail, field = 'detail') {
  return new HTTPException(status, { res: Response.json({ [field]: detail }, { status }) });
}

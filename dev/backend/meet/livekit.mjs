// What La Suite Meet does by LiveKit's server API: tokens, the metadata of rooms, and what hosts do to people.
import { AccessToken, AgentDispatchClient, DataPacket_Kind, RoomServiceClient, ServerError, TokenVerifier, TrackSource, WebhookReceiver } from 'livekit-server-sdk';
import { randomUUID } from 'node:crypto';
import { colourOf } from './colour.mjs';

/** LiveKit knows nobody of that name, or has no such room. */
export class NotThere extends Error {}

/** LiveKit answered that it could not. */
export class Failed extends Error {}

const sources = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/** @param {readonly string[]} names */
export const sourcesOf = (names) => names.map((name) => sources[/** @type {keyof typeof sources} */ (name)]);

/** @typedef {ReturnType<typeof createLivekit>} Livekit */

/**
 * @param {import('../index.mjs').LivekitAccess} access
 * @param {import('./settings.mjs').Settings} settings
 */
export function createLivekit({ url, apiKey, apiSecret }, settings) {
  const address = url.replace(/^ws/, 'http');
  const rooms = new RoomServiceClient(address, apiKey, apiSecret);
  const agents = new AgentDispatchClient(address, apiKey, apiSecret);
  const verifier = new TokenVerifier(apiKey, apiSecret);
  const webhooks = new WebhookReceiver(apiKey, apiSecret);

  /** @param {string} name */
  const find = async (name) => (await told(rooms.listRooms([name])))[0];

  return {
    address,

    /**
     * @param {object} wanted
     * @param {string} wanted.room
     * @param {import('./http.mjs').User | null} wanted.user
     * @param {string | null} [wanted.username]
     * @param {string | null} [wanted.role]
     * @param {readonly string[] | null} [wanted.canPublish] the sources that a room leaves to its members
     * @param {string} [wanted.participantId] of someone without an account
     * @param {string} [wanted.colour]
     * @param {number} [wanted.seconds]
     */
    token({ room, user, username, role = null, canPublish, participantId, colour, seconds = 6 * 3600 }) {
      const leads = role === 'owner' || role === 'administrator';
      const allowed = leads || !canPublish ? settings.sources : canPublish;
      const identity = user ? user.sub : (participantId ?? randomUUID());
      const ownName = user ? user.full_name || user.email : 'Anonymous';
      const token = new AccessToken(apiKey, apiSecret, {
        identity,
        ttl: seconds,
        name: (settings.canEditDisplayName || !user) && username ? username : ownName,
        attributes: {
          color: colour ?? colourOf(identity),
          // As observed: `null` in the token, which LiveKit delivers as "".
          room_role: /** @type {string} */ (/** @type {unknown} */ (role)),
          is_authenticated: String(user !== null),
        },
      });
      token.addGrant({
        roomJoin: true,
        room,
        roomAdmin: leads,
        canPublish: allowed.length > 0,
        canPublishSources: sourcesOf(allowed),
        canPublishData: true,
        canSubscribe: true,
        canUpdateOwnMetadata: false,
      });
      return token.toJwt();
    },

    /** @param {string} token */
    verify: (token) => verifier.verify(token),

    /**
     * @param {string} body
     * @param {string} authorization
     */
    receive: (body, authorization) => webhooks.receive(body, authorization),

    /**
     * What a livekit-server would send us.
     * @param {string} body
     */
    async signWebhook(body) {
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(body))).toString('base64');
      const token = new AccessToken(apiKey, apiSecret);
      token.sha256 = hash;
      return token.toJwt();
    },

    /**
     * For whoever records in place of an egress service: as such LiveKit marks the room as recorded.
     * @param {string} room
     * @param {string} identity
     */
    recorderToken(room, identity) {
      const token = new AccessToken(apiKey, apiSecret, { identity });
      token.addGrant({ roomJoin: true, room, hidden: true, recorder: true, canPublish: false, canSubscribe: false });
      return token.toJwt();
    },

    /**
     * To everyone in the room, if there is one.
     * @param {string} room
     * @param {unknown} message
     */
    async notify(room, message) {
      if (!(await find(room))) return;
      await told(rooms.sendData(room, Buffer.from(pythonJson(message)), DataPacket_Kind.RELIABLE, {}));
    },

    /**
     * @param {string} room
     * @param {Record<string, unknown>} values
     * @param {readonly string[]} [removed]
     */
    async mergeMetadata(room, values, removed = []) {
      const found = await find(room);
      if (!found) throw new NotThere();
      const metadata = JSON.parse(found.metadata || '{}');
      for (const key of removed) delete metadata[key];
      await told(rooms.updateRoomMetadata(room, pythonJson({ ...metadata, ...values })));
    },

    /**
     * @param {string} room
     * @param {string} identity
     * @param {object} changes
     * @param {Record<string, unknown> | null} [changes.metadata]
     * @param {Record<string, string> | null} [changes.attributes]
     * @param {ConstructorParameters<typeof import('@livekit/protocol').ParticipantPermission>[0] | null} [changes.permission]
     * @param {string | null} [changes.name]
     */
    update: (room, identity, { metadata = null, attributes, permission, name }) =>
      told(
        rooms.updateParticipant(room, identity, {
          // Also where there is none: then it is the word "null".
          metadata: pythonJson(metadata),
          ...(attributes && { attributes }),
          ...(permission && { permission }),
          ...(typeof name === 'string' && { name }),
        }),
      ),

    /**
     * @param {string} room
     * @param {string} identity
     * @param {string} track
     */
    mute: (room, identity, track) => told(rooms.mutePublishedTrack(room, identity, track, true)),

    /**
     * @param {string} room
     * @param {string} identity
     */
    remove: (room, identity) => told(rooms.removeParticipant(room, identity)),

    /**
     * @param {string} room
     * @param {string} identity
     */
    async isPresent(room, identity) {
      try {
        await told(rooms.getParticipant(room, identity));
        return true;
      } catch (error) {
        if (error instanceof NotThere || error instanceof Failed) return false;
        throw error;
      }
    },

    /** @param {string} room */
    dispatchAgent: (room) => agents.createDispatch(room, settings.subtitle.agent),
  };
}

/**
 * @template T
 * @param {Promise<T>} request
 */
async function told(request) {
  try {
    return await request;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    throw error.code === 'not_found' ? new NotThere() : new Failed();
  }
}

/**
 * With the spaces that Python puts, so that whoever compares text sees what they would see there.
 * @param {unknown} value
 * @returns {string}
 */
function pythonJson(value) {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${pythonJson(inner)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}

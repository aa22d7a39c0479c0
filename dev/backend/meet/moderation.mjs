// What hosts do to people in a call, and what everyone does about themselves by the LiveKit token they are in with.
import { sourcesOf, Failed, NotThere } from './livekit.mjs';
import { boolean, check, choice, flag, listOf, nullable, oneOf, record, schema, text } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { refusals } from './refused.mjs';

const forbidden = ['hidden', 'recorder', 'agent'];

/**
 * @param {import('./index.mjs').Meet} meet
 * @param {{ forget(room: string, id: string): void }} lobby
 */
export function serveModeration({ serve, rooms, livekit, db, clock, settings, who }, lobby) {
  const permit = (/** @type {import('./http.mjs').Ask} */ { user }) => user !== null;
  const target = { participant_identity: text() };
  const permissions = schema('ParticipantPermission', {
    can_subscribe: flag,
    can_publish: flag,
    can_publish_data: flag,
    can_publish_sources: listOf(oneOf(settings.sources)),
    hidden: flag,
    recorder: flag,
    can_update_metadata: flag,
    agent: flag,
    can_subscribe_metrics: flag,
  });

  serve('/rooms/:room/mute-participant/', {
    allow: 'POST, OPTIONS',
    by: [who.livekitToken, who.session],
    async post(ask) {
      const room = rooms.require(ask);
      const byToken = ask.claims !== undefined;
      const leads = !byToken && rooms.leads(room, ask.user);
      // With a token the rights of a session are not looked at, not even an owner's.
      const may = byToken && (room.configuration.everyone_can_mute ?? true) && ask.claims.video?.room === room.id;
      if (!leads && !may) throw denied(ask);
      const { participant_identity: identity, track_sid: track } = check(await ask.body(), { ...target, track_sid: text({ max: 255 }) });
      if (byToken && !(await livekit.isPresent(room.id, ask.claims.sub))) {
        return reply({ error: 'Could not verify caller presence' }, 403);
      }
      return done(livekit.mute(room.id, identity, track), 'Failed to mute participant');
    },
  });

  serve('/rooms/:room/update-participant/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    permit,
    async post(ask) {
      const room = rooms.requireLed(ask);
      const values = check(await ask.body(), {
        ...target,
        metadata: nullable(record),
        attributes: nullable(record),
        permission: nullable(permissions),
        name: nullable(text({ max: 255, blank: true })),
      });
      const { participant_identity: identity, metadata, attributes, permission, name } = values;
      if (permission && forbidden.some((field) => (permission[field] ?? null) !== null)) throw refusals.suspicious();
      if (!metadata && !attributes && !permission && !name) {
        const fields = 'metadata, attributes, permission, name';
        throw refusals.invalid({ non_field_errors: [`At least one of the following fields must be provided: ${fields}.`] });
      }
      const changes = {
        metadata: metadata ?? null,
        attributes: attributes ? Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])) : null,
        // All of it, at once: what is not named is not permitted.
        permission: permission
          ? {
              canSubscribe: permission.can_subscribe ?? false,
              canPublish: permission.can_publish ?? false,
              canPublishData: permission.can_publish_data ?? false,
              canPublishSources: sourcesOf(permission.can_publish_sources ?? []),
              canUpdateMetadata: permission.can_update_metadata ?? false,
              canSubscribeMetrics: permission.can_subscribe_metrics ?? false,
            }
          : null,
        name: name ?? null,
      };
      return done(livekit.update(room.id, identity, changes), 'Failed to update participant');
    },
  });

  serve('/rooms/:room/remove-participant/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    permit,
    async post(ask) {
      const room = rooms.requireLed(ask);
      const { participant_identity: identity } = check(await ask.body(), target);
      lobby.forget(room.id, identity);
      return done(livekit.remove(room.id, identity), 'Failed to remove participant');
    },
  });

  serve('/rooms/:room/update-participant-role/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    permit,
    async post(ask) {
      const room = rooms.requireLed(ask);
      const me = /** @type {import('./http.mjs').User} */ (ask.user);
      if (!(await livekit.isPresent(room.id, me.sub))) throw denied(ask, 'You must be connected to the meeting to perform this action.');
      const { participant_identity: identity, role } = check(await ask.body(), { ...target, role: choice(['member', 'administrator']) });
      if (identity === me.sub) return reply({ error: 'You cannot change your own role.' }, 403);
      if (!(await livekit.isPresent(room.id, identity))) return reply({ error: 'Participant is not connected to this meeting.' }, 404);
      const user = db.get('SELECT * FROM users WHERE sub = ?', identity);
      if (!user) return reply({ error: 'This participant has no user account and cannot be assigned a role.' }, 404);
      if (rooms.roleOf(room, user) === 'owner') return reply({ error: 'Room owners cannot be demoted.' }, 403);
      rooms.setRole(room.id, user, role);
      const synced = await livekit.update(room.id, identity, { attributes: { room_role: role } }).then(
        () => true,
        (error) => {
          if (error instanceof NotThere || error instanceof Failed) return false;
          throw error;
        },
      );
      return reply({ role, livekit_synced: synced });
    },
  });

  serve('/rooms/:room/toggle-hand/', {
    allow: 'POST, OPTIONS',
    by: [who.livekitToken],
    async post(ask) {
      const room = rooms.requireEntered(ask);
      const { raised } = check(await ask.body(), { raised: boolean });
      const handRaisedAt = raised ? new Date(clock.now()).toISOString().replace('Z', '000+00:00') : '';
      return done(livekit.update(room.id, ask.claims.sub, { attributes: { handRaisedAt } }), 'Failed to update participant hand state');
    },
  });

  serve('/rooms/:room/rename/', {
    allow: 'POST, OPTIONS',
    by: [who.livekitToken],
    async post(ask) {
      const room = rooms.requireEntered(ask);
      const { name } = check(await ask.body(), { name: text({ max: 255 }) });
      return done(livekit.update(room.id, ask.claims.sub, { name }), 'Failed to rename participant');
    },
  });
}

/**
 * @param {Promise<unknown>} request
 * @param {string} otherwise what is said if LiveKit could not
 */
async function done(request, otherwise) {
  try {
    await request;
    return reply({ status: 'success' });
  } catch (error) {
    if (error instanceof NotThere) return reply({ error: 'Participant not found' }, 404);
    if (error instanceof Failed) return reply({ error: otherwise }, 500);
    throw error;
  }
}

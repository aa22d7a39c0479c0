// Recording and transcribing: what a host starts and stops, and the recordings that come of it. How far one is, the
// room's metadata tell everyone; they follow what the egress service reports, see webhooks.mjs.
import { randomUUID } from 'node:crypto';
import { check, choice, flag, isUuid, nullable, oneOf, schema, words } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { Failed, NotThere } from './livekit.mjs';
import { paginate } from './pages.mjs';
import { Refused, refusals } from './refused.mjs';

const final = ['stopped', 'saved', 'aborted', 'external_process_successful', 'external_process_failed', 'failed_to_start', 'failed_to_stop'];

/** @typedef {{ id: string, room: string, owner: string, mode: string, options: string, status: string, worker_id: string | null, created_at: string, updated_at: string }} Recording */

/**
 * @param {import('./index.mjs').Meet} meet
 * @param {import('../egress.mjs').Egress} egress
 */
export function serveRecordings({ serve, rooms, livekit, db, clock, settings, who }, egress) {
  const { recording: feature } = settings;
  const by = [who.session];
  const permit = (/** @type {import('./http.mjs').Ask} */ { user }) => user !== null;
  const rules = {
    mode: choice(['screen_recording', 'transcript']),
    options: nullable(
      schema('RecordingOptions', {
        language: words,
        transcribe: flag,
        collect_metadata: flag,
        original_mode: (value) => (value === null ? [] : oneOf(['screen_recording', 'transcript'])(value)),
      }),
    ),
  };
  const now = () => new Date(clock.now()).toISOString().replace('Z', '000Z');
  /**
   * @param {string} id
   * @param {string} status
   */
  const setStatus = (id, status) => db.update('recordings', id, { status, updated_at: now() });

  serve('/rooms/:room/start-recording/', {
    allow: 'POST, OPTIONS',
    by,
    permit,
    async post(ask) {
      if (!feature.enabled) throw refusals.notFound();
      const { mode, options } = check(await ask.body(), rules, {}, () => new Refused(400, { detail: 'Invalid request.' }));
      const room = rooms.requireLed(ask);
      const running = db.get("SELECT id FROM recordings WHERE room = ? AND status IN ('initiated', 'active')", room.id);
      if (running) return reply({ error: `A recording is already in progress for room ${room.slug}` }, 409);
      const id = randomUUID();
      const owner = /** @type {import('./http.mjs').User} */ (ask.user).id;
      const wanted = Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== null));
      const time = now();
      db.insert('recordings', {
        id, room: room.id, owner, mode, options: JSON.stringify(wanted), status: 'initiated', worker_id: null, created_at: time, updated_at: time,
      });
      const worker = egress.start(room.id);
      if (!worker) {
        setStatus(id, 'failed_to_start');
        return reply({ error: `Recording failed to start for room ${room.slug}` }, 502);
      }
      db.update('recordings', id, { status: 'active', worker_id: worker });
      await livekit.mergeMetadata(room.id, { recording_mode: wanted.original_mode ?? mode, recording_status: 'starting' }).catch(ignore);
      egress.started(worker);
      return reply({ message: `Recording successfully started for room ${room.slug}` }, 201);
    },
  });

  serve('/rooms/:room/stop-recording/', {
    allow: 'POST, OPTIONS',
    by,
    permit,
    async post(ask) {
      if (!feature.enabled) throw refusals.notFound();
      const room = rooms.requireLed(ask);
      const recording = db.get("SELECT * FROM recordings WHERE room = ? AND status = 'active'", room.id);
      if (!recording) throw refusals.notFound('No active recording found for this room.');
      if (!egress.stop(recording.worker_id)) {
        setStatus(recording.id, 'failed_to_stop');
        return reply({ error: `Recording failed to stop for room ${room.slug}` }, 500);
      }
      setStatus(recording.id, 'stopped');
      egress.stopped(recording.worker_id);
      return reply({ message: `Recording stopped for room ${room.slug}.` });
    },
  });

  /** @param {Recording} recording */
  const json = ({ id, room, mode, options, status, created_at, updated_at }) => {
    const { name, slug, access_level } = /** @type {import('./room-store.mjs').Room} */ (rooms.find(room));
    const ends = feature.expirationDays ? Date.parse(created_at) + feature.expirationDays * 86_400_000 : null;
    return {
      id,
      room: { id: room, name, slug, access_level },
      created_at,
      updated_at,
      status,
      mode,
      options: JSON.parse(options),
      key: `${feature.folder}/${id}.${mode === 'transcript' ? 'ogg' : 'mp4'}`,
      is_expired: ends !== null && ends < clock.now(),
      expired_at: ends === null ? null : new Date(ends).toISOString().replace('Z', '000Z'),
    };
  };

  serve('/recordings/', {
    allow: 'GET, HEAD, OPTIONS',
    by,
    permit,
    get(ask) {
      const { id } = /** @type {import('./http.mjs').User} */ (ask.user);
      const all = /** @type {Recording[]} */ (db.all('SELECT * FROM recordings WHERE owner = ? ORDER BY rowid DESC', id));
      return reply(paginate(ask, all.map(json), { size: settings.pageSize, largest: settings.maxPageSize }));
    },
  });

  /**
   * @param {import('./http.mjs').Ask} ask
   * @returns {Recording}
   */
  const owned = (ask) => {
    const id = ask.param('id');
    const found = isUuid(id) && db.get('SELECT * FROM recordings WHERE id = ? AND owner = ?', id, ask.user?.id ?? null);
    if (!found) throw refusals.notFound('No Recording matches the given query.');
    return found;
  };

  serve('/recordings/:id/', {
    allow: 'GET, DELETE, HEAD, OPTIONS',
    by,
    permit,
    get: (ask) => reply(json(owned(ask))),
    delete(ask) {
      const recording = owned(ask);
      if (!final.includes(recording.status)) throw denied(ask);
      db.run('DELETE FROM recordings WHERE id = ?', recording.id);
      return reply(undefined, 204);
    },
  });
}

/** Of a call that is not there, nothing is told; and what LiveKit could not do is not tried again. @param {unknown} error */
export function ignore(error) {
  if (!(error instanceof NotThere) && !(error instanceof Failed)) throw error;
}

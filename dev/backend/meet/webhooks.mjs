// What a livekit-server reports: how far a recording is, and that a call has ended.
import { EgressStatus } from 'livekit-server-sdk';
import { isUuid } from './fields.mjs';
import { reply } from './http.mjs';
import { ignore } from './recordings.mjs';

const events = [
  'room_started', 'room_finished', 'participant_joined', 'participant_left', 'track_published', 'track_unpublished',
  'egress_started', 'egress_updated', 'egress_ended', 'ingress_started', 'ingress_ended',
];

const told = /** @type {Record<number, string>} */ ({
  [EgressStatus.EGRESS_ACTIVE]: 'started',
  [EgressStatus.EGRESS_ENDING]: 'saving',
  [EgressStatus.EGRESS_ABORTED]: 'aborted',
});

/**
 * @param {import('./index.mjs').Meet} meet
 * @param {{ clear(room: string): void }} lobby
 */
export function serveWebhooks({ serve, rooms, livekit, db, settings, who }, lobby) {
  serve('/rooms/webhooks-livekit/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    async post({ c, header }) {
      const authorization = header('authorization');
      if (!authorization) return reply({ status: 'error' }, 401);
      const body = await c.req.text();
      const hook = await livekit.receive(body, authorization).catch(() => undefined);
      if (!hook) return reply({ status: 'error' }, 400);
      const room = hook.room?.name || hook.egressInfo?.roomName || '';
      if (room.startsWith(settings.connectionTest.prefix)) return reply({ status: 'success' });
      if (!events.includes(hook.event)) return reply({ status: 'error' }, 422);
      await handle(hook);
      return reply({ status: 'success' });
    },
  });

  /** @param {import('livekit-server-sdk').WebhookEvent} hook */
  async function handle({ event, room, egressInfo }) {
    if (event === 'room_started' || event === 'room_finished') {
      // Rooms that are not registered are no UUID: Meet fails at them, and LiveKit asks again.
      const name = room?.name ?? '';
      if (!isUuid(name)) throw new Error(`${event}: "${name}" is not the id of a room.`);
      if (event === 'room_started' && !rooms.find(name)) throw new Error(`Room with ID ${name} does not exist`);
      if (event === 'room_finished') lobby.clear(name);
    }
    if (event === 'egress_updated' || event === 'egress_ended') {
      const id = egressInfo?.egressId ?? '';
      const recording = db.get('SELECT * FROM recordings WHERE worker_id = ?', id);
      if (!recording) throw new Error(`Recording with worker ID ${id} does not exist`);
      await (event === 'egress_updated' ? updated : ended)(recording, egressInfo?.status ?? EgressStatus.EGRESS_STARTING);
    }
  }

  /**
   * @param {import('./recordings.mjs').Recording} recording
   * @param {number} status
   */
  async function updated({ room }, status) {
    if (told[status]) await livekit.mergeMetadata(room, { recording_status: told[status] }).catch(ignore);
  }

  /**
   * @param {import('./recordings.mjs').Recording} recording
   * @param {number} status
   */
  async function ended({ id, room, mode, status: before }, status) {
    await livekit.mergeMetadata(room, {}, ['recording_mode', 'recording_status']).catch(ignore);
    const atLimit = status === EgressStatus.EGRESS_LIMIT_REACHED;
    if (atLimit && before === 'active') {
      const type = mode === 'transcript' ? 'transcriptionLimitReached' : 'screenRecordingLimitReached';
      await livekit.notify(room, { type });
    }
    if ((atLimit || status === EgressStatus.EGRESS_COMPLETE) && ['active', 'stopped'].includes(before)) {
      db.update('recordings', id, { status: 'saved' });
    }
  }
}

// Live subtitles: an agent is asked to come. Whether one does, one sees in the call.
import { reply } from './http.mjs';
import { refusals } from './refused.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveSubtitles({ serve, rooms, livekit, settings, who }) {
  serve('/rooms/:room/start-subtitle/', {
    allow: 'POST, OPTIONS',
    by: [who.livekitToken],
    async post(ask) {
      if (!settings.subtitle.enabled) throw refusals.notFound();
      const room = rooms.requireEntered(ask);
      try {
        await livekit.dispatchAgent(room.id);
      } catch {
        return reply({ error: `Subtitles failed to start for room ${room.slug}` }, 500);
      }
      return reply({ status: 'success' });
    },
  });
}

// What a developer can make happen by hand. Development only: none of this is La Suite Meet's API.
//   POST /dev/egress/     { room, status }  how far the recording of a room is, see egress.mjs
//   POST /dev/misbehave/  [ … ]             what goes wrong with the API from now on, see misbehaviour.mjs
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const reports = ['active', 'ending', 'aborted', 'complete', 'limit_reached', 'failed'];

/**
 * @param {object} parts
 * @param {import('./meet/room-store.mjs').RoomStore} parts.rooms
 * @param {import('./egress.mjs').Egress} parts.egress
 * @param {ReturnType<typeof import('./misbehaviour.mjs').createMisbehaviour>} parts.misbehaviour
 */
export function controls({ rooms, egress, misbehaviour }) {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: 16_384 }));

  routes.post('/egress/', async (c) => {
    const { room: key, status } = await c.req.json();
    const room = rooms.find(String(key));
    if (!room) return c.json({ error: 'There is no such room.' }, 404);
    if (!reports.includes(status)) return c.json({ error: `status is one of ${reports.join(', ')}.` }, 400);
    try {
      await egress.play(room.id, status);
    } catch (error) {
      return c.json({ error: /** @type {Error} */ (error).message }, 409);
    }
    return c.body(null, 204);
  });

  routes.post('/misbehave/', async (c) => {
    const ways = await c.req.json();
    if (!Array.isArray(ways)) return c.json({ error: 'A list is expected; an empty one ends it.' }, 400);
    misbehaviour.misbehave(...ways);
    return c.body(null, 204);
  });

  return routes;
}

// Rooms: found by id or name, made, changed and deleted.
import { check, choice, optional, text } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { NotThere, Failed } from './livekit.mjs';
import { paginate } from './pages.mjs';
import { refusals } from './refused.mjs';
import { accessLevels, configurationOf, slugify } from './room-fields.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveRooms({ serve, rooms, livekit, memory, throttle, settings, who }) {
  const by = [who.session];
  const rules = {
    name: text({ max: 500 }),
    access_level: optional(choice(accessLevels)),
    configuration: optional(configurationOf(settings.sources)),
  };
  const isSafe = (/** @type {string} */ method) => ['GET', 'HEAD', 'OPTIONS'].includes(method);
  /** @type {(ask: import('./http.mjs').Ask) => boolean} */
  const permit = ({ method, user }) => isSafe(method) || user !== null;

  serve('/rooms/', {
    allow: 'GET, POST, HEAD, OPTIONS',
    by,
    permit,
    async get(ask) {
      const page = paginate(ask, ask.user ? rooms.of(ask.user) : [], { size: settings.pageSize, largest: settings.maxPageSize });
      return reply({ ...page, results: await Promise.all(page.results.map((room) => rooms.json(room, ask))) });
    },
    async post(ask) {
      const user = /** @type {import('./http.mjs').User} */ (ask.user);
      const body = await ask.body();
      const values = check(body, rules);
      const preferred = JSON.parse(user.configuration);
      const room = rooms.create(
        {
          name: values.name,
          access_level: values.access_level ?? (user.access_level || settings.rooms.defaultAccessLevel),
          configuration: Object.keys(values.configuration ?? {}).length > 0 ? values.configuration : preferred,
        },
        user,
      );
      if (body.callback_id) memory.set(`callback ${body.callback_id}`, { slug: room.slug }, settings.rooms.callbackSeconds);
      return reply(await rooms.json(room, ask), 201);
    },
  });

  serve('/rooms/creation-callback/', {
    allow: 'POST, OPTIONS',
    by,
    throttle: ({ user, c }) => user ?? throttle('creation_callback', addressOf(c)),
    async post(ask) {
      const { callback_id: id } = check(await ask.body(), { callback_id: text() });
      const room = memory.get(`callback ${id}`) ?? {};
      memory.delete(`callback ${id}`);
      return reply({ status: 'success', room });
    },
  });

  /**
   * What `PUT` and `PATCH` do: the change is kept first, then the call is told of it.
   * @param {boolean} partial
   */
  const change = (partial) => async (/** @type {import('./http.mjs').Ask} */ ask) => {
    const room = rooms.requireLed(ask, 'You do not have permission to perform this action.');
    const changed = rooms.change(room, check(await ask.body(), rules, { partial }));
    if (changed.access_level !== room.access_level || JSON.stringify(changed.configuration) !== JSON.stringify(room.configuration)) {
      const { configuration, access_level } = changed;
      await livekit.mergeMetadata(room.id, { configuration, access_level }).catch((error) => {
        // Before the call begins there is nobody to tell.
        if (!(error instanceof NotThere) && !(error instanceof Failed)) throw error;
      });
    }
    return reply(await rooms.json(changed, ask));
  };

  serve('/rooms/:room/', {
    allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS',
    by,
    permit,
    async get(ask) {
      const room = rooms.find(ask.param('room'));
      if (room) return reply(await rooms.json(room, ask));
      if (!settings.rooms.allowUnregistered) throw refusals.notFound('No Room matches the given query.');
      const slug = slugify(ask.param('room'));
      const token = await livekit.token({ room: slug, user: ask.user, username: ask.query.get('username') });
      return reply({
        id: null,
        slug,
        is_administrable: false,
        access_level: 'public',
        livekit: { url: livekit.address, room: slug, token },
      });
    },
    put: change(false),
    patch: change(true),
    delete(ask) {
      const room = rooms.require(ask);
      if (rooms.roleOf(room, ask.user) !== 'owner') throw denied(ask);
      rooms.delete(room);
      return reply(undefined, 204);
    },
  });
}

/** @param {import('hono').Context} c */
export function addressOf(c) {
  return String(c.env?.incoming?.socket?.remoteAddress ?? 'nobody');
}

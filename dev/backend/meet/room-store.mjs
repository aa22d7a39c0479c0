// Rooms and who has which role in them, and what of that each person is told.
import { randomInt, randomUUID } from 'node:crypto';
import { asUuid, isUuid } from './fields.mjs';
import { denied } from './http.mjs';
import { refusals } from './refused.mjs';
import { slugify } from './room-fields.mjs';
import { userJson } from './users.mjs';

/**
 * @typedef {{ id: string, name: string, slug: string, access_level: import('./settings.mjs').AccessLevel,
 *   configuration: { can_publish_sources?: string[] | null, everyone_can_mute?: boolean | null }, pin_code: string | null }} Room
 * @typedef {'owner' | 'administrator' | 'member'} Role
 * @typedef {ReturnType<typeof createRoomStore>} RoomStore
 */

/** @param {Pick<import('./index.mjs').Meet, 'db' | 'settings' | 'livekit'>} meet */
export function createRoomStore({ db, settings, livekit }) {
  /** @param {any} row @returns {Room | undefined} */
  const parsed = (row) => row && { ...row, configuration: JSON.parse(row.configuration) };

  const store = {
    /**
     * @param {string} key its id or, as one types it, its name
     * @returns {Room | undefined}
     */
    find: (key) =>
      parsed(
        isUuid(key)
          ? db.get('SELECT * FROM rooms WHERE id = ?', asUuid(key))
          : db.get('SELECT * FROM rooms WHERE slug = ?', slugify(key)),
      ),

    /** @param {import('./http.mjs').Ask} ask */
    require(ask) {
      const room = store.find(ask.param('room'));
      if (!room) throw refusals.notFound('No Room matches the given query.');
      return room;
    },

    /**
     * The room that is asked for, if who asks leads it.
     * @param {import('./http.mjs').Ask} ask
     * @param {string} [why] is said to others
     */
    requireLed(ask, why = 'You must have privileges on room to perform this action.') {
      const room = store.require(ask);
      if (!store.leads(room, ask.user)) throw denied(ask, why);
      return room;
    },

    /**
     * The room that is asked for, if the LiveKit token of who asks is for it.
     * @param {import('./http.mjs').Ask} ask
     */
    requireEntered(ask) {
      const room = store.require(ask);
      if (ask.claims?.video?.room !== room.id) throw denied(ask);
      return room;
    },

    /** @param {import('./http.mjs').User} user @returns {Room[]} */
    of: (user) =>
      db
        .all('SELECT rooms.* FROM rooms JOIN accesses ON accesses.resource = rooms.id WHERE user_id = ? ORDER BY name', user.id)
        .map((row) => /** @type {Room} */ (parsed(row))),

    /**
     * @param {Room} room
     * @param {import('./http.mjs').User | null} user
     * @returns {Role | null}
     */
    roleOf: (room, user) =>
      (user && db.get('SELECT role FROM accesses WHERE resource = ? AND user_id = ?', room.id, user.id)?.role) ?? null,

    /**
     * @param {Room} room
     * @param {import('./http.mjs').User | null} user
     */
    leads: (room, user) => ['owner', 'administrator'].includes(store.roleOf(room, user) ?? ''),

    /**
     * @param {{ name: string, access_level: string, configuration: unknown }} wanted
     * @param {import('./http.mjs').User} owner
     */
    create({ name, access_level, configuration }, owner) {
      const id = randomUUID();
      const needsPin = settings.telephony.enabled || settings.roomkit.enabled;
      const pin_code = needsPin ? String(randomInt(10 ** settings.telephony.pinLength)).padStart(settings.telephony.pinLength, '0') : null;
      db.insert('rooms', { id, name, slug: slugFor(name), access_level, configuration: JSON.stringify(configuration), pin_code });
      store.setRole(id, owner, 'owner');
      return /** @type {Room} */ (store.find(id));
    },

    /**
     * @param {Room} room
     * @param {{ name?: string, access_level?: string, configuration?: unknown }} changes
     */
    change(room, { name, access_level, configuration }) {
      db.update('rooms', room.id, {
        ...(name !== undefined && { name, slug: slugFor(name, room.id) }),
        ...(access_level !== undefined && { access_level }),
        ...(configuration !== undefined && { configuration: JSON.stringify(configuration) }),
      });
      return /** @type {Room} */ (store.find(room.id));
    },

    /** @param {Room} room */
    delete: (room) => void db.run('DELETE FROM rooms WHERE id = ?', room.id),

    /**
     * @param {string} room its id
     * @param {import('./http.mjs').User} user
     * @param {Role} role
     */
    setRole(room, user, role) {
      const sql =
        'INSERT INTO accesses (id, resource, user_id, role) VALUES (?, ?, ?, ?) ' +
        'ON CONFLICT (resource, user_id) DO UPDATE SET role = excluded.role';
      db.run(sql, randomUUID(), room, user.id, role);
    },

    /**
     * Whether one goes straight in.
     * @param {Room} room
     * @param {import('./http.mjs').User | null} user
     */
    admits: (room, user) =>
      room.access_level === 'public' || (room.access_level === 'trusted' && user !== null) || store.roleOf(room, user) !== null,

    /**
     * @param {Room} room
     * @param {Omit<Parameters<typeof livekit.token>[0], 'room' | 'role' | 'canPublish'>} who
     */
    async credentials(room, who) {
      const role = store.roleOf(room, who.user);
      const token = await livekit.token({ room: room.id, role, canPublish: room.configuration.can_publish_sources ?? null, ...who });
      return { url: livekit.address, room: room.id, token };
    },

    /**
     * What one is told of a room.
     * @param {Room} room
     * @param {import('./http.mjs').Ask} ask
     */
    async json(room, { user, query }) {
      const { id, name, slug, configuration, access_level, pin_code } = room;
      const admitted = store.admits(room, user);
      return {
        id,
        name,
        slug,
        configuration,
        access_level,
        ...(admitted && { pin_code }),
        ...(store.leads(room, user) && { accesses: accessesOf(id) }),
        ...(admitted && { livekit: await store.credentials(room, { user, username: query.get('username') }) }),
      };
    },
  };

  /** @param {string} room */
  const accessesOf = (room) =>
    db
      .all(
        'SELECT users.*, accesses.id AS access, role FROM accesses JOIN users ON users.id = user_id WHERE resource = ? ORDER BY accesses.rowid DESC',
        room,
      )
      .map(({ access, role, ...user }) => ({ id: access, user: userJson(user), resource: room, role }));

  /**
   * @param {string} name
   * @param {string} [self] the room that may have it already
   */
  function slugFor(name, self) {
    const slug = slugify(name);
    if (isUuid(slug)) throw refusals.invalid({ name: [`Room name "${name}" is reserved.`] });
    if (slug.length > 100) throw refusals.invalid({ slug: [`Ensure this value has at most 100 characters (it has ${slug.length}).`] });
    const other = db.get('SELECT id FROM rooms WHERE slug = ?', slug);
    if (other && other.id !== self) throw refusals.invalid({ slug: ['Room with this Slug already exists.'] });
    return slug;
  }

  return store;
}

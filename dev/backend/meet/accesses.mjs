// Who has which role in which room: the way to give one to someone who is not in a call.
import { randomUUID } from 'node:crypto';
import { check, choice, isUuid, optional, wrong } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { paginate } from './pages.mjs';
import { refusals } from './refused.mjs';

/** @typedef {{ id: string, user_id: string, resource: string, role: import('./room-store.mjs').Role }} Access */

/** @param {import('./index.mjs').Meet} meet */
export function serveAccesses({ serve, db, rooms, settings, who }) {
  const by = [who.session];
  const permit = (/** @type {import('./http.mjs').Ask} */ { user }) => user !== null;
  const roles = optional(choice(['member', 'administrator', 'owner']));
  const onlyOwners = () => refusals.forbidden('Only owners of a room can assign other users as owners.');
  const lastOwner = () => refusals.forbidden('A resource should keep at least one owner.');
  /** @param {Access} access */
  const json = ({ id, user_id, resource, role }) => ({ id, user: user_id, resource, role });

  serve('/resource-accesses/', {
    allow: 'GET, POST, HEAD, OPTIONS',
    by,
    permit,
    get(ask) {
      const sql =
        'SELECT accesses.* FROM accesses JOIN accesses AS mine ON mine.resource = accesses.resource ' +
        "WHERE mine.user_id = ? AND mine.role IN ('owner', 'administrator') ORDER BY accesses.rowid DESC";
      const all = /** @type {Access[]} */ (db.all(sql, /** @type {import('./http.mjs').User} */ (ask.user).id));
      return reply(paginate(ask, all.map(json), { size: settings.pageSize }));
    },
    async post(ask) {
      const { user, resource, role = 'member' } = check(await ask.body(), { user: key('users'), resource: key('rooms'), role: roles });
      const room = /** @type {import('./room-store.mjs').Room} */ (rooms.find(resource));
      if (!rooms.leads(room, ask.user)) throw refusals.forbidden('You must be administrator or owner of a room to add accesses to it.');
      if (role === 'owner' && rooms.roleOf(room, ask.user) !== 'owner') throw onlyOwners();
      if (db.get('SELECT id FROM accesses WHERE resource = ? AND user_id = ?', resource, user)) {
        throw refusals.invalid({ non_field_errors: ['Resource access with this User and Resource already exists.'] });
      }
      const access = { id: randomUUID(), user_id: user, resource, role };
      db.insert('accesses', access);
      return reply(json(access), 201);
    },
  });

  /** @param {import('./http.mjs').Ask} ask */
  const find = (ask) => {
    const id = ask.param('id');
    const access = /** @type {Access | undefined} */ (isUuid(id) ? db.get('SELECT * FROM accesses WHERE id = ?', id) : undefined);
    if (!access) throw refusals.notFound('No ResourceAccess matches the given query.');
    const room = /** @type {import('./room-store.mjs').Room} */ (rooms.find(access.resource));
    const mine = ask.user?.id === access.user_id;
    const may = ask.method === 'DELETE' && access.role === 'owner' ? mine : rooms.leads(room, ask.user);
    if (!may) throw denied(ask);
    return { access, room, mine };
  };

  /** @param {Access} access */
  const isLastOwner = ({ resource, role }) =>
    role === 'owner' && db.all("SELECT id FROM accesses WHERE resource = ? AND role = 'owner'", resource).length === 1;

  const change = async (/** @type {import('./http.mjs').Ask} */ ask) => {
    const { access, room, mine } = find(ask);
    const { role = access.role } = check(await ask.body(), { role: roles }, { partial: true });
    const leadsAlone = rooms.roleOf(room, ask.user) === 'owner';
    if ((role === 'owner' && !leadsAlone) || (access.role === 'owner' && !mine)) throw onlyOwners();
    if (role !== 'owner' && isLastOwner(access)) throw lastOwner();
    db.update('accesses', access.id, { role });
    return reply(json({ ...access, role }));
  };

  serve('/resource-accesses/:id/', {
    allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS',
    by,
    permit,
    get: (ask) => reply(json(find(ask).access)),
    put: change,
    patch: change,
    delete(ask) {
      const { access } = find(ask);
      if (isLastOwner(access)) throw lastOwner();
      db.run('DELETE FROM accesses WHERE id = ?', access.id);
      return reply(undefined, 204);
    },
  });

  /**
   * The id of something that is there.
   * @param {'users' | 'rooms'} table
   * @returns {import('./fields.mjs').Rule}
   */
  function key(table) {
    return {
      read(value) {
        const found = typeof value === 'string' && isUuid(value) && db.get(`SELECT id FROM ${table} WHERE id = ?`, value);
        if (found) return found.id;
        throw wrong(`Invalid pk "${value}" - object does not exist.`);
      },
    };
  }
}

// The signed-in person, and what they prefer for their rooms.
import { choice, check, isUuid, nullable, optional } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { refusals } from './refused.mjs';
import { accessLevels, configurationOf } from './room-fields.mjs';
import { paginate } from './pages.mjs';

/** @param {import('./http.mjs').User} user */
export function userJson({ id, email, full_name, short_name, timezone, language, access_level, configuration }) {
  return {
    id,
    email,
    full_name,
    short_name,
    timezone,
    language,
    default_room_access_level: access_level,
    default_room_configuration: JSON.parse(configuration),
  };
}

/** @type {import('./fields.mjs').Rule} */
const timeZone = {
  read(value) {
    return choice(['UTC', ...Intl.supportedValuesOf('timeZone')]).read(value);
  },
};

/** @param {import('./index.mjs').Meet} meet */
export function serveUsers({ serve, db, settings, who }) {
  const by = [who.session];
  const permit = (/** @type {import('./http.mjs').Ask} */ ask) => ask.user !== null;
  const rules = {
    timezone: timeZone,
    language: choice(settings.languages),
    default_room_access_level: nullable(choice(accessLevels)),
    default_room_configuration: optional(configurationOf(settings.sources)),
  };

  serve('/users/me/', {
    allow: 'GET, HEAD, OPTIONS',
    by,
    permit,
    get: ({ user }) => reply(userJson(/** @type {import('./http.mjs').User} */ (user))),
  });

  serve('/users/', {
    allow: 'GET, HEAD, OPTIONS',
    by,
    permit,
    get(ask) {
      const query = ask.query.get('q') ?? '';
      const users = settings.users.listing ? db.all('SELECT * FROM users WHERE instr(email, ?) > 0 ORDER BY email', query) : [];
      return reply(paginate(ask, users.map(userJson), { size: 20 }));
    },
  });

  /** @param {boolean} partial */
  const change = (partial) => async (/** @type {import('./http.mjs').Ask} */ ask) => {
    const id = ask.param('id');
    const user = isUuid(id) ? db.get('SELECT * FROM users WHERE id = ?', id) : undefined;
    if (!user) throw refusals.notFound('No User matches the given query.');
    if (user.id !== ask.user?.id) throw denied(ask);
    const values = check(await ask.body(), rules, { partial });
    db.update('users', user.id, {
      ...(values.timezone !== undefined && { timezone: values.timezone }),
      ...(values.language !== undefined && { language: values.language }),
      ...(values.default_room_access_level !== undefined && { access_level: values.default_room_access_level }),
      ...(values.default_room_configuration !== undefined && { configuration: JSON.stringify(values.default_room_configuration) }),
    });
    return reply(userJson(db.get('SELECT * FROM users WHERE id = ?', user.id)));
  };
  serve('/users/:id/', { allow: 'PUT, PATCH, OPTIONS', by, permit, put: change(false), patch: change(true) });
}

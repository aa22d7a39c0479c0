// The API for other servers, /external-api/v1.0/: an application gets a token to act for a person, and makes rooms.
import { randomUUID } from 'node:crypto';
import { check, choice, isEmail, isUuid, optional, text } from './fields.mjs';
import { denied, reply } from './http.mjs';
import { Expired, sign, verify } from './jwt.mjs';
import { paginate } from './pages.mjs';
import { refusals } from './refused.mjs';
import { accessLevels, configurationOf, randomSlug } from './room-fields.mjs';

/** @param {import('./index.mjs').Meet} meet with the routes of that API */
export function serveExternal({ serve, db, clock, rooms, settings, who }) {
  const { externalApi, addons, telephony } = settings;
  const issuer = 'lasuite-meet';

  serve('/application/token/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    takesForms: true,
    async post(ask) {
      if (!externalApi.enabled) throw refusals.notFound();
      const { client_id, client_secret, scope: email } = check(await ask.body(), {
        client_id: text(),
        client_secret: text(),
        grant_type: choice(['client_credentials']),
        scope: text(),
      });
      const application = db.get('SELECT * FROM applications WHERE client_id = ?', client_id);
      if (application?.client_secret !== client_secret) throw refusals.authenticationFailed('Invalid credentials');
      if (!application.is_active) throw refusals.authenticationFailed('Application is inactive');
      if (!isEmail(email)) return reply({ error: 'Scope should be a valid email address.' }, 400);
      const domains = application.domains.split(' ').filter(Boolean);
      if (domains.length > 0 && !domains.includes(email.split('@')[1].toLowerCase())) {
        return reply({ error: 'This application is not authorized for this email domain.' }, 403);
      }
      const now = Math.floor(clock.now() / 1000);
      const token = sign(
        {
          client_id,
          delegated: true,
          iat: now,
          exp: now + externalApi.seconds,
          user_id: userOf(email).id,
          iss: issuer,
          aud: audienceOf(ask),
          scope: application.scopes,
        },
        externalApi.secret,
      );
      return reply({ access_token: token, token_type: 'Bearer', expires_in: externalApi.seconds, scope: application.scopes });
    },
  });

  /** @type {import('./http.mjs').Authenticator} */
  const bearer = {
    challenge: 'Bearer',
    async identify(ask) {
      const [scheme, token, more] = (ask.header('authorization') ?? '').split(/\s+/);
      if (scheme?.toLowerCase() !== 'bearer') return false;
      if (!token || more !== undefined) throw refusals.authenticationFailed('Invalid token header.');
      // Others are asked of an identity provider, and here is none: Meet fails, as without one it does.
      ask.claims = claimsOf(token, externalApi.secret) ?? claimsOf(token, addons.secret);
      if (!ask.claims) throw new Error('No identity provider can be asked about this token.');
      ask.user = db.get('SELECT * FROM users WHERE id = ?', ask.claims.user_id) ?? null;
      if (!ask.user) throw refusals.authenticationFailed('User not found.');
      return true;
    },
  };

  /**
   * @param {string} token
   * @param {Buffer} secret
   */
  function claimsOf(token, secret) {
    try {
      return verify(token, secret, clock.now());
    } catch (error) {
      if (error instanceof Expired) throw refusals.authenticationFailed('Token expired.');
      throw error;
    }
  }

  /** @param {Partial<Record<string, string>>} scopes by method; without one there is no such action */
  const permit = (scopes) => (/** @type {import('./http.mjs').Ask} */ ask) => {
    const needed = scopes[ask.method];
    if (ask.user && needed && !ask.claims.scope.split(' ').includes(needed)) {
      throw refusals.forbidden(`Insufficient permissions. Required scope: ${needed}`);
    }
    return ask.user !== null;
  };

  serve('/rooms/', {
    allow: 'GET, POST, HEAD, OPTIONS',
    by: [bearer],
    permit: permit({ GET: 'rooms:list', HEAD: 'rooms:list', POST: 'rooms:create' }),
    get(ask) {
      const all = rooms.of(/** @type {import('./http.mjs').User} */ (ask.user));
      return reply(paginate(ask, all.map((room) => json(room, ask)), { size: settings.pageSize }));
    },
    async post(ask) {
      const { access_level = externalApi.defaultAccessLevel, configuration = {} } = check(await ask.body(), {
        access_level: optional(choice(accessLevels)),
        configuration: optional(configurationOf(settings.sources)),
      });
      if (access_level === 'public' && externalApi.defaultAccessLevel !== 'public' && !externalApi.allowPublic) {
        throw refusals.invalid({ access_level: ['Public rooms are disabled for the external API.'] });
      }
      const room = rooms.create({ name: randomSlug(), access_level, configuration }, /** @type {import('./http.mjs').User} */ (ask.user));
      const body = json(room, ask);
      return reply(body, 201, { headers: { Location: body.url } });
    },
  });

  serve('/rooms/:room/', {
    allow: 'GET, HEAD, OPTIONS',
    by: [bearer],
    permit: permit({ GET: 'rooms:retrieve', HEAD: 'rooms:retrieve' }),
    get(ask) {
      // By id alone: here a name finds nothing.
      if (!isUuid(ask.param('room'))) throw refusals.notFound();
      const room = rooms.require(ask);
      if (!rooms.roleOf(room, ask.user)) throw denied(ask);
      return reply(json(room, ask));
    },
  });

  /**
   * @param {import('./room-store.mjs').Room} room
   * @param {import('./http.mjs').Ask} ask
   */
  function json({ id, name, slug, access_level, configuration, pin_code }, ask) {
    return {
      id,
      name,
      slug,
      access_level,
      configuration,
      url: `${originOf(ask)}/${slug}`,
      ...(telephony.enabled && {
        telephony: { enabled: true, phone_number: telephony.phoneNumber, pin_code, default_country: telephony.country },
      }),
    };
  }

  /**
   * @param {string} email
   * @returns {import('./http.mjs').User}
   */
  function userOf(email) {
    const found = db.get('SELECT * FROM users WHERE email = ? COLLATE NOCASE', email);
    if (found) return found;
    if (!externalApi.createsUsers) throw refusals.notFound('User not found.');
    const id = randomUUID();
    db.insert('users', { id, email, timezone: settings.timeZone, language: settings.language });
    return db.get('SELECT * FROM users WHERE id = ?', id);
  }
}

/** @param {import('./http.mjs').Ask} ask */
const originOf = (ask) => `http://${ask.header('host')}`;

/** @param {import('./http.mjs').Ask} ask */
const audienceOf = (ask) => `${originOf(ask)}/external-api/v1.0/`;

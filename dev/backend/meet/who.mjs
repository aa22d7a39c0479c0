// Who asks: by the session's cookie, or by the LiveKit token of the call one is in.
import { timingSafeEqual } from 'node:crypto';
import { Refused, refusals } from './refused.mjs';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * @typedef {import('./http.mjs').Authenticator} Authenticator
 * @typedef {{ session: Authenticator, livekitToken: Authenticator }} Who
 */

/**
 * @param {import('./index.mjs').Meet} meet
 * @returns {Who}
 */
export function createWho({ db, clock, livekit, settings }) {
  return {
    session: {
      challenge: 'Session',
      usesSession: true,
      async identify(ask) {
        const key = ask.cookie('sessionid');
        if (!key) return false;
        const user = db.get(
          'SELECT users.* FROM sessions JOIN users ON users.id = sessions.user_id WHERE key = ? AND ends > ?',
          key,
          clock.now(),
        );
        if (!user) return false;
        if (!safe.includes(ask.method)) checkOrigin(ask, settings.trustedOrigins);
        ask.user = user;
        return true;
      },
    },

    livekitToken: {
      async identify(ask) {
        const header = ask.header('authorization');
        if (!header) return false;
        const [scheme, token, more] = header.trim().split(/\s+/);
        if (scheme?.toLowerCase() !== 'bearer' || !token || more !== undefined) {
          throw refusals.authenticationFailed('Authorization header must be: Bearer <token>');
        }
        ask.claims = await livekit.verify(token).catch((error) => {
          throw refusals.authenticationFailed(`Invalid LiveKit token: ${reason(token, error)}`);
        });
        if (!ask.claims.sub) throw refusals.authenticationFailed('Invalid LiveKit token: Token missing user identity');
        ask.user = db.get('SELECT * FROM users WHERE sub = ?', ask.claims.sub) ?? null;
        return true;
      },
    },
  };
}

/**
 * What Django asks of those who write with a session: to come from a page of ours, and to show that they can read our
 * cookies.
 * @param {import('./http.mjs').Ask} ask
 * @param {readonly string[]} trusted
 */
function checkOrigin(ask, trusted) {
  const origin = ask.header('origin');
  if (origin !== undefined && origin !== `http://${ask.header('host')}` && !trusted.includes(origin)) {
    throw csrf(`Origin checking failed - ${origin} does not match any trusted origins.`);
  }
  const cookie = ask.cookie('csrftoken');
  if (!cookie) throw csrf('CSRF cookie not set.');
  const shown = ask.header('x-csrftoken');
  if (!shown) throw csrf('CSRF token missing.');
  if (shown.length !== 32 && shown.length !== 64) throw csrf("CSRF token from the 'X-Csrftoken' HTTP header has incorrect length.");
  const [given, expected] = [Buffer.from(shown), Buffer.from(cookie)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw csrf("CSRF token from the 'X-Csrftoken' HTTP header incorrect.");
  }
}

/** @param {string} why */
const csrf = (why) => new Refused(403, { detail: `CSRF Failed: ${why}` });

/**
 * In PyJWT's words.
 * @param {string} token
 * @param {any} error
 */
function reason(token, error) {
  if (token.split('.').length !== 3) return 'Not enough segments';
  if (error?.code === 'ERR_JWT_EXPIRED') return 'Signature has expired';
  if (error?.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'Signature verification failed';
  return 'Invalid token';
}

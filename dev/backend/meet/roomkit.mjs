// What the equipment of meeting rooms asks when someone dials in: whether there is a room with that PIN.
import { timingSafeEqual } from 'node:crypto';
import { check, text } from './fields.mjs';
import { reply } from './http.mjs';
import { refusals } from './refused.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveRoomkit({ serve, db, throttle, settings }) {
  const { roomkit, telephony } = settings;
  serve('/roomkit/join/', {
    allow: 'POST, OPTIONS',
    by: [
      {
        challenge: "Bearer realm='Roomkit server to server'",
        async identify(ask) {
          if (!roomkit.token) throw refusals.authenticationFailed('Server-to-server token is not configured.');
          const header = ask.header('authorization');
          if (!header) throw refusals.authenticationFailed('Authorization header is missing.');
          const [scheme, token, more] = header.split(' ');
          if (scheme !== 'Bearer' || !token || more !== undefined) throw refusals.authenticationFailed('Invalid authorization header.');
          const [given, expected] = [Buffer.from(token), Buffer.from(roomkit.token)];
          if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
            throw refusals.authenticationFailed('Invalid server-to-server token.');
          }
          return true;
        },
      },
    ],
    throttle: () => throttle('roomkit_join', 'roomkit'),
    async post(ask) {
      if (!roomkit.enabled) throw refusals.notFound();
      const { pin_code: pin } = check(await ask.body(), { pin_code: text() });
      if (pin.length !== telephony.pinLength) throw refusals.invalid({ pin_code: ['PIN code length is invalid.'] });
      if (!db.get('SELECT id FROM rooms WHERE pin_code = ?', pin)) throw refusals.notFound('No room found for this PIN code.');
      return reply({ status: 'success' });
    },
  });
}

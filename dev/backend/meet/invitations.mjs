// Invitations by e-mail. This backend sends none.
import { check, emails } from './fields.mjs';
import { reply } from './http.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveInvitations({ serve, rooms, who }) {
  serve('/rooms/:room/invite/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    permit: ({ user }) => user !== null,
    async post(ask) {
      rooms.requireLed(ask);
      check(await ask.body(), { emails });
      return reply({ status: 'success', message: 'invitations sent' });
    },
  });
}

// The way into a room where nobody else is, to test the connection in.
import { randomUUID } from 'node:crypto';
import { reply } from './http.mjs';
import { refusals } from './refused.mjs';
import { addressOf } from './rooms.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveDiagnostics({ serve, livekit, throttle, settings, who }) {
  const { connectionTest } = settings;
  serve('/diagnostics/connection/', {
    allow: 'POST, OPTIONS',
    by: [who.session],
    throttle: ({ user, c }) => throttle('connection_test', user?.id ?? addressOf(c)),
    async post({ user }) {
      if (!connectionTest.enabled) throw refusals.notFound();
      const room = `${connectionTest.prefix}-${randomUUID()}`;
      const token = await livekit.token({ room, user, username: 'Connection Test', seconds: connectionTest.seconds });
      return reply({ livekit: { url: livekit.address, room, token, expires_in: connectionTest.seconds } });
    },
  });
}

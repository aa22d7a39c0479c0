import type { ParticipantInfo } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';

/**
 * What the simulated server says to a server address and a token. It takes any, but for these words in the token:
 * `invalid` (→ `INVALID_TOKEN`), `expired` (→ `EXPIRED_TOKEN`), `viewer` (may publish nothing) and `plain` (may not set
 * attributes), and in the address:
 * `unreachable` (→ `SERVER_UNREACHABLE`) and `blocked` (→ `MEDIA_BLOCKED`).
 * Returns the rights that it gives, where they are not the usual ones.
 */
export function refuse(serverUrl: string, token: string): Partial<ParticipantInfo> {
  if (serverUrl.includes('unreachable')) throw new VisioError('SERVER_UNREACHABLE', 'The simulated server does not answer.');
  if (token.includes('expired')) throw new VisioError('EXPIRED_TOKEN', 'The token has expired.');
  if (token.includes('invalid')) throw new VisioError('INVALID_TOKEN', 'The simulated server refused the token.');
  if (serverUrl.includes('blocked')) throw new VisioError('MEDIA_BLOCKED', 'Audio and video cannot pass to the simulated server.');
  return {
    ...(token.includes('viewer') && { canPublish: [] }),
    ...(token.includes('plain') && { canSetAttributes: false }),
  };
}

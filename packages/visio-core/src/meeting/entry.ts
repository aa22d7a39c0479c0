/** What the way into a call needs, fetched as the lobby opens; and what tells why it ended, when there may be no network. */
import type { EndReason } from '../engine/engine.js';
import { VisioError } from '../errors/visio-error.js';

export { parseServerUrl } from '../backends/server-url.js';
export { hearNews } from '../features/facts/news.js';
export { isRoomAdmin, readToken } from '../backends/token.js';
export { parseRoomState } from './parse-room-state.js';
export { claimPlace } from './same-person.js';

/** What a call ended with that one did not leave. */
export function endError(reason: Exclude<EndReason, 'left'>): VisioError {
  switch (reason) {
    case 'removed':
      return new VisioError('PARTICIPANT_REMOVED', 'A moderator removed this participant.');
    case 'duplicate-identity':
      return new VisioError('DUPLICATE_IDENTITY', 'The same identity joined from elsewhere.');
    case 'room-closed':
      return new VisioError('ROOM_CLOSED', 'The room was closed.');
    default:
      return new VisioError('CONNECTION_LOST', 'The connection was lost and could not be had back.');
  }
}

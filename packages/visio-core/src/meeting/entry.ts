/** What the way into a call needs, fetched as the lobby opens. */
export { parseServerUrl } from '../backends/server-url.js';
export { isRoomAdmin, readToken } from '../backends/token.js';
export { claimPlace } from './same-person.js';

/**
 * Every failure a host can meet. Codes are stable: new ones may come, none changes its meaning.
 * The words that a person reads are in `i18n`, under `error.<code>`.
 */
export const VisioErrorCode = {
  /** `server-url` is missing or not an absolute ws:, wss:, http: or https: address. */
  INVALID_SERVER_URL: 'INVALID_SERVER_URL',
  /** The server refused the token: malformed, signed with another secret, or for another server. */
  INVALID_TOKEN: 'INVALID_TOKEN',
  /** The token's time (`exp`) has passed. */
  EXPIRED_TOKEN: 'EXPIRED_TOKEN',
  /** Nothing says how to join: no token, no `tokenProvider`, no `backend`. */
  NO_CREDENTIALS: 'NO_CREDENTIALS',
  /** The host's `tokenProvider` or `backend` failed, or answered with something else than credentials. */
  TOKEN_REQUEST_FAILED: 'TOKEN_REQUEST_FAILED',
  /** The room's address is no absolute http: or https: address, or names no room. */
  INVALID_ROOM_URL: 'INVALID_ROOM_URL',
  /** There is no such room. */
  ROOM_NOT_FOUND: 'ROOM_NOT_FOUND',
  /** Someone in the meeting refused to let this person in. */
  ENTRY_REFUSED: 'ENTRY_REFUSED',
  /** Nobody answered whether this person may come in. */
  ENTRY_TIMED_OUT: 'ENTRY_TIMED_OUT',
  /** The backend wants to know who this is. */
  SIGN_IN_REQUIRED: 'SIGN_IN_REQUIRED',
  /** The browser keeps the backend's cookies from this page, so that it would not know a person from one request to the next. */
  COOKIES_BLOCKED: 'COOKIES_BLOCKED',
  /** No answer from the backend's address, or the backend lets no page of this origin ask (CORS). */
  BACKEND_UNREACHABLE: 'BACKEND_UNREACHABLE',
  /** The backend answered that it failed, or with something that is no answer. */
  BACKEND_FAILED: 'BACKEND_FAILED',
  /** The backend was asked too often. Nothing was done this time. */
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  /** The backend has this turned off. */
  FEATURE_OFF: 'FEATURE_OFF',
  /** What was to be started runs already. */
  ALREADY_ACTIVE: 'ALREADY_ACTIVE',
  /** No answer from the server's address. */
  SERVER_UNREACHABLE: 'SERVER_UNREACHABLE',
  /** The server answers, but audio and video cannot pass (a firewall, usually). */
  MEDIA_BLOCKED: 'MEDIA_BLOCKED',
  /** The connection broke and could not be had back within the retry time. */
  CONNECTION_LOST: 'CONNECTION_LOST',
  /** The same identity joined from elsewhere, and took this one's place. */
  DUPLICATE_IDENTITY: 'DUPLICATE_IDENTITY',
  /** The same identity is in this room already, in another tab or elsewhere. Joining again moves the call here. */
  ALREADY_IN_CALL: 'ALREADY_IN_CALL',
  /** Another tab of this browser took the call over, because the person wanted so. Joining again moves it back. */
  MOVED_ELSEWHERE: 'MOVED_ELSEWHERE',
  /** A moderator removed this participant. */
  PARTICIPANT_REMOVED: 'PARTICIPANT_REMOVED',
  /** The room was closed for everyone. */
  ROOM_CLOSED: 'ROOM_CLOSED',
  /** Part of the SDK's own code could not be loaded. */
  ENGINE_LOAD_FAILED: 'ENGINE_LOAD_FAILED',
  /** The person or the system refused access; `device` tells to what. */
  DEVICE_DENIED: 'DEVICE_DENIED',
  /** The page that frames this one does not let it use the device: its `<iframe>` lacks `allow`. `url` is the page, for a tab. */
  DEVICE_BLOCKED: 'DEVICE_BLOCKED',
  /** No such device is connected. */
  DEVICE_NOT_FOUND: 'DEVICE_NOT_FOUND',
  /** The device exists but cannot be read: another program holds it, or it failed. */
  DEVICE_BUSY: 'DEVICE_BUSY',
  /** The device disappeared during use. */
  DEVICE_LOST: 'DEVICE_LOST',
  /** The browser offers no such thing here: not a secure page, or too old. */
  DEVICE_UNSUPPORTED: 'DEVICE_UNSUPPORTED',
  /** This browser or machine cannot work on the camera's picture. */
  EFFECT_UNSUPPORTED: 'EFFECT_UNSUPPORTED',
  /** The code, the model or the image of an effect could not be loaded, or the page's policy forbids it. */
  EFFECT_LOAD_FAILED: 'EFFECT_LOAD_FAILED',
  /** The token or a moderator does not allow publishing this source. */
  PUBLISH_NOT_ALLOWED: 'PUBLISH_NOT_ALLOWED',
  /** The server did not take the track. */
  PUBLISH_FAILED: 'PUBLISH_FAILED',
  /** The token or the backend does not allow this. */
  NOT_ALLOWED: 'NOT_ALLOWED',
  /** The backend or the server did not do what was asked, or did not answer. */
  REQUEST_FAILED: 'REQUEST_FAILED',
  /** More was sent in a short time than is allowed. Nothing was sent this time. */
  TOO_FAST: 'TOO_FAST',
  /** The command cannot be used now. */
  COMMAND_DISABLED: 'COMMAND_DISABLED',
  /** The host prevented the command. */
  VETOED: 'VETOED',
  /** An option or argument that makes no sense; the message says which. */
  INVALID_ARGUMENT: 'INVALID_ARGUMENT',
  /** Anything else; `cause` has it. */
  UNKNOWN: 'UNKNOWN',
} as const;

export type VisioErrorCode = keyof typeof VisioErrorCode;

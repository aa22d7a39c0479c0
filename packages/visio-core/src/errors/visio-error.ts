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
  /** No answer from the server's address. */
  SERVER_UNREACHABLE: 'SERVER_UNREACHABLE',
  /** The server answers, but audio and video cannot pass (a firewall, usually). */
  MEDIA_BLOCKED: 'MEDIA_BLOCKED',
  /** The connection broke and could not be had back within the retry time. */
  CONNECTION_LOST: 'CONNECTION_LOST',
  /** The same identity joined from elsewhere, and took this one's place. */
  DUPLICATE_IDENTITY: 'DUPLICATE_IDENTITY',
  /** A moderator removed this participant. */
  PARTICIPANT_REMOVED: 'PARTICIPANT_REMOVED',
  /** The room was closed for everyone. */
  ROOM_CLOSED: 'ROOM_CLOSED',
  /** Part of the SDK's own code could not be loaded. */
  ENGINE_LOAD_FAILED: 'ENGINE_LOAD_FAILED',
  /** The person or the system refused access; `device` tells to what. */
  DEVICE_DENIED: 'DEVICE_DENIED',
  /** No such device is connected. */
  DEVICE_NOT_FOUND: 'DEVICE_NOT_FOUND',
  /** The device exists but cannot be read: another program holds it, or it failed. */
  DEVICE_BUSY: 'DEVICE_BUSY',
  /** The device disappeared during use. */
  DEVICE_LOST: 'DEVICE_LOST',
  /** The browser offers no such thing here: not a secure page, an iframe without `allow`, or too old. */
  DEVICE_UNSUPPORTED: 'DEVICE_UNSUPPORTED',
  /** The token or a moderator does not allow publishing this source. */
  PUBLISH_NOT_ALLOWED: 'PUBLISH_NOT_ALLOWED',
  /** The server did not take the track. */
  PUBLISH_FAILED: 'PUBLISH_FAILED',
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

/** What a device failure is about. */
export type DeviceUse = 'microphone' | 'camera' | 'speaker' | 'screen';

export interface VisioErrorOptions {
  cause?: unknown;
  device?: DeviceUse;
}

/** A failure with a stable `code`. `message` is English and for developers. */
export class VisioError extends Error {
  override readonly name = 'VisioError';
  readonly code: VisioErrorCode;
  /** For `DEVICE_…` codes: which use of a device failed. */
  readonly device: DeviceUse | undefined;

  constructor(code: VisioErrorCode, message: string, options: VisioErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.device = options.device;
  }

  /** Whether trying again, perhaps after what the error's text advises, can succeed. */
  get recoverable(): boolean {
    return !FINAL.has(this.code);
  }
}

const FINAL: ReadonlySet<VisioErrorCode> = new Set<VisioErrorCode>([
  'INVALID_SERVER_URL',
  'NO_CREDENTIALS',
  'INVALID_ARGUMENT',
  'PARTICIPANT_REMOVED',
  'ROOM_CLOSED',
]);

/** Works across copies of the package, where `instanceof` does not. */
export function isVisioError(value: unknown): value is VisioError {
  return value instanceof Error && value.name === 'VisioError' && 'code' in value;
}

/** `value` as a VisioError: itself, or wrapped under `code`. */
export function toVisioError(value: unknown, code: VisioErrorCode = 'UNKNOWN', options: VisioErrorOptions = {}): VisioError {
  if (isVisioError(value)) return value;
  const message = value instanceof Error ? value.message : String(value);
  return new VisioError(code, message, { ...options, cause: value });
}

import type { VisioErrorCode } from './codes.js';

/** What a device failure is about. */
export type DeviceUse = 'microphone' | 'camera' | 'speaker' | 'screen';

/** What else is known of a failure. */
export interface VisioErrorOptions {
  cause?: unknown;
  device?: DeviceUse;
  url?: string;
}

/** A failure with a stable `code`. `message` is English and for developers. */
export class VisioError extends Error {
  override readonly name = 'VisioError';
  readonly code: VisioErrorCode;
  /** For `DEVICE_…` codes: which use of a device failed. */
  readonly device: DeviceUse | undefined;
  /** Where a person can do what they could not do here: a page to open in a tab. */
  readonly url: string | undefined;

  constructor(code: VisioErrorCode, message: string, options: VisioErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.device = options.device;
    this.url = options.url;
  }

  /** Whether trying again, perhaps after what the error's text advises, can succeed. */
  get recoverable(): boolean {
    return !FINAL.has(this.code);
  }
}

const FINAL: ReadonlySet<VisioErrorCode> = new Set<VisioErrorCode>([
  'INVALID_SERVER_URL',
  'INVALID_ROOM_URL',
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

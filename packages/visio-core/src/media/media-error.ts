import type { VisioErrorCode } from '../errors/codes.js';
import { VisioError, type DeviceUse } from '../errors/visio-error.js';

const CODES: Readonly<Record<string, VisioErrorCode>> = {
  NotAllowedError: 'DEVICE_DENIED',
  SecurityError: 'DEVICE_DENIED',
  NotFoundError: 'DEVICE_NOT_FOUND',
  OverconstrainedError: 'DEVICE_NOT_FOUND',
  NotReadableError: 'DEVICE_BUSY',
  AbortError: 'DEVICE_BUSY',
};

/** The names that `getUserMedia` and `getDisplayMedia` reject with, as our codes. */
export function mapMediaError(cause: unknown, device: DeviceUse): VisioError {
  if (cause instanceof VisioError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return new VisioError(CODES[name] ?? 'UNKNOWN', `Could not open the ${device}: ${name || String(cause)}.`, {
    cause,
    device,
  });
}

/** Why a device could not be opened. `null`: there is nothing to open it with. */
export async function explainMediaError(cause: unknown, device: DeviceUse): Promise<VisioError> {
  if (cause === null) {
    return new VisioError(
      'DEVICE_UNSUPPORTED',
      `The browser offers no ${device} here: the page is not secure (https: or localhost), or the browser is too old.`,
      { device },
    );
  }
  const error = mapMediaError(cause, device);
  // In a frame, who refused may be the page around.
  if (error.code !== 'DEVICE_DENIED' || self === top) return error;
  return import('./in-frame.js').then(({ explainInFrame }) => explainInFrame(error, device)).catch(() => error);
}

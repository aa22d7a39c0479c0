import { ConnectionError, ConnectionErrorReason, DisconnectReason, PublishTrackError } from 'livekit-client';
import { readToken } from '../../backends/token.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';

/** Why joining failed. The token's own text is never part of a message. */
export function mapConnectError(cause: unknown, token: string): VisioError {
  if (!(cause instanceof ConnectionError)) return toVisioError(cause);
  switch (cause.reason) {
    case ConnectionErrorReason.NotAllowed:
      return isExpired(token)
        ? new VisioError('EXPIRED_TOKEN', 'The token has expired.', { cause })
        : new VisioError('INVALID_TOKEN', 'The server refused the token.', { cause });
    case ConnectionErrorReason.Cancelled:
      return gaveUp();
    case ConnectionErrorReason.LeaveRequest:
      return cause.context === DisconnectReason.DUPLICATE_IDENTITY
        ? new VisioError('DUPLICATE_IDENTITY', 'The same identity joined from elsewhere.', { cause })
        : new VisioError('ROOM_CLOSED', 'The server ended the connection at once.', { cause });
    case ConnectionErrorReason.InternalError:
      // The only case in which signalling worked and the peer connection did not.
      return /pc connection|peer ?connection/i.test(cause.message)
        ? new VisioError('MEDIA_BLOCKED', 'Audio and video cannot pass to the server.', { cause })
        : new VisioError('SERVER_UNREACHABLE', 'The server failed.', { cause });
    default:
      return new VisioError('SERVER_UNREACHABLE', 'The server does not answer.', { cause });
  }
}

/** What `connect` rejects with when this side no longer wants it. */
export function gaveUp(): VisioError {
  return new VisioError('COMMAND_DISABLED', 'Joining was given up.');
}

/** Why a track was not taken. */
export function mapPublishError(cause: unknown): VisioError {
  return cause instanceof PublishTrackError && cause.status === 403
    ? new VisioError('PUBLISH_NOT_ALLOWED', 'The server does not take this from this participant.', { cause })
    : toVisioError(cause, 'PUBLISH_FAILED');
}

/** Whether a JWT's `exp` (RFC 7519, seconds) has passed. */
function isExpired(token: string): boolean {
  const { exp } = readToken(token);
  return typeof exp === 'number' && exp * 1000 < Date.now();
}

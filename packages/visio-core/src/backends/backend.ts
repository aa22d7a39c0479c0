/** Where rooms and tokens come from. */
export interface Backend {
  /** Gets what is needed to join. Called once for each attempt; abort `signal` gives it up. */
  credentials(request: CredentialsRequest): Promise<Credentials>;
  /** Raised hands, where the backend carries them. Default: a participant sets their own attribute, if the token lets them. */
  readonly hands?: BackendHands;
}

export interface CredentialsRequest {
  /** The room asked for; empty when the backend knows by itself. */
  readonly room: string;
  readonly displayName: string;
  /**
   * `check`: for a check of the connection, in a room that nobody else is in, by the name that `room` gives: it is
   * entered some times for some seconds, and test video is sent to it. Default: for the meeting itself.
   */
  readonly purpose?: 'check';
  readonly signal: AbortSignal;
}

export interface Credentials {
  /** The LiveKit server: an absolute ws:, wss:, http: or https: address. */
  readonly serverUrl: string;
  /** A LiveKit access token (JWT). */
  readonly token: string;
}

/** What a participant was let into a call with: who they are to the backend. */
export interface Session extends Credentials {
  /** The room that was asked for. */
  readonly room: string;
}

/**
 * Raises and lowers hands by setting the participant attribute `handRaisedAt`, as La Suite Meet does: the time, in
 * ISO 8601, or nothing. The room shows what the server tells of that attribute, so these only ask; what they reject
 * with reaches the caller, as a `REQUEST_FAILED` if it is no `VisioError`.
 */
export interface BackendHands {
  setRaised(raised: boolean, session: Session): Promise<void>;
  /** Lowers someone else's. Asked of moderators only. Default: nobody can. */
  lower?(identity: string, session: Session): Promise<void>;
}

/**
 * The host's own way to a token: asks its backend, and returns the token alone (then `serverUrl` must be known
 * otherwise) or with the server's address.
 */
export type TokenProvider = (
  request: CredentialsRequest,
) => Promise<string | { readonly serverUrl?: string; readonly token: string }>;

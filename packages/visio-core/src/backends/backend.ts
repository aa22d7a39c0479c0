/** Where rooms and tokens come from. */
export interface Backend {
  /** Gets what is needed to join. Called once for each attempt; abort `signal` gives it up. */
  credentials(request: CredentialsRequest): Promise<Credentials>;
}

export interface CredentialsRequest {
  /** The room asked for; empty when the backend knows by itself. */
  readonly room: string;
  readonly displayName: string;
  readonly signal: AbortSignal;
}

export interface Credentials {
  /** The LiveKit server: an absolute ws:, wss:, http: or https: address. */
  readonly serverUrl: string;
  /** A LiveKit access token (JWT). */
  readonly token: string;
}

/**
 * The host's own way to a token: asks its backend, and returns the token alone (then `serverUrl` must be known
 * otherwise) or with the server's address.
 */
export type TokenProvider = (
  request: CredentialsRequest,
) => Promise<string | { readonly serverUrl?: string; readonly token: string }>;

import { VisioError } from '../errors/visio-error.js';

const TO_SOCKET: Readonly<Record<string, string>> = { 'ws:': 'ws:', 'wss:': 'wss:', 'http:': 'ws:', 'https:': 'wss:' };

/** A LiveKit server's address as ws: or wss:. Throws `INVALID_SERVER_URL`. */
export function parseServerUrl(text: unknown): string {
  let url: URL;
  try {
    url = new URL(String(text));
  } catch {
    throw invalid('it is not an absolute address');
  }
  const protocol = TO_SOCKET[url.protocol];
  if (!protocol) throw invalid('it must begin with wss:, ws:, https: or http:');
  if (url.hostname === '') throw invalid('it names no host');
  if (url.username !== '' || url.password !== '') throw invalid('it must not contain a user or a password');
  return `${protocol}//${url.host}${url.pathname.replace(/\/$/, '')}`;
}

function invalid(why: string): VisioError {
  // The address itself stays out of the message: it may hold a secret.
  return new VisioError('INVALID_SERVER_URL', `The server's address cannot be used: ${why}.`);
}

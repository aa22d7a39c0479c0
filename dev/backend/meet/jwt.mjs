// The tokens of the external API: JSON Web Tokens, signed with HMAC and SHA-256.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** It was ours, and has run out. */
export class Expired extends Error {}

/**
 * @param {Record<string, unknown>} claims
 * @param {Buffer} secret
 */
export function sign(claims, secret) {
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${content}.${signatureOf(content, secret).toString('base64url')}`;
}

/**
 * @param {string} token
 * @param {Buffer} secret
 * @param {number} now in milliseconds
 * @returns {Record<string, any> | undefined} undefined: it is none of ours
 */
export function verify(token, secret, now) {
  const end = token.lastIndexOf('.');
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const expected = signatureOf(token.slice(0, end), secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims = JSON.parse(Buffer.from(String(token.split('.')[1]), 'base64url').toString());
  if (claims.exp * 1000 <= now) throw new Expired();
  return claims;
}

/**
 * @param {string} content
 * @param {Buffer} secret
 */
function signatureOf(content, secret) {
  return createHmac('sha256', secret).update(content).digest();
}

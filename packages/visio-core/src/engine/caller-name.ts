/** LiveKit's bridge to telephones calls someone "Phone" and their number, unless it was told otherwise. */
const PREFIX = /^phone\s+(?=[+\d])/i;

const NUMBER = /\+?\d[\d\s().\-/]{5,}\d/g;

/** Country codes of one and two digits; all others have three (ITU-T E.164). */
const COUNTRY = /^(?:1|7|2[07]|3[0-46-9]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * What someone who calls by telephone is called: the name that the server gave them, or else their number, of which only
 * the country and the last two digits are told to the others. Empty when nothing is known.
 */
export function callerName(name: string, attributes: Readonly<Record<string, string>>): string {
  const known = name.trim() || (attributes['sip.phoneNumber'] ?? '');
  return known.slice(0, 200).replace(PREFIX, '').replace(NUMBER, mask);
}

function mask(number: string): string {
  const digits = number.replace(/\D/g, '');
  const country = number.startsWith('+') ? `+${COUNTRY.exec(digits)?.[0] ?? ''} ` : '';
  return `${country}•• •• •• ${digits.slice(-2)}`;
}

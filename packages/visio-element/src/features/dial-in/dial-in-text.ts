import type { DialIn } from 'visio-core';
import type { Translator } from 'visio-core/i18n';

/** A telephone number in groups, as one reads it out. One that has groups keeps them. */
export function groupNumber(number: string): string {
  const text = number.trim();
  const found = /^\+(1|7|2[07]|3[0-46-9]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{5,})$/.exec(text);
  if (!found) return text;
  const [, country, rest] = found as unknown as readonly [string, string, string];
  const groups = country === '1' && rest.length === 10 ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)] : pairs(rest);
  return `+${country} ${groups.join(' ')}`;
}

/** A PIN in groups: three, three and the rest, as La Suite Meet writes it. */
export function groupPin(pin: string): string {
  const digits = pin.replace(/\s/g, '');
  return digits.length < 7 ? digits : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

/** How one joins by telephone, in one line: what is copied. */
export function dialInText(translator: Translator, { number, pin }: DialIn): string {
  return translator.text('dialIn.text', { number: groupNumber(number), pin: groupPin(pin) });
}

/** An address that calls the number and types the PIN, or `null` when they are no such thing. */
export function dialInUrl({ number, pin }: DialIn): string | null {
  const [to, code] = [number, pin].map((text) => text.replace(/[\s().-]/g, ''));
  return /^\+?\d{3,20}$/.test(to!) && /^\d{1,20}$/.test(code!) ? `tel:${to},,${code}%23` : null;
}

/** Two by two; of an odd number the first alone. */
function pairs(digits: string): readonly string[] {
  const odd = digits.length % 2;
  return [...(odd ? [digits[0]!] : []), ...(digits.slice(odd).match(/../g) ?? [])];
}

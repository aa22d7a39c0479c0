import { describe, expect, it } from 'vitest';
import { callerName } from './caller-name.js';

describe('callerName', () => {
  it.each([
    ['Phone +33612345612', '+33 •• •• •• 12'],
    ['+33 6 12 34 56 12', '+33 •• •• •• 12'],
    ['+1 (212) 555-0134', '+1 •• •• •• 34'],
    ['+352 621 123 456', '+352 •• •• •• 56'],
    ['0612345612', '•• •• •• 12'],
    ['Salle Vauban', 'Salle Vauban'],
    ['Jean Dupont (06 12 34 56 12)', 'Jean Dupont (•• •• •• 12)'],
    ['Room 1234', 'Room 1234'],
    ['Phone', 'Phone'],
    ['', ''],
  ])('makes of %s %s', (name, shown) => {
    expect(callerName(name, {})).toBe(shown);
  });

  it('falls back on the number that the bridge tells', () => {
    expect(callerName('  ', { 'sip.phoneNumber': '+33612345612' })).toBe('+33 •• •• •• 12');
  });

  it('leaves no number whole, however it is written, and takes no long time', () => {
    for (const text of ['+33.6.12.34.56.12', '(06) 12/34/56/12', `${'1 '.repeat(50_000)}x`, `1${'('.repeat(100_000)}`]) {
      expect(callerName(text, {})).not.toMatch(/\d[\s./]?\d[\s./]?\d/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { hueOf, initials } from './avatar.js';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Jean-Baptiste Poquelin', 'JP'],
    ['Élise de la Tour', 'ÉT'],
    ['  Noé   Garnier (he/him) ', 'NH'],
    ['王小明', '王'],
    ['Σωκράτης Παπαδόπουλος', 'ΣΠ'],
    ['e\u0301lise', 'E\u0301'],
    ['👩‍💻 Maya', '👩‍💻M'],
    ['', ''],
    ['…', ''],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('follow the language', () => {
    expect(initials('ipek', 'tr')).toBe('İ');
  });
});

describe('hueOf', () => {
  it('is the same for the same person', () => {
    expect(hueOf('ada')).toBe(hueOf('ada'));
  });

  it('spreads similar ids', () => {
    const hues = new Set(Array.from({ length: 40 }, (_, i) => hueOf(`guest-${i}`)));
    expect(hues.size).toBeGreaterThan(7);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OURS, TOUCHING } from './any.js';
import { CALL_ICONS } from './call-icons.js';
import { END_ICONS } from './end-icons.js';
import { fit, type IconSize } from './fit.js';
import { LOBBY_ICONS } from './icon.js';
import { BARS } from './signal.js';

const SIZES: readonly IconSize[] = [16, 20, 24, 40];

const source = fileURLToPath(new URL('../../', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!test|stories|styles)\.ts$/.test(name));
const texts = new Map(files.map((name) => [name, readFileSync(`${source}${name}`, 'utf8')] as const));

/** Whatever is drawn anywhere; the button for calls has its own, for one size. */
const drawings = [
  ...Object.values(CALL_ICONS),
  ...[...texts].flatMap(([name, text]) => (name.startsWith('call-button') ? [] : [...text.matchAll(/'([MR]\d[^']*)'/g)].map(([, drawing]) => drawing!))),
];

/** Where absolute points are, of `R` its sides, as letters have them. */
function points(path: string): readonly number[] {
  return [...path.matchAll(/([MLHVCQ])([^A-Za-z]*)/g)].flatMap(([, , rest]) => rest!.split(/[ ,]+/).filter(Boolean).map(Number));
}

describe('fit', () => {
  it('ends lines with a pixel, and leaves what is in the middle there', () => {
    expect(fit('M12 4V20', 20)).toBe('M10 3.25V16.75');
    expect(fit('M12 4V20', 24)).toBe('M12 3.75V20.25');
    expect(fit('M4 8H20', 16)).toBe('M2.75 5.25H13.25');
  });

  it('draws boxes with round corners, and circles', () => {
    expect(fit('R4 4 20 20 2.4', 20)).toBe('M5.25 3.25H14.75a2 2 0 0 1 2 2V14.75a2 2 0 0 1 -2 2H5.25a2 2 0 0 1 -2 -2V5.25a2 2 0 0 1 2 -2z');
    expect(fit('R3 3 21 21 12', 24)).toContain('a9.25 9.25 0 0 1 9.25 9.25');
  });

  it('leaves small letters where they lead', () => {
    expect(fit('M12 12l-2.4 .6', 20)).toBe('M10 10l-2 0.5');
  });
});

describe('icons', () => {
  it('are found', () => {
    expect(drawings.length).toBeGreaterThan(60);
    expect(drawings).toContain(LOBBY_ICONS.mic);
  });

  it.each([...new Set(drawings)])('%s fits each size, in its box and evenly', (drawing) => {
    for (const size of SIZES) {
      const path = fit(drawing, size);
      expect(path).toMatch(/^M[-\d. a-z]*$/i);
      expect(path).not.toMatch(/R|NaN/);
      for (const point of points(path)) {
        expect(point).toBeGreaterThanOrEqual(0.75);
        expect(point).toBeLessThanOrEqual(size - 0.75);
      }
    }
  });

  it('have straight lines that end with a pixel', () => {
    for (const drawing of drawings) {
      for (const size of SIZES) {
        const ends = [...fit(drawing, size).matchAll(/[HV]([\d.]+)/g)].map(([, end]) => Number(end));
        // Round corners take their part of a side: what is looked at are lines from point to point.
        if (!drawing.includes('R')) for (const end of ends) expect([drawing, size, end === size / 2 || Math.abs(end % 0.5) === 0.25]).toEqual([drawing, size, true]);
      }
    }
  });

  it('are made of what tells them from a host\'s', () => {
    expect(drawings.filter((drawing) => !OURS.test(drawing) || TOUCHING.test(drawing))).toEqual([]);
    expect(['M5 5h14v14H5z', 'M4 4A2 2 0 0 1 6 6', 'M4 4Z', 'M 4', 'Mx', ''].filter((line) => OURS.test(line))).toEqual(['M 4']);
    expect(TOUCHING.test('M4 4l.5.5')).toBe(true);
  });

  it('are all in use', () => {
    const all = [...texts.values()].join('\n');
    for (const name of Object.keys({ ...LOBBY_ICONS, ...END_ICONS, ...CALL_ICONS })) {
      const uses = all.match(new RegExp(`icon\\([^)]*'${name}'|icon: '${name}'|: '${name}'|\\? '${name}'`, 'g')) ?? [];
      const isOff = name.endsWith('-off') && all.includes('-off`');
      expect([name, uses.length > 0 || isOff]).toEqual([name, true]);
    }
    expect(texts.get('features/quality/contribution.ts')).toContain('BARS');
    expect(BARS).toContain('M19 19');
  });

  it('are all on their page in Storybook', () => {
    const page = readFileSync(`${source}ui/icon/icon.stories.ts`, 'utf8');
    const own = [...texts].flatMap(([name, text]) => (/call-button|ui\/icon/.test(name) ? [] : [...text.matchAll(/^(?:export )?const (\w+) = '[MR]\d/gm)].map(([, constant]) => constant!)));
    expect(own.length).toBeGreaterThan(20);
    // That of a control is shown with the controls.
    const missing = own.filter((constant) => !new RegExp(`\\b${constant}\\b`).test(page) && !['LIST', 'SMALL_WINDOW'].includes(constant));
    expect(missing).toEqual([]);
  });
});

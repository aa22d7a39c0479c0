import { expect } from '@open-wc/testing';
import { createFrame } from '../testing/simulate.js';

/** What is read, on what it is read, and the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ['text', 'surface', 4.5],
  ['text', 'raised', 4.5],
  ['text', 'sunken', 4.5],
  ['text', 'control', 4.5],
  ['text', 'control-hover', 4.5],
  ['text', 'field', 4.5],
  ['text-quiet', 'surface', 4.5],
  ['text-quiet', 'raised', 4.5],
  ['text-quiet', 'sunken', 4.5],
  ['text-quiet', 'control', 4.5],
  ['text-quiet', 'field', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['accent-text', 'surface', 4.5],
  ['accent-text', 'raised', 4.5],
  ['accent-text', 'sunken', 4.5],
  ['accent-text', 'control-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['danger-text', 'danger-soft', 4.5],
  ['danger-text', 'danger-soft-hover', 4.5],
  ['danger-text', 'surface', 4.5],
  ['danger-text', 'sunken', 4.5],
  ['warning-text', 'raised', 4.5],
  ['success-text', 'raised', 4.5],
  ['line-strong', 'field', 3],
  ['line-strong', 'surface', 3],
  ['focus', 'surface', 3],
  ['focus', 'sunken', 3],
  ['focus', 'raised', 3],
  ['speaking', 'sunken', 3],
] as const;

describe('the theme', () => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  let frame: ReturnType<typeof createFrame>;
  let probe: HTMLElement;

  before(() => {
    frame = createFrame();
    probe = document.createElement('p');
    frame.append(probe);
    document.body.append(frame);
  });

  after(() => frame.remove());

  async function use(theme: 'light' | 'dark', accent = '') {
    frame.theme = theme;
    frame.style.setProperty('--visio-accent', accent);
    await frame.updateComplete;
  }

  /** Relative luminance of a token as it is painted. */
  function luminance(token: string): number {
    probe.style.setProperty('color', `var(--_color-${token})`);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  }

  function contrast(a: string, b: string): number {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  }

  function failures(pairs: readonly (readonly [string, string, number])[]): string[] {
    return pairs.flatMap(([front, back, least]) => {
      const found = contrast(front, back);
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)} < ${least}`];
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`has enough contrast in ${theme}`, async () => {
      await use(theme);
      expect(failures(PAIRS)).to.deep.equal([]);
    });

    it(`has enough contrast in ${theme} with any accent`, async () => {
      const pairs = PAIRS.filter(([front, back]) => `${front} ${back}`.includes('accent'));
      for (let hue = 0; hue < 360; hue += 15) {
        for (const [saturation, lightness] of [[90, 20], [100, 50], [80, 85], [20, 60]]) {
          const accent = `hsl(${hue} ${saturation} ${lightness})`;
          await use(theme, accent);
          expect(failures(pairs), accent).to.deep.equal([]);
        }
      }
    });
  }

  it('follows the page, and is forced by the attribute', async () => {
    await use('light');
    const light = luminance('surface');
    await use('dark');
    expect(luminance('surface')).to.be.below(light);
    frame.theme = 'auto';
    await frame.updateComplete;
    document.documentElement.style.setProperty('color-scheme', 'dark');
    expect(luminance('surface')).to.be.below(light);
    document.documentElement.style.setProperty('color-scheme', 'light');
    expect(luminance('surface')).to.equal(light);
  });
});

import { expect } from '@open-wc/testing';
import { createFrame } from '../testing/simulate.js';

/** What is read, on what it is read, and the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ...['surface', 'raised', 'sunken', 'control', 'control-hover', 'field'].flatMap((back) => [
    ['text', back, 4.5] as const,
    ['text-quiet', back, 4.5] as const,
    ['accent-text', back, 4.5] as const,
    ['focus', back, 3] as const,
  ]),
  ...['surface', 'raised', 'sunken', 'field'].flatMap((back) => [
    ['danger-text', back, 4.5] as const,
    ['warning-text', back, 4.5] as const,
    ['success-text', back, 4.5] as const,
    ['line-strong', back, 3] as const,
    ['accent-line', back, 3] as const,
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['danger-text', 'danger-soft', 4.5],
  ['danger-text', 'danger-soft-hover', 4.5],
  ['text', 'danger-soft', 4.5],
  ['speaking', 'sunken', 3],
] as const;

/** With high contrast text has 7 (1.4.6); what is under a pointer for a moment stays readable. */
const HIGH = PAIRS.map(([front, back, least]) => [front, back, least === 4.5 && !back.endsWith('hover') ? 7 : least] as const);

/** All of the cube of 6 × 6 × 6 that screens have: greys, black, white and the loudest among them. */
const STEPS = [0, 51, 102, 153, 204, 255];
const ACCENTS = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `rgb(${r} ${g} ${b})`)));

describe('the theme', () => {
  const tokens = [...new Set(PAIRS.flatMap(([front, back]) => [front, back]))];
  const canvas = new OffscreenCanvas(tokens.length, 1).getContext('2d', { willReadFrequently: true })!;
  let frame: ReturnType<typeof createFrame>;
  let probes: Map<string, HTMLElement>;

  before(() => {
    frame = createFrame();
    probes = new Map(
      tokens.map((token) => {
        const probe = document.createElement('p');
        probe.style.setProperty('color', `var(--_color-${token})`);
        return [token, probe];
      }),
    );
    frame.append(...probes.values());
    document.body.append(frame);
  });

  after(() => frame.remove());

  /** The high contrast is light or dark as the page is. */
  async function use(theme: 'light' | 'dark' | 'high-contrast', scheme = '') {
    frame.theme = theme;
    frame.removeAttribute('style');
    frame.style.setProperty('color-scheme', scheme);
    frame.resize(100, 100);
    await frame.updateComplete;
  }

  /** Relative luminance of each token as it is painted: all of them read at once. */
  function luminances(): Map<string, number> {
    tokens.forEach((token, place) => {
      canvas.fillStyle = getComputedStyle(probes.get(token)!).color;
      canvas.fillRect(place, 0, 1, 1);
    });
    const { data } = canvas.getImageData(0, 0, tokens.length, 1);
    const part = (index: number) => {
      const value = data[index]! / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return new Map(tokens.map((token, place) => [token, 0.2126 * part(place * 4) + 0.7152 * part(place * 4 + 1) + 0.0722 * part(place * 4 + 2)]));
  }

  function failures(about = '', pairs: readonly (readonly [string, string, number])[] = PAIRS): string[] {
    const found = luminances();
    return pairs.flatMap(([front, back, least]) => {
      const [low, high] = [found.get(front)!, found.get(back)!].sort((x, y) => x - y);
      const contrast = (high! + 0.05) / (low! + 0.05);
      return contrast >= least ? [] : [`${about} ${front} on ${back}: ${contrast.toFixed(2)} < ${least}`];
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`has enough contrast in ${theme}`, async () => {
      await use(theme);
      expect(failures()).to.deep.equal([]);
    });

    for (const token of ['accent', 'danger', 'neutral']) {
      it(`has enough contrast in ${theme} with any ${token}`, async () => {
        await use(theme);
        const found = ACCENTS.flatMap((color) => {
          frame.style.setProperty(`--visio-${token}`, color);
          return failures(color);
        });
        expect(found).to.deep.equal([]);
      });
    }
  }

  for (const scheme of ['light', 'dark'] as const) {
    for (const token of ['accent', 'danger', 'neutral']) {
      it(`has more contrast where it is wished, ${scheme}, with any ${token}`, async () => {
        await use('high-contrast', scheme);
        const found = ACCENTS.flatMap((color) => {
          frame.style.setProperty(`--visio-${token}`, color);
          return failures(color, HIGH);
        });
        expect(found).to.deep.equal([]);
      });
    }
  }

  it('takes tokens of each level from whatever is around it, and keeps its own to itself', async () => {
    await use('light');
    const { style } = document.documentElement;
    const colorOf = (token: string) => getComputedStyle(probes.get(token)!).color;
    style.setProperty('--visio-neutral-900', 'rgb(1 2 3)');
    style.setProperty('--visio-color-surface', 'rgb(4 5 6)');
    expect([colorOf('text'), colorOf('surface')]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    expect(getComputedStyle(document.body).getPropertyValue('--_color-text')).to.equal('');
    style.removeProperty('--visio-neutral-900');
    style.removeProperty('--visio-color-surface');
  });

  it('has no motion where none is wanted', async () => {
    await use('light');
    const probe = probes.get('text')!;
    probe.style.setProperty('transition-duration', 'var(--_time)');
    const wanted = matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.14s';
    expect(getComputedStyle(probe).transitionDuration).to.equal(wanted);
    frame.style.setProperty('--visio-motion', '0');
    expect(getComputedStyle(probe).transitionDuration).to.equal('0s');
  });

  it('follows the page, and is forced by the attribute', async () => {
    const surface = () => luminances().get('surface')!;
    await use('light');
    const light = surface();
    await use('dark');
    expect(surface()).to.be.below(light);
    frame.theme = 'auto';
    await frame.updateComplete;
    document.documentElement.style.setProperty('color-scheme', 'dark');
    expect(surface()).to.be.below(light);
    document.documentElement.style.setProperty('color-scheme', 'light');
    expect(surface()).to.equal(light);
  });
});

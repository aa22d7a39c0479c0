import { expect } from '@open-wc/testing';
import { createFrame } from '../testing/simulate.js';
import { HIGH, measureContrast, type Contrast } from '../testing/contrast.js';

/** All of the cube of 6 × 6 × 6 that screens have: greys, black, white and the loudest among them. */
const STEPS = [0, 51, 102, 153, 204, 255];
const ACCENTS = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `rgb(${r} ${g} ${b})`)));

describe('the theme', () => {
  let frame: ReturnType<typeof createFrame>;
  let contrast: Contrast;

  before(() => {
    frame = createFrame();
    contrast = measureContrast(frame);
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

  for (const theme of ['light', 'dark'] as const) {
    it(`has enough contrast in ${theme}`, async () => {
      await use(theme);
      expect(contrast.failures()).to.deep.equal([]);
    });

    for (const token of ['accent', 'danger', 'neutral']) {
      it(`has enough contrast in ${theme} with any ${token}`, async () => {
        await use(theme);
        const found = ACCENTS.flatMap((color) => {
          frame.style.setProperty(`--visio-${token}`, color);
          return contrast.failures(color);
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
          return contrast.failures(color, HIGH);
        });
        expect(found).to.deep.equal([]);
      });
    }
  }

  it('takes tokens of each level from whatever is around it, and keeps its own to itself', async () => {
    await use('light');
    const { style } = document.documentElement;
    const { colorOf } = contrast;
    style.setProperty('--visio-neutral-900', 'rgb(1 2 3)');
    style.setProperty('--visio-color-surface', 'rgb(4 5 6)');
    expect([colorOf('text'), colorOf('surface')]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    expect(getComputedStyle(document.body).getPropertyValue('--_color-text')).to.equal('');
    style.removeProperty('--visio-neutral-900');
    style.removeProperty('--visio-color-surface');
  });

  it('has no motion where none is wanted', async () => {
    await use('light');
    const probe = contrast.probeOf('text');
    probe.style.setProperty('transition-duration', 'var(--_time)');
    const wanted = matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.14s';
    expect(getComputedStyle(probe).transitionDuration).to.equal(wanted);
    frame.style.setProperty('--visio-motion', '0');
    expect(getComputedStyle(probe).transitionDuration).to.equal('0s');
  });

  it('follows the page, and is forced by the attribute', async () => {
    const surface = () => contrast.luminances().get('surface')!;
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

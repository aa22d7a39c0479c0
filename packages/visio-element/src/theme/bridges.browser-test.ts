import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { SYSTEMS, type DesignSystem } from '../../../../dev/design-systems/systems.mjs';
import { HIGH, measureContrast, type Contrast } from '../testing/contrast.js';
import { createFrame } from '../testing/simulate.js';

type Scheme = 'light' | 'dark';
interface Theme {
  readonly name: string;
  readonly scheme: Scheme;
  /** What says so on the page. */
  readonly attribute?: readonly [name: string, value: string];
  /** Whether the guide has its values. */
  readonly inGuide?: boolean;
}

const classed = (name: string, scheme: Scheme, inGuide = false): Theme => ({ name, scheme, attribute: ['class', name], inGuide });

/** The themes that each design system's own style sheets have. */
const THEMES: Readonly<Record<DesignSystem['bridge'], readonly Theme[]>> = {
  cunningham: [{ name: 'no class', scheme: 'light', inGuide: true }, classed('cunningham-theme--dark', 'dark', true)],
  dsfr: [
    { name: 'no attribute', scheme: 'light', inGuide: true },
    { name: 'light', scheme: 'light', attribute: ['data-fr-theme', 'light'], inGuide: true },
    { name: 'dark', scheme: 'dark', attribute: ['data-fr-theme', 'dark'], inGuide: true },
  ],
  compound: [classed('cpd-theme-light', 'light', true), classed('cpd-theme-light-hc', 'light'), classed('cpd-theme-dark', 'dark', true), classed('cpd-theme-dark-hc', 'dark')],
};

/** Further marks of a theme, whose values are an app's own. */
const MARKS: Partial<Record<DesignSystem['bridge'], readonly Theme[]>> = {
  cunningham: [
    classed('cunningham-theme--default', 'light'),
    classed('cunningham-theme--dsfr-light', 'light'),
    classed('cunningham-theme--dsfr-dark', 'dark'),
    classed('cunningham-theme--anct-light', 'light'),
    classed('cunningham-theme--anct-dark', 'dark'),
  ],
};

const ELEMENTS = ['visio-meeting', 'visio-call-button', 'visio-call-panel', 'visio-incoming-call'];

const page = document.documentElement;

function load(href: string): Promise<HTMLLinkElement> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = () => resolve(link);
    link.onerror = () => reject(new Error(`${href} could not be had.`));
  });
}

const valueOn = (element: Element, variable: string) => getComputedStyle(element).getPropertyValue(variable).trim().replace(/\s+/g, ' ');

interface Mapping {
  readonly token: string;
  /** The design system's. `undefined`: the bridge has the value itself. */
  readonly from: string | undefined;
  readonly value: string;
}

/** What a bridge declares, as the browser has read it. */
function mappingsOf({ sheet }: HTMLLinkElement): readonly Mapping[] {
  return [...sheet!.cssRules].flatMap((rule) => {
    const { style } = rule as CSSStyleRule;
    return [...style]
      .filter((name) => name.startsWith('--visio-'))
      .map((token) => {
        const value = style.getPropertyValue(token).trim();
        return { token, value, from: /^var\((--[\w-]+)\)$/.exec(value)?.[1] };
      });
  });
}

/** The guide's table of a bridge: a token, a variable, and its values in light and dark. */
async function guideOf(bridge: string): Promise<readonly (readonly string[])[]> {
  const guide = await (await fetch('/docs/guides/theming.md')).text();
  const section = guide.split(/^#+ /m).find((part) => part.startsWith(`\`${bridge}.css\``))!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `--visio-'))
    .map((line) => [...line.matchAll(/\| (?:`([^`]*)`|—) /g)].map(([, cell = '']) => cell));
}

for (const system of SYSTEMS) {
  describe(`the bridge to ${system.name} ${system.version}`, () => {
    let links: readonly HTMLLinkElement[];
    let mappings: readonly Mapping[];
    let elements: readonly Element[];
    let frame: ReturnType<typeof createFrame>;
    let contrast: Contrast;

    before(async () => {
      const host = await load(`/design-systems/${system.name}@${system.version}/${system.sheet}`);
      const bridge = await load(`/packages/visio-element/bridges/${system.bridge}.css`);
      links = [host, bridge];
      mappings = mappingsOf(bridge);
      elements = ELEMENTS.map((name) => document.createElement(name));
      document.body.append(...elements);
      frame = createFrame({ width: 100, height: 100 });
      contrast = measureContrast(frame);
      elements[0]!.append(frame);
    });

    after(() => {
      for (const each of [...links, ...elements]) each.remove();
    });

    async function wear(theme: typeof frame.theme, scheme = '') {
      frame.theme = theme;
      frame.style.setProperty('color-scheme', scheme);
      await frame.updateComplete;
    }

    /** Of components; packages of tokens do not have them. */
    const isThere = ({ from }: Mapping) => !from?.startsWith('--c--components--') || !system.name.endsWith('-tokens');

    for (const theme of THEMES[system.bridge]) {
      describe(theme.name, () => {
        before(() => theme.attribute && page.setAttribute(...theme.attribute));
        after(() => theme.attribute && page.removeAttribute(theme.attribute[0]));

        it('gives each element what the page has', () => {
          expect(mappings.length).to.be.above(4);
          const wanted = mappings.map((mapping) => [mapping.token, !mapping.from ? mapping.value : isThere(mapping) ? valueOn(document.body, mapping.from) : '']);
          expect(wanted.filter(([, value]) => !value)).to.deep.equal(mappings.filter((mapping) => !isThere(mapping)).map(({ token }) => [token, '']));
          for (const element of elements) expect(mappings.map(({ token }) => [token, valueOn(element, token)])).to.deep.equal(wanted);
        });

        if (theme.inGuide) {
          it('has the values of the guide', async () => {
            const rows = await guideOf(system.bridge);
            expect(rows.map(([token, from]) => [token, from])).to.deep.equal(mappings.map(({ token, from = '' }) => [token, from]));
            const there = new Set(mappings.filter(isThere).map(({ token }) => token));
            const said = rows.filter(([token]) => there.has(token!)).map(([token, , light, dark]) => [token!, theme.scheme === 'light' ? light! : dark!] as const);
            // A list of fonts is told by its first.
            const found = said.map(([token, value]) => [token, value.endsWith(', …') ? `${valueOn(elements[0]!, token).split(', ')[0]}, …` : valueOn(elements[0]!, token)]);
            expect(found).to.deep.equal(said);
          });
        }

        it('is painted with it', async () => {
          await wear('auto');
          for (const color of ['accent', 'danger']) {
            const probe = document.createElement('p');
            probe.style.setProperty('color', `var(${mappings.find(({ token }) => token === `--visio-${color}`)!.from!})`);
            document.body.append(probe);
            expect([color, contrast.colorOf(color)]).to.deep.equal([color, getComputedStyle(probe).color]);
            probe.remove();
          }
        });

        it('is as light or dark as the page, and has enough contrast', async () => {
          await wear('auto');
          expect(contrast.luminances().get('surface')! > 0.5 ? 'light' : 'dark').to.equal(theme.scheme);
          expect(contrast.failures()).to.deep.equal([]);
        });

        for (const scheme of ['light', 'dark'] as const) {
          it(`has enough contrast in a call that is ${scheme}`, async () => {
            await wear('auto', scheme);
            expect(contrast.failures()).to.deep.equal([]);
          });

          it(`has more contrast where it is wished, ${scheme}`, async () => {
            await wear('high-contrast', scheme);
            expect(contrast.failures('', HIGH)).to.deep.equal([]);
          });
        }
      });
    }

    for (const theme of [...THEMES[system.bridge], ...(MARKS[system.bridge] ?? [])]) {
      const { attribute } = theme;
      if (!attribute) continue;
      it(`is ${theme.scheme} in a part of the page that is ${attribute[1]}, whatever is around it`, () => {
        const [name] = attribute;
        const other = THEMES[system.bridge].find((each) => each.scheme !== theme.scheme);
        if (other?.attribute) page.setAttribute(...other.attribute);
        const part = document.createElement('div');
        part.setAttribute(...attribute);
        document.body.append(part);
        const element = document.createElement('visio-call-button');
        part.append(element);
        expect(getComputedStyle(element).colorScheme).to.equal(theme.scheme);
        part.remove();
        page.removeAttribute(name);
      });
    }

    if (system.bridge === 'compound') {
      it('follows the system where the page says nothing, as its variables do', async () => {
        const schemes = [];
        for (const colorScheme of ['dark', 'light'] as const) {
          // Not every browser that tests are run in can be told.
          await emulateMedia({ colorScheme }).catch(() => undefined);
          const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
          await wear('auto');
          schemes.push([contrast.luminances().get('surface')! < 0.5, valueOn(elements[0]!, '--visio-accent') === '#129a78', isDark]);
          expect(contrast.failures()).to.deep.equal([]);
        }
        for (const [surface, accent, isDark] of schemes) expect([surface, accent]).to.deep.equal([isDark, isDark]);
      });
    }
  });
}

/** Style sheets after minifying: to the browser each says what it said before. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { expect, test, type Page } from '@playwright/test';
import { rollup, type Plugin } from 'rollup';
import { root } from '../../dev/bootstrap.mjs';
import { minify } from '../../dev/minify.mjs';

/** As `tsc` wrote it. Needs a build. */
const dist = join(root, 'packages/visio-element/dist');

const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.js') && !/^(bundle|testing)\//.test(file) && /\bcss ?`/.test(readFileSync(join(dist, file), 'utf8')),
);

/** One module with all that make style sheets, made as the bundle is. */
async function bundle(plugins: readonly Plugin[]): Promise<string> {
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? modules.map((file, at) => `export * as m${at} from ${JSON.stringify(join(dist, file))};`).join('\n') : null),
  };
  const built = await rollup({ input: 'entry', plugins: [entry, nodeResolve({ browser: true }), ...plugins] });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  return output[0].code;
}

/** Each style sheet by its module and name, rule by rule, as the browser understood it. */
async function understood(page: Page, code: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const named = await page.evaluate(async (source) => {
    interface Sheet {
      readonly cssText: string;
    }
    const all = (await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))) as Readonly<Record<string, object>>;
    /** What is exported, and what elements that are exported wear. */
    const sheetsOf = (value: unknown): readonly Sheet[] => [value, (value as { readonly styles?: unknown } | null)?.styles].flat(9).filter((each): each is Sheet => typeof (each as Sheet | null)?.cssText === 'string');
    /** Without what says the same: spaces that part nothing, a nought before its point, and how "none" is written. */
    const tight = (text: string) => text.replace(/\s*([,/*(){};:])\s*/g, '$1').replace(/(?<![\d.])0(?=\.\d)/g, '').replace(/background:0px 0px(?=;)/g, 'background:none').replace(/outline:0px(?=;)/g, 'outline:none');
    /** And with selectors of one rule in an order of their own. */
    const sorted = (selectors: string) => selectors.split(/,(?![^(]*\))/).map((each) => each.trim()).sort().join(',');
    const textOf = (rule: CSSRule): string => {
      const inner = 'cssRules' in rule ? [...(rule.cssRules as CSSRuleList)].map(textOf).join('') : '';
      if (rule instanceof CSSStyleRule) return `${sorted(rule.selectorText)}{${tight(rule.style.cssText)}${inner}}`;
      return inner === '' ? tight(rule.cssText) : `${tight(rule.cssText.slice(0, rule.cssText.indexOf('{')))}{${inner}}`;
    };
    const rulesOf = ({ cssText }: Sheet) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cssText);
      return [...sheet.cssRules].map(textOf);
    };
    return Object.entries(all).flatMap(([module, names]) =>
      Object.entries(names).flatMap(([name, value]) => sheetsOf(value).map((sheet, place) => [Number(module.slice(1)), `${name} ${place}`, rulesOf(sheet)] as const)),
    );
  }, code);
  return Object.fromEntries(named.map(([module, name, rules]) => [`${modules[module]} ${name}`, rules]));
}

test('minified style sheets say what they said', async ({ page }) => {
  const [plain, small] = [await understood(page, await bundle([])), await understood(page, await bundle(minify(true)))];
  // Every module with styles has some, and in all there is much to compare.
  expect(modules.filter((file) => !Object.keys(plain).some((name) => name.startsWith(`${file} `)))).toEqual([]);
  expect(Object.values(plain).flat().length).toBeGreaterThan(700);
  expect(Object.keys(small)).toEqual(Object.keys(plain));
  for (const [sheet, rules] of Object.entries(plain)) expect.soft([sheet, small[sheet]]).toEqual([sheet, rules]);
});

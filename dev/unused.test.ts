// What nobody uses goes: exports, files, texts and classes of style sheets. Read as text: a name that stands anywhere else counts as used.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './bootstrap.mjs';
import { sources } from './workspace.mjs';
import { en } from '../packages/visio-core/src/i18n/locales/en.js';
import { enNext } from '../packages/visio-core/src/i18n/locales/en-next.js';
import { enRest } from '../packages/visio-core/src/i18n/locales/en-rest.js';

const textsOf = (...patterns: string[]) => new Map(globSync(patterns, { cwd: root, exclude: ['**/node_modules', '**/dist'] }).map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]));
const IS_FOR_TESTS = /test\.tsx?$|\.stories\.ts$|\/testing(\/|\.ts$)/;

const all = textsOf('{packages,dev,bench,e2e,stories,consumers,examples}/**/*.{ts,tsx,mts,js,jsx,mjs,html}', '*.mjs');
/** What ships. */
const shipped = new Map([...all].filter(([file]) => /^packages\/[\w-]+\/src\//.test(file) && !IS_FOR_TESTS.test(file)));

/** The files that name a word. */
const naming = new Map<string, Set<string>>();
for (const [file, text] of all) {
  for (const word of new Set(text.match(/[\w$]+/g))) {
    if (!naming.get(word)?.add(file)) naming.set(word, new Set([file]));
  }
}

/** Not types: one that is exported with a function may be named by whoever calls it. */
const exportsOf = (text: string) => [...text.matchAll(/^export (?:abstract )?(?:async )?(?:const|class|function\*?) (\w+)/gm)].map(([, name = '']) => name);

it('has no export that only its own file names', () => {
  const unused = [...all]
    .filter(([file]) => /^(packages\/[\w-]+\/src|dev|bench|e2e)\/.*\.(ts|tsx|mjs)$/.test(file) && !/\.d\.m?ts$|\.stories\.ts$/.test(file))
    .flatMap(([file, text]) => exportsOf(text).filter((name) => [...naming.get(name)!].every((other) => other === file || other === file.replace(/\.mjs$/, '.d.mts'))).map((name) => `${file} ${name}`));
  expect(unused).toEqual([]);
});

it('has no file that nobody imports', () => {
  const imported = new Set([...all].flatMap(([file, text]) => [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => join(dirname(file), path).replace(/\.js$/, ''))));
  const entries = [...sources.values(), 'packages/visio-element/src/all.ts'];
  const unused = [...shipped.keys()].filter((file) => !file.endsWith('.d.ts') && !entries.includes(file) && !imported.has(file.replace(/\.tsx?$/, '')));
  expect(unused).toEqual([]);
});

const code = [...shipped].filter(([file]) => !file.includes('/locales/')).map(([, text]) => text);

it('has no text that nobody says', () => {
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const said = new Set(code.flatMap((text) => [...text.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key)));
  // `error.${code}`, `${name}.title`
  const made = new Set(code.flatMap((text) => [...text.matchAll(/`([\w.-]*(?:\$\{[^`{}]*\}[\w.-]*)+)`/g)].map(([, pattern = '']) => pattern.split(/\$\{[^}]*\}/).map(escape).join('[\\w.-]+'))));
  const patterns = [...made].filter((pattern) => /\w/.test(pattern.replaceAll('[\\w.-]+', ''))).map((pattern) => new RegExp(`^${pattern}$`));
  const keys = Object.keys({ ...en, ...enNext, ...enRest });
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter((key) => !said.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

it('has no class in a style sheet that no element has', () => {
  const STYLES = /\bcss`[^`]*`/g;
  const words = new Set(code.flatMap((text) => text.replaceAll(STYLES, '').match(/[\w-]+(?:\$\{)?/g) ?? []));
  const unused = code.flatMap((text) => [...text.matchAll(STYLES)].flatMap(([styles]) => {
    const selectors = styles.replaceAll(/\/\*.*?\*\/|\$\{[^}]*\}/gs, '').match(/[^{};]+(?=\{)/g) ?? [];
    return selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name));
  }));
  expect(unused.length).toBeGreaterThan(500);
  // `lane-${i}` makes `lane-0`.
  expect([...new Set(unused)].filter((name) => !words.has(name) && !words.has(name.replace(/-\w+$/, '-${')))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CALL_TOKENS } from './call-tokens.js';
import { CORE_TOKENS } from './core-tokens.js';
import { THEME_TOKENS } from './theme-tokens.js';
import { TOKENS as DOCUMENTED, type TokenLevel } from './tokens.js';

const TOKENS: Readonly<Record<string, string>> = { ...CORE_TOKENS, ...THEME_TOKENS, ...CALL_TOKENS };
const root = join(import.meta.dirname, '../../../..');
/** Reckoned from tokens, and set by no host. */
const DERIVED = ['motion', 'time'];

const src = join(import.meta.dirname, '..');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/[.-](test|stories)\.ts$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(src, file), 'utf8') }));

function uses(pattern: RegExp): [file: string, name: string][] {
  return sources.flatMap(({ file, code }) => [...code.matchAll(pattern)].map((match): [string, string] => [file, match[1]!]));
}

describe('tokens', () => {
  it('are declared, each that a style sheet reads', () => {
    const read = uses(/var\(--_([\w-]+)/g);
    expect(read.length).toBeGreaterThan(500);
    expect(read.filter(([, name]) => !(name in TOKENS) && !DERIVED.includes(name))).toEqual([]);
  });

  it('are read by the names that have a default', () => {
    expect(uses(/var\(--visio-([\w-]+)/g).filter(([, name]) => name in TOKENS)).toEqual([]);
  });

  it('are used, by a style sheet or by another', () => {
    const used = new Set([...uses(/var\(--_([\w-]+)/g), ...uses(/\$([a-z][\w-]+)/g)].map(([, name]) => name));
    expect(Object.keys(TOKENS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('are made of tokens that there are', () => {
    const named = Object.values(TOKENS).flatMap((value) => [...value.matchAll(/\$([\w-]+)/g)].map(([, name]) => name!));
    expect(named.filter((name) => !(name in TOKENS))).toEqual([]);
  });

  it('are documented, each', () => {
    const documented = DOCUMENTED.map(({ name }) => name.replace('--visio-', ''));
    expect(documented.sort()).toEqual([...Object.keys(TOKENS), 'motion'].sort());
  });

  it('stand in the guide as they are', () => {
    const heads: Readonly<Record<TokenLevel, string>> = { base: 'Base', meaning: 'Meaning', component: 'Component' };
    const table = (['base', 'meaning', 'component'] as const)
      .map((level) => {
        const rows = DOCUMENTED.filter((token) => token.level === level).map(({ name, meaning, initial }) => `| \`${name}\` | ${meaning} | \`${initial}\` |`);
        return [`### ${heads[level]}`, '', '| Token | What it is | Default |', '|---|---|---|', ...rows].join('\n');
      })
      .join('\n\n');
    const guide = readFileSync(join(root, 'docs/guides/theming.md'), 'utf8');
    expect(guide.slice(guide.indexOf('### Base')).trimEnd()).toBe(table);
  });

  it('are told from what else a host may set, which elements say themselves', () => {
    const read = uses(/var\(--visio-([\w-]+)/g).map(([, name]) => name).filter((name) => name !== 'motion');
    const said = uses(/@cssprop \[--visio-([\w-]+)/g).map(([, name]) => name);
    expect(read.length).toBeGreaterThan(1);
    expect([...new Set(said)].sort()).toEqual([...new Set(read)].sort());
  });

  it('are what bridges set, and nothing else is', () => {
    const folder = join(root, 'packages/visio-element/bridges');
    const set = readdirSync(folder).flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^\s*--visio-([\w-]+):/gm)].map(([, name]) => name!));
    expect(set.length).toBeGreaterThan(5);
    expect(set.filter((name) => !(name in TOKENS))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CALL_TOKENS } from './call-tokens.js';
import { CORE_TOKENS } from './core-tokens.js';
import { THEME_TOKENS } from './theme-tokens.js';

const TOKENS: Readonly<Record<string, string>> = { ...CORE_TOKENS, ...THEME_TOKENS, ...CALL_TOKENS };
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
});

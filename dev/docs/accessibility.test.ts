// docs/accessibility.md says what shows each of its rows: those tests are there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');
const testsIn = (pattern: string) => globSync(pattern, { cwd: root });

/** The rows of every table that has such a column, each with its cells by the names of their columns. */
function rows(): readonly Readonly<Record<string, string>>[] {
  const cells = (line: string) => line.split('|').slice(1, -1).map((cell) => cell.trim());
  return page.split(/\n\n+/).flatMap((block) => {
    const [head = '', , ...lines] = block.split('\n');
    const names = cells(head);
    return names.includes('Shown by') ? lines.filter((line) => line.startsWith('|')).map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell]))) : [];
  });
}

/** The files of tests that a cell names: `e2e/keys`, `shell/bar`, core `features/layout`, stories. */
function testsOf(cell: string): ReadonlyMap<string, boolean> {
  const found = [...cell.matchAll(/(core )?`([\w/-]+)`/g)].map(([, isCore, name = '']): [string, boolean] => {
    if (name.startsWith('e2e/')) return [name, existsSync(join(root, `${name}.spec.ts`))];
    const src = `packages/visio-${isCore ? 'core' : 'element'}/src/${name}`;
    const ends = isCore ? 'test.ts' : 'browser-test.ts';
    return [name, [`${src}.${ends}`, `${src}/**/*.${ends}`].some((pattern) => testsIn(pattern).length > 0)];
  });
  return new Map([...found, ...(/\bstories\b/.test(cell) ? [['stories', existsSync(join(root, 'packages/visio-element/src/testing/stories.browser-test.ts'))] as const] : [])]);
}

describe('the page on accessibility', () => {
  const all = rows();

  it('has its tables', () => {
    expect(all.length).toBeGreaterThan(40);
  });

  for (const row of all) {
    const clause = row['WCAG'] ?? row['Clause'] ?? '';
    it(`names tests that there are for ${clause}`, () => {
      const missing = [...testsOf(row['Shown by']!)].filter(([, isThere]) => !isThere).map(([name]) => name);
      expect(missing).toEqual([]);
    });

    if (/^tested\b/.test(row['Result'] ?? '')) {
      it(`says by what ${clause} is tested`, () => expect(testsOf(row['Shown by']!).size).toBeGreaterThan(0));
    }
  }
});

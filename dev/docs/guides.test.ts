// The TypeScript of the guides and READMEs is what the compiler takes. What a block has from the
// reader's own code is in a comment right above it, which Markdown shows to nobody: `<!-- given: declare const token: string; -->`.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { typeErrors } from '../typecheck.mjs';
import { sources } from '../workspace.mjs';

const pages = globSync(['README.md', 'docs/*.md', 'docs/guides/*.md', 'packages/*/README.md'], { cwd: root });

/** Each block as a module of its own, as long as the page above it, so that errors have the page's lines. */
function blocksOf(page: string): [path: string, code: string][] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/(?:^<!-- given: ([^\n]*) -->\n)?^```(tsx?)\n(.*?)^```$/gms)].map(({ index, 0: all, 1: given = '', 2: kind, 3: code }) => {
    const line = text.slice(0, index + all.indexOf('```')).split('\n').length;
    // In the folder of a package that has all of ours, and React.
    return [`packages/visio-react/${page.replaceAll(/[\\/]/g, '.')}.${line}.${kind}`, `export {}; ${given}${'\n'.repeat(line)}${code}`];
  });
}

const blocks = pages.flatMap(blocksOf);
const errors = typeErrors(new Map(blocks), {
  experimentalDecorators: true,
  useDefineForClassFields: false,
  paths: Object.fromEntries([...sources].map(([name, file]) => [name, [join(root, file)]])),
});

describe('TypeScript in the documentation', () => {
  it('is found', () => {
    expect(blocks.length).toBeGreaterThan(8);
  });

  it.each(pages.filter((page) => blocksOf(page).length > 0))('%s compiles', (page) => {
    const own = new Set(blocksOf(page).map(([path]) => path));
    expect(errors.filter((error) => own.has(error.slice(0, error.lastIndexOf(':', error.indexOf(' ')))))).toEqual([]);
  });
});

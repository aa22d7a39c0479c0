/** Storybook shows the guides of docs/ as they are: here a page is made for each. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { toId } from 'storybook/internal/csf';
import { root } from '../../dev/bootstrap.mjs';

const OUT = join(root, 'dist/storybook-guides');

/** @returns {string} what to add to Storybook's `stories` */
export function makeGuides() {
  const pages = ['docs/guides', 'docs']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .filter((file) => file.endsWith('.md') && basename(file) !== 'README.md')
    .map((file) => ({ file, title: `Guides/${titleOf(file)}` }));
  const ids = new Map(pages.map(({ file, title }) => [file, toId(title, 'docs')]));

  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const { file, title } of pages) {
    const text = readFileSync(file, 'utf8').replace(/\]\((?!\w+:|#)([^)#\s]+)(#[^)\s]*)?\)/g, (link, target) => {
      const id = ids.get(resolve(dirname(file), target));
      if (id) return `](?path=/docs/${id})`;
      if (!existsSync(resolve(dirname(file), target))) throw new Error(`${relative(root, file)} leads to ${target}, which is not there.`);
      // What is only in the repository is named, and leads nowhere.
      return '](#)';
    });
    writeFileSync(
      join(OUT, basename(file).replace(/\.md$/, '.mdx')),
      `import { Markdown, Meta } from '@storybook/addon-docs/blocks';\n\n<Meta title=${JSON.stringify(title)} />\n\n<Markdown>{${JSON.stringify(text)}}</Markdown>\n`,
    );
  }
  return `${OUT}/*.mdx`;
}

/** @param {string} file */
function titleOf(file) {
  return (/^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? basename(file)).replaceAll('/', ' ').replaceAll('`', '');
}

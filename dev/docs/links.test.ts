// Links of the documentation lead to files and headings that there are, and so do the paths that it names.
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { pages, readPage } from './blocks.ts';

/** Without what stands in code blocks: only words have links and headings. */
const wordsOf = (page: string) => readPage(page).replaceAll(/^( *)(```+|~~~+).*?^\1\2$/gms, '');
/** What `pattern` finds in the words of each page: the page, and the groups. */
const find = (pattern: RegExp) => pages.flatMap((page) => [...wordsOf(page).matchAll(pattern)].map((match) => [page, ...match.slice(1)] as (string | undefined)[]));

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  return [...wordsOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
}

it('links lead to what is there', () => {
  const links = find(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g);
  expect(links.length).toBeGreaterThan(50);
  const wrong = links.filter(([page = '', path, anchor]) => {
    const target = path ? relative(root, join(root, dirname(page), path)) : page;
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  expect(wrong).toEqual([]);
});

it('paths in words are of files that there are', () => {
  const named = find(/`((?:packages|docs|dev|e2e|stories|examples|consumers|bench)\/[\w./-]*)`/g);
  expect(named.length).toBeGreaterThan(20);
  // What is made, and tests that are named without their ending, others look after.
  expect(named.filter(([, path = '']) => !/\/(dist|results)\b|^e2e\/[\w-]+$/.test(path) && !existsSync(join(root, path)))).toEqual([]);
});

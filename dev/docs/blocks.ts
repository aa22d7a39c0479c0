/** The code blocks of all Markdown that ships or documents. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

export interface Block {
  readonly page: string;
  /** Of the page, where the fence stands. */
  readonly line: number;
  /** What stands beside the fence: `ts`, `html`, … */
  readonly kind: string;
  readonly code: string;
  /**
   * What the block has from the reader's own code, as TypeScript. It is in a comment right above the block, which Markdown
   * shows to nobody: `<!-- given: declare const token: string; -->`. `module ./mine.js;` is a module of the reader's.
   */
  readonly given: string;
  /** The file that it is, where its first line says that: `// host.js`. */
  readonly file: string | null;
}

/** Not `docs/api/`: it is what the compiler says of the sources, and held to them by `npm run test:packages`. */
const GENERATED = /^docs\/api\//;

export const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((page) => !GENERATED.test(page) && existsSync(join(root, page)));

const FENCED = /(?:^<!-- given: ([^\n]*) -->\n)?^( *)(```+|~~~+)([^\n]*)\n(.*?)^\2\3$/gms;

function blocksOf(page: string): Block[] {
  const text = readPage(page);
  return [...text.matchAll(FENCED)].map(({ index, 0: all, 1: given = '', 2: indent = '', 3: fence, 4: kind = '', 5: code = '' }) => ({
    page,
    line: text.slice(0, index + all.indexOf(`${indent}${fence}`)).split('\n').length,
    kind: kind.trim(),
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    given,
    file: /^\/\/ ([\w-]+\.js)\b/.exec(code)?.[1] ?? null,
  }));
}

/** As it is in the repository. */
export function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8').replaceAll('\r\n', '\n');
}

export const blocks: readonly Block[] = pages.flatMap(blocksOf);

/** `docs/guides/host.md:12` */
export function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}

// Each code block of the documentation is held to what there is: the compiler's types, the elements' manifest, the tokens,
// the packages' files, npm's scripts. Whole pages are also opened in a browser, by `e2e/docs.spec.ts`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { analyze, elementsOf } from '../manifest/analyze.mjs';
import { builtOutputs } from '../manifest/outputs.mjs';
import { typeErrors } from '../typecheck.mjs';
import { sources } from '../workspace.mjs';
import { VisioErrorCode } from '../../packages/visio-core/src/errors/codes.js';
import { TOKENS } from '../../packages/visio-element/src/theme/tokens.js';
import { blocks, pages, placeOf, readPage, type Block } from './blocks.ts';
import { readAngular, readHtml, readSvelte, readVue, type Read, type Use } from './markup.ts';

const KINDS = ['ts', 'tsx', 'typescript', 'js', 'html', 'vue', 'svelte', 'css', 'json', 'sh', 'http'];

const of = (...kinds: string[]) => blocks.filter(({ kind }) => kinds.includes(kind));
const titled = (list: readonly Block[]) => list.map((block): [string, Block] => [placeOf(block), block]);
/** Each page, with what stands there in words or code. */
const namedIn = (pattern: RegExp) => pages.flatMap((page) => [...readPage(page).matchAll(pattern)].map(([, name]): [string, string] => [page, name!]));
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const elements = new Map(elementsOf(analyze()).map((element) => [element.tagName, element]));

it('is found, of each language', () => {
  expect(pages).toContain('CONTRIBUTING.md');
  expect([...new Set(blocks.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
  // Every fence is one that was read.
  for (const page of pages) {
    const fences = [...readPage(page).matchAll(/^ *(```|~~~)/gm)].length;
    expect([page, fences]).toEqual([page, blocks.filter((block) => block.page === page).length * 2]);
  }
});

/** Modules as the compiler sees them, by the paths where they would be: in the folder of a package that has all of ours. */
const modules = { typed: new Map<string, string>(), plain: new Map<string, string>() };
const ownerOf = new Map<string, Block>();

/** What a block takes from the reader's own code, as modules beside it: they need no line of the block. */
function addModule(block: Block, extension: string, code: string, line = 0): void {
  const folder = `packages/visio-react/${block.page.replaceAll(/[\\/]/g, '.')}`;
  const isPlain = extension === 'js';
  const path = `${folder}/${block.file ?? `${block.line + line}.${extension}`}`;
  const given = block.given.replaceAll(/\bmodule (\.\/[\w-]+)\.js;/g, (_, name: string) => {
    (isPlain ? modules.plain : modules.typed).set(`${folder}/${name.slice(2)}.d.ts`, 'export {};');
    return '';
  });
  let head = `export {}; ${given}`;
  if (isPlain) {
    const names = [...given.matchAll(/\bdeclare (?:const|let|function) (\w+)/g)].map(([, name]) => name);
    const from = `${block.line}.given`;
    modules.plain.set(`${folder}/${from}.d.ts`, `import 'visio-element'; import 'visio-element/call-button'; ${given.replaceAll('declare ', 'export declare ')}`);
    head = `import './${from}.js';${names.length > 0 ? ` import { ${names.join(', ')} } from './${from}.js';` : ''}`;
  }
  (isPlain ? modules.plain : modules.typed).set(path, `${head}${'\n'.repeat(block.line + line)}${code}`);
  ownerOf.set(path, block);
}

const markup: readonly [Block, Read][] = of('html', 'vue', 'svelte', 'typescript').map((block) => {
  const read = { html: readHtml, vue: readVue, svelte: readSvelte, typescript: readAngular }[block.kind]!;
  return [block, read(block.code)];
});

for (const block of of('ts', 'tsx')) addModule(block, block.kind, block.code);
for (const block of of('typescript')) addModule(block, 'ts', block.code);
for (const block of of('js')) addModule(block, 'js', block.code);
for (const [block, { scripts }] of markup) for (const { line, code } of scripts) addModule(block, 'js', code, line);

/** What words call a part of a meeting: `meeting.chat.send(text)`. */
const parts = namedIn(/`(?:element\.)?(meeting(?:\.\w+)+)/g);
const PARTS = 'packages/visio-react/parts.ts';
modules.typed.set(PARTS, `declare const meeting: import('visio-core').Meeting; ${parts.map(([page, path]) => `\n${path.replaceAll('.get.', '.get().')}; // ${page}`).join('')}\nexport {};`);

const common = {
  experimentalDecorators: true,
  useDefineForClassFields: false,
  paths: Object.fromEntries([...sources].map(([name, file]) => [name, [join(root, file)]])),
};
const errors = [
  ...typeErrors(modules.typed, common),
  // JavaScript says of few things what they are: where it does not, nothing is asked.
  ...typeErrors(modules.plain, { ...common, allowJs: true, checkJs: true, strict: false, types: ['svelte', 'vue'] }),
];

describe('code is what the compiler takes', () => {
  it.each(titled([...new Set(ownerOf.values())]))('%s', (_, block) => {
    const own = [...ownerOf].filter(([, owner]) => owner === block).map(([path]) => path);
    expect(errors.filter((error) => own.includes(error.slice(0, error.lastIndexOf(':', error.indexOf(' ')))))).toEqual([]);
  });

  it('and so is what it is given', () => {
    expect(errors.filter((error) => ![PARTS, ...ownerOf.keys()].some((path) => error.startsWith(`${path}:`)))).toEqual([]);
  });

  it('and so is what words name of a meeting', () => {
    expect(parts.length).toBeGreaterThan(40);
    expect(errors.filter((error) => error.startsWith(`${PARTS}:`))).toEqual([]);
  });
});

/** What an attribute may be, where that is a choice: as editors are told. */
const choices = new Map(
  (JSON.parse([...builtOutputs(analyze())].find(([file]) => file.endsWith('html-data.json'))![1]) as { tags: { name: string; attributes: { name: string; values?: { name: string }[]; valueSet?: string }[] }[] }).tags.flatMap(
    ({ name: tag, attributes }) => attributes.flatMap(({ name, values, valueSet }) => (values || valueSet ? [[`${tag} ${name}`, valueSet ? [''] : values!.map((each) => each.name)] as const] : [])),
  ),
);

/** Every element has these. */
const GLOBAL = /^(id|class|style|lang|dir|slot|hidden|title|data-[\w-]+|aria-[\w-]+)$/;

function complaintsOf({ tag, attributes, properties, events, parent }: Use): string[] {
  const slot = attributes.get('slot');
  const around = parent === null ? undefined : elements.get(parent);
  const wrongSlot = around && !around.slots.some(({ name }) => name === (slot ?? '')) ? [`<${parent}> has no slot “${slot ?? ''}”`] : [];
  const element = elements.get(tag);
  if (!element) return [...wrongSlot, ...(tag.startsWith('visio-') ? [`there is no public <${tag}>`] : [])];
  const known = element.attributes.map(({ name }) => name);
  const fields = element.members.filter(({ kind }) => kind === 'field').map(({ name }) => name);
  const types = element.events.map(({ name }) => name);
  return [
    ...wrongSlot,
    ...[...attributes.keys()].filter((name) => !known.includes(name) && !GLOBAL.test(name)).map((name) => `<${tag}> has no attribute “${name}”`),
    ...[...attributes].filter(([name, value]) => value !== null && choices.get(`${tag} ${name}`)?.includes(value) === false).map(([name, value]) => `“${value}” is no ${name} of <${tag}>`),
    ...properties.filter((name) => !fields.includes(name)).map((name) => `<${tag}> has no property “${name}”`),
    ...events.filter((name) => !types.includes(name)).map((name) => `<${tag}> fires no “${name}”`),
  ];
}

describe('markup', () => {
  it.each(markup.map(([block, read]): [string, Read] => [placeOf(block), read]))('%s is understood, and names what the elements have', (_, { uses, errors: found }) => {
    expect(found).toEqual([]);
    expect(uses.flatMap(complaintsOf)).toEqual([]);
  });

  it('has ours in it', () => {
    for (const kind of ['html', 'vue', 'svelte', 'typescript']) {
      const tags = markup.filter(([block]) => block.kind === kind).flatMap(([, { uses }]) => uses.map(({ tag }) => tag));
      expect([kind, ...tags]).toContain('visio-meeting');
    }
  });
});

const customProperties = new Set([...TOKENS, ...[...elements.values()].flatMap(({ cssProperties }) => cssProperties)].map(({ name }) => name));

describe('style sheets', () => {
  const exported = new Set(Object.keys(readJson('packages/visio-element/package.json').exports).map((path) => `visio-element/${path.slice(2)}`));

  it.each(titled(of('css')))('%s is CSS, and names parts and files that there are', (_, { code }) => {
    expect(transformSync(code, { loader: 'css', logLevel: 'silent' }).warnings.map(({ text }) => text)).toEqual([]);
    for (const [, tag, part] of code.matchAll(/([\w-]*)::part\(([\w-]+)\)/g)) {
      const parts = elements.get(tag!)?.cssParts.map(({ name }) => name);
      expect(parts, `<${tag}>`).toContain(part);
    }
    for (const [, from] of code.matchAll(/@import '(visio-[^']+)'/g)) expect([...exported]).toContain(from);
  });

  it('and all words name tokens that there are', () => {
    const named = namedIn(/(?<![\w-])(--visio-[a-z][\w-]*)(?!…)/g);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, name]) => !customProperties.has(name))).toEqual([]);
  });
});

describe('words that stand for something', () => {
  const src = join(root, 'packages/visio-element/src');
  const defined = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(/\bdefine\('([\w-]+)'/g)].map(([, tag]) => tag!));
  const known = new Set([...defined, ...[...elements.values()].flatMap(({ events }) => events.map(({ name }) => name)), ...['visio-core', 'visio-element', 'visio-react']]);

  it('are elements, events and packages that there are', () => {
    const named = namedIn(/`<?(visio-[a-z-]*[a-z])>?`/g);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(([, name]) => !known.has(name))).toEqual([]);
  });

  it('are codes of errors, but for what others call so', () => {
    const theirs = /^(DJANGO|VITE|VISIO)_|^(CUSTOM_ELEMENTS_SCHEMA|ROOM_CREATED|STATE_CLEAR)$/;
    const named = namedIn(/`([A-Z]+(?:_[A-Z]+)+)`/g);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(([, name]) => !(name in VisioErrorCode || theirs.test(name)))).toEqual([]);
  });

  it.each([
    ['visio-meeting', 'README.md'],
    ['visio-call-button', 'docs/guides/call-button.md'],
  ])('are all attributes of <%s>, in the table of %s', (tag, page) => {
    const [, table = ''] = /^\| Attribute \|[^\n]*\n([^]*?)\n\n/m.exec(readPage(page))!;
    const named = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(elements.get(tag)!.attributes.map(({ name }) => name).sort());
  });
});

describe('commands', () => {
  const { scripts, devDependencies } = readJson('package.json');
  const ours = [...sources.keys()];
  const SHORT = ['start', 'test', 'install', 'ci'];
  const read = readdirSync(join(root, 'dev'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(mjs|ts)$/.test(file)).map((file) => readFileSync(join(root, 'dev', file), 'utf8')).join('\n');

  it.each(titled(of('sh')))('%s', (_, { code }) => {
    for (const line of code.replaceAll('\\\n', ' ').split('\n')) {
      const words = [...line.replace(/\s#.*$/, '').matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word);
      while (/^[A-Z_]+=/.test(words[0] ?? '')) {
        const name = words.shift()!.split('=')[0]!;
        // Those of others are theirs to know.
        if (name.startsWith('VISIO_')) expect(read, name).toContain(name);
      }
      if (words.length === 0) continue;
      const [command, verb, ...rest] = words;
      expect(command, line).toBe('npm');
      if (verb === 'run') expect(Object.keys(scripts), line).toContain(rest.find((word) => !word.startsWith('-')));
      else expect(SHORT, line).toContain(verb);
      if (verb === 'install') for (const name of rest.filter((word) => !word.startsWith('-'))) expect([...ours, ...Object.keys(devDependencies)], line).toContain(name);
    }
  });

  it('and all words name scripts that there are', () => {
    const named = namedIn(/`npm run (?:--?[\w-]+ )*([\w:-]+)/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([, name]) => !(name in scripts))).toEqual([]);
  });
});

describe('settings', () => {
  it.each(titled(of('json')))('%s is JSON, and names files that packages have', (_, { code }) => {
    JSON.parse(code);
    for (const [, name, file] of code.matchAll(/"\.\/node_modules\/(visio-[\w-]+)\/([^"]+)"/g)) {
      expect(readJson(`packages/${name}/package.json`).files).toContain(file);
    }
  });

  it.each(titled(of('http')))('%s is a policy', (_, { code }) => {
    const [name, policy] = code.split(/:(.*)/s) as [string, string];
    expect(name).toBe('Content-Security-Policy');
    for (const directive of policy.split(';').map((each) => each.trim())) expect(directive).toMatch(/^(default|script|style|img|connect|worker|frame|media|font)-src( '[\w-]+'| \w+:| (https|wss):\/\/[\w.-]+)+$/);
  });
});

// Parts and slots: what a page can reach is what the elements say, and nothing is named that leads nowhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { analyze, elementsOf } from './analyze.mjs';

const src = join(root, 'packages/visio-element/src');
const files = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/[.-](test|stories)\.ts$|^testing\//.test(file))
    .map((file): [string, string] => [file, readFileSync(join(src, file), 'utf8')]),
);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);
const list = (names: string) => names.split(/,\s*/);

/** What is found out of an element, once. */
function once<T>(find: (tag: string) => T): (tag: string) => T {
  const known = new Map<string, T>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, find(tag));
    return known.get(tag)!;
  };
}

/** The module of each element, by its tag: as the `define` of it imports its class. */
const modules = new Map(
  [...files].flatMap(([file, code]) =>
    [...code.matchAll(/\bdefine\('(visio-[\w-]+)', (\w+)\)/g)].flatMap(([, tag, name]) => {
      const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(\\..+)\\.js'`).exec(code)?.[1];
      return from ? [[tag!, `${posix.join(posix.dirname(file), from)}.ts`] as const] : [];
    }),
  ),
);
const elementModules = new Set<string>(modules.values());

/** What stands in an element's templates: its own module, and those that it has its templates from. */
function templatesOf(tag: string): string {
  const seen = new Set<string>();
  const visit = (file: string): string => {
    const code = files.get(file);
    if (!code || seen.has(file)) return '';
    seen.add(file);
    // What is fetched when it is used is its own as well, but for what registers further elements.
    const imports = [...all(code, /^import (?!type\b)[^;]*? from '(\..+)\.js';$/gm), ...all(code, /\bimport\('(\.[^']+?(?<!-ring|\/define|\/open))\.js'\)/g)];
    const helpers = imports.map((from) => `${posix.join(posix.dirname(file), from)}.ts`);
    return [code, ...helpers.filter((helper) => !elementModules.has(helper)).map(visit)].join('\n');
  };
  return visit(modules.get(tag)!);
}

const templates = new Map([...modules.keys()].map((tag) => [tag, templatesOf(tag)]));

/** Parts that are in its own shadow tree. */
const ownParts = once((tag) => new Set([...all(templates.get(tag)!, /\spart="([\w-]+)"/g), ...all(templates.get(tag)!, /\bpart: '([\w-]+)'/g)]));

interface Inner {
  readonly tag: string;
  readonly parts: readonly string[];
}

/** Elements that are in a contribution's place, with what they hand out. */
const contributed = new Map<string, Inner[]>();
for (const code of files.values()) {
  for (const [, place, tag, parts] of code.matchAll(/\b(panel|overlay|dialog|settings|popup): \{[^{}]*element: '(visio-[\w-]+)',\s*(?:parts: '([^']+)')?/g)) {
    const around = { panel: 'visio-panel', overlay: 'visio-overlays', dialog: 'visio-dialog', settings: 'visio-settings', popup: 'visio-popup' }[place!]!;
    contributed.set(around, [...(contributed.get(around) ?? []), { tag: tag!, parts: parts ? list(parts) : [] }]);
  }
}

/** Elements in its shadow tree that hand parts out. One may also say itself what it hands out, wherever it is. */
const innerOf = once((tag): readonly Inner[] => {
  const text = templates.get(tag)!;
  const written = [...text.matchAll(/\bexportparts="([^"]+)"/g)].map(({ index, 1: parts }) => ({ tag: /^<(visio-[\w-]+)/.exec(text.slice(text.lastIndexOf('<visio-', index)))![1]!, parts: list(parts!) }));
  const bySelf = [...new Set(all(text, /<(visio-[\w-]+)/g))].flatMap((inner) => {
    const said = /this\.setAttribute\('exportparts', '([^']+)'\)/.exec(files.get(modules.get(inner) ?? '') ?? '')?.[1];
    return said ? [{ tag: inner, parts: list(said) }] : [];
  });
  return [...written, ...bySelf, ...(contributed.get(tag) ?? [])];
});

/** What whoever has the element may reach of it, but for what it does not hand on. */
const partsOf: (tag: string) => ReadonlySet<string> = once((tag) => new Set([...ownParts(tag), ...innerOf(tag).flatMap(({ tag: inner, parts }) => parts.filter((part) => partsOf(inner).has(part)))]));

const elements = elementsOf(analyze());
const tags = [...modules.keys()];

describe('parts', () => {
  it('are found', () => {
    expect(tags.length).toBeGreaterThan(40);
    expect([...ownParts('visio-chat')].sort()).toEqual(['composer', 'file', 'live-lines', 'mark', 'message', 'messages', 'search']);
    expect(innerOf('visio-panel')).toContainEqual({ tag: 'visio-people', parts: ['people', 'person'] });
    expect(innerOf('visio-stage')).toEqual([{ tag: 'visio-tile', parts: ['tile', 'name'] }]);
  });

  it.each(elements.map((element) => [element.tagName, element] as const))('of <%s> are documented as they are', (tag, { cssParts }) => {
    expect(cssParts.map(({ name }) => name).sort()).toEqual([...partsOf(tag)].sort());
  });

  it('are handed out only where they are', () => {
    const dead = tags.flatMap((tag) => innerOf(tag).flatMap(({ tag: inner, parts }) => parts.filter((part) => !partsOf(inner).has(part)).map((part) => `${tag}: <${inner}> has no part ${part}`)));
    expect(dead).toEqual([]);
  });

  it('lead out to a page, each', () => {
    const reached = new Set<string>();
    const visit = (tag: string, parts: Iterable<string>) => {
      for (const part of parts) {
        if (ownParts(tag).has(part)) reached.add(`${tag} ${part}`);
        for (const inner of innerOf(tag)) if (inner.parts.includes(part)) visit(inner.tag, [part]);
      }
    };
    for (const { tagName } of elements) visit(tagName, partsOf(tagName));
    expect(tags.flatMap((tag) => [...ownParts(tag)].map((part) => `${tag} ${part}`)).filter((part) => !reached.has(part))).toEqual([]);
  });

  it.each(tags.filter((tag) => /@csspart/.test(files.get(modules.get(tag)!)!) || ownParts(tag).size > 0))('of <%s> are said by its documentation', (tag) => {
    const said = all(files.get(modules.get(tag)!)!, /^ \* @csspart ([\w-]+) - ./gm);
    expect(said.filter((part) => !partsOf(tag).has(part))).toEqual([]);
    expect([...ownParts(tag)].filter((part) => !said.includes(part))).toEqual([]);
  });
});

describe('slots', () => {
  it.each(tags.filter((tag) => /<slot\b|@slot/.test(templates.get(tag)!)))('of <%s> are those of its documentation', (tag) => {
    const there = [...templates.get(tag)!.matchAll(/<slot\b([^>]*)>/g)].map(([, attributes]) => /\bname="([\w-]+)"/.exec(attributes!)?.[1] ?? '');
    const said = [...files.get(modules.get(tag)!)!.matchAll(/^ \* @slot ?([\w-]*) - ./gm)].map(([, name]) => (name === '-' ? '' : name!));
    expect(there.length).toBeGreaterThan(0);
    expect([...new Set(said)].sort()).toEqual([...new Set(there)].sort());
  });
});

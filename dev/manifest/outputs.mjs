// What is written from the manifest: React components, what frameworks' types are made of, data for editors.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { analyze, elementsOf } from './analyze.mjs';

/** @typedef {import('./analyze.mjs').Element} Element */

const ELEMENT = 'packages/visio-element';
const REACT = 'packages/visio-react/src/generated';
const NOTE = '// Written by `npm run manifest` from the elements’ documentation: change it there.';

/**
 * What is kept in the repository, so that a change of it is seen: each file and its text.
 * @returns {Map<string, string>}
 */
export function keptOutputs(manifest = analyze()) {
  const elements = elementsOf(manifest);
  return new Map([
    ...elements.map((element) => /** @type {const} */ ([`${REACT}/${element.tagName}.ts`, component(element)])),
    [`${REACT}/index.ts`, `${NOTE}\n${elements.map(({ name, slots, tagName }) => `export { ${name}, type ${name}Props${namesOf(slots).length > 0 ? `, type ${name}Slot` : ''} } from './${tagName}.js';\n`).join('')}`],
    [`${ELEMENT}/types/elements.d.ts`, elementTypes(elements)],
  ]);
}

/**
 * What is made by each build, for those who install the package.
 * @returns {Map<string, string>}
 */
export function builtOutputs(manifest = analyze()) {
  const elements = elementsOf(manifest);
  return new Map([
    [`${ELEMENT}/custom-elements.json`, json(manifest)],
    [`${ELEMENT}/vscode.html-data.json`, json(htmlData(elements))],
    [`${ELEMENT}/vscode.css-data.json`, json(cssData(elements))],
  ]);
}

/** @param {Element} element */
function component({ name, tagName, entry, members, events, slots, summary }) {
  const props = settable(members);
  return `'use client';
${NOTE}
import { ${name} as Element } from '${entry}';
import { componentOf, type ElementProps, type Listener } from '../component-of.js';

/** What \`<${name}>\` takes: the element's properties, its events, and what every HTML element has. */
export interface ${name}Props extends ElementProps<Element, ${union(props)}> {
${events.map(({ name: type, description }) => `  /** ${line(description)} */\n  readonly ${propOf(type)}?: Listener<'${type}'>;`).join('\n')}
}
${namesOf(slots).length > 0 ? `\n/** The element's slots, for the \`slot\` of its children. */\nexport type ${name}Slot = ${union(namesOf(slots))};\n` : ''}
/** \`<${tagName}>\` for React. ${line(summary)} The ref is the element; on a server it is an empty frame. */
export const ${name} = /* @__PURE__ */ componentOf<Element, ${name}Props>(Element, '${tagName}', [${list(props)}], [${list(events.map((event) => event.name))}]);
`;
}

/** @param {Element[]} elements */
function elementTypes(elements) {
  return `${NOTE}
${elements.map(({ name, entry }) => `import type { ${name} } from '${entry === 'visio-element' ? 'visio-element/elements' : entry}';\n`).join('')}
/** What each element takes and fires, by its tag. */
export interface VisioElements {
${elements
  .map(
    ({ name, tagName, members, attributes, events }) => `  '${tagName}': {
    element: ${name};
    /** The property that each attribute sets. */
    attributes: {
${attributes.filter(({ fieldName }) => settable(members).includes(fieldName)).map((each) => `      '${each.name}': '${each.fieldName}';`).join('\n')}
    };
    properties: ${union(settable(members))};
    events: ${union(events.map((event) => event.name))};
  };`,
  )
  .join('\n')}
}
`;
}

/** VS Code's custom data for HTML. @param {Element[]} elements */
function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, description, attributes, members }) => ({
      name: tagName,
      description: { kind: 'markdown', value: description ?? '' },
      attributes: attributes
        .filter(({ fieldName }) => settable(members).includes(fieldName))
        .map((each) => ({ name: each.name, description: { kind: 'markdown', value: each.description ?? '' }, ...attributeValues(each.type?.text ?? '') })),
    })),
  };
}

/** VS Code's custom data for CSS. @param {Element[]} elements */
function cssData(elements) {
  const properties = new Map(elements.flatMap(({ cssProperties }) => cssProperties.map((each) => /** @type {const} */ ([each.name, each]))));
  return {
    version: 1.1,
    properties: [...properties.values()].map(({ name, description }) => ({ name, description: { kind: 'markdown', value: description ?? '' } })),
  };
}

/** What an attribute may be, where that is a choice. @param {string} type */
function attributeValues(type) {
  if (type === 'boolean') return { valueSet: 'v' };
  const text = /^\w+$/.test(type) ? (aliases().get(type) ?? '') : type;
  const values = [...text.matchAll(/'([^']+)'/g)].map(([, value]) => ({ name: value }));
  return values.length > 0 ? { values } : {};
}

/** @type {Map<string, string> | undefined} */
let found;

/** The names that our sources give to choices of words: `LayoutMode` → `'auto' | 'grid' | …`. */
function aliases() {
  found ??= new Map(
    ['packages/visio-core/src', `${ELEMENT}/src`].flatMap((dir) =>
      readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.includes('test'))
        .flatMap((file) => [...readFileSync(join(root, dir, file), 'utf8').matchAll(/^export type (\w+) = ('[\w-]+'(?: \| '[\w-]+')*);$/gm)])
        .map(([, name, text]) => /** @type {const} */ ([name ?? '', text ?? ''])),
    ),
  );
  return found;
}

/** The properties that one may set. @param {Element['members']} members */
function settable(members) {
  return members.filter(({ kind, readonly }) => kind === 'field' && !readonly).map(({ name }) => name);
}

/** @param {Element['slots']} slots */
function namesOf(slots) {
  return slots.map(({ name }) => name).filter((name) => name !== '');
}

/** `visio-joined` → `onVisioJoined` @param {string} type */
function propOf(type) {
  return `on${`-${type}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}`;
}

const quoted = (/** @type {string} */ name) => `'${name}'`;
const union = (/** @type {string[]} */ names) => names.map(quoted).join(' | ');
const list = (/** @type {string[]} */ names) => names.map(quoted).join(', ');
const line = (/** @type {string | undefined} */ text) => (text ?? '').replace(/\s*\n\s*/g, ' ');
const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

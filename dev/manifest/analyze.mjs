// The custom-elements manifest of the public elements, from their sources: those that an entry of the package registers.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { buildSync } from 'esbuild';
import { root } from '../bootstrap.mjs';
import { sources } from '../workspace.mjs';

const PACKAGE = 'packages/visio-element';

/** The tokens, as style sheets declare them and as designers are told of them: nobody writes them a second time. */
const { TOKENS, CORE_TOKENS } = await importSource(`export { TOKENS } from './tokens.ts'; export { CORE_TOKENS } from './core-tokens.ts';`, 'src/theme');

/** What custom elements and Lit call by themselves: nothing for those who use an element. */
const LIFECYCLE = ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'];

/**
 * @typedef {{ text: string }} Type
 * @typedef {{ name: string, fieldName: string, description?: string, type?: Type, default?: string }} Attribute
 * @typedef {{ kind: 'field' | 'method', name: string, description?: string, type?: Type, default?: string, readonly?: boolean, privacy?: string }} Member
 * @typedef {{ name: string, type: Type, description?: string }} Fired
 * @typedef {{ name: string, description?: string, default?: string }} Named
 * @typedef {{ name: string, tagName: string, summary?: string, description?: string, customElement: true, entry: string,
 *   members: Member[], attributes: Attribute[], events: Fired[], slots: Named[], cssParts: Named[], cssProperties: Named[] }} Element
 */

/** The public elements' classes, by the entry that registers them: `visio-element/call-button` → `VisioCallButton`. */
function registered() {
  return [...sources].flatMap(([entry, file]) => {
    if (!file.startsWith(`${PACKAGE}/`)) return [];
    const code = read(file);
    return [...code.matchAll(/^define\('([\w-]+)', (\w+)\);$/gm)].map(([, tagName, name]) => {
      const from = new RegExp(`import \\{ ${name} \\} from '(.+)\\.js'`).exec(code)?.[1] ?? '';
      return { entry, tagName, name, file, module: posix.join(dirname(file), `${from}.ts`) };
    });
  });
}

/** Keeps what is public of the elements, names their tags, and says what the compiler makes of each file. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase: (/** @type {{ customElementsManifest: any }} */ { customElementsManifest }) => {
    const elements = registered();
    for (const module of customElementsManifest.modules) {
      const { name, tagName } = elements.find((each) => each.module === module.path) ?? { name: '', tagName: '' };
      const path = module.path.replace(`${PACKAGE}/src/`, 'dist/').replace(/\.ts$/, '.js');
      const element = module.declarations.find((/** @type {any} */ each) => each.name === name);
      module.path = path;
      module.declarations = [{
        ...element,
        customElement: true,
        tagName,
        members: element.members.filter(isPublic),
        // An event that is dispatched is found by its class, and once more, by its name, where it is documented.
        events: element.events.filter((/** @type {Fired} */ event) => event.name),
        cssProperties: [...tokensOf(tagName), ...element.cssProperties],
      }];
      module.exports = [
        { kind: 'js', name, declaration: { name, module: path } },
        { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
      ];
    }
  },
};

/**
 * A call button is made of the core tokens. What it opens is a meeting.
 * @param {string} tagName
 * @returns {Named[]}
 */
function tokensOf(tagName) {
  return TOKENS.filter(({ name }) => tagName === 'visio-meeting' || name.replace('--visio-', '') in CORE_TOKENS).map(({ name, meaning, initial }) => ({
    name,
    description: `${meaning[0]?.toUpperCase()}${meaning.slice(1)}.`,
    default: initial,
  }));
}

/** @param {Member} member */
function isPublic({ name, privacy }) {
  return !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && !LIFECYCLE.includes(name);
}

/** The manifest, as the package has it in `custom-elements.json`. */
export function analyze() {
  const files = registered().map(({ module }) => module);
  const modules = files.map((file) => ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true));
  return create({ modules, plugins: [...litPlugin(), publicOnly], context: { dev: false } });
}

/**
 * The elements of a manifest, and the entry that registers each.
 * @returns {Element[]}
 */
export function elementsOf(/** @type {any} */ manifest) {
  return registered().map(({ entry, tagName }) => {
    const declaration = manifest.modules.flatMap((/** @type {any} */ module) => module.declarations).find((/** @type {any} */ each) => each.tagName === tagName);
    return { slots: [], ...declaration, entry };
  });
}

/**
 * @param {string} code
 * @param {string} folder of the package, that it is in
 * @returns {Promise<{ TOKENS: readonly { name: string, meaning: string, initial: string }[], CORE_TOKENS: object }>}
 */
async function importSource(code, folder) {
  const { outputFiles } = buildSync({ stdin: { contents: code, resolveDir: join(root, PACKAGE, folder) }, bundle: true, format: 'esm', platform: 'node', write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

/** @param {string} file from the root */
function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

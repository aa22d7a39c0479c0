/**
 * Bundles the elements for pages without a bundler, in two shapes: one small module that defines `<visio-meeting>`, and
 * chunks that it fetches when they are needed, all by relative path; and one classic script with all of them. Input is what
 * `tsc` wrote.
 */
import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { effectAssets } from './dev/effects/assets.mjs';
import { licenceNotices } from './dev/licence-notices.mjs';
import { minify } from './dev/minify.mjs';
import { noteModules, writeLists } from './dev/release/lists.mjs';
import { isPartOfLivekit, livekitFromSource } from './dev/livekit-from-source.mjs';

const PACKAGE = 'packages/visio-element';
const OUT = `${PACKAGE}/dist/bundle`;

/** A chunk of a former build must not pass for one of this build. */
const emptyOut = {
  name: 'empty-out',
  buildStart: () => rm(OUT, { recursive: true, force: true }),
};

/** Background effects' code and model, from here and from no foreign host. */
const effects = {
  name: 'effect-assets',
  generateBundle() {
    try {
      for (const [name, read] of effectAssets()) this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: read() });
    } catch (error) {
      this.warn(`There will be no background effects. ${error.message}`);
    }
  },
};

/** What several ways into the bundle share goes together: one chunk compresses better than several. */
const SHARED = {
  base: /\/(reactive-element\/(css-tag|reactive-element)|lit-element|lit-html|base\/(define|decorators|closest-lang))\.js$|decorate$/,
  // A page with a call button alone has these, and no more of the look.
  tokens: /\/theme\/(core-tokens|declare|follow-contrast)\.js$/,
  look: /\/(theme\/(theme|base)(\.styles|-tokens)|base\/class-map|tab-link-later|ui\/(icon\/icon|devices\/choices|select\/select\.styles))\.js$/,
  // What is read, and in which words: everything that is shown asks for both.
  words: /\/(signals-core\.module|reactive\/signals|visio-core\/dist\/i18n\/index|media\/level-meter|interpreters\/marked)\.js$/,
  // What is there for whatever else may come in a call.
  lazy: /\/base\/(rest-texts|lazy-elements|contribution)\.js$/,
};

/** @param {string} id */
function chunkOf(id) {
  if (isPartOfLivekit(id)) return 'livekit-client';
  return Object.entries(SHARED).find(([, files]) => files.test(id))?.[0];
}

/** Minifying takes most of the time, and nobody but a reader of sizes sees it. */
const isMinified = !process.env.VISIO_UNMINIFIED;

/** All that TypeScript asks of `tslib` here. Its own also takes what decorators return; ours return nothing. */
const decorate = {
  name: 'decorate',
  /** @param {string} specifier */
  resolveId: (specifier) => (specifier === 'tslib' ? '\0decorate' : null),
  /** @param {string} id */
  load: (id) => (id === '\0decorate' ? 'export const __decorate = (decorators, element, name) => decorators.forEach((each) => each(element, name));' : null),
};

/** @param {boolean} module */
const common = (module) => [
  decorate,
  livekitFromSource(import.meta.dirname),
  nodeResolve({ browser: true, preferBuiltins: false }),
  commonjs(),
  noteModules,
  ...(isMinified ? minify(module) : []),
];

/** @type {import('rollup').RollupOptions['onwarn']} */
const onwarn = (warning, warn) => {
  // What others ship is theirs to mend.
  const isForeign = warning.ids?.every((id) => id.includes('/node_modules/'));
  if (warning.code !== 'THIS_IS_UNDEFINED' && !isForeign) warn(warning);
};

/** @type {import('rollup').RollupOptions} */
export const loader = {
  input: {
    'visio-element': 'packages/visio-element/dist/index.js',
    'call-button': 'packages/visio-element/dist/call-button/index.js',
    'visio-core': 'packages/visio-core/dist/index.js',
    simulated: 'packages/visio-core/dist/engines/simulated/index.js',
  },
  output: {
    dir: OUT,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    // An `index` is called what its folder is.
    chunkFileNames: ({ name, moduleIds }) => `${name === 'index' ? basename(dirname(String(moduleIds.findLast((id) => id.endsWith('/index.js'))))) : name}.js`,
    hoistTransitiveImports: false,
    manualChunks: chunkOf,
  },
  // What others of our chunks take from an entry is exported besides, for there would be one more file to load otherwise.
  preserveEntrySignatures: 'allow-extension',
  plugins: [emptyOut, ...common(true), effects, licenceNotices],
  onwarn,
};

/** @type {import('rollup').RollupOptions} */
const oneFile = {
  input: 'packages/visio-element/dist/all.js',
  output: {
    file: `${OUT}/visio-element.all.js`,
    format: 'iife',
    name: 'Visio',
    sourcemap: true,
    inlineDynamicImports: true,
  },
  plugins: [...common(false), writeLists(OUT, PACKAGE)],
  onwarn,
};

// The second says what is in the folder, so it is the last.
export default isMinified ? [loader, oneFile] : loader;

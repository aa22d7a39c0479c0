// Builds every page with the bundler and the options that build what we ship.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rollup } from 'rollup';
import { root } from '../dev/bootstrap.mjs';
import { npm } from '../dev/processes.mjs';
import { loader as shipped } from '../rollup.config.mjs';
import { pages } from './pages.mjs';

/** The built pages, one folder each. */
export const sites = join(root, '.cache/bench/sites');

/** Not the plugin that empties the folder of the shipped bundle. */
const shippedPlugins = shipped.plugins.filter(({ name }) => name !== 'empty-out');
/** Others use more of `tslib` than what we put in its place. */
const plugins = shippedPlugins.filter(({ name }) => name !== 'decorate');

/** @param {(text: string) => void} say */
export async function build(say) {
  say('Building the pages …');
  const { code } = await npm(['exec', '--', 'tsc', '-b', 'packages/visio-element'], { cwd: root });
  if (code !== 0) throw new Error('The packages do not compile: see the output above.');
  await rm(sites, { recursive: true, force: true });
  for (const page of pages) {
    const dir = join(sites, page.id);
    if (page.ready) await bundle(page.ready, dir, { output: shipped.output, plugins: shippedPlugins });
    await bundle({ page: page.source }, dir, { alias: page.alias });
    await writeShell(page);
  }
  // What plays the crowd and the long call is the bench's, not a page's: it is built apart, and loaded after the page.
  for (const name of ['crowd', 'long-call']) await bundle({ [name]: `bench/pages/${name}.js` }, join(sites, name));
}

/**
 * @param {Record<string, string>} input
 * @param {string} dir
 * @param {{ alias?: Record<string, string>, output?: object, plugins?: typeof shippedPlugins }} [options]
 */
async function bundle(input, dir, options = {}) {
  const { alias = {}, output = { ...shipped.output, manualChunks, onlyExplicitManualChunks: true }, plugins: chosen = plugins } = options;
  const made = await rollup({
    input,
    plugins: [aliases(alias), production, ...chosen],
    onwarn(warning, warn) {
      // React's packages say "use client", and old ones have a global `this`.
      if (!['THIS_IS_UNDEFINED', 'MODULE_LEVEL_DIRECTIVE', 'CIRCULAR_DEPENDENCY', 'SOURCEMAP_ERROR'].includes(warning.code ?? '')) warn(warning);
    },
  });
  await made.write({ ...output, dir, sourcemap: false });
  await made.close();
}

/** What is the bench's own lies apart from what a host would load, so that it is not counted. @param {string} id */
function manualChunks(id) {
  return id.includes('/bench/pages/') ? `bench-${basename(id, '.js')}` : shipped.output.manualChunks(id);
}

/** @param {string} path */
export const isOfBench = (path) => /\/(page|bench-[\w-]+)\.js$/.test(path);

/** React and its kin choose their production code by this. */
const production = {
  name: 'production',
  /** @param {string} code */
  transform: (code) =>
    code.includes('process.env.NODE_ENV') ? { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null } : null,
};

/** @param {Record<string, string>} names */
function aliases(names) {
  return {
    name: 'aliases',
    /**
     * @this {import('rollup').PluginContext}
     * @param {string} source
     * @param {string | undefined} importer
     * @param {object} options
     */
    resolveId(source, importer, options) {
      const other = names[source];
      return other ? this.resolve(other, importer, options) : null;
    },
  };
}

/** @param {import('./pages.mjs').PageSource} page */
async function writeShell({ id, css, ready }) {
  const dir = join(sites, id);
  await mkdir(dir, { recursive: true });
  if (css) await copyFile(join(root, 'node_modules', css), join(dir, 'page.css'));
  await writeFile(
    join(dir, 'index.html'),
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${id}</title>
    <link rel="icon" href="data:," />
    ${css ? '<link rel="stylesheet" href="page.css" />' : ''}
    <style>html, body, #root { height: 100%; margin: 0; }</style>
    ${ready ? `<script type="module" src="${Object.keys(ready)[0]}.js"></script>` : ''}
    <script type="module" src="page.js"></script>
  </head>
  <body><div id="root" data-lk-theme="default"></div></body>
</html>
`,
  );
}

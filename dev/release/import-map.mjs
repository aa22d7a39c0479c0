// `npm run import-map -- /visio/1.2.3/`: prints the import map by which a browser checks each chunk of the bundle that it
// fetches from that place, and the hash by which a Content Security Policy allows the map.
import { createHash } from 'node:crypto';
import { readJson } from './read-json.mjs';

/** What pages may import by name, and the file of each. */
const NAMES = { 'visio-element': 'visio-element.js', 'visio-element/call-button': 'call-button.js', 'visio-core': 'visio-core.js', 'visio-core/engines/simulated': 'simulated.js' };

/**
 * @param {Readonly<Record<string, string>>} integrity as integrity.json has it
 * @param {string} place where the folder lies, as a page names it: `/visio/1.2.3/`, `https://files.example/visio/1.2.3/`
 */
export function importMap(integrity, place) {
  if (!/^(https?:\/)?\.?\/[\w./:@~-]*$/.test(place)) throw new Error(`${place} is no path and no address.`);
  const at = (/** @type {string} */ file) => `${place.replace(/\/?$/, '/')}${file}`;
  const modules = Object.entries(integrity).filter(([file]) => !file.includes('/') && file !== 'visio-element.all.js');
  const json = JSON.stringify({
    imports: Object.fromEntries(Object.entries(NAMES).map(([name, file]) => [name, at(file)])),
    integrity: Object.fromEntries(modules.map(([file, hash]) => [at(file), hash])),
  });
  return {
    html: `<script type="importmap">${json}</script>`,
    csp: `'sha256-${createHash('sha256').update(json).digest('base64')}'`,
  };
}

if (process.argv[1] === import.meta.filename) {
  const { html, csp } = importMap(readJson('packages/visio-element/dist/bundle/integrity.json'), process.argv[2] ?? './');
  console.log(html);
  console.error(`\nIn a Content Security Policy: script-src ${csp}`);
}

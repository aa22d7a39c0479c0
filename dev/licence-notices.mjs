// For rollup: the licences of what is in the bundle, in one file beside it rather than in each chunk that people load.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('rollup').Plugin} */
export const licenceNotices = {
  name: 'licence-notices',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
    const packages = new Set(modules.flatMap((id) => packageOf(id) ?? []));
    const notices = [...packages].sort().map(notice);
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: notices.join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

/**
 * The folder of the package that a module is from; `undefined` for our own.
 * @param {string} id
 */
function packageOf(id) {
  return /^\0?(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.groups?.folder;
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const words = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${words}\n`;
}

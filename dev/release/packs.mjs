// The packages as they are published: packed by npm, and unpacked again where tests and consumers find them.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npm, run } from '../processes.mjs';
import { readJson } from './read-json.mjs';
import { sbomOfPackage } from './sbom.mjs';

/** @typedef {{ name: string, version: string, file: string, size: number, files: { path: string, size: number }[] }} Pack */

/** Where each package's sources are, by its name. */
export const workspaces = new Map(
  readJson('package.json').workspaces.map((/** @type {string} */ dir) => [readJson(`${dir}/package.json`).name, join(root, dir)]),
);

/** Where `unpack` puts them: what stands here imports the packages from the packs, and everything else from the checkout. */
export const unpacked = join(root, '.cache/packs');

/**
 * Packs what is built. Each pack is what `npm publish` would upload.
 * @param {string} folder where the .tgz files go
 * @returns {Promise<Pack[]>}
 */
export async function pack(folder) {
  for (const dir of workspaces.values()) {
    removeStale(dir);
    writeFileSync(join(dir, 'dist/sbom.cdx.json'), sbomOfPackage(relative(root, dir).replaceAll('\\', '/')));
  }
  mkdirSync(folder, { recursive: true });
  const names = [...workspaces.keys()].flatMap((name) => ['-w', name]);
  const { code, output } = await npm(['pack', ...names, '--silent', '--json', '--pack-destination', folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (code !== 0) throw new Error(`npm pack failed: ${output}`);
  const packs = /** @type {(Pack & { filename: string })[]} */ (Object.values(JSON.parse(output)));
  return packs.map(({ name, version, filename, size, files }) => ({ name, version, file: join(folder, filename), size, files }));
}

/** @returns {Promise<Pack[]>} */
export async function packAndUnpack() {
  rmSync(unpacked, { recursive: true, force: true });
  const packs = await pack(unpacked);
  for (const { name, file } of packs) {
    const to = join(unpacked, 'node_modules', name);
    mkdirSync(to, { recursive: true });
    const { code, output } = await run('tar', ['-xzf', file, '--strip-components=1', '-C', to]);
    if (code !== 0) throw new Error(`tar failed: ${output}`);
  }
  return packs;
}

/**
 * A module whose source is gone stays in `dist`: the compiler takes nothing away.
 * @param {string} dir
 */
function removeStale(dir) {
  const dist = join(dir, 'dist');
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const module = /^(?!bundle[\\/])(.+?)\.(js|js\.map|d\.ts)$/.exec(file)?.[1];
    if (module && !['.ts', '.tsx'].some((extension) => existsSync(join(dir, 'src', module + extension)))) {
      console.log(`No source makes ${relative(root, join(dist, file))} any more: removed.`);
      rmSync(join(dist, file));
    }
  }
}

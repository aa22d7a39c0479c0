// Gets the style sheets of a design system by npm, once for all clones of this project. Nothing is unpacked before its SHA-512
// is the pinned one, and nothing is but the style sheet.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npm, run } from '../processes.mjs';
import { SYSTEMS } from './systems.mjs';

const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'visio-sdk/design-systems');

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** All of them, before the tests, so that their time-outs are not spent on it. */
export async function fetchDesignSystems() {
  for (const system of SYSTEMS) await fetchDesignSystem(system);
}

/**
 * @param {import('./systems.d.mts').DesignSystem} system
 * @returns {Promise<string>} the folder that stands for the package
 */
export function fetchDesignSystem(system) {
  const known = fetched.get(system.sha512);
  if (known) return known;
  const found = find(system);
  fetched.set(system.sha512, found);
  return found;
}

/** @param {import('./systems.d.mts').DesignSystem} system */
async function find({ name, version, sha512, sheet, folder }) {
  const dir = join(cacheDir, `${name.replace('/', '+')}@${version}`);
  if (existsSync(dir)) return dir;
  await mkdir(cacheDir, { recursive: true });
  const unfinished = await mkdtemp(join(cacheDir, 'unpack-'));
  try {
    const packed = await npm(['pack', `${name}@${version}`, '--pack-destination', unfinished, '--prefer-offline', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const [archive] = await readdir(unfinished);
    if (packed.code !== 0 || !archive) throw new Error(packed.output.trim());
    const found = createHash('sha512').update(await readFile(join(unfinished, archive))).digest('base64');
    if (found !== sha512) throw new Error(`its SHA-512 is ${found}, not the pinned ${sha512}`);
    const unpacked = await run('tar', ['-xzf', archive, '--strip-components=1', `package/${folder ?? sheet}`], { cwd: unfinished });
    if (unpacked.code !== 0) throw new Error(`tar could not unpack it: ${unpacked.output.trim()}`);
    await rm(join(unfinished, archive));
    // Another run may have been faster.
    await rename(unfinished, dir).catch((error) => {
      if (!existsSync(dir)) throw error;
    });
    return dir;
  } catch (error) {
    throw new Error(`The bridges are tested against ${name} ${version}, which npm could not get: ${/** @type {Error} */ (error).message}`, { cause: error });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

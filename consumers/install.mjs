// Installs the consumers from the packs into a folder of the system's, where nothing of the checkout is found.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../dev/processes.mjs';
import { packAndUnpack, unpacked } from '../dev/release/packs.mjs';

const here = import.meta.dirname;
/** @type {string[]} */
const made = [];

/** Packs what is built. */
export const pack = packAndUnpack;

/** The unpacked bundle, as it is put on a static host. */
export const bundle = join(unpacked, 'node_modules/visio-element/dist/bundle');

/**
 * Installs and builds apps that share one install.
 * @param {readonly import('../dev/release/packs.mjs').Pack[]} packs
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string>>} [versions] that take the place of those in their package.json
 * @returns {Promise<string>} the folder: each app is in `apps/<name>`
 */
export async function install(packs, names, versions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'visio-consumers-'));
  made.push(folder);
  for (const name of names) {
    const to = join(folder, 'apps', name);
    mkdirSync(to, { recursive: true });
    cpSync(join(here, name), to, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(to, 'package.json'), 'utf8'));
    for (const [dependency, version] of Object.entries(versions)) if (manifest.dependencies[dependency]) manifest.dependencies[dependency] = version;
    writeFileSync(join(to, 'package.json'), JSON.stringify(manifest));
  }
  const dependencies = Object.fromEntries(packs.map(({ name, file }) => [name, `file:${file}`]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, workspaces: ['apps/*'], dependencies }));
  await must('install', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], folder);
  for (const name of names) await must(`build of ${name}`, ['run', 'build', '-w', `apps/${name}`], folder);
  return folder;
}

/** Takes the folders away. */
export function removeInstalled() {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/** What apps are built and served with: nobody is told of it. */
export const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };

/**
 * Runs npm, and tells how long it took.
 * @param {string} what
 * @param {string[]} args
 * @param {string} cwd
 */
async function must(what, args, cwd) {
  const since = performance.now();
  const { code, output } = await npm(args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  if (code !== 0) throw new Error(`The ${what} failed: ${output}`);
  console.log(`The ${what} took ${((performance.now() - since) / 1000).toFixed(1)} s.`);
}

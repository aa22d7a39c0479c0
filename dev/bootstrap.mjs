// What `npm start` and `npm test` need before anything else: the dependencies, and Node 24 or newer.
// Runs on a bare Node 20 in a fresh clone, so it imports built-ins only.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run, whenEnded } from './processes.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs what is missing; runs the script again on the project's own Node if this one is too old. */
export async function bootstrap() {
  whenEnded(() => {});
  if (!installed()) {
    console.log('Installing the dependencies (npm ci). The first time, this takes about a minute …');
    // Its warnings are about the Node it runs on, which is not the one that the tools will run on.
    const { code } = await npm(['ci', '--include=dev', '--loglevel=error'], { cwd: root });
    if (code !== 0 || !installed()) throw new Error('npm ci did not install everything: see its output above.');
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return;

  // The devDependency `node` brings the Node that the tools need. npm puts it first on PATH of every script,
  // but on a first run it was not there yet when npm looked.
  const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    throw new Error(
      `This needs Node 24 or newer and runs on ${process.version}. The project's own Node is missing: ` +
        'its install script did not run (is ignore-scripts set?). Run `npm rebuild node`, or install Node 24.',
    );
  }
  process.env.PATH = join(root, 'node_modules/.bin') + delimiter + process.env.PATH;
  const { code } = await run(node, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(code);
}

/** For what runs without `bootstrap`: a word about what is missing instead of errors that it makes. */
export function mustBeInstalled() {
  if (!installed()) throw new Error('What package-lock.json names is not all installed, and tests would have failed for that: run `npm ci`.');
}

/** Whether node_modules holds what package-lock.json names. npm notes there what it installed. */
function installed() {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(noted);
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/')) return true; // the project itself and its workspaces
    const found = present[path];
    if (!found) return Boolean(optional); // made for another platform
    return Boolean(link) || found.version === version;
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

// Finds a livekit-server, or gets one: on PATH, in the project's cache, built by Go, from Docker, downloaded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { build } from './build.mjs';
import { download } from './download.mjs';
import { cacheDir, dockerImage, program, version } from './version.mjs';

/**
 * @typedef {{ how: string } & ({ path: string } | { image: string })} LivekitServer
 *   `how` says in words where it came from.
 * @typedef {(say: (text: string) => void) => Promise<LivekitServer | string>} Way
 *   A way to a server; where it leads nowhere it answers why.
 */

/** @type {Way} */
async function onPath(say) {
  const { code, output } = await attempt(program, ['--version']);
  if (code !== 0) return 'there is none on PATH';
  const found = /\d+\.\d+\.\d+\S*/.exec(output)?.[0] ?? 'unknown';
  if (found !== version) say(`Note: the livekit-server on PATH is ${found}; this project is tested with ${version}.`);
  return { path: program, how: `livekit-server ${found}, from PATH` };
}

/** @type {Way} */
async function inCache() {
  const path = join(cacheDir, program);
  if (!existsSync(path)) return `there is none in ${cacheDir}`;
  return { path, how: `livekit-server ${version}, from ${cacheDir}` };
}

/** @type {Way} */
async function builtByGo(say) {
  if ((await attempt('go', ['version'])).code !== 0) return 'the Go toolchain is not installed';
  try {
    return { path: await build(say), how: `livekit-server ${version}, built by Go and kept in ${cacheDir}` };
  } catch (error) {
    say('  the build failed');
    return `the build by Go failed: ${/** @type {Error} */ (error).message}`;
  }
}

/** @type {Way} */
async function fromDocker(say) {
  if ((await attempt('docker', ['info'])).code !== 0) return 'Docker is not installed, or does not run';
  say(`Getting ${dockerImage.split('@')[0]} with Docker …`);
  const { code, output } = await run('docker', ['pull', dockerImage], { onLine: say });
  if (code !== 0) return `docker pull failed: ${output.trim().split('\n').at(-1)}`;
  return { image: dockerImage, how: `livekit-server ${version}, from Docker` };
}

/** @type {Way} */
async function downloaded(say) {
  try {
    return { path: await download(say), how: `livekit-server ${version}, downloaded and kept in ${cacheDir}` };
  } catch (error) {
    return `the official release was not downloaded: ${/** @type {Error} */ (error).message}`;
  }
}

/**
 * @param {(text: string) => void} [say] told what is going on, line by line
 * @returns {Promise<LivekitServer>}
 */
export async function findLivekitServer(say = console.error) {
  const reasons = [];
  for (const way of [onPath, inCache, builtByGo, fromDocker, downloaded]) {
    const found = await way(say);
    if (typeof found !== 'string') return found;
    reasons.push(`  - ${found}`);
  }
  throw new NoLivekitServer(reasons);
}

export class NoLivekitServer extends Error {
  /** @param {string[]} reasons */
  constructor(reasons) {
    const brew = process.platform === 'darwin' ? 'run `brew install livekit`, or ' : '';
    super(
      `No livekit-server could be had:\n${reasons.join('\n')}\n` +
        `To get one, ${brew}install Go (https://go.dev/dl) or Docker, or put livekit-server ${version} on PATH ` +
        '(https://github.com/livekit/livekit/releases).',
    );
  }
}

/**
 * Runs a command that may not exist.
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  return run(command, args).catch(() => ({ code: 127, output: '' }));
}

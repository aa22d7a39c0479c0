// Builds livekit-server with the Go toolchain. go.mod here names it as a tool, because `go install …@version`
// refuses a module that has replace lines; go.sum pins every byte of it.
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { cacheDir, program, version } from './version.mjs';

const server = 'github.com/livekit/livekit-server/cmd/server';

/**
 * @param {(text: string) => void} say
 * @returns {Promise<string>} the path of the program, in the project's cache
 */
export async function build(say) {
  say(`Building livekit-server ${version} with Go. Once only; this takes 2 to 4 minutes.`);
  const started = Date.now();

  let fetched = 0;
  const list = await go(['list', '-deps', server], (line) => {
    if (line.startsWith('go: downloading') && ++fetched % 20 === 0) say(`  ${fetched} modules downloaded`);
  });
  const total = list.split('\n').length;

  // -v names each package as it is compiled. What Go has in its own cache is not named, so the count may end early.
  await mkdir(cacheDir, { recursive: true });
  const path = join(cacheDir, program);
  const unfinished = `${path}.${process.pid}`;
  let compiled = 0;
  let shown = 0;
  try {
    await go(['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', unfinished, server], () => {
      const percent = Math.floor((++compiled / total) * 100);
      if (percent < shown + 10) return;
      shown = percent - (percent % 10);
      say(`  ${shown} % compiled`);
    });
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
  return path;
}

/**
 * @param {string[]} args
 * @param {(line: string) => void} onLine
 */
async function go(args, onLine) {
  const { code, output } = await run('go', args, { cwd: import.meta.dirname, onLine });
  if (code !== 0) throw new Error(output.trim().split('\n').slice(-5).join('\n    '));
  return output;
}

// Child processes that never outlive us. Built-ins only: this runs before anything is installed.
import { execFileSync, spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end. It fails only if the command cannot be started.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void }} [options]
 *   `onLine` receives each line of its output, of both streams, as it comes.
 * @returns {Promise<{ code: number, output: string }>} a command ended by a signal has code 1
 */
export function run(command, args, { onLine, ...options } = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  let output = '';
  let rest = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs npm itself, with the Node that npm was started with: ours may be the one that npm is about to replace.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function npm(args, options) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
  const show = { stdio: /** @type {const} */ ('inherit'), ...options };
  if (script?.endsWith('.js')) return run(node, [script, ...args], show);
  return run('npm', args, { ...show, shell: process.platform === 'win32' });
}

/** @type {Array<() => unknown>} */
const stops = [];
let exitCode = 130;

/**
 * Calls `stop` once, when Ctrl-C, a signal or the end of our parent asks us to end; then ends this process.
 * @param {() => unknown} stop
 * @param {number} [code] the exit code; the last call decides
 */
export function whenEnded(stop, code = 130) {
  exitCode = code;
  if (stops.push(stop) > 1) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  // Whoever was killed outright sends no signal: our parent, which may be npm's shell, and npm, which is its parent.
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  setInterval(() => {
    if (process.ppid !== parent || (grandparent && !isAlive(grandparent))) void end();
  }, 1000).unref();
}

/** @param {number} pid */
function parentOf(pid) {
  if (process.platform === 'win32') return undefined;
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) child.kill('SIGTERM');
  const patience = new Promise((resolve) => setTimeout(resolve, 5000));
  await Promise.race([Promise.allSettled([...ends, ...stops.map((stop) => stop())]), patience]);
  process.exit(exitCode);
}

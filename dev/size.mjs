// `npm run size`: what a page loads, ring by ring, as the design limits it. A ring is everything that its entry
// chunks import statically, and the rings before it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { root } from './bootstrap.mjs';

// Limits are in kB of 1000 bytes, gzipped. A chunk may carry a hash after its name: lobby-ring-B1d2a3Zf.js.
const rings = [
  { name: 'definition', entries: ['visio-element.js'], limit: 10 },
  { name: 'lobby', entries: ['lobby-ring.js', 'de.js'], limit: 37 }, // with the largest of the languages
  { name: 'meeting', entries: ['call-ring.js', 'session.js'], limit: 188 },
  { name: 'call button', entries: ['call-button.js'], limit: 10, alone: true }, // on a page without a meeting
];

// livekit-client's name for a logger of its own: it is in every build of it, and in nothing else.
const livekitMark = 'livekit-room';
const ringsWithoutLivekit = ['definition', 'lobby', 'call button'];

const bundle = join(root, 'packages/visio-element/dist/bundle');
if (!existsSync(bundle)) fail(`${relative(root, bundle)} is missing. Run \`npm run build\`.`);
const chunks = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

/** @type {Set<string>} */
let loaded = new Set();
const problems = [];
console.log('ring          files      gzip    brotli     limit');
for (const { name, entries, limit, alone } of rings) {
  if (alone) loaded = new Set();
  for (const entry of entries) addWithImports(find(entry));

  const codes = [...loaded].map((file) => readFileSync(file));
  const gzip = sum(codes.map((code) => gzipSync(code, { level: 9 }).length));
  const brotli = sum(codes.map((code) => brotliCompressSync(code).length));
  console.log(
    `${name.padEnd(12)}${String(loaded.size).padStart(7)}${kB(gzip)}${kB(brotli)}${kB(limit * 1000)}` +
      (gzip > limit * 1000 ? '  too large' : ''),
  );
  if (gzip > limit * 1000) problems.push(`The ${name} ring is larger than ${limit} kB.`);

  const withLivekit = codes.some((code) => code.includes(livekitMark));
  if (withLivekit && ringsWithoutLivekit.includes(name)) problems.push(`The ${name} ring has livekit-client in it.`);
  if (!withLivekit && !ringsWithoutLivekit.includes(name)) {
    problems.push(`The ${name} ring should have livekit-client, but "${livekitMark}" is not in it: is the mark out of date?`);
  }
}
if (problems.length > 0) fail(problems.join('\n'));

/** @param {string} file */
function addWithImports(file) {
  if (loaded.has(file)) return;
  loaded.add(file);
  for (const statement of parseAst(readFileSync(file, 'utf8')).body) {
    const source = 'source' in statement ? statement.source?.value : undefined;
    if (typeof source === 'string') addWithImports(join(dirname(file), source));
  }
}

/** @param {string} entry */
function find(entry) {
  const name = entry.replace(/\.js$/, '');
  const found = chunks.filter((chunk) => {
    const file = basename(chunk, '.js');
    return file === name || new RegExp(`^${name}-[\\w-]{8}$`).test(file);
  });
  if (found.length !== 1) fail(`There should be one chunk ${entry} in ${relative(root, bundle)}, not ${found.length}.`);
  return join(bundle, String(found[0]));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

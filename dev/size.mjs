// `npm run size`: what a page loads, ring by ring, as the design limits it.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { addWithImports, rings } from './rings.mjs';

// livekit-client's name for a logger of its own: it is in every build of it, and in nothing else.
const livekitMark = 'livekit-room';
const ringsWithoutLivekit = ['definition', 'lobby', 'call button'];

/** @type {Set<string>} */
let loaded = new Set();
const problems = [];
console.log('ring          files      gzip    brotli     limit');
for (const { name, entries, limit, alone } of rings) {
  if (alone) loaded = new Set();
  try {
    addWithImports(entries, loaded);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }

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
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

// For rollup: livekit-client from the TypeScript that its package ships, in place of its bundle. That bundle is written for
// browsers of 2017 (every `await` and `?.` spelt out); ours run what it was written in, which is 12 kB gzip less to fetch.
// See docs/decisions/0006.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { transform } from 'esbuild';
import { standInFor } from './livekit-left-out.mjs';

const home = join('node_modules', 'livekit-client');
const source = (/** @type {string} */ root) => join(root, home, 'src') + sep;

/** What livekit-client is made of: one chunk. */
const parts = ['livekit-client', '@livekit/mutex', '@livekit/protocol', '@bufbuild/protobuf', 'events', 'jose', 'loglevel', 'machina', 'sdp', 'sdp-transform', 'typed-emitter', 'webrtc-adapter'];

/** @param {string} id */
export function isPartOfLivekit(id) {
  return parts.some((name) => id.includes(`/node_modules/${name}/`));
}

/**
 * @param {string} root of the checkout
 * @returns {import('rollup').Plugin}
 */
export function livekitFromSource(root) {
  const src = source(root);
  return {
    name: 'livekit-from-source',
    resolveId(specifier, importer) {
      if (specifier === 'livekit-client') return join(src, 'index.ts');
      if (!importer?.startsWith(src) || !specifier.startsWith('.')) return null;
      const path = join(dirname(importer), specifier);
      return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file)) ?? null;
    },
    load(id) {
      const standIn = standInFor(id);
      if (standIn !== undefined) return standIn;
      if (id !== join(root, home, 'package.json')) return null;
      const { version } = JSON.parse(readFileSync(id, 'utf8'));
      return `export const version = ${JSON.stringify(version)};`;
    },
    async transform(code, id) {
      if (!id.startsWith(src) || !id.endsWith('.ts')) return null;
      // Class fields are assigned, as its own build has them: its constructors count on it.
      const tsconfigRaw = { compilerOptions: { useDefineForClassFields: false } };
      const result = await transform(code, { loader: 'ts', target: 'es2022', sourcemap: true, sourcefile: id, tsconfigRaw });
      return { code: withoutLogs(result.code, this.parse(result.code)), map: result.map };
    },
  };
}

/**
 * Nothing comes out of its log here: see `livekit-left-out.mjs`. What would be said is made all the same, each time, and is almost 7 kB gzip of words. In place of each
 * call stands its value, and spaces, so that everything else stays where it is.
 * @param {string} code
 * @param {import('rollup').AstNode} program
 */
export function withoutLogs(code, program) {
  /** @type {[start: number, end: number][]} */
  const found = [];
  walk(program, (node) => {
    if (!isLog(node)) return true;
    found.push([node.start, node.end]);
    return false;
  });
  let result = '';
  let at = 0;
  for (const [start, end] of found) {
    result += `${code.slice(at, start)}void 0${code.slice(start + 6, end).replace(/[^\n]/g, ' ')}`;
    at = end;
  }
  return result + code.slice(at);
}

/**
 * `this.log.debug(…)` and its like, whose arguments only say something.
 * @param {any} node
 */
function isLog({ type, callee, arguments: args }) {
  if (type !== 'CallExpression' || callee.type !== 'MemberExpression' || !/^(trace|debug|info|warn|error)$/.test(callee.property.name)) return false;
  const { object } = callee;
  const name = object.type === 'MemberExpression' ? object.property.name : object.name;
  if (!/^(log|logger|iceLog)$/.test(name ?? '')) return false;
  let isPure = true;
  for (const each of args) walk(each, ({ type }) => (isPure &&= !/^(Assignment|Update|Await|Yield)Expression$/.test(type)));
  return isPure;
}

/**
 * @param {any} node
 * @param {(node: any) => boolean} enter whether to go on into what it has
 */
function walk(node, enter) {
  if (!enter(node)) return;
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (typeof each?.type === 'string') walk(each, enter);
  }
}

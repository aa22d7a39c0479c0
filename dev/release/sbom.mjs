// Bills of materials (CycloneDX 1.6): what a package or the bundle is made of. The same input gives the same bytes: no time
// and no serial number is in them. Versions and hashes are the lockfile's, licences what the packages say themselves.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../bootstrap.mjs';
import { readJson } from './read-json.mjs';

const lock = readJson('package-lock.json').packages;

/**
 * Of a package of ours: everything that installing it brings.
 * @param {string} dir from the root: `packages/visio-core`
 */
export function sbomOfPackage(dir) {
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  /** @param {string} path */
  const visit = (path) => {
    if (graph.has(path)) return;
    const wanted = Object.keys(readJson(`${path}/package.json`).dependencies ?? {});
    const found = wanted.map((name) => find(name, path));
    graph.set(path, found);
    found.forEach(visit);
  };
  visit(dir);
  return sbom(componentAt(dir), [...graph.keys()].filter((path) => path !== dir).map(componentAt), graph);
}

/**
 * Of the bundle: the packages whose code is in it, and the files that lie beside it.
 * @param {string} dir of the package that it belongs to
 * @param {Iterable<string>} modules absolute paths
 * @param {ReadonlyMap<string, Uint8Array>} files of `assets/`, by their name
 */
export function sbomOfBundle(dir, modules, files) {
  const parts = new Set([...modules].flatMap((file) => packageOf(file) ?? []));
  parts.delete(dir);
  const assets = [...files].map(([name, content]) => ({
    'bom-ref': `file:${name}`,
    type: 'file',
    name,
    hashes: [{ alg: 'SHA-384', content: createHash('sha384').update(content).digest('hex') }],
    // MediaPipe's code and its model come under one licence.
    licenses: [{ license: { id: readJson('node_modules/@mediapipe/tasks-vision/package.json').license } }],
  }));
  const whole = { ...componentAt(dir), 'bom-ref': `${componentAt(dir)['bom-ref']}#bundle` };
  return sbom(whole, [...[...parts].map(componentAt), ...assets]);
}

/**
 * @typedef {{ 'bom-ref': string, type: string, name: string, [field: string]: unknown }} Component
 * @param {Component} whole
 * @param {Component[]} components
 * @param {ReadonlyMap<string, string[]>} [graph] paths of packages, and of those that they depend on; without it the whole depends on each
 */
function sbom(whole, components, graph) {
  const refs = (/** @type {string[]} */ paths) => paths.map((path) => componentAt(path)['bom-ref']).sort();
  const dependencies = graph
    ? [...graph].map(([path, wanted]) => ({ ref: componentAt(path)['bom-ref'], dependsOn: refs(wanted) }))
    : [{ ref: whole['bom-ref'], dependsOn: components.map((part) => part['bom-ref']).sort() }];
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: whole },
    components: components.sort((a, b) => compare(a['bom-ref'], b['bom-ref'])),
    dependencies: dependencies.sort((a, b) => compare(a.ref, b.ref)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * @param {string} path of a package, from the root
 * @returns {Component}
 */
function componentAt(path) {
  const { name, version, license, description } = readJson(`${path}/package.json`);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const integrity = lock[path]?.integrity?.split(' ')[0];
  const [algorithm, hash] = integrity?.split(/-(.*)/s) ?? [];
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version,
    ...(description && { description }),
    ...(algorithm && { hashes: [{ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }] }),
    licenses: [isExpression(license) ? { expression: license } : { license: { id: license } }],
    purl,
  };
}

/** @param {string} license */
function isExpression(license) {
  return /\s(AND|OR|WITH)\s/.test(license);
}

/**
 * Where a dependency lies: as Node looks for it, upwards. Our own are at their sources.
 * @param {string} name
 * @param {string} from
 */
function find(name, from) {
  for (let at = from; ; at = posix.dirname(at)) {
    const path = posix.join(at, 'node_modules', name);
    if (lock[path]?.link) return lock[path].resolved;
    if (existsSync(join(root, path, 'package.json'))) return path;
    if (at === '.') throw new Error(`${name}, a dependency of ${from}, is not installed.`);
  }
}

/** @param {string} file */
function packageOf(file) {
  const path = posix.normalize(file.replaceAll('\\', '/')).replace(`${root.replaceAll('\\', '/')}`, '');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+|^packages\/[^/]+/.exec(path)?.[0];
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// The pages that are compared. Each is a site of its own, built in the same run by the same bundler.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../dev/bootstrap.mjs';
import { loader as shipped } from '../rollup.config.mjs';

/**
 * @typedef {object} PageSource
 * @property {string} id
 * @property {string} name for people
 * @property {string} source how the bench drives it
 * @property {Record<string, string>} [ready] what is built apart, as a host gets it ready-made; the first is its script
 * @property {Record<string, string>} [alias] imports that mean another package on this page
 * @property {string} [css] a package's style sheet that the page needs
 */

/** @type {PageSource[]} */
export const pages = [
  {
    id: 'visio',
    name: 'visio-element',
    source: 'bench/pages/visio.js',
    // As it is shipped, and the way to LiveKit's `Room`.
    ready: { ...shipped.input, room: 'packages/visio-core/dist/engines/livekit/room.js' },
  },
  {
    id: 'react',
    name: `components-react ${version('@livekit/components-react')}`,
    source: 'bench/pages/components-react.js',
    css: '@livekit/components-styles/dist/general/index.css',
  },
  {
    id: 'react-newest',
    name: `components-react ${version('components-react-newest')}`,
    source: 'bench/pages/components-react.js',
    alias: { '@livekit/components-react': 'components-react-newest' },
    css: '@livekit/components-styles/dist/general/index.css',
  },
  { id: 'raw', name: 'livekit-client alone', source: 'bench/pages/livekit-client.js' },
  { id: 'floor', name: 'plain DOM floor', source: 'bench/pages/floor.js' },
];

/** @param {string} id */
export function nameOf(id) {
  return pages.find((page) => page.id === id)?.name ?? id;
}

/** @param {string} name of an installed package */
export function version(name) {
  return String(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version);
}

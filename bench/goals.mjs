// The goals, each a number that is read off the samples and the most that it may be.
import { figure, ratio, valuesOf } from './samples.mjs';

/**
 * @typedef {import('./samples.mjs').Sample} Sample
 * @typedef {import('./samples.mjs').Figure} Figure
 */

/**
 * @typedef {object} Goal
 * @property {string} number
 * @property {string} text
 * @property {number} limit the most that passes
 * @property {'kB' | 'times' | 'share' | 'ms' | 'elements' | 'kbit/s'} unit
 * @property {(samples: Sample[]) => Figure | undefined} measure undefined: not measured
 * @property {boolean} [atLeast] the limit is the least that passes
 */

/**
 * @typedef {object} Verdict
 * @property {string} number
 * @property {string} text
 * @property {string} limit
 * @property {Figure | undefined} figure
 * @property {string} unit
 * @property {'pass' | 'fail' | 'not measured'} verdict
 */

const ours = 'visio';

/** @type {Goal[]} */
const goals = [
  { number: '1', text: 'gzip to define <visio-meeting>', limit: 10, unit: 'kB', measure: absolute('bytes', 'definition', 'gzip') },
  { number: '2', text: 'gzip until the lobby shows a preview', limit: 37, unit: 'kB', measure: absolute('bytes', 'lobby', 'gzip') },
  { number: '3', text: 'gzip until in the meeting', limit: 188, unit: 'kB', measure: absolute('bytes', 'meeting', 'gzip') },
  ...['loopback', '50 ms', '200 ms'].flatMap((network) => [
    { number: '4', text: `call to connected / raw, ${network}`, limit: 1.1, unit: 'times', measure: against('raw', 'join', `from the lobby, ${network}`, 'connected') },
    { number: '5', text: `call to first remote frame / raw, ${network}`, limit: 1.1, unit: 'times', measure: against('raw', 'join', `from the lobby, ${network}`, 'frame') },
  ]),
  { number: '6', text: 'storm at 1000 / floor', limit: 3, unit: 'times', measure: against('floor', 'interface', '1000 people', 'storm') },
  { number: '6', text: 'storm at 1000 / components-react 2.9.24', limit: 0.1, unit: 'times', measure: against('react', 'interface', '1000 people', 'storm') },
  { number: '6', text: 'storm at 1000: share of updates done', limit: 1, unit: 'share', atLeast: true, measure: absolute('interface', '1000 people', 'stormDone') },
  { number: '7', text: 'storm at 1000 / at 25', limit: 2, unit: 'times', measure: growth('interface', '1000 people', '25 people', 'storm') },
  { number: '8', text: 'one joins at 1000 / floor', limit: 3, unit: 'times', measure: against('floor', 'interface', '1000 people', 'join') },
  { number: '9', text: 'fill of 1000 / floor', limit: 2, unit: 'times', measure: against('floor', 'interface', '1000 people', 'fill') },
  ...[
    { how: 'live', nodes: 'nodes', listeners: 'listeners' },
    { how: 'as the browser counts', nodes: 'nodesCounted', listeners: 'listenersCounted' },
  ].flatMap(({ how, nodes, listeners }) => [
    { number: '10', text: `25 tiles: DOM nodes / components-react 2.9.24, ${how}`, limit: 0.25, unit: /** @type {const} */ ('times'), measure: against('react', 'interface', '1000 people', nodes) },
    { number: '10', text: `25 tiles: listeners / components-react 2.9.24, ${how}`, limit: 0.2, unit: /** @type {const} */ ('times'), measure: against('react', 'interface', '1000 people', listeners) },
  ]),
  { number: '11', text: 'chat at 5000 / windowed floor', limit: 2, unit: 'times', measure: against('floor', 'chat', 'message 5000', 'append') },
  { number: '11', text: 'chat: message 5000 / message 100', limit: 1.3, unit: 'times', measure: growth('chat', 'message 5000', 'message 100', 'append') },
  { number: '11', text: 'chat at 5000: elements', limit: 1000, unit: 'elements', measure: absolute('chat', 'message 5000', 'elements') },
  { number: '12', text: 'idle CPU, 25 tiles / components-react 2.9.24', limit: 0.35, unit: 'times', measure: against('react', 'idle', 'seen', 'cpu') },
  { number: '13', text: 'video received, 24 videos / raw <video> elements', limit: 1.1, unit: 'times', measure: against('floor', 'media', '24 videos', 'video') },
  { number: '13', text: 'CPU of the browser, 24 videos / raw <video> elements', limit: 1.25, unit: 'times', measure: against('floor', 'media', '24 videos', 'cpuPerTile') },
  { number: '13', text: 'video received in a hidden tab', limit: 1, unit: 'kbit/s', measure: absolute('media', '24 videos, hidden', 'video') },
  { number: '13', text: 'sound received in a hidden tab / seen', limit: 0.5, unit: 'times', atLeast: true, measure: growth('media', '24 videos, hidden', '24 videos', 'audio') },
  { number: '14', text: 'wake-ups in a hidden tab, 25 tiles / livekit-client alone', limit: 1.1, unit: 'times', measure: against('raw', 'idle', 'hidden', 'wakeUps') },
  ...['nodes', 'listeners', 'heap'].map((value) => (
    { number: '15', text: `${value} after 4 hours / after 10 minutes`, limit: 1.1, unit: /** @type {const} */ ('times'), measure: growth('long', '4 hours', '10 minutes', value) }
  )),
  { number: '15', text: 'heap after 10 minutes of the next call / of the first', limit: 1.1, unit: 'times', measure: growth('long', '10 minutes of the next call', '10 minutes', 'heap') },
];

/**
 * @param {Sample[]} samples
 * @returns {Verdict[]}
 */
export function judge(samples) {
  return goals.map(({ number, text, limit, unit, measure, atLeast }) => {
    const found = measure(samples);
    const passes = found && (atLeast ? found.median >= limit : found.median <= limit);
    return {
      number,
      text,
      limit: `${atLeast ? 'at least' : 'at most'} ${limit}`,
      figure: found,
      unit,
      verdict: found ? (passes ? 'pass' : 'fail') : 'not measured',
    };
  });
}

/** @param {string} suite @param {string} name @param {string} value */
function absolute(suite, name, value) {
  return (/** @type {Sample[]} */ samples) =>
    figure(valuesOf(samples, { suite, case: name, page: ours, value }).map((sample) => sample.value));
}

/** @param {string} page @param {string} suite @param {string} name @param {string} value */
function against(page, suite, name, value) {
  return (/** @type {Sample[]} */ samples) =>
    ratio(valuesOf(samples, { suite, case: name, page: ours, value }), valuesOf(samples, { suite, case: name, page, value }));
}

/** @param {string} suite @param {string} name @param {string} before @param {string} value */
function growth(suite, name, before, value) {
  return (/** @type {Sample[]} */ samples) =>
    ratio(valuesOf(samples, { suite, case: name, page: ours, value }), valuesOf(samples, { suite, case: before, page: ours, value }));
}

// The figures as one static page: no script, nothing fetched, so that it opens from a disk and under any policy.
import { barPlot, legend, linePlot } from './plots.mjs';
import { short } from '../table.mjs';
import { text } from './text.mjs';

/**
 * @typedef {import('../samples.mjs').Figure} Figure
 * @typedef {Record<string, Record<string, Figure>>} Pages figures by page and value
 *
 * @typedef {object} Result
 * @property {{ when: string, machine: string, run: string, versions: Record<string, string>, pages: Record<string, string>, notes: string[] }} about
 * @property {import('../goals.mjs').Verdict[]} verdicts
 * @property {Record<string, Record<string, Pages>>} figures by suite and case
 */

const INTERFACE = {
  fill: 'All enter at once',
  storm: 'Active speakers change, per update',
  join: 'One joins',
  leave: 'One leaves',
  mute: 'One mutes',
  flip: 'One page on',
  layout: 'One is made large, or let go',
  panel: 'The list of everyone opens, or closes',
};

const HOLDINGS = { nodes: 'DOM nodes', elements: 'elements', listeners: 'listeners', heap: 'heap, MB' };

/**
 * @param {Result} result
 * @returns {string}
 */
export function writePage({ about, verdicts, figures }) {
  const { bytes = {}, join = {}, interface: people = {}, idle = {} } = figures;
  const names = about.pages;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visio SDK: how fast it is</title>
<style>${style}</style>
<main>
<h1>How fast it is</h1>
<p>Our element beside LiveKit’s React components, livekit-client alone, and a plain DOM floor that shows the same people
with the same marks. All in one run (${text(about.run)}) on ${text(about.machine)}, ${text(about.when)} UTC. Points are medians; lines
from the lower to the upper quartile.</p>
${about.notes.map((note) => `<p class="note">${text(note)}</p>`).join('\n')}
${legend(names)}
<h2>Goals</h2>
${goalTable(verdicts)}
${section('Bytes', 'Script and style, gzip, in kB, until…', Object.entries(bytes).map(([name, pages]) => barPlot(MOMENTS[name] ?? name, pages, 'gzip', names)))}
${section('Joining', 'Milliseconds from the call, with someone there already.', Object.entries(join).flatMap(([name, pages]) => [barPlot(`connected, ${name}`, pages, 'connected', names), barPlot(`first remote frame, ${name}`, pages, 'frame', names)]))}
${section('The interface', 'CPU milliseconds of the page’s main thread, by people in the room. Both scales are logarithmic.', Object.entries(INTERFACE).map(([value, title]) => linePlot(title, people, value, names)))}
${section('What a page of 25 tiles holds', 'After a collection of garbage, at the largest room.', holdings(people, names))}
${section('Sitting in', '25 tiles, nobody moves; each second.', Object.entries(idle).flatMap(([name, pages]) => [barPlot(`main thread, ms, ${name}`, pages, 'cpu', names), barPlot(`main thread wake-ups, ${name}`, pages, 'wakeUps', names)]))}
</main>
</html>
`;
}

/** @type {Record<string, string>} */
const MOMENTS = {
  definition: 'the element is defined',
  lobby: 'the lobby shows the camera’s picture',
  meeting: 'the call shows another’s picture',
};

/** @param {import('../goals.mjs').Verdict[]} verdicts */
function goalTable(verdicts) {
  const rows = verdicts.map(
    ({ number, text: goal, figure, unit, limit, verdict }) => `<tr>
<td>${number}<td>${text(goal)}<td>${figure ? `${short(figure.median)}${unit === 'share' ? '' : ` ${unit}`}` : ''}
<td>${figure && figure.count > 1 ? `${short(figure.low)} to ${short(figure.high)}` : ''}<td>${text(limit)}<td class="${verdict.replace(' ', '-')}">${verdict}`,
  );
  return `<div class="wide"><table><tr><th><th>goal<th>measured<th>quartiles<th>limit<th>${rows.join('')}</table></div>`;
}

/**
 * @param {Record<string, Pages>} people
 * @param {Record<string, string>} names
 */
function holdings(people, names) {
  const largest = Object.keys(people).at(-1);
  if (!largest) return [];
  return Object.entries(HOLDINGS).map(([value, title]) => barPlot(title, people[largest], value, names));
}

/**
 * @param {string} title
 * @param {string} about
 * @param {string[]} plots
 */
function section(title, about, plots) {
  const drawn = plots.filter(Boolean);
  return drawn.length === 0 ? '' : `<h2>${title}</h2><p>${about}</p><div class="plots">${drawn.join('\n')}</div>`;
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --quiet: light-dark(#5c6370, #a2a9b5); --line: light-dark(#d9dce2, #3a3f48);
  --visio: light-dark(#1f5fe0, #7aa5ff); --react: light-dark(#c23b4e, #f27f8e); --react-newest: light-dark(#b0661a, #e9a765);
  --raw: light-dark(#6a7280, #a2a9b5); --floor: light-dark(#1c8259, #5fc79b); }
body { margin: 0; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 4px; font-size: 20px; }
p { max-width: 68ch; margin: 4px 0 12px; }
.note { color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; list-style: none; }
.legend svg { vertical-align: -1px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: start; white-space: nowrap; }
th { font-weight: 600; color: var(--quiet); }
.pass { color: var(--floor); font-weight: 600; } .fail { color: var(--react); font-weight: 600; } .not-measured { color: var(--quiet); }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 24px; }
figure { margin: 0; } figcaption { margin-bottom: 4px; font-weight: 600; font-size: 14px; }
figure svg { inline-size: 100%; block-size: auto; overflow: visible; }
svg text { font-size: 12px; fill: currentColor; } svg .quiet { fill: var(--quiet); } svg .axis { stroke: var(--line); }
`;

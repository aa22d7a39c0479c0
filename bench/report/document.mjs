// `npm run bench:doc`: writes the newest results (or those of a file that is named) into docs/performance.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../dev/bootstrap.mjs';
import { short } from '../table.mjs';

const BEGIN = '<!-- figures: written by `npm run bench:doc` -->';
const END = '<!-- end of figures -->';

const results = join(root, 'bench/results');
const newest = readdirSync(results).filter((name) => name.endsWith('.json')).sort().at(-1);
const from = process.argv[2] ?? join(results, newest ?? '');
/** @type {import('./page.mjs').Result} */
const { about, verdicts, figures } = JSON.parse(readFileSync(from, 'utf8'));

const path = join(root, 'docs/performance.md');
const [before, rest = ''] = readFileSync(path, 'utf8').split(BEGIN);
const after = rest.slice(rest.indexOf(END));
if (!after) throw new Error(`docs/performance.md has no place for figures: ${BEGIN}, ${END}`);
writeFileSync(path, `${before}${BEGIN}\n\n${[aboutRun(), goals(), ...Object.entries(figures).flatMap(suite)].join('\n\n')}\n\n${after}`);
console.log(`${from} is in docs/performance.md`);

function aboutRun() {
  const versions = Object.entries(about.versions).map(([name, version]) => `${name} ${version}`);
  return [`Measured ${about.when.replace('T', ' ')} UTC on ${about.machine}; ${about.run}; ${versions.join(', ')}.`, ...about.notes].join('\n\n');
}

function goals() {
  return table(
    ['', 'goal', 'measured', 'quartiles', 'limit', ''],
    verdicts.map(({ number, text, figure, unit, limit, verdict }) => [
      number,
      text.replace('<visio-meeting>', '`<visio-meeting>`'),
      figure ? `${short(figure.median)} ${unit === 'share' ? '' : unit}`.trim() : '',
      figure && figure.count > 1 ? `${short(figure.low)} to ${short(figure.high)}` : '',
      limit,
      verdict === 'fail' ? '**fail**' : verdict,
    ]),
  );
}

/**
 * Every figure of a suite: a row for each value, a column for each page.
 * @param {[string, import('./page.mjs').Result['figures'][string]]} entry
 */
function suite([name, cases]) {
  return Object.entries(cases).map(([title, pages]) => {
    const ids = Object.keys(pages);
    const values = [...new Set(ids.flatMap((id) => Object.keys(pages[id] ?? {})))];
    const rows = values.map((value) => [value, ...ids.map((id) => spread(pages[id]?.[value]))]);
    return `**${name}: ${title}**\n\n${table(['', ...ids.map((id) => about.pages[id] ?? id)], rows)}`;
  });
}

/** @param {import('../samples.mjs').Figure | undefined} figure */
function spread(figure) {
  if (!figure) return '–';
  return figure.count > 1 ? `${short(figure.median)} (${short(figure.low)} to ${short(figure.high)})` : short(figure.median);
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

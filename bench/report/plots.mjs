// Plots as SVG. A page has the same colour in all of them.
import { short } from '../table.mjs';
import { text } from './text.mjs';

/**
 * @typedef {import('../samples.mjs').Figure} Figure
 * @typedef {import('./text.mjs').Pages} Pages
 */

const WIDTH = 340;

/** @param {string} page */
const colour = (page) => `var(--${page})`;

/** @param {Record<string, string>} names */
export function legend(names) {
  const items = Object.entries(names).map(
    ([page, name]) => `<li><svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill="${colour(page)}"/></svg> ${text(name)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

/**
 * One bar a page, from nought.
 * @param {string} title
 * @param {Pages} pages
 * @param {string} value
 * @param {Record<string, string>} names
 */
export function barPlot(title, pages, value, names) {
  const bars = Object.keys(names).flatMap((page) => (pages[page]?.[value] ? [{ page, figure: pages[page][value] }] : []));
  if (bars.length === 0) return '';
  const most = Math.max(...bars.map(({ figure }) => figure.high));
  const left = 4;
  const x = (/** @type {number} */ number) => left + (number / most) * (WIDTH - left - 60);
  const row = 34;
  const drawn = bars.map(({ page, figure }, i) => {
    const top = i * row;
    const middle = top + 23;
    const spread = figure.high > figure.low ? `<line x1="${r(x(figure.low))}" x2="${r(x(figure.high))}" y1="${middle}" y2="${middle}" stroke="currentColor" stroke-width="2"/>` : '';
    return `<text class="quiet" x="${left}" y="${top + 13}">${text(names[page])}</text>
<rect x="${left}" y="${top + 17}" width="${r(x(figure.median) - left)}" height="12" rx="2" fill="${colour(page)}"/>${spread}
<text x="${r(x(Math.max(figure.median, figure.high)) + 6)}" y="${top + 27}">${short(figure.median)}</text>`;
  });
  return figureOf(title, bars.length * row, drawn.join('\n'));
}

/**
 * One line a page, over the sizes of the room; both scales logarithmic.
 * @param {string} title
 * @param {Record<string, Pages>} cases `100 people` and so on
 * @param {string} value
 * @param {Record<string, string>} names
 */
export function linePlot(title, cases, value, names) {
  const sizes = Object.keys(cases).map((name) => Number.parseInt(name));
  /** @param {string} page */
  const pointsOf = (page) =>
    Object.entries(cases).flatMap(([name, pages]) => {
      const figure = pages[page]?.[value];
      return figure ? [{ size: Number.parseInt(name), figure }] : [];
    });
  const lines = Object.keys(names).map((page) => ({ page, points: pointsOf(page) })).filter(({ points }) => points.length > 0);
  if (lines.length === 0) return '';

  const all = lines.flatMap(({ points }) => points.flatMap(({ figure }) => [figure.low, figure.high])).filter((number) => number > 0);
  const [least, most] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const box = { left: 44, right: WIDTH - 12, top: 8, bottom: 180 };
  const y = (/** @type {number} */ number) => box.bottom - ((Math.log10(number) - least) / (most - least || 1)) * (box.bottom - box.top);
  const [first, last] = [Math.log(Math.min(...sizes)), Math.log(Math.max(...sizes))];
  const x = (/** @type {number} */ size) => box.left + 12 + ((Math.log(size) - first) / (last - first || 1)) * (box.right - box.left - 24);

  const grid = Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i)).map(
    (number) =>
      `<line class="axis" x1="${box.left}" x2="${box.right}" y1="${r(y(number))}" y2="${r(y(number))}"/><text class="quiet" x="${box.left - 6}" y="${r(y(number) + 4)}" text-anchor="end">${number}</text>`,
  );
  const ticks = sizes.map((size) => `<text class="quiet" x="${r(x(size))}" y="${box.bottom + 16}" text-anchor="middle">${size}</text>`);
  const drawn = lines.map(({ page, points }) => {
    const path = points.map(({ size, figure }, i) => `${i ? 'L' : 'M'}${r(x(size))} ${r(y(figure.median))}`).join('');
    const marks = points.map(
      ({ size, figure }) =>
        `<line x1="${r(x(size))}" x2="${r(x(size))}" y1="${r(y(figure.low))}" y2="${r(y(figure.high))}" stroke="${colour(page)}" stroke-width="2"/><circle cx="${r(x(size))}" cy="${r(y(figure.median))}" r="4" fill="${colour(page)}"><title>${text(names[page])}, ${size} people: ${short(figure.median)} (${short(figure.low)} to ${short(figure.high)})</title></circle>`,
    );
    return `<path d="${path}" fill="none" stroke="${colour(page)}" stroke-width="2"/>${marks.join('')}`;
  });
  return figureOf(title, box.bottom + 24, [...grid, ...ticks, ...drawn].join('\n'));
}

/**
 * @param {string} title
 * @param {number} height
 * @param {string} content
 */
function figureOf(title, height, content) {
  return `<figure><figcaption>${text(title)}</figcaption><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${text(title)}">${content}</svg></figure>`;
}

/** @param {number} number */
const r = (number) => Number(number.toFixed(1));

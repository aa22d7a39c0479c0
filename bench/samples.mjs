// What is measured, and what is made of it: every suite yields samples of the same form.

/**
 * @typedef {object} Sample
 * @property {string} suite
 * @property {string} case `1000 people`, `50 ms`, …
 * @property {string} page
 * @property {number} round pages of one round ran one after the other, or at once: they compare
 * @property {Record<string, number | undefined>} values undefined: could not be measured here
 */

/** @typedef {{ median: number, low: number, high: number, count: number }} Figure low and high are quartiles */

/**
 * @param {number[]} numbers
 * @returns {Figure | undefined}
 */
export function figure(numbers) {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    return below + (sorted[Math.ceil(place)] - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), count: sorted.length };
}

/**
 * @param {Sample[]} samples
 * @param {{ suite: string, case: string, page: string, value: string }} what
 * @returns {{ round: number, value: number }[]}
 */
export function valuesOf(samples, what) {
  return samples
    .filter((sample) => sample.suite === what.suite && sample.case === what.case && sample.page === what.page)
    .map((sample) => ({ round: sample.round, value: sample.values[what.value] ?? NaN }))
    .filter(({ value }) => Number.isFinite(value));
}

/**
 * How many times another's figure one is: the ratio of the medians. Its spread is that of the ratios within rounds.
 * @param {{ round: number, value: number }[]} ones
 * @param {{ round: number, value: number }[]} others
 * @returns {Figure | undefined}
 */
export function ratio(ones, others) {
  const one = figure(ones.map(({ value }) => value));
  const other = figure(others.map(({ value }) => value));
  if (!one || !other) return undefined;
  const pairs = ones.flatMap(({ round, value }) => {
    const partner = others.find((sample) => sample.round === round);
    return partner ? [value / partner.value] : [];
  });
  const spread = figure(pairs);
  const median = one.median / other.median;
  return { median, low: spread?.low ?? median, high: spread?.high ?? median, count: pairs.length };
}

/**
 * The medians and quartiles of everything, small enough to be kept.
 * @param {Sample[]} samples
 * @param {string[]} order of the pages
 */
export function summarize(samples, order) {
  /** @type {Record<string, Record<string, Record<string, Record<string, Figure>>>>} */
  const summary = {};
  const sorted = samples.toSorted((a, b) => order.indexOf(a.page) - order.indexOf(b.page));
  for (const { suite, case: name, page, values } of sorted) {
    for (const value of Object.keys(values)) {
      const found = figure(valuesOf(samples, { suite, case: name, page, value }).map((sample) => sample.value));
      if (found) (((summary[suite] ??= {})[name] ??= {})[page] ??= {})[value] = rounded(found);
    }
  }
  return summary;
}

/** @param {Figure} figure */
function rounded({ median, low, high, count }) {
  const round = (/** @type {number} */ number) => Number(number.toPrecision(4));
  return { median: round(median), low: round(low), high: round(high), count };
}

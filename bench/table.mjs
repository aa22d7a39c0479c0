// The figures and the goals, as tables for a terminal.

/** @typedef {import('./samples.mjs').Figure} Figure */

/** @param {{ figures: ReturnType<typeof import('./samples.mjs').summarize>, about: { pages: Record<string, string> } }} result */
export function printFigures({ figures, about }) {
  for (const [suite, cases] of Object.entries(figures)) {
    for (const [name, pages] of Object.entries(cases)) {
      const values = Object.keys(Object.values(pages)[0] ?? {});
      print(`${suite}: ${name}`, [
        ['', ...values],
        ...Object.entries(pages).map(([page, found]) => [about.pages[page] ?? page, ...values.map((value) => spread(found[value]))]),
      ]);
    }
  }
}

/** @param {{ verdicts: import('./goals.mjs').Verdict[], about: { machine: string, run: string, notes: string[] } }} result */
export function printVerdicts({ verdicts, about }) {
  print(`goals (${about.machine}; ${about.run}; medians, quartiles in brackets)`, [
    ['', 'goal', 'measured', '', 'limit', ''],
    ...verdicts.map(({ number, text, figure, unit, limit, verdict }) => [
      number,
      text,
      figure ? `${short(figure.median)} ${unit === 'share' ? '' : unit}`.trim() : '',
      figure && figure.count > 1 ? `[${short(figure.low)} to ${short(figure.high)}]` : '',
      limit,
      verdict,
    ]),
  ]);
  for (const note of about.notes) console.log(note);
}

/** @param {Figure | undefined} figure */
function spread(figure) {
  if (!figure) return '–';
  return figure.count > 1 ? `${short(figure.median)} [${short(figure.low)} to ${short(figure.high)}]` : short(figure.median);
}

/** @param {number} number */
export function short(number) {
  return Math.abs(number) >= 100 ? number.toFixed(0) : Math.abs(number) >= 10 ? number.toFixed(1) : number.toFixed(2);
}

/**
 * @param {string} title
 * @param {string[][]} rows
 */
function print(title, rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

// What one can ask of the bench.
import { parseArgs } from 'node:util';

const HELP = `npm run bench -- [options]
  --quick               fewer rounds and shorter storms, joins on loopback only: to see that it works
  --only bytes,join     of bytes, join, interface, chat, media, idle, long
  --people 25,1000      sizes of the room for the interface (default 25,100,300,1000)
  --rounds 5            of the interface, of the chat and of idle
  --pairs 15            joins of each page on each network
  --save                writes bench/summary.json and bench/index.html, which are kept with the source`;

/**
 * @typedef {object} Options
 * @property {boolean} quick
 * @property {boolean} save
 * @property {string[] | undefined} only
 * @property {number[]} people
 * @property {number} rounds
 * @property {number} pairs
 */

/** @returns {Options} */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      people: { type: 'string' },
      rounds: { type: 'string' },
      pairs: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const { quick, save } = values;
  return {
    quick,
    save,
    only: values.only?.split(','),
    people: values.people?.split(',').map(Number) ?? (quick ? [25, 1000] : [25, 100, 300, 1000]),
    rounds: Number(values.rounds ?? (quick ? 1 : 5)),
    pairs: Number(values.pairs ?? (quick ? 3 : 15)),
  };
}

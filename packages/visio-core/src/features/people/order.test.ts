import { describe, expect, it, vi } from 'vitest';
import { createRandom, pick, type Random } from '../../engines/simulated/random.js';
import { drawNames } from '../../engines/simulated/people.js';
import { fold } from '../../i18n/fold.js';
import { PeopleOrder } from './order.js';

const all = () => true;

function order(language: string, names: readonly string[]): PeopleOrder {
  const made = new PeopleOrder(language, '');
  for (const name of names) made.set(name, name);
  return made;
}

describe('PeopleOrder', () => {
  it('follows the alphabet of the reader', () => {
    const names = ['Zoé', 'ada', 'Émile', 'Eve', 'Guest 10', 'Guest 9', 'Åse'];
    expect(order('fr', names).others(all)).toEqual(['ada', 'Åse', 'Émile', 'Eve', 'Guest 9', 'Guest 10', 'Zoé']);
    // In Swedish å comes after z.
    expect(order('sv', names).others(all).at(-1)).toBe('Åse');
  });

  it('has oneself, then who spoke lately, then the others', () => {
    const people = order('en', ['Cleo', 'Ada', 'Bob', 'Dan']);
    people.setSelf('Dan');
    expect(people.setSpeaks('Cleo', true)).toBe(true);
    expect(people.setSpeaks('Cleo', true)).toBe(false);
    expect(people.setSpeaks('nobody', true)).toBe(false);
    expect(people.others(all)).toEqual(['Dan', 'Cleo', 'Ada', 'Bob']);
    people.setSpeaks('Dan', true);
    expect(people.others(all)).toEqual(['Dan', 'Cleo', 'Ada', 'Bob']);
  });

  it('has raised hands apart, as they were raised, also of those who come later', () => {
    const people = order('en', ['Cleo', 'Ada', 'Bob']);
    people.setSelf('Ada');
    people.setHands(['Eve', 'Cleo', 'Ada']);
    expect([people.hands(all), people.others(all)]).toEqual([['Cleo', 'Ada'], ['Bob']]);
    people.set('Eve', 'Eve');
    expect(people.hands(all)).toEqual(['Eve', 'Cleo', 'Ada']);
    people.setHands(['Ada']);
    expect([people.hands(all), people.others(all)]).toEqual([['Ada'], ['Bob', 'Cleo', 'Eve']]);
    people.delete('Ada');
    expect([people.hands(all), people.others(all)]).toEqual([[], ['Bob', 'Cleo', 'Eve']]);
  });

  it('keeps namesakes in one order, and counts them', () => {
    const people = new PeopleOrder('en', 'Guest');
    for (const id of ['c', 'a', 'b']) people.set(id, 'Élise');
    expect(people.others(all)).toEqual(['a', 'b', 'c']);
    people.delete('a');
    people.delete('b');
    expect(people.hasName('elise')).toBe(true);
    people.set('c', 'Bob');
    expect(people.hasName('elise')).toBe(false);
    expect(people.set('c', 'Bob')).toBe(false);
    people.set('d', '  ');
    expect(people.hasName('guest')).toBe(true);
    expect(people.others(all)).toEqual(['c', 'd']);
    people.clear();
    expect([people.others(all), people.hasName('guest'), people.has('c'), people.clear()]).toEqual([[], false, false, false]);
  });

  it.each([1, 2, 3, 4, 5])('is the same as sorted anew, whatever happens (seed %i)', (seed) => {
    const random = createRandom(seed);
    const people = new PeopleOrder('fr', 'Invité');
    const model = new Model();
    for (let step = 0; step < 1_500; step++) {
      move(random, people, model);
      if (step % 10 > 0) continue;
      const query = pick(random, ['', '', 'a', 'le', 'zzz']);
      const matches = (folded: string) => folded.includes(query);
      expect([people.hands(matches), people.others(matches)], `step ${step}`).toEqual(model.sorted(matches));
      const { name } = pick(random, [...model.people.values(), { name: 'Nobody' }]);
      expect(people.hasName(name)).toBe([...model.people.values()].some((other) => fold(other.name) === fold(name)));
    }
  });

  it('costs a search for each change among 1,000, and no sorting', () => {
    const names = drawNames(createRandom(7), 1_000);
    const people = order('fr', names);
    const { compare } = new Intl.Collator('fr', { numeric: true });
    let compared = 0;
    const counting = vi.spyOn(Intl.Collator.prototype, 'compare', 'get').mockReturnValue((a: string, b: string) => {
      compared++;
      return compare(a, b);
    });
    const costOf = (change: () => void) => {
      compared = 0;
      change();
      return compared;
    };
    expect(costOf(() => people.set('new', 'Milo Martin'))).toBeLessThan(12);
    expect(costOf(() => people.delete(names[500]!))).toBeLessThan(12);
    expect(costOf(() => people.setSpeaks(names[400]!, true))).toBeLessThan(24);
    expect(costOf(() => people.setHands([names[300]!]))).toBeLessThan(12);
    expect(costOf(() => people.others(all))).toBe(0);
    counting.mockRestore();
  });
});

/** What the order should be, sorted from scratch. */
class Model {
  readonly people = new Map<string, { readonly id: string; name: string; speaks: boolean }>();
  self: string | null = null;
  queue: readonly string[] = [];

  sorted(matches: (folded: string) => boolean): [string[], string[]] {
    const { compare } = new Intl.Collator('fr', { numeric: true });
    const found = [...this.people.values()].filter(({ name }) => matches(fold(name)));
    const hands = this.queue.filter((id) => found.some((person) => person.id === id));
    const others = found.filter(({ id }) => !hands.includes(id));
    const rank = ({ id, speaks }: { id: string; speaks: boolean }) => (id === this.self ? 0 : speaks ? 1 : 2);
    others.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    return [hands, others.map(({ id }) => id)];
  }
}

const NAMES = drawNames(createRandom(99), 40);

function move(random: Random, people: PeopleOrder, model: Model): void {
  const id = `p${Math.floor(random() * 60)}`;
  const known = model.people.get(id);
  const what = random();
  if (what < 0.4) {
    const name = pick(random, [...NAMES, '']);
    people.set(id, name);
    model.people.set(id, { id, speaks: false, ...known, name: name || 'Invité' });
  } else if (what < 0.55) {
    people.delete(id);
    model.people.delete(id);
  } else if (what < 0.75) {
    const speaks = random() < 0.5;
    people.setSpeaks(id, speaks);
    if (known) known.speaks = speaks;
  } else if (what < 0.8) {
    model.self = random() < 0.2 ? null : id;
    people.setSelf(model.self);
  } else if (what < 0.998) {
    // Raised, lowered, or raised again: also by those who are not there.
    const without = model.queue.filter((other) => other !== id);
    model.queue = random() < 0.5 ? [...without, id] : random() < 0.2 ? [id, ...without] : without;
    people.setHands(model.queue);
  } else {
    people.clear();
    model.people.clear();
  }
}

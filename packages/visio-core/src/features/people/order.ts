import { fold } from '../../i18n/fold.js';

/** Longer names than this, in characters, are the same name to the order and to the search. */
const NAME_LENGTH = 200;

interface Entry {
  readonly id: string;
  /** What they sort by. */
  readonly name: string;
  /** What a search looks in. */
  readonly folded: string;
  /** Whether they spoke lately. */
  readonly speaks: boolean;
}

/**
 * Everyone in order: oneself, raised hands as they were raised, those who spoke lately, the others; the last two by
 * name. A change costs a search and a move in an array, however many there are; nothing is ever sorted anew.
 */
export class PeopleOrder {
  readonly #all = new Map<string, Entry>();
  /** Everyone but oneself and those with a hand up. */
  readonly #sorted: Entry[] = [];
  /** How many there are of each folded name. */
  readonly #names = new Map<string, number>();
  #self: string | null = null;
  #hands = new Set<string>();
  readonly #collator: Intl.Collator;
  readonly #nameless: string;

  /** @param nameless what those are called who gave no name. */
  constructor(language: string, nameless: string) {
    this.#collator = new Intl.Collator(language, { numeric: true });
    this.#nameless = nameless;
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  /** Whether someone has this name, accents and capitals aside. */
  hasName(name: string): boolean {
    return this.#names.has(fold(name.trim()));
  }

  /** Each of these tells whether anything changed. */
  set(id: string, givenName: string): boolean {
    const name = (givenName.trim() || this.#nameless).slice(0, NAME_LENGTH);
    const before = this.#all.get(id);
    if (before?.name === name) return false;
    this.#remove(before);
    this.#insert({ id, name, folded: fold(name), speaks: before?.speaks ?? false });
    return true;
  }

  delete(id: string): boolean {
    const before = this.#all.get(id);
    this.#remove(before);
    return before !== undefined;
  }

  setSpeaks(id: string, speaks: boolean): boolean {
    const before = this.#all.get(id);
    if (!before || before.speaks === speaks) return false;
    this.#remove(before);
    this.#insert({ ...before, speaks });
    return true;
  }

  setSelf(id: string | null): boolean {
    if (this.#self === id) return false;
    this.#apart(() => (this.#self = id), [this.#self, id]);
    return true;
  }

  /** Takes who has a hand up, in the order of raising. They need not be there yet. */
  setHands(queue: readonly string[]): boolean {
    const next = new Set(queue);
    const moved = [...queue.filter((id) => !this.#hands.has(id)), ...[...this.#hands].filter((id) => !next.has(id))];
    this.#apart(() => (this.#hands = next), moved);
    return true;
  }

  clear(): boolean {
    if (this.#all.size === 0) return false;
    this.#all.clear();
    this.#names.clear();
    this.#sorted.length = 0;
    return true;
  }

  /** Those with a hand up of whom `matches` approves, in the order of raising. */
  hands(matches: (folded: string) => boolean): string[] {
    return [...this.#hands].filter((id) => this.#matches(id, matches));
  }

  /** The others: oneself, those who spoke lately, everyone. */
  others(matches: (folded: string) => boolean): string[] {
    const self = this.#self;
    const ids = this.#sorted.filter(({ folded }) => matches(folded)).map(({ id }) => id);
    if (self !== null && !this.#hands.has(self) && this.#matches(self, matches)) ids.unshift(self);
    return ids;
  }

  #matches(id: string, matches: (folded: string) => boolean): boolean {
    const entry = this.#all.get(id);
    return entry !== undefined && matches(entry.folded);
  }

  /** Changes who stands apart from the names. */
  #apart(change: () => void, ids: readonly (string | null)[]): void {
    const entries = ids.map((id) => (id === null ? undefined : this.#all.get(id)));
    for (const entry of entries) this.#remove(entry);
    change();
    for (const entry of entries) if (entry) this.#insert(entry);
  }

  #isSorted(id: string): boolean {
    return id !== this.#self && !this.#hands.has(id);
  }

  #insert(entry: Entry): void {
    this.#all.set(entry.id, entry);
    this.#names.set(entry.folded, (this.#names.get(entry.folded) ?? 0) + 1);
    if (this.#isSorted(entry.id)) this.#sorted.splice(this.#placeOf(entry), 0, entry);
  }

  #remove(entry: Entry | undefined): void {
    if (!entry) return;
    if (this.#isSorted(entry.id)) this.#sorted.splice(this.#placeOf(entry), 1);
    this.#all.delete(entry.id);
    const left = this.#names.get(entry.folded)! - 1;
    if (left > 0) this.#names.set(entry.folded, left);
    else this.#names.delete(entry.folded);
  }

  /** Where someone is, or belongs. */
  #placeOf(entry: Entry): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#sorted[middle]!, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(a: Entry, b: Entry): number {
    if (a.speaks !== b.speaks) return a.speaks ? -1 : 1;
    // Namesakes always stand in the same order.
    return this.#collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
  }
}

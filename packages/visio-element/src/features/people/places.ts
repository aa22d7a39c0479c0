/** Rows that belong together, under a heading. */
export interface Section {
  readonly name: string;
  /** A key for each row; no two rows of a list have the same. */
  readonly keys: readonly string[];
}

/**
 * Where everything is in a list of sections, from arithmetic: all headings have one height, and all rows. So the page
 * need not be asked, and only what is in sight need exist.
 */
export class Places<S extends Section = Section> {
  readonly sections: readonly S[];
  /** How many rows there are. */
  readonly count: number;
  readonly #head: number;
  readonly #row: number;

  /** Heights in pixels. */
  constructor(sections: readonly S[], head: number, row: number) {
    this.sections = sections;
    this.count = sections.reduce((sum, { keys }) => sum + keys.length, 0);
    this.#head = head;
    this.#row = row;
  }

  /** The rows of a section between two heights, as indices in it: the first, and one past the last. */
  range(section: Section, top: number, bottom: number): readonly [first: number, last: number] {
    const start = this.#startOf(section);
    const within = (index: number) => Math.max(0, Math.min(section.keys.length, index));
    return [within(Math.floor((top - start) / this.#row)), within(Math.ceil((bottom - start) / this.#row))];
  }

  /** The row at a place in the whole list. */
  keyAt(index: number): string | undefined {
    for (const { keys } of this.sections) {
      if (index < keys.length) return keys[index];
      index -= keys.length;
    }
    return undefined;
  }

  /** A row's place in the whole list, or -1. */
  indexOf(key: string): number {
    let before = 0;
    for (const { keys } of this.sections) {
      const index = keys.indexOf(key);
      if (index >= 0) return before + index;
      before += keys.length;
    }
    return -1;
  }

  /** How far a row is from the top, in pixels; `null` when there is no such row. */
  topOf(key: string): number | null {
    for (const section of this.sections) {
      const index = section.keys.indexOf(key);
      if (index >= 0) return this.#startOf(section) + index * this.#row;
    }
    return null;
  }

  /** Where the rows of a section begin. */
  #startOf(section: Section): number {
    let top = 0;
    for (const each of this.sections) {
      top += this.#head;
      if (each === section) break;
      top += each.keys.length * this.#row;
    }
    return top;
  }
}

/**
 * How far a list has moved under its reader: as far as most of what they see. Someone who moves up alone takes nobody
 * along.
 */
export function shiftOf(seen: readonly string[], before: Places, after: Places): number {
  const shifts: number[] = [];
  for (const key of seen) {
    const [from, to] = [before.topOf(key), after.topOf(key)];
    if (from !== null && to !== null) shifts.push(to - from);
  }
  shifts.sort((a, b) => a - b);
  return shifts[shifts.length >> 1] ?? 0;
}

/** How high a row is taken to be until it is measured, in pixels. */
const ESTIMATE = 48;

/**
 * Where the rows of a long list are, of which only those in sight exist. A row keeps its measured height; what is
 * below a change is added up anew when it is asked for.
 */
export class Rows {
  #ids: readonly string[] = [];
  #heights = new Map<string, number>();
  /** `#ends[i]` is where row `i` ends; sure up to `#sure`. */
  #ends: number[] = [];
  #sure = 0;

  get count(): number {
    return this.#ids.length;
  }

  /** The height of all. */
  get total(): number {
    return this.startOf(this.count);
  }

  setIds(ids: readonly string[]): void {
    const before = this.#ids;
    if (ids === before) return;
    this.#ids = ids;
    const { length } = before;
    const isLonger = ids.length >= length && ids[0] === before[0] && ids[length - 1] === before[length - 1];
    if (!isLonger) this.#sure = 0;
    this.#ends.length = ids.length;
    // The measures of rows that are gone are not kept for ever.
    if (this.#heights.size > 2 * ids.length + 100) {
      const present = new Set(ids);
      for (const id of this.#heights.keys()) if (!present.has(id)) this.#heights.delete(id);
    }
  }

  /** Takes a measure; tells whether it is news. */
  setHeight(index: number, height: number): boolean {
    const id = this.#ids[index];
    if (id === undefined || this.#heights.get(id) === height) return false;
    this.#heights.set(id, height);
    this.#sure = Math.min(this.#sure, index);
    return true;
  }

  /** All rows are to be measured again, as after a change of width. */
  forget(): void {
    this.#heights.clear();
    this.#sure = 0;
  }

  startOf(index: number): number {
    for (let i = this.#sure; i < Math.min(index, this.count); i++) {
      this.#ends[i] = (i === 0 ? 0 : this.#ends[i - 1]!) + (this.#heights.get(this.#ids[i]!) ?? ESTIMATE);
    }
    this.#sure = Math.max(this.#sure, Math.min(index, this.count));
    return index === 0 || this.count === 0 ? 0 : this.#ends[Math.min(index, this.count) - 1]!;
  }

  /** The row at `y`; the nearest when there is none. */
  at(y: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle + 1) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

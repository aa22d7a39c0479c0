export interface Ring {
  readonly name: string;
  readonly entries: readonly string[];
  /** In kB of 1000 bytes, gzipped. */
  readonly limit: number;
  /** On a page that has none of the rings before it. */
  readonly alone?: boolean;
}

/** What a page has to load, and when. */
export const rings: readonly Ring[];

/** Chunks that the server's word may bring in the first seconds or later, whenever it comes. */
export const onWord: readonly string[];

/** Adds to `loaded` the paths of what entries import, and theirs. */
export function addWithImports(entries: readonly string[], loaded: Set<string>): void;

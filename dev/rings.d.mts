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

/** Adds to `loaded` the paths of what entries import, and theirs. */
export function addWithImports(entries: readonly string[], loaded: Set<string>): void;

import type { VideoSource } from './engine.js';

/**
 * Which video elements are to show what, whether or not it is published now: an engine looks here whenever a track
 * comes, goes or is renewed. An element shows one thing at a time; the latest wish holds.
 */
export class Attachments {
  readonly #elements = new Map<string, Set<HTMLVideoElement>>();
  readonly #ends = new Map<HTMLVideoElement, () => void>();

  /** The elements that are to show this. */
  of(id: string, source: VideoSource): readonly HTMLVideoElement[] {
    return [...(this.#elements.get(key(id, source)) ?? [])];
  }

  /** Notes a wish. `detach` is called once, when the returned function is, or when the element is to show something else. */
  add(id: string, source: VideoSource, element: HTMLVideoElement, detach: () => void): () => void {
    this.#ends.get(element)?.();
    const name = key(id, source);
    const elements = this.#elements.get(name) ?? new Set();
    this.#elements.set(name, elements.add(element));
    const end = () => {
      if (this.#ends.get(element) !== end) return;
      this.#ends.delete(element);
      elements.delete(element);
      if (elements.size === 0) this.#elements.delete(name);
      detach();
    };
    this.#ends.set(element, end);
    return end;
  }

  /** Everything that is to be shown. */
  get wishes(): readonly (readonly [source: VideoSource, id: string])[] {
    return [...this.#elements.keys()].map((name) => {
      const at = name.indexOf('/');
      return [name.slice(0, at) as VideoSource, name.slice(at + 1)];
    });
  }

  /** Ends every wish. */
  clear(): void {
    for (const end of [...this.#ends.values()]) end();
  }
}

function key(id: string, source: VideoSource): string {
  return `${source}/${id}`;
}

import type { Scope, Writable } from '../../reactive/index.js';
import type { Notice, NoticeOptions } from './notice.js';

/** How long a notice stays, in milliseconds. */
const BRIEF = 6_000;
const LONG = 12_000;

/** More than this at once nobody reads: the oldest go. */
const KEPT = 20;

/** The longest text of a host that is shown, in characters. */
const TEXT_LIMIT = 300;

/** What is told now, each for its time. */
export class Shelf {
  readonly #items: Writable<readonly Notice[]>;
  readonly #scope: Scope;
  readonly #timers = new Map<string, () => void>();
  readonly #holds = new Set<symbol>();
  /** What to do when a notice goes, however it goes. */
  readonly #ends = new Map<string, () => void>();
  #made = 0;

  constructor(items: Writable<readonly Notice[]>, scope: Scope) {
    this.#items = items;
    this.#scope = scope;
  }

  make({ text, ...options }: NoticeOptions, id = `notice-${++this.#made}`): Notice {
    const short = typeof text === 'string' && text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT).trimEnd()}…` : text;
    return Object.freeze({ kind: 'host', urgency: 'normal', ...options, text: short, id });
  }

  /** Tells a notice, or something new in one that is there: its time begins. */
  put(notice: Notice, onEnd?: () => void): void {
    const others = this.#items.peek().filter(({ id }) => id !== notice.id);
    const tooMany = others.slice(0, Math.max(0, others.length + 1 - KEPT));
    this.#items.value = [...others, notice];
    for (const { id } of tooMany) this.remove(id);
    if (onEnd) this.#ends.set(notice.id, onEnd);
    this.#start(notice);
  }

  /** Changes one that is there, in its time and place. */
  change(notice: Notice): void {
    this.#items.value = this.#items.peek().map((each) => (each.id === notice.id ? notice : each));
  }

  remove(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    const rest = this.#items.peek().filter((notice) => notice.id !== id);
    if (rest.length !== this.#items.peek().length) this.#items.value = rest;
    const end = this.#ends.get(id);
    this.#ends.delete(id);
    end?.();
  }

  hold(): () => void {
    const key = Symbol('hold');
    this.#holds.add(key);
    for (const cancel of this.#timers.values()) cancel();
    return () => {
      if (!this.#holds.delete(key) || this.#holds.size > 0) return;
      for (const notice of this.#items.peek()) this.#start(notice);
    };
  }

  #start({ id, sticky, urgency }: Notice): void {
    this.#timers.get(id)?.();
    if (sticky || this.#holds.size > 0) return;
    this.#timers.set(id, this.#scope.timeout(() => this.remove(id), urgency === 'high' ? LONG : BRIEF));
  }
}

/** Lets each sender through until they send more than anyone could follow. */
export class Limiter {
  readonly #senders = new Map<string, { left: number; at: number }>();
  readonly #burst: number;
  readonly #perSecond: number;

  /** `burst` is what one may send at once, `perSecond` what they may send each second after that. */
  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  allows(sender: string, now: number): boolean {
    const known = this.#senders.get(sender) ?? { left: this.#burst, at: now };
    const left = Math.min(this.#burst, known.left + (Math.max(0, now - known.at) / 1000) * this.#perSecond);
    const allowed = left >= 1;
    this.#senders.set(sender, { left: allowed ? left - 1 : left, at: now });
    return allowed;
  }

  clear(): void {
    this.#senders.clear();
  }
}

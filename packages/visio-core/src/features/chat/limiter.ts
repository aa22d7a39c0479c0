/** What one person may send at once, and what they may send each second after that. */
const BURST = 5_000;
const PER_SECOND = 20;

/** Lets each sender through until they send more than anyone could read. */
export class Limiter {
  readonly #senders = new Map<string, { left: number; at: number }>();

  allows(sender: string, now: number): boolean {
    const known = this.#senders.get(sender) ?? { left: BURST, at: now };
    const left = Math.min(BURST, known.left + (Math.max(0, now - known.at) / 1000) * PER_SECOND);
    const allowed = left >= 1;
    this.#senders.set(sender, { left: allowed ? left - 1 : left, at: now });
    return allowed;
  }

  clear(): void {
    this.#senders.clear();
  }
}

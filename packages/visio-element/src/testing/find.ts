/** What tests and stories look for: stories are built without a test runner. */

/** Waits until `condition` holds; fails with `what` when it does not for a long time. */
export async function until<T>(condition: () => T | null | undefined | false, what = String(condition)): Promise<T> {
  const end = performance.now() + 15_000;
  for (;;) {
    const found = condition();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function query<E extends Element = HTMLElement>(element: Element, selector: string): E | null {
  return element.shadowRoot!.querySelector<E>(selector);
}

export function queryAll<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
  return [...element.shadowRoot!.querySelectorAll<E>(selector)];
}

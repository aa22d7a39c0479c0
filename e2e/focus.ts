// Where the focus is, for walks with the keyboard alone.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export interface Focused {
  /** As assistive technology has it, as far as these pages need: its label, or its text. */
  readonly name: string;
  /** Where it is, from the page inwards. */
  readonly path: string;
  /** Whether one can see that it has the focus: it, or the label around it, has an outline. */
  readonly isOutlined: boolean;
  /** What lies over all of it, or that it is outside the window; empty when some of it is seen. */
  readonly hiddenBy: string;
}

/** What has the focus, through all shadow roots; `null` when it is the page's body, which is nowhere. */
export async function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const path: string[] = [];
    let element = document.activeElement as HTMLElement | null;
    while (element?.shadowRoot?.activeElement) {
      path.push(element.localName);
      element = element.shadowRoot.activeElement as HTMLElement;
    }
    if (!element || element === document.body || element === document.documentElement) return null;

    const labels = (element as HTMLInputElement).labels;
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = element.getAttribute('aria-labelledby')?.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    const name = element.getAttribute('aria-label') ?? by ?? labels?.[0]?.textContent ?? told(element);

    /** Its text, but for what is not told. */
    function told(node: Node): string {
      if (!(node instanceof Element)) return node instanceof Text ? node.data : '';
      return node.ariaHidden === 'true' ? '' : [...node.childNodes].map(told).join('');
    }

    function parentOf(node: Element): Element | null {
      return node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;
    }

    /** Boxes that are only drawn by their label have none of their own to look at. */
    const label = labels?.[0];
    const isOutlined = [element, label].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/^rgba\(.*, 0\)$|^transparent$/.test(outlineColor);
    });

    function hiddenBy(): string {
      const own = element!.getBoundingClientRect();
      const box = own.width < 8 && label ? label.getBoundingClientRect() : own;
      const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
      const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
      if (right - left < 1 || bottom - top < 1) return `the window's edge (${Math.round(box.left)}, ${Math.round(box.top)})`;
      let over = '';
      for (const x of [0.5, 0.15, 0.85]) {
        for (const y of [0.5, 0.15, 0.85]) {
          const [at, down] = [left + (right - left) * x, top + (bottom - top) * y];
          let hit = document.elementFromPoint(at, down);
          for (let inner = hit; inner?.shadowRoot; hit = inner) {
            inner = inner.shadowRoot.elementFromPoint(at, down);
            if (!inner || inner === hit) break;
          }
          for (let each: Element | null = hit; each; each = parentOf(each)) if (each === element || each === label) return '';
          over ||= hit ? `${(hit.getRootNode() as ShadowRoot).host?.localName ?? 'page'} ${hit.localName}.${hit.getAttribute('class') ?? ''}` : 'nothing';
        }
      }
      return over;
    }

    return { name: name.replace(/\s+/g, ' ').trim(), path: [...path, element.localName].join(' '), isOutlined, hiddenBy: hiddenBy() };
  });
}

/** One can see where one is, and what it is called. */
function expectSeen(at: Focused): void {
  expect(at.name, `what is at ${at.path} has a name`).not.toBe('');
  expect(at.isOutlined, `the focus on "${at.name}" (${at.path}) has an outline`).toBe(true);
  expect(at.hiddenBy, `what hides "${at.name}" (${at.path}), which has the focus`).toBe('');
}

/** Presses a key, after which the focus is in the meeting, or in the browser's own, past the last of the page. */
async function step(page: Page, key: string): Promise<Focused | null> {
  await page.keyboard.press(key);
  const at = await focused(page);
  if (at) expectSeen(at);
  return at;
}

/** Goes on by Tab to what is called so; on the way nothing is lost, and all is seen. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 80; i++) {
    const at = await step(page, key);
    // After the last of the page comes the browser, and then the page from its start.
    passed.push(at?.name ?? '(browser)');
    if (at && (typeof name === 'string' ? at.name === name : name.test(at.name))) return;
  }
  throw new Error(`${key} does not lead to ${String(name)}, but to: ${passed.join(', ')}`);
}

/** The focus is inside `place`, and not lost. */
export async function expectInside(page: Page, place: string): Promise<void> {
  await expect.poll(async () => (await focused(page))?.path ?? 'nowhere').toContain(place);
}

/** The focus is on what is called so, and one can see that. */
export async function expectAt(page: Page, name: string): Promise<void> {
  await expect.poll(async () => (await focused(page))?.name ?? '(nowhere)').toBe(name);
  expectSeen((await focused(page))!);
}

/** Presses a key, after which the focus is on what is called so. */
export async function pressTo(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await expectAt(page, name);
}

/** Everything that Tab reaches from here on, in its order, until `place` is left or comes round. */
export async function walkThrough(page: Page, place: string): Promise<string[]> {
  const names: string[] = [];
  const first = JSON.stringify(await focused(page));
  for (let i = 0; i < 60; i++) {
    const at = await step(page, 'Tab');
    if (!at || JSON.stringify(at) === first || !at.path.includes(place)) break;
    names.push(at.name);
  }
  return names;
}

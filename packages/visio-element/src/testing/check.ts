/** What tests of elements ask again and again. */
import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { queryAll } from './find.js';

export { query, queryAll, until } from './find.js';

/** Fails with what axe finds in `element`, its shadow roots included. */
export async function expectAccessible(element: Element): Promise<void> {
  expect((await violations(element)).join('\n')).to.equal('');
}

/** What axe finds in `element`, its shadow roots included, by its own rules and by further ones. */
export async function violations(element: Element, rules: axe.RuleObject = {}): Promise<readonly string[]> {
  // What is fading in has not its colours yet.
  await Promise.all(animations(element).map(({ finished }) => finished.catch(() => undefined)));
  // Where something begins all the time, a picture half faded is nobody's to read: it is judged as it is without.
  for (const animation of animations(element)) animation.cancel();
  const { axe: run } = globalThis as unknown as { axe: typeof axe };
  const { violations: found } = await run.run(element, { resultTypes: ['violations'], rules: { region: { enabled: false }, 'target-size': { enabled: true }, ...rules } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('; ')}`);
}

/** Those that end, in `element` and its shadow roots. */
function animations(element: Element): Animation[] {
  return allAnimations(element).filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
}

/** What of `element` moves, its shadow roots included: everything that is animated, but for what only fades or changes its colour. */
export function whatMoves(element: Element): string[] {
  return allAnimations(element).flatMap((animation) => {
    const { target, pseudoElement } = animation.effect as KeyframeEffect;
    const { duration, delay = 0 } = animation.effect!.getComputedTiming();
    if (!target || typeof duration !== 'number' || duration === 0) return [];
    const names = new Set((animation.effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame)));
    const moving = [...names].filter((name) => !/^(offset|computedOffset|easing|composite|opacity|visibility|.*[cC]olor)$/.test(name));
    const look = (part: number) => {
      animation.currentTime = delay + duration * part;
      const style = getComputedStyle(target, pseudoElement);
      return moving.map((name) => style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))).join(' ');
    };
    animation.pause();
    const seen = new Set([0, 0.3, 0.6, 0.9].map(look));
    animation.play();
    return seen.size > 1 ? [`${target.localName}.${target.getAttribute('class') ?? ''} ${moving.join(' ')}: ${[...seen].join(' → ')}`] : [];
  });
}

function allAnimations(element: Element): Animation[] {
  const inside = [...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((each) => {
    return each.shadowRoot ? allAnimations(each) : [];
  });
  return [...(element.shadowRoot?.getAnimations() ?? []), ...inside];
}

/** The button of this name, as a screen reader would find it. */
export function button(element: Element, name: string): HTMLButtonElement {
  const all = queryAll<HTMLButtonElement>(element, 'button');
  const found = all.find((each) => nameOf(each) === name);
  if (!found) throw new Error(`No button "${name}" among ${all.map((each) => `"${nameOf(each)}"`).join(', ')}`);
  return found;
}

export function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? text(element);
}

export function text(element: Element | null): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Counts how often each element updates from now on, by tag and whatever `label` says of it. */
export function countUpdates(elements: readonly LitElement[], label: (element: LitElement) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const internals = element as unknown as { performUpdate(): void; updated(changed: Map<string, unknown>): void };
    const updated = internals.updated.bind(element);
    internals.updated = (changed) => {
      counts.set(label(element), (counts.get(label(element)) ?? 0) + 1);
      updated(changed);
    };
  }
  return counts;
}

/** Long enough for everything that a change sets going, shorter than what happens by itself. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Waits until nothing that is counted updates any more: whatever is fetched once a call is there has come. Counts begin anew. */
export async function quiet(counts: Map<string, number>): Promise<void> {
  for (let times = 0; times < 5; times++) {
    counts.clear();
    await settle();
    if (counts.size > 0) times = -1;
  }
  counts.clear();
}

/** Whether both are the same object. Chai's own comparison describes them when they are not, and never ends with elements. */
export function expectSame(found: unknown, expected: unknown, what = 'the same'): void {
  expect(found === expected, what).to.equal(true);
}

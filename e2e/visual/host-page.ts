// A page of a host's, with the bundle as it ships, on the simulated engine; and what can be measured of what is in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Meeting } from 'visio-core';
import type { Director, Scenario, ScenarioName, SimulatedBackend } from 'visio-core/engines/simulated';
// For the types of the elements.
import type {} from 'visio-element';
import type {} from 'visio-element/call-button';
import { root } from '../../dev/bootstrap.mjs';

/** A secure context, as pages with calls are. Nothing listens there. */
const ORIGIN = 'http://localhost';
const BUNDLE = join(root, 'packages/visio-element/dist/bundle');

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json', css: 'text/css', wasm: 'application/wasm' };

export interface HostPage {
  /** The host's style sheet. */
  readonly css?: string;
  /** Other style sheets of the host's, by the address that they are asked for with. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Of `<html>`. */
  readonly attributes?: string;
  /** What is in the page. Default: a meeting that has all of the window but a line above it. */
  readonly body?: string;
}

declare global {
  interface Window {
    /** Gives the page's `<visio-meeting>` a meeting on the simulated engine. */
    simulate(scenario?: ScenarioName | Scenario): Promise<Simulated>;
    simulated: Simulated;
    /** Every element in the first that matches, through all shadow roots. */
    elementsIn(selector: string): readonly Element[];
  }
}

interface Simulated {
  readonly meeting: Meeting;
  readonly director: Director;
  readonly backend: SimulatedBackend;
}

const MEETING = `
  <header>A host’s page</header>
  <main><visio-meeting display-name="Ada Lovelace"></visio-meeting></main>`;

/** What a page has that was made with care: nothing below that a reset would have to fight. */
const LAYOUT = `
  html, body { block-size: 100%; margin: 0; }
  body { display: flex; flex-direction: column; font-family: Georgia, serif; }
  header { flex: none; padding: 4px 16px; }
  main { flex: 1; min-block-size: 0; }`;

const SCRIPT = `
  import '/sdk/visio-element.js';
  import '/sdk/call-button.js';
  import { createMeeting, staticBackend } from '/sdk/visio-core.js';
  import { simulatedBackend, simulatedDirector, simulatedEngine } from '/sdk/simulated.js';
  window.simulate = async (scenario = 'team-9') => {
    const meeting = createMeeting({ engine: simulatedEngine({ scenario, sound: false }), backend: staticBackend('wss://simulated', 'any'), displayName: 'Ada Lovelace' });
    // Whoever comes moderates, and there is all that a backend can offer.
    const backend = simulatedBackend(() => window.simulated.director);
    const { credentials } = backend;
    Object.assign(backend, {
      credentials: async (request) => ({ ...(await credentials(request)), token: \`any.\${btoa('{"video":{"roomAdmin":true}}')}.any\`, offers: { dialIn: { number: '+33123456789', pin: '1234567890' } } }),
      recording: { start: async () => undefined, stop: async () => undefined },
    });
    window.simulated = { meeting, backend, director: simulatedDirector(meeting) };
    meeting.setBackend(backend);
    document.querySelector('visio-meeting').meeting = meeting;
    return window.simulated;
  };`;

export async function openHostPage(page: Page, { css = '', sheets = {}, attributes = 'lang="en"', body = MEETING }: HostPage = {}): Promise<void> {
  const links = Object.keys(sheets).map((name) => `<link rel="stylesheet" href="/${name}">`);
  await page.addInitScript(() => {
    const deep = function* (at: Element | ShadowRoot): Generator<Element> {
      for (const each of at.children) {
        yield each;
        if (each.shadowRoot) yield* deep(each.shadowRoot);
        yield* deep(each);
      }
    };
    window.elementsIn = (selector) => {
      const start = [...deep(document.documentElement)].find((each) => each.matches(selector));
      if (!start) throw new Error(`There is no ${selector}.`);
      return [...(start.shadowRoot ? deep(start.shadowRoot) : []), ...deep(start)];
    };
  });
  const html = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host</title>
    <style>${LAYOUT}</style>${links.join('')}<style>${css}</style></head><body>${body}</body></html>`;
  await page.route(`${ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (path === '') return route.fulfill({ contentType: 'text/html', body: html });
    if (path === 'host.js') return route.fulfill({ contentType: 'text/javascript', body: SCRIPT });
    if (path in sheets) return route.fulfill({ contentType: 'text/css', body: sheets[path]! });
    const file = join(BUNDLE, path.replace(/^sdk\//, ''));
    if (!path.startsWith('sdk/') || !existsSync(file)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream', body: readFileSync(file) });
  });
  await page.goto(`${ORIGIN}/`);
}

/** The host's own script, which brings the elements. */
export async function bringSdk(page: Page): Promise<void> {
  await page.addScriptTag({ type: 'module', url: '/host.js' });
  await page.waitForFunction(() => 'simulate' in window);
}

/** Shows the lobby. */
export async function showLobby(page: Page): Promise<void> {
  await page.evaluate(() => window.simulate());
  await page.locator('visio-lobby video.live').waitFor();
}

/** Shows a call. */
export async function showCall(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await window.simulate()).meeting.join()));
  await page.locator('visio-tile video.live').first().waitFor();
}

/** Opens one of a call's panels or dialogs, by its contribution's name, or closes it. */
export async function open(page: Page, what: 'panel' | 'dialog' | 'popup', name: string | null): Promise<void> {
  await page.evaluate(
    ([place, contribution]) => {
      const { view } = document.querySelector('visio-meeting')!.shadowRoot!.querySelector('visio-call')!;
      view[place].value = contribution;
    },
    [what, name] as const,
  );
}

/** Waits until nothing moves any more that ever rests. */
export function rest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

export interface Measured {
  /** How many controls and how many texts were looked at. */
  readonly controls: number;
  readonly texts: number;
  readonly problems: readonly string[];
}

/**
 * What a person would find in an element, through all shadow roots: whether each control can be brought into the window, is
 * as large as a finger needs, and is hit where it is; whether text is as large as can be read; and whether anything has to be scrolled
 * sideways. `within` is which part of it, as in `visio-dialog`.
 */
export function measure(page: Page, within: string): Promise<Measured> {
  return page.evaluate((selector) => {
    const problems: string[] = [];
    const inside = window.elementsIn(selector);
    const nameOf = (element: Element) => `${element.localName}${element.className ? `.${String((element as HTMLElement).className).trim().replaceAll(' ', '.')}` : ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const isShown = (element: Element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && !element.closest('.unseen, [inert]');
    };
    const hit = (x: number, y: number) => {
      let found = document.elementFromPoint(x, y);
      for (let inner; found?.shadowRoot && (inner = found.shadowRoot.elementFromPoint(x, y)) && inner !== found; ) found = inner;
      return found;
    };
    const holds = (outer: Element, inner: Node | null): boolean => {
      for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode)) if (node === outer) return true;
      return false;
    };
    // A control whose label stands for it is what the label is.
    const controls = inside
      .filter((each) => each.matches('button, a[href], input:not([type=hidden], [type=file]), select, textarea'))
      .map((each) => (each.matches('[type=radio], [type=checkbox]') ? ((each as HTMLInputElement).labels?.[0] ?? each) : each))
      .filter(isShown);
    for (const control of controls) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) problems.push(`${nameOf(control)} is out of the window: ${[left, top, right, bottom].map(Math.round).join(' ')}`);
      if (width < 23.5 || height < 23.5) problems.push(`${nameOf(control)} is small: ${Math.round(width)} × ${Math.round(height)}`);
      const found = hit((left + right) / 2, (top + bottom) / 2);
      if (!found || !(holds(control, found) || holds(found, control) && found.localName === 'label')) problems.push(`${nameOf(control)} is covered by ${found ? nameOf(found) : 'nothing'}`);
    }
    const texts = inside.filter((each) => isShown(each) && each.localName !== 'style' && [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== ''));
    for (const text of texts) {
      const size = parseFloat(getComputedStyle(text).fontSize);
      if (size < 11.5) problems.push(`${nameOf(text)} is written in ${size} px`);
    }
    for (const each of inside) {
      const { overflowX } = getComputedStyle(each);
      // A table has two directions, and is scrolled by itself.
      if ((overflowX === 'auto' || overflowX === 'scroll') && isShown(each) && each.scrollWidth > each.clientWidth + 1 && !each.querySelector('table')) problems.push(`${nameOf(each)} is scrolled sideways: ${each.scrollWidth} in ${each.clientWidth}`);
    }
    return { controls: controls.length, texts: texts.length, problems };
  }, within);
}

/** What elements have from what is around them, unless they say otherwise. */
const INHERITED = [
  'accent-color', 'border-collapse', 'border-spacing', 'caret-color', 'color', 'color-scheme', 'cursor', 'direction', 'fill', 'fill-opacity', 'font-family', 'font-feature-settings', 'font-kerning', 'font-size', 'font-stretch', 'font-style',
  'font-variant', 'font-weight', 'hyphens', 'letter-spacing', 'line-break', 'line-height', 'list-style-type', 'overflow-wrap', 'pointer-events', 'stroke', 'stroke-dasharray', 'stroke-width', 'tab-size', 'text-align', 'text-align-last', 'text-indent',
  'text-orientation', 'text-shadow', 'text-transform', 'user-select', 'visibility', 'white-space', 'word-break', 'word-spacing', 'writing-mode', '-webkit-text-fill-color', '-webkit-text-stroke-width',
];

/** How each kind of element in the first that matches is written and drawn, as far as it could have come from the page. */
export function looksIn(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate(
    ([within, names]) => {
      const looks = window.elementsIn(within).map((element) => {
        const style = getComputedStyle(element);
        return `${element.localName}${element.className ? `.${String(element.getAttribute('class'))}` : ''}: ${names.map((name) => `${name} ${style.getPropertyValue(name)}`).join('; ')}`;
      });
      return [...new Set(looks)].sort();
    },
    [selector, INHERITED] as const,
  );
}

// What end-to-end tests share: the services, and people who open pages.
import { test as base, type Page } from '@playwright/test';
import { startServices, type Services } from '../dev/services.mjs';
import { recordMedia } from './meeting-page.ts';

/** What a page did that a test may want to judge. It is filled as it happens. */
export interface Observed {
  readonly consoleErrors: string[];
  readonly cspViolations: string[];
  /** Every host the page asked for anything, WebSockets included: `127.0.0.1:8080`. */
  readonly hosts: Set<string>;
}

export type ParticipantPage = Page & { readonly observed: Observed };

interface PageOptions {
  readonly lang?: string;
  /** Browser permissions; camera and microphone by default. */
  readonly permissions?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Run once the browser context is there, before its page loads. */
  readonly prepare?: () => Promise<void>;
}

export interface ParticipantOptions extends PageOptions {
  readonly room: string;
  /** Further parameters of the demo's address. */
  readonly params?: Readonly<Record<string, string>>;
}

export interface HostOptions extends PageOptions {
  /** Of the page's `<visio-meeting>`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its `tokenProvider` asks; without one it has none. */
  readonly tokenUrl?: string;
}

/** A window in whose bar every control has room, a moderator's too, whatever the system's font. */
export const WIDE = { width: 1280, height: 720 } as const;

declare global {
  interface Window {
    /** On pages of `openHost`: each event that the element fired, and the code of errors. */
    hostEvents: string[];
  }
}

export interface TestFixtures {
  /** Someone who opens the demo. */
  openParticipant(name: string, options: ParticipantOptions): Promise<ParticipantPage>;
  /** A bare page of a host, with one `<visio-meeting>`. */
  openHost(options: HostOptions): Promise<ParticipantPage>;
  openPage(options: PageOptions): Promise<ParticipantPage>;
}

export const test = base.extend<TestFixtures, { services: Services }>({
  services: [
    // Playwright reads the parameter's pattern to know what a fixture needs: this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const services = await startServices();
      await use(services);
      await services.close();
    },
    { scope: 'worker', timeout: 600_000 }, // the first time, livekit-server may have to be built
  ],

  openPage: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        permissions: [...(options.permissions ?? ['camera', 'microphone'])],
        locale: options.lang ?? 'en',
        viewport: options.viewport ?? { width: 1024, height: 720 },
      });
      contexts.push(context);
      await options.prepare?.();
      const page = await context.newPage();
      await recordMedia(page);
      return Object.assign(page, { observed: await observe(page) });
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  openParticipant: async ({ openPage, services }, use) => {
    await use(async (name, options) => {
      const page = await openPage(options);
      const address = new URL('/', services.backend.url);
      address.searchParams.set('room', options.room);
      address.searchParams.set('name', name);
      if (options.lang) address.searchParams.set('lang', options.lang);
      for (const [key, value] of Object.entries(options.params ?? {})) address.searchParams.set(key, value);
      await page.goto(address.href);
      return page;
    });
  },

  openHost: async ({ openPage, services }, use) => {
    await use(async (options) => {
      const page = await openPage(options);
      // The demo's page with its policy, but without its script: the host here is the test.
      await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(services.backend.url);
      await page.evaluate(({ attributes, tokenUrl }) => {
        const meeting = document.createElement('visio-meeting');
        for (const [name, value] of Object.entries(attributes)) meeting.setAttribute(name, value);
        meeting.style.blockSize = '640px';
        if (tokenUrl) {
          meeting.tokenProvider = async ({ room, displayName }) => {
            const body = JSON.stringify({ room_name: room, participant_name: displayName });
            const response = await fetch(tokenUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
            const answer = (await response.json()) as { server_url: string; participant_token: string };
            return { serverUrl: answer.server_url, token: answer.participant_token };
          };
        }
        window.hostEvents = [];
        for (const type of ['visio-joined', 'visio-left', 'visio-state-changed'] as const) {
          meeting.addEventListener(type, () => window.hostEvents.push(type));
        }
        meeting.addEventListener('visio-error', ({ detail }) => window.hostEvents.push(`visio-error ${detail.error.code}`));
        document.querySelector('main')!.append(meeting);
      }, { attributes: options.attributes, tokenUrl: options.tokenUrl });
      return page;
    });
  },
});

export { expect } from '@playwright/test';

async function observe(page: Page): Promise<Observed> {
  const observed: Observed = { consoleErrors: [], cspViolations: [], hosts: new Set() };
  page.on('console', (message) => {
    if (message.type() === 'error') observed.consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => observed.consoleErrors.push(String(error.stack ?? error)));
  page.context().on('request', (request) => noteHost(observed, request.url()));
  page.on('websocket', (socket) => noteHost(observed, socket.url()));
  await page.exposeFunction('noteCspViolation', (text: string) => observed.cspViolations.push(text));
  await page.addInitScript(() => {
    const { noteCspViolation } = globalThis as unknown as { noteCspViolation(text: string): void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      noteCspViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return observed;
}

function noteHost(observed: Observed, url: string) {
  const { protocol, host } = new URL(url);
  if (protocol !== 'data:' && protocol !== 'blob:') observed.hosts.add(host);
}

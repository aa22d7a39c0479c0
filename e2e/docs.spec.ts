// Each HTML example of the documentation, as a page: with the built bundle, under the policy that the page on security names,
// with the room of a Visio and the token endpoint of the development backend.
import type { Page } from '@playwright/test';
import { blocks, placeOf, type Block } from '../dev/docs/blocks.ts';
import type { Services } from '../dev/services.mjs';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { ENGLISH, join } from './meeting-page.ts';
import { as, makeRoom } from './visio.ts';

const examples = blocks.filter(({ kind }) => kind === 'html');
/** The last one as pages that Playwright answers for are of no network, and may not speak to this machine without. */
const PERMISSIONS = ['camera', 'microphone', 'local-network-access'];
const policy = blocks.find(({ kind, page }) => kind === 'http' && page === 'docs/guides/security.md')!.code.replace(/^[\w-]+:\s*/, '').replaceAll('\n', ' ').trim();

/** What a page has besides the example: its element's script, where the example leaves that to another. */
function pageOf({ code }: Block): string {
  if (/^\s*<!doctype/i.test(code)) return code;
  const scripts = ['visio-meeting', 'visio-call-button'].filter((tag) => code.includes(`<${tag}`) && !code.includes('<script'));
  const head = scripts.map((tag) => `<script type="module" src="/visio-element/${tag === 'visio-meeting' ? 'visio-element' : 'call-button'}.js"></script>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example</title>${head.join('')}</head><body>${code}</body></html>`;
}

/** Scripts that a guide names by their first line: `// host.js`. */
const fileOf = ({ page }: Block, name: string) => blocks.find((block) => block.page === page && block.file === name)?.code ?? null;

async function show(page: Page, example: Block, { backend, livekit }: Services): Promise<void> {
  const room = await makeRoom(as('olive', { backend, livekit } as Services));
  const local = (text: string) => text.replaceAll('https://visio.example/abc-defg-hij', `${backend.url}/${room.slug}`).replaceAll('https://visio.example', backend.url);
  // Styles and frames in the page are the host’s own, and its own policy’s.
  const csp = [local(policy).replaceAll('wss://livekit.example', livekit!.url).replaceAll('https://livekit.example', livekit!.url.replace(/^ws/, 'http')), ...(example.code.includes('<iframe') ? ['frame-src https://app.example'] : []), ...(example.code.includes('style="') ? ["style-src-attr 'unsafe-inline'"] : [])].join('; ');
  const answer = (body: string, contentType: string) => ({ body: local(body), contentType, headers: { 'content-security-policy': csp } });
  await page.route(`${backend.url}/example/**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/example/', '');
    return route.fulfill(name === '' ? answer(pageOf(example), 'text/html') : { status: 404 });
  });
  await page.route(/\/host\.js$/, (route) => route.fulfill(answer(fileOf(example, 'host.js') ?? 'throw new Error("the guide has no host.js");', 'text/javascript')));
  await page.route(/\/visio\/1\.2\.3\//, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('/visio/1.2.3/', '/visio-element/') });
    return route.fulfill({ response });
  });
  await page.goto(`${backend.url}/example/`);
}

function expectNoComplaint(page: ParticipantPage): void {
  expect(page.observed.consoleErrors).toEqual([]);
  expect(page.observed.cspViolations).toEqual([]);
}

test('there are examples of both elements', () => {
  for (const tag of ['<visio-meeting', '<visio-call-button']) expect(examples.filter(({ code }) => code.includes(tag)).length).toBeGreaterThan(3);
});

for (const example of examples.filter(({ code }) => code.includes('<visio-meeting'))) {
  test(`${placeOf(example)}: a meeting, until one is in it`, async ({ openPage, services }) => {
    const page = await openPage({ permissions: PERMISSIONS });
    await show(page, example, services);
    await expect(page.getByRole('button', { name: ENGLISH.join })).toBeVisible();
    expectNoComplaint(page);
    await join(page);
    expectNoComplaint(page);
  });
}

for (const example of examples.filter(({ code }) => code.includes('<visio-call-button'))) {
  test(`${placeOf(example)}: a button that can be used`, async ({ openPage, services }) => {
    const page = await openPage({});
    await show(page, example, services);
    await expect(page.locator('visio-call-button').getByRole('button')).toBeEnabled();
    expect(await page.evaluate(() => document.querySelector('visio-call-button')!.matches(':defined'))).toBe(true);
    expectNoComplaint(page);
  });
}

for (const example of examples.filter(({ code }) => code.includes('<iframe'))) {
  test(`${placeOf(example)}: a frame that may use what a meeting needs`, async ({ openPage, services }) => {
    const page = await openPage({});
    await page.route('https://app.example/meeting', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Meeting</title>' }));
    await show(page, example, services);
    // Chromium's, from before it was named a policy of permissions.
    const allowed = () => page.frames()[1]?.evaluate(() => (document as unknown as { featurePolicy: { allowedFeatures(): string[] } }).featurePolicy.allowedFeatures());
    await expect.poll(allowed).toEqual(expect.arrayContaining(['camera', 'microphone', 'display-capture', 'fullscreen']));
  });
}

for (const example of examples.filter(({ code }) => !/<visio-(meeting|call-button)|<iframe/.test(code))) {
  test(`${placeOf(example)}: a script that registers the elements`, async ({ openPage, services }) => {
    const page = await openPage({});
    // A hash is of one build: here it is that of this one.
    const integrity = (await (await fetch(`${services.backend.url}/visio-element/integrity.json`)).json()) as Record<string, string>;
    const code = example.code.replaceAll(/(src="[^"]*\/([\w.-]+)".*?integrity=")sha384-…"/gs, (_, before: string, file: string) => `${before}${integrity[file]}"`);
    expect(code).not.toContain('…');
    await show(page, { ...example, code }, services);
    await page.waitForFunction(() => customElements.get('visio-meeting'));
    expectNoComplaint(page);
  });
}

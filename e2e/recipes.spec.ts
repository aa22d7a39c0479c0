// What the scripts of the recipes do, in calls: those of `docs/guides/recipes.md` that compile and could yet do nothing.
import { transformSync } from 'esbuild';
import type { Page } from '@playwright/test';
import type { Meeting } from 'visio-core';
import type { VisioMeeting } from 'visio-element';
import { blocks } from '../dev/docs/blocks.ts';
import type { Services } from '../dev/services.mjs';
import { expect, test } from './fixtures.ts';
import { as, makeRoom } from './visio.ts';

/** The last one as pages that Playwright answers for are of no network. */
const PERMISSIONS = ['camera', 'microphone', 'local-network-access'];
const ELEMENT = '<script type="module" src="/visio-element/visio-element.js"></script>';

/** The block of the recipes that has these words. */
const codeOf = (kind: string, words: string) => blocks.find((block) => block.page === 'docs/guides/recipes.md' && block.kind === kind && block.code.includes(words))!.code;
/** TypeScript, as a page without a bundler takes it. */
const scriptOf = (words: string, more = '') => transformSync(codeOf('ts', words) + more, { loader: 'ts' }).code.replaceAll('"visio-core"', '"/visio-element/visio-core.js"');

async function tokenFor({ backend }: Services, room: string, name: string): Promise<{ server: string; token: string }> {
  const body = JSON.stringify({ room_name: room, participant_name: name });
  const response = await fetch(`${backend.url}/api/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { server_url: server, participant_token: token } = (await response.json()) as { server_url: string; participant_token: string };
  return { server, token };
}

async function show(page: Page, { backend }: Services, body: string, scripts: Readonly<Record<string, string>> = {}, hash = ''): Promise<void> {
  await page.route(`${backend.url}/recipe/**`, (route) => {
    const script = scripts[new URL(route.request().url()).pathname.replace('/recipe/', '')];
    return route.fulfill(script === undefined ? { body: `<!doctype html><html lang="en">${body}`, contentType: 'text/html' } : { body: script, contentType: 'text/javascript' });
  });
  await page.goto(`${backend.url}/recipe/${hash}`);
}

const meetingTag = ({ server, token }: { server: string; token: string }) => `<visio-meeting server-url="${server}" token="${token}" skip-lobby></visio-meeting>`;

test('a bar of one’s own commands the meeting, and ours is away', async ({ openPage, services }) => {
  const page = await openPage({ permissions: PERMISSIONS });
  const tag = meetingTag(await tokenFor(services, 'recipe-bar', 'Alice'));
  const body = codeOf('html', 'id="microphone"').replace(/<visio-meeting.*<\/visio-meeting>/, tag);
  await show(page, services, `<style>${codeOf('css', '::part(bar)')}</style>${body}${ELEMENT}<script type="module" src="bar.js"></script>`, { 'bar.js': scriptOf("'#microphone'") });
  const microphone = page.getByRole('button', { name: 'Microphone', exact: true });
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Leave the meeting' })).toBeHidden();
  await microphone.click();
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect.poll(() => page.locator('visio-meeting').evaluate(({ meeting }: VisioMeeting) => meeting!.connection.state.peek())).toBe('left');
});

test('tiles of one’s own show others, and a page without a view writes down what they write', async ({ openPage, services }) => {
  const bob = await openPage({ permissions: PERMISSIONS });
  await show(bob, services, meetingTag(await tokenFor(services, 'recipe-tiles', 'Bob')) + ELEMENT);
  await expect(bob.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();

  const alice = await openPage({ permissions: PERMISSIONS });
  const main = `
    import { createMeeting, staticBackend } from '/visio-element/visio-core.js';
    import { tile } from './tile.js';
    const at = new URLSearchParams(location.hash.slice(1));
    const meeting = createMeeting({ backend: staticBackend(at.get('server'), at.get('token')), microphone: false, camera: false });
    await meeting.join();
    meeting.roster.ids.subscribe((ids) => document.body.replaceChildren(...ids.map((id) => tile(meeting, id).element)));`;
  await show(alice, services, '<body><script type="module" src="main.js"></script>', { 'main.js': main, 'tile.js': scriptOf('figcaption') }, `#${new URLSearchParams(await tokenFor(services, 'recipe-tiles', 'Alice'))}`);
  const figure = alice.locator('figure', { hasText: 'Bob' });
  await expect.poll(() => figure.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);

  const minutes = await openPage({ permissions: ['local-network-access'] });
  const lines: string[] = [];
  minutes.on('console', (message) => lines.push(message.text()));
  await show(minutes, services, '<script type="module" src="minutes.js"></script>', { 'minutes.js': scriptOf("displayName: 'Minutes'", '\nwindow.meeting = meeting;') }, `#${new URLSearchParams(await tokenFor(services, 'recipe-tiles', 'Minutes'))}`);
  await minutes.waitForFunction(() => 'meeting' in window);
  await bob.locator('visio-meeting').evaluate(({ meeting }: VisioMeeting) => meeting!.chat.send('We agree.'));
  await expect.poll(() => lines).toEqual(['Bob writes: We agree.']);
  expect(await minutes.evaluate(() => (window as unknown as { meeting: Meeting }).meeting.captions.export('vtt', {}))).toMatch(/^WEBVTT/);
  expect(minutes.observed.consoleErrors).toEqual([]);
});

test('a call floats over an application that goes from page to page, until one hangs up', async ({ openPage, services }) => {
  const { slug } = await makeRoom(as('olive', services));
  const bob = await openPage({ permissions: PERMISSIONS });
  await show(bob, services, `<visio-meeting url="${services.backend.url}/${slug}" display-name="Bob" skip-lobby></visio-meeting>${ELEMENT}`);
  await expect(bob.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();

  const alice = await openPage({ permissions: PERMISSIONS });
  const float = scriptOf('export function show', '\nexport { meeting };').replace('https://visio.example/abc-defg-hij', `${services.backend.url}/${slug}`);
  const router = `
    import '/visio-element/visio-element.js';
    import * as call from './float.js';
    call.meeting.setDisplayName('Alice');
    Object.assign(window, { call, visit(page) {
      const element = document.createElement('visio-meeting');
      call.show(element);
      document.body.replaceChildren(page, element);
    } });`;
  await show(alice, services, '<body><script type="module" src="router.js"></script>', { 'router.js': router, 'float.js': float });
  await alice.waitForFunction(() => 'visit' in window);
  const visit = (name: string) => alice.evaluate((page) => (window as unknown as { visit: (page: string) => void }).visit(page), name);
  await visit('Documents');
  await alice.getByRole('button', { name: 'Join the meeting' }).click();
  const others = () => bob.locator('visio-meeting').evaluate(({ meeting }: VisioMeeting) => [...meeting!.roster.ids.peek()]);
  await expect.poll(others).toHaveLength(2);
  const before = await others();

  await visit('Mail');
  // The half second after which a meeting that nobody holds would leave is over.
  await alice.waitForTimeout(1_500);
  await expect(alice.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expect(alice.locator('body')).toContainText('Mail');
  await alice.evaluate(() => document.body.replaceChildren('A page without a place for it'));
  await alice.waitForTimeout(1_500);
  // Who left and came back would be another.
  expect(await others()).toEqual(before);

  await alice.evaluate(() => (window as unknown as { call: { hangUp(): Promise<void> } }).call.hangUp());
  await expect.poll(others).toHaveLength(1);
  expect(alice.observed.consoleErrors).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { startServices } from '../dev/services.mjs';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, expectToHear, join, tileOf } from './meeting-page.ts';

/** The outcome of each step, by `checkConnection` of the core, as any page may call it. */
async function check(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const credentials = async () => {
      const body = JSON.stringify({ room_name: 'check', participant_name: '' });
      const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as { server_url: string; participant_token: string };
    };
    const [one, two] = [await credentials(), await credentials()];
    const address = '/visio-element/visio-core.js';
    const { checkConnection } = (await import(address)) as typeof import('visio-core');
    const { steps } = await checkConnection({ serverUrl: one.server_url, token: one.participant_token, receiverToken: two.participant_token });
    return Object.fromEntries(steps.map(({ name, state, reason }) => [name, reason ? `${state} ${reason}` : state]));
  });
}

/** A page with the core and nothing on it. */
async function openBare(page: Page, url: string): Promise<void> {
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(url);
}

test('all that a server offers works, each way by itself, and both ways are measured', async ({ openPage }) => {
  test.setTimeout(120_000);
  const services = await startServices({ ways: { tcp: true } });
  try {
    const page = await openPage({});
    await openBare(page, services.backend.url);
    const found = await check(page);
    expect(found).toMatchObject({ signalling: 'passed', udp: 'passed', tcp: 'passed', turn: 'skipped NOT_OFFERED', microphone: 'passed', camera: 'passed' });
    expect(found['bandwidth']).toMatch(/^passed/);
    expect(page.observed.cspViolations).toEqual([]);
  } finally {
    await services.close();
  }
});

/** Someone in the lobby of the demo of `services`. */
async function openLobby(openPage: (options: object) => Promise<ParticipantPage>, url: string, name: string): Promise<ParticipantPage> {
  const page = await openPage({});
  await page.goto(`${url}/?room=checked&name=${name}`);
  return page;
}

const step = (page: Page, name: string) => page.locator('visio-check li').filter({ hasText: name });

test('from the lobby: a server without UDP is named in words, and the call works by TCP all the same', async ({ openPage }) => {
  test.setTimeout(180_000);
  const services = await startServices({ ways: { udp: false, tcp: true } });
  try {
    // One who came before hears and sees nothing of a check.
    const bob = await openLobby(openPage, services.backend.url, 'Bob');
    await join(bob);
    const alice = await openLobby(openPage, services.backend.url, 'Alice');
    await alice.getByRole('button', { name: 'Check my connection' }).click();
    await expect(alice.getByText('Meetings will work, but not everything is as it should be.')).toBeVisible({ timeout: 60_000 });
    await expect(step(alice, 'Sound and video by UDP')).toContainText('UDP is blocked');
    await expect(step(alice, 'Sound and video by TCP')).toContainText('Sound and video pass this way');
    await expect(step(alice, 'Speed')).toContainText(/At least .+ up and .+ down/);
    await expect(bob.locator('visio-tile')).toHaveCount(1);

    const saving = alice.waitForEvent('download');
    await alice.getByRole('button', { name: 'Save the report' }).click();
    const report = await readFile(await (await saving).path(), 'utf8');
    expect(report).toContain('UDP is blocked');
    expect(report).not.toMatch(/Alice|eyJ|fake_device/i);

    await alice.keyboard.press('Escape');
    await join(alice);
    await expectMovingVideo(tileOf(bob, 'Alice'));
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expectToHear(alice);
    for (const page of [alice, bob]) expect(page.observed.cspViolations).toEqual([]);
  } finally {
    await services.close();
  }
});

test('from the lobby: a microphone that is refused is told, and the rest is checked', async () => {
  test.setTimeout(120_000);
  // Without its automatic consent, so that there is something to refuse.
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags.filter((flag) => flag !== '--use-fake-ui-for-media-stream') });
  const services = await startServices({ ways: { tcp: true } });
  try {
    const page = await (await browser.newContext()).newPage();
    const session = await browser.newBrowserCDPSession();
    const { browserContextIds } = await session.send('Target.getBrowserContexts');
    for (const browserContextId of browserContextIds) {
      for (const [name, setting] of [['camera', 'granted'], ['microphone', 'denied']] as const) {
        await session.send('Browser.setPermission', { permission: { name }, setting, browserContextId });
      }
    }
    await page.goto(`${services.backend.url}/?room=checked&name=Alice&lang=en`);
    await page.getByRole('button', { name: 'Check my connection' }).click();
    await expect(step(page, 'Microphone')).toContainText('may not use your microphone', { timeout: 60_000 });
    await expect(step(page, 'Camera')).toContainText('Your camera works.', { timeout: 60_000 });
    await expect(step(page, 'Sound and video by UDP')).toContainText('best way', { timeout: 60_000 });
  } finally {
    await browser.close();
    await services.close();
  }
});

test('a network that lets neither UDP nor the relay through is named', async () => {
  test.setTimeout(120_000);
  // As behind such a firewall, for a browser: it may use UDP by a proxy alone, and there is none.
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumFlags, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--webrtc-ip-handling-policy=disable_non_proxied_udp'],
  });
  const services = await startServices({ ways: { tcp: true, relay: 'dead' } });
  try {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
    const page = await context.newPage();
    await openBare(page, services.backend.url);
    expect(await check(page)).toMatchObject({ signalling: 'passed', udp: 'failed BLOCKED', tcp: 'passed', turn: 'failed BLOCKED' });
  } finally {
    await browser.close();
    await services.close();
  }
});

test('a call goes through a relay by TLS where nothing else passes', async () => {
  test.setTimeout(180_000);
  const services = await startServices({ ways: { relay: 'working' } });
  const { host, port, key } = services.livekit!.relay!;
  // No UDP, and of all certificates that nobody vouches for only the relay's own is taken.
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...chromiumFlags,
      `--ignore-certificate-errors-spki-list=${key}`,
      `--host-resolver-rules=MAP ${host}:443 127.0.0.1:${port}`,
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    ],
  });
  try {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'], locale: 'en' });
    const bare = await context.newPage();
    await openBare(bare, services.backend.url);
    expect(await check(bare)).toMatchObject({ signalling: 'passed', udp: 'failed BLOCKED', tcp: 'skipped NOT_OFFERED', turn: 'passed' });
    await bare.close();

    const [alice, bob] = [await context.newPage(), await context.newPage()];
    for (const [page, name] of [[alice, 'Alice'], [bob, 'Bob']] as const) {
      await page.goto(`${services.backend.url}/?room=relayed&name=${name}`);
      await join(page);
    }
    await expectMovingVideo(tileOf(bob, 'Alice'));
    await expectMovingVideo(tileOf(alice, 'Bob'));
    const path = () => alice.evaluate(async () => (await (await document.querySelector('visio-meeting')!.meeting!.engine.transport()).counters()).path);
    expect(await path()).toEqual({ protocol: 'udp', candidate: 'relay', relay: 'tls' });
  } finally {
    await browser.close();
    await services.close();
  }
});

test('a server that is down is named', async ({ openPage }) => {
  const services = await startServices();
  try {
    const page = await openPage({});
    await openBare(page, services.backend.url);
    await services.livekit!.kill();
    expect(await check(page)).toMatchObject({ signalling: 'failed SERVER_UNREACHABLE', udp: 'skipped NOT_REACHED', bandwidth: 'skipped NOT_REACHED', camera: 'passed' });
  } finally {
    await services.close();
  }
});

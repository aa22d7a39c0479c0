// The browser's own refusal: fake cameras, but no automatic consent.
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test } from './fixtures.ts';

test.use({
  launchOptions: { executablePath: await findChromium(), args: chromiumFlags.filter((flag) => flag !== '--use-fake-ui-for-media-stream') },
});

for (const [lang, texts] of Object.entries({
  en: {
    camera: 'This page may not use your camera.',
    microphone: 'This page may not use your microphone.',
    retry: 'Try again',
    join: 'Join the meeting',
    leave: 'Leave the meeting',
  },
  fr: {
    camera: 'Cette page ne peut pas utiliser votre caméra.',
    microphone: 'Cette page ne peut pas utiliser votre micro.',
    retry: 'Réessayer',
    join: 'Rejoindre la réunion',
    leave: 'Quitter la réunion',
  },
})) {
  test(`a person who refuses is told how to allow it, in ${lang}, and is let in`, async ({ openHost, browser, services }) => {
    const session = await browser.newBrowserCDPSession();
    const setPermissions = async (setting: 'denied' | 'granted') => {
      const { browserContextIds } = await session.send('Target.getBrowserContexts');
      for (const browserContextId of browserContextIds) {
        for (const name of ['camera', 'microphone']) {
          await session.send('Browser.setPermission', { permission: { name }, setting, browserContextId });
        }
      }
    };
    const page = await openHost({
      attributes: { lang, room: 'denied' },
      tokenUrl: `${services.backend.url}/api/token`,
      permissions: [],
      prepare: () => setPermissions('denied'),
    });
    await expect(page.getByText(texts.camera)).toBeVisible();
    await expect(page.getByText(texts.microphone)).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.hostEvents)).toContain('visio-error DEVICE_DENIED');

    // What the sentence advises works.
    await setPermissions('granted');
    await page.getByRole('button', { name: texts.retry }).first().click();
    await page.getByRole('button', { name: texts.retry }).first().click();
    await expect(page.getByText(texts.camera)).toBeHidden();
    await expect(page.getByText(texts.microphone)).toBeHidden();

    await page.getByRole('button', { name: texts.join }).click();
    await expect(page.getByRole('button', { name: texts.leave })).toBeVisible();
  });
}

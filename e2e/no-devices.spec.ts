// The machine's own devices, of which a test machine has none: no fake cameras here.
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test } from './fixtures.ts';

test.use({
  launchOptions: { executablePath: await findChromium(), args: chromiumFlags.filter((flag) => !flag.startsWith('--use-fake-')) },
});

for (const [lang, texts] of Object.entries({
  en: { camera: 'No camera was found.', microphone: 'No microphone was found.', join: 'Join the meeting', leave: 'Leave the meeting' },
  fr: {
    camera: 'Aucune caméra n’a été trouvée.',
    microphone: 'Aucun micro n’a été trouvé.',
    join: 'Rejoindre la réunion',
    leave: 'Quitter la réunion',
  },
})) {
  test(`without camera and microphone, says so in ${lang} and lets the person in`, async ({ openHost, services }) => {
    const page = await openHost({ attributes: { lang, room: 'no-devices' }, tokenUrl: `${services.backend.url}/api/token` });
    await expect(page.getByText(texts.camera)).toBeVisible();
    await expect(page.getByText(texts.microphone)).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.hostEvents)).toContain('visio-error DEVICE_NOT_FOUND');
    await page.getByRole('button', { name: texts.join }).click();
    await expect(page.getByRole('button', { name: texts.leave })).toBeVisible();
  });
}

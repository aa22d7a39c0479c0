import { expect, test } from './fixtures.ts';

/** What each failure shows, in both languages, and which code the host gets. */
const FAILURES = [
  {
    code: 'INVALID_TOKEN',
    attributes: async (livekitUrl: string) => ({ 'server-url': livekitUrl, token: await token({ secret: 'another secret of thirty-two letters' }) }),
    en: 'The meeting server does not accept your pass.',
    fr: 'Le serveur de réunion refuse votre accès.',
  },
  {
    code: 'EXPIRED_TOKEN',
    attributes: async (livekitUrl: string, access: Access) => ({ 'server-url': livekitUrl, token: await token({ ...access, ttl: -60 }) }),
    en: 'Your pass for this meeting has expired.',
    fr: 'Votre accès à cette réunion a expiré.',
  },
  {
    code: 'SERVER_UNREACHABLE',
    attributes: async (_: string, access: Access) => ({ 'server-url': 'ws://127.0.0.1:9', token: await token(access) }),
    en: 'The meeting server does not answer.',
    fr: 'Le serveur de réunion ne répond pas.',
  },
  {
    code: 'INVALID_SERVER_URL',
    attributes: async (_: string, access: Access) => ({ 'server-url': 'livekit.example', token: await token(access) }),
    en: 'The address of the meeting server is not valid.',
    fr: 'L’adresse du serveur de réunion n’est pas valide.',
  },
  {
    code: 'NO_CREDENTIALS',
    attributes: async () => ({}),
    en: 'This page does not say how to join the meeting.',
    fr: 'Cette page n’indique pas comment rejoindre la réunion.',
  },
] as const;

interface Access {
  readonly apiKey: string;
  readonly secret: string;
}

async function token({ apiKey = 'devkey', secret, ttl = 600 }: Partial<Access> & { secret: string; ttl?: number }): Promise<string> {
  const { AccessToken } = await import('livekit-server-sdk');
  const access = new AccessToken(apiKey, secret, { identity: 'someone', ttl });
  access.addGrant({ roomJoin: true, room: 'failures' });
  return access.toJwt();
}

for (const failure of FAILURES) {
  for (const lang of ['en', 'fr'] as const) {
    test(`${failure.code} is said in ${lang}, told to the host, and leaves a way on`, async ({ openHost, services }) => {
      const { url, apiKey, apiSecret } = services.livekit!;
      const attributes = await failure.attributes(url, { apiKey, secret: apiSecret });
      const page = await openHost({ attributes: { ...attributes, lang } });

      await page.getByRole('button', { name: lang === 'fr' ? 'Rejoindre la réunion' : 'Join the meeting' }).click();
      await expect(page.getByText(failure[lang])).toBeVisible({ timeout: 60_000 });
      await expect.poll(() => page.evaluate(() => window.hostEvents)).toContain(`visio-error ${failure.code}`);
      await expect(page.getByRole('button', { name: lang === 'fr' ? 'Réessayer' : 'Try again' })).toBeVisible();
      expect(await page.locator('visio-meeting').evaluate((element) => element.outerHTML)).not.toContain('token=');
    });
  }
}

test('after a failure, one click with good credentials joins', async ({ openHost, services }) => {
  const { url, apiKey, apiSecret } = services.livekit!;
  const page = await openHost({ attributes: { 'server-url': url, token: await token({ secret: 'another secret of thirty-two letters' }) } });
  await page.getByRole('button', { name: 'Join the meeting' }).click();
  await expect(page.getByText('The meeting server does not accept your pass.')).toBeVisible();

  const good = await token({ apiKey, secret: apiSecret });
  await page.locator('visio-meeting').evaluate((element, value) => element.setAttribute('token', value), good);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
});

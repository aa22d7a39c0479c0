// What every suite of Playwright's has in common.
import { chromiumFlags, findChromium } from './browser.mjs';
import { whenEnded } from './processes.mjs';

whenEnded(() => {}); // npm's shell passes no signal on to us

/** Each test runs several calls at once: one test at a time, and none gets a second chance. */
export const settings = /** @type {const} */ ({
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  globalTimeout: 30 * 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await findChromium(), args: chromiumFlags },
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});

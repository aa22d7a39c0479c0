// `npm run test:consumers`: apps as others write them, installed from the packs, built, and in a real call. Needs a build.
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { whenEnded } from '../dev/processes.mjs';

whenEnded(() => {}); // npm's shell passes no signal on to us

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/consumers',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await findChromium(), args: chromiumFlags },
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});

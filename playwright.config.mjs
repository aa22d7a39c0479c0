// End-to-end tests: whole meetings between pages, on a real livekit-server.
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './dev/browser.mjs';
import { whenEnded } from './dev/processes.mjs';

whenEnded(() => {}); // npm's shell passes no signal on to us

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Each test runs several calls at once: one test at a time, and none gets a second chance.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await findChromium(), args: chromiumFlags },
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});

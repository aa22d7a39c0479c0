// `npm run test:consumers`: apps as others write them, installed from the packs, built, and in a real call. Needs a build.
import { defineConfig } from '@playwright/test';
import { settings } from '../dev/playwright.mjs';

export default defineConfig(settings, {
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/consumers',
  timeout: 120_000,
  expect: { timeout: 20_000 },
});

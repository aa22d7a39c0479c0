// End-to-end tests: whole meetings between pages, on a real livekit-server.
import { defineConfig } from '@playwright/test';
import { settings } from './dev/playwright.mjs';

export default defineConfig(settings, {
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
});

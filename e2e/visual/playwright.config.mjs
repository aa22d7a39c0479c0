// Visual tests: every layout, as its story shows it, against the picture that is kept. After a wanted change:
// `npm run test:visual -- --update-snapshots`, look at every picture that changed, and commit them.
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../dev/browser.mjs';
import { settings } from '../../dev/playwright.mjs';

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '**/*.visual.ts',
  outputDir: '../../test-results/visual',
  snapshotPathTemplate: '{testDir}/images/{arg}{ext}',
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: {
    timeout: 20_000,
    // Another machine smooths edges otherwise. What moves, comes or goes changes more than this.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'device', threshold: 0.25, maxDiffPixelRatio: 0.006 },
  },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: await findChromium(),
      args: [...chromiumFlags, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'],
    },
  },
});

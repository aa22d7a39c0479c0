import { expect, test } from './stories.ts';

const SIZES = [
  { width: 320, height: 480 },
  { width: 480, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Each layout, with what is to be there before one looks. */
const STORIES: Readonly<Record<string, string>> = {
  grid: 'visio-tile',
  pages: 'visio-stage nav',
  speaker: 'visio-tile[large]',
  sidebar: 'visio-tile[large]',
  pinned: 'visio-tile[large]',
  screen: 'visio-tile[large] video.live',
  screens: 'visio-tile[large] video.live',
  'self-floating': 'visio-self-view',
  'self-hidden': 'visio-tile',
};

for (const [story, there] of Object.entries(STORIES)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${story}, ${theme}`, async ({ openStory }) => {
      for (const size of SIZES) {
        await test.step(`${size.width} wide`, async () => {
          const page = await openStory(story, theme, size);
          await expect(page.locator(there).first()).toBeVisible();
          await expect(page.locator('visio-tile video:not(.live)')).toHaveCount(0);
          await page.evaluate(() => document.fonts.ready);
          // Of the stage alone: what the controls look like is not its affair.
          await expect.soft(page.locator('visio-stage')).toHaveScreenshot(`${story.replace('-', '')}-${size.width}-${theme}.png`);
          await page.close();
        });
      }
    });
  }
}

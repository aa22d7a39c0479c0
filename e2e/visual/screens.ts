// Every screen of a meeting that a person may have before them: each is shown in a page that may show another one already.
import { expect, type Page } from '@playwright/test';
import { measure, open, rest, showCall, showLobby } from './host-page.ts';

export interface Screen {
  readonly name: string;
  /** Which part of the page it is, as in `visio-dialog`. */
  readonly within: string;
  /** How many controls it has at the least: with fewer it would be a page that shows nothing. */
  readonly controls: number;
  /** Whether it is a part of another one where there is little room. */
  readonly isWide?: boolean;
  show(page: Page): Promise<void>;
}

async function close(page: Page): Promise<void> {
  for (const place of ['panel', 'dialog', 'popup'] as const) await open(page, place, null);
}

const opened = (place: 'panel' | 'dialog' | 'popup', name: string, controls: number, more: Partial<Screen> = {}): Screen => ({
  name: `${place} ${name}`,
  within: `visio-${place}`,
  controls,
  async show(page) {
    await close(page);
    await open(page, place, name);
  },
  ...more,
});

/** A page of the settings: with the keyboard one would choose it in the list, or go to its tab. */
const settings = (page: string, controls: number): Screen =>
  opened('dialog', 'settings', controls, {
    name: `settings, ${page}`,
    async show(at) {
      await close(at);
      await open(at, 'dialog', 'settings');
      await at.locator(`visio-settings #tab-${page}`).evaluate((tab: HTMLElement) => tab.click());
    },
  });

async function openParticipantMenu(page: Page): Promise<void> {
  await close(page);
  await page.locator('visio-tile .options').nth(1).evaluate((button: HTMLElement) => button.click());
}

/** In the lobby, and outside. */
export const AROUND: readonly Screen[] = [
  { name: 'lobby', within: 'visio-meeting', controls: 7, show: showLobby },
  {
    name: 'waiting room',
    within: 'visio-meeting',
    controls: 6,
    async show(page) {
      await showLobby(page);
      await page.evaluate(() => {
        const { backend, meeting } = window.simulated;
        backend.holdBack();
        meeting.join().catch(() => undefined);
      });
      await page.locator('visio-waiting button').waitFor();
    },
  },
  {
    name: 'end',
    within: 'visio-meeting',
    controls: 1,
    async show(page) {
      await showCall(page);
      await page.evaluate(() => window.simulated.meeting.leave());
      await page.locator('visio-end').waitFor();
    },
  },
  {
    name: 'consent',
    within: 'visio-recording-consent',
    controls: 3,
    async show(page) {
      await page.evaluate(async () => {
        const { director, meeting } = await window.simulate();
        director.setRoomMetadata({ recording_mode: 'screen_recording', recording_status: 'started' });
        director.setRecording(true);
        await meeting.join();
      });
    },
  },
];

/** In one call, from the first to the last: that of `showCall`. */
export const IN_CALL: readonly Screen[] = [
  { name: 'call', within: 'visio-meeting', controls: 6, show: showCall },
  opened('panel', 'chat', 4),
  opened('panel', 'people', 10),
  opened('panel', 'caption-list', 6, {
    async show(page) {
      await close(page);
      await page.evaluate(async () => {
        const { director, meeting } = window.simulated;
        for (let i = 0; i < 5; i++) director.caption(director.ids[1]!, `Shall we begin with point ${i} of the agenda?`);
        await new Promise<void>((done) => void meeting.captions.setEnabled.enabled.subscribe((may) => may && done()));
        await meeting.captions.setEnabled(true);
      });
      await open(page, 'panel', 'caption-list');
    },
  }),
  opened('popup', 'more', 6),
  opened('popup', 'microphone', 4, { isWide: true }),
  opened('popup', 'camera', 2, { isWide: true }),
  opened('popup', 'reactions', 8),
  opened('popup', 'layout', 6),
  { name: 'menu of a participant', within: 'visio-participant-menu', controls: 6, show: openParticipantMenu },
  {
    ...opened('dialog', 'removal', 3),
    async show(page) {
      await openParticipantMenu(page);
      await page.locator('visio-participant-menu button').last().evaluate((button: HTMLElement) => button.click());
    },
  },
  settings('sound', 7),
  settings('video', 12),
  settings('notices', 8),
  settings('captions', 8),
  settings('shortcuts', 6),
  settings('quality', 4),
  opened('dialog', 'moderation', 8),
  opened('dialog', 'recording', 4),
  opened('dialog', 'dial-in', 2),
  opened('dialog', 'shortcuts', 2),
  opened('dialog', 'statistics', 6),
  opened('dialog', 'check', 2),
  {
    name: 'notices',
    within: 'visio-notices',
    controls: 3,
    async show(page) {
      await close(page);
      await page.evaluate(() => {
        const { notices } = window.simulated.meeting;
        notices.show({ text: 'The room is needed again at noon.', sticky: true, actions: [{ label: 'Ten minutes more', run: () => undefined }] });
        notices.show({ text: 'The recording is there.', sticky: true });
      });
    },
  },
];

/** Shows it, waits until all of it is there and nothing moves, and holds it to {@link measure}. */
export async function expectWhole(page: Page, { name, within, controls, show }: Screen): Promise<void> {
  await show(page);
  // What fills a place comes after its frame, and slides in.
  await expect.poll(async () => (await measure(page, within).catch(() => null))?.controls ?? 0, `controls of ${name}`).toBeGreaterThanOrEqual(controls);
  await rest(page);
  expect.soft([name, (await measure(page, within)).problems]).toEqual([name, []]);
}

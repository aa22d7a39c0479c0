// From the lobby to the end with the keyboard alone: every panel, every dialog, every menu, and what may vanish under one's hands.
import type { Services } from '../dev/services.mjs';
import { expect, test, type ParticipantPage, type TestFixtures } from './fixtures.ts';
import { expectAt, expectInside, focused, pressTo, tabTo, walkThrough } from './focus.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
import { join, tileOf } from './meeting-page.ts';

type OpenPage = TestFixtures['openPage'];

/** The names of what the bar has for a host, in the order in which Tab goes through it. */
const BAR = [
  'Turn off microphone',
  'Microphone and speaker options',
  'Turn off camera',
  'Camera options',
  'Share your screen',
  'Raise your hand',
  'Reactions',
  'Turn captions on',
  'Chat',
  'People',
  'More',
  'Leave the meeting',
];

const MENU = ['All captions', 'View', 'Open in a small window', 'Full screen', 'Manage the meeting', 'Record the meeting', 'Settings', 'Connection details', 'Check my connection', 'Keyboard shortcuts'];

/** Someone in the lobby of a room, in a window in which the bar has room for all of its buttons. */
async function enter(openPage: OpenPage, services: Services, path: string, name: string, as = ''): Promise<ParticipantPage> {
  const page = await openPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pageFor(services, path, { as, name }));
  await expect(page.getByRole('button', { name: 'Join the meeting' })).toBeEnabled();
  return page;
}

const bar = (page: ParticipantPage) => page.locator('visio-bar');
const dialog = (page: ParticipantPage, name: string) => page.getByRole('dialog', { name });

/** Opens an entry of the bar's menu. */
async function choose(page: ParticipantPage, entry: string): Promise<void> {
  await tabTo(page, 'More');
  await pressTo(page, 'Enter', MENU[0]!);
  // From one entry to the next by the arrows, too.
  for (const next of MENU.slice(1, MENU.indexOf(entry) + 1)) await pressTo(page, 'ArrowDown', next);
  await page.keyboard.press('Enter');
}

/** What is in the dialog that opens, which is fetched, is there. */
async function expectOpen(page: ParticipantPage): Promise<void> {
  await expectAt(page, 'Close');
  await expect(page.locator('visio-dialog .content > :not(.wait)')).toBeVisible();
}

/** Goes to a page of the settings, which are open: they remember the last. */
async function turnTo(page: ParticipantPage, title: string): Promise<void> {
  await page.keyboard.press('Tab');
  await pressTo(page, 'Home', 'Sound');
  for (let i = 0; i < 8 && (await focused(page))?.name !== title; i++) await page.keyboard.press('ArrowDown');
  await expectAt(page, title);
}

/** Of what is not at the end of a word: the name of a choice has its hint in it. */
const starts = (names: readonly string[], expected: readonly string[]) => expect(names.map((name, i) => name.slice(0, expected[i]?.length))).toEqual(expected);

for (const forcedColors of ['none', 'active'] as const) {
  test(`lobby, panels, menus and dialogs, ${forcedColors === 'none' ? 'in our colours' : 'in forced colours'}`, async ({ openPage, services }) => {
    test.setTimeout(300_000);
    const path = await makeRoom(services, forcedColors === 'none' ? 'wal-king-one' : 'wal-king-two');
    const page = await enter(openPage, services, path, 'Olive', 'olive');
    await page.emulateMedia({ forcedColors });
    const { keyboard } = page;

    await test.step('the lobby: picture, name, way in, check, devices', async () => {
      await tabTo(page, 'Turn off microphone');
      expect(await walkThrough(page, 'visio-meeting')).toEqual([
        'Turn off camera',
        'Your name',
        'Join the meeting',
        'Check my connection',
        expect.stringMatching(/^Microphone/),
        expect.stringMatching(/^Camera/),
        expect.stringMatching(/^Speaker/),
      ]);
    });

    await test.step('the check before the call, and back', async () => {
      await tabTo(page, 'Check my connection');
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectInside(page, 'visio-check-dialog');
      await tabTo(page, /^(Stop|Check again)$/);
      await pressTo(page, 'Escape', 'Check my connection');
    });

    await test.step('devices are chosen without a mouse', async () => {
      await tabTo(page, /^Microphone/);
      await keyboard.press('ArrowDown');
      const list = page.locator('visio-lobby .devices select').first();
      await expect(list).not.toHaveValue('');
      await expect(list).toBeFocused();
      await keyboard.press('ArrowUp');
    });

    await test.step('the name, and in', async () => {
      await tabTo(page, 'Your name');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('Olive');
      await pressTo(page, 'Tab', 'Join the meeting');
      await keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
      await expectInside(page, 'visio-call');
    });

    await test.step('alone: the invitation, which goes when someone comes', async () => {
      await tabTo(page, 'Copy the invitation');
      const gus = await enter(openPage, services, path, 'Gus');
      await join(gus);
      await expect(page.locator('visio-tile')).toHaveCount(2);
      await expect(page.locator('visio-alone')).toHaveCount(0);
      await expectInside(page, 'visio-call');
    });

    await test.step('the call: the people, then the bar', async () => {
      await tabTo(page, 'Leave the meeting');
      await tabTo(page, 'Options for You');
      expect(await walkThrough(page, 'visio-call')).toEqual(BAR);
    });

    await test.step('microphone, camera and hand are turned and stay under the finger', async () => {
      await tabTo(page, 'Turn off microphone');
      await pressTo(page, 'Space', 'Turn on microphone');
      await pressTo(page, 'Space', 'Turn off microphone');
      await tabTo(page, 'Raise your hand');
      await pressTo(page, 'Enter', 'Lower your hand');
      await pressTo(page, 'Enter', 'Raise your hand');
    });

    const panels: readonly (readonly [control: string, title: string, first: string, stops: readonly string[]])[] = [
      ['Chat', 'Chat', 'Your message', ['Send', 'Real-time text', ...BAR]],
      ['People', 'People', 'Olive, you, Host', ['Options for Olive', 'Copy the invitation', ...BAR]],
    ];
    for (const [control, title, first, stops] of panels) {
      await test.step(`the panel ${title}, and back to its button`, async () => {
        await tabTo(page, control);
        await pressTo(page, 'Enter', first);
        expect(await walkThrough(page, 'visio-call')).toEqual(stops);
        // Backwards to the panel's own button for closing.
        await tabTo(page, first);
        await tabTo(page, 'Close', 'Shift+Tab');
        await pressTo(page, 'Enter', control);
        await expect(page.locator('visio-panel').getByRole('heading', { name: title })).toBeHidden();
        await pressTo(page, 'Enter', first);
        await pressTo(page, 'Escape', control);
      });
    }

    await test.step('real-time text, turned on in the chat', async () => {
      await tabTo(page, 'Chat');
      await pressTo(page, 'Enter', 'Your message');
      await keyboard.type('Hel');
      await tabTo(page, 'Real-time text');
      await keyboard.press('Enter');
      await expectAt(page, 'Real-time text');
      await expect(page.getByRole('button', { name: 'Real-time text' })).toHaveAttribute('aria-pressed', 'true');
      await keyboard.press('Enter');
      await tabTo(page, 'Your message', 'Shift+Tab');
      await keyboard.press('Enter');
      await expect(page.locator('visio-chat .bubble')).toHaveText(['Hel']);
      await expectAt(page, 'Your message');
      await pressTo(page, 'Escape', 'Chat');
    });

    // What opens from a button, what has the focus in it, and which control comes after the button.
    for (const [control, first, next] of [
      ['Microphone and speaker options', 'System default', 'Turn off camera'],
      ['Camera options', 'System default', 'Share your screen'],
      ['Reactions', 'Thumbs up', 'Turn captions on'],
    ] as const) {
      await test.step(`what opens from "${control}", and back, and past it`, async () => {
        await tabTo(page, control);
        await pressTo(page, 'Enter', first);
        await expectInside(page, 'visio-popup');
        await pressTo(page, 'Escape', control);
        await pressTo(page, 'Enter', first);
        await pressTo(page, 'Shift+Tab', control);
        await expect(bar(page).getByRole('button', { name: control })).toHaveAttribute('aria-expanded', 'false');
        await pressTo(page, 'Enter', first);
        await tabTo(page, next);
        await expect(bar(page).getByRole('button', { name: control })).toHaveAttribute('aria-expanded', 'false');
      });
    }

    await test.step('a device is chosen by the arrows', async () => {
      await tabTo(page, 'Microphone and speaker options');
      await pressTo(page, 'Enter', 'System default');
      await pressTo(page, 'ArrowDown', 'Fake Audio Input 1');
      await expect(page.getByRole('radio', { name: 'Fake Audio Input 1' })).toBeChecked();
      await pressTo(page, 'ArrowUp', 'System default');
      await pressTo(page, 'Escape', 'Microphone and speaker options');
    });

    await test.step('the menu: every entry, and past it', async () => {
      await tabTo(page, 'More');
      await pressTo(page, 'Enter', MENU[0]!);
      expect(await walkThrough(page, 'visio-popup')).toEqual(MENU.slice(1));
      await expectAt(page, 'Leave the meeting');
      await expect(bar(page).getByRole('button', { name: 'More' })).toHaveAttribute('aria-expanded', 'false');
    });

    await test.step('all captions, a panel from the menu', async () => {
      await choose(page, 'All captions');
      await expectAt(page, 'All captions');
      await pressTo(page, 'Escape', 'More');
    });

    await test.step('the view, chosen by the arrows', async () => {
      await choose(page, 'View');
      await expect.poll(async () => (await focused(page))?.name).toMatch(/^Automatic/);
      await keyboard.press('ArrowDown');
      await expect(page.getByRole('radio', { name: /^Grid/ })).toBeChecked();
      await tabTo(page, /^With the others/);
      await pressTo(page, 'Escape', 'More');
    });

    const dialogs: readonly (readonly [title: string, stops: readonly string[]])[] = [
      [
        'Manage the meeting',
        ['Mute everyone', 'Lower all hands', 'Everyone with the link', 'People who are signed in', 'Only hosts and members', 'Turn on their microphone', 'Turn on their camera', 'Share their screen', 'Mute others'],
      ],
      ['Record the meeting', ['A film', 'And a transcript of it', 'Start recording']],
      ['Connection details', ['Normal', 'Sent', 'Received', 'Copy as text', 'Copy as JSON']],
      ['Keyboard shortcuts', ['Change the shortcuts']],
    ];
    for (const [title, stops] of dialogs) {
      await test.step(`the dialog ${title}, and back`, async () => {
        await choose(page, title);
        await expectOpen(page);
        await expect(page.locator('visio-dialog').getByText(stops.at(-1)!)).toBeVisible();
        starts(await walkThrough(page, 'visio-dialog'), stops);
        await pressTo(page, 'Escape', 'More');
        await expect(page.locator('visio-dialog dialog')).toBeHidden();
      });
    }

    await test.step('the check during the call, and back', async () => {
      await choose(page, 'Check my connection');
      await expectOpen(page);
      await tabTo(page, /^(Stop|Check again)$/);
      await pressTo(page, 'Escape', 'More');
    });

    await test.step('every page of the settings', async () => {
      await choose(page, 'Settings');
      await expectOpen(page);
      const pages: readonly (readonly [title: string, stops: readonly string[]])[] = [
        ['Sound', ['Microphone', 'Speaker', 'Play a test sound', 'Noise suppression', 'Echo cancellation', 'Automatic volume']],
        ['Video', ['Camera', 'Mirror my picture', 'None', 'Choose an image…', 'Add to Visio…']],
        ['Notices', ['joins', 'leaves', 'raises a hand', 'writes a message', 'shares a screen', 'Play a sound', 'Say who joins', 'Say who raises', 'Say who writes', 'Say who is speaking', 'Say when a recording']],
        ['Captions', ['Medium', 'White on black', 'See-through', 'At the bottom', 'Read captions out']],
        ['Keyboard shortcuts', ['Visio', 'Keyboard shortcuts']],
        ['Connection and data', ['Normal']],
      ];
      await pressTo(page, 'Tab', 'Sound');
      for (const [i, [title, stops]] of pages.entries()) {
        if (i > 0) await pressTo(page, 'ArrowDown', title);
        await expect(page.getByRole('tabpanel', { name: title })).toBeVisible();
        await expect(page.locator('visio-settings .page').getByText(stops.at(-1)!).last()).toBeVisible();
        starts(await walkThrough(page, 'visio-settings'), stops);
        await tabTo(page, title);
      }
      await pressTo(page, 'Escape', 'More');
    });

    await test.step('from a page of the settings to the sheet of shortcuts, and back to where one came from', async () => {
      await choose(page, 'Settings');
      await turnTo(page, 'Keyboard shortcuts');
      await tabTo(page, 'Keyboard shortcuts');
      await keyboard.press('Enter');
      await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
      await expectOpen(page);
      await tabTo(page, 'Change the shortcuts');
      await pressTo(page, 'Escape', 'More');
    });

    await test.step('an image behind oneself is chosen, and the picture is not lost', async () => {
      await choose(page, 'Settings');
      await turnTo(page, 'Video');
      await tabTo(page, 'None');
      await keyboard.press('ArrowRight');
      await expectInside(page, 'visio-video-settings');
      await keyboard.press('ArrowLeft');
      await expectAt(page, 'None');
      await pressTo(page, 'Escape', 'More');
    });

    await test.step('a button that goes into the menu as the window gets narrow, and comes back', async () => {
      await tabTo(page, 'People');
      await page.setViewportSize({ width: 360, height: 640 });
      await expectAt(page, 'More');
      await page.setViewportSize({ width: 1280, height: 800 });
      await expectAt(page, 'More');
      await tabTo(page, 'Microphone and speaker options');
      await page.setViewportSize({ width: 300, height: 640 });
      await expectInside(page, 'visio-bar');
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    await test.step('out, and the end', async () => {
      await tabTo(page, 'Leave the meeting');
      await keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'You left the meeting' })).toBeFocused();
      await pressTo(page, 'Tab', 'Rejoin');
    });
    // What blurs the picture tells of itself.
    expect(page.observed.consoleErrors.filter((text) => !text.startsWith('INFO: '))).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  });
}

/** Opens the menu of someone's tile: arrows go from one tile to the next. */
async function openTileMenu(page: ParticipantPage, name: string): Promise<void> {
  const wanted = `Options for ${name}`;
  await tabTo(page, /^Options for /);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown']) {
    if ((await focused(page))?.name === wanted) break;
    await page.keyboard.press(key);
  }
  await expectAt(page, wanted);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: wanted })).toBeVisible();
}

/** Goes by the arrows to an entry of the menu that is open, and chooses it. */
async function chooseAction(page: ParticipantPage, name: string): Promise<void> {
  for (let i = 0; i < 12 && (await focused(page))?.name !== name; i++) await page.keyboard.press('ArrowDown');
  await expectAt(page, name);
  await page.keyboard.press('Enter');
}

test('a host moderates and records, a guest consents', async ({ openPage, services }) => {
  test.setTimeout(240_000);
  const path = await makeRoom(services, 'wal-king-mod');
  services.backend.settings.recording.egress = 'automatic';
  const olive = await enter(openPage, services, path, 'Olive', 'olive');
  const [gus, zoe] = [await enter(openPage, services, path, 'Gus'), await enter(openPage, services, path, 'Zoé')];
  await join(olive);
  for (const page of [gus, zoe]) await join(page);
  for (const page of [olive, gus, zoe]) await expect(page.locator('visio-tile')).toHaveCount(3);
  await olive.evaluate(() => void document.querySelector('visio-meeting')!.meeting!.notices.hold());
  await olive.locator('visio-meeting').getByRole('button', { name: 'More' }).focus();

  await test.step('a menu of a tile, and back', async () => {
    await openTileMenu(olive, 'Gus');
    await pressTo(olive, 'Escape', 'Options for Gus');
  });

  await test.step('muted, and kept from speaking: the focus stays with their tile', async () => {
    await openTileMenu(olive, 'Gus');
    await chooseAction(olive, 'Mute');
    await expectAt(olive, 'Options for Gus');
    await expect(gus.getByRole('button', { name: 'Turn on microphone' })).toBeVisible();
    // Whoever may not speak any more, and was on that button, is on another.
    await gus.getByRole('button', { name: 'Turn on microphone' }).focus();
    await olive.keyboard.press('Enter');
    await chooseAction(olive, 'Do not let them speak');
    await expectAt(olive, 'Options for Gus');
    await expect(gus.locator('visio-bar').getByRole('button', { name: /microphone$/ })).toHaveCount(0);
    await expectInside(gus, 'visio-bar');
  });

  await test.step('asked before someone is removed, and not removed', async () => {
    await olive.keyboard.press('Enter');
    await chooseAction(olive, 'Remove from the meeting');
    await expectOpen(olive);
    expect(await walkThrough(olive, 'visio-dialog')).toEqual(['Cancel', 'Remove']);
    await tabTo(olive, 'Cancel');
    await pressTo(olive, 'Enter', 'Options for Gus');
  });

  await test.step('removed from their tile: the focus is with someone else', async () => {
    await olive.keyboard.press('Enter');
    await chooseAction(olive, 'Remove from the meeting');
    await tabTo(olive, 'Remove');
    await olive.keyboard.press('Enter');
    await expect(olive.locator('visio-tile')).toHaveCount(2);
    await expect.poll(async () => (await focused(olive))?.name).toMatch(/^Options for (You|Zoé)$/);
  });

  await test.step('the one who was removed is told, and is there', async () => {
    await expect(gus.getByText('A moderator removed you from the meeting.')).toBeVisible();
    await expectInside(gus, 'visio-end');
  });

  await test.step('removed from the list of people: the focus stays in the list', async () => {
    await tabTo(olive, /^People/);
    await pressTo(olive, 'Enter', 'Olive, you, Host');
    await olive.keyboard.press('ArrowDown');
    await expect.poll(async () => (await focused(olive))?.name).toMatch(/^Zoé/);
    await olive.keyboard.press('Enter');
    await expect(olive.getByRole('menu', { name: 'Options for Zoé' })).toBeVisible();
    await chooseAction(olive, 'Remove from the meeting');
    await tabTo(olive, 'Remove');
    await olive.keyboard.press('Enter');
    await expect(olive.locator('visio-tile')).toHaveCount(1);
    await expectAt(olive, 'Olive, you, Host');
    await olive.keyboard.press('Escape');
    await expect.poll(async () => (await focused(olive))?.name).toMatch(/^People/);
  });

  await test.step('a recording is started, and its notice understood', async () => {
    await tabTo(olive, 'More');
    await pressTo(olive, 'Enter', MENU[0]!);
    await tabTo(olive, 'Record the meeting');
    await olive.keyboard.press('Enter');
    await expectOpen(olive);
    await tabTo(olive, 'And a transcript of it');
    await olive.keyboard.press('Space');
    starts(await walkThrough(olive, 'visio-dialog'), ['Language spoken', 'Start recording']);
    await tabTo(olive, 'Start recording');
    await pressTo(olive, 'Enter', 'More');
    const notice = olive.locator('visio-notices .item').filter({ hasText: 'This meeting is being recorded.' });
    await expect(notice).toBeVisible();
    await tabTo(olive, 'Understood', 'Shift+Tab');
    await olive.keyboard.press('Enter');
    await expect(notice).toHaveCount(0);
    await expectInside(olive, 'visio-call');
  });

  await test.step('who comes now is asked, and goes on by keyboard', async () => {
    const yan = await enter(openPage, services, path, 'Yan');
    await tabTo(yan, 'Join the meeting');
    await yan.keyboard.press('Enter');
    await expect(yan.getByRole('heading', { name: 'This meeting is being recorded' })).toBeFocused();
    expect(await walkThrough(yan, 'visio-recording-consent')).toEqual(['Continue', 'Continue with microphone and camera off', 'Leave the meeting']);
    await tabTo(yan, 'Continue');
    await yan.keyboard.press('Enter');
    await expect(yan.locator('visio-recording-consent dialog')).toBeHidden();
    await expectInside(yan, 'visio-call');
    await expect(tileOf(olive, 'Yan')).toBeVisible();
    await yan.close();
  });

  await test.step('and stopped, after having been asked', async () => {
    await tabTo(olive, 'More');
    await pressTo(olive, 'Enter', MENU[0]!);
    await tabTo(olive, 'Stop the recording');
    await olive.keyboard.press('Enter');
    await expectOpen(olive);
    expect(await walkThrough(olive, 'visio-dialog')).toEqual(['Go on recording', 'Stop the recording']);
    await tabTo(olive, 'Stop the recording');
    await pressTo(olive, 'Enter', 'More');
    await expect(olive.locator('visio-notices .recording')).toHaveCount(0);
  });

  for (const page of [olive, gus, zoe]) expect(page.observed.cspViolations).toEqual([]);
  expect(olive.observed.consoleErrors).toEqual([]);
});

test('the call button, its panel and ringing', async ({ openPage, services }) => {
  test.setTimeout(180_000);
  const page = await openPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${services.backend.url}/call-button/?name=Ada&room=wal-kcal-lbu&lang=en#/messages`);
  const panel = page.locator('visio-call-panel');
  const { keyboard } = page;
  await expect(page.getByRole('button', { name: 'Call', exact: true })).toBeVisible();

  await test.step('a call rings, and is declined: one goes on where one was', async () => {
    await tabTo(page, 'Call');
    await page.evaluate(() => void document.querySelector('visio-call-button')!.ring({ from: 'Grace' }));
    await expect(page.getByRole('alertdialog', { name: 'Grace' })).toBeFocused();
    expect(await walkThrough(page, 'visio-incoming-call')).toEqual(['Decline', 'Answer', 'Silence']);
    await tabTo(page, 'Decline', 'Shift+Tab');
    await pressTo(page, 'Enter', 'Call');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  });

  await test.step('one calls, and gives up', async () => {
    await keyboard.press('Enter');
    await tabTo(page, 'Cancel', 'Shift+Tab');
    await pressTo(page, 'Enter', 'Call');
  });

  await test.step('the panel: in, small and back, the call, and out to the button', async () => {
    await page.goto(`${services.backend.url}/call-button/?name=Ada&room=wal-kcal-lbu&lang=en#/agenda`);
    await tabTo(page, 'Join the call');
    await keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Join the meeting' })).toBeVisible();
    await expectInside(page, 'visio-call-panel');
    await tabTo(page, 'Join the meeting');
    await keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
    await expectInside(page, 'visio-call');
    await tabTo(page, 'Minimise the call', 'Shift+Tab');
    await pressTo(page, 'Enter', 'Show the call');
    await keyboard.press('Enter');
    await expectInside(page, 'visio-call-panel');
    await tabTo(page, 'More');
    await keyboard.press('Enter');
    await expectInside(page, 'visio-popup');
    await pressTo(page, 'Escape', 'More');
    await tabTo(page, 'Leave the meeting');
    await pressTo(page, 'Enter', 'Join the call');
    await expect(panel).toHaveCount(0);
  });
  expect(page.observed.cspViolations).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
});

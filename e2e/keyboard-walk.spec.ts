// From the lobby to the end with the keyboard alone: every panel, every dialog, every menu.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Focused {
  readonly name: string;
  /** Where it is, from the page inwards. */
  readonly path: string;
  /** Whether one can see that it has the focus: an outline, or something drawn in its place. */
  readonly isSeen: boolean;
}

/** What has the focus, through all shadow roots; `null` when it is the page's body, which is nowhere. */
async function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const path: string[] = [];
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      path.push(element.localName);
      element = element.shadowRoot.activeElement;
    }
    if (!element || element === document.body || element === document.documentElement) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const labels = (element as HTMLInputElement).labels;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      path: [...path, element.localName].join(' '),
      isSeen: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
    };
  });
}

/** Goes on by Tab to what is called so; on the way nothing is lost, and all is seen. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const isIt = (at: Focused) => (typeof name === 'string' ? at.name === name : name.test(at.name));
  const passed: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    // After the last of the page comes the browser, and then the page from its start.
    if (!at) {
      passed.push('(browser)');
      continue;
    }
    passed.push(at.name);
    expect(at.isSeen, `the focus on "${at.name}" (${at.path}) is seen`).toBe(true);
    if (isIt(at)) return;
  }
  throw new Error(`Tab does not lead to ${String(name)}, but to: ${passed.join(', ')}`);
}

/** The focus is inside `place`, and not lost. */
async function expectInside(page: Page, place: string): Promise<void> {
  await expect.poll(async () => (await focused(page))?.path ?? 'nowhere').toContain(place);
}

/** Everything that Tab reaches in `place`, until it is left or comes round. */
async function walkThrough(page: Page, place: string): Promise<readonly string[]> {
  const names: string[] = [];
  const first = JSON.stringify(await focused(page));
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at || JSON.stringify(at) === first || !at.path.includes(place)) break;
    expect(at.isSeen, `the focus on "${at.name}" (${at.path}) is seen`).toBe(true);
    expect(at.name, `what is at ${at.path} has a name`).not.toBe('');
    names.push(at.name);
  }
  return names;
}

test('from the lobby to the end with the keyboard alone', async ({ openParticipant }) => {
  test.setTimeout(240_000);
  const page = await openParticipant('Alice', { room: 'walk' });
  const { keyboard } = page;
  const bar = page.locator('visio-bar');
  await expect(page.getByRole('button', { name: 'Join the meeting' })).toBeVisible();

  await test.step('the lobby: the name, the devices, and in', async () => {
    await tabTo(page, 'Your name');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('Alice K.');
    await tabTo(page, 'Join the meeting');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
    await expect.poll(async () => (await focused(page))?.path ?? 'nowhere').toContain('visio-meeting');
  });

  await test.step('microphone', async () => {
    await tabTo(page, 'Turn off microphone');
    await keyboard.press('Space');
    await expect(bar.getByRole('button', { name: 'Turn on microphone' })).toBeFocused();
  });

  for (const [control, title] of [['Chat', 'Chat'], ['People', 'People']] as const) {
    await test.step(`the panel ${title}, and back to its button`, async () => {
      await tabTo(page, new RegExp(`^${control}`));
      await keyboard.press('Enter');
      const panel = page.locator('visio-panel');
      await expect(panel.getByRole('heading', { name: title, exact: true })).toBeVisible();
      await expectInside(page, 'visio-panel');
      await walkThrough(page, 'visio-panel');
      await panel.getByRole('button', { name: 'Close', exact: true }).first().focus();
      await keyboard.press('Escape');
      await expect(panel.getByRole('heading', { name: title, exact: true })).toBeHidden();
      await expect(bar.getByRole('button', { name: new RegExp(`^${control}`) })).toBeFocused();
    });
  }

  await test.step('reactions, and back', async () => {
    await tabTo(page, 'Reactions');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Thumbs up' })).toBeVisible();
    await expectInside(page, 'visio-popup');
    await keyboard.press('Escape');
    await expect(bar.getByRole('button', { name: 'Reactions' })).toBeFocused();
  });

  const more = bar.getByRole('button', { name: /^More/ });
  for (const title of ['Settings', 'Keyboard shortcuts', 'Connection details']) {
    await test.step(`the menu, the dialog ${title}, and back`, async () => {
      await tabTo(page, /^More/);
      await keyboard.press('Enter');
      await expect(bar.getByRole('button', { name: title, exact: true })).toBeVisible();
      await expectInside(page, 'visio-popup');
      if ((await focused(page))?.name !== title) await tabTo(page, title);
      await keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog).toBeVisible();
      await expectInside(page, 'visio-dialog');
      await walkThrough(page, 'visio-dialog');
      await keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(more).toBeFocused();
    });
  }

  await test.step('out, and the end', async () => {
    await tabTo(page, 'Leave the meeting');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
    await expect.poll(async () => (await focused(page))?.path ?? 'nowhere').toContain('visio-meeting');
    await tabTo(page, 'Rejoin');
  });
  expect(page.observed.consoleErrors).toEqual([]);
});

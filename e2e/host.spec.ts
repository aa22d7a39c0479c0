// What a host does from code, and what it is told, in a real call.
import { expect, test } from './fixtures.ts';
import { join, tileOf } from './meeting-page.ts';

test('a host is told what happens, drives the call from code, and adds what is its own', async ({ openHost, openParticipant, services }) => {
  const host = await openHost({ attributes: { room: 'host', 'display-name': 'Hana', controls: 'microphone document chat more camera' }, tokenUrl: `${services.backend.url}/api/token` });
  await host.evaluate(() => {
    const meeting = document.querySelector('visio-meeting')!;
    const facts: string[] = [];
    Object.assign(window, { facts });
    meeting.addEventListener('visio-participant-joined', ({ detail }) => facts.push(`joined ${detail.participant.name}`));
    meeting.addEventListener('visio-participant-left', () => facts.push('left'));
    meeting.addEventListener('visio-track-muted', ({ detail }) => facts.push(`muted ${detail.track.source}`));
    meeting.addEventListener('visio-message-received', ({ detail }) => facts.push(`message ${detail.message.text}`));
    let clicks = 0;
    meeting.contributions = [
      {
        name: 'document',
        control: { label: () => 'Open the document', icon: { path: 'M5 5h14v14H5z' }, order: 15, run: () => void (document.title = `clicked ${++clicks}`) },
        overlay: {
          element: () => Object.assign(document.createElement('p'), { textContent: 'Watermark' }),
        },
      },
    ];
  });
  const facts = () => host.evaluate(() => (window as unknown as { facts: string[] }).facts);
  await join(host);

  const bob = await openParticipant('Bob', { room: 'host' });
  await join(bob);
  await expect(tileOf(host, 'Bob')).toBeVisible();
  await expect.poll(facts).toContain('joined Bob');

  await test.step('its button, its overlay, its order', async () => {
    await expect(host.locator('visio-overlays')).toHaveText('Watermark');
    await host.getByRole('button', { name: 'Open the document' }).click();
    await expect(host).toHaveTitle('clicked 1');
    const names = await host.locator('visio-bar .controls button').evaluateAll((buttons) => buttons.map((each) => each.getAttribute('aria-label')));
    expect(names).toEqual(['Turn off microphone', 'Turn off camera', 'Open the document', 'Chat', 'Leave the meeting']);
  });

  await test.step('commands from code, with their result, and a veto', async () => {
    const sent = await host.evaluate(() => document.querySelector('visio-meeting')!.meeting!.chat.send('from code').then(({ text, state }) => ({ text, state })));
    expect(sent).toEqual({ text: 'from code', state: 'sent' });
    await bob.locator('visio-bar [data-control=chat]').click();
    await expect(bob.locator('visio-chat').getByText('from code', { exact: true })).toBeVisible();
    const code = await host.evaluate(() => {
      const meeting = document.querySelector('visio-meeting')!;
      meeting.addEventListener('visio-before-send-message', (event) => event.preventDefault(), { once: true });
      return meeting.meeting!.chat.send('never').catch((error: { code: string }) => error.code);
    });
    expect(code).toBe('VETOED');
    expect(await host.evaluate(() => document.querySelector('visio-meeting')!.setMicrophoneEnabled(false))).toBe(false);
    await expect(tileOf(bob, 'Hana').getByRole('group', { name: 'Microphone off' })).toBeVisible();
  });

  await test.step('facts', async () => {
    await bob.locator('visio-chat textarea').fill('Hello, host');
    await bob.keyboard.press('Enter');
    await bob.getByRole('button', { name: 'Turn off microphone' }).click();
    await expect.poll(facts).toEqual(['joined Bob', 'muted microphone', 'message Hello, host', 'muted microphone']);
    await bob.getByRole('button', { name: 'Leave the meeting' }).click();
    await expect.poll(facts).toContain('left');
    // What the host prevented was never said.
    await expect(bob.getByText('never', { exact: true })).toHaveCount(0);
  });
  expect(host.observed.cspViolations).toEqual([]);
});

import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, tileOf } from './meeting-page.ts';
import { openReactPage } from './react-page.ts';

/**
 * A React page with its own mute mark. It bundles the packages while the page around it has loaded the element's own
 * bundle: two copies of the core on one page, as happens, that must work as one.
 */
const PAGE = `
  import { createElement as h, StrictMode, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import { createMeeting, tokenProviderBackend } from 'visio-core';
  import { useReadable, VisioMeeting } from 'visio-react';

  const tokenProvider = async ({ room, displayName }) => {
    const body = JSON.stringify({ room_name: room, participant_name: displayName });
    const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.json();
    return { serverUrl: answer.server_url, token: answer.participant_token };
  };
  const meeting = createMeeting({ backend: tokenProviderBackend(tokenProvider), room: 'react', displayName: 'Rita' });

  function Page() {
    const [left, setLeft] = useState('');
    const isOn = useReadable(meeting.microphone.enabled);
    return h('div', { style: { inlineSize: '100%' } },
      h('p', null, isOn ? 'React says: on' : 'React says: off', left && ', left: ' + left),
      h('div', { style: { blockSize: '560px' } }, h(VisioMeeting, { meeting, lang: 'en', onVisioLeft: ({ detail }) => setLeft(detail.reason) })));
  }
  createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(Page)));
`;

test('a React page, in strict mode, is in a real call', async ({ openPage, openParticipant, services }) => {
  const page = await openPage({});
  await openReactPage(page, services.backend.url, { entry: { code: PAGE } });

  await join(page);
  const guest = await openParticipant('Guest', { room: 'react' });
  await join(guest);
  await expectMovingVideo(tileOf(guest, 'Rita'));
  await expectMovingVideo(tileOf(page, 'Guest'));
  await expect(guest.locator('visio-tile')).toHaveCount(2);

  await expect(page.getByText('React says: on')).toBeVisible();
  await page.getByRole('button', { name: 'Turn off microphone' }).click();
  await expect(page.getByText('React says: off')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the meeting' }).click();
  await expect(page.getByText('left: left')).toBeVisible();
});

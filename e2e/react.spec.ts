import { build } from 'esbuild';
import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, tileOf } from './meeting-page.ts';

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
  createRoot(document.querySelector('main')).render(h(StrictMode, null, h(Page)));
`;

test('a React page, in strict mode, is in a real call', async ({ openPage, openParticipant, services }) => {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: '/react',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const page = await openPage({});
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'import "/react/stdin.js";' }));
  await page.route('**/react/*.js', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = outputFiles.find((each) => each.path === path);
    return file ? route.fulfill({ contentType: 'text/javascript', body: file.text }) : route.abort();
  });
  await page.goto(services.backend.url);

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

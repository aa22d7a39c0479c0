import { expect, test } from './fixtures.ts';
import { openReactPage } from './react-page.ts';

/** A page that says, at `window.show(props)`, what its component is rendered with. */
const PAGE = `
  import { createElement as h, createRef, StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  import { flushSync } from 'react-dom';
  import { VisioMeeting } from 'visio-react';

  const heard = (window.heard = []);
  const ref = createRef();
  const root = createRoot(document.querySelector('#root'));
  window.show = ({ listener, ...props }) => {
    if (listener) props.onVisioLeft = () => heard.push(listener);
    flushSync(() => root.render(h(StrictMode, null, h(VisioMeeting, { lang: 'en', ref, ...props }, h('h1', { slot: 'lobby-header' }, 'Weekly')))));
    const { displayName, contributions, skipLobby, className } = ref.current;
    return { tag: ref.current.localName, displayName, contributions, skipLobby, className };
  };
  window.fire = () => ref.current.dispatchEvent(new Event('visio-left'));
  window.show({});
`;

declare global {
  interface Window {
    show(props: object): object;
    fire(): void;
    heard: string[];
  }
}

test('a component sets properties, gives them back, and calls the newest listener once', async ({ openPage, services }) => {
  const page = await openPage({});
  await openReactPage(page, services.backend.url, { entry: { code: PAGE } });
  await expect(page.getByRole('heading', { name: 'Weekly' })).toBeVisible();
  const show = (props: object) => page.evaluate((given) => window.show(given), props);

  const untouched = { tag: 'visio-meeting', displayName: '', contributions: [], skipLobby: false, className: '' };
  expect(await show({ displayName: 'Alice', contributions: [{ name: 'mine' }], className: 'call', listener: 'first' })).toEqual({
    ...untouched,
    displayName: 'Alice',
    contributions: [{ name: 'mine' }],
    className: 'call',
  });
  await page.evaluate(() => window.fire());

  // Other values, and then none.
  expect(await show({ displayName: 'Bob', listener: 'second' })).toEqual({ ...untouched, displayName: 'Bob' });
  await page.evaluate(() => window.fire());
  expect(await show({ displayName: undefined })).toEqual(untouched);
  await page.evaluate(() => window.fire());

  expect(await page.evaluate(() => window.heard)).toEqual(['first', 'second']);
  expect(page.observed.consoleErrors).toEqual([]);
});

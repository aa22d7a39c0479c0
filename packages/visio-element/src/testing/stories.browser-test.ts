import { expect } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import * as callButton from '../call-button/call-button.stories.js';
import * as incomingCall from '../call-button/incoming/incoming-call.stories.js';
import * as callPanel from '../call-button/panel/call-panel.stories.js';
import * as callers from '../features/callers/callers.stories.js';
import * as captions from '../features/captions/strip/strip.stories.js';
import * as captionList from '../features/captions/list/list.stories.js';
import * as captionsSettings from '../features/captions/settings/settings.stories.js';
import * as chat from '../features/chat/chat.stories.js';
import * as reactionDisplay from '../features/reactions/display/display.stories.js';
import * as reactions from '../features/reactions/reactions.stories.js';
import * as realTimeText from '../features/real-time-text/real-time-text.stories.js';
import * as dialIn from '../features/dial-in/dial-in.stories.js';
import * as end from '../features/end/end.stories.js';
import * as check from '../features/check/check.stories.js';
import * as layoutOptions from '../features/layout/layout.stories.js';
import * as smallWindow from '../features/picture-in-picture/picture-in-picture.stories.js';
import * as lobby from '../features/lobby/lobby.stories.js';
import * as moderation from '../features/moderation/moderation.stories.js';
import * as noticesSettings from '../features/notices/settings.stories.js';
import * as people from '../features/people/people.stories.js';
import * as quality from '../features/quality/quality.stories.js';
import * as recording from '../features/recording/recording.stories.js';
import * as statistics from '../features/statistics/statistics.stories.js';
import * as shortcuts from '../features/shortcuts/shortcuts.stories.js';
import * as waiting from '../features/waiting-room/waiting.stories.js';
import * as settings from '../features/settings/settings.stories.js';
import * as bar from '../shell/bar/bar.stories.js';
import * as call from '../shell/call/call.stories.js';
import * as notices from '../shell/notices/notices.stories.js';
import * as participantMenu from '../shell/participant-menu/participant-menu.stories.js';
import * as sharing from '../shell/sharing/sharing.stories.js';
import * as stage from '../shell/stage/stage.stories.js';
import * as tile from '../shell/tile/tile.stories.js';
import * as icons from '../ui/icon/icon.stories.js';
import { settle, until, violations, whatMoves } from './check.js';
import { cutOff, spaceText, vanished, withoutOutline } from './looks.js';
import type { VisioTestFrame } from './simulate.js';
import type { Story, StoryMeta } from './story.js';

/** Each with the `color-scheme` of the page around it. High contrast follows that, and promises 7 to 1. */
const LOOKS = [
  ['light', 'light', {}],
  ['dark', 'dark', {}],
  ['high-contrast', 'light', { 'color-contrast-enhanced': { enabled: true } }],
  ['high-contrast', 'dark', { 'color-contrast-enhanced': { enabled: true } }],
] as const;

const NARROW = 320;

/** What a reader's system asks for. Firefox cannot be told by its runner. */
const isChromium = !navigator.userAgent.includes('Firefox');
const ask = async (wish: { forcedColors?: 'active'; colorScheme?: 'light' | 'dark' } = {}) => {
  if (isChromium) await executeServerCommand('looks:media', { reducedMotion: 'reduce', ...wish });
};

before(async () => {
  await ask();
  // Every story fits into it.
  await setViewport({ width: 1920, height: 1200 });
});
// The tab is the next file's, too.
after(async () => {
  if (isChromium) await executeServerCommand('looks:media', {});
  await setViewport({ width: 800, height: 600 });
});

function moving(frame: Element): string[] {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? whatMoves(frame) : [];
}

const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** What is still found when everything has come to its place: what is measured lags behind, and people speak meanwhile. */
async function atRest(look: () => readonly string[] | Promise<readonly string[]>): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let times = 0; times < 8; times++) {
    await (times === 0 ? painted() : settle());
    found = await look();
    if (found.length === 0) break;
  }
  return found;
}

/** What is wrong with a story, each with the look that it is wrong in. */
async function lookAt(frame: VisioTestFrame): Promise<string[]> {
  const wrong = moving(frame);
  await settle();
  const add = (look: string, found: readonly string[]) => wrong.push(...found.map((each) => `${look}: ${each}`));

  for (const [theme, scheme, rules] of LOOKS) {
    for (const each of [frame, ...frame.querySelectorAll('[theme]')]) each.setAttribute('theme', theme);
    frame.style.colorScheme = scheme;
    await painted();
    // What raises the contrast is fetched.
    add(`${theme}, ${scheme}`, [...moving(frame), ...(await atRest(() => violations(frame, rules)))]);
  }

  // Forced colours are the reader's own, light or dark: everything is still seen, and so is where the focus is.
  for (const colorScheme of isChromium ? (['light', 'dark'] as const) : []) {
    await ask({ forcedColors: 'active', colorScheme });
    const look = `forced colours, ${colorScheme}`;
    if (!matchMedia('(forced-colors: active)').matches) add(look, ['there are none']);
    // Axe reads colours as they are written, and not as they are forced.
    add(look, await violations(frame, { 'color-contrast': { enabled: false } }));
    add(look, await atRest(async () => vanished(frame, await executeServerCommand('looks:picture'))));
    add(look, withoutOutline(frame));
  }
  await ask();

  const takeBack = spaceText();
  add('spaced text', await atRest(() => cutOff(frame)));
  takeBack();

  document.documentElement.dir = 'rtl';
  add('from right to left', await atRest(() => cutOff(frame)));
  if (frame.clientWidth > NARROW) {
    frame.resize(NARROW, frame.clientHeight);
    add('from right to left, narrow', await atRest(() => cutOff(frame)));
  }
  document.documentElement.removeAttribute('dir');
  return wrong;
}

/**
 * Every story renders, says nothing on the console, is accessible in every theme and in forced colours, moves nothing where
 * no motion is wanted, and stays whole with spaced text and from right to left.
 */
for (const module of [callButton, callPanel, incomingCall, lobby, waiting, moderation, captions, captionList, captionsSettings, chat, people, end, call, stage, tile, bar, notices, sharing, smallWindow, noticesSettings, shortcuts, icons, check, quality, statistics, realTimeText, reactions, reactionDisplay, participantMenu, layoutOptions, settings, callers, dialIn, recording]) {
  const { default: meta, ...stories } = module as unknown as { default: StoryMeta<object> } & Record<string, Story<object>>;
  describe(meta.title, () => {
    for (const [name, story] of Object.entries(stories)) {
      it(name, async () => {
        const errors: unknown[] = [];
        const onError = ({ reason }: PromiseRejectionEvent) => errors.push(reason);
        window.addEventListener('unhandledrejection', onError);
        const { error } = console;
        Object.assign(console, { error: (...words: unknown[]) => errors.push(words) });
        const frame = (story.render ?? meta.render)({ ...meta.args, ...story.args }) as VisioTestFrame;
        document.body.append(frame);
        await until(() => frame.firstElementChild?.shadowRoot?.firstElementChild);
        const wrong = await lookAt(frame);
        frame.remove();
        Object.assign(console, { error });
        window.removeEventListener('unhandledrejection', onError);
        expect(wrong.join('\n')).to.equal('');
        expect(errors).to.deep.equal([]);
      });
    }
  });
}

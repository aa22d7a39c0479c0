import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
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
import { expectAccessible, settle, until, whatMoves } from './check.js';
import type { Story, StoryMeta } from './story.js';

const THEMES = ['light', 'dark'] as const;

// Not every browser can be asked for it by the runner.
before(() => emulateMedia({ reducedMotion: 'reduce' }).catch(() => undefined));
// The tab is the next file's, too.
after(() => emulateMedia({ reducedMotion: 'no-preference' }).catch(() => undefined));

function expectStill(frame: Element): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) expect(whatMoves(frame)).to.deep.equal([]);
}

/** Every story renders, says nothing on the console, is accessible, in light and in dark, and moves nothing where no motion is wanted. */
for (const module of [callButton, callPanel, incomingCall, lobby, waiting, moderation, captions, captionList, captionsSettings, chat, people, end, call, stage, tile, bar, notices, sharing, smallWindow, noticesSettings, shortcuts, icons, check, quality, statistics, realTimeText, reactions, reactionDisplay, participantMenu, layoutOptions, settings, callers, dialIn, recording]) {
  const { default: meta, ...stories } = module as unknown as { default: StoryMeta<object> } & Record<string, Story<object>>;
  describe(meta.title, () => {
    for (const [name, story] of Object.entries(stories)) {
      it(name, async () => {
        const errors: unknown[] = [];
        const onError = ({ reason }: PromiseRejectionEvent) => errors.push(reason);
        window.addEventListener('unhandledrejection', onError);
        const frame = (story.render ?? meta.render)({ ...meta.args, ...story.args });
        document.body.append(frame);
        const element = await until(() => frame.firstElementChild?.shadowRoot?.firstElementChild && frame.firstElementChild);
        expectStill(frame);
        for (const theme of THEMES) {
          for (const each of [frame, ...frame.querySelectorAll('[theme]')]) each.setAttribute('theme', theme);
          await settle();
          expectStill(frame);
          if (element) await expectAccessible(frame);
        }
        frame.remove();
        window.removeEventListener('unhandledrejection', onError);
        expect(errors).to.deep.equal([]);
      });
    }
  });
}

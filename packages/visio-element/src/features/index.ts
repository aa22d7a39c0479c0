import type { Contribution } from '../base/contribution.js';
import { callers } from './callers/contribution.js';
import { captionList, captions } from './captions/contribution.js';
import { chat } from './chat/contribution.js';
import { check } from './check/contribution.js';
import { dialIn } from './dial-in/contribution.js';
import { fullScreen } from './full-screen/contribution.js';
import { hand } from './hands/contribution.js';
import { layout } from './layout/contribution.js';
import { moderation, removal } from './moderation/contribution.js';
import { notices } from './notices/contribution.js';
import { people } from './people/contribution.js';
import { pictureInPicture } from './picture-in-picture/contribution.js';
import { quality } from './quality/contribution.js';
import { recording } from './recording/contribution.js';
import { realTimeText } from './real-time-text/contribution.js';
import { reactions } from './reactions/contribution.js';
import { screenShare } from './screen-share/contribution.js';
import { settings, sound, video } from './settings/contribution.js';
import { shortcuts } from './shortcuts/contribution.js';
import { statistics } from './statistics/contribution.js';

/** What every feature adds to a call, one line each. What it shows is fetched when it is needed. */
export const features: readonly Contribution[] = [screenShare, hand, reactions, captions, captionList, chat, people, moderation, removal, pictureInPicture, fullScreen, settings, sound, video, shortcuts, notices, quality, statistics, check, layout, recording, dialIn, callers, realTimeText];

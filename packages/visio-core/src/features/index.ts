import type { FeatureContext } from '../meeting/context.js';
import { createCaptions } from './captions/captions.js';
import { createCheck } from './check/check.js';
import { createChat, FILE_LIMIT, type ChatOptions } from './chat/chat.js';
import { CHAT_TOPIC } from './chat/topics.js';
import { createDevices } from './devices/devices.js';
import { createEffects, type EffectsOptions } from './effects/effects.js';
import type { Fact } from './facts/facts.js';
import { createHands } from './hands/hands.js';
import { createInterpreters } from './interpreters/interpreters.js';
import { createLayout } from './layout/layout.js';
import { createLocalInput } from './local-media/local-media.js';
import { createMirror } from './local-media/mirror.js';
import { createProcessing } from './local-media/processing.js';
import { createMediaWatch } from './media-watch/media-watch.js';
import { createModeration } from './moderation/moderation.js';
import { createNotices } from './notices/notices.js';
import { createPeople } from './people/people.js';
import { createPlayback } from './playback/playback.js';
import { createRealTimeText } from './real-time-text/real-time-text.js';
import { REAL_TIME_TEXT_TOPIC } from './real-time-text/topic.js';
import { createReactions } from './reactions/reactions.js';
import { createQuality } from './quality/quality.js';
import { createRecording } from './recording/recording.js';
import { createScreenShare } from './screen-share/screen-share.js';
import { createStatistics } from './statistics/statistics.js';
import { createWaitingRoom } from './waiting-room/waiting-room.js';

export interface FeatureOptions extends EffectsOptions {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly chat?: ChatOptions | undefined;
}

/** Topics of the text streams that features receive. An engine is told before there are features. */
export const textTopics: readonly string[] = [CHAT_TOPIC, REAL_TIME_TEXT_TOPIC];

/** Topics of the files that features receive, with the most bytes that one may have. */
export function fileTopics({ chat }: Pick<FeatureOptions, 'chat'>): Readonly<Record<string, number>> {
  const limit = chat?.fileLimit ?? FILE_LIMIT;
  return limit > 0 ? { [CHAT_TOPIC]: limit } : {};
}

/** Every feature of a meeting, one line each; what it returns is `meeting.<name>`. */
export function createFeatures(context: FeatureContext, options: FeatureOptions, tell: (fact: Fact) => void) {
  const devices = createDevices(context);
  const playback = createPlayback(context);
  const chat = createChat(context, options.chat);
  const waitingRoom = createWaitingRoom(context, tell);
  const notices = createNotices(context, { chat, devices, playback, waitingRoom });
  const recording = createRecording(context, notices, tell);
  const hands = createHands(context, notices);
  const reactions = createReactions(context);
  const { filter, ...effects } = createEffects(context, options, () => camera.settled());
  const { how, ...processing } = createProcessing(context, () => microphone.settled());
  const microphone = createLocalInput(context, devices, 'microphone', options.microphone, { how, held: recording.held });
  const camera = createLocalInput(context, devices, 'camera', options.camera, { filter, held: recording.held });
  const { change, ...watch } = createMediaWatch(context, { devices, microphone, notices });
  const screenShare = createScreenShare(context);
  const layout = createLayout(context);
  return {
    devices: { ...devices, change },
    effects,
    microphone: { ...microphone, ...processing, ...watch },
    camera: { ...camera, ...createMirror(context) },
    screenShare,
    playback,
    chat,
    notices,
    people: createPeople(context, hands.queue, waitingRoom.people),
    waitingRoom,
    moderation: createModeration(context, { microphone, camera, screenShare, notices, tell }),
    reactions,
    recording,
    hands,
    captions: createCaptions(context, tell),
    quality: createQuality(context, camera, notices),
    statistics: createStatistics(context),
    check: createCheck(context, devices),
    layout,
    interpreters: createInterpreters(context, layout, notices),
    realTimeText: createRealTimeText(context),
    // npm run create: next feature
  };
}

/** What a meeting has of each feature, by its name. */
export type Features = ReturnType<typeof createFeatures>;

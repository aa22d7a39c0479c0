import type { Notice, NoticePreferences } from 'visio-core';
import type { Translator } from 'visio-core/i18n';
import type { MeetingView } from '../../base/visio-element.js';
import { say } from './voice.js';
import { spokenText } from './words.js';

/** Who speaks is said once they have spoken for this long, in milliseconds. */
const SETTLED = 1_200;

/** Says what is told, and who speaks, as the person wants it, until the returned function is called. */
export function startSpeech(view: MeetingView): () => void {
  const { notices, recording, roster } = view.meeting;
  /** Once its words are there. */
  const speak = (words: (translator: Translator) => string) => {
    const translator = view.translator.peek();
    translator.loadRest().then(
      () => say(view, words(translator)),
      () => undefined,
    );
  };
  let first = true;
  let lastSpeaker = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const endNotices = notices.latest.subscribe((notice) => {
    // What was told before is past, but a recording goes on.
    const isNews = !first || (notice?.kind === 'recording' && recording.active.peek());
    if (isNews && notice && wants(notices.preferences.peek(), notice)) speak((translator) => spokenText(translator, notice));
    first = false;
  });

  const endSpeakers = roster.speakers.subscribe(([speaker = '']) => {
    clearTimeout(timer);
    if (speaker === '' || speaker === lastSpeaker || speaker === roster.localId.peek() || !notices.preferences.peek().saySpeakers) return;
    timer = setTimeout(() => {
      lastSpeaker = speaker;
      const name = roster.get(speaker).peek()?.name;
      speak(({ text }) => text('call.speaks', { name: name || text('meeting.guest') }));
    }, SETTLED);
  });

  return () => {
    endNotices();
    endSpeakers();
    clearTimeout(timer);
  };
}

/** Which switch each kind has; what has none is said unless nothing presses. */
const SWITCHES: Readonly<Record<string, keyof NoticePreferences>> = {
  join: 'sayPeople',
  leave: 'sayPeople',
  share: 'sayPeople',
  hand: 'sayHands',
  message: 'sayMessages',
  recording: 'sayRecording',
};

function wants(preferences: NoticePreferences, { kind, urgency }: Notice): boolean {
  const name = Object.hasOwn(SWITCHES, kind) ? SWITCHES[kind] : undefined;
  return name ? preferences[name] : urgency !== 'low';
}

import type { TextKey, TextValues } from '../../i18n/index.js';

/** What the meeting tells of by itself. */
export type NoticeKind = 'join' | 'leave' | 'hand' | 'message' | 'share';

/** One of our texts, in whichever language it is shown. */
export interface NoticeText {
  readonly key: TextKey;
  readonly values?: TextValues;
}

/** A button of a notice. */
export interface NoticeAction {
  /** What it does, in words. */
  readonly label: string | NoticeText;
  /** The notice goes with it. */
  run(): void;
}

/**
 * How much a notice presses. `low`: it is seen and not read out. `normal`: it is read out when there is a pause, and goes
 * after 6 seconds. `high`: it goes after 12.
 */
export type NoticeUrgency = 'low' | 'normal' | 'high';

/** What to tell. */
export interface NoticeOptions {
  /** Ours are {@link NoticeKind}; anything else is a host's own. Default: `host`. */
  readonly kind?: string;
  /** One of our texts, or a host's own words. At most 300 characters are shown. */
  readonly text: string | NoticeText;
  /** Whom it comes from: set apart from the text. Text from the network. Default: nobody. */
  readonly from?: string;
  /** Further words beside `from`, as how many more there are. */
  readonly aside?: NoticeText;
  /** One of the view's icons by its name, or a path for a box of 24 × 24 that is drawn as a line. */
  readonly icon?: string | { readonly path: string };
  /** At most two. */
  readonly actions?: readonly NoticeAction[];
  /** The contribution that shows more of it, by its name: a button opens it, and while it is open nothing is shown. */
  readonly about?: string;
  /** Whether it stays until it is dismissed. Default: false. */
  readonly sticky?: boolean;
  /** Default: `normal`. */
  readonly urgency?: NoticeUrgency;
}

/** Something that is told now. Frozen: each change makes a new one under the same `id`. */
export interface Notice extends NoticeOptions {
  readonly id: string;
  readonly kind: string;
  readonly urgency: NoticeUrgency;
}

/** What this person wants to be told of, and how. */
export interface NoticePreferences extends Readonly<Record<NoticeKind, boolean>> {
  /** Whether a short sound goes with what is told, in small meetings. Default: true. */
  readonly sounds: boolean;
  /** Whether screen readers say who comes, goes or shares. Default: true. */
  readonly sayPeople: boolean;
  /** Whether screen readers say who raises a hand. Default: true. */
  readonly sayHands: boolean;
  /** Whether screen readers say what is written. Default: true. */
  readonly sayMessages: boolean;
  /** Whether screen readers say who speaks. Default: false. */
  readonly saySpeakers: boolean;
  /** Whether screen readers say that a recording begins and ends. Default: true. */
  readonly sayRecording: boolean;
}

export const DEFAULT_PREFERENCES: NoticePreferences = {
  join: true,
  leave: true,
  hand: true,
  message: true,
  share: true,
  sounds: true,
  sayPeople: true,
  sayHands: true,
  sayMessages: true,
  saySpeakers: false,
  sayRecording: true,
};

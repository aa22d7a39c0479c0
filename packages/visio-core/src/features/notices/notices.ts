import type { FeatureContext } from '../../meeting/context.js';
import { aboutPeople, whenKept, latePart } from '../../meeting/late-part.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import { DEFAULT_PREFERENCES, type Notice, type NoticeOptions, type NoticePreferences } from './notice.js';
import type { NoticeSources } from './rules.js';

/** Where it is kept what this person wants to be told of. */
export const PREFERENCES_KEY = 'visio-notices';

/**
 * What a person has to know now: who joined, left, raised a hand, wrote or shares, and what a host adds. Facts that come
 * together are one notice, and the larger the room, the less is told. Nothing is told of one's own doings, nor of what was
 * the case when one came.
 */
export interface Notices {
  /** What is told now, the oldest first; at most 20. */
  readonly items: Readable<readonly Notice[]>;
  /** What was told last, whether or not it is in `items`: for a voice, or for a host. `null` before the first. */
  readonly latest: Readable<Notice | null>;
  /** What this person wants to be told of; as remembered from the first call on. */
  readonly preferences: Readable<NoticePreferences>;
  /** Changes some of the preferences; resolves to all. They are remembered where the meeting has a storage. */
  readonly setPreferences: Command<[changes: Partial<NoticePreferences>], NoticePreferences>;
  /** Tells something. Returns what takes it back. */
  show(notice: NoticeOptions): () => void;
  /** Takes away what is told under this `id`. */
  dismiss(id: string): void;
  /** Keeps what is told from going by itself, while someone points at it for example, until the returned function is called. */
  hold(): () => void;
}

export function createNotices(context: FeatureContext, sources: NoticeSources): Notices {
  const items = signal<readonly Notice[]>([]);
  const latest = signal<Notice | null>(null);
  const preferences = signal(DEFAULT_PREFERENCES);
  const { chat, waitingRoom } = sources;
  const rules = latePart(context, async (its) => (await import('./rules.js')).createRules(its, sources, { items, latest, preferences }), {
    on: { ...aboutPeople(context), ...whenKept(context, PREFERENCES_KEY) },
    when: () => chat.unread.value > 0 || waitingRoom.people.value.length > 0,
  });

  /** Does something once the rules are there, unless it was taken back before. */
  function later(run: (loaded: Awaited<ReturnType<typeof rules>>) => (() => void) | undefined): () => void {
    let isWanted = true;
    let end: ReturnType<typeof run>;
    rules().then(
      (loaded) => {
        if (isWanted) end = run(loaded);
      },
      () => context.log('warn', 'Notices could not be loaded.'),
    );
    return () => {
      isWanted = false;
      end?.();
    };
  }

  return {
    items,
    latest,
    preferences,
    setPreferences: context.command({
      name: 'setNoticePreferences',
      run: async (changes: Partial<NoticePreferences>) => (await rules()).setPreferences(changes),
    }),
    show: (notice) => later(({ show }) => show(notice)),
    dismiss: (id) => void later(({ dismiss }) => dismiss(id)),
    hold: () => later(({ hold }) => hold()),
  };
}

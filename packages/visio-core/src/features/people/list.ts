import type { WaitingPerson } from '../../backends/backend.js';
import type { EngineEvent } from '../../engine/engine.js';
import { fold } from '../../i18n/fold.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, untracked, type Readable } from '../../reactive/index.js';
import { PeopleOrder } from './order.js';
import type { Invitee, People } from './people.js';
import { hasWords, wordsOf } from './words.js';

/** How long someone speaks before they move up, in milliseconds: nobody jumps at a word. */
const SPEAKS_AFTER = 2_000;

/** How long after their last word they stay there, in milliseconds. */
const SPOKE_FOR = 60_000;

/** How people are listed. */
export interface PeopleListOptions {
  /** Whose alphabet the names follow (BCP 47). */
  readonly language: string;
  /** What those are called who gave no name. Default: nothing, and they come first. */
  readonly nameless?: string;
}

/** The people of a meeting in order. All that it has is of those whom the search finds. */
export interface PeopleList {
  /** Everyone in the room: oneself, raised hands as they were raised, those who spoke lately, and the others by name. */
  readonly ids: Readable<readonly string[]>;
  /** Those of them with a hand up, oneself among them. */
  readonly hands: Readable<readonly string[]>;
  /** Those of them without. */
  readonly others: Readable<readonly string[]>;
  readonly waiting: Readable<readonly WaitingPerson[]>;
  /** Those whom the host expects and who have not come, or left again. */
  readonly invited: Readable<readonly Invitee[]>;
  /** Looks for words in names; accents and capitals do not matter. Empty: everyone. */
  setQuery(query: string): void;
  /** Ends its work. What it lists then stands still. */
  end(): void;
}

export function createPeopleList(
  { roster, scope: meetingScope, onEveryEvent }: FeatureContext,
  people: People,
  { queue, waiting }: { readonly queue: Readable<readonly string[]>; readonly waiting: Readable<readonly WaitingPerson[]> },
  { language, nameless = '' }: PeopleListOptions,
): PeopleList {
  const scope = meetingScope.child();
  const order = new PeopleOrder(language, nameless);
  /** Of the order, which is no signal itself: a burst of changes is read once. */
  const version = signal(0);
  const words = signal<readonly string[]>([]);
  const changed = (isChanged: boolean) => {
    if (isChanged) version.value = version.peek() + 1;
  };
  const finds = (folded: string) => hasWords(folded, words.value);

  function follow(event: EngineEvent): void {
    if (event.type === 'participant') changed(order.set(event.participant.id, event.participant.name));
    else if (event.type === 'participant-left') changed(order.delete(event.id));
    else if (event.type === 'disconnected') changed(order.clear());
  }

  for (const id of roster.ids.peek()) order.set(id, roster.get(id).peek()?.name ?? '');
  for (const id of roster.speakers.peek()) order.setSpeaks(id, true);
  scope.own(onEveryEvent(follow));
  scope.effect(() => {
    const self = roster.localId.value;
    untracked(() => {
      changed(order.setSelf(self));
      if (self === null) changed(order.clear());
    });
    return undefined;
  });
  scope.effect(() => {
    const ids = queue.value;
    untracked(() => changed(order.setHands(ids)));
    return undefined;
  });

  /** What will move a speaker, or one who was. */
  const timers = new Map<string, () => void>();
  let speaking: ReadonlySet<string> = new Set();
  const later = (id: string, speaks: boolean) => {
    timers.get(id)?.();
    const move = () => {
      timers.delete(id);
      changed(order.setSpeaks(id, speaks));
    };
    timers.set(id, scope.timeout(move, speaks ? SPEAKS_AFTER : SPOKE_FOR));
  };
  scope.effect(() => {
    const now = new Set(roster.speakers.value);
    untracked(() => {
      for (const id of now) if (!speaking.has(id)) later(id, true);
      for (const id of speaking) if (!now.has(id)) later(id, false);
    });
    speaking = now;
    return undefined;
  });

  const read = <T>(what: () => T) =>
    computed(() => {
      void version.value;
      return what();
    });
  const hands = read(() => order.hands(finds));
  const others = read(() => order.others(finds));
  return {
    hands,
    others,
    ids: computed(() => {
      const self = roster.localId.value;
      const rest = [...hands.value, ...others.value];
      const isFound = self !== null && rest.includes(self);
      return isFound ? [self, ...rest.filter((id) => id !== self)] : rest;
    }),
    waiting: computed(() => waiting.value.filter(({ name }) => finds(fold(name || nameless)))),
    invited: read(() =>
      people.invited.value.filter(({ name, email = '', identity }) => {
        const isHere = identity === undefined ? order.hasName(name) : order.has(identity);
        return !isHere && finds(fold(`${name} ${email}`));
      }),
    ),
    setQuery(query) {
      words.value = wordsOf(query);
    },
    end: () => scope.end(),
  };
}

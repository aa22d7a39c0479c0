import type { WaitingPerson } from '../../backends/backend.js';
import type { Scope, Writable } from '../../reactive/index.js';
import type { WaitingRoom } from '../waiting-room/waiting-room.js';
import type { Notice, NoticeAction, NoticeText } from './notice.js';
import type { Shelf } from './shelf.js';

export interface WaitingStore {
  readonly shelf: Shelf;
  readonly latest: Writable<Notice | null>;
  sound(): void;
}

/**
 * Tells moderators who wants to be let in, in one notice that stays until nobody waits, or it is dismissed: then whoever
 * comes next brings it back.
 */
export function tellWaiting(scope: Scope, { people, admit, deny, admitAll }: WaitingRoom, { shelf, latest, sound }: WaitingStore): void {
  let known: ReadonlySet<string> = new Set();
  let id: string | null = null;

  // What went wrong is told by the command's error, where people are listed.
  const run = (decision: () => Promise<unknown>) => () => void decision().catch(tellAgain);

  function actionsFor([first, ...others]: readonly WaitingPerson[]): readonly NoticeAction[] {
    if (others.length > 0) return [{ label: { key: 'people.admitAll' }, run: run(() => admitAll()) }];
    return [
      { label: { key: 'people.admit' }, run: run(() => admit(first!.id)) },
      { label: { key: 'people.deny' }, run: run(() => deny(first!.id)) },
    ];
  }

  function make(waiting: readonly WaitingPerson[], as?: string): Notice {
    return shelf.make({ kind: 'waiting', text: textFor(waiting), actions: actionsFor(waiting), about: 'people', urgency: 'high', sticky: true }, as);
  }

  /** Those whose notice went with a decision that failed still wait. */
  function tellAgain(): void {
    if (id === null && people.peek().length > 0) put(people.peek());
  }

  function put(waiting: readonly WaitingPerson[]): void {
    const notice = make(waiting, id ?? undefined);
    id = notice.id;
    shelf.put(notice, () => (id = null));
  }

  scope.own(
    people.subscribe((waiting) => {
      const fresh = waiting.filter((person) => !known.has(person.id));
      known = new Set(waiting.map((person) => person.id));
      if (waiting.length === 0) {
        if (id !== null) shelf.remove(id);
      } else if (fresh.length > 0) {
        put(waiting);
        latest.value = make(fresh);
        sound();
      } else if (id !== null) {
        shelf.change(make(waiting, id));
      }
    }),
  );
}

function textFor(waiting: readonly WaitingPerson[]): NoticeText {
  const [first, second, third] = waiting;
  if (!second) return { key: 'waiting.knocks', values: { name: first!.name } };
  if (!third) return { key: 'waiting.knocks.two', values: { name: first!.name, other: second.name } };
  return { key: 'waiting.knocks.many', values: { count: waiting.length } };
}

import type { WaitingPerson } from '../../backends/backend.js';
import type { EngineEvent } from '../../engine/engine.js';
import { toVisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';
import type { PeopleList, PeopleListOptions } from './list.js';

/** Someone whom the host expects. */
export interface Invitee {
  readonly name: string;
  readonly email?: string;
  /** Their identity in the room, where the host knows it. Default: whoever comes with this name is taken for them. */
  readonly identity?: string;
}

/** What "copy the invitation" copies. */
export interface Invitation {
  /** Where one joins. */
  readonly url: string;
  /** All that is copied, the address among it. Default: the address alone. */
  readonly text?: string;
}

/** The port to a lobby: who waits before the door, and the way to let them in or not. */
export interface WaitingRoom {
  /** In the order in which they came. */
  readonly waiting: Readable<readonly WaitingPerson[]>;
  /** Resolves when the server took it; then they are no longer among `waiting`. */
  admit(id: string): Promise<void>;
  /** As {@link WaitingRoom.admit}. */
  deny(id: string): Promise<void>;
}

/** The people of a meeting as one looks for them: in order, by name, and those who are not in it yet. */
export interface People {
  /** How many are in the room. */
  readonly count: Readable<number>;
  /** Who waits to be let in, first come first. Nobody without a {@link WaitingRoom}. */
  readonly waiting: Readable<readonly WaitingPerson[]>;
  /** Lets someone in; resolves to those who still wait. Enabled when there is a {@link WaitingRoom}. */
  readonly admit: Command<[id: string], readonly WaitingPerson[]>;
  /** Turns someone away; resolves to those who still wait. Enabled when there is a {@link WaitingRoom}. */
  readonly deny: Command<[id: string], readonly WaitingPerson[]>;
  /** Everyone whom the host expects, come or not; {@link PeopleList.invited} has those who have not. Default: nobody. */
  readonly invited: Readable<readonly Invitee[]>;
  /** `null`: a view takes its page's address. */
  readonly invitation: Readable<Invitation | null>;
  setInvited(invited: readonly Invitee[]): void;
  setInvitation(invitation: Invitation | null): void;
  /** For whoever knows a lobby; `null` when there is none any more. */
  setWaitingRoom(waitingRoom: WaitingRoom | null): void;
  /**
   * Makes a list that is kept in order until its `end`; while there is none, nobody is sorted. Its code is fetched with
   * the first. Rejects with `ENGINE_LOAD_FAILED` when that fails.
   */
  watch(options: PeopleListOptions): Promise<PeopleList>;
}

/** @param queue who has a hand up, in the order of raising. */
export function createPeople(context: FeatureContext, queue: Readable<readonly string[]>): People {
  const followers = new Set<(event: EngineEvent) => void>();
  const waitingRoom = signal<WaitingRoom | null>(null);
  const invited = signal<readonly Invitee[]>([]);
  const invitation = signal<Invitation | null>(null);
  const waiting = computed(() => waitingRoom.value?.waiting.value ?? []);
  const enabled = computed(() => waitingRoom.value !== null);

  context.onEvent((event) => {
    for (const follow of followers) follow(event);
  });

  const decide = (name: 'admit' | 'deny') =>
    context.command({
      name,
      enabled,
      async run(id: string) {
        await waitingRoom.peek()![name](id);
        return waiting.peek();
      },
    });

  const people: People = {
    count: context.roster.count,
    waiting,
    admit: decide('admit'),
    deny: decide('deny'),
    invited,
    invitation,
    setInvited(next) {
      invited.value = next;
    },
    setInvitation(next) {
      invitation.value = next;
    },
    setWaitingRoom(next) {
      waitingRoom.value = next;
    },
    async watch(options) {
      const { createPeopleList } = await import('./list.js').catch((cause) => {
        throw toVisioError(cause, 'ENGINE_LOAD_FAILED');
      });
      return createPeopleList(context, people, queue, followers, options);
    },
  };
  return people;
}

import type { DialIn, WaitingPerson } from '../../backends/backend.js';
import { toVisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Readable } from '../../reactive/index.js';
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

/** The people of a meeting as one looks for them: in order, by name, and those who are not in it yet. */
export interface People {
  /** How many are in the room. */
  readonly count: Readable<number>;
  /** Everyone whom the host expects, come or not; {@link PeopleList.invited} has those who have not. Default: nobody. */
  readonly invited: Readable<readonly Invitee[]>;
  /** The host's, or else the address that the backend gives; `null`: a view takes its page's address. */
  readonly invitation: Readable<Invitation | null>;
  /** How one joins by telephone, from the backend; `null` when nobody can, and before the call. */
  readonly dialIn: Readable<DialIn | null>;
  /** Says who is invited: who is not there is listed as absent. */
  setInvited(invited: readonly Invitee[]): void;
  /** Says how others are invited; `null`: by what the backend gives. */
  setInvitation(invitation: Invitation | null): void;
  /**
   * Makes a list that is kept in order until its `end`; while there is none, nobody is sorted. Its code is fetched with
   * the first. Rejects with `ENGINE_LOAD_FAILED` when that fails.
   */
  watch(options: PeopleListOptions): Promise<PeopleList>;
}

/**
 * @param queue who has a hand up, in the order of raising.
 * @param waiting who waits to be let in, first come first.
 */
export function createPeople(context: FeatureContext, queue: Readable<readonly string[]>, waiting: Readable<readonly WaitingPerson[]>): People {
  const invited = signal<readonly Invitee[]>([]);
  const invitation = signal<Invitation | null>(null);
  const offers = computed(() => context.session.value?.offers);

  const people: People = {
    count: context.roster.count,
    invited,
    invitation: computed(() => invitation.value ?? (offers.value?.invitation ? { url: offers.value.invitation } : null)),
    dialIn: computed(() => offers.value?.dialIn ?? null),
    setInvited(next) {
      invited.value = next;
    },
    setInvitation(next) {
      invitation.value = next;
    },
    async watch(options) {
      const { createPeopleList } = await import('./list.js').catch((cause) => {
        throw toVisioError(cause, 'ENGINE_LOAD_FAILED');
      });
      return createPeopleList(context, people, { queue, waiting }, options);
    },
  };
  return people;
}

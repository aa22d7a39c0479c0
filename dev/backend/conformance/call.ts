// A call to do something in: a room of the owner's, and people who come into it.
import { enter as connect, type Peer } from './peer.ts';
import type { Person, Target } from './target.ts';

export interface Call {
  readonly id: string;
  readonly slug: string;
  /** Comes into the call, and tells the token that they came with. */
  enter(who: Person, name: string): Promise<Peer & { readonly token: string }>;
  ask(who: Person, action: string, body: unknown, bearer?: string): ReturnType<Target['ask']>;
}

export async function callOf(target: Target, more: Readonly<Record<string, unknown>> = {}): Promise<Call> {
  const { id, slug } = await target.room(more);
  return {
    id,
    slug,
    async enter(who, name) {
      const { body } = await target.ask(who, 'GET', `/rooms/${id}/?username=${name}`);
      const peer = await connect(body.livekit);
      return { ...peer, token: body.livekit.token };
    },
    ask: (who, action, body, bearer) => target.ask(who, 'POST', `/rooms/${id}/${action}/`, { body, ...(bearer !== undefined && { bearer }) }),
  };
}

/** What LiveKit keeps with the room, as one who is in it is told. */
export const metadataOf = ({ room }: Peer): unknown => JSON.parse(room.metadata || '{}');

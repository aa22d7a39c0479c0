/** LiveKit's `UpdateSubscription`, as far as it is joined here. */
interface UpdateSubscription {
  readonly subscribe: boolean;
  readonly trackSids: string[];
  readonly participantTracks: unknown[];
}

/** What of LiveKit's signal client is used here. */
export interface SubscribingClient {
  sendUpdateSubscription(update: UpdateSubscription): Promise<void>;
}

const gathering = new WeakSet<SubscribingClient>();

/**
 * Sends what is subscribed in one task in one message, where LiveKit would send one for each track: someone who comes into
 * a room of a thousand asks for a thousand voices at once.
 */
export function gatherSubscriptions(client: SubscribingClient): void {
  if (gathering.has(client)) return;
  gathering.add(client);
  const send = client.sendUpdateSubscription.bind(client);
  let waiting: UpdateSubscription[] = [];
  const flush = () => {
    const updates = waiting;
    waiting = [];
    // Who is sent out meanwhile has nothing to ask for.
    for (const update of updates) send(update).catch(() => undefined);
  };
  client.sendUpdateSubscription = async (update) => {
    const last = waiting.at(-1);
    if (last?.subscribe === update.subscribe) {
      last.trackSids.push(...update.trackSids);
      last.participantTracks.push(...update.participantTracks);
    } else if (waiting.push(update) === 1) queueMicrotask(flush);
  };
}

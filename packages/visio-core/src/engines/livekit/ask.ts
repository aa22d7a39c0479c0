/** What of LiveKit's signal client is used here. */
export interface SubscribingClient {
  sendUpdateSubscription(update: { readonly subscribe: boolean; readonly trackSids: readonly string[] }): Promise<void>;
}

/** What of a `RemoteTrackPublication` is used here. The last three are protected there. */
export interface Publication {
  readonly trackSid: string;
  readonly subscriptionStatus: string;
  subscribed?: boolean;
  allowed: boolean;
  emitSubscriptionUpdateIfChanged(before: string): void;
}

/**
 * Makes what says which tracks are wanted. All of one task goes in one message, by the tracks alone: who comes into a room of a
 * thousand asks for a thousand voices at once. `setSubscribed` makes and sends a message for each, in which each track is
 * named twice.
 */
export function createAsk(client: () => SubscribingClient | undefined): (publication: Publication, wanted: boolean) => void {
  let waiting = new Map<string, boolean>();

  function flush(): void {
    const asked = waiting;
    waiting = new Map();
    for (const subscribe of [false, true]) {
      const trackSids = [...asked.keys()].filter((sid) => asked.get(sid) === subscribe);
      // Who is sent out meanwhile has nothing to ask for.
      if (trackSids.length > 0) client()?.sendUpdateSubscription({ subscribe, trackSids }).catch(() => undefined);
    }
  }

  return (publication, wanted) => {
    const before = publication.subscriptionStatus;
    publication.subscribed = wanted;
    // Until the server says otherwise.
    if (wanted) publication.allowed = true;
    publication.emitSubscriptionUpdateIfChanged(before);
    if (waiting.size === 0) queueMicrotask(flush);
    waiting.set(publication.trackSid, wanted);
  };
}

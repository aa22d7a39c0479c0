import { describe, expect, it, vi } from 'vitest';
import { createAsk, type Publication, type SubscribingClient } from './ask.js';

function publish(trackSid: string) {
  const changed = vi.fn();
  const publication: Publication = {
    trackSid,
    subscribed: false,
    allowed: false,
    get subscriptionStatus() {
      return this.subscribed ? 'desired' : 'unsubscribed';
    },
    emitSubscriptionUpdateIfChanged: changed,
  };
  return { publication, changed };
}

function createClient() {
  const sent: unknown[] = [];
  const client: SubscribingClient = { sendUpdateSubscription: async (each) => void sent.push(each) };
  return { ask: createAsk(() => client), sent };
}

describe('createAsk', () => {
  it('asks for a thousand of one task in one message that names each once, and for the next task in the next', async () => {
    const { ask, sent } = createClient();
    const sids = Array.from({ length: 1_000 }, (_, i) => `TR_${i}`);
    for (const sid of sids) ask(publish(sid).publication, true);
    expect(sent).toEqual([]);
    await Promise.resolve();
    expect(sent).toEqual([{ subscribe: true, trackSids: sids }]);
    ask(publish('late').publication, true);
    await Promise.resolve();
    expect(sent.slice(1)).toEqual([{ subscribe: true, trackSids: ['late'] }]);
  });

  it('leaves the publication as LiveKit’s own method does, and tells from where it changed', () => {
    const { ask } = createClient();
    const { publication, changed } = publish('a');
    ask(publication, true);
    expect(publication).toMatchObject({ subscribed: true, allowed: true });
    expect(changed).toHaveBeenCalledExactlyOnceWith('unsubscribed');
    ask(publication, false);
    expect(publication).toMatchObject({ subscribed: false, allowed: true });
    expect(changed).toHaveBeenLastCalledWith('desired');
  });

  it('asks for what was wanted last, each track once', async () => {
    const { ask, sent } = createClient();
    const [a, b, c] = ['a', 'b', 'c'].map((sid) => publish(sid).publication) as [Publication, Publication, Publication];
    ask(a, true);
    ask(b, true);
    ask(c, false);
    ask(a, false);
    ask(b, false);
    ask(b, true);
    await Promise.resolve();
    expect(sent).toEqual([
      { subscribe: false, trackSids: ['a', 'c'] },
      { subscribe: true, trackSids: ['b'] },
    ]);
  });

  it('outlives a client that cannot send, and one that is not there', async () => {
    const send = vi.fn(async () => Promise.reject(new Error('closed')));
    let client: SubscribingClient | undefined = { sendUpdateSubscription: send };
    const ask = createAsk(() => client);
    ask(publish('a').publication, true);
    await Promise.resolve();
    expect(send).toHaveBeenCalledTimes(1);
    client = undefined;
    ask(publish('b').publication, true);
    await Promise.resolve();
    expect(send).toHaveBeenCalledTimes(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { gatherSubscriptions, type SubscribingClient } from './gather.js';

const update = (subscribe: boolean, sid: string) => ({ subscribe, trackSids: [sid], participantTracks: [{ sid }] });

function createClient() {
  const sent: unknown[] = [];
  const client: SubscribingClient = { sendUpdateSubscription: async (each) => void sent.push(each) };
  gatherSubscriptions(client);
  return { client, sent };
}

describe('gatherSubscriptions', () => {
  it('sends a thousand of one task in one message, and the next task in the next', async () => {
    const { client, sent } = createClient();
    for (let i = 0; i < 1_000; i++) void client.sendUpdateSubscription(update(true, `TR_${i}`));
    expect(sent).toEqual([]);
    await Promise.resolve();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ subscribe: true, trackSids: { length: 1_000 }, participantTracks: { length: 1_000 } });
    await client.sendUpdateSubscription(update(true, 'late'));
    await Promise.resolve();
    expect(sent).toHaveLength(2);
  });

  it('keeps the order of what is asked for and of what is no longer wanted', async () => {
    const { client, sent } = createClient();
    for (const [subscribe, sid] of [[true, 'a'], [true, 'b'], [false, 'a'], [true, 'a']] as const) void client.sendUpdateSubscription(update(subscribe, sid));
    await Promise.resolve();
    expect(sent).toMatchObject([{ trackSids: ['a', 'b'] }, { subscribe: false, trackSids: ['a'] }, { trackSids: ['a'] }]);
  });

  it('gathers for a client once, and outlives one that cannot send', async () => {
    const send = vi.fn(async () => Promise.reject(new Error('closed')));
    const client: SubscribingClient = { sendUpdateSubscription: send };
    gatherSubscriptions(client);
    const gathered = client.sendUpdateSubscription;
    gatherSubscriptions(client);
    expect(client.sendUpdateSubscription).toBe(gathered);
    await client.sendUpdateSubscription(update(true, 'a'));
    await Promise.resolve();
    expect(send).toHaveBeenCalledTimes(1);
  });
});

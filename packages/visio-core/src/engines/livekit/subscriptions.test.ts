import { TrackInfo, TrackSource, TrackType } from '@livekit/protocol';
import { RemoteTrackPublication, Track, type Participant, type Room } from 'livekit-client';
import { describe, expect, it } from 'vitest';
import { Attachments } from '../../engine/attachments.js';
import { createSubscriptions } from './subscriptions.js';

/** LiveKit's own publications, in a room whose server is not there. */
function createCrowd(count: number, source: TrackSource) {
  const isVideo = source === TrackSource.CAMERA;
  const people = Array.from({ length: count }, (_, i) => {
    const info = new TrackInfo({ sid: `TR_${i}`, source, type: isVideo ? TrackType.VIDEO : TrackType.AUDIO });
    // Its types come to us in two shapes, of which TypeScript sees two classes.
    const publication = new RemoteTrackPublication(isVideo ? Track.Kind.Video : Track.Kind.Audio, info as never, false);
    return { publication, participant: { identity: `p${i}`, getTrackPublication: () => publication } as unknown as Participant };
  });
  const sent: { subscribe: boolean; trackSids: string[] }[] = [];
  const room = {
    engine: { client: { sendUpdateSubscription: async (update: (typeof sent)[number]) => void sent.push(update) } },
    getParticipantByIdentity: (id: string) => people.find(({ participant }) => participant.identity === id)?.participant,
  } as unknown as Room;
  const attachments = new Attachments();
  const subscriptions = createSubscriptions(room, attachments, () => undefined);
  const follow = () => people.forEach(({ publication, participant }) => subscriptions.follow(publication, participant));
  return { people, sent, attachments, subscriptions, follow };
}

describe('createSubscriptions', () => {
  it('asks for the voices of a thousand in one message', async () => {
    const { people, sent, follow } = createCrowd(1_000, TrackSource.MICROPHONE);
    follow();
    await Promise.resolve();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toEqual({ subscribe: true, trackSids: people.map(({ publication }) => publication.trackSid) });
    expect(people.every(({ publication }) => publication.isDesired && publication.subscriptionStatus === 'desired')).toBe(true);
  });

  it('asks once, and once more when a broken connection is back', async () => {
    const { sent, subscriptions, follow } = createCrowd(1_000, TrackSource.MICROPHONE);
    // As one connects: when it is known who is there, and when it is told.
    for (let i = 0; i < 2; i++) {
      follow();
      await Promise.resolve();
    }
    expect(sent).toHaveLength(1);
    subscriptions.renew();
    follow();
    await Promise.resolve();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('makes nothing for each but what LiveKit tells whoever listens', () => {
    const { people, follow } = createCrowd(10, TrackSource.MICROPHONE);
    const told: string[] = [];
    for (const { publication } of people) {
      publication.on('updateSubscription', () => told.push('message'));
      publication.on('subscriptionStatusChanged', (now, before) => told.push(`${before} → ${now}`));
    }
    follow();
    expect(told).toEqual(people.map(() => 'unsubscribed → desired'));
  });

  it('asks for no video that nothing shows', async () => {
    const { people, sent, attachments, subscriptions, follow } = createCrowd(1_000, TrackSource.CAMERA);
    follow();
    await Promise.resolve();
    expect(sent).toEqual([]);
    attachments.add('p7', 'camera', {} as HTMLVideoElement, () => undefined);
    subscriptions.attached('p7', 'camera');
    await Promise.resolve();
    expect(sent).toEqual([{ subscribe: true, trackSids: ['TR_7'] }]);
    expect(people.filter(({ publication }) => publication.isDesired)).toHaveLength(1);
  });
});

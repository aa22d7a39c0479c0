import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, enter, pass, type TestMeeting } from '../../engine/testing/test-meeting.js';
import type { Fact } from './facts.js';

const PEOPLE = [{ name: 'Grace', microphone: true }];

/** In words, as short as can be. */
function brief(fact: Fact): string {
  switch (fact.type) {
    case 'participant-joined':
    case 'participant-changed':
      return `${fact.type} ${fact.participant.name}`;
    case 'track-published':
    case 'track-muted':
    case 'track-unmuted':
      return `${fact.type} ${fact.participantId} ${fact.track.source}`;
    case 'track-unpublished':
      return `${fact.type} ${fact.participantId} ${fact.source}`;
    case 'speakers-changed':
      return `${fact.type} ${fact.participantIds.join()}`;
    case 'quality-changed':
      return `${fact.type} ${fact.participantId} ${fact.quality}`;
    case 'participant-left':
      return `${fact.type} ${fact.participantId}`;
    default:
      return fact.type;
  }
}

/** Code is fetched with the first of its kind, in the world's own time. */
async function passWithCode(ms: number): Promise<void> {
  await pass(ms);
  await vi.dynamicImportSettled();
  await pass(0);
}

describe('createFacts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function listen(early = true) {
    const test = createTestMeeting({ microphone: false, camera: false, scenario: { people: PEOPLE } });
    const told: string[] = [];
    const begin = () => test.meeting.facts.listen((fact) => told.push(brief(fact)));
    let end = early ? begin() : () => undefined;
    await enter(test);
    // What reads the chat comes with the call.
    await vi.dynamicImportSettled();
    await pass(0);
    if (!early) end = begin();
    told.length = 0;
    return { ...test, told, end };
  }

  it.each([true, false])('tells what happens, and nothing of what was the case (listening before the call: %s)', async (early) => {
    const { director, told } = await listen(early);
    await pass(2_000);
    expect(told).toEqual([]);
    director.join({ name: 'Ada', microphone: false });
    director.unmute('ada', 'microphone');
    director.mute('ada', 'microphone');
    director.rename('ada', 'Ada L.');
    await pass(20);
    director.speak('grace', 200);
    await pass(20);
    director.quality('grace', 'poor');
    director.quality('grace', 'excellent');
    director.unpublish('grace', 'microphone');
    director.leave('ada');
    await pass(20);
    expect(told).toEqual([
      'participant-joined Ada',
      'track-published ada microphone',
      'track-unmuted ada microphone',
      'track-muted ada microphone',
      'participant-changed Ada L.',
      'speakers-changed grace',
      'quality-changed grace poor',
      'quality-changed grace excellent',
      'track-unpublished grace microphone',
      'speakers-changed ',
      'track-unpublished ada microphone',
      'participant-left ada',
    ]);
  });

  it.each([true, false])('tells when a recording begins and ends, not that there was one nor that the call is over (listening before the call: %s)', async (early) => {
    const { meeting, director, told } = await listen(early);
    const recordings = () => told.filter((each) => each.startsWith('recording'));
    director.setRecording(true);
    await passWithCode(20);
    director.reconnect(100);
    await passWithCode(200);
    expect(recordings()).toEqual(['recording-started']);
    director.setRecording(false);
    await passWithCode(20);
    expect(recordings()).toEqual(['recording-started', 'recording-stopped']);
    director.setRecording(true);
    await passWithCode(20);
    told.length = 0;
    await meeting.leave();
    director.setRecording(true);
    await enter({ meeting } as TestMeeting);
    expect(meeting.recording.active.value).toBe(true);
    expect(recordings()).toEqual([]);
  });

  it('tells nothing again when a broken connection is back', async () => {
    const { director, told } = await listen();
    await passWithCode(2_000);
    told.length = 0;
    director.reconnect(1_000);
    await passWithCode(2_000);
    expect(told).toEqual([]);
  });

  it('tells a message once', async () => {
    const { director, told } = await listen();
    await passWithCode(2_000);
    told.length = 0;
    director.sendText('grace', 'lk.chat', 'Hello');
    await passWithCode(100);
    expect(told).toEqual(['message-received']);
  });

  it('tells hands and reactions', async () => {
    const { meeting, director, told } = await listen();
    await passWithCode(2_000);
    told.length = 0;
    director.setAttributes('grace', { handRaisedAt: '2026-01-01T10:00:00Z' });
    await passWithCode(20);
    director.setAttributes('grace', { handRaisedAt: '' });
    await passWithCode(50);
    director.sendPacket('grace', new TextEncoder().encode('{"type":"reactionReceived","data":{"emoji":"red-heart"}}'));
    await passWithCode(100);
    await meeting.leave();
    expect(told).toEqual(['participant-changed Grace', 'hand-raised', 'participant-changed Grace', 'hand-lowered', 'reaction-received']);
  });

  it('goes on when a listener fails, and ends with its last listener', async () => {
    const { meeting, director, told, end } = await listen();
    const endBad = meeting.facts.listen(() => {
      throw new Error('mine');
    });
    director.join({ name: 'Ada' });
    await pass(20);
    expect(told).toContain('participant-joined Ada');
    endBad();
    end();
    told.length = 0;
    director.leave('ada');
    await pass(20);
    expect(told).toEqual([]);
  });
});

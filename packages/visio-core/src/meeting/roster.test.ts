import { describe, expect, it } from 'vitest';
import type { ParticipantInfo, TrackInfo, TrackSource } from '../engine/engine.js';
import { batch, effect } from '../reactive/index.js';
import { createRoster, type RosterStore } from './roster.js';

function person(id: string, info: Partial<ParticipantInfo> = {}): ParticipantInfo {
  return { id, name: id, isLocal: false, kind: 'standard', joinedAt: 0, attributes: {}, canSetAttributes: false, canPublish: [], ...info };
}

const join = (roster: RosterStore, id: string, info: Partial<ParticipantInfo> = {}) => roster.handle({ type: 'participant', participant: person(id, info) });
const leave = (roster: RosterStore, id: string) => roster.handle({ type: 'participant-left', id });
const publish = (roster: RosterStore, id: string, source: TrackSource, muted = false) =>
  roster.handle({ type: 'track', id, track: { id: source, source, muted } satisfies TrackInfo });
const unpublish = (roster: RosterStore, id: string, source: TrackSource) => roster.handle({ type: 'track-removed', id, source });
const speak = (roster: RosterStore, ...ids: readonly string[]) => roster.handle({ type: 'speakers', ids });

/** A room of so many, and one effect for each reading of each person, counting. */
function watchedRoom(size: number) {
  const roster = createRoster();
  batch(() => {
    for (let i = 0; i < size; i++) join(roster, `p${i}`);
  });
  let runs: string[] = [];
  const watch = (name: string, read: () => unknown) =>
    effect(() => {
      read();
      runs.push(name);
    });
  for (let i = 0; i < size; i++) {
    watch(`person ${i}`, () => roster.get(`p${i}`).value);
    watch(`speaking ${i}`, () => roster.isSpeaking(`p${i}`).value);
    watch(`quality ${i}`, () => roster.quality(`p${i}`).value);
  }
  watch('ids', () => roster.ids.value);
  watch('count', () => roster.count.value);
  watch('speakers', () => roster.speakers.value);
  watch('sharers', () => roster.screenSharers.value);
  runs = [];
  return {
    roster,
    /** Who was told by this change. */
    told(change: () => void): readonly string[] {
      runs = [];
      batch(change);
      return runs;
    },
  };
}

describe('createRoster', () => {
  it('has the local participant first and the others in the order in which they came', () => {
    const roster = createRoster();
    for (const id of ['b', 'a']) join(roster, id);
    join(roster, 'me', { isLocal: true });
    join(roster, 'c');
    join(roster, 'b', { name: 'B' });
    expect(roster.ids.value).toEqual(['me', 'b', 'a', 'c']);
    expect(roster.count.value).toBe(4);
    expect(roster.localId.value).toBe('me');
    leave(roster, 'b');
    join(roster, 'b');
    expect(roster.ids.value).toEqual(['me', 'a', 'c', 'b']);
    expect(roster.count.value).toBe(4);
  });

  it('keeps what someone publishes when something else about them changes', () => {
    const roster = createRoster();
    join(roster, 'a');
    publish(roster, 'a', 'camera');
    publish(roster, 'a', 'microphone', true);
    join(roster, 'a', { name: 'Ada' });
    unpublish(roster, 'a', 'camera');
    expect(roster.get('a').value).toMatchObject({ name: 'Ada', tracks: { microphone: { source: 'microphone', muted: true } } });
    expect(roster.get('a').value?.tracks.camera).toBeUndefined();
  });

  it('makes a new participant for each change, and leaves the old one as it was', () => {
    const roster = createRoster();
    join(roster, 'a');
    const before = roster.get('a').value;
    publish(roster, 'a', 'camera');
    expect(before?.tracks).toEqual({});
    expect(roster.get('a').value).not.toBe(before);
  });

  it('keeps a track that comes before its owner', () => {
    const roster = createRoster();
    publish(roster, 'a', 'camera', true);
    publish(roster, 'a', 'screen_share');
    expect(roster.get('a').value).toBeUndefined();
    expect(roster.screenSharers.value).toEqual([]);
    join(roster, 'a');
    expect(Object.keys(roster.get('a').value?.tracks ?? {})).toEqual(['camera', 'screen_share']);
    expect(roster.screenSharers.value).toEqual(['a']);
    // Once: what they publish later is not undone by it.
    unpublish(roster, 'a', 'camera');
    join(roster, 'a', { name: 'Ada' });
    expect(Object.keys(roster.get('a').value?.tracks ?? {})).toEqual(['screen_share']);
  });

  it('forgets a track that came and went before its owner, and one whose owner never came', () => {
    const roster = createRoster();
    publish(roster, 'a', 'camera');
    unpublish(roster, 'a', 'camera');
    join(roster, 'a');
    expect(roster.get('a').value?.tracks).toEqual({});
    publish(roster, 'b', 'camera');
    leave(roster, 'b');
    join(roster, 'b');
    expect(roster.get('b').value?.tracks).toEqual({});
  });

  it('forgets everything about someone who left', () => {
    const roster = createRoster();
    join(roster, 'a');
    publish(roster, 'a', 'screen_share');
    speak(roster, 'a');
    roster.handle({ type: 'quality', id: 'a', quality: 'poor' });
    leave(roster, 'a');
    join(roster, 'a');
    expect(roster.get('a').value?.tracks).toEqual({});
    expect(roster.isSpeaking('a').value).toBe(false);
    expect(roster.quality('a').value).toBe('unknown');
    expect(roster.speakers.value).toEqual([]);
    expect(roster.screenSharers.value).toEqual([]);
  });

  it('tells who speaks, loudest first, and only of those who are there', () => {
    const roster = createRoster();
    for (const id of ['a', 'b']) join(roster, id);
    speak(roster, 'b', 'ghost', 'a');
    expect(roster.speakers.value).toEqual(['b', 'a']);
    expect([roster.isSpeaking('a').value, roster.isSpeaking('ghost').value]).toEqual([true, false]);
    speak(roster, 'a');
    expect([roster.isSpeaking('a').value, roster.isSpeaking('b').value]).toEqual([true, false]);
  });

  it('has those who share a screen, first come first', () => {
    const roster = createRoster();
    for (const id of ['a', 'b']) join(roster, id);
    publish(roster, 'b', 'screen_share');
    publish(roster, 'a', 'screen_share');
    publish(roster, 'b', 'screen_share', true);
    expect(roster.screenSharers.value).toEqual(['b', 'a']);
    unpublish(roster, 'b', 'screen_share');
    expect(roster.screenSharers.value).toEqual(['a']);
  });

  it('knows no quality of those who are not there', () => {
    const roster = createRoster();
    roster.handle({ type: 'quality', id: 'a', quality: 'poor' });
    join(roster, 'a');
    expect(roster.quality('a').value).toBe('unknown');
  });

  it('is empty after clear', () => {
    const roster = createRoster();
    join(roster, 'me', { isLocal: true });
    publish(roster, 'me', 'screen_share');
    speak(roster, 'me');
    publish(roster, 'early', 'camera');
    roster.clear();
    expect(roster.ids.value).toEqual([]);
    expect(roster.localId.value).toBeNull();
    expect(roster.speakers.value).toEqual([]);
    expect(roster.screenSharers.value).toEqual([]);
    join(roster, 'early');
    expect(roster.get('early').value?.tracks).toEqual({});
  });
});

describe('createRoster in a room of a thousand, everyone watched', () => {
  const { roster, told } = watchedRoom(1000);

  it('tells of a mute exactly the readers of that person', () => {
    expect(told(() => publish(roster, 'p500', 'microphone', true))).toEqual(['person 500']);
    expect(told(() => publish(roster, 'p500', 'microphone', false))).toEqual(['person 500']);
  });

  it('tells of a change of speaker the two it is about', () => {
    expect([...told(() => speak(roster, 'p1'))].sort()).toEqual(['speakers', 'speaking 1']);
    expect([...told(() => speak(roster, 'p2'))].sort()).toEqual(['speakers', 'speaking 1', 'speaking 2']);
  });

  it('tells of a quality those who read it', () => {
    expect(told(() => roster.handle({ type: 'quality', id: 'p7', quality: 'poor' }))).toEqual(['quality 7']);
  });

  it('tells of a screen share that person’s readers and the list of sharers', () => {
    expect([...told(() => publish(roster, 'p3', 'screen_share'))].sort()).toEqual(['person 3', 'sharers']);
  });

  it('tells of one who joins no one but the lists', () => {
    expect([...told(() => join(roster, 'new'))].sort()).toEqual(['count', 'ids']);
  });

  it('tells of one who leaves their readers and the lists', () => {
    expect([...told(() => leave(roster, 'p999'))].sort()).toEqual(['count', 'ids', 'person 999']);
  });
});

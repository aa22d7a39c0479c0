import { describe, expect, it } from 'vitest';
import { createCasting, type Room } from './cast.js';

const room = (wishes: Partial<Room> = {}): Room => ({ ids: ['me', 'a', 'b', 'c', 'd', 'e'], localId: 'me', sharers: [], speakers: [], ...wishes });

/** As words: who is large, and who is beside. */
function play(size: number, ...rooms: readonly Room[]): readonly string[] {
  const choose = createCasting(size);
  return rooms.map((each) => {
    const { main, others } = choose(each);
    return `${main ? `${main.id}${main.source === 'camera' ? '' : ' screen'}` : '-'}: ${others.join(' ')}`;
  });
}

describe('createCasting', () => {
  it('shows nobody in an empty room, and oneself when alone', () => {
    expect(play(3, room({ ids: [], localId: null }), room({ ids: ['me'] }))).toEqual(['-: ', 'me: ']);
  });

  it('shows the other large, and oneself beside', () => {
    expect(play(3, room({ ids: ['me', 'a'] }))).toEqual(['a: me']);
  });

  it('follows who speaks, who stays until somebody else speaks', () => {
    const talk = [[], ['c'], [], ['d', 'c'], ['d'], ['me']].map((speakers) => room({ speakers }));
    expect(play(3, ...talk)).toEqual(['a: me b c', 'c: me a b', 'c: me a b', 'c: me a b', 'd: me a b', 'd: me a b']);
  });

  it('lets who still speaks stay large when another is louder', () => {
    expect(play(3, room({ speakers: ['c'] }), room({ speakers: ['d', 'c'] }))).toEqual(['c: me a b', 'c: me a b']);
  });

  it('keeps the others in their places', () => {
    expect(play(3, room({ speakers: ['e'] }), room({ speakers: ['b'] }), room({ speakers: ['e'] }))).toEqual(['e: me a b', 'b: me a e', 'e: me a b']);
  });

  it('shows a screen large, the newest, and who speaks beside it', () => {
    const shown = play(3, room({ sharers: ['a'] }), room({ sharers: ['a', 'b'], speakers: ['e'] }), room({ sharers: ['a'] }), room());
    expect(shown).toEqual(['a screen: me a b', 'b screen: me a e', 'a screen: me a e', 'e: me a b']);
  });

  it('does not show one’s own screen to oneself', () => {
    expect(play(3, room({ sharers: ['me'] }))).toEqual(['a: me b c']);
  });

  it('passes over those who are gone', () => {
    const left = room({ ids: ['me', 'b', 'd'], speakers: ['a'], sharers: ['c'] });
    expect(play(3, room({ speakers: ['a'] }), left)).toEqual(['a: me b c', 'b: me d']);
  });

  it('shows a watcher everyone but themselves', () => {
    expect(play(3, room({ ids: ['a', 'b', 'c', 'd', 'e'], localId: null }))).toEqual(['a: b c d']);
  });
});

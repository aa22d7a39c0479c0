import { describe, expect, it } from 'vitest';
import { ariaOf } from './chord.js';
import { parseShortcuts, resolve, wantedProfile, type Binding, type ShortcutChoice, type ShortcutsConfig } from './config.js';
import { OTHERS } from './others.js';
import { OURS, PROFILES } from './profiles.js';

const profiles = { visio: OURS, ...OTHERS };

function bindings(config: ShortcutsConfig, choice: ShortcutChoice, apple: boolean): readonly Binding[] {
  const wanted = wantedProfile(config, choice);
  return wanted ? resolve(config, profiles[wanted], apple) : [];
}

/** `microphone: Control+D` of each action. */
function list(config: ShortcutsConfig, choice: ShortcutChoice = '', apple = false): Record<string, string> {
  return Object.fromEntries(bindings(config, choice, apple).map(({ action, chords }) => [action, chords.map(ariaOf).join(' ')]));
}

describe('parseShortcuts', () => {
  it.each([
    [undefined, 'visio'],
    [null, 'visio'],
    ['visio', 'visio'],
    ['teams', 'teams'],
    ['off', 'off'],
    [false, 'off'],
    ['constructor', 'visio'],
    [7, 'visio'],
    [{}, { profile: 'visio', keys: {} }],
    [{ profile: 'zoom' }, { profile: 'zoom', keys: {} }],
    [{ profile: 'other', keys: { microphone: 'Alt+M', leave: null, chat: ['C', 'D'], hand: 4, people: [1] } }, { profile: 'visio', keys: { microphone: 'Alt+M', leave: null, chat: ['C', 'D'] } }],
  ])('reads %j', (value, expected) => {
    expect(parseShortcuts(value)).toEqual(expected);
  });
});

describe('resolve', () => {
  it('has what the official app has', () => {
    expect(list('visio')).toMatchObject({
      microphone: 'Control+D',
      camera: 'Control+E',
      'push-to-talk': 'V',
      reactions: 'Control+Shift+E',
      'full-screen': 'Control+Shift+F',
      hand: 'Control+Shift+H',
      chat: 'Control+Shift+M',
      people: 'Control+Shift+P',
    });
    expect(list('visio', '', true)).toMatchObject({ microphone: 'Meta+D', hand: 'Meta+Shift+H' });
  });

  it('has what others have, on each system', () => {
    expect(list('teams')).toMatchObject({ microphone: 'Control+Shift+M', camera: 'Control+Shift+O', hand: 'Control+Shift+K' });
    expect(list('zoom')).toMatchObject({ microphone: 'Alt+A', camera: 'Alt+V', hand: 'Alt+Y' });
    expect(list('zoom', '', true)).toMatchObject({ microphone: 'Meta+Shift+A', hand: 'Alt+Y' });
    expect(list('meet')).toMatchObject({ microphone: 'Control+D', hand: 'Control+Alt+H' });
    expect(list('meet', '', true)).toMatchObject({ hand: 'Control+Meta+H' });
  });

  it.each(PROFILES)('reads every key of %s, and no two are the same', (profile) => {
    for (const apple of [false, true]) {
      const { keys, apple: onApple } = profiles[profile];
      const wanted = Object.values({ ...keys, ...(apple && onApple) }).flat();
      const all = bindings(profile, '', apple).flatMap(({ chords }) => chords.map((chord) => JSON.stringify(chord)));
      expect(all).toHaveLength(wanted.length);
      expect(new Set(all).size).toBe(wanted.length);
    }
  });

  it('is off when the host or the person wants it off', () => {
    expect(bindings('off', 'teams', false)).toEqual([]);
    expect(bindings('teams', 'off', false)).toEqual([]);
  });

  it('follows the person, and keeps what the host changed', () => {
    const config: ShortcutsConfig = { profile: 'teams', keys: { microphone: 'Alt+M', leave: null, poll: 'Alt+P', chat: 'Ctrl+C' } };
    expect(list(config)).toMatchObject({ microphone: 'Alt+M', camera: 'Control+Shift+O', poll: 'Alt+P' });
    expect(list(config)).not.toHaveProperty('leave');
    // The browser’s.
    expect(list(config)).not.toHaveProperty('chat');
    expect(list(config, 'meet')).toMatchObject({ microphone: 'Alt+M', camera: 'Control+E', poll: 'Alt+P' });
    expect(list(config, 'meet')).not.toHaveProperty('leave');
  });

  it('gives keys that two want to the host’s', () => {
    expect(list({ keys: { poll: 'Mod+D' } })).toMatchObject({ poll: 'Control+D', camera: 'Control+E' });
    expect(list({ keys: { poll: 'Mod+D' } })).not.toHaveProperty('microphone');
  });
});

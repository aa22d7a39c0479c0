import { parseChord, type Chord } from './chord.js';
import { PROFILES, type Profile, type ShortcutKeys, type ShortcutProfile } from './profiles.js';

/** The shortcuts that a host wants: a profile's, none, or a profile's with some that are other, or gone (`null`). */
export type ShortcutsConfig =
  | ShortcutProfile
  | 'off'
  | {
      /** Default: `visio`. */
      readonly profile?: ShortcutProfile;
      /** `{ microphone: 'Alt+M', leave: null }`; `Mod` is ⌘ on Apple and Ctrl elsewhere. An action may have several. */
      readonly keys: ShortcutKeys;
    };

/** What a person chose: `''` is what the host, or we, would have. */
export type ShortcutChoice = '' | ShortcutProfile | 'off';

/** An action and the keys for it. */
export interface Binding {
  readonly action: string;
  /** At least one; the first is the one to show. */
  readonly chords: readonly Chord[];
}

const MOST_KEYS = 100;

export function isProfile(value: unknown): value is ShortcutProfile {
  return (PROFILES as readonly unknown[]).includes(value);
}

/** What a host gave, from an attribute or a property; what makes no sense is passed over. */
export function parseShortcuts(value: unknown): ShortcutsConfig {
  if (value === 'off' || value === false) return 'off';
  if (isProfile(value)) return value;
  if (typeof value !== 'object' || value === null) return 'visio';
  const { profile, keys } = value as { readonly profile?: unknown; readonly keys?: unknown };
  const entries = Object.entries(typeof keys === 'object' && keys !== null ? keys : {}).slice(0, MOST_KEYS);
  return {
    profile: isProfile(profile) ? profile : 'visio',
    keys: Object.fromEntries(
      entries.filter(([, chords]) => chords === null || typeof chords === 'string' || (Array.isArray(chords) && chords.every((each) => typeof each === 'string'))),
    ) as ShortcutKeys,
  };
}

/** The profile that is asked for, or none. */
export function wantedProfile(config: ShortcutsConfig, choice: ShortcutChoice): ShortcutProfile | null {
  if (config === 'off' || choice === 'off') return null;
  return choice || (typeof config === 'object' ? config.profile : config) || 'visio';
}

/**
 * The shortcuts in force, by the profile that is asked for. A person may choose another profile, or none; what the host changed by name stays changed,
 * because its page needs the keys. Where two actions have the same keys, the host's wins, then the first.
 */
export function resolve(config: ShortcutsConfig, { keys, apple: onApple }: Profile, apple: boolean): readonly Binding[] {
  const own = typeof config === 'object' ? config.keys : {};
  const all = { ...keys, ...(apple && onApple), ...own };
  const taken = new Set<string>();
  const bindings = new Map<string, Chord[]>();
  for (const isHosts of [true, false]) {
    for (const [action, wish] of Object.entries(all)) {
      if (Object.hasOwn(own, action) !== isHosts) continue;
      const chords: Chord[] = [];
      for (const text of typeof wish === 'string' ? [wish] : (wish ?? [])) {
        const chord = parseChord(text, apple);
        const id = JSON.stringify(chord);
        if (!chord || taken.has(id)) continue;
        taken.add(id);
        chords.push(chord);
      }
      if (chords.length > 0) bindings.set(action, chords);
    }
  }
  return Object.keys(all).flatMap((action) => (bindings.has(action) ? [{ action, chords: bindings.get(action)! }] : []));
}

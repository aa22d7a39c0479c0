/** What the keys of a profile do: an action's name, and its chord or chords. The first is the one that is shown. */
export type ShortcutKeys = Readonly<Record<string, string | readonly string[] | null>>;

/** Shortcuts that people know from elsewhere. */
export type ShortcutProfile = 'visio' | 'teams' | 'zoom' | 'meet';

export const PROFILES: readonly ShortcutProfile[] = ['visio', 'teams', 'zoom', 'meet'];

export const HELP = ['Mod+/', '?', 'Mod+?'];

export interface Profile {
  readonly keys: ShortcutKeys;
  /** What is other on Apple's systems. */
  readonly apple?: ShortcutKeys;
}

/**
 * By action: `microphone`, `camera`, `push-to-talk`, `leave`, `layout:` and a mode, or the name of a contribution. Only what the call has is
 * offered. These are La Suite Meet's catalogue, and what it lacks: leaving, sharing and captions.
 */
export const OURS: Profile = {
  keys: {
    microphone: 'Mod+D',
    camera: 'Mod+E',
    'push-to-talk': 'V',
    'screen-share': 'Mod+Shift+S',
    hand: 'Mod+Shift+H',
    reactions: 'Mod+Shift+E',
    captions: 'Alt+Shift+C',
    chat: 'Mod+Shift+M',
    people: 'Mod+Shift+P',
    'full-screen': 'Mod+Shift+F',
    recording: 'Mod+Shift+L',
    leave: 'Mod+Shift+X',
    shortcuts: HELP,
  },
};

/** What the keys of a profile do: an action's name, and its chord or chords. The first is the one that is shown. */
export type ShortcutKeys = Readonly<Record<string, string | readonly string[] | null>>;

/** Shortcuts that people know from elsewhere. */
export type ShortcutProfile = 'visio' | 'teams' | 'zoom' | 'meet';

const HELP = ['Mod+/', '?', 'Mod+?'];

interface Profile {
  readonly keys: ShortcutKeys;
  /** What is other on Apple's systems. */
  readonly apple?: ShortcutKeys;
}

/**
 * By action: `microphone`, `camera`, `push-to-talk`, `leave`, `layout:` and a mode, or the name of a contribution. Only what the call has is
 * offered. What a browser keeps for itself is left out of the profiles of programs that are not in one.
 */
export const PROFILES: Readonly<Record<ShortcutProfile, Profile>> = {
  // La Suite Meet's catalogue, and what it lacks: leaving, sharing and captions.
  visio: {
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
  },
  teams: {
    keys: {
      microphone: 'Mod+Shift+M',
      camera: 'Mod+Shift+O',
      'push-to-talk': 'Ctrl+Space',
      'screen-share': 'Mod+Shift+E',
      hand: 'Mod+Shift+K',
      captions: 'Alt+Shift+C',
      'full-screen': 'Mod+Shift+F',
      leave: 'Mod+Shift+H',
      shortcuts: ['Mod+.', ...HELP],
    },
    apple: { 'push-to-talk': 'Alt+Space' },
  },
  zoom: {
    keys: {
      microphone: 'Alt+A',
      camera: 'Alt+V',
      'push-to-talk': 'Space',
      'screen-share': 'Alt+S',
      hand: 'Alt+Y',
      chat: 'Alt+H',
      people: 'Alt+U',
      'full-screen': 'Alt+F',
      recording: 'Alt+R',
      'layout:speaker': 'Alt+F1',
      'layout:grid': 'Alt+F2',
      leave: 'Alt+Q',
      shortcuts: HELP,
    },
    apple: {
      microphone: 'Mod+Shift+A',
      camera: 'Mod+Shift+V',
      'screen-share': 'Mod+Shift+S',
      chat: 'Mod+Shift+H',
      people: 'Mod+U',
      'full-screen': 'Mod+Shift+F',
    },
  },
  meet: {
    keys: {
      microphone: 'Mod+D',
      camera: 'Mod+E',
      'push-to-talk': 'Space',
      hand: 'Ctrl+Alt+H',
      captions: 'C',
      chat: 'Ctrl+Alt+C',
      people: 'Ctrl+Alt+P',
      shortcuts: HELP,
    },
    apple: { hand: 'Ctrl+Meta+H', chat: 'Ctrl+Meta+C', people: 'Ctrl+Meta+P' },
  },
};

import { HELP, type Profile, type ShortcutProfile } from './profiles.js';

/** What people know from elsewhere, for whoever asks for it. What a browser keeps for itself is left out of those of programs that are not in one. */
export const OTHERS: Readonly<Record<Exclude<ShortcutProfile, 'visio'>, Profile>> = {
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

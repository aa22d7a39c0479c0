import type { Translator } from 'visio-core/i18n';
import type { Chord, KeyLayout } from './chord.js';

/** A key as it is named on its cap, and as it is said where that is a sign. */
export interface KeyName {
  readonly cap: string;
  readonly said?: string;
}

const ON_APPLE = { ctrl: ['⌃', 'Control'], alt: ['⌥', 'Option'], shift: ['⇧', ''], meta: ['⌘', 'Command'] } as const;

const ARROWS: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' };

/** The keys of a chord, in the order in which the system names them. */
export function nameKeys(chord: Chord, apple: boolean, translator: Translator, layout: KeyLayout | null): readonly KeyName[] {
  const shift = translator.text('shortcuts.key.shift');
  const modifiers = (['ctrl', 'alt', 'shift', 'meta'] as const).filter((each) => chord[each]);
  const names = modifiers.map((each): KeyName => {
    if (apple) {
      const [cap, said] = ON_APPLE[each];
      return { cap, said: said || shift };
    }
    return { cap: { ctrl: 'Ctrl', alt: 'Alt', shift, meta: '⊞' }[each], ...(each === 'meta' && { said: 'Windows' }) };
  });
  return [...names, nameKey(chord.key, translator, layout)];
}

function nameKey(key: string, translator: Translator, layout: KeyLayout | null): KeyName {
  if (key === 'space') return { cap: translator.text('shortcuts.key.space') };
  const arrow = ARROWS[key];
  if (arrow) return { cap: arrow, said: key };
  const code = /^\[(\w+)\]$/.exec(key)?.[1];
  if (code) return { cap: (layout?.get(code) ?? code.replace(/^(Key|Digit)/, '')).toUpperCase() };
  return { cap: key.length === 1 ? key.toUpperCase() : key.replace(/^./, (first) => first.toUpperCase()) };
}

import { describe, expect, it } from 'vitest';
import { ariaOf, isForWriting, matches, parseChord, type Pressed } from './chord.js';

const chord = (text: string, apple = false) => parseChord(text, apple);

function press(key: string, code: string, ...held: ('ctrl' | 'alt' | 'shift' | 'meta')[]): Pressed {
  return { key, code, ctrlKey: held.includes('ctrl'), altKey: held.includes('alt'), shiftKey: held.includes('shift'), metaKey: held.includes('meta') };
}

describe('parseChord', () => {
  const none = { ctrl: false, alt: false, shift: false, meta: false };
  it.each([
    ['V', false, { ...none, key: 'v' }],
    ['Mod+Shift+M', false, { ...none, key: 'm', ctrl: true, shift: true }],
    ['mod + shift + m', true, { ...none, key: 'm', meta: true, shift: true }],
    ['Ctrl+Option+Cmd+É', true, { ...none, key: 'é', ctrl: true, alt: true, meta: true }],
    ['Ctrl+Space', false, { ...none, key: 'space', ctrl: true }],
    ['F2', false, { ...none, key: 'f2' }],
    ['[KeyV]', false, { ...none, key: '[KeyV]' }],
    ['?', false, { ...none, key: '?' }],
    ['Ctrl+Shift+/', false, { ...none, key: '?', ctrl: true }],
    ['Ctrl++', false, { ...none, key: '+', ctrl: true }],
    ['+', false, { ...none, key: '+' }],
  ])('reads %s', (text, apple, expected) => {
    expect(parseChord(text, apple)).toEqual(expected);
  });

  it.each(['', 'Ctrl', 'Ctrl+', 'Hyper+A', 'Ctrl+AB', 'constructor+A', 'Enter', 'Escape', 'Tab', 'F25', 'Ctrl+Tab'])('does not read %o', (text) => {
    expect(chord(text)).toBeNull();
  });

  it.each(['Ctrl+C', 'Mod+V', 'Meta+W', 'Ctrl+A', 'Ctrl+Shift+T', 'Mod+Shift+Z'])('leaves %s to the browser and to writing', (text) => {
    expect(chord(text)).toBeNull();
    expect(chord(text, true)).toBeNull();
  });
});

describe('matches', () => {
  it.each([
    ['a letter', 'V', press('v', 'KeyV')],
    ['a letter with modifiers', 'Ctrl+Shift+M', press('M', 'KeyM', 'ctrl', 'shift')],
    ['Caps Lock', 'Ctrl+D', press('D', 'KeyD', 'ctrl')],
    ['a letter that lies elsewhere (AZERTY)', 'Ctrl+E', press('e', 'KeyE', 'ctrl')],
    ['A where Q is elsewhere (AZERTY)', 'Alt+A', press('a', 'KeyQ', 'alt')],
    ['another script', 'Ctrl+D', press('в', 'KeyD', 'ctrl')],
    ['what Option makes of a letter', 'Alt+Y', press('¥', 'KeyY', 'alt')],
    ['a dead key', 'Alt+N', press('Dead', 'KeyN', 'alt')],
    ['a symbol with Shift (US)', '?', press('?', 'Slash', 'shift')],
    ['a symbol elsewhere (AZERTY)', '?', press('?', 'KeyM', 'shift')],
    ['a symbol with Shift and Ctrl', 'Ctrl+Shift+/', press('?', 'Slash', 'ctrl', 'shift')],
    ['a symbol that is Shift elsewhere (AZERTY)', 'Ctrl+/', press('/', 'Period', 'ctrl', 'shift')],
    ['the space bar', 'Ctrl+Space', press(' ', 'Space', 'ctrl')],
    ['a function key', 'F2', press('F2', 'F2')],
    ['a digit', 'Alt+1', press('1', 'Digit1', 'alt')],
    ['a digit written with Shift (AZERTY)', 'Alt+1', press('&', 'Digit1', 'alt')],
    ['a digit with Shift', 'Ctrl+Shift+1', press('!', 'Digit1', 'ctrl', 'shift')],
    ['a place', '[KeyW]', press('z', 'KeyW')],
  ])('knows %s', (_, text, pressed) => {
    expect(matches(pressed, chord(text)!)).toBe(true);
  });

  it.each([
    ['another letter', 'V', press('b', 'KeyB')],
    ['a modifier too many', 'V', press('v', 'KeyV', 'ctrl')],
    ['a modifier too few', 'Ctrl+Shift+M', press('m', 'KeyM', 'ctrl')],
    ['Shift with a letter', 'V', press('V', 'KeyV', 'shift')],
    ['the place of a letter that writes another', 'Ctrl+A', press('q', 'KeyA', 'ctrl')],
    ['⌘ for Ctrl', 'Ctrl+D', press('d', 'KeyD', 'meta')],
    ['nothing at all', 'V', press('', '')],
  ])('is not taken in by %s', (_, text, pressed) => {
    const wanted = chord(text);
    expect(wanted !== null && matches(pressed, wanted)).toBe(false);
  });

  it('asks the layout, where the browser tells of it, what a key would write without Option', () => {
    const azerty = new Map([['KeyQ', 'a'], ['KeyA', 'q']]);
    expect(matches(press('æ', 'KeyQ', 'alt'), chord('Alt+A')!, azerty)).toBe(true);
    expect(matches(press('‡', 'KeyA', 'alt'), chord('Alt+A')!, azerty)).toBe(false);
  });
});

describe('isForWriting', () => {
  it.each([
    ['V', false, true],
    ['?', false, true],
    ['Space', false, true],
    ['ArrowUp', false, true],
    ['F2', false, false],
    ['Ctrl+D', false, false],
    ['Alt+A', false, false],
    // Option writes letters.
    ['Alt+A', true, true],
    ['Meta+D', true, false],
  ])('%s (Apple: %s): %s', (text, apple, expected) => {
    expect(isForWriting(chord(text)!, apple)).toBe(expected);
  });
});

describe('ariaOf', () => {
  it.each([
    ['Ctrl+Shift+M', 'Control+Shift+M'],
    ['Alt+Space', 'Alt+Space'],
    ['Meta+Ctrl+H', 'Control+Meta+H'],
    ['[KeyV]', 'V'],
    ['+', 'Plus'],
  ])('%s', (text, expected) => {
    expect(ariaOf(chord(text)!)).toBe(expected);
  });
});

/** A key with its modifiers. */
export interface Chord {
  /** What the key writes without modifiers, in small letters; `space`, `f2`; or, as `[KeyV]`, where the key is. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** The part of a keyboard event that says what was pressed. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** What keys write, by their place, where the browser tells (`navigator.keyboard`, Chromium). */
export type KeyLayout = Readonly<Pick<ReadonlyMap<string, string>, 'get'>>;

const MODIFIERS = { ctrl: 'ctrl', control: 'ctrl', alt: 'alt', option: 'alt', shift: 'shift', meta: 'meta', cmd: 'meta', command: 'meta' } as const;

const NAMED = /^(space|f([1-9]|1\d|2[0-4])|arrow(up|down|left|right)|home|end|pageup|pagedown|insert|delete|backspace)$/;

/** With Ctrl, or ⌘ on Apple: what people need for writing, and what a browser does not leave to pages. */
const RESERVED = 'acvxzyntwqr';
const RESERVED_WITH_SHIFT = 'ntwqrz';

/**
 * Reads `Mod+Shift+M`, where `Mod` is ⌘ on Apple and Ctrl elsewhere. A symbol is named as it is written, whatever
 * modifiers that takes: `?`. A key that is meant for its place is named by its code in brackets: `[KeyV]`. Returns `null` for
 * what is no chord, and for one that belongs to the browser, to writing or to getting about.
 */
export function parseChord(text: string, apple: boolean): Chord | null {
  const tokens = text.split('+').map((token) => token.trim());
  // The plus sign itself.
  if (tokens.at(-1) === '' && tokens.at(-2) === '') tokens.splice(-2, 2, '+');
  const key = tokens.pop()!;
  const held = { ctrl: false, alt: false, shift: false, meta: false };
  for (const token of tokens) {
    const name = token.toLowerCase();
    const modifier = name === 'mod' ? (apple ? 'meta' : 'ctrl') : Object.hasOwn(MODIFIERS, name) ? MODIFIERS[name as keyof typeof MODIFIERS] : null;
    if (!modifier) return null;
    held[modifier] = true;
  }
  const isPlace = /^\[\w+\]$/.test(key);
  const small = key.toLowerCase();
  if (!isPlace && !NAMED.test(small) && ([...key].length !== 1 || /\s/.test(key))) return null;
  // How many write it who have it there.
  const chord = small === '/' && held.shift ? { ...held, key: '?', shift: false } : { ...held, key: isPlace ? key : small };
  return isReserved(chord) ? null : isSymbol(chord.key) ? { ...chord, shift: false } : chord;
}

function isReserved({ key, ctrl, alt, shift, meta }: Chord): boolean {
  if (ctrl === meta || alt) return false;
  return (shift ? RESERVED_WITH_SHIFT : RESERVED).includes(key);
}

/** Whether these keys are that chord, on any layout. */
export function matches(pressed: Pressed, { key, ctrl, alt, shift, meta }: Chord, layout?: KeyLayout | null): boolean {
  if (pressed.ctrlKey !== ctrl || pressed.altKey !== alt || pressed.metaKey !== meta) return false;
  const isSame = pressed.shiftKey === shift;
  if (key.startsWith('[')) return isSame && `[${pressed.code}]` === key;
  // On some layouts digits are written with Shift: their place says which they are.
  if (/^\d$/.test(key)) return isSame && (pressed.code === `Digit${key}` || pressed.code === `Numpad${key}`);
  return (isSame || isSymbol(key)) && written(pressed, layout) === key;
}

/** Modifiers and other scripts make keys write other things: then it is their place that counts. */
function written({ key, code }: Pressed, layout?: KeyLayout | null): string {
  if (key === ' ') return 'space';
  if (key.length > 1 && key !== 'Dead') return key.toLowerCase();
  if (/^[!-~]$/.test(key)) return key.toLowerCase();
  const letter = layout?.get(code) ?? /^Key([A-Z])$/.exec(code)?.[1] ?? '';
  return letter.toLowerCase();
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[\p{L}\d]/u.test(key);
}

/** Whether these keys write something, or move about in what is written. */
export function isForWriting({ key, ctrl, alt, meta }: Chord, apple: boolean): boolean {
  return !ctrl && !meta && !(alt && !apple) && !/^f\d/.test(key);
}

/** As `aria-keyshortcuts` has it. */
export function ariaOf({ key, ctrl, alt, shift, meta }: Chord): string {
  const letter = key.startsWith('[') ? key.replace(/^\[(Key|Digit)?|\]$/g, '') : key;
  const name = letter.length === 1 ? letter.toUpperCase() : letter.replace(/^./, (first) => first.toUpperCase());
  return [ctrl && 'Control', alt && 'Alt', meta && 'Meta', shift && 'Shift', name === '+' ? 'Plus' : name].filter(Boolean).join('+');
}

/** Whether this is a Mac, an iPad or an iPhone. */
export function isApple(): boolean {
  const { userAgentData, platform } = navigator as Navigator & { userAgentData?: { platform: string } };
  return /mac|iphone|ipad/i.test(userAgentData?.platform ?? platform);
}

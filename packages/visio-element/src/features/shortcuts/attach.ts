import { untracked } from 'visio-core/reactive';
import type { MeetingView } from '../../base/visio-element.js';
import { findAction, type ShortcutAction } from './actions.js';
import { isForWriting, matches, type Chord } from './chord.js';
import type { ShortcutsConfig } from './config.js';
import { shortcutsOf } from './state.js';

/** What takes single keys for itself. */
const FIELDS = 'input:not([type=button], [type=checkbox], [type=color], [type=file], [type=radio], [type=range], [type=reset], [type=submit]), textarea, select';

/** What the space bar works. */
const WORKED_BY_SPACE = 'button, a, summary, input, [role=button], [role=switch], [role=option], [role^=menuitem], [role=tab], [tabindex="0"]';

/**
 * Has the shortcuts of a view act while the focus is in `element` (WCAG 2.1.4), until the returned function is called.
 * Keys that write act nowhere where one writes. What acts on nothing is left to the browser.
 */
export function attachShortcuts(element: HTMLElement, view: MeetingView, config?: ShortcutsConfig): () => void {
  const state = shortcutsOf(view);
  if (config !== undefined) state.setConfig(config);
  const ends = new AbortController();
  /** What is held, and what ends it. */
  let held: { readonly code: string; readonly end: () => void; readonly stopListening: AbortController } | null = null;

  function onKeyDown(event: KeyboardEvent): void {
    const found = untracked(() => find(event));
    if (!found) return;
    event.preventDefault();
    const [action, chord] = found;
    if (event.repeat) return;
    if (action.hold) hold(action, event, chord);
    else action.run?.(view);
  }

  function find(event: KeyboardEvent): readonly [ShortcutAction, Chord] | null {
    // Taken by someone else, part of a word that is being composed, or the third level of a keyboard.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return null;
    if (!['connected', 'reconnecting'].includes(view.meeting.connection.state.peek())) return null;
    for (const { action: name, chords } of state.bindings.peek()) {
      const chord = chords.find((each) => matches(event, each, state.layout));
      if (!chord) continue;
      const action = findAction(view, name);
      return action?.isOffered(view) && !isTaken(event, chord) ? [action, chord] : null;
    }
    return null;
  }

  /** Whether where the focus is needs these keys. */
  function isTaken(event: KeyboardEvent, chord: Chord): boolean {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || !isForWriting(chord, state.apple)) return false;
    if (chord.key === 'space' && target.matches(WORKED_BY_SPACE)) return true;
    return target.matches(FIELDS) || (target as HTMLElement).isContentEditable;
  }

  function hold(action: ShortcutAction, { code }: KeyboardEvent, chord: Chord): void {
    if (held) return;
    const stopListening = new AbortController();
    held = { code, end: action.hold!(view), stopListening };
    const options = { signal: stopListening.signal, capture: true };
    const page = element.ownerDocument;
    const wanted = [chord.ctrl && 'Control', chord.alt && 'Alt', chord.meta && 'Meta', chord.shift && 'Shift'];
    // Wherever the focus went meanwhile; and when the page loses it, nobody will tell that the key was let go.
    page.addEventListener(
      'keyup',
      (event) => {
        if (event.code === code || wanted.includes(event.key)) letGo();
      },
      options,
    );
    page.defaultView?.addEventListener(
      'blur',
      // The window's own: those of what is in it pass by here, too.
      ({ target }) => {
        if (target === page.defaultView) letGo();
      },
      options,
    );
    page.addEventListener('visibilitychange', letGo, options);
  }

  function letGo(): void {
    held?.stopListening.abort();
    held?.end();
    held = null;
  }

  element.addEventListener('keydown', onKeyDown, { signal: ends.signal });
  return () => {
    ends.abort();
    letGo();
  };
}

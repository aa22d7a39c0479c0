import { computed, signal, type Readable } from 'visio-core/reactive';
import type { MeetingView } from '../../base/visio-element.js';
import { isApple, type KeyLayout } from './chord.js';
import { isProfile, parseShortcuts, resolve, wantedProfile, type Binding, type ShortcutChoice, type ShortcutsConfig } from './config.js';
import type { OTHERS } from './others.js';
import { OURS } from './profiles.js';

const STORAGE_KEY = 'visio-shortcuts';

/** The shortcuts of one view. */
export interface ShortcutsState {
  /** What the host wants. */
  readonly config: Readable<ShortcutsConfig>;
  /** What the person chose. */
  readonly choice: Readable<ShortcutChoice>;
  /** What is in force: each action that has keys. */
  readonly bindings: Readable<readonly Binding[]>;
  readonly apple: boolean;
  /** What keys write, once the browser told; `null` where it does not. */
  readonly layout: KeyLayout | null;
  /** Says it in place of the view. */
  setConfig(config: ShortcutsConfig): void;
  /** Remembered where the meeting has a storage. */
  choose(choice: ShortcutChoice): void;
}

const states = new WeakMap<MeetingView, ShortcutsState>();

export function shortcutsOf(view: MeetingView): ShortcutsState {
  let state = states.get(view);
  if (!state) states.set(view, (state = createState(view)));
  return state;
}

function createState({ meeting: { storage }, shortcuts }: MeetingView): ShortcutsState {
  const apple = isApple();
  const given = signal<ShortcutsConfig | null>(null);
  const config = computed(() => given.value ?? parseShortcuts(shortcuts.value));
  const choice = signal<ShortcutChoice>(recall());
  let layout: KeyLayout | null = null;
  const { keyboard } = navigator as Navigator & { keyboard?: { getLayoutMap(): Promise<KeyLayout> } };
  keyboard?.getLayoutMap().then(
    (map) => (layout = map),
    // In a frame that may not know.
    () => undefined,
  );

  function recall(): ShortcutChoice {
    try {
      const value = storage?.getItem(STORAGE_KEY);
      return value === 'off' || isProfile(value) ? value : '';
    } catch {
      return '';
    }
  }

  const others = signal<typeof OTHERS | null>(null);
  const bindings = computed(() => {
    const wanted = wantedProfile(config.value, choice.value);
    if (!wanted) return [];
    if (wanted !== 'visio' && !others.value) {
      import('./others.js').then(
        (loaded) => (others.value = loaded.OTHERS),
        // The keys are tried again with the next change; there are those of the host until then.
        () => undefined,
      );
    }
    return resolve(config.value, (wanted === 'visio' ? OURS : others.value?.[wanted]) ?? { keys: {} }, apple);
  });

  return {
    config,
    choice,
    bindings,
    apple,
    get layout() {
      return layout;
    },
    setConfig: (next) => (given.value = next),
    choose(next) {
      choice.value = next;
      try {
        storage?.setItem(STORAGE_KEY, next);
      } catch {
        // Full or forbidden: the choice still holds for this call.
      }
    },
  };
}

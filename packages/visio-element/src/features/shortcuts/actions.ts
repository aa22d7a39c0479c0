import type { LayoutMode } from 'visio-core';
import { activate, isOffered } from '../../base/activate.js';
import type { Contribution } from '../../base/contribution.js';
import { sayWords, type MeetingView } from '../../base/visio-element.js';
import { say } from '../../shell/notices/voice.js';

/** What keys can do. */
export interface ShortcutAction {
  /** In words. Reads signals. */
  words(view: MeetingView): string;
  /** Whether it can be done now. Reads signals. */
  isOffered(view: MeetingView): boolean;
  /** For keys that are pressed. */
  run?(view: MeetingView): void;
  /** For keys that are held; returns what to do when they are let go. */
  hold?(view: MeetingView): () => void;
}

const OWN: Readonly<Record<string, ShortcutAction>> = {
  microphone: input('microphone'),
  camera: input('camera'),
  'push-to-talk': {
    words: ({ translator }) => translator.value.text('shortcuts.pushToTalk'),
    isOffered: (view) => mayUse(view, 'microphone'),
    hold({ meeting: { microphone } }) {
      // Whoever is heard already stays so.
      return microphone.hold();
    },
  },
  'layout:auto': layout('auto'),
  'layout:grid': layout('grid'),
  'layout:speaker': layout('speaker'),
  'layout:sidebar': layout('sidebar'),
  leave: {
    words: ({ translator }) => translator.value.text('control.leave'),
    isOffered: () => true,
    run: ({ meeting }) => void meeting.leave().catch(() => undefined),
  },
};

/** An action of ours, or the contribution of that name. Reads signals. */
export function findAction(view: MeetingView, name: string): ShortcutAction | null {
  if (Object.hasOwn(OWN, name)) return OWN[name]!;
  const found = view.contributions.value.find((each) => each.name === name && each.control);
  return found ? of(found) : null;
}

function of(contribution: Contribution): ShortcutAction {
  const { control, panel, dialog } = contribution;
  return {
    // What opens something is named by that; the name of its button may tell of more.
    words: (view) => sayWords(view, (panel ?? dialog)?.title ?? control!.label),
    isOffered: (view) => isOffered(view, contribution),
    run: (view) => activate(view, contribution),
  };
}

function input(kind: 'microphone' | 'camera'): ShortcutAction {
  return {
    words: ({ translator }) => translator.value.text(`shortcuts.${kind}`),
    isOffered: (view) => mayUse(view, kind),
    run(view) {
      void view.meeting[kind].toggle().then(
        // The button that says so need not have the focus.
        async (isOn) => {
          const translator = view.translator.peek();
          await translator.loadRest();
          say(view, translator.text(`shortcuts.${kind}.${isOn ? 'on' : 'off'}`));
        },
      ).catch(() => undefined);
    },
  };
}

function layout(mode: LayoutMode): ShortcutAction {
  return {
    words: ({ translator }) => translator.value.text('shortcuts.layout', { mode: translator.value.text(`layout.${mode}`) }),
    isOffered: ({ controls }) => controls.value?.includes('layout') ?? true,
    run: ({ meeting }) => void meeting.layout.setLayout(mode).catch(() => undefined),
  };
}

function mayUse({ meeting: { roster }, controls, watching }: MeetingView, kind: 'microphone' | 'camera'): boolean {
  const local = roster.localId.value;
  const allowed = local !== null && (roster.get(local).value?.canPublish.includes(kind) ?? false);
  return allowed && !watching.value && (controls.value?.includes(kind) ?? true);
}

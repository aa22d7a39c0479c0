import type { VideoSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { lateCommand, latePart } from '../../meeting/late-part.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';

/**
 * How people and screens are arranged: `auto` (a grid, or a shared screen large), `grid` (all equal), `speaker` (who
 * speaks large, a row of others below), or `sidebar` (the same with a column beside).
 */
export type LayoutMode = 'auto' | 'grid' | 'speaker' | 'sidebar';

/** Where one sees oneself: among the others, in a small tile over them, or nowhere. */
export type SelfView = 'tile' | 'floating' | 'hidden';

/** A picture that this person keeps large. */
export interface Pin {
  readonly id: string;
  readonly source: VideoSource;
}

/**
 * How this person looks at the meeting. Nobody else knows of it. It lasts as long as the call; the next call begins as
 * the host set it, unless this one broke.
 */
export interface Layout {
  readonly mode: Readable<LayoutMode>;
  readonly selfView: Readable<SelfView>;
  /** What is pinned, first pinned first. Pins go with their participant, or screen. */
  readonly pins: Readable<readonly Pin[]>;
  /** Whose screen this person chose to see large, of several; `null` for the newest. A new screen ends the choice. */
  readonly screen: Readable<string | null>;
  /**
   * Who interprets into sign language for this person: large in every layout, beside what else is. `null`: nobody. Holds to
   * the end of the call, also while they are away for a moment.
   */
  readonly interpreter: Readable<string | null>;
  /** Rejects with `INVALID_ARGUMENT` when there is no such mode. */
  readonly setLayout: Command<[mode: LayoutMode], LayoutMode>;
  /** Rejects with `INVALID_ARGUMENT` when there is no such place. */
  readonly setSelfView: Command<[selfView: SelfView], SelfView>;
  /** Makes someone's camera (default) or screen large. Resolves to all pins. Rejects with `INVALID_ARGUMENT` for who is not there. */
  readonly pin: Command<[id: string, source?: VideoSource], readonly Pin[]>;
  /** Takes a pin away; without a `source` the camera’s. Resolves to those that are left. */
  readonly unpin: Command<[id: string, source?: VideoSource], readonly Pin[]>;
  /** Keeps someone as this person's interpreter, or nobody. Rejects with `INVALID_ARGUMENT` for who is not there. */
  readonly setInterpreter: Command<[id: string | null], string | null>;
  /** Shows this screen large, of several. */
  readonly showScreen: Command<[id: string], string | null>;
  /** What a call begins with, and shows now; for hosts. Anything unknown is `auto`. */
  setDefault(mode: LayoutMode): void;
}

const MODES: readonly LayoutMode[] = ['auto', 'grid', 'speaker', 'sidebar'];
const SELF_VIEWS: readonly SelfView[] = ['tile', 'floating', 'hidden'];

/** What the desk, which comes with a call, keeps for the layout. */
function createLayoutState() {
  return { pins: signal<readonly Pin[]>([]), screen: signal<string | null>(null), interpreter: signal<string | null>(null) };
}

export type LayoutState = ReturnType<typeof createLayoutState>;

export function createLayout(context: FeatureContext): Layout {
  const mode = signal<LayoutMode>('auto');
  const selfView = signal<SelfView>('tile');
  const state = createLayoutState();
  const desk = latePart(context, async () => (await import('./desk.js')).createLayoutDesk(context, state));
  let preset: LayoutMode = 'auto';

  function setter<T extends string>(name: string, all: readonly T[], target: { value: T }): Command<[value: T], T> {
    return context.command({
      name,
      async run(value: T) {
        check(all.includes(value));
        return (target.value = value);
      },
    });
  }

  context.onEvent({
    disconnected({ reason }) {
      // Who comes back to a call that broke finds it as it was.
      if (reason === 'connection-lost') return;
      mode.value = preset;
      selfView.value = 'tile';
      state.pins.value = [];
      state.screen.value = state.interpreter.value = null;
    },
  });

  return {
    mode,
    selfView,
    ...state,
    setLayout: setter('setLayout', MODES, mode),
    setSelfView: setter('setSelfView', SELF_VIEWS, selfView),
    pin: lateCommand(context, desk, 'pin'),
    unpin: lateCommand(context, desk, 'unpin'),
    setInterpreter: lateCommand(context, desk, 'setInterpreter'),
    showScreen: lateCommand(context, desk, 'showScreen'),
    setDefault(next) {
      mode.value = preset = MODES.includes(next) ? next : 'auto';
    },
  };
}

/** Throws `INVALID_ARGUMENT` unless it holds. */
export function check(holds: boolean): void {
  if (!holds) throw new VisioError('INVALID_ARGUMENT', 'There is no such layout, participant or screen.');
}

import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';

/** The sound of the room. It plays by itself, whether or not anything of the meeting is on screen. */
export interface Playback {
  /** Whether the browser holds the sound back until a person clicks (its autoplay policy). */
  readonly blocked: Readable<boolean>;
  /** Plays it; call it in the handler of a click or key. */
  readonly start: Command;
}

export function createPlayback(context: FeatureContext): Playback {
  const blocked = signal(false);
  context.onEvent({
    playback: (event) => void (blocked.value = event.blocked),
    disconnected: () => void (blocked.value = false),
  });
  return {
    blocked,
    start: context.command({ name: 'startPlayback', run: () => context.engine.startPlayback() }),
  };
}

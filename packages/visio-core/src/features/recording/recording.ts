import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Readable } from '../../reactive/index.js';

/** Whether the room is recorded. Only the server says so: no participant can claim it. */
export interface Recording {
  /** Whether it is being recorded now: LiveKit's `Room.isRecording`. False outside a call. */
  readonly active: Readable<boolean>;
}

export function createRecording(context: FeatureContext): Recording {
  const active = signal(false);
  context.onEvent((event) => {
    if (event.type === 'recording') active.value = event.active;
    if (event.type === 'disconnected') active.value = false;
  });
  return { active };
}

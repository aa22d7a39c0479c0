import type { FeatureContext } from '../../meeting/context.js';
import { lateCommand, latePart } from '../../meeting/late-part.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import type { Layout } from '../layout/layout.js';
import type { Notices } from '../notices/notices.js';
import { isInterpreter } from './marked.js';

/**
 * Who interprets into sign language for everyone, as moderators say. Each person chooses whether to keep them in sight;
 * whom one keeps is in {@link Layout.interpreter}. See docs/decisions/0018.
 */
export interface Interpreters {
  /** Who is marked and here, as they were marked. Told from the server. */
  readonly marked: Readable<readonly string[]>;
  /** Whether this person keeps whoever is marked large, also when that becomes someone else. To the end of the call. */
  readonly kept: Readable<boolean>;
  /**
   * Marks someone for everyone, or no longer; resolves to that when the room was told. Enabled for moderators, where the
   * backend carries it. Rejects with `INVALID_ARGUMENT` for who is not there, and with what the backend rejects with.
   */
  readonly mark: Command<[id: string, marked: boolean], boolean>;
  /** Keeps whoever is marked, or leaves the layout as it is without. Whoever keeps another interpreter ends it, too. */
  readonly keep: Command<[kept: boolean], boolean>;
}

export function createInterpreters(context: FeatureContext, layout: Layout, notices: Notices): Interpreters {
  const marked = signal<readonly string[]>([]);
  const kept = signal(false);
  const moderates = signal(false);
  const { session } = context;
  const desk = latePart(context, async (its) => (await import('./desk.js')).createInterpretersDesk(its, marked, kept, moderates, layout, notices), {
    on: { participant: ({ participant }) => isInterpreter(participant) },
    when: () => layout.interpreter.value !== null || session.value?.backend.moderation !== undefined,
  });
  return {
    marked,
    kept,
    mark: lateCommand(context, desk, 'markInterpreter', moderates),
    keep: lateCommand(context, desk, 'keepInterpreter'),
  };
}

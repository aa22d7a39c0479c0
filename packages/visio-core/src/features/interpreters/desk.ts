import type { ParticipantInfo } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { askServer } from '../../meeting/ask-server.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { isModerator } from '../../meeting/moderator.js';
import { untracked, type Writable } from '../../reactive/index.js';
import type { Layout } from '../layout/layout.js';
import type { Notices } from '../notices/notices.js';
import { isInterpreter } from './marked.js';

/** How many may be marked: what comes beyond is passed over. */
const MARKED_LIMIT = 20;

/** Knows who is marked, offers to keep them, and keeps them. */
export function createInterpretersDesk(
  context: FeatureContext,
  marked: Writable<readonly string[]>,
  kept: Writable<boolean>,
  mayMark: Writable<boolean>,
  layout: Layout,
  notices: Notices,
) {
  const { connection, engine, roster, scope, session, log } = context;
  /** Whom this moderator marked, and when that one's session began: a new session begins without the mark. */
  const mine = new Map<string, number>();
  /** Whom the layout keeps because of a mark. */
  let followed: string | null = null;
  let isOffered = false;
  let takeBack: (() => void) | null = null;

  scope.effect(() => {
    mayMark.value = isInCall(connection.state.value) && isModerator(context) && Boolean(session.value?.backend.moderation?.setInterpreter);
    return undefined;
  });

  // Also whom one keeps by one's own choice: hands are read in every detail.
  let isPreferring = false;
  let asked: Promise<unknown> = Promise.resolve();
  scope.effect(() => {
    const id = layout.interpreter.value;
    if (id === null && !isPreferring) return undefined;
    isPreferring = true;
    asked = asked.then(async () => (await engine.transport()).setPreferred(id)).catch(() => log('warn', 'The interpreter’s picture could not be asked for in full size.'));
    return undefined;
  });

  scope.effect(() => {
    // Someone else was chosen, or nobody: that holds.
    if (kept.value && followed !== null && layout.interpreter.value !== followed) untracked(stop);
    return undefined;
  });

  function stop(): void {
    kept.value = false;
    followed = null;
  }

  async function follow(): Promise<void> {
    const local = roster.localId.peek();
    const ids = marked.peek().filter((id) => id !== local);
    // Of two who take turns, whoever is seen.
    const next = ids.includes(followed ?? '') && isSeen(followed!) ? followed : (ids.find(isSeen) ?? ids[0] ?? null);
    // Whoever left comes back; whoever is here without the mark no longer interprets.
    if (next === followed || (next === null && followed !== null && !roster.get(followed).peek())) return;
    followed = null;
    await layout.setInterpreter(next);
    followed = next;
  }

  const isSeen = (id: string) => roster.get(id).peek()?.tracks.camera?.muted === false;

  function refollow(): void {
    if (kept.peek()) follow().catch(() => stop());
  }

  function offer(id: string): void {
    if (isOffered || kept.peek() || layout.interpreter.peek() === id) return;
    isOffered = true;
    takeBack = notices.show({
      kind: 'interpreter',
      text: { key: 'interpreter.offer', values: { name: roster.get(id).peek()?.name ?? '' } },
      icon: 'interpreter',
      urgency: 'high',
      actions: [{ label: { key: 'interpreter.keep' }, run: () => void keepInterpreter(true).catch(() => undefined) }],
    });
  }

  function note(person: ParticipantInfo): void {
    const { id, isLocal, joinedAt } = person;
    const [is, was] = [isInterpreter(person), marked.peek().includes(id)];
    if (is && !was && marked.peek().length < MARKED_LIMIT) {
      marked.value = [...marked.peek(), id];
      if (isLocal) notices.show({ kind: 'interpreter', text: { key: 'interpreter.you' }, icon: 'interpreter', urgency: 'high' });
      else offer(id);
    } else if (!is && was) drop(id);
    if (is !== was) refollow();
    if (!is && mine.has(id) && mine.get(id) !== joinedAt) void renew(id, joinedAt);
  }

  function drop(id: string): void {
    marked.value = marked.peek().filter((each) => each !== id);
    if (marked.peek().length === 0) takeBack?.();
  }

  /** They are back after a break, which their mark did not outlive. */
  async function renew(id: string, joinedAt: number): Promise<void> {
    mine.set(id, joinedAt);
    const call = session.peek();
    if (mayMark.peek()) await call?.backend.moderation?.setInterpreter?.(id, true, call).catch(() => log('warn', 'An interpreter could not be marked again.'));
  }

  async function keepInterpreter(keeps: boolean): Promise<boolean> {
    if (keeps === kept.peek()) return keeps;
    takeBack?.();
    if (keeps) {
      await follow();
      kept.value = true;
    } else {
      const before = followed;
      stop();
      if (before !== null && layout.interpreter.peek() === before) await layout.setInterpreter(null);
    }
    return kept.peek();
  }

  context.onEvent({
    participant: ({ participant }) => note(participant),
    'participant-left'({ id }) {
      if (!marked.peek().includes(id)) return;
      drop(id);
      refollow();
    },
    track({ id }) {
      if (kept.peek() && marked.peek().includes(id)) refollow();
    },
    disconnected({ reason }) {
      marked.value = [];
      mine.clear();
      takeBack?.();
      // Who comes back to a call that broke finds it as it was, as the layout is.
      if (reason === 'connection-lost') return;
      isOffered = false;
      stop();
    },
  });

  for (const id of roster.ids.peek()) {
    const person = roster.get(id).peek();
    if (person) note(person);
  }

  return {
    async markInterpreter(id: string, isMarked: boolean): Promise<boolean> {
      const person = roster.get(id).peek();
      if (!person || person.kind !== 'standard') throw new VisioError('INVALID_ARGUMENT', 'There is no such participant to be marked.');
      const call = session.peek()!;
      const has = () => isInterpreter(roster.get(id).value) === isMarked;
      if (isMarked) mine.set(id, person.joinedAt);
      else mine.delete(id);
      if (!has()) await askServer(context, () => call.backend.moderation!.setInterpreter!(id, isMarked, call), has);
      return isMarked;
    },
    keepInterpreter,
  };
}

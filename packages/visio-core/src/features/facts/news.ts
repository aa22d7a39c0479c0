import type { ConnectionQuality } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import type { Participant } from '../../meeting/roster.js';
import { untracked } from '../../reactive/index.js';
import type { Features } from '../index.js';
import type { createFacts } from './facts.js';

/** Makes facts of what comes from the engine and the features. It costs what happens, not how many people there are. */
export function hearNews(context: FeatureContext, { chat, hands, reactions }: Features, { tell, heard }: ReturnType<typeof createFacts>): void {
  const { roster, scope } = context;
  /** Who was there with what they published, to tell news from what is told again. */
  const known = new Map<string, Participant['tracks']>();
  /** Whose connection is not excellent. */
  const impaired = new Map<string, ConnectionQuality>();
  /** While the first people of a call are told, nobody is new. */
  let isEntering = false;

  /** Nobody is looked at while nobody listens. */
  const find = (id: string) => (heard.peek() ? roster.get(id).peek() : undefined);

  /** Notes someone as they are now. Returns what they published before. */
  function note(id: string, participant = find(id)): Participant['tracks'] | undefined {
    const before = known.get(id);
    if (participant) known.set(id, participant.tracks);
    return before;
  }

  context.onEvent({
    connected() {
      known.clear();
      impaired.clear();
      isEntering = true;
      queueMicrotask(() => (isEntering = false));
    },
    participant({ participant: { id, isLocal } }) {
      const participant = find(id);
      const before = note(id, participant);
      if (isEntering || !participant) return;
      // One's own coming is a state of the connection.
      if (before) tell({ type: 'participant-changed', participant });
      else if (!isLocal) tell({ type: 'participant-joined', participant });
    },
    'participant-left'({ id }) {
      impaired.delete(id);
      if (known.delete(id) && !isEntering) tell({ type: 'participant-left', participantId: id });
    },
    track({ id, track }) {
      const before = note(id)?.[track.source];
      if (isEntering) return;
      if (!before) tell({ type: 'track-published', participantId: id, track });
      else if (before.muted !== track.muted) tell({ type: track.muted ? 'track-muted' : 'track-unmuted', participantId: id, track });
    },
    'track-removed'({ id, source }) {
      if (note(id)?.[source] && !isEntering) tell({ type: 'track-unpublished', participantId: id, source });
    },
    speakers: () => isEntering || tell({ type: 'speakers-changed', participantIds: roster.speakers.peek() }),
    quality({ id, quality }) {
      // That all is well is news only of those with whom it was not.
      const before = impaired.get(id) ?? 'excellent';
      if (quality === 'excellent') impaired.delete(id);
      else impaired.set(id, quality);
      if (quality !== before && !isEntering) tell({ type: 'quality-changed', participantId: id, quality });
    },
    disconnected: () => known.clear(),
  });

  scope.effect(() => (heard.value ? untracked(start) : undefined));

  function start(): () => void {
    for (const id of roster.ids.peek()) note(id);
    let latest = chat.latest.peek();
    let raised = hands.queue.peek();
    let last = reactions.recent.peek().at(-1)?.id ?? -1;
    const tellHands = (now: readonly string[]) => {
      for (const participantId of raised) if (!now.includes(participantId)) tell({ type: 'hand-lowered', participantId });
      for (const participantId of now) if (!raised.includes(participantId)) tell({ type: 'hand-raised', participantId });
    };
    const ends = [
      chat.latest.subscribe((message) => {
        if (message && message !== latest) tell({ type: 'message-received', message });
        latest = message;
      }),
      hands.queue.subscribe((now) => {
        // Those of a call that ended went with it.
        if (roster.localId.peek() !== null && !isEntering) tellHands(now);
        raised = now;
      }),
      reactions.recent.subscribe((now) => {
        for (const reaction of now) if (reaction.id > last) tell({ type: 'reaction-received', reaction });
        last = now.at(-1)?.id ?? last;
      }),
    ];
    return () => {
      for (const end of ends) end();
      known.clear();
    };
  }
}

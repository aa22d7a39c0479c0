import type { TrackSource } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { untracked } from '../../reactive/index.js';
import type { Features } from '../index.js';
import type { createFacts } from './facts.js';

/** Makes facts of what comes from the engine and the features. It costs what happens, not how many people there are. */
export function hearNews(context: FeatureContext, { chat, hands, reactions }: Features, { tell, heard }: ReturnType<typeof createFacts>): void {
  const { roster, scope } = context;
  /** Who was there, and whether what they publish was muted, to tell news from what is told again. */
  const known = new Map<string, Map<TrackSource, boolean>>();
  /** While the first people of a call are told, nobody is new. */
  let isEntering = false;

  context.onEvent({
    connected() {
      known.clear();
      isEntering = true;
      queueMicrotask(() => (isEntering = false));
    },
    participant({ participant: { id, isLocal } }) {
      const isNew = !known.has(id);
      if (isNew) known.set(id, new Map());
      const participant = heard.peek() && !isEntering && roster.get(id).peek();
      if (!participant) return;
      // One's own coming is a state of the connection.
      if (!isNew) tell({ type: 'participant-changed', participant });
      else if (!isLocal) tell({ type: 'participant-joined', participant });
    },
    'participant-left'({ id }) {
      if (known.delete(id) && !isEntering) tell({ type: 'participant-left', participantId: id });
    },
    track({ id, track }) {
      const tracks = known.get(id) ?? new Map<TrackSource, boolean>();
      known.set(id, tracks);
      const before = tracks.get(track.source);
      tracks.set(track.source, track.muted);
      if (isEntering) return;
      if (before === undefined) tell({ type: 'track-published', participantId: id, track });
      else if (before !== track.muted) tell({ type: track.muted ? 'track-muted' : 'track-unmuted', participantId: id, track });
    },
    'track-removed'({ id, source }) {
      if (known.get(id)?.delete(source) && !isEntering) tell({ type: 'track-unpublished', participantId: id, source });
    },
    speakers: () => isEntering || tell({ type: 'speakers-changed', participantIds: roster.speakers.peek() }),
    quality: ({ id, quality }) => isEntering || tell({ type: 'quality-changed', participantId: id, quality }),
    disconnected: () => known.clear(),
  });

  scope.effect(() => (heard.value ? untracked(start) : undefined));

  function start(): () => void {
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
    };
  }
}

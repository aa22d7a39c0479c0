import type { Meeting, VideoSource } from 'visio-core';
import { computed, type Readable } from 'visio-core/reactive';

export interface Part {
  readonly id: string;
  readonly source: VideoSource;
}

/** Whom a small place shows: one large, and some of the others in the order in which they came. */
export interface Cast {
  readonly main: Part | null;
  readonly others: readonly string[];
}

export interface Room {
  readonly ids: readonly string[];
  /** Whether the local participant is among those to be seen. */
  readonly localId: string | null;
  readonly sharers: readonly string[];
  /** Loudest first. */
  readonly speakers: readonly string[];
}

/**
 * Chooses for one room after the other, and remembers who spoke: who spoke last stays large until somebody else does.
 * Of the others oneself is seen, and those who were seen before, unless someone who speaks needs the place.
 */
export function createCasting(size: number): (room: Room) => Cast {
  /** Of the others, the latest first. */
  let spoke: readonly string[] = [];
  let seen: readonly string[] = [];

  return ({ ids, localId, sharers, speakers }) => {
    const isHere = (id: string) => ids.includes(id);
    const heard = speakers.filter((id) => id !== localId && isHere(id));
    // Who is still speaking is not pushed aside by a cough.
    const isStill = spoke[0] !== undefined && heard.includes(spoke[0]);
    spoke = [...new Set([...(isStill ? [] : heard.slice(0, 1)), ...spoke])].filter(isHere).slice(0, size + 1);
    const [speaker] = spoke;

    const screen = sharers.findLast((id) => id !== localId && isHere(id));
    const person = speaker ?? ids.find((id) => id !== localId) ?? ids[0];
    const main: Part | null = screen ? { id: screen, source: 'screen_share' } : person ? { id: person, source: 'camera' } : null;

    const wanted = [localId, speaker, ...seen, ...spoke, ...ids.slice(0, size + 2)].filter((id) => typeof id === 'string');
    const isFree = (id: string) => isHere(id) && (screen !== undefined || id !== person);
    seen = [...new Set(wanted.filter(isFree))].slice(0, size);
    return { main, others: [...seen].sort((a, b) => ids.indexOf(a) - ids.indexOf(b)) };
  };
}

/** The cast of a meeting over time. It changes with who comes, goes, speaks and shares, and with nobody's mute. */
export function castOf({ roster }: Meeting, isWatching: Readable<boolean>, size: number): Readable<Cast> {
  const choose = createCasting(size);
  let before: Cast = { main: null, others: [] };
  return computed(() => {
    const localId = roster.localId.value;
    const ids = isWatching.value ? roster.ids.value.filter((id) => id !== localId) : roster.ids.value;
    const next = choose({ ids, localId: isWatching.value ? null : localId, sharers: roster.screenSharers.value, speakers: roster.speakers.value });
    const isSame = before.main?.id === next.main?.id && before.main?.source === next.main?.source && before.others.join(' ') === next.others.join(' ');
    return isSame ? before : (before = next);
  });
}

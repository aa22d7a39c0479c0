import type { ConnectionQuality, EngineEvent, ParticipantInfo, TrackInfo, TrackSource } from '../engine/engine.js';
import { computed, KeyedStore, mapped, signal, type Readable } from '../reactive/index.js';

/** Someone in the room, as of now. Frozen: each change makes a new one. */
export interface Participant extends ParticipantInfo {
  /** What they publish, by source. A muted track is there, with `muted`. */
  readonly tracks: Readonly<Partial<Record<TrackSource, TrackInfo>>>;
}

/** Everyone in the room, the local participant first and the others in the order in which they came. */
export interface Roster {
  readonly ids: Readable<readonly string[]>;
  readonly count: Readable<number>;
  readonly localId: Readable<string | null>;
  /** A participant over time; changes only with what concerns this one. `undefined` when not in the room. */
  get(id: string): Readable<Participant | undefined>;
  /** Whether they speak now. Apart from the participant, because it changes far more often. */
  isSpeaking(id: string): Readable<boolean>;
  /** How good someone’s connection is; `unknown` for who is not there. */
  quality(id: string): Readable<ConnectionQuality>;
  /** Who speaks now, loudest first. */
  readonly speakers: Readable<readonly string[]>;
  /** Who shares a screen, first come first. */
  readonly screenSharers: Readable<readonly string[]>;
}

export interface RosterStore extends Roster {
  handle(event: EngineEvent): void;
  /** Everyone as of now. */
  everyone(): ReadonlyMap<string, Participant>;
  clear(): void;
}

export function createRoster(): RosterStore {
  const people = new KeyedStore<string, Participant>();
  const speaking = new KeyedStore<string, true>();
  const qualities = new KeyedStore<string, ConnectionQuality>();
  const speakers = signal<readonly string[]>([]);
  const sharing = new KeyedStore<string, true>();
  const localId = signal<string | null>(null);
  /** An engine may tell of a track just before its owner; it is kept until they come. */
  const early = new Map<string, TrackInfo[]>();

  const ids = computed(() => {
    const local = localId.value;
    const keys = people.keys.value;
    return local === null ? keys : [local, ...keys.filter((id) => id !== local)];
  });

  function setTrack(id: string, track: TrackInfo): void {
    const person = people.peek(id);
    if (!person) {
      early.set(id, [...(early.get(id) ?? []), track]);
      return;
    }
    people.set(id, { ...person, tracks: { ...person.tracks, [track.source]: track } });
    if (track.source === 'screen_share') sharing.set(id, true);
  }

  function removeTrack(id: string, source: TrackSource): void {
    const person = people.peek(id);
    if (!person) {
      early.set(id, (early.get(id) ?? []).filter((track) => track.source !== source));
      return;
    }
    const { [source]: _gone, ...tracks } = person.tracks;
    people.set(id, { ...person, tracks });
    if (source === 'screen_share') sharing.delete(id);
  }

  function setPerson(info: ParticipantInfo): void {
    people.set(info.id, { ...info, tracks: people.peek(info.id)?.tracks ?? {} });
    if (info.isLocal) localId.value = info.id;
    early.get(info.id)?.forEach((track) => setTrack(info.id, track));
    early.delete(info.id);
  }

  function remove(id: string): void {
    early.delete(id);
    people.delete(id);
    speaking.delete(id);
    qualities.delete(id);
    sharing.delete(id);
    if (speakers.peek().includes(id)) speakers.value = speakers.peek().filter((other) => other !== id);
  }

  function setSpeakers(next: readonly string[]): void {
    const present = next.filter((id) => people.has(id));
    for (const id of speakers.peek()) if (!present.includes(id)) speaking.delete(id);
    for (const id of present) speaking.set(id, true);
    speakers.value = present;
  }

  return {
    ids,
    count: computed(() => people.keys.value.length),
    localId,
    get: (id) => people.get(id),
    isSpeaking: (id) => mapped(speaking.get(id), (value) => value ?? false),
    quality: (id) => mapped(qualities.get(id), (value) => value ?? 'unknown'),
    speakers,
    screenSharers: sharing.keys,
    handle(event) {
      switch (event.type) {
        case 'participant':
          setPerson(event.participant);
          break;
        case 'participant-left':
          remove(event.id);
          break;
        case 'track':
          setTrack(event.id, event.track);
          break;
        case 'track-removed':
          removeTrack(event.id, event.source);
          break;
        case 'speakers':
          setSpeakers(event.ids);
          break;
        case 'quality':
          if (people.has(event.id)) qualities.set(event.id, event.quality);
          break;
      }
    },
    everyone: () => people.copy(),
    clear() {
      people.clear();
      speaking.clear();
      qualities.clear();
      sharing.clear();
      early.clear();
      speakers.value = [];
      localId.value = null;
    },
  };
}

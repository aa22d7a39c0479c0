import { callerName } from '../../engine/caller-name.js';
import type { ConnectionQuality, EngineEvent, ParticipantInfo, TrackInfo, TrackSource } from '../../engine/engine.js';
import type { SimulatedClock } from './clock.js';
import { slug } from './people.js';
import type { Person, Seen } from './scenario.js';

/** The local participant's identity; a real one would be in the token. */
export const LOCAL_ID = 'local';

export const ALL_SOURCES: readonly TrackSource[] = ['microphone', 'camera', 'screen_share', 'screen_share_audio'];

const LANDSCAPE = { width: 1280, height: 720 };
const UPRIGHT = { width: 720, height: 1280 };

interface Member {
  info: ParticipantInfo;
  readonly tracks: Map<TrackSource, TrackInfo>;
  readonly person: Person;
  quality: ConnectionQuality;
}

export type Room = ReturnType<typeof createRoom>;

/**
 * Who is in the room and what they publish: what a server would know. Each change is told as an event; whether
 * anyone hears it is the connection's affair.
 */
export function createRoom(clock: SimulatedClock, tell: (event: EngineEvent) => void) {
  const members = new Map<string, Member>();
  /** Who speaks, the latest last, and what prevents them from falling silent. */
  const speaking = new Map<string, () => void>();
  let recording = false;
  let metadata = '';
  let tracks = 0;

  function tellMetadata(): void {
    tell({ type: 'room', metadata });
  }

  function tellRecording(): void {
    tell({ type: 'recording', active: recording });
  }

  function tellSpeakers(): void {
    tell({ type: 'speakers', ids: [...speaking.keys()].reverse() });
  }

  function change(id: string, info: Partial<ParticipantInfo>): void {
    const member = members.get(id);
    if (!member) return;
    member.info = { ...member.info, ...info };
    if (member.info.kind === 'sip') member.info = { ...member.info, name: callerName(member.info.name, member.info.attributes) };
    tell({ type: 'participant', participant: member.info });
  }

  function setTrack(id: string, source: TrackSource, muted: boolean, dimensions?: TrackInfo['dimensions']): void {
    const member = members.get(id);
    if (!member || member.tracks.get(source)?.muted === muted) return;
    const isVideo = source === 'camera' || source === 'screen_share';
    const size = dimensions ?? member.tracks.get(source)?.dimensions ?? (member.person.upright && source === 'camera' ? UPRIGHT : LANDSCAPE);
    const track: TrackInfo = { id: member.tracks.get(source)?.id ?? `TR_${++tracks}`, source, muted, dimensions: isVideo ? size : undefined };
    member.tracks.set(source, track);
    tell({ type: 'track', id, track });
    if (source === 'microphone' && muted) hush(id);
  }

  function removeTrack(id: string, source: TrackSource): void {
    if (!members.get(id)?.tracks.delete(source)) return;
    tell({ type: 'track-removed', id, source });
    if (source === 'microphone') hush(id);
  }

  function hush(id: string): void {
    const cancel = speaking.get(id);
    if (!cancel) return;
    cancel();
    speaking.delete(id);
    tellSpeakers();
  }

  return {
    members,

    enter(person: Person, isLocal = false): string {
      const id = isLocal ? LOCAL_ID : (person.id ?? slug(person.name));
      if (members.has(id)) return id;
      const member: Member = {
        info: {
          id,
          name: person.kind === 'sip' ? callerName(person.name, person.attributes ?? {}) : person.name,
          isLocal,
          kind: person.kind ?? 'standard',
          joinedAt: clock.now(),
          attributes: person.attributes ?? {},
          canPublish: ALL_SOURCES,
          canSetAttributes: isLocal,
        },
        tracks: new Map(),
        person,
        quality: person.quality ?? 'excellent',
      };
      members.set(id, member);
      tell({ type: 'participant', participant: member.info });
      if (!isLocal) tell({ type: 'participant-ready', id });
      if (person.microphone !== undefined) setTrack(id, 'microphone', !person.microphone);
      if (person.camera !== undefined) setTrack(id, 'camera', !person.camera);
      if (person.screen) setTrack(id, 'screen_share', false);
      if (person.screenSound) setTrack(id, 'screen_share_audio', false);
      return id;
    },

    exit(id: string): void {
      const member = members.get(id);
      if (!member) return;
      for (const source of [...member.tracks.keys()]) removeTrack(id, source);
      members.delete(id);
      tell({ type: 'participant-left', id });
    },

    change,

    /** As LiveKit does: beside those that are there; an empty one goes. */
    setAttributes(id: string, attributes: Readonly<Record<string, string>>): void {
      const all = Object.entries({ ...members.get(id)?.info.attributes, ...attributes });
      change(id, { attributes: Object.fromEntries(all.filter(([, value]) => value !== '')) });
    },

    setTrack,
    removeTrack,

    setPermissions(id: string, canPublish: readonly TrackSource[]): void {
      change(id, { canPublish });
      for (const source of ALL_SOURCES) if (!canPublish.includes(source)) removeTrack(id, source);
    },

    setQuality(id: string, quality: ConnectionQuality): void {
      const member = members.get(id);
      if (!member) return;
      member.quality = quality;
      tell({ type: 'quality', id, quality });
    },

    setRecording(on: boolean): void {
      if (recording === on) return;
      recording = on;
      tellRecording();
    },

    setMetadata(next: string): void {
      if (metadata === next) return;
      metadata = next;
      tellMetadata();
    },

    isSpeaking: (id: string) => speaking.has(id),

    speak(id: string, ms: number): void {
      if (members.get(id)?.tracks.get('microphone')?.muted !== false) return;
      const isNew = !speaking.has(id);
      speaking.get(id)?.();
      speaking.set(
        id,
        clock.after(ms, () => hush(id)),
      );
      if (isNew) tellSpeakers();
    },

    see(id: string): Seen | undefined {
      const member = members.get(id);
      if (!member) return undefined;
      const { name, isLocal, attributes } = member.info;
      return { id, name, isLocal, attributes, tracks: Object.fromEntries(member.tracks) };
    },

    /** Everything that is the case, as one who comes in is told. */
    tellAll(): void {
      tellMetadata();
      const everyone = [...members.values()].sort((a, b) => Number(b.info.isLocal) - Number(a.info.isLocal));
      for (const { info, tracks } of everyone) {
        tell({ type: 'participant', participant: info });
        if (!info.isLocal) tell({ type: 'participant-ready', id: info.id });
        for (const track of tracks.values()) tell({ type: 'track', id: info.id, track });
      }
      tellRecording();
    },

    /** What a server judges some seconds later; of those who send something, and of oneself. */
    tellQualities(): void {
      for (const { info, tracks, quality } of members.values()) {
        if (info.isLocal || tracks.size > 0) tell({ type: 'quality', id: info.id, quality });
      }
    },

    clear(): void {
      for (const cancel of speaking.values()) cancel();
      speaking.clear();
      members.clear();
      recording = false;
      metadata = '';
      tracks = 0;
    },
  };
}

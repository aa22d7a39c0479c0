import type { ConnectionQuality, EngineContext, EngineEvent, PacketEvent, ParticipantInfo, TextEvent, TrackInfo, TrackSource } from '../engine.js';

interface Known {
  info: ParticipantInfo;
  readonly tracks: Map<TrackSource, TrackInfo>;
}

/** The most bytes that a file may have in a test. */
export const FILE_LIMIT = 500_000;

/** Hears an engine's events, and knows from them alone what is the case. */
export class Witness implements EngineContext {
  events: EngineEvent[] = [];
  readonly people = new Map<string, Known>();
  readonly qualities = new Map<string, ConnectionQuality>();
  speakers: readonly string[] = [];
  /** `null` until it was told. */
  recording: boolean | null = null;
  /** What the server keeps with the room; `null` until it was told. */
  metadata: string | null = null;
  /** What an engine must never do; each test ends by looking here. */
  readonly faults: string[] = [];

  readonly log = (): void => undefined;
  readonly textTopics: readonly string[];
  readonly fileTopics: Readonly<Record<string, number>>;

  constructor(...textTopics: readonly string[]) {
    this.textTopics = textTopics;
    this.fileTopics = Object.fromEntries(textTopics.map((topic) => [topic, FILE_LIMIT]));
  }

  readonly emit = (event: EngineEvent): void => {
    this.events.push(event);
    switch (event.type) {
      case 'participant':
        this.people.set(event.participant.id, { tracks: this.people.get(event.participant.id)?.tracks ?? new Map(), info: event.participant });
        break;
      case 'participant-left':
        if (!this.people.delete(event.id)) this.faults.push(`${event.id} left without having been there`);
        this.qualities.delete(event.id);
        break;
      case 'track':
        if (!this.people.has(event.id)) this.faults.push(`a ${event.track.source} came before its owner ${event.id}`);
        this.people.get(event.id)?.tracks.set(event.track.source, event.track);
        break;
      case 'track-removed':
        if (!this.people.get(event.id)?.tracks.delete(event.source)) this.faults.push(`a ${event.source} went that was not there`);
        break;
      case 'speakers':
        this.speakers = event.ids;
        break;
      case 'quality':
        this.qualities.set(event.id, event.quality);
        break;
      case 'recording':
        this.recording = event.active;
        break;
      case 'room':
        this.metadata = event.metadata;
        break;
      case 'disconnected':
        this.people.clear();
        this.speakers = [];
        this.recording = null;
        this.metadata = null;
        break;
      default:
    }
  };

  /** The events of one type. */
  all<Type extends EngineEvent['type']>(type: Type): readonly Extract<EngineEvent, { type: Type }>[] {
    return this.events.filter((event): event is Extract<EngineEvent, { type: Type }> => event.type === type);
  }

  get data(): readonly (TextEvent | PacketEvent)[] {
    return this.events.filter((event) => event.type === 'text' || event.type === 'packet');
  }

  get localId(): string {
    const local = [...this.people.values()].find(({ info }) => info.isLocal);
    if (!local) throw new Error('No local participant was told of.');
    return local.info.id;
  }

  track(id: string, source: TrackSource): TrackInfo | undefined {
    return this.people.get(id)?.tracks.get(source);
  }
}

/** How long a test waits before it gives up. Nothing may depend on it but the patience of whoever reads a failure. */
const PATIENCE = 45_000;

/** Waits until `condition` holds, and returns what it gave. */
export async function until<T>(what: string, condition: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`It did not come to pass: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

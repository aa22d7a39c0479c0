import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { lateCommand, latePart } from '../../meeting/late-part.js';
import { computed, KeyedStore, signal, type Command, type Readable } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';
import type { CaptionFormat, CaptionLine, CaptionPreferences, CaptionTranslator } from './caption.js';

/**
 * What is said, in writing, as an agent in the room writes it down, or as participants do of themselves. It is kept in this
 * page alone, as long as the meeting; only a host's translator gets it.
 */
export interface Captions {
  /** Whether captions can be had: the backend can have the room written down, or someone does so already. */
  readonly available: Readable<boolean>;
  /** Whether this person wants to read captions. False at first. */
  readonly enabled: Readable<boolean>;
  /**
   * Shows captions to this person, or no longer; resolves to what then is the case. The first time it asks the backend to
   * have the room written down, where it can: for everyone, and until the meeting ends. Rejects with what that failed with,
   * unless captions come anyway.
   */
  readonly setEnabled: Command<[enabled: boolean], boolean>;
  /** The lines that changed last, in the order in which they began; at most 3. */
  readonly latest: Readable<readonly CaptionLine[]>;
  /** All lines in the order in which they began, at most the last 10,000. They are kept whether or not captions are enabled. */
  readonly ids: Readable<readonly string[]>;
  /** A line over time; changes only with what concerns this one. */
  get(id: string): Readable<CaptionLine | undefined>;
  /** The lines that became final last, at most 20. Several may have come since it last changed. */
  readonly recent: Readable<readonly CaptionLine[]>;
  /** How many pieces of text were passed over because their sender sent too many. */
  readonly dropped: Readable<number>;
  /** How this person wants to read; as remembered. */
  readonly preferences: Readable<CaptionPreferences>;
  /** Changes some of the preferences; resolves to all. They are remembered where the meeting has a storage. */
  readonly setPreferences: Command<[changes: Partial<CaptionPreferences>], CaptionPreferences>;
  /**
   * Everything that was said: as WebVTT or SRT with times from the first words on, as text, or as JSON. `nameless` is
   * what somebody without a name is called; default: `?`. Where a line is translated the translation is in it, in JSON both.
   */
  export(format: CaptionFormat, options?: { readonly nameless?: string }): Promise<string>;
  /** Has each line translated once it is final, for this reader. What fails is shown as it was said. `null`: no longer. */
  setTranslator(translator: CaptionTranslator | null): void;
}

/** What is there at once; the desk, which comes with the first caption, fills it. */
function createCaptionsState() {
  const preferences: CaptionPreferences = { size: 'medium', colors: 'white-on-black', background: 'translucent', place: 'bottom', spoken: false };
  return {
    lines: new KeyedStore<string, CaptionLine>(),
    latest: signal<readonly CaptionLine[]>([]),
    recent: signal<readonly CaptionLine[]>([]),
    dropped: signal(0),
    enabled: signal(false),
    preferences: signal(preferences),
    translator: signal<CaptionTranslator | null>(null),
  };
}

export type CaptionsState = ReturnType<typeof createCaptionsState>;

export function createCaptions(context: FeatureContext, tell: (fact: Fact) => void): Captions {
  const { connection, session } = context;
  const state = createCaptionsState();
  const { lines, enabled, latest, translator, ...shown } = state;
  const isOffered = computed(() => {
    const call = session.value;
    return Boolean(call?.backend.captions) && call?.offers?.captions !== false;
  });
  const open = latePart(context, async (its) => (await import('./desk.js')).createCaptionsDesk(its, state, isOffered, tell), {
    on: { transcription: () => true },
  });

  const available = computed(() => isInCall(connection.state.value) && (isOffered.value || enabled.value || latest.value.length > 0));

  return {
    ...shown,
    available,
    enabled,
    setEnabled: lateCommand(context, open, 'setCaptionsEnabled', available),
    latest,
    ids: lines.keys,
    get: (id) => lines.get(id),
    setPreferences: lateCommand(context, open, 'setCaptionPreferences'),
    export: async (...args) => (await open()).export(...args),
    setTranslator: (next) => void (translator.value = next),
  };
}

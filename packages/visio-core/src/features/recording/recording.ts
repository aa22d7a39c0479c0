import type { RecordingMode, RecordingOptions } from '../../backends/backend.js';
import type { FeatureContext } from '../../meeting/context.js';
import { latePart } from '../../meeting/late-part.js';
import type { RecordingProgress } from '../../meeting/room-state.js';
import type { Fact } from '../facts/facts.js';
import type { Notices } from '../notices/notices.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';

/** How far a recording is. `failed`: the last one did not begin, or broke off. */
export type RecordingStatus = 'none' | 'starting' | 'started' | 'saving' | 'failed';

/** What is known of the recording of the room. */
export interface RecordingState {
  readonly status: RecordingStatus;
  /** `null` when there is none, and when the server says only that the room is recorded. */
  readonly mode: RecordingMode | null;
}

/**
 * A film or a transcript of the meeting. What is the case says the server alone, by LiveKit's own flag and by the room's
 * metadata: no participant can claim it.
 */
export interface Recording {
  /** Whether it is being recorded now: LiveKit's `Room.isRecording`. False outside a call. */
  readonly active: Readable<boolean>;
  /** What is recorded, and how far that is: as La Suite Meet tells it from the flag and the metadata. */
  readonly state: Readable<RecordingState>;
  /**
   * Whether microphone and camera are held back: the room was recorded, or about to be, when one came in, and the person
   * has not yet taken note of that. Ends by {@link Recording.acknowledge}, and with the recording.
   */
  readonly held: Readable<boolean>;
  /** The person knows that the room is recorded: microphone and camera go out, if they are wanted on. */
  acknowledge(): void;
  /** What the backend can record in this room; empty when nothing, and before the call. */
  readonly modes: Readable<readonly RecordingMode[]>;
  /**
   * Has the meeting recorded; resolves to the state once the room tells that it starts. Enabled for moderators while nothing
   * is recorded, when the backend records. Rejects with `ALREADY_ACTIVE`, `FEATURE_OFF`, `BACKEND_FAILED` (it failed to
   * start), or `REQUEST_FAILED`.
   */
  readonly start: Command<[mode: RecordingMode, options?: RecordingOptions], RecordingState>;
  /** Ends it; resolves to the state once the room tells that it does. Enabled for moderators while something is recorded. */
  readonly stop: Command<[], RecordingState>;
  /**
   * Asks the moderators to start one. Enabled for everyone else, when the backend records. Rejects with `TOO_FAST` within
   * half a minute of the last one, and with `FEATURE_OFF`.
   */
  readonly request: Command<[mode: RecordingMode]>;
  /** How many requests of others were passed over because they were too many. */
  readonly dropped: Readable<number>;
}

export const NOTHING: RecordingState = { status: 'none', mode: null };

/** What the studio keeps. */
function createRecordingState() {
  return {
    modes: signal<readonly RecordingMode[]>([]),
    mayStart: signal(false),
    mayStop: signal(false),
    mayRequest: signal(false),
    dropped: signal(0),
  };
}

export type RecordingStore = ReturnType<typeof createRecordingState>;

export function createRecording(context: FeatureContext, notices: Notices, tell: (fact: Fact) => void): Recording {
  const { connection, roomState, session } = context;
  const active = signal(false);
  const state = signal(NOTHING);
  const held = signal(false);
  const store = createRecordingState();
  const studio = latePart(context, async (its) => (await import('./studio.js')).createStudio(its, recording, store, notices, tell), {
    when: () => session.value?.backend.recording !== undefined || state.value.status !== 'none',
  });

  function look(): void {
    const before = state.peek();
    const now = readState(active.peek(), roomState.peek().recording, before);
    if (now.status !== before.status || now.mode !== before.mode) state.value = now;
    // What is told before one is in was the case before one came.
    held.value = isRecorded(now) && (held.peek() || connection.state.peek() === 'joining');
  }

  const onFlag = (on: boolean) => {
    active.value = on;
    look();
  };
  context.onEvent({
    recording: (event) => onFlag(event.active),
    room: look,
    disconnected: () => onFlag(false),
  });
  // What reads the metadata may come after them.
  context.scope.own(roomState.subscribe(look));

  const recording: Recording = {
    active,
    state,
    held,
    acknowledge: () => void (held.value = false),
    modes: store.modes,
    start: context.command({ name: 'startRecording', enabled: store.mayStart, run: async (...args) => (await studio()).start(...args) }),
    stop: context.command({ name: 'stopRecording', enabled: store.mayStop, run: async () => (await studio()).stop() }),
    request: context.command({ name: 'requestRecording', enabled: store.mayRequest, run: async (...args) => (await studio()).request(...args) }),
    dropped: store.dropped,
  };
  return recording;
}

/** Whether what one says now is in a recording, or soon will be. */
export function isRecorded({ status }: RecordingState): boolean {
  return status === 'starting' || status === 'started';
}

/** The metadata names what is recorded, the flag makes sure that it is; a flag alone counts, too. */
function readState(active: boolean, told: RecordingProgress | null, { status, mode }: RecordingState): RecordingState {
  if (!told || told.status === 'aborted') return active ? { status: 'started', mode: null } : told ? { status: 'failed', mode: told.mode } : NOTHING;
  if (told.status !== 'started' || active) return { status: told.status, mode: told.mode };
  // The recorder is not there yet, or no more: the flag is often told before the metadata.
  const isOver = mode === told.mode && (status === 'started' || status === 'saving');
  return { status: isOver ? 'saving' : 'starting', mode: told.mode };
}

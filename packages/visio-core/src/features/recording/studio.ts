import type { RecordingMode, RecordingOptions } from '../../backends/backend.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import { encodeMeetPacket, parseMeetPacket, type MeetPacket } from '../../meeting/meet-packet.js';
import { isModerator } from '../../meeting/moderator.js';
import { batch } from '../../reactive/index.js';
import { cleanSender } from '../chat/wire.js';
import type { Fact } from '../facts/facts.js';
import type { NoticeText } from '../notices/notice.js';
import type { Notices } from '../notices/notices.js';
import { announceRecording } from './announce.js';
import { isRecorded, type Recording, type RecordingState, type RecordingStore } from './recording.js';

/** How long the room may take to tell of what the server has taken, in milliseconds. */
const PATIENCE = 10_000;

/** The shortest time, in milliseconds, between two requests of one person. */
const PACE = 30_000;

/** For how long, in milliseconds, the server may tell why a recording has ended. */
const AFTERWORD = 60_000;

const MODES: readonly RecordingMode[] = ['screen_recording', 'transcript'];

/** How the packets of a mode begin. */
const PACKETS = { screen_recording: 'screenRecording', transcript: 'transcription' } as const;

/** Starts and stops recordings, asks for them, and tells people of what the room says. */
export function createStudio(context: FeatureContext, recording: Recording, store: RecordingStore, notices: Notices, tellFact: (fact: Fact) => void) {
  const { connection, engine, roster, scope, session } = context;
  const { state } = recording;
  const ofOne = new Limiter(2, 1_000 / PACE);
  const ofAll = new Limiter(4, 0.1);
  const requests = new Map<RecordingMode, () => void>();
  let askedAt = -Infinity;
  /** What was recorded last, and until when that may still be spoken of. */
  let last: { readonly mode: RecordingMode | null; readonly until: number } | null = null;

  scope.effect(() => {
    const call = session.value;
    const has = connection.state.value === 'connected' && call?.backend.recording !== undefined;
    const offered = call?.offers?.recording ?? MODES;
    const modes = has ? MODES.filter((mode) => offered.includes(mode)) : [];
    const moderates = isModerator(context);
    const { status } = state.value;
    const isFree = status === 'none' || status === 'failed';
    batch(() => {
      if (modes.join() !== store.modes.peek().join()) store.modes.value = modes;
      store.mayStart.value = modes.length > 0 && moderates && isFree;
      store.mayRequest.value = modes.length > 0 && !moderates && isFree;
      store.mayStop.value = has && moderates && isRecorded(state.value);
    });
    return undefined;
  });

  announceRecording(context, recording, notices, tellFact);
  scope.own(
    state.subscribe((now) => {
      if (isRecorded(now)) {
        for (const takeBack of [...requests.values()]) takeBack();
        last = { mode: now.mode, until: Infinity };
      } else if (last?.until === Infinity) {
        last = { mode: last.mode, until: Date.now() + AFTERWORD };
      }
    }),
  );

  context.onEvent({
    disconnected() {
      for (const takeBack of [...requests.values()]) takeBack();
      ofOne.clear();
    },
    packet(event) {
      const packet = parseMeetPacket(event);
      if (packet) receive(packet);
    },
  });

  function receive({ type, from }: MeetPacket): void {
    for (const mode of MODES) {
      if (type === `${PACKETS[mode]}Requested`) takeRequest(mode, from);
      if (type === `${PACKETS[mode]}LimitReached` && from === null) takeLimit(mode);
    }
  }

  /** Someone asks for it: that is for those who could start it. */
  function takeRequest(mode: RecordingMode, from: string | null): void {
    const sender = from === null || from === roster.localId.peek() ? undefined : roster.get(from).peek();
    if (!sender || !store.mayStart.peek() || !store.modes.peek().includes(mode)) return;
    const now = performance.now();
    if (!ofOne.allows(sender.id, now) || !ofAll.allows('', now)) return void store.dropped.value++;
    requests.get(mode)?.();
    const name = cleanSender(sender.name);
    const close = notices.show({
      kind: 'recording-request',
      text: { key: `recording.asks.${mode}`, values: { name } },
      actions: [
        { label: { key: 'recording.startShort' }, run: () => void recording.start(mode).catch(tellFailure) },
        { label: { key: 'recording.notNow' }, run: () => requests.delete(mode) },
      ],
      sticky: true,
    });
    requests.set(mode, () => {
      requests.delete(mode);
      close();
    });
  }

  /** Only of what was recorded: someone who has just left is nobody to us, as the server is. */
  function takeLimit(mode: RecordingMode): void {
    if (!last || (last.mode ?? mode) !== mode || Date.now() > last.until) return;
    last = null;
    const text: NoticeText = { key: `recording.limit.${mode}` };
    // Whoever can start another has to know it for sure.
    notices.show({ kind: 'recording-limit', text, icon: 'alert', urgency: 'high', sticky: isModerator(context) });
  }

  function tellFailure(cause: unknown): void {
    const { code } = toVisioError(cause);
    if (code !== 'VETOED') notices.show({ kind: 'failure', text: { key: `error.${code}` }, icon: 'alert', urgency: 'high' });
  }

  /** Has the server do something, and waits until the room tells how that went. */
  async function ask(act: () => Promise<void>, outcome: (now: RecordingState) => boolean | VisioError): Promise<RecordingState> {
    try {
      await act();
    } catch (cause) {
      throw toVisioError(cause, 'REQUEST_FAILED');
    }
    await new Promise<void>((resolve, reject) => {
      const waiting = scope.child();
      const end = (error?: VisioError) => {
        waiting.end();
        if (error) reject(error);
        else resolve();
      };
      waiting.timeout(() => end(new VisioError('REQUEST_FAILED', 'The room was not told of it.')), PATIENCE);
      waiting.effect(() => {
        const found = outcome(state.value);
        if (found !== false) end(found === true ? undefined : found);
        return undefined;
      });
    });
    return state.peek();
  }

  /** So that La Suite Meet's app shows it. What is the case, it takes from the room as we do. */
  function tell(mode: RecordingMode | null, what: 'Started' | 'Stopped'): void {
    engine.sendPacket(encodeMeetPacket(`${PACKETS[mode ?? 'screen_recording']}${what}`)).catch(() => undefined);
  }

  function assertOffered(mode: RecordingMode): void {
    if (!MODES.includes(mode)) throw new VisioError('INVALID_ARGUMENT', 'There is no such recording.');
    if (!store.modes.peek().includes(mode)) throw new VisioError('FEATURE_OFF', `"${mode}" is not offered in this room.`);
  }

  return {
    async start(mode: RecordingMode, options: RecordingOptions = {}): Promise<RecordingState> {
      assertOffered(mode);
      const call = session.peek()!;
      const before = state.peek();
      const now = await ask(
        () => call.backend.recording!.start(mode, options, call),
        (found) => {
          if (isRecorded(found)) return true;
          const hasFailed = found !== before && (found.status === 'failed' || before.status === 'none');
          return hasFailed && new VisioError('BACKEND_FAILED', 'The recording failed to start.');
        },
      );
      tell(mode, 'Started');
      return now;
    },

    async stop(): Promise<RecordingState> {
      const call = session.peek()!;
      const { mode } = state.peek();
      const now = await ask(
        () => call.backend.recording!.stop(call),
        (found) => !isRecorded(found),
      );
      tell(mode, 'Stopped');
      return now;
    },

    async request(mode: RecordingMode): Promise<void> {
      assertOffered(mode);
      const now = performance.now();
      if (now - askedAt < PACE) throw new VisioError('TOO_FAST', 'One may ask for a recording twice a minute.');
      askedAt = now;
      await engine.sendPacket(encodeMeetPacket(`${PACKETS[mode]}Requested`));
    },
  };
}

import type { TranscriptionEvent } from '../../engine/engine.js';
import { toVisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import { batch, untracked, type Readable } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';
import { recall, remember } from '../stored.js';
import { CAPTION_CHOICES, type CaptionFormat, type CaptionLine, type CaptionPreferences } from './caption.js';
import type { Captions, CaptionsState } from './captions.js';
import { PAUSE, Transcript } from './transcript.js';
import { createTranslation } from './translate.js';

const STORAGE_KEY = 'visio-captions';

/**
 * How many pieces of text of one speaker are read at once, and each second after that. A fast speaker has 4 words a second,
 * each of them interim and final; an agent that writes its answer down may have some 50 pieces.
 */
const BURST = 300;
const PER_SECOND = 60;

/** How many lines that became final are at hand. */
const RECENT = 20;

/** Writes captions down. Outlives calls. */
export function createCaptionsDesk(
  context: FeatureContext,
  state: CaptionsState,
  isOffered: Readable<boolean>,
  tell: (fact: Fact) => void,
) {
  const { roster, scope, session, storage, log } = context;
  const { lines, latest, recent, dropped, enabled, preferences, translator } = state;
  const limiter = new Limiter(BURST, PER_SECOND);
  const transcript = new Transcript(lines, { onFinal: noteFinal });
  const translation = createTranslation(lines, translator, log, tellLatest);
  /** Lines end by what does not come: when that is to be seen to next, and what gives it up. */
  let dueAt = Infinity;
  let cancelSettling: (() => void) | undefined;
  /** When the first words came. */
  let since: number | null = null;
  /** Whether the backend was asked in this call. */
  let isAsked = false;
  /** Whether the next call goes on with this one's lines. */
  let goesOn = false;

  function noteFinal(line: CaptionLine): void {
    recent.value = [...recent.peek(), line].slice(-RECENT);
    translation.add(line);
    tell({ type: 'caption', line });
  }

  function tellLatest(): void {
    const now = transcript.recent;
    const before = latest.peek();
    if (now.length !== before.length || now.some((line, index) => line !== before[index])) latest.value = now;
  }

  function receive(event: TranscriptionEvent): void {
    const now = Date.now();
    const { from } = event;
    since ??= now;
    if (!limiter.allows(from, now)) {
      if (dropped.peek() % 1_000 === 0) log('warn', 'Someone sends too many captions: some are dropped.');
      dropped.value++;
      return;
    }
    const person = roster.get(from).peek();
    transcript.take(event, { name: person?.name ?? '', isLocal: person?.isLocal ?? false }, now);
    tellLatest();
    if (now + PAUSE < dueAt) settleIn(PAUSE);
  }

  function settleIn(wait: number): void {
    cancelSettling?.();
    dueAt = Date.now() + wait;
    cancelSettling = scope.timeout(() => batch(settle), wait);
  }

  function settle(): void {
    dueAt = Infinity;
    const wait = transcript.settle(Date.now());
    if (wait !== null) settleIn(wait);
    tellLatest();
  }

  function clear(): void {
    transcript.clear();
    translation.restart();
    latest.value = [];
    recent.value = [];
    dropped.value = 0;
    since = null;
  }

  function parse(kept: Readonly<Record<string, unknown>>, before: CaptionPreferences): CaptionPreferences {
    const { size, colors, background, place } = CAPTION_CHOICES;
    return Object.freeze({
      size: choose(size, kept['size'], before.size),
      colors: choose(colors, kept['colors'], before.colors),
      background: choose(background, kept['background'], before.background),
      place: choose(place, kept['place'], before.place),
      spoken: choose([true, false], kept['spoken'], before.spoken),
    });
  }

  context.onEvent({
    transcription: receive,
    'participant-left'({ id }) {
      transcript.close(id);
      tellLatest();
    },
    connected() {
      if (!goesOn) clear();
    },
    disconnected({ reason }) {
      transcript.close();
      limiter.clear();
      latest.value = [];
      isAsked = false;
      goesOn = reason === 'connection-lost';
      if (!goesOn) enabled.value = false;
    },
  });
  preferences.value = parse(recall(storage, STORAGE_KEY), preferences.peek());
  // Another translator does not change what is there.
  scope.effect(() => {
    void translator.value;
    untracked(translation.restart);
    return undefined;
  });

  return {

    async setCaptionsEnabled(next: boolean): Promise<boolean> {
      if (next && isOffered.peek() && !isAsked) {
        const call = session.peek()!;
        try {
          await call.backend.captions!.start(call);
          isAsked = true;
        } catch (cause) {
          // Someone else may have had it written down already.
          if (latest.peek().length === 0) throw toVisioError(cause, 'REQUEST_FAILED');
        }
      }
      return (enabled.value = next);
    },

    async setCaptionPreferences(changes: Partial<CaptionPreferences>): Promise<CaptionPreferences> {
      preferences.value = parse({ ...changes }, preferences.peek());
      remember(storage, STORAGE_KEY, preferences.peek());
      return preferences.peek();
    },

    async export(format: CaptionFormat, { nameless = '?' }: NonNullable<Parameters<Captions['export']>[1]> = {}): Promise<string> {
      const { exportCaptions } = await import('./export.js');
      const all = lines.keys.peek().map((id) => lines.peek(id)!);
      return exportCaptions(all, format, { since: since ?? Date.now(), nameless });
    },
  };
}

function choose<Choice>(choices: readonly Choice[], wish: unknown, otherwise: Choice): Choice {
  return choices.find((choice) => choice === wish) ?? otherwise;
}

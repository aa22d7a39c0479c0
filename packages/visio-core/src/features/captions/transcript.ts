import type { TranscriptionEvent } from '../../engine/engine.js';
import type { KeyedStore } from '../../reactive/index.js';
import type { CaptionLine } from './caption.js';
import { cleanLine, endsSentence, joinWords } from './join.js';

/** What one person says with shorter pauses than this, in milliseconds, can be one line. */
export const PAUSE = 1_500;

/** A line of this many characters is long enough to end with a sentence, and of so many it takes no more. */
const SENTENCE_LENGTH = 80;
const LINE_LENGTH = 160;

/** A segment of which nothing was heard for so long, in milliseconds, gets no more: its transcriber went. */
const PATIENCE = 10_000;

/** How many segments of one speaker can be open; the oldest gets no more. */
const OPEN_LIMIT = 20;

/** How many final segments of one speaker are known by their ids, to tell them when they are sent again. */
const KNOWN_LIMIT = 500;

/** How many speakers are known so. */
const SPEAKERS_LIMIT = 200;

/** How many lines are kept, and how many characters in all: a call of four hours has some 3,000 lines. The oldest go. */
export const LINES_LIMIT = 10_000;
const CHARACTERS_LIMIT = 2_000_000;

/** How many lines were changed last. */
const RECENT_LIMIT = 3;

/** A part of a line: one segment. */
interface Part {
  readonly line: OpenLine;
  text: string;
  isOpen: boolean;
  changedAt: number;
}

/** A line that can get more, or whose words can still become others. */
interface OpenLine {
  readonly id: string;
  readonly parts: Part[];
  /** How many of them are not final. */
  open: number;
  changedAt: number;
}

interface Speaker {
  /** Where the next words go. */
  line: OpenLine | null;
  /** Segments that are not final, by their ids. */
  readonly open: Map<string, Part>;
  readonly known: Set<string>;
}

export interface TranscriptListener {
  /** A line will not change any more, but for its translation. */
  onFinal(line: CaptionLine): void;
}

export type Speech = Pick<TranscriptionEvent, 'from' | 'segmentId' | 'text' | 'final' | 'language'>;

/**
 * What was said, in lines. Segments of one speaker that follow each other are one line, be they sentences or single words
 * (Kyutai's plugin makes each word a segment); those of different speakers are never mixed, though they speak at once. A
 * segment's text takes the place of the former until it is final; what then still comes of it is passed over.
 */
export class Transcript {
  readonly #lines: KeyedStore<string, CaptionLine>;
  readonly #listener: TranscriptListener;
  readonly #speakers = new Map<string, Speaker>();
  /** Lines that are not final. */
  readonly #open = new Map<string, OpenLine>();
  readonly #recent: string[] = [];
  #characters = 0;
  #count = 0;

  constructor(lines: KeyedStore<string, CaptionLine>, listener: TranscriptListener) {
    this.#lines = lines;
    this.#listener = listener;
  }

  /** The lines that changed last, in the order in which they began. */
  get recent(): readonly CaptionLine[] {
    return this.#recent.flatMap((id) => this.#lines.peek(id) ?? []);
  }

  /** How much is kept, for whoever wants to know that it is bounded. */
  get kept() {
    let [segments, ids] = [0, 0];
    for (const { open, known } of this.#speakers.values()) {
      segments += open.size;
      ids += known.size;
    }
    return { lines: this.#lines.size, characters: this.#characters, openLines: this.#open.size, segments, ids, speakers: this.#speakers.size };
  }

  /** Takes a segment; `who` is its speaker, as known now. */
  take({ from, segmentId, text: raw, final, language }: Speech, who: Pick<CaptionLine, 'name' | 'isLocal'>, now: number): void {
    const speaker = this.#speakerOf(from);
    if (speaker.known.has(segmentId)) return;
    const text = cleanLine(raw);
    let part = speaker.open.get(segmentId);
    if (!part) {
      // Nothing that was there is taken back.
      if (text === '') return;
      const line = this.#lineFor(speaker, text, now) ?? this.#begin(speaker, { from, ...who, language: language ?? null }, now);
      part = { line, text: '', isOpen: true, changedAt: now };
      line.parts.push(part);
      line.open++;
      speaker.open.set(segmentId, part);
      if (speaker.open.size > OPEN_LIMIT) this.#endFirst(speaker);
    }
    const hasChanged = part.text !== text;
    part.text = text;
    part.changedAt = now;
    if (final) this.#end(speaker, segmentId);
    if (hasChanged) this.#write(speaker, part.line, now);
    this.#finish(speaker, part.line);
    this.#shrink();
  }

  /** Ends what has been quiet for long enough. Returns how long the rest takes at the most, in milliseconds; `null`: there is none. */
  settle(now: number): number | null {
    for (const speaker of this.#speakers.values()) {
      for (const [id, part] of [...speaker.open]) {
        if (now - part.changedAt < PATIENCE) continue;
        this.#end(speaker, id);
        this.#finish(speaker, part.line);
      }
      if (speaker.line && now - speaker.line.changedAt >= PAUSE) this.#leave(speaker);
    }
    if (this.#open.size === 0) return null;
    const due = [...this.#open.values()].map(({ open, changedAt, parts }) =>
      open > 0 ? Math.min(...parts.filter(({ isOpen }) => isOpen).map((part) => part.changedAt)) + PATIENCE : changedAt + PAUSE,
    );
    return Math.max(1, Math.min(...due) - now);
  }

  /** Ends everything as it is, or everything of one speaker. */
  close(from?: string): void {
    for (const [id, speaker] of this.#speakers) {
      if (from !== undefined && id !== from) continue;
      for (const [segmentId, part] of [...speaker.open]) {
        this.#end(speaker, segmentId);
        this.#finish(speaker, part.line);
      }
      this.#leave(speaker);
    }
  }

  clear(): void {
    this.#speakers.clear();
    this.#open.clear();
    this.#recent.length = 0;
    this.#characters = 0;
    this.#lines.clear();
  }

  #speakerOf(from: string): Speaker {
    let speaker = this.#speakers.get(from);
    if (speaker) return speaker;
    speaker = { line: null, open: new Map(), known: new Set() };
    this.#speakers.set(from, speaker);
    if (this.#speakers.size > SPEAKERS_LIMIT) {
      const [oldest] = this.#speakers.keys();
      this.close(oldest);
      this.#speakers.delete(oldest!);
    }
    return speaker;
  }

  /** The line that these words belong to, if there is one. */
  #lineFor(speaker: Speaker, text: string, now: number): OpenLine | null {
    const { line } = speaker;
    if (!line) return null;
    const before = this.#lines.peek(line.id)?.text ?? '';
    const isFull = before.length + text.length >= LINE_LENGTH || (before.length >= SENTENCE_LENGTH && endsSentence(before));
    if (now - line.changedAt < PAUSE && !isFull) return line;
    this.#leave(speaker);
    return null;
  }

  #begin(speaker: Speaker, about: Pick<CaptionLine, 'from' | 'name' | 'isLocal' | 'language'>, now: number): OpenLine {
    const id = `line-${++this.#count}`;
    const line: OpenLine = { id, parts: [], open: 0, changedAt: now };
    this.#open.set(id, line);
    speaker.line = line;
    this.#lines.set(id, Object.freeze({ id, ...about, text: '', final: false, startedAt: now, endedAt: now, translation: null }));
    return line;
  }

  /** Writes a line anew from its parts; one whose words were all taken back goes. */
  #write(speaker: Speaker, line: OpenLine, now: number): void {
    line.changedAt = now;
    const before = this.#lines.peek(line.id);
    if (!before) return;
    const text = line.parts.reduce((words, part) => joinWords(words, part.text), '');
    if (text === '' && line.open === 0) {
      if (speaker.line === line) speaker.line = null;
      this.#open.delete(line.id);
      return this.#remove(line.id);
    }
    this.#characters += text.length - before.text.length;
    this.#lines.set(line.id, Object.freeze({ ...before, text, endedAt: now }));
    this.#note(line.id);
  }

  /** Keeps the few lines that changed last, in the order in which they began. */
  #note(id: string): void {
    const recent = this.#recent;
    if (recent.includes(id)) return;
    recent.push(id);
    recent.sort((a, b) => numberOf(a) - numberOf(b));
    if (recent.length <= RECENT_LIMIT) return;
    const ended = (each: string) => this.#lines.peek(each)?.endedAt ?? -Infinity;
    const stalest = recent.reduce((a, b) => (ended(b) < ended(a) ? b : a));
    recent.splice(recent.indexOf(stalest), 1);
  }

  /** Nothing more comes of a segment. */
  #end(speaker: Speaker, segmentId: string): void {
    const part = speaker.open.get(segmentId);
    if (!part) return;
    speaker.open.delete(segmentId);
    part.isOpen = false;
    part.line.open--;
    if (part.text === '') part.line.parts.splice(part.line.parts.indexOf(part), 1);
    speaker.known.add(segmentId);
    if (speaker.known.size > KNOWN_LIMIT) speaker.known.delete(speaker.known.keys().next().value!);
  }

  #endFirst(speaker: Speaker): void {
    for (const [id, { line }] of speaker.open) {
      this.#end(speaker, id);
      return this.#finish(speaker, line);
    }
  }

  /** The next words begin another line. */
  #leave(speaker: Speaker): void {
    const { line } = speaker;
    speaker.line = null;
    if (line) this.#finish(speaker, line);
  }

  /** A line that gets no more and has no open part is final. */
  #finish(speaker: Speaker, line: OpenLine): void {
    if (line.open > 0 || speaker.line === line || !this.#open.delete(line.id)) return;
    const last = this.#lines.peek(line.id);
    if (!last) return;
    const final = Object.freeze({ ...last, final: true });
    this.#lines.set(line.id, final);
    this.#listener.onFinal(final);
  }

  #remove(id: string): void {
    this.#characters -= this.#lines.peek(id)?.text.length ?? 0;
    this.#lines.delete(id);
    const index = this.#recent.indexOf(id);
    if (index >= 0) this.#recent.splice(index, 1);
  }

  #shrink(): void {
    while (this.#lines.size > LINES_LIMIT || this.#characters > CHARACTERS_LIMIT) this.#remove(this.#lines.first!);
  }
}

function numberOf(id: string): number {
  return Number(id.slice('line-'.length));
}

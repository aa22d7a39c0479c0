import type { CaptionFormat, CaptionLine } from './caption.js';

/** The shortest time that a line is shown, in milliseconds. */
const SHORTEST = 1_000;

export interface ExportOptions {
  /** What time is counted from, in milliseconds since the epoch. */
  readonly since: number;
  /** What somebody without a name is called. */
  readonly nameless: string;
}

/** Everything that was said, as WebVTT, SRT, text or JSON. */
export function exportCaptions(lines: readonly CaptionLine[], format: CaptionFormat, options: ExportOptions): string {
  const cues = lines.map((line) => cueOf(line, options));
  switch (format) {
    case 'vtt':
      return `WEBVTT\n\n${cues.map((cue) => vtt(cue)).join('\n')}`;
    case 'srt':
      return cues.map((cue, index) => srt(cue, index + 1)).join('\n');
    case 'text':
      return cues.map(({ from, speaker, text }) => `[${time(from, '').slice(0, 8)}] ${speaker}: ${text}\n`).join('');
    case 'json':
      return `${JSON.stringify({ version: 1, startedAt: new Date(options.since).toISOString(), lines: cues.map(jsonLine) }, null, 2)}\n`;
  }
}

interface Cue {
  readonly line: CaptionLine;
  readonly speaker: string;
  /** What its reader reads: the translation, where there is one. */
  readonly text: string;
  /** In milliseconds from the beginning. */
  readonly from: number;
  readonly to: number;
}

function cueOf(line: CaptionLine, { since, nameless }: ExportOptions): Cue {
  const from = Math.max(0, line.startedAt - since);
  return { line, speaker: line.name || nameless, text: line.translation?.text ?? line.text, from, to: Math.max(line.endedAt - since, from + SHORTEST) };
}

/** W3C's WebVTT: the speaker in a voice tag, and no mark-up of anybody else's. */
function vtt({ from, to, speaker, text }: Cue): string {
  return `${time(from, '.')} --> ${time(to, '.')}\n<v ${escape(speaker)}>${escape(text)}</v>\n`;
}

/** SubRip has no way to say that something is no mark-up; an arrow would pass for times. */
function srt({ from, to, speaker, text }: Cue, number: number): string {
  return `${number}\n${time(from, ',')} --> ${time(to, ',')}\n${`${speaker}: ${text}`.replaceAll('-->', '→')}\n`;
}

function jsonLine({ line, speaker, from, to }: Cue) {
  const { from: identity, text, language, translation, final } = line;
  return { start: from / 1000, end: to / 1000, speaker, identity, text, language, translation, final };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `01:02:03.456`; without a point: `01:02:03`. */
function time(ms: number, point: string): string {
  const whole = Math.round(ms);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}`;
  return point ? `${seconds}${point}${String(whole % 1000).padStart(3, '0')}` : seconds;
}

/** What someone said, as a line to read. Frozen: each change makes a new one. */
export interface CaptionLine {
  /** Unique in the transcript. */
  readonly id: string;
  /** Who said it: a participant's identity, or one's that is not in the room. Empty when nobody says who. */
  readonly from: string;
  /** What they were called then; may be empty. Text from the network. */
  readonly name: string;
  readonly isLocal: boolean;
  /** Text from the network, one line, and no markup. */
  readonly text: string;
  /** Whether nothing more is added and nothing is mended: the words that are not final yet may become others. */
  readonly final: boolean;
  /** What language it is in (BCP 47), as the sender says; `null` when nobody does. */
  readonly language: string | null;
  /** When the first words came, in milliseconds since the epoch, by this computer's clock. */
  readonly startedAt: number;
  /** When the last words came, likewise. */
  readonly endedAt: number;
  /** What the host's translator made of it, once the line is final. */
  readonly translation: { readonly text: string; readonly language: string } | null;
}

/** Translates lines, for one reader. See {@link Captions.setTranslator}. */
export interface CaptionTranslator {
  /** What language it gives (BCP 47). Lines that are said to be in it are left as they are. */
  readonly language: string;
  /** Translates a line that is final. Rejecting, and giving nothing, leaves the line as it is. `signal`: nobody waits any more. */
  translate(line: CaptionLine, signal: AbortSignal): Promise<string>;
}

/** How a person wants to read captions. */
export interface CaptionPreferences {
  /** Default: `medium`. */
  readonly size: CaptionSize;
  /** Letters and what is behind them: only what can be told apart well. Default: `white-on-black`. */
  readonly colors: CaptionColors;
  /** Whether the picture shines through what is behind the letters. Default: `translucent`. */
  readonly background: CaptionBackground;
  /** Where on the stage. Default: `bottom`. */
  readonly place: CaptionPlace;
  /**
   * Whether screen readers are told of lines as they become final, for who reads braille. Default: false, as who uses a
   * screen reader and hears the call would hear everything twice.
   */
  readonly spoken: boolean;
}

/** How large captions are. */
export type CaptionSize = (typeof CAPTION_CHOICES)['size'][number];
/** In which colours captions are written. */
export type CaptionColors = (typeof CAPTION_CHOICES)['colors'][number];
/** What is behind captions. */
export type CaptionBackground = (typeof CAPTION_CHOICES)['background'][number];
/** Where captions are. */
export type CaptionPlace = (typeof CAPTION_CHOICES)['place'][number];

/** What there is to choose from. */
export const CAPTION_CHOICES = {
  size: ['small', 'medium', 'large', 'huge'],
  colors: ['white-on-black', 'yellow-on-black', 'black-on-white', 'black-on-yellow'],
  background: ['translucent', 'solid'],
  place: ['bottom', 'top'],
} as const;

/** As what captions are saved: WebVTT, SubRip, plain text, or JSON. */
export type CaptionFormat = 'vtt' | 'srt' | 'text' | 'json';

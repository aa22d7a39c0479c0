export interface TimeFormats {
  readonly language: string;
  readonly short: Intl.DateTimeFormat;
  readonly long: Intl.DateTimeFormat;
}

let formats: TimeFormats | undefined;

/** How times are written. Made once for a language: making them costs more than what they format. */
export function formatsOf(language: string): TimeFormats {
  if (formats?.language !== language) {
    formats = {
      language,
      short: new Intl.DateTimeFormat(language, { timeStyle: 'short' }),
      long: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
    };
  }
  return formats;
}

/** Words in the reader's language: typed texts, plurals by `Intl`, one language fetched when it is used. */
import type { VisioError } from '../errors/visio-error.js';
import type { en } from './locales/en.js';

/** The name of a text. */
export type TextKey = keyof typeof en;

/** A text, or one text for each plural category of the language (CLDR, as `Intl.PluralRules` names them). */
export type Text = string | ({ readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string });

/** A whole language. */
export type Texts = { readonly [key in TextKey]: (typeof en)[key] extends string ? string : Text };

/** What goes into a text's `{places}`. `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Languages that come with the SDK. */
export type Language = keyof typeof LOADERS;

const LOADERS = {
  en: async (): Promise<Texts> => (await import('./locales/en.js')).en,
  fr: async (): Promise<Texts> => (await import('./locales/fr.js')).fr,
};

/** The best of our languages for a list of wishes (BCP 47 tags, best first); English when none fits. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (language && Object.hasOwn(LOADERS, language)) return language as Language;
  }
  return 'en';
}

export interface Translator {
  readonly language: Language;
  text(key: TextKey, values?: TextValues): string;
  /** What to tell a person about a failure, and what they can do. */
  error(error: VisioError): string;
}

/** Fetches a language. `overrides` are the host's own words for some texts. */
export async function loadTranslator(language: Language, overrides: Partial<Texts> = {}): Promise<Translator> {
  return createTranslator(language, { ...(await LOADERS[language]()), ...overrides });
}

export function createTranslator(language: Language, texts: Texts): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);

  function text(key: TextKey, values: TextValues = {}): string {
    const found: Text = texts[key];
    const pattern = typeof found === 'string' ? found : (found[plurals.select(Number(values['count']))] ?? found.other);
    return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  return {
    language,
    text,
    error({ code, device }) {
      const precise = `error.${code}.${device ?? ''}`;
      return text(precise in texts ? (precise as TextKey) : `error.${code}`);
    },
  };
}

/** Words in the reader's language: typed texts, plurals by `Intl`, one language fetched when it is used. */
import type { VisioError } from '../errors/visio-error.js';
import type { en } from './locales/en.js';
import type { enRest } from './locales/en-rest.js';

/** A text, or one text for each plural category of the language (CLDR, as `Intl.PluralRules` names them). */
export type Text = string | ({ readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string });

type Translated<Source> = { readonly [key in keyof Source]: Source[key] extends string ? string : Text };

/** The texts of a language that come with it. */
export type FirstTexts = Translated<typeof en>;

/** Those that come once a call is there. */
export type RestTexts = Translated<typeof enRest>;

/** A whole language. */
export type Texts = FirstTexts & RestTexts;

/** The name of a text. */
export type TextKey = keyof Texts;

/** What goes into a text's `{places}`. `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Languages that come with the SDK. */
export type Language = keyof typeof LOADERS;

interface Loader {
  first(): Promise<FirstTexts>;
  rest(): Promise<RestTexts>;
}

const LOADERS = {
  en: { first: async () => (await import('./locales/en.js')).en, rest: async () => (await import('./locales/en-rest.js')).enRest },
  fr: { first: async () => (await import('./locales/fr.js')).fr, rest: async () => (await import('./locales/fr-rest.js')).frRest },
} satisfies Record<string, Loader>;

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
  /** A text. One of {@link RestTexts} is its own key until {@link loadRest} has resolved. */
  text(key: TextKey, values?: TextValues): string;
  /** What to tell a person about a failure, and what they can do. */
  error(error: VisioError): string;
  /**
   * Fetches the texts that panels, dialogs and notices need; their code comes with it, so nothing is shown again for it.
   * Resolves at once when they are there. Rejects when they cannot be had; call it again then.
   */
  loadRest(): Promise<void>;
  /** Whether they are there. */
  readonly isComplete: boolean;
}

/** Fetches a language. `overrides` are the host's own words for some texts. */
export async function loadTranslator(language: Language, overrides: Partial<Texts> = {}): Promise<Translator> {
  const { first, rest }: Loader = LOADERS[language];
  return createTranslator(language, { ...(await first()), ...overrides }, async () => ({ ...(await rest()), ...overrides }));
}

export function createTranslator(language: Language, first: FirstTexts, loadRest: () => Promise<Partial<RestTexts>> = async () => ({})): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  let texts: Readonly<Record<string, Text>> = first;
  let loading: Promise<void> | null = null;
  let isComplete = false;

  function text(key: TextKey, values: TextValues = {}): string {
    const found = texts[key] ?? key;
    const pattern = typeof found === 'string' ? found : (found[plurals.select(Number(values['count']))] ?? found.other);
    return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  return {
    language,
    get isComplete() {
      return isComplete;
    },
    text,
    error({ code, device }) {
      const precise = `error.${code}.${device ?? ''}`;
      return text(precise in texts ? (precise as TextKey) : `error.${code}`);
    },
    loadRest() {
      loading ??= loadRest().then(
        (rest) => {
          texts = { ...texts, ...rest };
          isComplete = true;
        },
        (cause: unknown) => {
          loading = null;
          throw cause;
        },
      );
      return loading;
    },
  };
}

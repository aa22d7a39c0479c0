/**
 * Words in the reader's language: typed texts, plurals by `Intl`, one language fetched when it is used.
 *
 * @module visio-core/i18n
 */
import type { VisioError } from '../errors/visio-error.js';
import type { en } from './locales/en.js';
import type { enNext } from './locales/en-next.js';
import type { enRest } from './locales/en-rest.js';

/** A text, or one text for each plural category of the language (CLDR, as `Intl.PluralRules` names them). */
export type Text = string | ({ readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string });

/** The `{places}` of a text. */
type Places<Source extends string> = Source extends `${string}{${infer Place}}${infer After}` ? `{${Place}}` | Places<After> : never;

/** A text that has all of these places, in any order. */
type WithPlaces<Place extends string> = (Place extends unknown ? (text: `${string}${Place}${string}`) => void : never) extends (text: infer All) => void ? string & All : never;

/** What a language of ours has: each text that English has and no other, with the same places. Anything else fails the build. */
type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? WithPlaces<Places<Source[Key]>>
    : Source[Key] extends { readonly other: infer Other extends string }
      ? { readonly other: WithPlaces<Places<Other>> } & { readonly [category in Intl.LDMLPluralRule]?: string }
      : never;
};

export type FirstTranslation = Translation<typeof en>;
export type NextTranslation = Translation<typeof enNext>;
export type RestTranslation = Translation<typeof enRest>;

type Translated<Source> = { readonly [key in keyof Source]: Source[key] extends string ? string : Text };

/** The texts of a language that come with it. */
export type FirstTexts = Translated<typeof en>;

/** Those of the first look at a call, of its end, and of what refused to work. They are there before one joins. */
export type NextTexts = Translated<typeof enNext>;

/** Those that come once a call is there. */
export type RestTexts = Translated<typeof enRest>;

/** A whole language. */
export type Texts = FirstTexts & NextTexts & RestTexts;

/** The name of a text. */
export type TextKey = keyof Texts;

/** What goes into a text's `{places}`. `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Languages that come with the SDK. */
export type Language = keyof typeof LOADERS;

interface Loader {
  first(): Promise<FirstTexts>;
  next(): Promise<NextTexts>;
  rest(): Promise<RestTexts>;
}

const LOADERS = {
  en: {
    first: async () => (await import('./locales/en.js')).en,
    next: async () => (await import('./locales/en-next.js')).enNext,
    rest: async () => (await import('./locales/en-rest.js')).enRest,
  },
  fr: {
    first: async () => (await import('./locales/fr.js')).fr,
    next: async () => (await import('./locales/fr-next.js')).frNext,
    rest: async () => (await import('./locales/fr-rest.js')).frRest,
  },
  de: {
    first: async () => (await import('./locales/de.js')).de,
    next: async () => (await import('./locales/de-next.js')).deNext,
    rest: async () => (await import('./locales/de-rest.js')).deRest,
  },
  nl: {
    first: async () => (await import('./locales/nl.js')).nl,
    next: async () => (await import('./locales/nl-next.js')).nlNext,
    rest: async () => (await import('./locales/nl-rest.js')).nlRest,
  },
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
  /** A text. One that has not come yet is its own key. */
  text(key: TextKey, values?: TextValues): string;
  /** What to tell a person about a failure, and what they can do. Before `loadNext()` most of them have but one sentence. */
  error(error: VisioError): string;
  /** Fetches what follows the lobby: the first look at a call, and the end. Resolves at once when they are there. Rejects when they cannot be had; call it again then. */
  loadNext(): Promise<void>;
  /**
   * Fetches all that is missing: what panels, dialogs and notices need, too. Their code comes with it, so nothing
   * is shown again for it. Resolves at once when it is there. Rejects when it cannot be had; call it again then.
   */
  loadRest(): Promise<void>;
  /** What was asked for, whether it has come or not. */
  readonly asked: Iterable<keyof LateTexts>;
}

/** What comes after the first texts, by when it is needed. */
export interface LateTexts {
  readonly next: () => Promise<Partial<NextTexts>>;
  readonly rest: () => Promise<Partial<RestTexts>>;
}

/** Fetches a language. `overrides` are the host's own words for some texts. `like` is what it takes the place of: it then has as much. */
export async function loadTranslator(language: Language, overrides: Partial<Texts> = {}, like?: Translator): Promise<Translator> {
  const { first, next, rest }: Loader = LOADERS[language];
  const translator = createTranslator(language, { ...(await first()), ...overrides }, {
    next: async () => ({ ...(await next()), ...overrides }),
    rest: async () => ({ ...(await rest()), ...overrides }),
  });
  // What is on the page must not lose its words.
  const asked = new Set(like?.asked);
  if (asked.has('next')) await translator.loadNext();
  if (asked.has('rest')) await translator.loadRest();
  return translator;
}

export function createTranslator(language: Language, first: FirstTexts, late?: LateTexts): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  let texts: Readonly<Record<string, Text>> = first;
  const loads = new Map<keyof LateTexts, Promise<void>>();

  function text(key: TextKey, values: TextValues = {}): string {
    const found = texts[key] ?? key;
    const pattern = typeof found === 'string' ? found : (found[plurals.select(Number(values['count']))] ?? found.other);
    return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  async function fetchTexts(part: keyof LateTexts): Promise<void> {
    try {
      const come = await late?.[part]();
      texts = { ...texts, ...come };
    } catch (cause) {
      loads.delete(part);
      throw cause;
    }
  }

  function load(part: keyof LateTexts): Promise<void> {
    const loading = loads.get(part) ?? fetchTexts(part);
    loads.set(part, loading);
    return loading;
  }

  return {
    language,
    text,
    error({ code, device }) {
      const keys = [`error.${code}.${device ?? ''}`, `error.${code}`] as readonly TextKey[];
      return text(keys.find((key) => key in texts) ?? 'error.UNKNOWN');
    },
    loadNext: () => load('next'),
    loadRest: async () => void (await Promise.all([load('next'), load('rest')])),
    get asked() {
      return loads.keys();
    },
  };
}

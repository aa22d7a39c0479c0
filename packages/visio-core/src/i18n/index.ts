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

/** What a translation of the texts of the lobby must have: each with the places of the English one. */
export type FirstTranslation = Translation<typeof en>;
/** The same of the texts of the first look at a call, and of its end. */
export type NextTranslation = Translation<typeof enNext>;
/** The same of all others. */
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

/** A language that the host brings: its texts, or what fetches them, as in `() => import('./es.js')` with a default export. What it lacks is ours. */
export type HostLanguage = Partial<Texts> | (() => Promise<Partial<Texts> | { readonly default: Partial<Texts> }>);

/** Languages that the host brings, by their tag (BCP 47). */
export type HostLanguages = Readonly<Record<string, HostLanguage>>;

/**
 * The best wish of a list (BCP 47 tags, best first) for which there are texts, ours or the host's; `en` when there are none.
 * `de-AT` is served with the texts of `de`, and remains what dates and numbers are written in.
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[], languages: HostLanguages = {}): string {
  const all = [...Object.keys(languages), ...Object.keys(LOADERS)];
  for (const wish of wishes) {
    const tag = canonical(wish ?? '');
    if (lookUp(tag, all)) return tag;
  }
  return 'en';
}

/** A tag as it should be written; empty for what is none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}

/** The tag that fits best: the same, or else one that is less precise (RFC 4647, section 3.4). */
function lookUp(wish: string, tags: readonly string[]): string | undefined {
  for (let range = wish.toLowerCase(); range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const found = tags.find((tag) => tag.toLowerCase() === range);
    if (found) return found;
  }
  return undefined;
}

/** Tells texts in one language. */
export interface Translator {
  /** What it speaks, as it was asked for (BCP 47): `de-AT`. */
  readonly language: string;
  /** Where its writing begins. */
  readonly direction: 'ltr' | 'rtl';
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
  /** Fetches those of the first look at a call, and of its end. */
  readonly next: () => Promise<Partial<NextTexts>>;
  /** Fetches all others. */
  readonly rest: () => Promise<Partial<RestTexts>>;
}

/** What a translator is to have besides the language. */
export interface TranslatorOptions {
  /** The host's own words for some texts, in any language. */
  readonly texts?: Partial<Texts>;
  /** Languages that the host brings. */
  readonly languages?: HostLanguages;
  /** What it takes the place of: it then has as much. */
  readonly like?: Translator | undefined;
  /** Told of what the host brings and cannot be used; ours stands for it. */
  readonly onTrouble?: (error: VisioError) => void;
}

/** Fetches a language, as `chooseLanguage` gave it. Rejects when it cannot be had. */
export async function loadTranslator(language: string, { texts = {}, languages = {}, like, onTrouble }: TranslatorOptions = {}): Promise<Translator> {
  const { first, next, rest }: Loader = LOADERS[(lookUp(language, Object.keys(LOADERS)) as Language | undefined) ?? 'en'];
  const brought = lookUp(language, Object.keys(languages));
  const isOurs = brought === undefined && Object.keys(texts).length === 0;
  // Few hosts bring words.
  const lay: <Part extends object>(ours: Part) => Part | Promise<Part> = isOurs
    ? (ours) => ours
    : (await import('./host-texts.js')).layOver(language, [...(brought === undefined ? [] : [languages[brought]]), texts], onTrouble);
  const translator = createTranslator(language, await lay(await first()), {
    next: async () => lay(await next()),
    rest: async () => lay(await rest()),
  });
  // What is on the page must not lose its words, those neither that it asks for meanwhile.
  for (const part of like?.asked ?? []) await (part === 'next' ? translator.loadNext() : translator.loadRest());
  return translator;
}

/** Scripts that are written from the right: not every browser can say so by itself. */
const FROM_THE_RIGHT: readonly (string | undefined)[] = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** A translator of texts that are there, or come late. */
export function createTranslator(language: string, first: FirstTexts, late?: LateTexts): Translator {
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
    direction: FROM_THE_RIGHT.includes(new Intl.Locale(language).maximize().script) ? 'rtl' : 'ltr',
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

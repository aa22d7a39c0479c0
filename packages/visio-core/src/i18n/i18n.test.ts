import { describe, expect, it, vi } from 'vitest';
import { VisioErrorCode } from '../errors/codes.js';
import { VisioError } from '../errors/visio-error.js';
import { chooseLanguage, createTranslator, loadTranslator, type FirstTranslation, type RestTranslation, type Text } from './index.js';
import { de } from './locales/de.js';
import { deNext } from './locales/de-next.js';
import { deRest } from './locales/de-rest.js';
import { en } from './locales/en.js';
import { enNext } from './locales/en-next.js';
import { enRest } from './locales/en-rest.js';
import { fr } from './locales/fr.js';
import { frNext } from './locales/fr-next.js';
import { frRest } from './locales/fr-rest.js';
import { nl } from './locales/nl.js';
import { nlNext } from './locales/nl-next.js';
import { nlRest } from './locales/nl-rest.js';

type Whole = Readonly<Record<string, Text>>;

/** A text, or all of its plurals. */
function patternsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The `{places}` of a text, whatever its plural. */
function places(text: Text): readonly string[] {
  return [...new Set(patternsOf(text).flatMap((pattern) => pattern.match(/\{\w+\}/g) ?? []))].sort();
}

describe('chooseLanguage', () => {
  it.each([
    [['fr'], 'fr'],
    [['fr-CA', 'en'], 'fr-CA'],
    [['FR'], 'fr'],
    [['en-GB'], 'en-GB'],
    [['de-AT'], 'de-AT'],
    [['nl_be'], 'nl-BE'],
    [['not a tag', 'de'], 'de'],
    [['ja', 'fr'], 'fr'],
    [['ja'], 'en'],
    [[], 'en'],
    [[null, undefined, '', 'fr'], 'fr'],
    // Names that every object has.
    [['constructor', '__proto__', 'toString', 'fr'], 'fr'],
    // A language whose tag only begins alike.
    [['frr'], 'en'],
  ])('takes %j as %s', (wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });
});

describe('createTranslator', () => {
  const english = createTranslator('en', { ...en, ...enNext, ...enRest });
  const french = createTranslator('fr', { ...fr, ...frNext, ...frRest });

  it('fills in the places', () => {
    expect(english.text('stage.screenOf', { name: 'Ada' })).toBe('Ada’s screen');
    expect(french.text('stage.screenOf', { name: 'Ada' })).toBe('Écran de Ada');
  });

  it('takes a name as it is, whatever it looks like', () => {
    expect(english.text('stage.screenOf', { name: '{name} $& $1 <b>' })).toBe('{name} $& $1 <b>’s screen');
  });

  it('leaves a place for which there is no value', () => {
    expect(english.text('stage.screenOf')).toBe('{name}’s screen');
  });

  it('chooses the plural as the language does: French counts none as one', () => {
    expect([0, 1, 2].map((count) => english.text('stage.count', { count }))).toEqual(['0 participants', '1 participant', '2 participants']);
    expect([0, 1, 2].map((count) => french.text('stage.count', { count }))).toEqual(['0 participant', '1 participant', '2 participants']);
  });

  it('falls back to "other" where a language has a plural of its own', () => {
    // French says "un million de"; CLDR calls that category "many", and the text has none for it.
    expect(new Intl.PluralRules('fr').select(1_000_000)).toBe('many');
    expect(french.text('stage.count', { count: 1_000_000 })).toMatch(/participants$/);
  });

  it('writes numbers as the language does', () => {
    expect(english.text('stage.count', { count: 1000 })).toBe('1,000 participants');
    expect(french.text('stage.count', { count: 1000 })).toMatch(/^1\s000 participants$/u);
  });

  it('tells a failure in words, more precisely where it is about a device', () => {
    const denied = (device?: 'camera' | 'speaker') => english.error(new VisioError('DEVICE_DENIED', '', device ? { device } : {}));
    expect(denied('camera')).toBe(enNext['error.DEVICE_DENIED.camera']);
    expect(denied('speaker')).toBe(enNext['error.DEVICE_DENIED']);
    expect(denied()).toBe(enNext['error.DEVICE_DENIED']);
  });

  it('has a sentence for a failure whose own words have not come', () => {
    const words = createTranslator('en', en).error(new VisioError('DEVICE_DENIED', '', { device: 'camera' }));
    expect(words).toBe(en['error.UNKNOWN']);
  });

  it('has words for every code, in every language', () => {
    const others = Object.entries(OURS).map(([language, texts]) => createTranslator(language, texts as typeof en));
    for (const { error } of [english, ...others]) {
      const words = Object.values(VisioErrorCode).map((code) => error(new VisioError(code, '')));
      expect(words.filter((text) => text.startsWith('error.') || text.length < 10)).toEqual([]);
    }
  });

  it('fetches what follows the lobby by itself, and all with the rest, once each', async () => {
    const end = vi.fn(async () => ({ 'end.left': 'Over' }));
    const rest = vi.fn(async () => ({ 'settings.title': 'Taped' }));
    const translator = createTranslator('en', en, { next: end, rest });
    expect(translator.text('end.left')).toBe('end.left');
    expect([...translator.asked]).toEqual([]);
    await Promise.all([translator.loadNext(), translator.loadRest()]);
    await translator.loadRest();
    expect([translator.text('end.left'), translator.text('settings.title'), translator.text('lobby.join')]).toEqual(['Over', 'Taped', en['lobby.join']]);
    expect([end.mock.calls.length, rest.mock.calls.length]).toEqual([1, 1]);
    expect([...translator.asked]).toEqual(['next', 'rest']);
  });

  it('asks again for texts that could not be had', async () => {
    let tries = 0;
    const end = async () => {
      if (++tries === 1) throw new Error('offline');
      return { 'end.left': 'Over' };
    };
    const translator = createTranslator('en', en, { next: end, rest: async () => ({}) });
    await expect(translator.loadNext()).rejects.toThrow('offline');
    await translator.loadNext();
    expect(translator.text('end.left')).toBe('Over');
  });
});

describe('loadTranslator', () => {
  it('has the texts of a language and the numbers of a region', async () => {
    const swiss = await loadTranslator('de-CH');
    await swiss.loadNext();
    expect(swiss.language).toBe('de-CH');
    expect(swiss.text('stage.count', { count: 1234 })).toMatch(/^1[’']234 Personen$/);
  });

  it('lets the host have its own words for some texts', async () => {
    const translator = await loadTranslator('fr', { texts: { 'lobby.title': 'Bienvenue' } });
    expect(translator.language).toBe('fr');
    expect(translator.text('lobby.title')).toBe('Bienvenue');
    expect(translator.text('lobby.join')).toBe(fr['lobby.join']);
  });

  it('has at once what the one before it has', async () => {
    const before = await loadTranslator('en');
    await before.loadRest();
    const after = await loadTranslator('fr', { texts: { 'end.left': 'Terminé' }, like: before });
    expect([after.text('end.left'), after.text('end.rejoin'), after.text('settings.title')]).toEqual(['Terminé', frNext['end.rejoin'], frRest['settings.title']]);
  });
});

const ENGLISH: Whole = { ...en, ...enNext, ...enRest };
const OURS: Readonly<Record<string, Whole>> = {
  fr: { ...fr, ...frNext, ...frRest },
  de: { ...de, ...deNext, ...deRest },
  nl: { ...nl, ...nlNext, ...nlRest },
};

describe.each(Object.entries(OURS))('%s', (language, ours) => {
  const sentences = Object.entries(ours).flatMap(([key, text]) => patternsOf(text).map((pattern) => [key, pattern] as const));

  it('has exactly the texts that English has', () => {
    expect(Object.keys(ours).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('has the same places in each', () => {
    for (const key of Object.keys(ENGLISH)) expect([key, places(ours[key]!)]).toEqual([key, places(ENGLISH[key]!)]);
  });

  it('leaves no text empty, and has its signs as printers set them', () => {
    expect(sentences.filter(([, text]) => text.trim() === '' || text !== text.trim() || /["']|\.\.\.| {2}/.test(text))).toEqual([]);
  });

  it('has a plural where English has one, in each category that people can be counted in', () => {
    // French has "many" for round millions.
    const categories = [0, 1, 2, 3, 5, 11, 21, 100, 1_001].map((count) => new Intl.PluralRules(language).select(count));
    for (const [key, text] of Object.entries(ENGLISH)) {
      const forms = ours[key]!;
      if (typeof text === 'string') expect([key, typeof forms]).toEqual([key, 'string']);
      else expect([key, Object.keys(forms).sort()]).toEqual([key, [...new Set(categories)].sort()]);
    }
  });
});

it('names what stands beside each other in a call differently', () => {
  const landmarks = ['meeting.label', 'control.label', 'stage.label', 'stage.pages', 'notice.label', 'people.title', 'chat.title', 'captions.title', 'captions.all'];
  for (const texts of [ENGLISH, ...Object.values(OURS)]) {
    const names = landmarks.map((key) => texts[key]);
    expect(new Set(names).size, names.join(', ')).toBe(names.length);
  }
});

describe('typography', () => {
  const all = (language: string) => Object.entries(OURS[language]!).flatMap(([key, text]) => patternsOf(text).map((pattern) => `${key} ${pattern}`));

  it('keeps French signs with their words', () => {
    expect(all('fr').filter((text) => /[^\u00a0\u202f][?!;»%](?:\s|$)|[^\u00a0\u202f]:(?:\s|$)|«[^\u00a0\u202f]/.test(text.slice(text.indexOf(' '))))).toEqual([]);
  });

  it('keeps German dots and per cents with their words, and quotes below and above', () => {
    expect(all('de').filter((text) => /\S…| …| %|[»«”]|“\w/.test(text))).toEqual([]);
  });
});

it('holds a language to English when it is built', () => {
  // @ts-expect-error: a text without its place
  const placeless: RestTranslation['call.joined'] = 'Someone joined.';
  // @ts-expect-error: one of its two places
  const half: RestTranslation['call.joined.two'] = '{name} joined.';
  const turned: RestTranslation['call.joined.two'] = 'With {other} comes {name}.';
  // @ts-expect-error: a plural without the form that all others fall back to
  const formless: RestTranslation['captions.found'] = { one: '{count} line' };
  // @ts-expect-error: a text is missing
  const partial: FirstTranslation = { 'lobby.join': 'Join' };
  expect([placeless, half, turned, formless, partial]).toHaveLength(5);
});

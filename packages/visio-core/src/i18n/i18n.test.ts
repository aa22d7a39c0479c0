import { describe, expect, it, vi } from 'vitest';
import { VisioErrorCode } from '../errors/codes.js';
import { VisioError } from '../errors/visio-error.js';
import { chooseLanguage, createTranslator, loadTranslator, type Text } from './index.js';
import { en } from './locales/en.js';
import { enNext } from './locales/en-next.js';
import { enRest } from './locales/en-rest.js';
import { fr } from './locales/fr.js';
import { frNext } from './locales/fr-next.js';
import { frRest } from './locales/fr-rest.js';

/** The `{places}` of a text, whatever its plural. */
function places(text: Text): readonly string[] {
  const patterns = typeof text === 'string' ? [text] : Object.values(text);
  return [...new Set(patterns.flatMap((pattern) => pattern.match(/\{\w+\}/g) ?? []))].sort();
}

describe('chooseLanguage', () => {
  it.each([
    [['fr'], 'fr'],
    [['fr-CA', 'en'], 'fr'],
    [['FR'], 'fr'],
    [['en-GB'], 'en'],
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
    for (const { error } of [english, french]) {
      const words = Object.values(VisioErrorCode).map((code) => error(new VisioError(code, '')));
      expect(words.filter((text) => text.startsWith('error.') || text.length < 10)).toEqual([]);
    }
  });

  it('fetches what follows the lobby by itself, and all with the rest, once each', async () => {
    const end = vi.fn(async () => ({ 'end.left': 'Over' }));
    const rest = vi.fn(async () => ({ 'recording.on': 'Taped' }));
    const translator = createTranslator('en', en, { next: end, rest });
    expect(translator.text('end.left')).toBe('end.left');
    expect([...translator.asked]).toEqual([]);
    await Promise.all([translator.loadNext(), translator.loadRest()]);
    await translator.loadRest();
    expect([translator.text('end.left'), translator.text('recording.on'), translator.text('lobby.join')]).toEqual(['Over', 'Taped', en['lobby.join']]);
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
  it('lets the host have its own words for some texts', async () => {
    const translator = await loadTranslator('fr', { 'lobby.title': 'Bienvenue' });
    expect(translator.language).toBe('fr');
    expect(translator.text('lobby.title')).toBe('Bienvenue');
    expect(translator.text('lobby.join')).toBe(fr['lobby.join']);
  });

  it('has at once what the one before it has', async () => {
    const before = await loadTranslator('en');
    await before.loadRest();
    const after = await loadTranslator('fr', { 'end.left': 'Terminé' }, before);
    expect([after.text('end.left'), after.text('end.rejoin'), after.text('recording.on')]).toEqual(['Terminé', frNext['end.rejoin'], frRest['recording.on']]);
  });
});

describe.each([
  ['first', en, fr],
  ['next', enNext, frNext],
  ['rest', enRest, frRest],
] as [string, Readonly<Record<string, Text>>, Readonly<Record<string, Text>>][])('fr, %s', (_, english, french) => {
  it('has exactly the texts that English has', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same places in each', () => {
    for (const key of Object.keys(english)) expect([key, places(french[key]!)]).toEqual([key, places(english[key]!)]);
  });

  it('leaves no text empty', () => {
    const texts = Object.values(french).flatMap((text: Text) => (typeof text === 'string' ? [text] : Object.values(text)));
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

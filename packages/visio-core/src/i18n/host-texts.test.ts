import { describe, expect, it } from 'vitest';
import type { VisioError } from '../errors/visio-error.js';
import { chooseLanguage, loadTranslator, type HostLanguage, type Texts } from './index.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { enRest } from './locales/en-rest.js';

/** A translator with a language of the host's, and what it was told. */
async function bring(tag: string, brought: HostLanguage, texts: Partial<Texts> = {}) {
  const troubles: VisioError[] = [];
  const translator = await loadTranslator(tag, { languages: { [tag]: brought }, texts, onTrouble: (error) => troubles.push(error) });
  return { translator, troubles };
}

describe("a language of the host's", () => {
  it('is chosen like ours, and before them', () => {
    const languages = { es: {}, 'pt-BR': {}, ar: {} };
    expect(chooseLanguage(['es-MX', 'fr'], languages)).toBe('es-MX');
    expect(chooseLanguage(['pt', 'fr'], languages)).toBe('fr');
    expect(chooseLanguage(['PT_br'], languages)).toBe('pt-BR');
    expect(chooseLanguage(['ar-EG-u-nu-latn'], languages)).toBe('ar-EG-u-nu-latn');
    expect(chooseLanguage(['it', 'not a tag', 'ar'], languages)).toBe('ar');
  });

  it('is fetched when it is used, with a default export or without', async () => {
    let fetched = 0;
    const es = async () => {
      fetched++;
      return { default: { 'lobby.join': 'Unirse a la reunión', 'end.left': 'Ha salido' } };
    };
    expect((await loadTranslator('fr', { languages: { es } })).text('lobby.join')).toBe('Rejoindre la réunion');
    expect(fetched).toBe(0);
    const { translator, troubles } = await bring('es', es);
    await translator.loadRest();
    expect([translator.text('lobby.join'), translator.text('end.left'), fetched]).toEqual(['Unirse a la reunión', 'Ha salido', 1]);
    expect((await bring('es', async () => ({ 'lobby.join': 'Entrar' }))).translator.text('lobby.join')).toBe('Entrar');
    expect(troubles).toEqual([]);
  });

  it('is completed text by text: in ours of that language, else in English', async () => {
    const { translator: spanish } = await bring('es', { 'lobby.join': 'Entrar' });
    expect(spanish.text('lobby.cancel')).toBe(en['lobby.cancel']);
    const { translator: austrian } = await bring('de-AT', { 'meeting.guest': 'Gast aus Wien' });
    expect([austrian.text('meeting.guest'), austrian.text('lobby.cancel')]).toEqual(['Gast aus Wien', de['lobby.cancel']]);
  });

  it('counts as the language does', async () => {
    const { translator, troubles } = await bring('pl', { 'chat.unread': { one: '{count} nowa', few: '{count} nowe', many: '{count} nowych', other: '{count} nowej' } });
    await translator.loadNext();
    expect([1, 3, 5, 22].map((count) => translator.text('chat.unread', { count }))).toEqual(['1 nowa', '3 nowe', '5 nowych', '22 nowe']);
    expect(troubles).toEqual([]);
  });

  it('writes from the right where it is written so', async () => {
    const { translator } = await bring('ar-EG', { 'lobby.join': 'انضم' });
    expect([translator.direction, (await loadTranslator('de')).direction]).toEqual(['rtl', 'ltr']);
    expect((await bring('az-Arab', {})).translator.direction).toBe('rtl');
    expect((await bring('pa', {})).translator.direction).toBe('ltr');
  });

  it("gives way to the host's own words for some texts", async () => {
    const { translator } = await bring('es', { 'lobby.join': 'Entrar' }, { 'lobby.join': 'Pasar' });
    expect(translator.text('lobby.join')).toBe('Pasar');
  });

  it('is told what cannot be used of it, part by part, and ours stands for it', async () => {
    const wrong = {
      'lobby.join': 3,
      'lobby.cancel': null,
      'meeting.you': 'Usted',
      'call.joined': '{nombre} ha entrado.',
      'call.speaks': { one: '{name} habla', many: '{name} habla', other: '{name} hablan' },
      'captions.found': { one: '{count} línea' },
      'chat.new': { one: '{count} mensaje', other: '{count} mensajes' },
      'chat.left': { one: 'queda {count}', many: 'quedan {count}', some: 'quedan', other: 'quedan {count}' },
      'lobby.jion': 'Entrar',
    };
    const { translator, troubles } = await bring('es', async () => wrong as unknown as Partial<Texts>);
    const none = 'is no text, and no plurals with "other"';
    expect(troubles.map(({ code, message }) => `${code} ${message}`)).toEqual([`INVALID_ARGUMENT This page's texts for "es": lobby.join ${none}; lobby.cancel ${none}.`]);
    expect([translator.text('lobby.join'), translator.text('meeting.you')]).toEqual([en['lobby.join'], 'Usted']);
    await translator.loadRest();
    const told = troubles.slice(1).map(({ message }) => message).join();
    expect(told).toContain('call.joined has {nombre}, which nothing fills');
    expect(told).toContain('call.speaks has plurals, and counts nothing');
    expect(told).toContain(`captions.found ${none}`);
    expect(told).toContain('chat.new lacks the plural many');
    expect(told).toContain('chat.left has some, which is no plural');
    expect(told).toContain('lobby.jion is not a text of ours');
    expect(translator.text('captions.found', { count: 2 })).toBe(enRest['captions.found'].other.replace('{count}', '2'));
    expect(translator.text('chat.new', { count: 2 })).toBe('2 mensajes');
  });

  it('that cannot be had is told, and English stands for it', async () => {
    for (const brought of [() => Promise.reject(new Error('404')), async () => 'nothing', null]) {
      const { translator, troubles } = await bring('es', brought as unknown as HostLanguage);
      await translator.loadRest();
      expect([translator.text('lobby.join'), troubles.map(({ code }) => code)]).toEqual([en['lobby.join'], ['ENGINE_LOAD_FAILED']]);
    }
  });
});

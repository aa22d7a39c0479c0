import { expect } from '@open-wc/testing';
import { createMeeting, staticBackend, type Meeting, type VisioError } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import type { Texts } from 'visio-core/i18n';
import '../../index.js';
import { query, settle, text, until } from '../../testing/check.js';
import type { VisioMeeting } from './meeting.js';

/** The first there is, in whatever shadow. */
function find(element: Element, selector: string): Element | null {
  const root = element.shadowRoot!;
  const inside = [...root.querySelectorAll('*')].filter((each) => each.shadowRoot);
  return root.querySelector(selector) ?? inside.map((each) => find(each, selector)).find(Boolean) ?? null;
}

describe('the language of visio-meeting', () => {
  let ends: (() => void)[] = [];

  function open(properties: Partial<VisioMeeting> = {}, parent: Node = document.body): VisioMeeting {
    const meeting: Meeting = createMeeting({ engine: simulatedEngine({ scenario: 'duo', sound: false }), backend: staticBackend('wss://simulated', 'any'), displayName: 'Ada' });
    const element = Object.assign(document.createElement('visio-meeting'), { meeting, ...properties });
    element.style.blockSize = '500px';
    parent.appendChild(element);
    ends.push(() => (element.remove(), meeting.dispose()));
    return element;
  }

  const heard = (element: VisioMeeting) => {
    const errors: VisioError[] = [];
    element.addEventListener('visio-error', ({ detail }) => errors.push(detail.error));
    return errors;
  };
  const says = (element: VisioMeeting, words: string) => until(() => text(query(query(element, 'visio-lobby') ?? element, '[part=join]')) === words, words);
  const frame = (element: VisioMeeting) => query(element, '.frame')!;

  afterEach(() => {
    for (const end of ends) end();
    ends = [];
    document.documentElement.removeAttribute('lang');
    document.documentElement.removeAttribute('dir');
  });

  it('follows its own, then that around it, then the page’s, whenever they change', async () => {
    document.documentElement.lang = 'nl';
    const around = document.createElement('section');
    const inner = document.createElement('div');
    const root = around.attachShadow({ mode: 'open' });
    root.append(inner);
    document.body.append(around);
    ends.push(() => around.remove());
    const element = open({}, inner);
    await says(element, 'Deelnemen aan vergadering');
    around.lang = 'de-AT';
    await says(element, 'An Besprechung teilnehmen');
    expect(frame(element).lang).to.equal('de-AT');
    inner.lang = 'en';
    await says(element, 'Join the meeting');
    element.lang = 'fr';
    await says(element, 'Rejoindre la réunion');
    element.lang = '';
    inner.removeAttribute('lang');
    around.removeAttribute('lang');
    await says(element, 'Deelnemen aan vergadering');
    document.documentElement.lang = 'ja';
    element.languages = { ja: { 'lobby.join': '参加' } };
    await says(element, '参加');
  });

  it('is another for each on a page, and changes in panels and dialogs while they are open', async () => {
    const [german, french] = [open({ lang: 'de' }), open({ lang: 'fr' })];
    await Promise.all([says(german, 'An Besprechung teilnehmen'), says(french, 'Rejoindre la réunion')]);
    await Promise.all([german.join(), french.join()]);
    for (const element of [german, french]) {
      const call = await until(() => query<HTMLElementTagNameMap['visio-call']>(element, 'visio-call'));
      call.view.panel.value = 'chat';
      call.view.dialog.value = 'settings';
    }
    const placeholder = (element: VisioMeeting) => find(element, 'textarea')?.getAttribute('placeholder');
    const title = (element: VisioMeeting) => text(find(element, 'dialog h2'));
    await until(() => placeholder(german) === 'An alle schreiben' && title(german) === 'Einstellungen', 'German');
    await until(() => placeholder(french) === 'Écrire à tous' && title(french) === 'Paramètres', 'French');
    german.lang = 'nl';
    await until(() => placeholder(german) === 'Schrijf aan iedereen' && title(german) === 'Instellingen', 'Dutch');
    expect([placeholder(french), title(french)]).to.deep.equal(['Écrire à tous', 'Paramètres']);
    expect([frame(german).lang, frame(french).lang]).to.deep.equal(['nl', 'fr']);
  });

  it('is the last that was asked for, whatever comes last', async () => {
    let come = (_: Partial<Texts>): void => undefined;
    const es = () => new Promise<Partial<Texts>>((resolve) => (come = resolve));
    const element = open({ lang: 'en', languages: { es } });
    await says(element, 'Join the meeting');
    element.lang = 'es';
    await settle();
    element.lang = 'fr';
    await says(element, 'Rejoindre la réunion');
    come({ 'lobby.join': 'Entrar' });
    await settle();
    expect(text(query(query(element, 'visio-lobby')!, '[part=join]'))).to.equal('Rejoindre la réunion');
  });

  it('of the host is written from the right where it is, and a dir of the host’s goes before', async () => {
    const element = open({ lang: 'ar', languages: { ar: async () => ({ default: { 'lobby.join': 'انضم إلى الاجتماع' } }) } });
    await says(element, 'انضم إلى الاجتماع');
    expect(getComputedStyle(query(element, 'visio-lobby')!).direction).to.equal('rtl');
    element.dir = 'ltr';
    await until(() => getComputedStyle(query(element, 'visio-lobby')!).direction === 'ltr');
    element.removeAttribute('dir');
    await until(() => getComputedStyle(query(element, 'visio-lobby')!).direction === 'rtl');
    document.documentElement.dir = 'rtl';
    element.lang = 'de';
    await until(() => getComputedStyle(query(element, 'visio-lobby')!).direction === 'ltr');
  });

  it('tells what the host brings and cannot be used, and goes on with ours', async () => {
    const element = open({ lang: 'en' });
    const errors = heard(element);
    element.texts = { 'lobby.join': 7, 'lobby.title': 'The council is waiting' } as unknown as Partial<Texts>;
    await until(() => text(query(query(element, 'visio-lobby') ?? element, 'h2')) === 'The council is waiting');
    expect(text(query(query(element, 'visio-lobby')!, '[part=join]'))).to.equal('Join the meeting');
    expect(errors.map(({ code }) => code)).to.deep.equal(['INVALID_ARGUMENT']);
    expect(errors[0]!.message).to.contain('lobby.join');

    element.texts = {};
    element.languages = { es: () => Promise.reject(new Error('offline')) };
    element.lang = 'es';
    await until(() => errors.some(({ code }) => code === 'ENGINE_LOAD_FAILED'));
    await until(() => frame(element).lang === 'es');
    expect(text(query(query(element, 'visio-lobby')!, '[part=join]'))).to.equal('Join the meeting');
  });

  it('follows the browser’s, and nothing any more once it is out of the page', async () => {
    const of = Object.getOwnPropertyDescriptor(Navigator.prototype, 'languages')!;
    let languages = ['nl-BE'];
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => languages });
    ends.push(() => Object.defineProperty(navigator, 'languages', of));
    const element = open();
    await says(element, 'Deelnemen aan vergadering');
    languages = ['ja', 'fr-CA'];
    window.dispatchEvent(new Event('languagechange'));
    await says(element, 'Rejoindre la réunion');
    element.remove();
    languages = ['de'];
    window.dispatchEvent(new Event('languagechange'));
    await settle();
    expect(frame(element).lang).to.equal('fr-CA');
  });
});

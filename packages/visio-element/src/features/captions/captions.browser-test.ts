import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { CaptionPreferences } from 'visio-core';
import '../../shell/call/define.js';
import './list/define.js';
import './settings/define.js';
import './strip/define.js';
import { button, countUpdates, expectAccessible, nameOf, query, queryAll, quiet, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioElement } from '../../base/visio-element.js';
import { converse, PEOPLE, TALK } from '../../testing/conversation.js';
import type { VisioCaptionList } from './list/list.js';
import { lookOf } from './look.js';
import type { VisioCaptions } from './strip/strip.js';

describe('Captions', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function start(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people: PEOPLE }, camera: false, microphone: false, ...options });
    await simulation.meeting.join();
  }

  function put<Element extends VisioElement>(element: Element, size: FrameOptions = {}): Element {
    frame = createFrame({ width: 800, height: 450, ...size });
    document.body.append(frame);
    frame.append(element);
    return element;
  }

  const say = (from: string, words: string, segmentId?: string, final = true) => simulation.director.caption(from, words, { final, ...(segmentId && { segmentId }) });

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  describe('over the stage', () => {
    let strip: VisioCaptions;
    const lines = () => queryAll(strip, '.line').map((line) => [...line.children].map(text).join(': '));

    async function open(options?: SimulateOptions, size?: FrameOptions, preferences?: Partial<CaptionPreferences>) {
      await start(options);
      await converse(simulation, TALK.slice(0, 1), preferences);
      strip = put(createView('visio-captions', simulation.view), size);
      await until(() => lines().length > 0);
    }

    it('shows who says what, as text, in the order in which they began', async () => {
      await open();
      expect(lines()).to.deep.equal(['Camille Laurent: Bonjour à tous, merci d’être venus si nombreux ce matin.', 'Karim Benali: Je la cherche, un']);
      say('karim-benali', 'Je la cherche, un <b>instant</b>.', 'open');
      say('local', 'Page four.');
      await until(() => lines().length === 3);
      expect(lines().slice(1)).to.deep.equal(['Karim Benali: Je la cherche, un <b>instant</b>.', 'You: Page four.']);
      expect(Boolean(query(strip, '.line b'))).to.equal(false);
      await expectAccessible(frame);
    });

    it('shows words in the update that follows their packet, and updates nothing else', async () => {
      await open();
      const counts = countUpdates([strip as unknown as LitElement], () => 'strip');
      await quiet(counts);
      say('karim-benali', 'Je la cherche, un instant', 'open', false);
      // A packet after a quiet moment goes through at the end of its task, and the element in a microtask after that.
      await Promise.resolve();
      await Promise.resolve();
      await strip.updateComplete;
      expect(lines().at(-1)).to.equal('Karim Benali: Je la cherche, un instant');
      expect([...counts]).to.deep.equal([['strip', 1]]);
    });

    it('names a speaker once, and says "someone" where nobody says who', async () => {
      await open();
      say('', 'Hello?');
      await until(() => lines().includes('Someone: Hello?'));
      await until(() => simulation.meeting.captions.recent.peek().at(-1)?.text === 'Hello?');
      say('', 'Is anybody there?');
      await until(() => lines().at(-1) === 'Is anybody there?');
      expect(lines().slice(-2)).to.deep.equal(['Someone: Hello?', 'Is anybody there?']);
    });

    it('says at first that they are on, and nothing once all is read', async () => {
      await start();
      say('karim-benali', 'Um', 'um', false);
      await until(() => simulation.meeting.captions.available.peek());
      await simulation.meeting.captions.setEnabled(true);
      say('karim-benali', '', 'um');
      await until(() => simulation.meeting.captions.latest.peek().length === 0);
      strip = put(createView('visio-captions', simulation.view));
      await until(() => query(strip, '[role=status]'));
      expect(text(query(strip, '.hint'))).to.equal('Captions are on. What is said appears here.');
      await expectAccessible(frame);
      const { now } = Date;
      try {
        say('karim-benali', 'Short.');
        await until(() => lines().length > 0);
        Date.now = () => now() + 60_000;
        strip.requestUpdate();
        await until(() => lines().length === 0);
        expect(Boolean(query(strip, '.hint'))).to.equal(false);
      } finally {
        Date.now = now;
      }
    });

    it('looks as its reader wants', async () => {
      await open();
      const box = () => query(strip, '.look')!;
      const size = () => parseFloat(getComputedStyle(box()).fontSize);
      const medium = size();
      const gapBelow = () => frame.getBoundingClientRect().bottom - box().getBoundingClientRect().bottom;
      expect(gapBelow()).to.be.lessThan(20);
      await simulation.meeting.captions.setPreferences({ size: 'huge', colors: 'black-on-yellow', background: 'solid', place: 'top' });
      await until(() => size() > 1.8 * medium);
      expect(getComputedStyle(box()).color).to.equal('rgb(0, 0, 0)');
      expect(getComputedStyle(box()).backgroundColor).to.equal('rgb(255, 228, 92)');
      expect(gapBelow()).to.be.greaterThan(100);
      await expectAccessible(frame);
    });

    it('tells screen readers of final lines where its reader wants that, and else of none', async () => {
      await open();
      const voice = () => query(strip, '[aria-live=polite]')!;
      expect(query(strip, '[role=log]')!.getAttribute('aria-live')).to.equal('off');
      await until(() => simulation.meeting.captions.recent.peek().length > 0);
      say('camille-laurent', 'Silence.');
      simulation.director.leave('camille-laurent');
      await until(() => simulation.meeting.captions.recent.peek().at(-1)?.text === 'Silence.');
      await simulation.meeting.captions.setPreferences({ spoken: true });
      await settle();
      say('elise-fontaine', 'Aloud.');
      simulation.director.leave('elise-fontaine');
      await until(() => text(voice()) !== '');
      expect(text(voice())).to.equal('Élise Fontaine: Aloud.');
    });

    it('says the language of the words, and shows a translation in its own', async () => {
      await open();
      simulation.meeting.captions.setTranslator({ language: 'de', translate: async () => 'Guten Tag.' });
      simulation.director.caption('elise-fontaine', 'Bonjour.', { language: 'fr' });
      const words = () => query(strip, '.line:last-of-type .words span');
      await until(() => text(words()) === 'Bonjour.');
      expect(words()!.lang).to.equal('fr');
      simulation.director.leave('elise-fontaine');
      await until(() => text(words()) === 'Guten Tag.');
      expect(words()!.lang).to.equal('de');
    });

    it('stays within its box, with the latest words in sight, however small and however large', async () => {
      await open({}, { width: 320, height: 240 }, { size: 'huge' });
      say('local', 'long '.repeat(60) + 'end.');
      await until(() => lines().some((line) => line.endsWith('end.')));
      const box = query(strip, '.look')!.getBoundingClientRect();
      const outer = frame.getBoundingClientRect();
      expect(box.top).to.be.at.least(outer.top);
      expect(box.right).to.be.at.most(outer.right);
      const words = queryAll(strip, '.words').at(-1)!;
      const last = words.firstElementChild!.getBoundingClientRect();
      expect(Math.abs(last.bottom - words.getBoundingClientRect().bottom)).to.be.lessThan(2);
      expect(last.bottom).to.be.at.most(outer.bottom);
    });

    it('lets clicks through, but for the button that opens all of them', async () => {
      await open();
      const { left, bottom } = query(strip, '.look')!.getBoundingClientRect();
      expect(document.elementFromPoint(left + 30, bottom - 12)?.localName).to.equal('visio-test-frame');
      button(strip, 'Show all captions').click();
      await until(() => simulation.view.panel.peek() === 'caption-list');
      await until(() => !query(strip, '.all'));
    });
  });

  describe('all of them', () => {
    let list: VisioCaptionList;
    const rows = () => queryAll(list, '.row');
    const words = () => rows().map((row) => text(row.querySelector('.words')));
    const scroller = () => query(list, '.scroller')!;

    async function open(talk = TALK, options?: SimulateOptions, size: FrameOptions = {}) {
      await start(options);
      await converse(simulation, talk);
      list = put(createView('visio-caption-list', simulation.view), { width: 360, height: 560, ...size });
      await until(() => rows().length > 0);
    }

    async function search(letters: string) {
      const field = query<HTMLInputElement>(query(list, 'visio-people-search')!, 'input')!;
      query(list, '[role=status]')!.textContent = '';
      field.value = letters;
      field.dispatchEvent(new Event('input'));
      await until(() => text(query(list, '[role=status]')) !== '');
      await list.updateComplete;
    }

    it('has everything that was said, with who said it and when', async () => {
      await open();
      expect(words()).to.deep.equal([
        `${TALK[0]![1]} ${TALK[1]![1]}`,
        `${TALK[2]![1]} Je la cherche, un`,
        'Oui, depuis hier soir.',
        TALK[4]![1],
      ]);
      expect(queryAll(list, '.sender bdi').map(text)).to.deep.equal(['Camille Laurent', 'Karim Benali', 'You', 'Élise Fontaine']);
      expect(queryAll(list, 'time')).to.have.lengthOf(4);
      expect(query(list, '[role=log]')!.getAttribute('aria-live')).to.equal('off');
      await expectAccessible(frame);
    });

    it('finds words whatever their accents, marks them, and says how many lines there are', async () => {
      await open();
      await search('DEPUIS hiér');
      expect(words()).to.deep.equal(['Oui, depuis hier soir.']);
      expect(text(query(list, 'mark'))).to.equal('depuis hier');
      expect(text(query(list, '[role=status]'))).to.equal('1 line found');
      await search('benali');
      expect(words()).to.have.lengthOf(1);
      await search('zacharie');
      expect(rows()).to.have.lengthOf(0);
      expect(text(query(list, '.empty'))).to.contain('Nothing found');
      await expectAccessible(frame);
      query<HTMLInputElement>(query(list, 'visio-people-search')!, 'input')!.focus();
      await sendKeys({ press: 'Escape' });
      await until(() => rows().length === 4);
    });

    it('makes rows for what is in sight, keeps one’s place, and leads to the latest', async () => {
      const talk = Array.from({ length: 200 }, (_, index) => [PEOPLE[index % 2]!.name === 'Karim Benali' ? 'karim-benali' : 'camille-laurent', `${'word '.repeat((index % 25) + 8)}${index}.`] as const);
      await open(talk);
      const count = simulation.meeting.captions.ids.peek().length;
      expect(count).to.be.greaterThan(80);
      await until(() => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight < 2);
      expect(rows().length).to.be.lessThan(40);
      scroller().scrollTop = 900;
      await until(() => query(list, '.jump'));
      await settle();
      const seen = () => rows().find((row) => row.getBoundingClientRect().bottom > scroller().getBoundingClientRect().top + 1)!;
      const [place, first] = [seen().getBoundingClientRect().top, text(seen())];
      say('elise-fontaine', 'News.');
      await until(() => text(query(list, '.jump')) === '1 new line');
      expect([text(seen()), Math.round(seen().getBoundingClientRect().top)]).to.deep.equal([first, Math.round(place)]);
      query<HTMLButtonElement>(list, '.jump')!.click();
      await until(() => words().at(-1) === 'News.');
      await until(() => !query(list, '.jump'));
    });

    it('shows a translation with what was said below it', async () => {
      await open(TALK.slice(0, 1));
      simulation.meeting.captions.setTranslator({ language: 'en', translate: async () => 'Perfect.' });
      say('elise-fontaine', 'Parfait.');
      simulation.director.leave('elise-fontaine');
      await until(() => words().at(-1) === 'Perfect.');
      expect(text(query(list, '.original'))).to.equal('Parfait.');
      expect(query(list, '.row:last-of-type .words span')!.lang).to.equal('en');
    });

    it('saves everything in each format', async () => {
      await open();
      const saved: { name: string; blob: Blob }[] = [];
      const blobs = new Map<string, Blob>();
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      URL.createObjectURL = (blob: Blob) => {
        const url = createObjectURL(blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, blob: blobs.get(this.href)! });
      };
      try {
        for (const name of ['Text', 'WebVTT', 'SRT', 'JSON']) {
          button(list, name).click();
          await until(() => saved.length === ['Text', 'WebVTT', 'SRT', 'JSON'].indexOf(name) + 1);
        }
      } finally {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = click;
      }
      expect(saved.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).to.deep.equal(['captions-DAY.txt', 'captions-DAY.vtt', 'captions-DAY.srt', 'captions-DAY.json']);
      const texts = await Promise.all(saved.map(({ blob }) => blob.text()));
      expect(texts[0]).to.contain('Karim Benali: Une question');
      expect(texts[1]).to.match(/^WEBVTT\n\n00:/);
      expect(JSON.parse(texts[3]!).lines).to.have.lengthOf(4);
    });

    it('says what to do when there is nothing', async () => {
      await start({ language: 'fr' });
      list = put(createView('visio-caption-list', simulation.view), { width: 320, height: 480 });
      await until(() => query(list, '.empty'));
      expect(text(query(list, '.empty .title'))).to.equal('Aucun sous-titre pour l’instant');
      expect(Boolean(query(list, '.foot'))).to.equal(false);
      await expectAccessible(frame);
    });
  });

  describe('in the settings', () => {
    it('chooses size, colours, background and place, with a sample', async () => {
      await start();
      const settings = put(createView('visio-captions-settings', simulation.view), { width: 480, height: 1000 });
      const radio = (name: string, value: string) => query<HTMLInputElement>(settings, `[name=${name}][value=${value}]`)!;
      await until(() => settings.shadowRoot && radio('size', 'medium'));
      const { preferences } = simulation.meeting.captions;
      expect(['size', 'colors', 'background', 'place'].map((name) => query<HTMLInputElement>(settings, `[name=${name}]:checked`)!.value)).to.deep.equal([
        'medium',
        'white-on-black',
        'translucent',
        'bottom',
      ]);
      radio('size', 'huge').click();
      await until(() => preferences.peek().size === 'huge');
      radio('colors', 'black-on-white').click();
      await until(() => preferences.peek().colors === 'black-on-white');
      query<HTMLInputElement>(settings, '[name=spoken]')!.click();
      await until(() => preferences.peek().spoken);
      await until(() => query(settings, '.stand .look')!.className === lookOf(preferences.peek()));
      expect(query(settings, '.stand .look')!.className).to.contain('size-huge');
      await expectAccessible(frame);
    });

    it('shows what holds when the host prevents a change', async () => {
      await start();
      const settings = put(createView('visio-captions-settings', simulation.view));
      simulation.meeting.intercept((command) => command !== 'setCaptionPreferences');
      const top = await until(() => settings.shadowRoot && query<HTMLInputElement>(settings, '[value=top]'));
      top.click();
      await until(() => !top.checked);
      expect(query<HTMLInputElement>(settings, '[value=bottom]')!.checked).to.equal(true);
    });

    it('offers only what can be read, whatever is behind it', async () => {
      await start();
      const box = document.createElement('div');
      const settings = put(createView('visio-captions-settings', simulation.view));
      await until(() => settings.shadowRoot?.firstElementChild);
      settings.shadowRoot!.append(box);
      for (const colors of ['white-on-black', 'yellow-on-black', 'black-on-white', 'black-on-yellow'] as const) {
        for (const background of ['translucent', 'solid'] as const) {
          box.className = lookOf({ size: 'small', colors, background, place: 'bottom', spoken: false });
          const { color, backgroundColor } = getComputedStyle(box);
          for (const behind of [0, 255]) expect(contrast(rgb(color), over(rgb(backgroundColor), behind)), `${colors} ${background} over ${behind}`).to.be.greaterThan(7);
        }
      }
    });
  });

  describe('in a call', () => {
    it('offers them when someone writes down what is said, and turns them on and off', async () => {
      await start();
      const call = put(createView('visio-call', simulation.view), { width: 1200, height: 720 });
      await until(() => query(call, 'visio-bar')?.shadowRoot && queryAll(query(call, 'visio-bar')!, '[data-control]').length > 0);
      const control = () => query<HTMLButtonElement>(query(call, 'visio-bar')!, '[data-control=captions]');
      expect(Boolean(control())).to.equal(false);
      say('camille-laurent', 'Bonjour.');
      await until(control);
      expect(nameOf(control()!)).to.equal('Turn captions on');
      control()!.click();
      await until(() => nameOf(control()!) === 'Turn captions off');
      const overlays = query(call, 'visio-overlays')!;
      const strip = await until(() => overlays.shadowRoot && query(overlays, 'visio-captions'));
      await until(() => strip.shadowRoot && text(query(strip, '.line')).includes('Bonjour.'));
      await expectAccessible(call);
      control()!.click();
      await until(() => !query(overlays, 'visio-captions'));
    });
  });
});

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function rgb(color: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = color.match(/[\d.]+/g)!.map(Number);
  return [red, green, blue, alpha];
}

/** A colour before a grey. */
function over([red, green, blue, alpha]: Colour, grey: number): Colour {
  const mix = (value: number) => value * alpha + grey * (1 - alpha);
  return [mix(red), mix(green), mix(blue), 1];
}

/** WCAG 2.2's contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const luminance = ([red, green, blue]: Colour) => {
    const [r, g, b] = [red, green, blue].map((value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

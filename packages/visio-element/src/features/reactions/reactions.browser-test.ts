import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import './define.js';
import './display/define.js';
import { button, countUpdates, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioReactionDisplay } from './display/display.js';
import type { VisioReactions } from './reactions.js';

/** Puppeteer cannot tell Firefox that a person wants less motion. */
const exceptInFirefox = navigator.userAgent.includes('Firefox') ? () => undefined : it;

const people = [{ name: 'Camille' }, { name: 'Bob' }, { name: 'Zoé' }];

describe('Reactions', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function join(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people }, camera: false, microphone: false, ...options });
    await simulation.meeting.join();
    // What receives them is fetched with the call.
    await simulation.meeting.reactions.setShown(true);
    frame = createFrame({ width: 640, height: 400 });
    document.body.append(frame);
  }

  async function show<Name extends 'visio-reactions' | 'visio-reaction-display'>(name: Name): Promise<HTMLElementTagNameMap[Name]> {
    const element = createView(name, simulation.view);
    frame.append(element);
    await element.updateComplete;
    return element as HTMLElementTagNameMap[Name];
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  describe('visio-reactions', () => {
    const focused = (choice: VisioReactions) => nameOf(choice.shadowRoot!.activeElement!);

    it('sends what is chosen, again and again, and says when that is too fast', async () => {
      await join();
      const choice = await show('visio-reactions');
      const sent: string[] = [];
      simulation.director.onData((event) => event.type === 'packet' && sent.push(new TextDecoder().decode(event.payload)));
      expect(queryAll(choice, '.emoji').map(nameOf)).to.deep.equal([
        'Thumbs up', 'Thumbs down', 'Applause', 'Heart', 'Laughter', 'Surprise', 'Party', 'Thank you',
      ]);
      for (let i = 0; i < 11; i++) button(choice, 'Party').click();
      await until(() => sent.length === 10);
      expect(new Set(sent)).to.deep.equal(new Set(['{"type":"reactionReceived","data":{"emoji":"party-popper"}}']));
      await until(() => {
        for (let i = 0; i < 11; i++) button(choice, 'Party').click();
        return text(query(choice, '[role=status]')) === 'That was a lot at once. Wait a moment.';
      });
      const before = sent.length;
      await until(() => {
        button(choice, 'Heart').click();
        return sent.length > before;
      });
      await until(() => text(query(choice, '[role=status]')) === '');
    });

    it('is gone through with the arrows, as it is laid out', async () => {
      await join();
      const choice = await show('visio-reactions');
      expect(queryAll(choice, '.emoji[tabindex="0"]').map(nameOf)).to.deep.equal(['Thumbs up']);
      button(choice, 'Thumbs up').focus();
      for (const [key, expected] of [
        ['ArrowRight', 'Thumbs down'],
        ['ArrowDown', 'Surprise'],
        ['ArrowLeft', 'Laughter'],
        ['ArrowUp', 'Thumbs up'],
        ['ArrowUp', 'Thumbs up'],
        ['End', 'Thank you'],
        ['ArrowRight', 'Thank you'],
        ['Home', 'Thumbs up'],
      ] as const) {
        await sendKeys({ press: key });
        await choice.updateComplete;
        expect(focused(choice), key).to.equal(expected);
      }
      expect(queryAll(choice, '.emoji[tabindex="0"]')).to.have.length(1);
      await sendKeys({ press: 'Enter' });
      await until(() => simulation.meeting.reactions.latest.peek()?.emoji === 'thumbs-up');
      expect(focused(choice)).to.equal('Thumbs up');
    });

    it('switches off what is shown, unless the host prevents it', async () => {
      await join();
      const choice = await show('visio-reactions');
      const box = query<HTMLInputElement>(choice, 'input')!;
      const release = simulation.meeting.intercept((command) => command !== 'setReactionsShown');
      box.click();
      await until(() => box.checked);
      expect(simulation.meeting.reactions.shown.peek()).to.equal(true);
      release();
      box.click();
      await until(() => !simulation.meeting.reactions.shown.peek());
      await choice.updateComplete;
      expect(box.checked).to.equal(false);
      expect(text(query(choice, 'small'))).to.equal('Yours still reach the others.');
    });

    it('is accessible', async () => {
      await join({ language: 'fr' });
      const choice = await show('visio-reactions');
      await expectAccessible(choice);
      for (const each of queryAll(choice, 'button, label')) expect(each.getBoundingClientRect().height, nameOf(each)).to.be.at.least(44);
    });
  });

  describe('visio-reaction-display', () => {
    const shown = (display: VisioReactionDisplay) => queryAll(display, '.reaction').map(text);
    const voice = (display: VisioReactionDisplay) => text(query(display, '[aria-live]'));

    it('shows each once, with its sender’s name as text, and lets it go', async () => {
      await join({ scenario: { people: [{ name: '<b>Eve</b>', id: 'eve' }, ...people] } });
      const display = await show('visio-reaction-display');
      simulation.director.react('eve', 'thumbs-up');
      simulation.director.react('bob', 'rocket');
      await until(() => shown(display).length === 1);
      await simulation.meeting.reactions.send('red-heart');
      await until(() => shown(display).length === 2);
      expect(shown(display)).to.deep.equal(['👍 <b>Eve</b>', '❤️ You']);
      expect(queryAll(display, 'b')).to.have.length(0);
      await until(() => shown(display).length === 0);
      await settle();
      expect(shown(display)).to.deep.equal([]);
    });

    it('shows a bounded number, and updates by itself alone', async () => {
      await join();
      const display = await show('visio-reaction-display');
      const updates = countUpdates([display], () => 'display');
      for (const id of ['camille', 'bob', 'zoe']) for (let i = 0; i < 20; i++) simulation.director.react(id, 'clapping-hands');
      await until(() => shown(display).length > 0);
      await settle();
      expect(shown(display)).to.have.length(20);
      expect(updates.get('display')).to.be.at.most(4);
    });

    it('reads them out in groups, each person once', async () => {
      await join();
      const display = await show('visio-reaction-display');
      for (const id of ['camille', 'bob', 'zoe', 'camille']) simulation.director.react(id, 'thumbs-up');
      simulation.director.react('zoe', 'party-popper');
      expect(voice(display)).to.equal('');
      await until(() => voice(display) !== '');
      expect(voice(display)).to.equal('Camille and 2 others: 👍, Zoé: 🎉');
      expect(query(display, '.reactions')!.getAttribute('aria-hidden')).to.equal('true');
    });

    it('does not show what is long past', async () => {
      await join();
      simulation.director.react('bob', 'thumbs-up');
      await until(() => simulation.meeting.reactions.latest.peek());
      await until(() => Date.now() - simulation.meeting.reactions.latest.peek()!.at > 3_000);
      const display = await show('visio-reaction-display');
      expect(shown(display)).to.deep.equal([]);
      simulation.director.react('bob', 'red-heart');
      await until(() => shown(display).length > 0);
      expect(shown(display)).to.deep.equal(['❤️ Bob']);
    });

    exceptInFirefox('rises, or is a list of the last four for those who asked for less motion', async () => {
      await join();
      const display = await show('visio-reaction-display');
      const react = () => ['camille', 'bob', 'zoe', 'camille', 'bob'].forEach((id) => simulation.director.react(id, 'thumbs-up'));
      const animated = () => queryAll(display, '.reaction').filter((each) => each.getAnimations().length > 0);
      react();
      await until(() => shown(display).length === 5);
      expect(animated()).to.have.length(5);
      await until(() => shown(display).length === 0);
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        react();
        await until(() => shown(display).length === 5);
        expect(animated()).to.have.length(0);
        const seen = queryAll(display, '.reaction').filter((each) => each.checkVisibility());
        expect(seen).to.have.length(4);
        const tops = seen.map((each) => Math.round(each.getBoundingClientRect().top));
        expect([...tops].sort((a, b) => a - b)).to.deep.equal(tops);
        expect(new Set(tops).size).to.equal(4);
        await expectAccessible(display);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });

    it('lets clicks through', async () => {
      await join();
      const below = document.createElement('button');
      below.style.setProperty('position', 'absolute');
      below.style.setProperty('inset', '0');
      below.textContent = 'below';
      frame.style.setProperty('position', 'relative');
      frame.append(below);
      const display = await show('visio-reaction-display');
      simulation.director.react('bob', 'thumbs-up');
      const reaction = await until(() => query(display, '.reaction'));
      const { left, top, width, height } = reaction.getBoundingClientRect();
      expect(document.elementFromPoint(left + width / 2, top + height / 2) === below).to.equal(true);
    });
  });
});

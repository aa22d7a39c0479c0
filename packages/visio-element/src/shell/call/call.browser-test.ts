import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import './define.js';
import '../later/later-ring.js';
import '../stage/rove.js';
import { button, countUpdates, expectAccessible, expectSame, nameOf, query, queryAll, quiet, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioTile } from '../tile/tile.js';
import type { VisioCall } from './call.js';

describe('visio-call', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice', microphone: true, camera: true }, { name: 'Bob', microphone: false }] }, ...options });
    await simulation.meeting.join();
    const { camera, microphone } = simulation.meeting;
    const wanted = [options.camera !== false && camera, options.microphone !== false && microphone].filter((each) => each !== false);
    await until(() => wanted.every(({ enabled, error }) => enabled.peek() || error.peek()));
    frame = createFrame(size);
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await call.updateComplete;
    await until(() => tiles().length > 0);
  }

  const part = (name: string) => query<LitElement>(call, name)!;
  const tiles = () => queryAll<VisioTile>(part('visio-stage'), 'visio-tile');

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('has stage and controls, each with a name, in the order in which they are used', async () => {
    await open();
    const sections = ['visio-stage', 'visio-bar'].map((name) => nameOf(query(part(name), 'section')!));
    expect(sections).to.deep.equal(['Participants', 'Meeting controls']);
    expect(nameOf(query(call, '.call')!)).to.equal('Video meeting');
  });

  it('updates one tile, and nothing else, when someone is muted or speaks', async () => {
    // Nobody else speaks: a simulated microphone does so by itself.
    await open({ microphone: false });
    const all = [call, part('visio-stage'), part('visio-bar'), part('visio-notices'), ...tiles()];
    const updates = countUpdates(all, (element) => (element as VisioTile).participantId ?? element.localName);
    // What knows how people change places comes with the first who speaks.
    simulation.director.speak('alice', 100);
    await until(() => simulation.meeting.roster.speakers.peek().length > 0);
    await until(() => simulation.meeting.roster.speakers.peek().length === 0);
    await quiet(updates);
    simulation.director.speak('alice', 10_000);
    await settle();
    expect([...updates]).to.deep.equal([['alice', 1]]);
    updates.clear();
    simulation.director.unmute('bob', 'microphone');
    await settle();
    expect([...updates]).to.deep.equal([['bob', 1]]);
  });

  it('takes the focus where it is asked to', async () => {
    await open();
    call.focus();
    expectSame(call.shadowRoot!.activeElement, query(call, '.call'));
    // The menus of all tiles are one stop.
    await sendKeys({ press: 'Tab' });
    expectSame(part('visio-stage').shadowRoot!.activeElement, tiles()[0]);
    await sendKeys({ press: 'Tab' });
    expectSame(part('visio-bar').shadowRoot!.activeElement, button(part('visio-bar'), 'Turn off microphone'));
  });

  it('never lets notices cover the controls', async () => {
    await open({ scenario: 'denied-devices' }, { width: 320, height: 480 });
    simulation.director.blockPlayback();
    await simulation.meeting.screenShare.setEnabled(true);
    await until(() => queryAll(part('visio-notices'), '.toast').length === 3);
    const top = part('visio-bar').getBoundingClientRect().top;
    for (const toast of queryAll(part('visio-notices'), '.toast')) {
      expect(toast.getBoundingClientRect().bottom).to.be.at.most(top);
    }
  });

  it('is dark in a light page, unless the host says otherwise', async () => {
    await open({}, { theme: 'light' });
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    /** How much red is painted, of 255: the colour is a grey, and its notation the browser's. */
    const red = () => {
      canvas.fillStyle = getComputedStyle(query(call, '.call')!).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data[0];
    };
    expect(red()).to.be.below(24);
    frame.style.setProperty('--visio-call-scheme', 'light');
    expect(red()).to.be.above(232);
    frame.style.setProperty('--visio-call-scheme', 'default');
    expect(red()).to.be.above(232);
    frame.setAttribute('theme', 'dark');
    expect(red()).to.be.below(24);
  });

  it('lays itself out by its own box', async () => {
    await open({}, { width: 320, height: 480 });
    expect(call.scrollWidth).to.equal(320);
    expect(call.scrollHeight).to.equal(480);
    expect(document.documentElement.scrollHeight).to.be.at.most(Math.max(innerHeight, Math.ceil(frame.getBoundingClientRect().bottom + scrollY)) + 16);
    const bar = part('visio-bar').getBoundingClientRect();
    expect(Math.round(bar.bottom - frame.getBoundingClientRect().top)).to.equal(480);
    expect(bar.height).to.equal(60);
  });

  it('stays when it is moved', async () => {
    await open();
    const [first] = tiles();
    const box = document.createElement('div');
    box.style.setProperty('height', '100%');
    frame.append(box);
    box.append(call);
    await settle();
    expectSame(tiles()[0], first);
    simulation.director.join({ name: 'Eve' });
    await until(() => tiles().length === 4);
  });

  describe('a side panel', () => {
    const panel = () => query(call, 'visio-panel:not([hidden])');
    const chat = () => panel() && query<LitElement>(panel()!, 'visio-chat');
    const bar = () => part('visio-bar');
    const write = (text: string) => simulation.director.sendText('alice', 'lk.chat', text);
    const news = () => (part('visio-notices').shadowRoot ? query(part('visio-notices'), '.item') : null);
    const box = (element: Element) => element.getBoundingClientRect();

    it('opens beside the stage from its button, takes the focus, and gives it back', async () => {
      await open();
      const toggle = button(bar(), 'Chat');
      toggle.click();
      const element = await until(chat);
      await until(() => element.shadowRoot?.activeElement?.matches('textarea'));
      expect(text(query(panel()!, 'h2'))).to.equal('Chat');
      expect(toggle.ariaExpanded).to.equal('true');
      if ('ariaControlsElements' in toggle) expectSame(toggle.ariaControlsElements?.[0], panel());
      expect(box(panel()!).left).to.be.at.least(box(part('visio-stage')).right);
      expect(Math.round(box(panel()!).width)).to.be.within(320, 360);
      await sendKeys({ type: 'draft' });
      await sendKeys({ press: 'Escape' });
      await until(() => !panel());
      expectSame(bar().shadowRoot!.activeElement, toggle);
      toggle.click();
      await until(chat);
      expectSame(chat(), element);
      expect(query<HTMLTextAreaElement>(element, 'textarea')!.value).to.equal('draft');
      button(panel()!, 'Close').click();
      await until(() => !panel() && toggle.ariaExpanded === 'false');
    });

    it('lies over the stage in a narrow box, which is then out of reach', async () => {
      await open({}, { width: 360, height: 640 });
      simulation.view.panel.value = 'chat';
      const element = await until(chat);
      await element.updateComplete;
      expect(Math.round(box(panel()!).width)).to.equal(360);
      expect(getComputedStyle(part('visio-stage')).visibility).to.equal('hidden');
      expect(box(panel()!).bottom).to.be.at.most(box(bar()).top + 1);
      expect(call.scrollWidth).to.equal(360);
      await expectAccessible(frame);
    });

    it('is the host’s to open, and then leaves the focus alone', async () => {
      await open();
      const outside = document.createElement('input');
      document.body.append(outside);
      outside.focus();
      simulation.view.panel.value = 'chat';
      await (await until(chat)).updateComplete;
      await settle();
      expectSame(document.activeElement, outside);
      outside.remove();
      simulation.view.panel.value = 'nothing-of-that-name';
      await until(() => !panel());
    });

    it('counts as seen what it shows, and tells of what comes while it is closed', async () => {
      await open();
      write('Hello');
      await until(() => nameOf(query(bar(), '[data-control=chat]')!) === 'Chat, 1 unread message');
      const toast = await until(() => news());
      expect(text(toast.querySelector('p'))).to.equal('Alice Hello');
      toast.querySelector('button')!.click();
      await until(() => chat() && !news());
      await until(() => nameOf(query(bar(), '[data-control=chat]')!) === 'Chat');
      write('Seen at once');
      await settle();
      expect(news()).to.equal(null);
    });

    it('updates nothing but itself and its button with a message', async () => {
      await open({ microphone: false });
      simulation.view.panel.value = 'chat';
      const element = await until(chat);
      await element.updateComplete;
      const all = [call, part('visio-stage'), bar(), part('visio-notices'), element, ...tiles()];
      const updates = countUpdates(all, (each) => (each as VisioTile).participantId ?? each.localName);
      await quiet(updates);
      write('Hello');
      await settle();
      expect([...updates.keys()].sort()).to.deep.equal(['visio-chat']);
      expect(updates.get('visio-chat')).to.be.at.most(2);
    });
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      await open({}, { theme });
      simulation.director.share('alice');
      await until(() => tiles().length === 4);
      await settle();
      await expectAccessible(frame);
    });
  }
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.js';
import '../chat/define.js';
import { button, expectAccessible, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';

describe('real-time text', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function open<Name extends 'visio-chat' | 'visio-real-time-text'>(name: Name, theme: 'light' | 'dark' = 'light') {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] }, camera: false, microphone: false });
    await simulation.meeting.join();
    // Its code comes with the call, a little after.
    await simulation.meeting.realTimeText.setEnabled(false);
    frame = createFrame({ width: 360, height: 560, theme });
    document.body.append(frame);
    const element = createView(name, simulation.view);
    frame.append(element);
    await element.updateComplete;
    return element;
  }

  const hear = (line: string, from = 'alice') => simulation.director.sendText(from, 'visio.rtt', line);
  const lines = (element: Element) => queryAll(element, '.live li').map((each) => text(each));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('grows in the chat, under its writer’s name, and becomes a message', async () => {
    const chat = await open('visio-chat');
    expect(query(chat, '.live')).to.equal(null);
    hear('Hel');
    await until(() => lines(chat).join() === 'Alice Hel');
    const row = query(chat, '.live li');
    hear('Help <b>');
    hear('me too', 'bob');
    await until(() => lines(chat).length === 2);
    expect(lines(chat)).to.deep.equal(['Alice Help <b>', 'Bob me too']);
    expect(query(chat, '.live li') === row).to.equal(true);
    // Letters are not read out: what is sent is.
    expect(query(chat, '.live')!.closest('[aria-live]')).to.equal(null);
    simulation.director.sendText('alice', 'lk.chat', 'Help <b>me</b>');
    await until(() => lines(chat).join() === 'Bob me too');
    await until(() => text(query(chat, '[aria-live=polite]')) === 'Alice: Help <b>me</b>');
  });

  it('is chosen by the writer, with a button that tells whether it is on', async () => {
    const chat = await open('visio-chat');
    const sent: string[] = [];
    simulation.director.onData((event) => event.type === 'text' && event.topic === 'visio.rtt' && sent.push(event.text));
    const toggle = button(chat, 'Real-time text')!;
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    expect(toggle.offsetHeight).to.be.at.least(24);
    toggle.click();
    await until(() => toggle.getAttribute('aria-pressed') === 'true');
    expect(text(query(chat, '#hint'))).to.equal('Everyone sees each letter as you write it');
    chat.focus();
    await sendKeys({ type: 'hello' });
    await until(() => sent.at(-1) === 'hello');
    await sendKeys({ press: 'Backspace' });
    await until(() => sent.at(-1) === 'hell');
    await sendKeys({ press: 'Enter' });
    await until(() => sent.at(-1) === '');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible over the stage in ${theme}, and its end is in sight`, async () => {
      const overlay = await open('visio-real-time-text', theme);
      hear(`${'a long line '.repeat(60)}end`);
      await until(() => lines(overlay).length === 1);
      await expectAccessible(overlay);
      const line = query(overlay, '.line')!;
      expect(line.firstElementChild!.getBoundingClientRect().bottom).to.be.closeTo(line.getBoundingClientRect().bottom, 1);
      expect(query(overlay, '.live')!.getBoundingClientRect().right).to.be.at.most(frame.getBoundingClientRect().right);
    });
  }
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.js';
import { button, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioChat } from './chat.js';

describe('visio-chat', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let chat: VisioChat;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] }, camera: false, microphone: false, ...options });
    await simulation.meeting.join();
    frame = createFrame({ width: 360, height: 560, ...size });
    document.body.append(frame);
    chat = createView('visio-chat', simulation.view);
    frame.append(chat);
    await chat.updateComplete;
  }

  let written = 0;
  const write = (line: string, { from = 'alice', id = `id-${++written}` } = {}) => simulation.director.sendText(from, 'lk.chat', line, { id });
  const rows = () => queryAll(chat, '.row');
  const bubbles = () => queryAll(chat, '.bubble').map((each) => each.textContent);
  const field = () => query<HTMLTextAreaElement>(chat, 'textarea')!;
  const scroller = () => query(chat, '.scroller')!;
  const fromEnd = () => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
  const jump = () => query(chat, '.jump');
  const voice = () => text(query(chat, '[aria-live=polite]'));
  const elements = () => chat.shadowRoot!.querySelectorAll('*').length;

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('is empty at first, and says what it is for', async () => {
    await open();
    expect(text(query(chat, '.empty'))).to.contain('No messages yet');
    expect(nameOf(field())).to.equal('Your message');
    expect(rows()).to.have.length(0);
    expect(queryAll(chat, '.save')).to.have.length(0);
  });

  it('sends with Enter, starts a line with Shift and Enter, and keeps the focus', async () => {
    await open();
    const sent: string[] = [];
    simulation.director.onData((event) => event.type === 'text' && sent.push(event.text));
    chat.focus();
    await sendKeys({ type: 'one' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'two' });
    expect(field().value).to.equal('one\ntwo');
    const height = field().offsetHeight;
    await sendKeys({ press: 'Enter' });
    await until(() => sent.length > 0);
    expect(sent).to.deep.equal(['one\ntwo']);
    expect(field().value).to.equal('');
    expect(field().offsetHeight).to.be.lessThan(height);
    expect(bubbles()).to.deep.equal(['one\ntwo']);
    expect(rows()[0]!.className).to.contain('own');
    expect(text(query(chat, '.sender'))).to.match(/^You \d/);
    expect(chat.shadowRoot!.activeElement === field()).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(rows()).to.have.length(1);
  });

  it('shows who wrote what, in groups, with times, and reads new messages out', async () => {
    await open();
    write('Hello');
    write('How are you?');
    write('Fine', { from: 'bob' });
    await until(() => rows().length === 3);
    expect(queryAll(chat, '.sender bdi').map(text)).to.deep.equal(['Alice', 'Bob']);
    expect(queryAll(chat, 'time')).to.have.length(2);
    expect(rows().map((row) => [row.ariaPosInSet, row.ariaSetSize])).to.deep.equal([['1', '3'], ['2', '3'], ['3', '3']]);
    await until(() => voice() !== '');
    expect(voice()).to.equal('2 new messages');
    write('Good');
    await until(() => voice() === 'Alice: Good');
  });

  it('shows text as text, and only links to pages', async () => {
    await open();
    const hostile = '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a> javascript:alert(1) https://example.org/?a="b';
    write(hostile);
    await until(() => rows().length === 1);
    expect(bubbles()).to.deep.equal([hostile]);
    const links = queryAll<HTMLAnchorElement>(chat, 'a');
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([['https://example.org/?a=', '_blank', 'noopener noreferrer']]);
    expect(queryAll(chat, 'img, script')).to.have.length(0);
  });

  it('shows an edit in its place', async () => {
    await open();
    write('frist', { id: 'a' });
    write('second');
    await until(() => rows().length === 2);
    write('first', { id: 'a' });
    await until(() => bubbles()[0] === 'first');
    expect(text(query(chat, '.note'))).to.equal('Edited');
    expect(rows()).to.have.length(2);
  });

  it('tells what failed, and sends it again', async () => {
    await open();
    simulation.director.reconnect(60_000);
    field().value = 'Anyone?';
    field().dispatchEvent(new Event('input'));
    await chat.updateComplete;
    button(chat, 'Send').click();
    await until(() => bubbles()[0] === 'Anyone?');
    expect(text(query(chat, '.note'))).to.equal('Sending…');
    simulation.director.drop('connection-lost');
    await until(() => text(query(chat, '.note')).startsWith('Not sent'));
    expect(voice()).to.equal('Not sent');
    await expectAccessible(frame);
    await simulation.meeting.join();
    button(chat, 'Send again').click();
    await until(() => !query(chat, '.note'));
    expect(rows()).to.have.length(1);
  });

  it('loses nothing that was written when the host prevents it', async () => {
    await open();
    simulation.meeting.intercept(() => false);
    chat.focus();
    await sendKeys({ type: 'kept' });
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(field().value).to.equal('kept');
    expect(rows()).to.have.length(0);
  });

  it('counts what is left near the limit', async () => {
    await open();
    const type = async (value: string) => {
      field().value = value;
      field().dispatchEvent(new Event('input'));
      await chat.updateComplete;
      return text(query(chat, '#hint'));
    };
    expect(await type('x'.repeat(1_799))).to.equal('Shift + Enter for a new line');
    expect(await type('x'.repeat(1_800))).to.equal('200 characters left');
    expect(await type('x'.repeat(1_999))).to.equal('1 character left');
    expect(field().maxLength).to.equal(2_000);
    expect(field().offsetHeight).to.be.lessThan(200);
  });

  it('stays at the end, or where one is, and tells what came since', async () => {
    await open();
    for (let i = 0; i < 100; i++) write(`${i} ${'words '.repeat(i % 20)}`);
    await until(() => bubbles().at(-1)?.startsWith('99'));
    await until(() => fromEnd() < 1);
    expect(jump()).to.equal(null);

    scroller().scrollTop = 1_500;
    await until(() => jump());
    expect(text(jump())).to.equal('Latest messages');
    await settle();
    const middle = scroller().getBoundingClientRect().top + 200;
    const seen = rows().find((row) => row.getBoundingClientRect().bottom > middle)!;
    const where = seen.getBoundingClientRect().top;
    const what = text(seen);
    write('news');
    write('more news');
    await until(() => text(jump()) === '2 new messages');
    const now = rows().find((row) => text(row) === what)!;
    expect(Math.abs(now.getBoundingClientRect().top - where)).to.be.lessThan(2);
    jump()!.click();
    await until(() => !jump() && fromEnd() < 1);
    expect(bubbles().at(-1)).to.equal('more news');
    write('the end');
    await until(() => bubbles().at(-1) === 'the end' && fromEnd() < 1);
  });

  it('goes to the end with what one writes', async () => {
    await open();
    for (let i = 0; i < 100; i++) write(`${i}`);
    await until(() => fromEnd() < 1 && rows().length > 5);
    scroller().scrollTop = 0;
    await until(() => jump() && bubbles()[0] === '0');
    chat.focus();
    await sendKeys({ type: 'mine' });
    await sendKeys({ press: 'Enter' });
    await until(() => bubbles().at(-1) === 'mine' && fromEnd() < 1);
  });

  it('holds 5000 messages with few elements, and shows any of them', async () => {
    await open();
    for (let i = 0; i < 5_000; i++) write(`${i} ${'words '.repeat(i % 13)}`, { from: i % 5 < 3 ? 'alice' : 'bob' });
    await until(() => bubbles().at(-1)?.startsWith('4999'));
    expect(elements()).to.be.lessThan(400);
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      scroller().scrollTop = part * scroller().scrollHeight;
      await settle();
      await settle();
      const box = scroller().getBoundingClientRect();
      const [first, last] = [rows()[0]!.getBoundingClientRect(), rows().at(-1)!.getBoundingClientRect()];
      expect(first.top, `top at ${part}`).to.be.at.most(box.top + 1);
      expect(last.bottom, `bottom at ${part}`).to.be.at.least(box.bottom - 13);
      expect(elements()).to.be.lessThan(400);
    }
  });

  it('costs as much at message 5000 as at message 100', async () => {
    await open();
    const timeOf = async (count: number) => {
      const start = performance.now();
      for (let i = 0; i < count; i++) {
        await simulation.meeting.chat.send(`${i}`).catch(() => undefined);
      }
      return performance.now() - start;
    };
    for (let i = 0; i < 100; i++) write(`${i}`);
    await until(() => bubbles().at(-1) === '99');
    await timeOf(5);
    const early = await timeOf(20);
    for (let i = 0; i < 4_850; i++) write(`${i}`);
    await until(() => bubbles().at(-1) === '4849');
    const late = await timeOf(20);
    expect(late / early, `${early} ms, then ${late} ms`).to.be.lessThan(2);
  });

  it('is measured anew when its width changes, and keeps what is written while it is away', async () => {
    await open();
    for (let i = 0; i < 60; i++) write(`${i} ${'words '.repeat(20)}`);
    await until(() => fromEnd() < 1 && rows().length > 3);
    field().value = 'a draft';
    field().dispatchEvent(new Event('input'));
    (frame as HTMLElement & { resize(width: number, height: number): void }).resize(700, 560);
    await settle();
    await until(() => fromEnd() < 1);
    chat.remove();
    write('meanwhile');
    await until(() => simulation.meeting.chat.unread.peek() === 1);
    frame.append(chat);
    await until(() => bubbles().at(-1) === 'meanwhile' && fromEnd() < 1);
    expect(simulation.meeting.chat.unread.peek()).to.equal(0);
    expect(field().value).to.equal('a draft');
  });

  it('saves everything as text', async () => {
    await open();
    write('Hello');
    await until(() => rows().length === 1);
    const { createElement } = document;
    const saved = createElement.call(document, 'a') as HTMLAnchorElement;
    saved.addEventListener('click', (event) => event.preventDefault());
    document.createElement = (() => saved) as typeof createElement;
    button(chat, 'Save the messages as text').click();
    document.createElement = createElement;
    expect(saved.download).to.match(/^chat-\d{4}-\d\d-\d\d\.txt$/);
    expect(await (await fetch(saved.href)).text()).to.match(/^\[\d{4}-\d\d-\d\d \d\d:\d\d\] Alice: Hello$/);
  });

  it('speaks French', async () => {
    await open({ language: 'fr' });
    expect(nameOf(field())).to.equal('Votre message');
    write('Bonjour');
    await until(() => voice() === 'Alice : Bonjour');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [320, 360]) {
      it(`is accessible in ${theme}, and fits ${width}`, async () => {
        await open({}, { theme, width });
        write(`Look: https://example.org/${'long'.repeat(40)}`);
        write('x'.repeat(300), { from: 'bob' });
        await simulation.meeting.chat.send('https://example.org/');
        await until(() => rows().length === 3);
        await expectAccessible(frame);
        expect(scroller().scrollWidth).to.equal(scroller().clientWidth);
        expect(chat.scrollWidth).to.equal(width);
      });
    }
  }
});

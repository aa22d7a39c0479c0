import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { bubbles, chat, closeChat, countWork, elements, field, frame, fromEnd, jump, openChat, rows, scroller, simulation, voice, write } from './testing.js';

describe('visio-chat', () => {
  afterEach(closeChat);

  it('is empty at first, and says what it is for', async () => {
    await openChat();
    expect(text(query(chat, '.empty'))).to.contain('No messages yet');
    expect(nameOf(field())).to.equal('Your message');
    expect(rows()).to.have.length(0);
    expect(queryAll(chat, '.save')).to.have.length(0);
  });

  it('sends with Enter, starts a line with Shift and Enter, and keeps the focus', async () => {
    await openChat();
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
    await openChat();
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
    await openChat();
    const hostile = '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a> javascript:alert(1) https://example.org/?a="b';
    write(hostile);
    await until(() => rows().length === 1);
    expect(bubbles()).to.deep.equal([hostile]);
    const links = queryAll<HTMLAnchorElement>(chat, 'a');
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([['https://example.org/?a=', '_blank', 'noopener noreferrer']]);
    expect(queryAll(chat, 'img, script')).to.have.length(0);
  });

  it('shows an edit in its place', async () => {
    await openChat();
    write('frist', { id: 'a' });
    write('second');
    await until(() => rows().length === 2);
    write('first', { id: 'a' });
    await until(() => bubbles()[0] === 'first');
    expect(text(query(chat, '.note'))).to.equal('Edited');
    expect(rows()).to.have.length(2);
  });

  it('tells what failed, and sends it again', async () => {
    await openChat();
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
    await openChat();
    simulation.meeting.intercept(() => false);
    chat.focus();
    await sendKeys({ type: 'kept' });
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(field().value).to.equal('kept');
    expect(rows()).to.have.length(0);
  });

  it('counts what is left near the limit', async () => {
    await openChat();
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
    await openChat();
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
    await openChat();
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
    await openChat();
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

  for (const [whose, post] of [
    ["one's own", (line: string) => simulation.meeting.chat.send(line)],
    ["someone else's", (line: string) => write(line, { from: 'bob' })],
  ] as const) {
    it(`does no more for ${whose} message among 5000 than among 100`, async () => {
      await openChat();
      const talk = async () => {
        for (let i = 0; i < 20; i++) {
          await post(`line ${i}`);
          await until(() => bubbles().at(-1) === `line ${i}`);
          await chat.updateComplete;
        }
        await settle();
      };
      for (let i = 0; i < 60; i++) write(`${i}`);
      await until(() => bubbles().at(-1) === '59');
      // So that the same lines are in sight both times.
      await talk();
      const early = await countWork(talk);
      for (let i = 0; i < 4_860; i++) write(`more ${i}`);
      await until(() => bubbles().at(-1) === 'more 4859');
      await talk();
      const late = await countWork(talk);
      expect(elements()).to.be.lessThan(400);
      for (const [what, count] of Object.entries(early)) {
        expect(count, what).to.be.greaterThan(0);
        // An update may fall apart into two; what grows with the list is many times more.
        expect(late[what as keyof typeof late], `${what}, ${count} at first`).to.be.at.most(1.25 * count);
      }
    });
  }

  it('is measured anew when its width changes, and keeps what is written while it is away', async () => {
    await openChat();
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
    await openChat();
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
    await openChat({ language: 'fr' });
    expect(nameOf(field())).to.equal('Votre message');
    write('Bonjour');
    await until(() => voice() === 'Alice : Bonjour');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [320, 360]) {
      it(`is accessible in ${theme}, and fits ${width}`, async () => {
        await openChat({}, { theme, width });
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

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import type { SimulateOptions } from '../../testing/simulate.js';
import { bubbles, chat, closeChat, countWork, elements, frame, fromEnd, jump, openChat, rows, scroller, simulation, voice, write } from './testing.js';

describe('the search of the chat', () => {
  afterEach(closeChat);

  let opener: HTMLButtonElement;
  const input = () => query<HTMLInputElement>(chat, 'input[type=search]')!;
  const marks = () => queryAll(chat, 'mark').map(text);
  const count = () => text(query(chat, '.find .count'));
  const current = () => queryAll(chat, '.row.current');
  const say = (line: string, from = 'alice') => write(line, { from });

  async function look(words: string) {
    input().focus();
    input().select();
    await sendKeys({ type: words });
  }

  async function openSearch(options: SimulateOptions = {}) {
    await openChat(options);
    opener = document.createElement('button');
    opener.textContent = 'Search';
    frame.append(opener);
    opener.focus();
  }

  async function begin() {
    await chat.openSearch(opener);
    expect(chat.shadowRoot!.activeElement === input()).to.equal(true);
  }

  it('marks what is found as one writes, whatever its accents and case, and says how much once', async () => {
    await openSearch();
    say('L’été dernier');
    say('nothing');
    say('ETE et été', 'bob');
    await until(() => rows().length === 3);
    await begin();
    expect(nameOf(input())).to.equal('Search the messages');
    await look('ete');
    await until(() => count() === '2 of 2');
    expect(marks()).to.deep.equal(['été', 'ETE', 'été']);
    expect(current().map((row) => text(row.querySelector('.bubble')))).to.deep.equal(['ETE et été']);
    expect(current()[0]!.getAttribute('aria-current')).to.equal('true');
    await until(() => voice() === '2 messages found');
    await expectAccessible(frame);
    say('quel été', 'bob');
    await until(() => count() === '2 of 3');
    await look('xyz');
    await until(() => count() === 'Nothing found');
    expect(marks()).to.deep.equal([]);
    expect(button(chat, 'Next message found (Enter)').getAttribute('aria-disabled')).to.equal('true');
    await until(() => voice() === 'Nothing found');
    await expectAccessible(frame);
  });

  it('finds people and files, in links too, and text as text', async () => {
    await openSearch();
    say('<mark>x</mark> (.*) https://example.org/report.pdf?a=1');
    simulation.director.sendText('bob', 'lk.chat', 'notes.ods', { id: 'm-notes', attachments: ['notes'] });
    simulation.director.sendFile('bob', 'lk.chat', new Blob(['x']), { id: 'notes', name: 'notes.ods' });
    await until(() => query(chat, 'a[download]'));
    await begin();
    await look('.*');
    await until(() => marks().join() === '.*');
    expect(bubbles()[0]).to.equal('<mark>x</mark> (.*) https://example.org/report.pdf?a=1');
    await look('org/rep');
    await until(() => marks().join() === 'org/rep');
    expect(query<HTMLAnchorElement>(chat, '.bubble a')!.href).to.equal('https://example.org/report.pdf?a=1');
    await look('*) https');
    await until(() => marks().join('|') === '*)|https');
    await look('NOTES.O');
    await until(() => marks().join() === 'notes.o');
    await look('bob');
    await until(() => marks().join() === 'Bob');
  });

  it('goes from one to the next by keys and buttons, and round', async () => {
    await openSearch();
    for (let i = 0; i < 300; i++) say(i % 100 === 7 ? `needle ${i}` : `hay ${i} ${'words '.repeat(i % 9)}`);
    await until(() => bubbles().at(-1)?.startsWith('hay 299') && fromEnd() < 1);
    // What came was read out.
    await until(() => voice() !== '');
    await begin();
    await look('needle');
    const isAt = async (words: string, at: string) => {
      await until(() => count() === at && text(current()[0]?.querySelector('.bubble') ?? null) === words);
      await settle();
      const [row, box] = [current()[0]!.getBoundingClientRect(), scroller().getBoundingClientRect()];
      expect(row.top, words).to.be.at.least(box.top);
      expect(row.bottom, words).to.be.at.most(box.bottom);
    };
    await isAt('needle 207', '3 of 3');
    await sendKeys({ press: 'Enter' });
    await isAt('needle 7', '1 of 3');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await isAt('needle 207', '3 of 3');
    await until(() => voice() === '3 of 3. Alice: needle 207');
    button(chat, 'Previous message found (Shift + Enter)').click();
    await isAt('needle 107', '2 of 3');
    button(chat, 'Next message found (Enter)').click();
    await isAt('needle 207', '3 of 3');
  });

  it('gives back the focus and the place with Escape, and leaves Ctrl + F to the browser', async () => {
    await openSearch();
    for (let i = 0; i < 100; i++) say(`${i}`);
    await until(() => bubbles().at(-1) === '99' && fromEnd() < 1);
    scroller().scrollTop = 1_200;
    await until(() => jump());
    await settle();
    const middle = () => {
      const { top } = scroller().getBoundingClientRect();
      const row = rows().find((each) => each.getBoundingClientRect().bottom > top + 200)!;
      return { words: text(row.querySelector('.bubble')), top: row.getBoundingClientRect().top - top };
    };
    const before = middle();
    await begin();
    await look('99');
    await until(() => count() === '1 of 1' && bubbles().at(-1) === '99');
    const keys: boolean[] = [];
    const note = (event: KeyboardEvent) => keys.push(event.defaultPrevented);
    document.addEventListener('keydown', note);
    for (const init of [{ key: 'f', ctrlKey: true }, { key: 'f', metaKey: true }]) input().dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true, cancelable: true }));
    expect(keys).to.deep.equal([false, false]);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', note);
    // It does not come as far as what would close the panel.
    expect(keys).to.have.length(2);
    await until(() => !query(chat, '.find'));
    expect(document.activeElement === opener).to.equal(true);
    await until(() => middle().words === before.words);
    expect(Math.abs(middle().top - before.top)).to.be.lessThan(2);
    expect(marks()).to.deep.equal([]);
    // Opened at the end, it goes back to the end.
    jump()!.click();
    await until(() => fromEnd() < 1);
    await begin();
    await look('50');
    await until(() => count() === '1 of 1' && fromEnd() > 500);
    button(chat, 'Close the search').click();
    await until(() => fromEnd() < 1);
  });

  it('shows the mark of a message that is higher than the list', async () => {
    await openSearch();
    say(`${'long '.repeat(1_500)} needle ${'long '.repeat(1_500)}`);
    say('the end');
    await until(() => rows().length === 2);
    await begin();
    await look('needle');
    await until(() => marks().join() === 'needle');
    await until(() => {
      const [mark, box] = [query(chat, 'mark')!.getBoundingClientRect(), scroller().getBoundingClientRect()];
      return mark.top >= box.top && mark.bottom <= box.bottom;
    });
  });

  it('looks through 5000 messages with few elements, and updates for what is asked only', async () => {
    await openSearch();
    for (let i = 0; i < 5_000; i++) say(`${i} ${'words '.repeat(i % 7)}`, i % 5 < 3 ? 'alice' : 'bob');
    await until(() => bubbles().at(-1)?.startsWith('4999'));
    await begin();
    const work = await countWork(async () => {
      await look('words');
      await until(() => count() === '4,285 of 4,285');
      await settle();
    });
    // Of each letter one, of what is measured after some more.
    expect(work.updates).to.be.at.most(20);
    expect(elements()).to.be.lessThan(600);
    await sendKeys({ press: 'Enter' });
    await until(() => count() === '1 of 4,285' && bubbles()[0] === '0 ');
    expect(elements()).to.be.lessThan(600);
    say('words at last');
    await until(() => count() === '1 of 4,286');
  });

  it('tells that it could not be fetched', async () => {
    await openSearch();
    say('hello');
    await until(() => rows().length === 1);
    await begin();
    const { search } = simulation.meeting.chat;
    (simulation.meeting.chat as { search: typeof search }).search = () => Promise.reject(new Error('offline'));
    await look('h');
    await until(() => text(query(chat, '.find [role=alert]')).startsWith('The search could not be loaded.'));
    (simulation.meeting.chat as { search: typeof search }).search = search;
    await look('he');
    await until(() => count() === '1 of 1' && text(query(chat, '.find [role=alert]')) === '');
  });

  it('is there in French', async () => {
    await openSearch({ language: 'fr' });
    say('un');
    await until(() => rows().length === 1);
    await begin();
    expect(nameOf(input())).to.equal('Rechercher dans les messages');
    await look('un');
    await until(() => count() === '1 sur 1');
    await until(() => voice() === '1 message trouvé');
  });
});

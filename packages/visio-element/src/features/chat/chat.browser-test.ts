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

  /** What is done during `act`, in numbers: none of them may depend on how many messages there are. */
  async function countWork(act: () => Promise<void>) {
    const work = { updates: 0, mutations: 0, rendered: 0, measured: 0, lookups: 0 };
    const observer = new MutationObserver((records) => (work.mutations += records.filter(({ type }) => type === 'childList').length));
    observer.observe(chat.shadowRoot!, { childList: true, subtree: true });
    const spied = [
      spy(chat as unknown as { updated(): void }, 'updated', () => work.updates++),
      spy(simulation.meeting.chat, 'get', () => work.rendered++),
      spy(Element.prototype, 'getBoundingClientRect', () => work.measured++),
      // Messages in the core and heights in the list are held by their ids.
      spy(Map.prototype, 'get', () => work.lookups++),
    ];
    await act();
    for (const restore of spied) restore();
    observer.disconnect();
    return work;
  }

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

  for (const [whose, post] of [
    ["one's own", (line: string) => simulation.meeting.chat.send(line)],
    ["someone else's", (line: string) => write(line, { from: 'bob' })],
  ] as const) {
    it(`does no more for ${whose} message among 5000 than among 100`, async () => {
      await open();
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

  describe('search', () => {
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
      await open(options);
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

  describe('files', () => {
    const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==';
    const picture = () => new Blob([Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0))]);
    const receive = (file: Blob, name: string, id = name) => {
      simulation.director.sendText('alice', 'lk.chat', name, { id: `m-${id}`, attachments: [id] });
      simulation.director.sendFile('alice', 'lk.chat', file, { id, name });
    };
    const give = (...files: readonly File[]) => {
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      return data;
    };
    // Firefox passes over the `clipboardData` that a ClipboardEvent is made with, and gives it an empty one of its own.
    const paste = (clipboardData: DataTransfer) => {
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true, composed: true }), { clipboardData });
      field().dispatchEvent(event);
      return event;
    };

    it('shows pictures, and nothing else, and lets everything be saved under its name', async () => {
      await open();
      receive(picture(), '../holiday.png');
      receive(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>'], { type: 'image/svg+xml' }), 'evil.svg');
      receive(new Blob(['<script>document.title=1</script>'], { type: 'text/html' }), 'page.html');
      await until(() => queryAll(chat, 'a[download]').length === 3);
      const images = queryAll<HTMLImageElement>(chat, 'img');
      expect(images.map(({ alt, src }) => [alt, src.startsWith('blob:')])).to.deep.equal([['holiday.png', true]]);
      await until(() => images[0]!.complete && images[0]!.naturalWidth === 1);
      const links = queryAll<HTMLAnchorElement>(chat, 'a[download]');
      expect(links.map((link) => link.download)).to.deep.equal(['holiday.png', 'evil.svg', 'page.html']);
      expect(links.map((link) => link.target)).to.deep.equal(['', '', '']);
      const types = await Promise.all(links.map(async ({ href }) => (await (await fetch(href)).blob()).type));
      expect(types).to.deep.equal(['image/png', 'application/octet-stream', 'application/octet-stream']);
      expect(links.map((link) => nameOf(link).replace(/ \d+ bytes$/, ''))).to.deep.equal(['Save holiday.png', 'Save evil.svg', 'Save page.html']);
      expect(bubbles()).to.deep.equal(['../holiday.png']);
      await expectAccessible(frame);
    });

    it('shows no broken picture: it can be saved', async () => {
      await open();
      receive(new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])]), 'half.png');
      await until(() => query(chat, 'a.paper'));
      expect(queryAll(chat, 'img')).to.have.length(0);
      expect(text(query(chat, '.size'))).to.equal('11 bytes');
    });

    it('sends what is chosen, dropped or pasted, with its progress, and can be stopped and sent again', async () => {
      await open();
      const sent: string[] = [];
      simulation.director.onFile((event) => event.state === 'received' && sent.push(event.name));
      const picker = query<HTMLInputElement>(chat, 'input[type=file]')!;
      let opened = 0;
      picker.click = () => void opened++;
      button(chat, 'Attach files').click();
      expect(opened).to.equal(1);
      picker.files = give(new File(['one'], 'one.txt')).files;
      picker.dispatchEvent(new Event('change'));
      const drag = new DragEvent('dragover', { dataTransfer: give(new File(['two'], 'two.txt')), bubbles: true, cancelable: true });
      chat.dispatchEvent(drag);
      expect(drag.defaultPrevented).to.equal(true);
      await until(() => text(query(chat, '.drop')).startsWith('Drop files here'));
      chat.dispatchEvent(new DragEvent('drop', { dataTransfer: give(new File(['two'], 'two.txt')), bubbles: true, cancelable: true }));
      await until(() => !query(chat, '.drop'));
      expect(paste(give(new File(['three'], 'three.txt'))).defaultPrevented).to.equal(true);
      await until(() => sent.length === 3);
      expect(sent).to.deep.equal(['one.txt', 'two.txt', 'three.txt']);

      picker.files = give(new File([new Uint8Array(9_000_000)], 'large.bin')).files;
      picker.dispatchEvent(new Event('change'));
      await until(() => (query<HTMLProgressElement>(chat, 'progress')?.value ?? 0) > 0);
      expect(query(chat, 'progress')!.getAttribute('aria-label')).to.equal('How much of large.bin has come through');
      await expectAccessible(frame);
      button(chat, 'Stop sending large.bin').click();
      await until(() => text(query(chat, '.note.bad')).startsWith('Stopped'));
      expect(sent).to.have.length(3);
      button(chat, 'Send again').click();
      await until(() => sent.length === 4);
      await until(() => !query(chat, 'progress') && !query(chat, '.note.bad'));
    });

    it('says why a file is not taken, and takes no text for one', async () => {
      await open();
      const picker = query<HTMLInputElement>(chat, 'input[type=file]')!;
      picker.files = give(new File([new Uint8Array(10_000_001)], 'huge.bin')).files;
      picker.dispatchEvent(new Event('change'));
      await until(() => text(query(chat, '.problem')) === 'A file may have 10 MB at most. Share a link to larger ones.');
      expect(rows()).to.have.length(0);
      const both = give(new File(['x'], 'image.png'));
      both.setData('text/plain', 'words');
      expect(paste(both).defaultPrevented).to.equal(false);
      await settle();
      expect(rows()).to.have.length(0);
    });
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

/** Calls `onCall` whenever `object[name]` is called, until the returned function is. */
function spy<K extends string>(object: Record<K, (...args: never[]) => unknown>, name: K, onCall: () => void): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const original = object[name];
  Object.defineProperty(object, name, {
    configurable: true,
    value(this: unknown, ...args: never[]) {
      onCall();
      return original.apply(this, args);
    },
  });
  return () => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name));
}

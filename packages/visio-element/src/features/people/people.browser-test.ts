import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { VisioError, type Invitee } from 'visio-core';
import './define.js';
import { button, countUpdates, expectAccessible, expectSame, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, joinAsModerator, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioPeople } from './people.js';
import type { VisioPerson } from './person.js';

const PEOPLE = [
  { name: 'Karim Benali', microphone: true },
  { name: 'Camille Laurent', microphone: true },
  { name: 'Élise Fontaine', microphone: false },
  { name: 'Theo Le Gall', microphone: true },
];

describe('visio-people', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let people: VisioPeople;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: PEOPLE }, camera: false, microphone: false, ...options });
    await simulation.meeting.join();
    frame = createFrame({ width: 360, height: 560, ...size });
    document.body.append(frame);
    people = createView('visio-people', simulation.view);
    frame.append(people);
    await until(() => rows().length > 0);
  }

  const rows = () => queryAll<VisioPerson>(people, '.row');
  const persons = () => queryAll<VisioPerson>(people, 'visio-person');
  const row = (id: string) => until(() => persons().find(({ participantId }) => participantId === id), `row of ${id}`);
  /** As they are seen, from top to bottom. */
  const names = () => [...rows()].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((each) => text((each.shadowRoot ?? each).querySelector('.name')));
  const headings = () => queryAll(people, 'h3').map(text);
  const finder = () => query(people, 'visio-people-search')!;
  const field = () => query<HTMLInputElement>(finder(), 'input')!;
  const scroller = () => query(people, '.scroller')!;
  const voice = () => text(query(people, '[role=status]'));
  const elements = () => people.shadowRoot!.querySelectorAll('*').length;
  const focusedName = () => {
    const active = people.shadowRoot!.activeElement;
    return active ? text((active.shadowRoot ?? active).querySelector('.name')) : null;
  };

  async function search(words: string) {
    query(people, '[role=status]')!.textContent = '';
    field().value = words;
    field().dispatchEvent(new Event('input'));
    await until(() => voice() !== '');
    await people.updateComplete;
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('has everyone in order, oneself first, with what is to know about each', async () => {
    await open();
    expect(names()).to.deep.equal(['Ada Lovelace (you)', 'Camille Laurent', 'Élise Fontaine', 'Karim Benali', 'Theo Le Gall']);
    expect(headings()).to.deep.equal(['In the meeting5']);
    expect(rows().map((each) => [each.getAttribute('aria-posinset'), each.getAttribute('aria-setsize')])).to.deep.equal([1, 2, 3, 4, 5].map((n) => [String(n), '5']));
    expect(nameOf(await row('local'))).to.equal('Ada Lovelace, you, Microphone off');
    expect(nameOf(await row('karim-benali'))).to.equal('Karim Benali');
    simulation.director.speak('karim-benali', 60_000);
    simulation.director.share('karim-benali');
    simulation.director.quality('karim-benali', 'poor');
    await until(() => nameOf(persons().find(({ participantId }) => participantId === 'karim-benali')!) === 'Karim Benali, Speaking, Sharing a screen, Weak connection');
    expect(text(query(await row('karim-benali'), '.state'))).to.equal('Sharing a screen · Weak connection');
    await expectAccessible(frame);
  });

  it('follows who comes, goes and is renamed', async () => {
    await open();
    simulation.director.join({ name: 'Bob' });
    simulation.director.leave('camille-laurent');
    simulation.director.rename('karim-benali', '<b>Zoé</b>');
    await until(() => names().join() === ['Ada Lovelace (you)', '<b>Zoé</b>', 'Bob', 'Élise Fontaine', 'Theo Le Gall'].join());
    expect(query(await row('karim-benali'), '.name b')).to.equal(null);
    simulation.director.rename('bob', '');
    await until(() => names()[3] === 'Guest');
  });

  it('has raised hands above, each with its place', async () => {
    await open();
    const raise = async (id: string, raised: boolean, heading: string) => {
      simulation.director.setHandRaised(id, raised);
      await until(() => headings()[0] === heading);
    };
    await raise('theo-le-gall', true, 'Raised hands1');
    await raise('camille-laurent', true, 'Raised hands2');
    await raise('local', true, 'Raised hands3');
    expect(headings()[1]).to.equal('In the meeting2');
    expect(names()).to.deep.equal(['Theo Le Gall', 'Camille Laurent', 'Ada Lovelace (you)', 'Élise Fontaine', 'Karim Benali']);
    expect(nameOf(await row('camille-laurent'))).to.equal('Camille Laurent, Hand raised, number 2');
    expect(text(query(await row('local'), '.hand'))).to.equal('3');
    await expectAccessible(frame);
    const updates = countUpdates(persons(), (element) => (element as VisioPerson).participantId);
    await raise('theo-le-gall', false, 'Raised hands2');
    await settle();
    expect([...updates].sort()).to.deep.equal([['camille-laurent', 1], ['local', 1], ['theo-le-gall', 1]]);
    expect(nameOf(await row('camille-laurent'))).to.equal('Camille Laurent, Hand raised, number 1');
  });

  it('keeps the focus on who raises a hand', async () => {
    await open();
    (await row('theo-le-gall')).focus();
    simulation.director.setHandRaised('theo-le-gall', true);
    await until(() => headings()[0] === 'Raised hands1');
    await settle();
    expect(focusedName()).to.equal('Theo Le Gall');
  });

  it('finds people, whatever the accents, and says how many', async () => {
    await open();
    await search('ELISE');
    expect(names()).to.deep.equal(['Élise Fontaine']);
    expect(voice()).to.equal('1 person found');
    await search('le');
    expect(voice()).to.equal('2 people found');
    simulation.director.join({ name: 'Léa' });
    await until(() => names().includes('Léa'));
    await search('<i>nobody</i>');
    expect(text(query(people, '.empty'))).to.equal('Nobody found No name here contains “<i>nobody</i>”.');
    expect(rows()).to.have.length(0);
    await expectAccessible(frame);
    button(finder(), 'Clear the search').click();
    await until(() => rows().length === 6);
    expectSame(finder().shadowRoot!.activeElement, field());
  });

  it('takes the focus when it is there, and not into a field', async () => {
    await open();
    people.remove();
    await settle();
    frame.append(people);
    people.focus();
    await until(() => focusedName() === 'Ada Lovelace (you)');
  });

  it('is operated with the keys', async () => {
    await open();
    people.focus();
    expect(focusedName()).to.equal('Ada Lovelace (you)');
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    const after = async (press: string) => {
      await sendKeys({ press });
      await people.updateComplete;
      return focusedName();
    };
    expect(await after('ArrowDown')).to.equal('Camille Laurent');
    expect(await after('End')).to.equal('Theo Le Gall');
    expect(await after('ArrowDown')).to.equal('Theo Le Gall');
    expect(await after('ArrowUp')).to.equal('Karim Benali');
    expect(await after('Home')).to.equal('Ada Lovelace (you)');
    let heard = 0;
    const hear = () => heard++;
    frame.addEventListener('keydown', hear);
    await sendKeys({ type: 'kar' });
    expectSame(finder().shadowRoot!.activeElement, field());
    expect(field().value).to.equal('kar');
    await until(() => voice() === '1 person found');
    expect(heard, 'letters in the list are no shortcuts').to.equal(2);
    expect(await after('ArrowDown')).to.equal('Karim Benali');
    let escaped = 0;
    frame.addEventListener('keydown', (event) => (escaped += Number(event.key === 'Escape' && !event.defaultPrevented)));
    field().focus();
    await sendKeys({ press: 'Escape' });
    expect([field().value, escaped]).to.deep.equal(['', 0]);
    await until(() => rows().length === 5);
    await sendKeys({ press: 'Escape' });
    expect(escaped).to.equal(1);
  });

  it('keeps the focus on a person who moves, and gives it to the next when they leave', async () => {
    await open();
    (await row('theo-le-gall')).focus();
    expect(focusedName()).to.equal('Theo Le Gall');
    simulation.director.speak('theo-le-gall', 60_000);
    await until(() => names()[1] === 'Theo Le Gall');
    expect(focusedName()).to.equal('Theo Le Gall');
    simulation.director.leave('theo-le-gall');
    await until(() => names().length === 4);
    await settle();
    expect(focusedName()).to.equal('Camille Laurent');
  });

  it('opens what may be done about someone, by keyboard', async () => {
    await open();
    (await row('karim-benali')).focus();
    await people.updateComplete;
    await sendKeys({ press: 'Enter' });
    const menu = await until(() => query(persons().find(({ participantId }) => participantId === 'karim-benali')!, 'visio-participant-menu'));
    await until(() => query(menu, '.menu:popover-open'));
    expect(text(query(menu, '.title'))).to.equal('Karim Benali');
    await sendKeys({ press: 'Escape' });
    await until(() => !query(menu, '.menu:popover-open'));
    const button = query(await row('karim-benali'), '.more')!;
    expect([nameOf(button), button.tabIndex]).to.deep.equal(['Options for Karim Benali', 0]);
    expect(query(await row('theo-le-gall'), '.more')!.tabIndex).to.equal(-1);
    expect(focusedName()).to.equal('Karim Benali');
  });

  it('holds 1000 people with few elements, and shows any of them', async () => {
    await open({ scenario: { people: Array.from({ length: 999 }, (_, i) => ({ name: `Person ${i + 1}` })) } });
    expect(headings()).to.deep.equal(['In the meeting1,000']);
    expect(elements()).to.be.lessThan(60);
    const height = scroller().scrollHeight;
    for (const part of [0.25, 0.5, 0.75, 1, 0]) {
      scroller().scrollTop = part * height;
      await settle();
      await settle();
      const box = scroller().getBoundingClientRect();
      const boxes = rows().map((each) => each.getBoundingClientRect());
      const covered = (y: number) => boxes.some(({ top, bottom }) => top <= y && bottom >= y);
      for (let y = box.top + 37; y < box.bottom; y += 20) expect(covered(y), `${y} at ${part}`).to.equal(true);
      expect(elements()).to.be.lessThan(70);
      expect(scroller().scrollHeight).to.equal(height);
    }
    people.focus();
    await sendKeys({ press: 'End' });
    await until(() => focusedName() === 'Person 999');
    const last = (people.shadowRoot!.activeElement as HTMLElement).getBoundingClientRect();
    expect(last.bottom).to.be.at.most(scroller().getBoundingClientRect().bottom + 1);
    await settle();
    expect(names()).to.include('Person 990');
    await sendKeys({ press: 'PageUp' });
    await until(() => /^Person 99\d$/.test(focusedName() ?? ''));
    await sendKeys({ press: 'Home' });
    await until(() => focusedName() === 'Ada Lovelace (you)');
  });

  it('keeps what is seen in its place while others come and go above', async () => {
    await open({ scenario: { people: Array.from({ length: 200 }, (_, i) => ({ name: `Person ${1000 + i}` })) } });
    scroller().scrollTop = 3_000;
    await settle();
    const middle = () => {
      const y = scroller().getBoundingClientRect().top + 200;
      return rows().find((each) => each.getBoundingClientRect().top <= y && each.getBoundingClientRect().bottom > y)!;
    };
    const seen = await until(middle);
    const [who, where] = [seen.participantId, seen.getBoundingClientRect().top];
    for (let i = 0; i < 5; i++) simulation.director.join({ name: `A newcomer ${i}` });
    simulation.director.leave('person-1001');
    await until(() => text(query(people, '.count')) === '205');
    await settle();
    await until(middle);
    expect(middle().participantId).to.equal(who);
    expect(Math.abs(middle().getBoundingClientRect().top - where)).to.be.lessThan(1);
  });

  it('updates one row for a mute, and the list and one row for who comes', async () => {
    await open({ scenario: { people: Array.from({ length: 999 }, (_, i) => ({ name: `Person ${1000 + i}`, microphone: true })) } });
    await settle();
    const all: LitElement[] = [people, query<LitElement>(people, 'visio-invitation')!, ...persons()];
    const updates = countUpdates(all, (element) => (element as VisioPerson).participantId ?? element.localName);
    simulation.director.mute('person-1003', 'microphone');
    await settle();
    expect([...updates]).to.deep.equal([['person-1003', 1]]);
    updates.clear();
    simulation.director.mute('person-1900', 'microphone');
    simulation.director.speak('person-1900', 1_000);
    simulation.director.quality('person-1800', 'poor');
    await settle();
    expect([...updates]).to.deep.equal([]);
    const before = new Set(persons());
    simulation.director.join({ name: 'Person 1003a' });
    await until(() => persons().some(({ participantId }) => participantId === 'person-1003a'));
    await settle();
    expect([...updates]).to.deep.equal([['visio-people', 1]]);
    expect(persons().filter((each) => !before.has(each))).to.have.length(1);
    updates.clear();
    simulation.director.join({ name: 'Zoé, far away' });
    await settle();
    expect([...updates]).to.deep.equal([['visio-people', 1]]);
  });

  it('does nothing while it is closed, and is as it was when it comes back', async () => {
    await open();
    await search('ca');
    people.remove();
    await settle();
    const updates = countUpdates([people, ...persons()], ({ localName }) => localName);
    simulation.director.join({ name: 'Carla' });
    simulation.director.mute('karim-benali', 'microphone');
    await settle();
    expect([...updates]).to.deep.equal([]);
    frame.append(people);
    await until(() => names().join() === 'Camille Laurent,Carla');
    expect(field().value).to.equal('ca');
  });

  async function openAsModerator(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people: PEOPLE }, camera: false, microphone: false, ...options });
    const backend = await joinAsModerator(simulation);
    frame = createFrame({ width: 360, height: 560 });
    document.body.append(frame);
    people = createView('visio-people', simulation.view);
    frame.append(people);
    await until(() => rows().length > 0);
    return backend;
  }

  it('lets people in who wait, or not', async () => {
    const backend = await openAsModerator();
    const [yara, guest] = [backend.knock({ id: 'x', name: 'Yara' }), backend.knock({ id: 'y', name: '' })];
    await until(() => headings()[0] === 'Waiting to be let in2');
    expect(names().slice(0, 2)).to.deep.equal(['Yara', 'Guest']);
    await expectAccessible(frame);
    backend.failWith((method) => (method === 'admit' ? new VisioError('TOO_MANY_REQUESTS', 'no') : null));
    button(rows()[0]!, 'Admit Yara').click();
    await until(() => text(query(people, '[role=alert]')) === 'Visio is asked a lot right now. Try again in a minute.');
    backend.failWith(null);
    await until(() => button(rows()[0]!, 'Admit Yara').getAttribute('aria-disabled') === 'false');
    button(rows()[0]!, 'Admit Yara').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => headings()[0] === 'Waiting to be let in1');
    await settle();
    expect(focusedName()).to.equal('Guest');
    expect(query(people, '[role=alert]')).to.equal(null);
    button(rows()[0]!, 'Deny Guest entry').click();
    await until(() => headings()[0] === 'In the meeting5');
    expect(await Promise.all([yara, guest])).to.deep.equal([true, false]);
  });

  it('lets everyone in at once, when there are several', async () => {
    const backend = await openAsModerator();
    const yara = backend.knock({ id: 'x', name: 'Yara' });
    await until(() => headings()[0] === 'Waiting to be let in1');
    expect(queryAll(people, 'button').map(text)).not.to.include('Admit everyone');
    const guest = backend.knock({ id: 'y', name: '' });
    await until(() => headings()[0] === 'Waiting to be let in2');
    button(people, 'Admit everyone').focus();
    await sendKeys({ press: 'Enter' });
    expect(await Promise.all([yara, guest])).to.deep.equal([true, true]);
    await until(() => headings()[0] === 'In the meeting5');
    // What comes into the place of that button is not for the second of a double click.
    button(people, 'Mute everyone').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    expect(simulation.meeting.moderation.muteAll.pending.peek()).to.equal(false);
  });

  it('mutes everyone, tells how many it could not, and lowers all hands', async () => {
    const backend = await openAsModerator();
    const { director, meeting } = simulation;
    director.setHandRaised('karim-benali', true);
    director.setHandRaised('theo-le-gall', true);
    await until(() => headings()[0] === 'Raised hands2');
    await expectAccessible(frame);
    button(people, 'Lower all hands').click();
    await until(() => headings()[0] === 'In the meeting5');
    backend.failWith((method, id) => (method === 'mute' && id === 'theo-le-gall' ? new Error('no') : null));
    button(people, 'Mute everyone').click();
    await until(() => meeting.notices.items.peek().some(({ kind }) => kind === 'failure'));
    expect(meeting.notices.items.peek().find(({ kind }) => kind === 'failure')!.text).to.deep.equal({ key: 'moderation.notMuted', values: { count: 1 } });
    const loud = meeting.roster.ids.peek().filter((id) => meeting.roster.get(id).peek()!.tracks.microphone?.muted === false);
    expect(loud).to.deep.equal(['theo-le-gall']);
  });

  it('offers nothing of it to who does not moderate, and says who does', async () => {
    await open({ scenario: { people: [...PEOPLE, { name: 'Olive', attributes: { room_role: 'owner' } }] } });
    expect(queryAll(people, '.head button')).to.deep.equal([]);
    expect(nameOf(await row('olive'))).to.equal('Olive, Host, Microphone off');
    simulation.director.setAttributes('karim-benali', { room_role: 'administrator' });
    await until(() => persons().some((each) => nameOf(each) === 'Karim Benali, Co-host'));
  });

  it('shows who is expected until they come', async () => {
    await open();
    const invited: readonly Invitee[] = [{ name: 'Nora Weber', email: 'nora@example.org' }, { name: 'karim benali' }];
    simulation.meeting.people.setInvited(invited);
    await until(() => headings()[1] === 'Invited1');
    expect(names().at(-1)).to.equal('Nora Weber');
    expect(nameOf(rows().at(-1)!)).to.equal('Nora Weber, nora@example.org');
    await expectAccessible(frame);
    simulation.director.join({ name: 'Nora Weber' });
    await until(() => headings().length === 1);
  });

  it('speaks French', async () => {
    await open({ language: 'fr' });
    expect(nameOf(field())).to.equal('Rechercher par nom');
    expect(nameOf(await row('local'))).to.equal('Ada Lovelace, vous, Micro coupé');
    await search('zzz');
    expect(voice()).to.equal('0 personne trouvée');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [320, 360]) {
      it(`is accessible in ${theme}, and fits ${width}`, async () => {
        await open({ scenario: { people: [...PEOPLE, { name: 'x'.repeat(200), screen: true, quality: 'lost' as const }] } }, { theme, width });
        await settle();
        await expectAccessible(frame);
        expect(scroller().scrollWidth).to.equal(scroller().clientWidth);
        expect(people.scrollWidth).to.equal(width);
      });
    }
  }
});

describe('visio-invitation', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let written: string[];
  let isRefused: boolean;

  const real = navigator.clipboard;
  beforeEach(() => {
    written = [];
    isRefused = false;
    const writeText = async (words: string) => {
      if (isRefused) throw new DOMException('refused', 'NotAllowedError');
      written.push(words);
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  });
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: real });
    simulation.meeting.dispose();
    frame.remove();
  });

  async function open() {
    simulation = await simulate();
    frame = createFrame({ width: 360, height: 300 });
    document.body.append(frame);
    const element = createView('visio-invitation', simulation.view);
    frame.append(element);
    await element.updateComplete;
    return element;
  }

  it('copies what the host wants, or the address of the page, and says so', async () => {
    const element = await open();
    button(element, 'Copy the invitation').click();
    await until(() => text(query(element, '[role=status]')) === 'Invitation copied');
    expect(text(query(element, 'button'))).to.equal('Invitation copied');
    simulation.meeting.people.setInvitation({ url: 'https://example.org/a' });
    query(element, 'button')!.click();
    simulation.meeting.people.setInvitation({ url: 'https://example.org/a', text: 'Come: https://example.org/a' });
    query(element, 'button')!.click();
    await until(() => written.length === 3);
    expect(written).to.deep.equal([location.href, 'https://example.org/a', 'Come: https://example.org/a']);
    expect(query(element, 'textarea')).to.equal(null);
  });

  it('offers it to be selected where the browser refuses', async () => {
    const element = await open();
    simulation.meeting.people.setInvitation({ url: 'https://example.org/a' });
    isRefused = true;
    button(element, 'Copy the invitation').click();
    const field = await until(() => query<HTMLTextAreaElement>(element, 'textarea'));
    await until(() => element.shadowRoot!.activeElement === field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal('https://example.org/a');
    expect(field.readOnly).to.equal(true);
    expect(text(query(element, 'label'))).to.match(/^Your browser does not let this page copy/);
    await expectAccessible(frame);
    isRefused = false;
    button(element, 'Copy the invitation').click();
    await until(() => !query(element, 'textarea') && written.length === 1);
  });
});

import { expect } from '@open-wc/testing';
import './define.js';
import '../later/later-ring.js';
import '../panel/define.js';
import '../stage/rove.js';
import '../../features/people/define.js';
import { VisioElement } from '../../base/visio-element.js';
import type { VisioPerson } from '../../features/people/person.js';
import { query, queryAll, quiet, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from './call.js';

/** As in the scenario `lecture-1000`: four who can be heard and seen, and 995 who listen; but nothing happens by itself. */
const CROWD = Array.from({ length: 999 }, (_, i) => {
  const name = `Person ${1000 + i}`;
  return i < 4 ? { name, microphone: true, camera: true } : { name, microphone: i % 2 === 0 };
});

/** What each thing that happens in a room of a thousand costs, counted over everything that a call shows. */
describe('a crowd in a call', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;
  const counts = new Map<string, number>();

  const prototype = VisioElement.prototype as unknown as { performUpdate(this: VisioElement): void };
  const { performUpdate } = prototype;

  async function open(panel: string | null) {
    simulation = await simulate({ scenario: { people: CROWD }, microphone: false, camera: false });
    await simulation.meeting.join();
    simulation.view.panel.value = panel;
    frame = createFrame({ width: 1280, height: 800 });
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await call.updateComplete;
    await until(() => tiles().length > 1 && (panel === null || rows().length > 5));
    await quiet(counts);
  }

  const stage = () => query(call, 'visio-stage')!;
  const tiles = () => queryAll<VisioElement & { participantId: string }>(stage(), 'visio-tile');
  const list = () => query(query(call, 'visio-panel')!, 'visio-people')!;
  const rows = () => {
    const panel = query(call, 'visio-panel');
    const people = panel && query(panel, 'visio-people');
    return people ? queryAll<VisioPerson>(people, 'visio-person') : [];
  };

  /** Everything that updated since, those that are new among it. */
  async function costOf(change: () => void): Promise<Readonly<Record<string, number>>> {
    counts.clear();
    change();
    await settle();
    await settle();
    return Object.fromEntries([...counts].sort());
  }

  before(() => {
    prototype.performUpdate = function (this: VisioElement) {
      const { participantId } = this as VisioElement & { participantId?: string };
      const label = participantId ? `${this.localName} ${participantId}` : this.localName;
      counts.set(label, (counts.get(label) ?? 0) + 1);
      performUpdate.call(this);
    };
  });
  after(() => void (prototype.performUpdate = performUpdate));
  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('updates one tile and one row for a mute, and nothing when neither is in sight', async () => {
    await open('people');
    const id = 'person-1002';
    expect([tiles(), rows()].map((all) => all.some(({ participantId }) => participantId === id))).to.deep.equal([true, true]);
    expect(await costOf(() => simulation.director.mute(id, 'microphone'))).to.deep.equal({ [`visio-person ${id}`]: 1, [`visio-tile ${id}`]: 1 });
    expect(await costOf(() => simulation.director.unmute(id, 'microphone'))).to.deep.equal({ [`visio-person ${id}`]: 1, [`visio-tile ${id}`]: 1 });
    expect(await costOf(() => simulation.director.mute('person-1900', 'microphone'))).to.deep.equal({});
    expect(await costOf(() => simulation.director.quality('person-1900', 'poor'))).to.deep.equal({});
  });

  it('updates nobody when a server judges a connection good, and one tile and one row when it is weak', async () => {
    await open('people');
    const id = 'person-1002';
    // The first judgement of everyone comes at once, in the middle of whatever happens.
    const everyone = () => simulation.meeting.roster.ids.peek().forEach((each) => simulation.director.quality(each, 'good'));
    expect(await costOf(everyone)).to.deep.equal({});
    expect(await costOf(() => simulation.director.quality(id, 'poor'))).to.deep.equal({ [`visio-person ${id}`]: 1, [`visio-tile ${id}`]: 1 });
    expect(await costOf(() => simulation.director.quality(id, 'excellent'))).to.deep.equal({ [`visio-person ${id}`]: 1, [`visio-tile ${id}`]: 1 });
  });

  it('updates for a change of speakers those whom it is about', async () => {
    await open('people');
    const about = (cost: Readonly<Record<string, number>>) => Object.keys(cost).filter((label) => / person-/.test(label)).map((label) => label.split(' ')[1]);
    const first = await costOf(() => simulation.director.speak('person-1000', 400));
    expect(new Set(about(first))).to.deep.equal(new Set(['person-1000']));
    await until(() => simulation.meeting.roster.speakers.peek().length === 0);
    const second = await costOf(() => {
      simulation.director.speak('person-1001', 60_000);
      simulation.director.speak('person-1002', 60_000);
    });
    expect(new Set(about(second))).to.deep.equal(new Set(['person-1001', 'person-1002']));
    expect(second['visio-people'], 'nobody moves in the list at a word').to.equal(undefined);
    for (const [label, count] of Object.entries({ ...first, ...second })) expect(count, label).to.be.at.most(2);
  });

  it('updates the list and one row for who comes and who leaves', async () => {
    await open('people');
    const join = await costOf(() => simulation.director.join({ name: 'Person 1003a' }));
    expect([join['visio-people'], join['visio-person person-1003a']]).to.deep.equal([1, 1]);
    expect(Object.keys(join).filter((label) => label.startsWith('visio-person '))).to.have.length(1);
    expect(text(query(list(), '.count'))).to.equal('1,001');
    const leave = await costOf(() => simulation.director.leave('person-1003a'));
    expect(leave['visio-people']).to.equal(1);
    // One row leaves; at the end of what exists another may come.
    expect(Object.keys(leave).filter((label) => label.startsWith('visio-person ')).length).to.be.at.most(2);
    for (const cost of [join, leave]) {
      expect(Object.keys(cost).filter((label) => label.startsWith('visio-tile ')).length, 'tiles').to.be.at.most(2);
      for (const [label, count] of Object.entries(cost)) expect(count, label).to.be.at.most(2);
    }
  });

  it('shows who speaks from out of sight in a tile that is there', async () => {
    await open(null);
    const before = tiles();
    const id = 'person-1900';
    const cost = await costOf(() => simulation.director.speak(id, 60_000));
    await until(() => tiles().some(({ participantId }) => participantId === id));
    expect(tiles().every((tile) => before.includes(tile)), 'no tile is made').to.equal(true);
    const updated = Object.keys(cost).filter((label) => /visio-(stage|tile)/.test(label));
    expect(updated).to.deep.equal(['visio-stage', `visio-tile ${id}`]);
    for (const [label, count] of Object.entries(cost)) expect(count, label).to.be.at.most(2);
  });

  it('makes no tile for a page that is turned', async () => {
    await open(null);
    const before = tiles();
    const shown = before.map(({ participantId }) => participantId);
    query<HTMLElement>(stage(), '.next')!.click();
    await until(() => tiles().every(({ participantId }) => !shown.includes(participantId)));
    expect(tiles().every((tile) => before.includes(tile))).to.equal(true);
  });

  it('has few nodes and no listener in a tile', async () => {
    const heard: EventTarget[] = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      heard.push(this);
      addEventListener.apply(this, args);
    };
    try {
      await open(null);
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
    const isInTile = (target: EventTarget) => target instanceof Node && (target.getRootNode() as Partial<ShadowRoot>).host?.localName === 'visio-tile';
    expect(heard.length, 'others are heard').to.be.above(0);
    expect(heard.filter((target) => isInTile(target) && !(target instanceof HTMLVideoElement))).to.deep.equal([]);

    const quiet = tiles().filter((tile) => query(tile, 'video') === null);
    expect(quiet.length).to.be.above(15);
    for (const tile of quiet) {
      const walker = document.createTreeWalker(tile.shadowRoot!, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
      const counts = { elements: 0, markers: 0 };
      while (walker.nextNode()) counts[walker.currentNode instanceof Element ? 'elements' : 'markers']++;
      // The box, initials, label, name, button, and where the microphone is off its icon of two.
      expect(counts.elements, tile.participantId).to.be.at.most(7);
      // Lit's: one of each tile, and for what may come one each for video, marks and the icon.
      expect(counts.markers, tile.participantId).to.be.at.most(4);
    }
  });

  it('sorts nobody while the panel is closed', async () => {
    await open(null);
    expect(query(call, 'visio-panel')).to.equal(null);
    const cost = await costOf(() => simulation.director.join({ name: 'Person 1003a' }));
    expect(Object.keys(cost).filter((label) => /visio-(people|person)/.test(label))).to.deep.equal([]);
    expect(await costOf(() => simulation.director.mute('person-1002', 'microphone'))).to.deep.equal({ 'visio-tile person-1002': 1 });
  });
});

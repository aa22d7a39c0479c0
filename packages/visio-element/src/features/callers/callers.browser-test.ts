import { expect } from '@open-wc/testing';
import '../../shell/call/define.js';
import '../people/define.js';
import { countUpdates, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';
import type { VisioPeople } from '../people/people.js';
import type { VisioTile } from '../../shell/tile/tile.js';

const people = [
  { name: 'Alice', microphone: true },
  { name: 'Phone +33612345612', id: 'sip_+33612345612', kind: 'sip', microphone: true },
  { name: 'Salle Vauban', kind: 'sip' },
  { name: 'Notes', kind: 'agent' },
] as const;

describe('Who calls by telephone, and what is a program', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function open(name: 'visio-call' | 'visio-people', language: 'en' | 'fr' = 'en') {
    simulation = await simulate({ scenario: { people }, microphone: false, camera: false, language });
    await simulation.meeting.join();
    frame = createFrame({ width: 1024, height: 640 });
    document.body.append(frame);
    const element = createView(name, simulation.view);
    frame.append(element);
    return element;
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('is marked on tiles, and a number is told in part', async () => {
    const call = await open('visio-call', 'fr');
    const tiles = () => queryAll<VisioTile>(query(call, 'visio-stage')!, 'visio-tile');
    const marks = () =>
      tiles().flatMap((tile) => queryAll(tile, 'visio-caller-mark').map((mark) => [text(query(tile, '.name')), mark.shadowRoot && nameOf(query(mark, '[role=img]') ?? mark)]));
    await until(() => query(call, 'visio-stage'));
    await until(() => marks().length === 3 && marks().every(([, words]) => words));
    expect(marks()).to.deep.equal([
      ['+33 •• •• •• 12', 'Par téléphone'],
      ['Salle Vauban', 'Par téléphone'],
      ['Notes', 'Assistant (programme)'],
    ]);
    expect(tiles().some((tile) => tile.shadowRoot!.innerHTML.includes('612345'))).to.equal(false);
    await expectAccessible(frame);
    const updates = countUpdates(tiles(), (tile) => (tile as VisioTile).participantId);
    simulation.director.quality('alice', 'poor');
    await until(() => updates.size > 0);
    await settle();
    expect([...updates.keys()]).to.deep.equal(['alice']);
  });

  it('is said in the list of people', async () => {
    const list = (await open('visio-people')) as VisioPeople;
    const rows = () => queryAll(list, 'visio-person').map((row) => row.getAttribute('aria-label'));
    await until(() => rows().length === 5 && rows().every(Boolean));
    expect(rows().sort()).to.deep.equal([
      '+33 •• •• •• 12, By telephone',
      'Ada Lovelace, you, Microphone off',
      'Alice',
      'Notes, Assistant (a program), Microphone off',
      'Salle Vauban, By telephone, Microphone off',
    ]);
    await expectAccessible(frame);
  });
});

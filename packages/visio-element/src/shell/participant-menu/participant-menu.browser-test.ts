import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signal } from 'visio-core/reactive';
import '../tile/define.js';
import './define.js';
import type { Contribution, ParticipantAction } from '../../base/contribution.js';
import { expectAccessible, expectSame, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioTile } from '../tile/tile.js';
import type { VisioParticipantMenu } from './participant-menu.js';

const people = [{ name: 'Alice', microphone: true }, { name: 'Bob <b>Martin</b>', id: 'bob' }];

describe('visio-participant-menu', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let tile: VisioTile;
  let done: string[] = [];

  const action = (name: string, danger = false): ParticipantAction => ({ name, label: name, icon: 'person', danger, run: () => void done.push(name) });

  async function open(id = 'alice', actions: Contribution['actions'] = () => [action('Remove', true), action('Greet')], options: SimulateOptions = {}) {
    const { view, ...rest } = await simulate({ scenario: { people }, ...options });
    const broken = { name: 'broken', loadActions: () => Promise.reject(new Error('offline')) };
    simulation = { ...rest, view: { ...view, contributions: signal<Contribution[]>([{ name: 'test', actions: actions! }, broken]) } };
    await simulation.meeting.join();
    frame = createFrame({ width: 320, height: 180 });
    document.body.append(frame);
    tile = createView('visio-tile', simulation.view);
    tile.participantId = id;
    tile.style.setProperty('height', '100%');
    frame.append(tile);
    await tile.updateComplete;
  }

  const button = () => query<HTMLButtonElement>(tile, '.options')!;
  const menu = () => query<VisioParticipantMenu>(tile, 'visio-participant-menu');
  const entries = () => queryAll(menu()!, '[role=menuitem]');
  const isOpen = () => Boolean(menu() && query(menu()!, '.menu:popover-open'));

  async function press() {
    button().click();
    await until(isOpen);
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
    done = [];
  });

  it('opens from a tile, with what may be done, what asks for care last', async () => {
    await open();
    expect(nameOf(button())).to.equal('Options for Alice');
    await press();
    expect(entries().map(text)).to.deep.equal(['Greet', 'Remove']);
    expect(button().getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(frame);
    entries()[0]!.click();
    await until(() => menu() === null);
    expect(done).to.deep.equal(['Greet']);
    expectSame(tile.shadowRoot!.activeElement, button());
    expect(button().getAttribute('aria-expanded')).to.equal('false');
  });

  it('is used by keyboard, and gives the focus back', async () => {
    await open();
    button().focus();
    await sendKeys({ press: 'Enter' });
    await until(isOpen);
    const focused = () => text(menu()!.shadowRoot!.activeElement);
    expect(focused()).to.equal('Greet');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Remove');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Greet');
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal('Remove');
    await sendKeys({ press: 'Escape' });
    await until(() => menu() === null);
    expectSame(tile.shadowRoot!.activeElement, button());
    await sendKeys({ press: 'Enter' });
    await until(isOpen);
    await sendKeys({ press: 'Enter' });
    await until(() => done.length > 0);
    expect(done).to.deep.equal(['Greet']);
  });

  it('follows what may be done while it is open, and goes with the person', async () => {
    await open('alice', ({ meeting }, id) => (meeting.roster.get(id).value?.tracks.microphone?.muted ? [] : [action('Mute')]));
    await press();
    expect(entries().map(text)).to.deep.equal(['Mute']);
    simulation.director.mute('alice', 'microphone');
    await until(() => text(entries()[0]!) === 'Nothing can be done here');
    simulation.director.leave('alice');
    await until(() => menu() === null);
  });

  it('shows names as text, and stays in the window', async () => {
    await open('bob', undefined, { language: 'fr' });
    frame.style.setProperty('position', 'fixed');
    frame.style.setProperty('inset', 'auto auto 0 0');
    await press();
    expect(text(query(menu()!, '.title'))).to.equal('Bob <b>Martin</b>');
    expect(nameOf(button())).to.equal('Options pour Bob <b>Martin</b>');
    const box = query(menu()!, '.menu')!.getBoundingClientRect();
    expect(box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight).to.equal(true);
  });

  it('serves a list of people, too: one menu for all rows', async () => {
    await open();
    const anchors = [document.createElement('button'), document.createElement('button')];
    anchors.forEach((anchor) => (anchor.textContent = 'Row'));
    const shared = createView('visio-participant-menu', simulation.view);
    frame.append(...anchors, shared);
    shared.participantId = 'alice';
    await shared.open(anchors[0]!);
    expect(text(query(shared, '.title'))).to.equal('Alice');
    shared.participantId = 'bob';
    await shared.open(anchors[1]!);
    await settle();
    expect(anchors.map(({ ariaExpanded }) => ariaExpanded)).to.deep.equal(['false', 'true']);
    expect(text(query(shared, '.title'))).to.equal('Bob <b>Martin</b>');
    shared.close();
    await until(() => anchors[1]!.ariaExpanded === 'false');
  });
});

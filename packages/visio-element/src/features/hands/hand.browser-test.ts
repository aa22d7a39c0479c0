import { expect } from '@open-wc/testing';
import { createMeeting, VisioError, type Backend } from 'visio-core';
import { simulatedDirector, simulatedEngine, type Director, type Scenario } from 'visio-core/engines/simulated';
import { loadTranslator } from 'visio-core/i18n';
import '../../shell/call/define.js';
import { features } from '../index.js';
import { createViewState } from '../../shell/meeting/view-state.js';
import { button, countUpdates, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';
import type { VisioTile } from '../../shell/tile/tile.js';
import { hand } from './contribution.js';

const people = ['Alice', 'Bob', 'Chloé', 'David'].map((name) => ({ name }));

/** A meeting whose backend carries hands, and may fail. */
async function simulateHands(scenario: Scenario = { people }, language: 'en' | 'fr' = 'en') {
  const server: { director?: Director; failure: Error | null } = { failure: null };
  const move = async (id: string, raised: boolean) => {
    if (server.failure) throw server.failure;
    server.director!.setHandRaised(id, raised);
  };
  const backend: Backend = {
    credentials: async () => ({ serverUrl: 'wss://simulated', token: 'plain' }),
    hands: { setRaised: (raised) => move('local', raised), lower: (id) => move(id, false) },
  };
  const engine = simulatedEngine({ sound: false, scenario });
  const meeting = createMeeting({ engine, backend, displayName: 'Ada', microphone: false, camera: false });
  const director = (server.director = simulatedDirector(meeting)!);
  const translator = await loadTranslator(language);
  await translator.loadRest();
  return { meeting, director, server, view: { meeting, ...createViewState(translator, features) } };
}

describe('Raised hands in a call', () => {
  let simulation: Simulation & { readonly server: { failure: Error | null } };
  let frame: HTMLElement;
  let call: VisioCall;

  async function open(scenario?: Scenario, language?: 'en' | 'fr') {
    simulation = await simulateHands(scenario, language);
    await simulation.meeting.join();
    frame = createFrame({ width: 1200, height: 720 });
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await call.updateComplete;
    await until(() => tiles().length > 0);
  }

  const bar = () => query(call, 'visio-bar')!;
  const tiles = () => queryAll<VisioTile>(query(call, 'visio-stage')!, 'visio-tile');
  const marks = () =>
    Object.fromEntries(tiles().flatMap((tile) => queryAll(tile, '.marks [role=img]').map((mark) => [tile.participantId, nameOf(mark)])));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('raises one’s own when the server says so, and says what a click does', async () => {
    await open();
    const raise = await until(() => query<HTMLButtonElement>(bar(), '[data-control=hand]'));
    expect(nameOf(raise)).to.equal('Raise your hand');
    raise.click();
    await until(() => nameOf(raise) === 'Lower your hand');
    expect(raise.className).to.contain('on');
    expect(marks()).to.deep.equal({ local: 'Hand raised, number 1' });
    raise.click();
    await until(() => nameOf(raise) === 'Raise your hand');
    expect(marks()).to.deep.equal({});
  });

  it('tells what went wrong', async () => {
    await open(undefined, 'fr');
    simulation.server.failure = new VisioError('NOT_ALLOWED', 'no');
    button(bar(), 'Lever la main').click();
    await until(() => simulation.meeting.notices.items.peek().length > 0);
    expect(simulation.meeting.notices.items.peek()[0]).to.deep.include({ text: { key: 'error.NOT_ALLOWED' }, urgency: 'high' });
    expect(marks()).to.deep.equal({});
  });

  it('marks tiles with the place in the queue, and updates those alone whose place changed', async () => {
    await open();
    await until(() => simulation.meeting.hands.setRaised.enabled.peek());
    await settle();
    const stage = query(call, 'visio-stage')! as VisioCall;
    const updates = countUpdates([call, stage, ...tiles()], (each) => (each as unknown as VisioTile).participantId ?? each.localName);
    simulation.director.setHandRaised('bob', true);
    await until(() => marks()['bob']);
    await settle();
    expect([...updates]).to.deep.equal([['bob', 1]]);
    simulation.director.after(5, () => simulation.director.setHandRaised('alice', true));
    await until(() => marks()['alice']);
    await settle();
    expect(marks()).to.deep.equal({ bob: 'Hand raised, number 1', alice: 'Hand raised, number 2' });
    expect([...updates]).to.deep.equal([['bob', 1], ['alice', 1]]);
    simulation.director.setHandRaised('bob', false);
    await until(() => !marks()['bob']);
    await settle();
    expect(marks()).to.deep.equal({ alice: 'Hand raised, number 1' });
    expect([...updates]).to.deep.equal([['bob', 2], ['alice', 2]]);
    await expectAccessible(call);
  });

  it('offers moderators to lower the hands of others', async () => {
    await open();
    const { view, director, meeting } = simulation;
    const actions = (id: string) => hand.actions!(view, id);
    director.setHandRaised('bob', true);
    await until(() => meeting.hands.queue.peek().length > 0);
    expect(actions('bob')).to.deep.equal([]);
    director.setAttributes('local', { room_role: 'owner' });
    await until(() => meeting.hands.lower.enabled.peek());
    expect(actions('alice')).to.deep.equal([]);
    expect(actions('local')).to.deep.equal([]);
    const [action] = actions('bob');
    expect(action).to.include({ name: 'lower-hand', label: 'Lower their hand' });
    action!.run();
    await until(() => meeting.hands.queue.peek().length === 0);
  });

  it('shows reactions over the stage, unless they are switched off', async () => {
    await open();
    const { director, meeting } = simulation;
    const overlays = await until(() => query(call, 'visio-overlays'));
    const display = () => overlays.shadowRoot && query(overlays, 'visio-reaction-display');
    const reactions = () => queryAll(display()!, '.reaction').map(text);
    director.react('bob', 'party-popper');
    await until(display);
    await until(() => reactions().length > 0);
    expect(reactions()).to.deep.equal(['🎉 Bob']);
    await meeting.reactions.setShown(false);
    await until(() => !display());
  });
});

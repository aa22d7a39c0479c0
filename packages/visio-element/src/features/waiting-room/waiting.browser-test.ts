import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SimulatedBackend } from 'visio-core/engines/simulated';
import '../lobby/define.js';
import '../../shell/call/define.js';
import { button, countUpdates, expectAccessible, nameOf, query, queryAll, quiet, text, until } from '../../testing/check.js';
import { createFrame, createView, giveBackend, joinAsModerator, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';
import type { VisioLobby } from '../lobby/lobby.js';

describe('visio-waiting', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let lobby: VisioLobby;
  let gate: ReturnType<SimulatedBackend['holdBack']>;

  async function open(options: SimulateOptions = {}, { watching = false, ...size }: FrameOptions & { watching?: boolean } = {}) {
    simulation = await simulate({ scenario: 'duo', ...options });
    gate = giveBackend(simulation).holdBack();
    simulation.view.watching.value = watching;
    if (!watching) simulation.meeting.openLobby();
    frame = createFrame(size);
    document.body.append(frame);
    lobby = createView('visio-lobby', simulation.view);
    frame.append(lobby);
    await lobby.updateComplete;
  }

  const waiting = () => query(lobby, 'visio-waiting');
  const shown = () => until(() => waiting()?.shadowRoot && query(waiting()!, 'h2') && waiting());
  const state = () => simulation.meeting.connection.state.peek();

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('says what happens next in place of the form, and takes the focus with it', async () => {
    await open();
    lobby.focus();
    await sendKeys({ press: 'Enter' });
    const element = await shown();
    expect(text(query(element!, 'h2'))).to.equal('Waiting to be let in');
    await until(() => text(query(element!, '[role=status]')).startsWith('Waiting to be let in The people in the meeting have been told'));
    expect(query(lobby, 'form')!.hidden).to.equal(true);
    await until(() => element!.shadowRoot!.activeElement === query(element!, 'h2'), 'the heading has the focus');
    await expectAccessible(frame);
  });

  it('leaves the focus where it is when that is elsewhere', async () => {
    await open();
    const outside = document.createElement('input');
    document.body.append(outside);
    outside.focus();
    simulation.meeting.join().catch(() => undefined);
    await shown();
    expect(document.activeElement === outside).to.equal(true);
    outside.remove();
  });

  it('keeps the preview, and lets devices be turned on and off and chosen', async () => {
    await open();
    const video = await until(() => query<HTMLVideoElement>(lobby, 'video.live'));
    button(lobby, 'Join the meeting').click();
    await shown();
    expect(query(lobby, 'video.live') === video).to.equal(true);
    button(lobby, 'Turn off camera').click();
    await until(() => simulation.meeting.camera.track.peek() === null);
    expect(queryAll(lobby, 'select').length).to.be.greaterThan(1);
  });

  it('tells that one was let in, and goes into the call', async () => {
    await open();
    button(lobby, 'Join the meeting').click();
    const element = await shown();
    const voice = query(element!, '[role=status]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(text(voice))).observe(voice, { childList: true, characterData: true, subtree: true });
    gate.letIn();
    await until(() => state() === 'connected');
    await until(() => said.some((words) => words.startsWith('You were let in.')));
    await until(() => simulation.meeting.notices.items.peek().some(({ kind }) => kind === 'admitted'));
  });

  it('ends with the failure when one is refused', async () => {
    await open();
    button(lobby, 'Join the meeting').click();
    await shown();
    gate.refuse();
    await until(() => state() === 'failed');
    expect(simulation.meeting.connection.error.peek()?.code).to.equal('ENTRY_REFUSED');
  });

  it('can be given up by keyboard', async () => {
    await open();
    button(lobby, 'Join the meeting').click();
    const element = await shown();
    button(element!, 'Stop waiting').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => state() === 'left');
    expect(simulation.meeting.camera.track.peek()).to.equal(null);
  });

  it('keeps the form, with a way out, where its code cannot be had', async () => {
    await open({ language: 'fr' });
    const translator = simulation.view.translator.peek();
    simulation.view.translator.value = { ...translator, loadRest: () => Promise.reject(new Error('offline')) };
    await lobby.updateComplete;
    button(lobby, 'Rejoindre la réunion').click();
    await until(() => state() === 'waiting');
    await until(() => queryAll(lobby, 'button').some((each) => text(each) === 'Annuler'));
    expect(waiting()).to.equal(null);
    button(lobby, 'Annuler').click();
    await until(() => state() === 'left');
  });

  it('fits a side panel, in French', async () => {
    await open({ language: 'fr' }, { width: 320, height: 480, theme: 'dark' });
    button(lobby, 'Rejoindre la réunion').click();
    const element = await shown();
    expect(text(query(element!, 'h2'))).to.equal('En attente d’admission');
    expect(lobby.scrollWidth).to.equal(lobby.clientWidth);
    await expectAccessible(frame);
  });
});

describe('Those who wait, in a call', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;
  let backend: SimulatedBackend;

  async function open(size: FrameOptions = { width: 1024, height: 720 }) {
    simulation = await simulate({ scenario: 'duo', camera: false, microphone: false });
    backend = await joinAsModerator(simulation);
    frame = createFrame(size);
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await until(() => query(call, 'visio-notices')?.shadowRoot && query(query(call, 'visio-bar')!, '[data-control=people]'));
  }

  const notice = () => queryAll(query(call, 'visio-notices')!, '.item').find((each) => text(each).includes('come in'));
  const actions = (element: Element) => [...element.querySelectorAll('button')].map(nameOf);
  const people = () => query(query(call, 'visio-bar')!, '[data-control=people]')!;
  const spoken = () => text(query(query(call, 'visio-notices')!, '.voice'));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('are told with what to do, without taking the focus, and counted on the button of the people', async () => {
    await open();
    people().focus();
    const let_in = backend.knock({ id: 'z', name: 'Zoé' });
    const element = await until(notice);
    expect(text(element)).to.contain('Zoé wants to come in.');
    expect(actions(element)).to.deep.equal(['Admit', 'Refuse', 'Dismiss']);
    expect(query(call, 'visio-bar')!.shadowRoot!.activeElement === people()).to.equal(true);
    await until(() => nameOf(people()) === 'People, 1 person is waiting to be let in');
    await until(() => spoken().includes('Zoé wants to come in.'));
    await expectAccessible(frame);
    element.querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(await let_in).to.equal(true);
    await until(() => !notice() && nameOf(people()) === 'People');
  });

  it('can be refused from the notice', async () => {
    await open();
    const let_in = backend.knock({ id: 'z', name: '' });
    const element = await until(notice);
    expect(text(element)).to.contain('Guest wants to come in.');
    [...element.querySelectorAll('button')].find((each) => nameOf(each) === 'Refuse')!.click();
    expect(await let_in).to.equal(false);
  });

  it('are told together when there are many, and lead to the list, where the notice is not needed', async () => {
    await open();
    for (const id of ['a', 'b', 'c']) void backend.knock({ id, name: id });
    const element = await until(() => notice() && text(notice()!).includes('3 people') && notice());
    expect(actions(element!)).to.deep.equal(['Admit everyone', 'People', 'Dismiss']);
    [...element!.querySelectorAll('button')].find((each) => nameOf(each) === 'People')!.click();
    await until(() => simulation.view.panel.peek() === 'people' && !notice());
  });

  it('update nothing while they are asked about again and again', async () => {
    await open();
    void backend.knock({ id: 'z', name: 'Zoé' });
    await until(notice);
    const bar = query(call, 'visio-bar')! as VisioCall;
    const updates = countUpdates([call, bar, query(call, 'visio-notices')! as VisioCall], ({ localName }) => localName);
    await quiet(updates);
    const asked = () => backend.calls.filter(([method]) => method === 'list').length;
    const before = asked();
    await until(() => asked() >= before + 3);
    expect([...updates]).to.deep.equal([]);
  });

  it('are told where the host shows no list of people, too', async () => {
    await open();
    simulation.view.controlWords.value = 'microphone chat';
    for (const id of ['a', 'b', 'c']) void backend.knock({ id, name: id });
    const element = await until(() => notice() && text(notice()!).includes('3 people') && notice());
    expect(actions(element!)).to.deep.equal(['Admit everyone', 'Dismiss']);
  });

  it('are told again when a decision failed', async () => {
    await open();
    void backend.knock({ id: 'z', name: 'Zoé' });
    const element = await until(notice);
    backend.failWith((method) => (method === 'admit' ? new Error('no') : null));
    element.querySelector('button')!.click();
    await until(() => simulation.meeting.waitingRoom.admit.error.peek());
    await until(notice);
  });
});

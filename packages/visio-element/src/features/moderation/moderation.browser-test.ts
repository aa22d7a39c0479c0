import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VisioError } from 'visio-core';
import type { SimulatedBackend } from 'visio-core/engines/simulated';
import '../../shell/call/define.js';
import { button, expectAccessible, nameOf, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, joinAsModerator, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';
import type { VisioTile } from '../../shell/tile/tile.js';

const PEOPLE = [
  { name: 'Grace', microphone: true, camera: true, screen: true, attributes: { is_authenticated: 'true' } },
  { name: 'Alan', microphone: false, attributes: { is_authenticated: 'false' } },
  { name: 'Olive', microphone: true, attributes: { room_role: 'owner' } },
];

describe('Moderation in a call', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;
  let backend: SimulatedBackend;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: PEOPLE }, camera: false, microphone: false, ...options });
    backend = await joinAsModerator(simulation);
    frame = createFrame({ width: 1200, height: 720, ...size });
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await call.updateComplete;
    await until(() => queryAll(query(call, 'visio-stage')!, 'visio-tile').length > 3);
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  const tileOf = (id: string) => queryAll<VisioTile>(query(call, 'visio-stage')!, 'visio-tile').find((tile) => tile.participantId === id && tile.source === 'camera')!;
  const trackOf = (id: string, source: 'microphone' | 'camera' | 'screen_share') => simulation.meeting.roster.get(id).peek()?.tracks[source];

  /** Opens the menu of someone's tile, and gives its entries by name. */
  async function menuOf(id: string): Promise<Map<string, HTMLElement>> {
    const tile = tileOf(id);
    const options = await until(() => query<HTMLElement>(tile, '.options'));
    options.click();
    const menu = await until(() => query(tile, 'visio-participant-menu'));
    await until(() => queryAll(menu, '[role=menuitem]').length > 0);
    return new Map(queryAll(menu, '[role=menuitem]').map((entry) => [text(entry), entry]));
  }

  const dialog = () => query(call, 'visio-dialog');
  const inDialog = (tag: string) => until(() => dialog()?.shadowRoot && query(dialog()!, tag), tag);

  it('offers in someone’s menu what may be done about them', async () => {
    await open();
    expect([...(await menuOf('grace')).keys()]).to.include.members(['Mute', 'Turn off their camera', 'Stop their screen share', 'Make co-host', 'Remove from the meeting']);
    await sendKeys({ press: 'Escape' });
    const alan = [...(await menuOf('alan')).keys()];
    expect(alan).to.include('Remove from the meeting');
    expect(alan).not.to.include.members(['Mute']);
    expect(alan).not.to.include.members(['Make co-host']);
    await sendKeys({ press: 'Escape' });
    const own = [...(await menuOf('local')).keys()];
    expect(own).not.to.include.members(['Remove from the meeting']);
  });

  it('offers nothing that one may not do', async () => {
    await open();
    simulation.director.setAttributes('local', { room_role: 'member' });
    simulation.director.setRoomMetadata({ configuration: { everyone_can_mute: false } });
    await until(() => !simulation.meeting.moderation.mute.enabled.peek());
    const entries = [...(await menuOf('grace')).keys()];
    for (const name of ['Mute', 'Turn off their camera', 'Make co-host', 'Remove from the meeting']) expect(entries).not.to.include(name);
  });

  it('mutes, stops cameras and shares, and changes roles by the menu', async () => {
    await open();
    (await menuOf('grace')).get('Mute')!.click();
    await until(() => trackOf('grace', 'microphone')!.muted);
    (await menuOf('grace')).get('Turn off their camera')!.click();
    await until(() => trackOf('grace', 'camera')!.muted);
    (await menuOf('grace')).get('Stop their screen share')!.click();
    await until(() => trackOf('grace', 'screen_share')!.muted);
    (await menuOf('grace')).get('Make co-host')!.click();
    await until(() => simulation.director.see('grace')!.attributes['room_role'] === 'administrator');
    const entries = await menuOf('grace');
    expect([...entries.keys()]).not.to.include('Mute');
    entries.get('Remove as co-host')!.click();
    await until(() => simulation.director.see('grace')!.attributes['room_role'] === 'member');
  });

  it('keeps someone from speaking, showing or sharing, and lets them again', async () => {
    await open();
    const may = () => simulation.meeting.roster.get('grace').peek()!.canPublish.join();
    for (const [forbid, allow, left] of [
      ['Do not let them speak', 'Let them speak', 'camera,screen_share,screen_share_audio'],
      ['Do not let them show their camera', 'Let them show their camera', 'screen_share,screen_share_audio,microphone'],
      ['Do not let them share their screen', 'Let them share their screen', 'microphone,camera'],
    ] as const) {
      (await menuOf('grace')).get(forbid)!.click();
      await until(() => may() === left, `${forbid}: ${left}`);
      const entries = await menuOf('grace');
      expect([...entries.keys()]).not.to.include(forbid);
      entries.get(allow)!.click();
      await until(() => simulation.meeting.roster.get('grace').peek()!.canPublish.length === 4, allow);
    }
    // Who hosts may do everything, whatever is said.
    expect([...(await menuOf('olive')).keys()]).not.to.include('Do not let them speak');
  });

  it('says what the server refused', async () => {
    await open({ language: 'fr' });
    backend.failWith(new VisioError('NOT_ALLOWED', 'no'));
    (await menuOf('grace')).get('Couper son micro')!.click();
    await until(() => simulation.meeting.notices.items.peek().some(({ kind }) => kind === 'failure'));
    expect(simulation.meeting.notices.items.peek().find(({ kind }) => kind === 'failure')).to.deep.include({ text: { key: 'error.NOT_ALLOWED' } });
    expect(trackOf('grace', 'microphone')!.muted).to.equal(false);
  });

  it('asks before someone is removed, by keyboard, and says whether they can come back', async () => {
    await open();
    (await menuOf('grace')).get('Remove from the meeting')!.click();
    const removal = await inDialog('visio-removal');
    await until(() => removal.shadowRoot && queryAll(removal, 'button').length === 2);
    expect(text(query(dialog()!, 'h2'))).to.equal('Remove from the meeting?');
    expect(queryAll(removal, 'p').map(text)).to.deep.equal(['Grace will leave the meeting at once.', 'They can come back with the link.', '']);
    await expectAccessible(frame);
    button(removal, 'Cancel').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => simulation.view.dialog.peek() === null);
    expect(simulation.director.see('grace')).to.not.equal(undefined);

    simulation.director.setRoomMetadata({ access_level: 'restricted' });
    (await menuOf('grace')).get('Remove from the meeting')!.click();
    await until(() => queryAll(removal, 'p').map(text)[1] === 'To come back, they may have to wait until you let them in.');
    backend.failWith(new VisioError('BACKEND_FAILED', 'no'));
    await until(() => simulation.view.dialog.peek() === 'removal' && removal.isConnected);
    button(removal, 'Remove').click();
    await until(() => text(query(removal, '[role=alert]')) === 'Visio has a problem. Try again in a moment.');
    backend.failWith(null);
    button(removal, 'Remove').click();
    await until(() => simulation.director.see('grace') === undefined && simulation.view.dialog.peek() === null);
  });

  it('asks no more about someone who left by themselves', async () => {
    await open();
    (await menuOf('grace')).get('Remove from the meeting')!.click();
    const removal = await inDialog('visio-removal');
    await until(() => removal.shadowRoot && queryAll(removal, 'button').length === 2);
    simulation.director.leave('grace');
    await until(() => simulation.view.dialog.peek() === null);
    expect(backend.calls.some(([method]) => method === 'remove')).to.equal(false);
  });

  async function openSettings() {
    simulation.view.dialog.value = 'moderation';
    const settings = await inDialog('visio-moderation');
    await until(() => settings.shadowRoot && queryAll(settings, '.level').length === 3);
    const level = (words: string) => queryAll(settings, '.level').find((each) => text(each).startsWith(words))!;
    const may = (words: string) => queryAll(settings, 'label').find((each) => text(each) === words)!.querySelector('input')!;
    return { settings, level, may };
  }

  it('shows the room’s settings as they are, and what was asked once it is so', async () => {
    await open();
    simulation.director.setRoomMetadata({ access_level: 'public' });
    const { settings, level, may } = await openSettings();
    await until(() => level('Everyone with the link').getAttribute('aria-pressed') === 'true');
    await expectAccessible(frame);

    let answer: () => void = () => undefined;
    const { setRoom } = backend.moderation;
    backend.moderation.setRoom = async (...args) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return setRoom(...args);
    };
    level('Only hosts').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => text(query(settings, '[role=status]')) === 'Asking the meeting…');
    expect(level('Only hosts').getAttribute('aria-pressed')).to.equal('false');
    // One thing at a time.
    may('Mute others').click();
    answer();
    await until(() => level('Only hosts').getAttribute('aria-pressed') === 'true');
    backend.moderation.setRoom = setRoom;
    await until(() => text(query(settings, '[role=status]')) === '');

    expect(may('Share their screen').checked).to.equal(true);
    may('Share their screen').focus();
    await sendKeys({ press: ' ' });
    await until(() => !may('Share their screen').checked);
    await until(() => !simulation.meeting.roster.get('grace').peek()!.canPublish.includes('screen_share'));
    expect(simulation.meeting.roomState.peek()).to.deep.include({ accessLevel: 'restricted', canPublish: ['microphone', 'camera'], everyoneCanMute: true });
    expect(simulation.meeting.roster.get('olive').peek()!.canPublish).to.include('screen_share');
    await until(() => !simulation.meeting.moderation.setRoom.pending.peek());
    may('Share their screen').click();
    await until(() => may('Share their screen').checked);
    await until(() => !simulation.meeting.moderation.setRoom.pending.peek());
    may('Mute others').click();
    await until(() => !may('Mute others').checked);
  });

  it('keeps a setting that the server refused as it is, and says why', async () => {
    await open();
    const { settings, may } = await openSettings();
    backend.failWith(new VisioError('NOT_ALLOWED', 'no'));
    may('Turn on their camera').click();
    await until(() => text(query(settings, '[role=status]')).startsWith('You may not do this in this meeting.'));
    expect(may('Turn on their camera').checked).to.equal(true);
  });

  it('closes for who moderates no longer', async () => {
    await open();
    await openSettings();
    simulation.director.setAttributes('local', { room_role: 'member' });
    await until(() => simulation.view.dialog.peek() === null);
  });

  it('mutes everyone and lowers all hands', async () => {
    await open();
    simulation.director.setHandRaised('alan', true);
    const { settings } = await openSettings();
    button(settings, 'Mute everyone').click();
    await until(() => trackOf('grace', 'microphone')!.muted && trackOf('olive', 'microphone')!.muted);
    button(settings, 'Lower all hands').click();
    await until(() => simulation.meeting.hands.queue.peek().length === 0);
  });

  it('is in the menu of the bar for moderators only', async () => {
    await open();
    const entries = async () => {
      const more = await until(() => query<HTMLElement>(query(call, 'visio-bar')!, '[data-control=more]'));
      simulation.view.popup.value = null;
      more.click();
      const popup = query(query(call, 'visio-bar')!, 'visio-popup')!;
      const all = () => [...deep(popup)].filter((each) => each.localName === 'button').map(nameOf);
      await until(() => popup.shadowRoot && all().includes('Settings'));
      return all();
    };
    expect(await entries()).to.include('Manage the meeting');
    simulation.director.setAttributes('local', { room_role: 'member' });
    await until(() => !simulation.meeting.moderation.setRoom.enabled.peek());
    simulation.view.popup.value = null;
    await query<VisioCall>(call, 'visio-bar')!.updateComplete;
    expect(await entries()).not.to.include('Manage the meeting');
  });

  it('fits 320 × 480, in French', async () => {
    await open({ language: 'fr' }, { width: 320, height: 480, theme: 'light' });
    const element = createView('visio-moderation', simulation.view);
    await import('./define.js');
    frame.replaceChildren(element);
    await until(() => element.shadowRoot && queryAll(element, '.level').length === 3);
    expect(element.scrollWidth).to.equal(320);
    await expectAccessible(frame);
  });
});

/** All elements below one, through shadow roots. */
function* deep(element: Element): Iterable<Element> {
  for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) {
    yield child;
    yield* deep(child);
  }
}

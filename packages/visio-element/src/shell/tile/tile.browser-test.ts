import { expect } from '@open-wc/testing';
import { html, nothing } from 'lit';
import type { VideoSource } from 'visio-core';
import { signal } from 'visio-core/reactive';
import './define.js';
import type { Contribution } from '../../base/contribution.js';
import { countUpdates, expectAccessible, expectSame, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioTile } from './tile.js';

const people = [
  { name: 'Alice', microphone: false, camera: true },
  { name: 'Bob Martin', microphone: true },
];

describe('visio-tile', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function join(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people }, ...options });
    await simulation.meeting.join();
    frame = createFrame({ width: 320, height: 180 });
    document.body.append(frame);
  }

  async function show(participantId: string, source: VideoSource = 'camera'): Promise<VisioTile> {
    const tile = createView('visio-tile', simulation.view);
    tile.participantId = participantId;
    tile.source = source;
    tile.style.setProperty('height', '100%');
    frame.replaceChildren(tile);
    await tile.updateComplete;
    return tile;
  }

  const name = (tile: VisioTile) => nameOf(query(tile, '[role=group]')!);
  const live = (tile: VisioTile) => until(() => query<HTMLVideoElement>(tile, 'video.live'), 'the video is seen');

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('shows a camera, and says whose and how', async () => {
    await join();
    const tile = await show('alice');
    const video = await live(tile);
    await until(() => video.videoWidth > 0);
    expect(name(tile)).to.equal('Alice, Microphone off');
    expect(text(query(tile, '.name'))).to.equal('Alice');
  });

  it('shows initials while there is no video', async () => {
    await join();
    const tile = await show('bob-martin');
    expect(text(query(tile, '.avatar'))).to.equal('BM');
    expect(queryAll(tile, 'video')).to.have.length(0);
    simulation.director.setCamera('bob-martin', true);
    const video = await live(tile);
    simulation.director.setCamera('bob-martin', false);
    await until(() => queryAll(tile, 'video').length === 0 && video.srcObject === null);
    simulation.director.setCamera('bob-martin', true);
    await live(tile);
  });

  it('goes on with a picture that runs already', async () => {
    await join();
    const { engine } = simulation.meeting;
    const ahead = document.createElement('video');
    ahead.muted = ahead.autoplay = true;
    simulation.meeting.attach('alice', 'camera', ahead);
    await until(() => ahead.readyState >= ahead.HAVE_CURRENT_DATA);
    const attached: unknown[] = [];
    Object.assign(engine, {
      takeVideo: (id: string, source: VideoSource) => (id === 'alice' && source === 'camera' ? ahead : undefined),
      attach: (...args: unknown[]) => {
        attached.push(args);
        return () => undefined;
      },
    });
    const tile = await show('alice');
    expectSame(query(tile, 'video.live'), ahead);
    expect(attached).to.deep.equal([['alice', 'camera', ahead]]);
    expect([ahead.tabIndex, ahead.getAttribute('aria-hidden')]).to.deep.equal([-1, 'true']);
  });

  it('says "You" of oneself, mirrored, in the reader’s language', async () => {
    await join({ language: 'fr' });
    const tile = await show('local');
    await until(() => simulation.meeting.camera.enabled.peek() && simulation.meeting.microphone.enabled.peek());
    expect(getComputedStyle(await live(tile)).scale).to.equal('-1 1');
    await simulation.meeting.microphone.setEnabled(false);
    await until(() => name(tile) === 'Vous, Micro coupé');
  });

  it('shows a screen whole, and says whose', async () => {
    await join();
    simulation.director.share('alice');
    await until(() => simulation.meeting.roster.screenSharers.peek().length === 1);
    const tile = await show('alice', 'screen_share');
    expect(getComputedStyle(await live(tile)).objectFit).to.equal('contain');
    expect(name(tile)).to.equal('Alice’s screen');
  });

  it('marks who speaks without moving anything', async () => {
    await join();
    const tile = await show('bob-martin');
    const before = JSON.stringify(query(tile, '.tile')!.getBoundingClientRect());
    simulation.director.speak('bob-martin', 5000);
    await until(() => query(tile, '.speaking'));
    expect(name(tile)).to.equal('Bob Martin, Speaking');
    expect(JSON.stringify(query(tile, '.tile')!.getBoundingClientRect())).to.equal(before);
  });

  it('says when a connection is weak or lost', async () => {
    await join();
    const tile = await show('bob-martin');
    simulation.director.quality('bob-martin', 'poor');
    await until(() => query(tile, '.quality.poor'));
    expect(name(tile)).to.equal('Bob Martin, Weak connection');
    expect(query(tile, '.quality')!.title).to.equal('Weak connection');
    simulation.director.quality('bob-martin', 'lost');
    await until(() => name(tile) === 'Bob Martin, Connection lost');
    simulation.director.quality('bob-martin', 'excellent');
    await until(() => query(tile, '.quality') === null);
  });

  it('calls people without a name guests', async () => {
    await join();
    simulation.director.rename('alice', '');
    const tile = await show('alice');
    await until(() => name(tile) === 'Guest, Microphone off');
  });

  it('updates once for one change', async () => {
    await join();
    const tile = await show('bob-martin');
    await settle();
    const updates = countUpdates([tile], () => 'tile');
    simulation.director.mute('bob-martin', 'microphone');
    await until(() => name(tile).includes('Microphone off'));
    simulation.director.mute('alice', 'camera');
    simulation.director.quality('alice', 'poor');
    simulation.director.quality('bob-martin', 'good');
    await settle();
    expect(updates.get('tile')).to.equal(1);
  });

  it('shows the marks of contributions, each by what it reads', async () => {
    const { view, ...rest } = await simulate({ scenario: { people } });
    const marked = signal('alice');
    const mark = { name: 'star', mark: (_: unknown, id: string) => (marked.value === id ? html`<b>★</b>` : nothing) };
    simulation = { ...rest, view: { ...view, contributions: signal<Contribution[]>([{ name: 'plain' }, mark]) } };
    await simulation.meeting.join();
    frame = createFrame({ width: 320, height: 180 });
    document.body.append(frame);
    const tile = await show('alice');
    expect(text(query(tile, '.marks'))).to.equal('★');
    await settle();
    const updates = countUpdates([tile], () => 'tile');
    marked.value = 'bob-martin';
    await settle();
    expect(text(query(tile, '.marks'))).to.equal('');
    expect(updates.get('tile')).to.equal(1);
  });

  it('lets go of the video when it leaves the page, and takes it again', async () => {
    await join();
    const tile = await show('alice');
    const video = await live(tile);
    tile.remove();
    await until(() => video.srcObject === null);
    frame.append(tile);
    await until(() => video.srcObject !== null);
  });

  it('keeps the video when it is moved', async () => {
    await join();
    const tile = await show('alice');
    const video = await live(tile);
    const picture = video.srcObject;
    const box = document.createElement('div');
    frame.append(box);
    box.append(tile);
    await settle();
    expectSame(video.srcObject, picture);
    expect(video.paused).to.equal(false);
  });

  it('shows nothing of who is not there', async () => {
    await join();
    const tile = await show('nobody');
    expect(queryAll(tile, '*')).to.have.length(0);
  });

  it('is accessible', async () => {
    await join();
    simulation.director.quality('alice', 'lost');
    await live(await show('alice'));
    await expectAccessible(frame);
    await show('bob-martin');
    await expectAccessible(frame);
  });
});

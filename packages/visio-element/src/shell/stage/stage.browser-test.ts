import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.js';
import { button, countUpdates, expectAccessible, expectSame, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioTile } from '../tile/tile.js';
import type { VisioStage } from './stage.js';

const people = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Person ${i + 1}`, microphone: true, camera: true }));

describe('visio-stage', () => {
  let simulation: Simulation;
  let frame: ReturnType<typeof createFrame>;
  let stage: VisioStage;

  async function open(others: number, options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: people(others) }, ...options });
    await show(size, options.camera ?? true);
  }

  async function show(size: FrameOptions, camera = false) {
    await simulation.meeting.join();
    await until(() => (!camera || simulation.meeting.camera.enabled.peek()) && simulation.meeting.microphone.enabled.peek());
    frame = createFrame({ width: 1280, height: 720, ...size });
    document.body.append(frame);
    stage = createView('visio-stage', simulation.view);
    stage.style.setProperty('height', '100%');
    frame.append(stage);
    await stage.updateComplete;
    await until(() => tiles().length > 0);
    await settle();
  }

  /** Counts from when the server has judged everyone's connection: that updates each tile once. */
  async function countFromNow() {
    await until(() => simulation.meeting.roster.quality('local').peek() !== 'unknown');
    await settle();
    return countUpdates([stage, ...tiles()], (element) => (element as VisioTile).participantId ?? 'stage');
  }

  const tiles = () => queryAll<VisioTile>(stage, 'visio-tile');
  const keys = () => tiles().map(({ participantId, source }) => (source === 'camera' ? participantId : `${source} ${participantId}`));
  const tile = (id: string, source = 'camera') => tiles().find((each) => each.participantId === id && each.source === source)!;
  const area = ({ offsetWidth, offsetHeight }: HTMLElement) => offsetWidth * offsetHeight;
  const largest = () => tiles().reduce((a, b) => (area(b) > area(a) ? b : a));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('shows oneself large while nobody else is here', async () => {
    await open(0);
    expect(keys()).to.deep.equal(['local']);
    expect(tile('local').offsetHeight).to.be.above(650);
    expect(text(query(stage, '.alone'))).to.equal('Nobody else is here yet');
    simulation.director.join({ name: 'Eve' });
    await until(() => query(stage, '.alone') === null && tiles().length === 2);
  });

  it('makes everyone equal, oneself first, each in a list', async () => {
    await open(5);
    expect(keys()).to.deep.equal(['local', 'person-1', 'person-2', 'person-3', 'person-4', 'person-5']);
    expect(new Set(tiles().map(area)).size).to.equal(1);
    expect(tiles().every((each) => each.getAttribute('role') === 'listitem')).to.equal(true);
    const box = stage.getBoundingClientRect();
    for (const each of tiles()) {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      expect(left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom).to.equal(true);
    }
  });

  it('updates exactly the tile of whom a change concerns', async () => {
    await open(5);
    const updates = await countFromNow();
    simulation.director.mute('person-2', 'microphone');
    await settle();
    expect([...updates]).to.deep.equal([['person-2', 1]]);
    updates.clear();
    simulation.director.speak('person-4', 10_000);
    await settle();
    expect([...updates]).to.deep.equal([['person-4', 1]]);
    updates.clear();
    simulation.director.setCamera('person-5', false);
    simulation.director.quality('person-1', 'poor');
    await settle();
    expect(Object.fromEntries(updates)).to.deep.equal({ 'person-1': 1, 'person-5': 1 });
  });

  it('updates itself and the new tile when someone comes', async () => {
    await open(3);
    const updates = await countFromNow();
    simulation.director.join({ name: 'Eve' });
    await until(() => tiles().length === 5);
    await settle();
    expect([...updates]).to.deep.equal([['stage', 1]]);
  });

  it('keeps people’s tiles, and their videos, when others come and go', async () => {
    await open(3);
    const kept = tile('person-3');
    await until(() => query(kept, 'video.live'));
    const video = query<HTMLVideoElement>(kept, 'video')!;
    const picture = video.srcObject;
    simulation.director.leave('person-1');
    simulation.director.join({ name: 'Eve' });
    await until(() => keys().join() === 'local,person-2,person-3,eve');
    simulation.director.share('person-2');
    await until(() => tiles().length === 5);
    expectSame(tile('person-3'), kept);
    expectSame(video.srcObject, picture);
    expect(video.paused).to.equal(false);
  });

  it('mounts only the page in view', async () => {
    await open(30, { camera: false });
    expect(tiles()).to.have.length(25);
    expect(text(query(stage, 'nav'))).to.contain('Page 1 of 2');
    expect(button(stage, 'Previous page').getAttribute('aria-disabled')).to.equal('true');
    const size = area(tile('local'));
    button(stage, 'Next page').click();
    await until(() => keys()[0] === 'person-25');
    expect(tiles()).to.have.length(6);
    expect(area(tile('person-25'))).to.equal(size);
    expect(button(stage, 'Next page').getAttribute('aria-disabled')).to.equal('true');
    button(stage, 'Next page').click();
    button(stage, 'Previous page').click();
    await until(() => keys()[0] === 'local');
  });

  it('stays on a page that there is when people leave', async () => {
    await open(26, { camera: false });
    button(stage, 'Next page').click();
    await until(() => tiles().length === 2);
    simulation.director.leave('person-26');
    simulation.director.leave('person-25');
    await until(() => tiles().length === 25 && query(stage, 'nav') === null);
  });

  it('shows a shared screen large, the others beside it, or below where the box is tall', async () => {
    await open(4);
    simulation.director.share('person-2');
    await until(() => tile('person-2', 'screen_share'));
    expectSame(largest(), tile('person-2', 'screen_share'));
    expect(tiles()).to.have.length(6);
    expect(tile('local').offsetLeft).to.be.at.least(largest().offsetLeft + largest().offsetWidth);

    frame.resize(400, 720);
    await until(() => tile('local').offsetTop >= largest().offsetTop + largest().offsetHeight);
    simulation.director.stopShare('person-2');
    await until(() => tiles().length === 5 && new Set(tiles().map(area)).size === 1);
  });

  it('shows the newest screen, and one’s own only small', async () => {
    await open(3);
    simulation.director.share('person-1');
    simulation.director.share('person-3');
    await until(() => tile('person-3', 'screen_share'));
    expectSame(largest(), tile('person-3', 'screen_share'));
    await simulation.meeting.screenShare.setEnabled(true);
    await until(() => tile('local', 'screen_share'));
    expectSame(largest(), tile('person-3', 'screen_share'));
  });

  it('in the layout grid makes a screen an equal', async () => {
    await open(3);
    simulation.meeting.layout.setDefault('grid');
    simulation.director.share('person-1');
    await until(() => tile('person-1', 'screen_share'));
    expect(new Set(tiles().map(area)).size).to.equal(1);
  });

  it('in the layout speaker shows who spoke last large, and does not flap', async () => {
    await open(4);
    simulation.meeting.layout.setDefault('speaker');
    await stage.updateComplete;
    expectSame(largest(), tile('person-1'));
    simulation.director.speak('person-3', 100);
    await until(() => largest() === tile('person-3'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expectSame(largest(), tile('person-3'), 'whoever spoke last stays');

    simulation.director.speak('person-2', 3000);
    await settle();
    expectSame(largest(), tile('person-3'), 'not at once');
    await until(() => largest() === tile('person-2'), 'after a moment');

    const updates = countUpdates([stage], () => 'stage');
    simulation.director.speak('person-4', 300);
    await settle();
    expect(updates.size, 'another voice beside the speaker’s changes nothing').to.equal(0);
    simulation.director.leave('person-2');
    await until(() => !keys().includes('person-2') && area(largest()) > 2 * area(tile('local')));
  });

  it('in the layout speaker has the others in a row below, in the layout sidebar in a column beside', async () => {
    await open(4, {}, { width: 900, height: 700 });
    simulation.meeting.layout.setDefault('speaker');
    await until(() => largest() === tile('person-1'));
    const others = () => tiles().filter((each) => each !== largest());
    expect(new Set(others().map(({ offsetTop }) => offsetTop)).size).to.equal(1);
    expect(others()[0]!.offsetTop).to.be.at.least(largest().offsetTop + largest().offsetHeight);
    await simulation.meeting.layout.setLayout('sidebar');
    await until(() => new Set(others().map(({ offsetLeft }) => offsetLeft)).size === 1);
    expect(others()[0]!.offsetLeft).to.be.at.least(largest().offsetLeft + largest().offsetWidth);
  });

  it('makes what is pinned large, in every layout', async () => {
    await open(6);
    const { layout } = simulation.meeting;
    await layout.pin('person-2');
    await until(() => area(tile('person-2')) > 4 * area(tile('local')));
    simulation.director.share('person-4');
    await until(() => tile('person-4', 'screen_share'));
    await layout.pin('person-4', 'screen_share');
    await layout.setLayout('grid');
    await stage.updateComplete;
    const [small, ...sizes] = [tile('local'), tile('person-2'), tile('person-4', 'screen_share')].map(area);
    for (const size of sizes) expect(size).to.be.above(3 * small!);
    await layout.unpin('person-2');
    await layout.unpin('person-4', 'screen_share');
    await until(() => new Set(tiles().map(area)).size === 1);
  });

  it('keeps one’s interpreter large through layouts, screens, speakers and pages, and finds them again', async () => {
    await open(6);
    const { director, meeting } = simulation;
    const isLarge = () => Boolean(tile('person-2')?.large) && area(tile('person-2')) > 3 * area(tile('local'));
    await meeting.layout.setInterpreter('person-2');
    await until(isLarge);
    director.share('person-4');
    await until(() => tile('person-4', 'screen_share')?.large && isLarge());
    expect(area(tile('person-2'))).to.be.above(0.4 * area(tile('person-4', 'screen_share')));
    director.stopShare('person-4');
    for (const mode of ['speaker', 'sidebar', 'grid'] as const) {
      await meeting.layout.setLayout(mode);
      director.speak('person-5', 5_000);
      await stage.updateComplete;
      await until(isLarge, `large in ${mode}`);
    }
    director.leave('person-2');
    await until(() => !tile('person-2'));
    director.join({ id: 'person-2', name: 'Person 2', camera: true });
    await until(isLarge);
    await meeting.layout.setInterpreter(null);
    await until(() => new Set(tiles().map(area)).size === 1);
  });

  it('lets one choose among several screens, and has whoever shares it next to it', async () => {
    await open(5);
    simulation.director.share('person-4');
    simulation.director.share('person-5');
    await until(() => largest() === tile('person-5', 'screen_share'));
    const top = () => tiles().filter((each) => each !== largest() && each.offsetTop === Math.min(...tiles().filter((one) => one !== largest()).map(({ offsetTop }) => offsetTop)));
    expectSame(top()[0], tile('person-5'));
    tile('person-4', 'screen_share').click();
    await until(() => largest() === tile('person-4', 'screen_share'));
    expectSame(top()[0], tile('person-4'));
    simulation.director.stopShare('person-4');
    await until(() => largest() === tile('person-5', 'screen_share'));
  });

  it('takes oneself out when that is wished, unless nobody else is there', async () => {
    await open(1);
    await simulation.meeting.layout.setSelfView('hidden');
    await until(() => keys().join() === 'person-1');
    simulation.director.leave('person-1');
    await until(() => keys().join() === 'local');
  });

  it('brings who speaks to the first page, in the place of who is quiet there', async () => {
    await open(30, { camera: false });
    const first = keys();
    const updates = await countFromNow();
    simulation.director.speak('person-3', 20_000);
    await settle();
    expect([...updates], 'who is seen stays').to.deep.equal([['person-3', 1]]);
    updates.clear();
    const left = tile('person-24');
    simulation.director.speak('person-28', 20_000);
    await until(() => keys().includes('person-28'));
    await settle();
    expect(keys().filter((key) => !first.includes(key))).to.deep.equal(['person-28']);
    expect(first.filter((key) => !keys().includes(key))).to.deep.equal(['person-24']);
    expect(keys().indexOf('person-28')).to.equal(first.indexOf('person-24'));
    expect(Object.fromEntries(updates), 'nobody else is touched').to.deep.equal({ stage: 1, 'person-28': 1 });
    expectSame(tile('person-28'), left);
    button(stage, 'Next page').click();
    await until(() => keys().includes('person-24'));
    const second = keys();
    simulation.director.speak('person-27', 20_000);
    await settle();
    expect(keys(), 'who is seen on another page stays there').to.deep.equal(second);
  });

  it('in a room of a thousand has one update for one change', async () => {
    simulation = await simulate({ scenario: { people: Array.from({ length: 999 }, (_, i) => ({ name: `Person ${i + 1}`, microphone: true })) }, camera: false });
    await show({ width: 1280, height: 720 });
    await until(() => tiles().length === 25);
    await settle();
    const updates = await countFromNow();
    simulation.director.mute('person-7', 'microphone');
    simulation.director.mute('person-700', 'microphone');
    simulation.director.speak('person-8', 10_000);
    await settle();
    expect(Object.fromEntries(updates)).to.deep.equal({ 'person-7': 1, 'person-8': 1 });
    updates.clear();
    simulation.director.leave('person-900');
    await settle();
    expect([...updates]).to.deep.equal([['stage', 1]]);
  });

  it('is one stop for Tab, and arrow keys go from menu to menu', async () => {
    await open(5);
    const options = (each: VisioTile) => query<HTMLElement>(each, '.options')!;
    const stops = () => tiles().filter((each) => options(each).tabIndex === 0).map(({ participantId }) => participantId);
    expect(stops()).to.deep.equal(['local']);
    options(tile('local')).focus();
    const walk = async (...keysPressed: string[]) => {
      for (const key of keysPressed) await sendKeys({ press: key });
      await stage.updateComplete;
      return (stage.shadowRoot!.activeElement as VisioTile).participantId;
    };
    // Three above, three below.
    // The first keys bring the code that knows where to go; none of them is lost.
    await walk('ArrowRight', 'ArrowRight');
    await until(() => (stage.shadowRoot!.activeElement as VisioTile).participantId === 'person-2');
    expect(await walk('ArrowRight')).to.equal('person-2');
    expect(await walk('ArrowDown', 'ArrowLeft')).to.equal('person-4');
    expect(await walk('End')).to.equal('person-5');
    await settle();
    expect(stops()).to.deep.equal(['person-5']);
    simulation.director.leave('person-5');
    await until(() => tiles().length === 5);
    await settle();
    expect(stops()).to.deep.equal(['local']);
  });

  it('does not show those who watch', async () => {
    await open(2);
    simulation.view.watching.value = true;
    await until(() => keys().join() === 'person-1,person-2');
  });

  for (const [width, height, count] of [[320, 400, 9], [360, 560, 12], [740, 300, 12], [1920, 1080, 49]] as const) {
    it(`fits ${width}x${height}`, async () => {
      await open(60, { camera: false }, { width, height });
      expect(tiles()).to.have.length.at.most(count);
      expect(stage.scrollHeight).to.be.at.most(height);
      for (const each of tiles()) expect(Math.min(each.offsetWidth / 136, each.offsetHeight / 76)).to.be.at.least(1);
    });
  }

  it('says to each tile how large it is, so that the browser need not ask 25 of them', async () => {
    await open(24, { camera: false });
    const styleOf = (part: string) => getComputedStyle(query(tile('person-1'), part)!);
    const large = tile('person-1');
    expect(tiles().map((each) => getComputedStyle(each).containerType)).to.deep.equal(tiles().map(() => 'normal'));
    expect(parseFloat(styleOf('.avatar').width)).to.be.closeTo(0.38 * Math.min(large.offsetWidth, large.offsetHeight), 1);
    expect(styleOf('.name').minHeight).to.equal('24px');
    frame.style.setProperty('inline-size', '480px');
    frame.style.setProperty('block-size', '360px');
    await until(() => styleOf('.name').minHeight === '20px');
    expect(styleOf('.name').bottom).to.equal('4px');
    frame.style.setProperty('inline-size', '1280px');
    frame.style.setProperty('block-size', '720px');
    await until(() => styleOf('.name').minHeight === '24px');
  });

  it('is accessible, and says its pages in French', async () => {
    await open(30, { language: 'fr', camera: false });
    button(stage, 'Page suivante');
    expect(query(stage, 'section')!.getAttribute('aria-label')).to.equal('Images des participants');
    await expectAccessible(frame);
  });
});

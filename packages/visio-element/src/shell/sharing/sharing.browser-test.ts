import { expect } from '@open-wc/testing';
import './define.js';
import '../call/define.js';
import { button, countUpdates, expectAccessible, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioElement } from '../../base/visio-element.js';
import type { VisioSharing } from './sharing.js';

describe('visio-sharing', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let strip: VisioSharing;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: 'duo', microphone: false, camera: false, ...options });
    await simulation.meeting.join();
    frame = createFrame(size);
    document.body.append(frame);
    strip = createView('visio-sharing', simulation.view);
    frame.append(strip);
    await strip.updateComplete;
  }

  const share = async () => {
    await simulation.meeting.screenShare.setEnabled(true);
    return until(() => query(strip, '.sharing'));
  };
  const radio = (value: string) => query<HTMLInputElement>(strip, `input[value=${value}]`)!;
  const warning = () => text(query(strip, '.warning'));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('is nothing while nothing is shared', async () => {
    await open();
    expect(strip.offsetHeight).to.equal(0);
    await share();
    expect(text(query(strip, '.sharing'))).to.contain('You are sharing your screen');
    button(strip, 'Stop sharing').click();
    await until(() => query(strip, '.sharing') === null);
    expect(strip.offsetHeight).to.equal(0);
  });

  it('shows what is shared, for as long as it is', async () => {
    await open();
    await share();
    const video = query<HTMLVideoElement>(strip, 'video')!;
    await until(() => video.videoWidth > 0);
    expect((video.srcObject as MediaStream).getVideoTracks()[0]).to.equal(simulation.meeting.screenShare.track.peek());
    strip.remove();
    await settle();
    expect(video.srcObject).to.equal(null);
    frame.append(strip);
    await until(() => video.srcObject !== null || query<HTMLVideoElement>(strip, 'video')?.srcObject);
  });

  it('follows the browser’s own button', async () => {
    await open();
    await share();
    simulation.director.unplug('screen');
    // Firefox lets only itself tell that a track has ended.
    if (navigator.userAgent.includes('Firefox')) return;
    await until(() => query(strip, '.sharing') === null);
    expect(simulation.meeting.screenShare.enabled.peek()).to.equal(false);
  });

  it('says whether the sound goes with it', async () => {
    await open();
    await share();
    expect(query(strip, '.sound')).to.equal(null);
    await simulation.meeting.screenShare.setEnabled(false);
    simulation.director.chooseScreen({ sound: true });
    await share();
    await until(() => text(query(strip, '.sound')) === 'With its sound');
  });

  it('changes what it is best for, by pointer and by keyboard', async () => {
    await open();
    await share();
    expect([radio('text').checked, radio('motion').checked]).to.deep.equal([true, false]);
    radio('motion').click();
    await until(() => simulation.meeting.screenShare.options.peek().hint === 'motion');
    expect(simulation.meeting.screenShare.track.peek()!.contentHint).to.equal('motion');
    await until(() => radio('motion').checked && !radio('text').checked);
    expect(radio('text').name).to.equal(radio('motion').name);
    expect(text(query(strip, 'legend'))).to.equal('Best for');
  });

  it('chooses again what is in use when the host prevents the change', async () => {
    await open();
    await share();
    simulation.meeting.intercept((command) => command !== 'setScreenShareOptions');
    radio('motion').click();
    await until(() => radio('text').checked);
    expect(simulation.meeting.screenShare.options.peek().hint).to.equal('text');
  });

  it('warns who shares the meeting itself, and shows no picture of it', async () => {
    await open({ language: 'fr' });
    simulation.director.chooseScreen({ self: true });
    await share();
    await until(() => warning().startsWith('Vous partagez l’onglet de cette réunion'));
    expect(query(strip, '.warning')!.role).to.equal('alert');
    expect(query(strip, 'video')).to.equal(null);
    await expectAccessible(frame);

    // They turn to another tab.
    simulation.director.chooseScreen({});
    await until(() => warning() === '');
    await until(() => query<HTMLVideoElement>(strip, 'video')!.videoWidth > 0);

    simulation.director.chooseScreen({ self: true });
    await until(() => warning() !== '');
    const before = simulation.meeting.screenShare.track.peek();
    simulation.director.chooseScreen({});
    simulation.director.chooseScreen({ self: true });
    await until(() => query(strip, '.warning button'));
    button(strip, 'Partager autre chose').click();
    await until(() => simulation.meeting.screenShare.track.peek() !== before && simulation.meeting.screenShare.enabled.peek());
  });

  it('renders by itself: nobody else does for it', async () => {
    await open();
    const call = createView('visio-call', simulation.view);
    frame.append(call);
    await simulation.meeting.screenShare.setEnabled(true);
    const all = await until(() => {
      const found = elementsIn(call);
      return found.some((each) => each.localName === 'visio-sharing') && found;
    });
    await until(() => query(strip, '.sharing'));
    await settle();
    const counts = countUpdates(all, ({ localName }) => localName);
    await simulation.meeting.screenShare.setOptions({ hint: 'motion' });
    await until(() => radio('motion').checked);
    await settle();
    // It fetches meanwhile what others lay over the stage.
    counts.delete('visio-overlays');
    expect([...counts.keys()]).to.deep.equal(['visio-sharing']);
  });

  for (const [theme, width] of [['light', 1024], ['dark', 320]] as const) {
    it(`is accessible and fits in ${theme}, ${width} wide`, async () => {
      await open({ language: 'fr' }, { theme, width });
      simulation.director.chooseScreen({ sound: true });
      await share();
      await until(() => query(strip, '.sound'));
      await expectAccessible(frame);
      expect(strip.scrollWidth).to.be.at.most(width);
      for (const each of queryAll(strip, 'button, label')) expect(each.getBoundingClientRect().height, text(each)).to.be.at.least(24);
    });
  }
});

function elementsIn(root: Element): VisioElement[] {
  const inside = [...(root.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((each) => elementsIn(each));
  // Of some the code comes when they are needed.
  return root.localName.startsWith('visio-') && root.shadowRoot ? [root as VisioElement, ...inside] : inside;
}

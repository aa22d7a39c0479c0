import { expect } from '@open-wc/testing';
import './define.js';
import '../../shell/notices/define.js';
import { expectAccessible, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioNotices } from '../../shell/notices/notices.js';

describe('That a room is recorded', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let notices: VisioNotices;

  async function open(options: SimulateOptions = {}, recorded = false) {
    simulation = await simulate({ scenario: 'duo', microphone: false, camera: false, ...options });
    simulation.director.setRecording(recorded);
    await simulation.meeting.join();
    frame = createFrame({ width: 360, height: 480 });
    document.body.append(frame);
    notices = createView('visio-notices', simulation.view);
    frame.append(notices);
    await notices.updateComplete;
  }

  const mark = () => text(query(query(notices, 'visio-recording')!, '.recording'));
  const items = () => queryAll(notices, '.item').map((toast) => text(toast.querySelector('p')));
  const voice = () => queryAll(notices, '.voice p').map(text);

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('is to be seen for as long as it is so, told once and said once', async () => {
    await open();
    await settle();
    expect([mark(), notices.offsetHeight]).to.deep.equal(['', 0]);
    simulation.director.setRecording(true);
    await until(() => mark() === 'Recording');
    await until(() => items().includes('This meeting is being recorded.'));
    expect(notices.offsetHeight).to.be.within(16, 32);
    expect(query(notices, '.item')!.getBoundingClientRect().top).to.be.at.least(notices.getBoundingClientRect().bottom);
    expect(voice()).to.deep.equal(['This meeting is being recorded.']);
    await expectAccessible(frame);
    simulation.director.setRecording(false);
    await until(() => mark() === '');
    await until(() => items().includes('The recording has stopped.'));
    expect(items()).to.deep.equal(['The recording has stopped.']);
    expect(voice().at(-1)).to.equal('The recording has stopped.');
  });

  it('is said to those who come later, too, and in French', async () => {
    await open({ language: 'fr' }, true);
    await until(() => mark() === 'Enregistrement');
    await until(() => items().includes('Cette réunion est enregistrée.'));
    await until(() => voice().length > 0);
    expect(voice()).to.deep.equal(['Cette réunion est enregistrée.']);
  });
});

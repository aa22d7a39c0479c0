import { expect } from '@open-wc/testing';
import './define.js';
import '../news/define.js';
import { button, expectAccessible, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioNotices } from './notices.js';

describe('visio-notices', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let notices: VisioNotices;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: 'duo', ...options });
    await simulation.meeting.join();
    await until(() => simulation.meeting.microphone.enabled.peek() || simulation.meeting.microphone.error.peek());
    frame = createFrame(size);
    document.body.append(frame);
    notices = createView('visio-notices', simulation.view);
    frame.append(notices);
    await notices.updateComplete;
  }

  const strip = () => query(query(notices, 'visio-sharing')!, '.sharing');
  const toasts = () => queryAll(notices, '.toast').map((toast) => text(toast.querySelector('p')));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('has nothing to say when all is well', async () => {
    await open();
    expect(toasts()).to.deep.equal([]);
    expect(notices.offsetHeight).to.equal(0);
    expect(queryAll(notices, '[role=status]')).to.have.length(1);
    expect(text(query(notices, 'visio-news'))).to.equal('');
  });

  it('tells of a message, of several together, and not without end', async () => {
    await open();
    const news = query(notices, 'visio-news')!;
    const told = () => text(query(news, '.toast p'));
    const write = (line: string) => simulation.director.sendText('camille-laurent', 'lk.chat', line);
    write(`<b>Hello</b> ${'x'.repeat(500)}`);
    await until(() => told() !== '');
    expect(told()).to.match(/^Camille Laurent <b>Hello<\/b> x+…$/);
    expect(told().length).to.be.lessThan(150);
    for (let i = 0; i < 50; i++) write(`${i}`);
    await until(() => told() === 'Camille Laurent51 unread messages 49');
    await expectAccessible(frame);
    button(news, 'Dismiss').click();
    await until(() => told() === '');
    simulation.view.controlWords.value = 'leave';
    write('unwanted');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told()).to.equal('');
  });

  it('says that the connection is being had back, and that it is', async () => {
    await open();
    simulation.director.reconnect(200);
    await until(() => toasts().join() === 'Connection lost. Reconnecting…');
    await until(() => toasts().join() === 'You are back.');
  });

  it('plays the sound that the browser holds back, by one button', async () => {
    await open({ language: 'fr' });
    simulation.director.blockPlayback();
    await until(() => toasts().join() === 'Votre navigateur retient le son.');
    button(notices, 'Activer le son').click();
    await until(() => toasts().length === 0);
    expect(simulation.meeting.playback.blocked.peek()).to.equal(false);
  });

  it('says what a device lacks, tries again, and can be dismissed', async () => {
    await open({ scenario: 'denied-devices' });
    await until(() => toasts().length === 2);
    expect(toasts()[0]).to.contain('This page may not use your microphone.');
    expect(toasts()[1]).to.contain('This page may not use your camera.');
    button(notices, 'Dismiss').click();
    await until(() => toasts().length === 1);

    simulation.director.allowDevices();
    button(notices, 'Try again').click();
    await until(() => toasts().length === 0);
    await until(() => simulation.meeting.camera.enabled.peek());
  });

  it('tells again of what fails again', async () => {
    await open({ scenario: { denied: ['camera'] } });
    await until(() => toasts().length === 1);
    button(notices, 'Dismiss').click();
    await until(() => toasts().length === 0);
    await simulation.meeting.camera.setEnabled(true).catch(() => undefined);
    await until(() => toasts().length === 1);
  });

  it('says that nothing is shared when no screen was chosen', async () => {
    await open({ scenario: { denied: ['screen'] } });
    await simulation.meeting.screenShare.setEnabled(true).catch(() => undefined);
    await until(() => toasts().join().startsWith('Nothing is shared.'));
    button(notices, 'Dismiss').click();
    await until(() => toasts().length === 0);
  });

  it('says that one shares, in a place of its own, and stops it', async () => {
    await open();
    await simulation.meeting.screenShare.setEnabled(true);
    await until(() => strip());
    expect(text(strip())).to.contain('You are sharing your screen');
    expect(notices.offsetHeight).to.be.above(40);
    button(query(notices, 'visio-sharing')!, 'Stop sharing').click();
    await until(() => strip() === null);
  });

  for (const [theme, width] of [['light', 1024], ['dark', 320]] as const) {
    it(`is accessible in ${theme}`, async () => {
      await open({ scenario: 'denied-devices' }, { theme, width });
      simulation.director.blockPlayback();
      await simulation.meeting.screenShare.setEnabled(true);
      await until(() => toasts().length === 3 && strip());
      await expectAccessible(notices);
      expect(notices.scrollWidth).to.be.at.most(width);
    });
  }
});

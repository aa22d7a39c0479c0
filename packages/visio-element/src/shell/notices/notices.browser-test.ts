import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signal } from 'visio-core/reactive';
import type { Contribution, PanelNews } from '../../base/contribution.js';
import './define.js';
import { button, expectAccessible, expectSame, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioNotices } from './notices.js';

/** No audio starts in Firefox on a machine without a sound card; Chromium pretends to have one. */
const exceptInFirefox = navigator.userAgent.includes('Firefox') ? () => undefined : it;

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

  const items = () => queryAll(notices, '.item').map((toast) => text(toast.querySelector('p')));
  const voice = () => queryAll(notices, '.voice p').map(text).join(' ');
  const strip = () => {
    const sharing = query(notices, 'visio-sharing');
    // Its code comes when one shares.
    return sharing?.shadowRoot ? query(sharing, '.sharing') : null;
  };
  const toasts = () => queryAll(notices, '.toast').map((toast) => text(toast.querySelector('p')));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('has nothing to say when all is well', async () => {
    await open();
    expect(toasts()).to.deep.equal([]);
    expect(notices.offsetHeight).to.equal(0);
    expect(queryAll(notices, '[aria-live]')).to.have.length(1);
  });

  it('says once that the page around keeps devices back, and offers a tab', async () => {
    await open({ scenario: { blocked: ['microphone', 'camera', 'screen'] } });
    await until(() => simulation.meeting.camera.error.peek());
    await until(() => query(notices, 'visio-tab-link')?.shadowRoot?.querySelector('a'));
    expect(toasts()).to.deep.equal(['The page around this meeting does not let it use your camera and microphone. Open the meeting in a tab, or join to watch and listen.']);
    expect(queryAll(notices, '.toast button').map((each) => each.getAttribute('aria-label'))).to.deep.equal(['Dismiss']);
    await expectAccessible(frame);
  });

  it('tells of a message, of several together, and not without end', async () => {
    await open();
    const write = (line: string) => simulation.director.sendText('camille-laurent', 'lk.chat', line);
    write(`<b>Hello</b> ${'x'.repeat(500)}`);
    await until(() => items().length === 1);
    expect(items()[0]).to.match(/^Camille Laurent <b>Hello<\/b> x+…$/);
    expect(items()[0]!.length).to.be.lessThan(150);
    await until(() => voice().startsWith('Camille Laurent: <b>Hello</b>'));
    for (let i = 0; i < 50; i++) write(`${i}`);
    await until(() => items().join() === 'Camille Laurent51 unread messages 49');
    await expectAccessible(frame);
    button(notices, 'Dismiss').click();
    await until(() => items().length === 0);
    simulation.view.controlWords.value = 'leave';
    write('unwanted');
    await until(() => simulation.meeting.notices.items.peek().length === 1);
    await settle();
    expect(items()).to.deep.equal([]);
  });

  it('opens what it tells of, and is gone while that is open', async () => {
    await open();
    simulation.director.sendText('camille-laurent', 'lk.chat', 'Hello');
    await until(() => items().length === 1);
    button(notices, 'Chat').click();
    await until(() => items().length === 0);
    expect(simulation.view.panel.peek()).to.equal('chat');
  });

  it('tells who comes and goes, together, in the page and for the ear', async () => {
    await open();
    expect(voice()).to.equal('');
    simulation.director.join({ name: 'Eve' });
    await until(() => items().join() === 'Eve joined.');
    expect(voice()).to.equal('Eve joined.');
    for (const name of ['Tom', 'Ina']) simulation.director.join({ name });
    simulation.director.leave('camille-laurent');
    await until(() => items().join() === '3 people joined.,Camille Laurent left.');
    // Each is said once.
    expect(voice()).to.equal('Eve joined. Tom and Ina joined. Camille Laurent left.');
    await expectAccessible(frame);
  });

  it('tells who raises a hand and who shares, and speaks French', async () => {
    await open({ language: 'fr' });
    simulation.director.setAttributes('camille-laurent', { handRaisedAt: '2027-01-14T09:00:00Z' });
    simulation.director.share('camille-laurent');
    await until(() => items().length === 2);
    expect(items().sort()).to.deep.equal(['Camille Laurent lève la main.', 'Camille Laurent partage son écran.']);
    simulation.director.leave('camille-laurent');
    simulation.director.join({ name: '', id: 'nobody' });
    await until(() => items().includes('Invité a rejoint la réunion.'));
  });

  it('says nothing that the person does not want to hear, and shows nothing that they do not want to see', async () => {
    await open();
    await simulation.meeting.notices.setPreferences({ sayPeople: false, sayMessages: false, share: false });
    simulation.director.join({ name: 'Eve' });
    simulation.director.share('camille-laurent');
    simulation.director.sendText('camille-laurent', 'lk.chat', 'Hello');
    await until(() => items().length === 2);
    expect(items().sort()).to.deep.equal(['Camille Laurent Hello', 'Eve joined.']);
    await settle();
    expect(voice()).to.equal('');
  });

  for (const [name, happen, said] of [
    ['sayPeople', (camille: string) => simulation.director.share(camille), 'Camille Laurent is sharing a screen.'],
    ['sayHands', (camille: string) => simulation.director.setAttributes(camille, { handRaisedAt: '2027-01-14T09:00:00Z' }), 'Camille Laurent raised a hand.'],
    ['sayMessages', (camille: string) => simulation.director.sendText(camille, 'lk.chat', 'Hello'), 'Camille Laurent: Hello'],
    ['sayRecording', () => simulation.director.setRecording(true), 'This meeting is being recorded.'],
  ] as const) {
    for (const isOn of [true, false]) {
      it(`${isOn ? 'says' : 'does not say'} "${said}" with ${name} ${isOn ? 'on' : 'off'}, and shows it`, async () => {
        await open();
        const others = { sayPeople: !isOn, sayHands: !isOn, sayMessages: !isOn, sayRecording: !isOn };
        await simulation.meeting.notices.setPreferences({ ...others, [name]: isOn });
        happen('camille-laurent');
        await until(() => items().length === 1);
        if (isOn) await until(() => voice() === said);
        await settle();
        expect(voice()).to.equal(isOn ? said : '');
        // Nothing of it is in another live region.
        expect(queryAll(notices, '[aria-live] .item')).to.have.length(0);
      });
    }
  }

  exceptInFirefox('sounds for nothing that is not written, too', async () => {
    /** How many notices there were at each tone. */
    const tones: number[] = [];
    const { start } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function (when) {
      tones.push(simulation.meeting.notices.items.peek().length);
      start.call(this, when);
    };
    try {
      await open();
      const { director, meeting } = simulation;
      const happens: readonly (readonly [happen: () => unknown, words: RegExp])[] = [
        [() => director.join({ name: 'Eve', id: 'eve' }), /^Eve joined/],
        [() => director.leave('eve'), /^Eve left/],
        [() => director.setAttributes('camille-laurent', { handRaisedAt: '2027-01-14T09:00:00Z' }), /raised a hand/],
        [() => director.sendText('camille-laurent', 'lk.chat', 'Hello'), /Hello/],
        [() => director.share('camille-laurent'), /sharing a screen/],
      ];
      for (const [happen, words] of happens) {
        tones.length = 0;
        happen();
        await until(() => tones.length === 2);
        expect(Math.min(...tones)).to.be.above(0);
        await until(() => items().length === 1 && words.test(items()[0]!));
        meeting.notices.dismiss(meeting.notices.items.peek()[0]!.id);
        await until(() => items().length === 0);
      }
      // What is not to be seen is not to be heard.
      await meeting.notices.setPreferences({ join: false });
      tones.length = 0;
      director.join({ name: 'Tom' });
      await until(() => voice().endsWith('Tom joined.'));
      await settle();
      expect(tones).to.deep.equal([]);
    } finally {
      AudioScheduledSourceNode.prototype.start = start;
    }
  });

  it('says who speaks, for those who want it', async () => {
    await open({ scenario: { people: [{ name: 'Alice', microphone: true }, { name: 'Bob', microphone: true }] } });
    await simulation.meeting.notices.setPreferences({ saySpeakers: true });
    simulation.director.speak('bob', 300);
    simulation.director.after(400, () => simulation.director.speak('alice', 20_000));
    await until(() => voice() === 'Alice is speaking.');
    expect(items()).to.deep.equal([]);
  });

  it('shows what a host tells, with its buttons, as text', async () => {
    await open();
    const done: string[] = [];
    const { show } = simulation.meeting.notices;
    const takeBack = show({ text: '<img src=x> is text', sticky: true, icon: { path: 'M4 12h16' } });
    show({
      text: { key: 'call.joined', values: { name: '\u202e<i>' } },
      icon: 'alert',
      actions: [
        { label: 'Do it', run: () => done.push('it') },
        { label: { key: 'error.tryAgain' }, run: () => done.push('again') },
        { label: 'No room', run: () => undefined },
      ],
    });
    await until(() => items().length === 2);
    expect(items()[0]).to.equal('<img src=x> is text');
    expect(queryAll(notices, '.item bdi').map((each) => each.textContent)).to.deep.equal(['<img src=x> is text', '\u202e<i>']);
    expect(queryAll(notices, '.item:last-child button').map((each) => text(each))).to.deep.equal(['Do it', 'Try again', '']);
    button(notices, 'Do it').click();
    await until(() => items().length === 1);
    expect(done).to.deep.equal(['it']);
    takeBack();
    await until(() => items().length === 0);
  });

  it('shows what panels of a host have new, while they are closed', async () => {
    await open();
    const news = signal<PanelNews | null>(null);
    const poll: Contribution = {
      name: 'poll',
      control: { label: () => 'Poll', icon: { path: 'M4 12h16' }, order: 300 },
      panel: { title: () => 'Poll', news: () => news, element: () => document.createElement('p') },
    };
    simulation.view.hostContributions.value = [poll];
    await settle();
    news.value = { name: 'Alice', text: `voted ${'y'.repeat(300)}` };
    await until(() => items().length === 1);
    expect(items()[0]).to.match(/^Alice voted y+…$/);
    button(notices, 'Poll').click();
    await until(() => items().length === 0);
    expect(simulation.view.panel.peek()).to.equal('poll');
  });

  it('leaves time to read to whoever points at it, and keeps the focus when a notice goes', async () => {
    await open();
    for (const each of ['first', 'second']) simulation.meeting.notices.show({ text: each });
    await until(() => items().length === 2);
    const [first] = queryAll(notices, '.item .square');
    first!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => items().join() === 'second');
    expectSame(notices.shadowRoot!.activeElement, query(notices, '.item .square'));
    await sendKeys({ press: 'Enter' });
    await until(() => items().length === 0);
    expectSame(notices.shadowRoot!.activeElement, query(notices, '.toasts'));
  });

  it('shows three at once, in a small box two, and first what stays', async () => {
    await open();
    const { show } = simulation.meeting.notices;
    show({ text: 'stays', sticky: true });
    for (let i = 1; i <= 6; i++) show({ text: `${i}` });
    await until(() => items().join() === 'stays,5,6');
    frame.style.setProperty('--frame-height', '420px');
    const seen = () => queryAll(notices, '.item').filter(({ offsetHeight }) => offsetHeight > 0);
    await until(() => seen().length === 2);
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

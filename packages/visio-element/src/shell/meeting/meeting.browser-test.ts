import { expect } from '@open-wc/testing';
import { createMeeting, staticBackend, type Meeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import '../../index.js';
import { button, expectAccessible, query, settle, text, until } from '../../testing/check.js';
import type { VisioMeeting } from './meeting.js';

describe('visio-meeting', () => {
  let element: VisioMeeting;
  let meetings: Meeting[] = [];

  function simulatedMeeting(token = 'any'): Meeting {
    const meeting = createMeeting({
      engine: simulatedEngine({ scenario: 'duo', sound: false }),
      backend: staticBackend('wss://simulated', token),
      displayName: 'Ada',
    });
    meetings.push(meeting);
    return meeting;
  }

  async function open(attributes: Readonly<Record<string, string>> = {}, meeting: Meeting | null = simulatedMeeting()) {
    element = document.createElement('visio-meeting');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.style.blockSize = '600px';
    element.meeting = meeting;
    document.body.append(element);
    await until(() => query(element, 'visio-lobby, visio-call, visio-end'), 'a screen');
  }

  const screen = (name: string) => until(() => query(element, name), name);

  afterEach(() => {
    element.remove();
    for (const meeting of meetings) meeting.dispose();
    meetings = [];
    document.documentElement.lang = '';
  });

  it('has more contrast when asked to, at any time', async () => {
    await open({ theme: 'light' });
    const quiet = () => getComputedStyle(element).getPropertyValue('--_color-text-quiet');
    const usual = quiet();
    element.theme = 'high-contrast';
    await until(() => quiet().includes('light-dark(#000'));
    element.theme = 'light';
    await element.updateComplete;
    expect(quiet()).to.equal(usual);
  });

  it('shows the lobby, the call and the end, and tells the host of each step', async () => {
    const told: string[] = [];
    const types = ['visio-state-changed', 'visio-joined', 'visio-left'];
    const note = (event: Event) => void told.push(`${event.type} ${Object.values((event as CustomEvent<object>).detail)}`);
    for (const type of types) document.body.addEventListener(type, note);
    await open();
    await element.join();
    await screen('visio-call');
    await element.leave();
    await screen('visio-end');
    for (const type of types) document.body.removeEventListener(type, note);
    const id = told.find((line) => line.startsWith('visio-joined '))?.split(' ')[1];
    expect(id).to.be.a('string').and.not.equal('');
    expect(told).to.deep.equal([
      'visio-state-changed lobby',
      'visio-state-changed joining',
      'visio-state-changed connected',
      `visio-joined ${id}`,
      'visio-state-changed left',
      'visio-left left',
    ]);
  });

  it('has a layout by attribute, for its own meeting and for one that it is given', async () => {
    const meeting = simulatedMeeting();
    await meeting.layout.setLayout('grid');
    await open({}, meeting);
    expect(meeting.layout.mode.peek(), 'without the attribute').to.equal('grid');
    element.setAttribute('layout', 'speaker');
    await element.updateComplete;
    expect(meeting.layout.mode.peek()).to.equal('speaker');
    await meeting.layout.setLayout('sidebar');
    element.displayName = 'Grace';
    await element.updateComplete;
    expect(meeting.layout.mode.peek(), 'the person has the last word').to.equal('sidebar');
  });

  it('takes the token over and out of the DOM', async () => {
    await open({ token: 'secret', 'server-url': 'wss://nowhere.example' }, null);
    expect(element.hasAttribute('token')).to.equal(false);
    expect(element.token).to.equal('secret');
    expect(element.outerHTML).not.to.contain('secret');
  });

  it('tells the code of a failure, and shows its words', async () => {
    await open({}, simulatedMeeting('expired'));
    const codes: string[] = [];
    element.addEventListener('visio-error', ({ detail }) => codes.push(detail.error.code));
    const refusal = await element.join().catch((error: { code: string }) => error.code);
    expect(refusal).to.equal('EXPIRED_TOKEN');
    expect(codes).to.deep.equal(['EXPIRED_TOKEN']);
    expect(text((await screen('visio-end')).shadowRoot!.querySelector('p'))).to.contain('has expired');
  });

  it('lets the host prevent a command, under its own name', async () => {
    await open();
    element.addEventListener('visio-before-set-camera-enabled', (event) => event.preventDefault());
    const refusal = await element.setCameraEnabled(false).catch((error: { code: string }) => error.code);
    expect(refusal).to.equal('VETOED');
    expect(await element.setMicrophoneEnabled(false)).to.equal(false);
  });

  describe('language', () => {
    const title = async () => {
      const lobby = await screen('visio-lobby');
      return until(() => text(query(lobby, 'h2')));
    };

    it('is its own', async () => {
      document.documentElement.lang = 'en';
      await open({ lang: 'fr' });
      expect(await title()).to.equal('Prêt à rejoindre ?');
    });

    it('is else the page’s', async () => {
      document.documentElement.lang = 'fr-CA';
      await open();
      expect(await title()).to.equal('Prêt à rejoindre ?');
    });

    it('changes while it runs', async () => {
      await open({ lang: 'en' });
      expect(await title()).to.equal('Ready to join?');
      element.lang = 'fr';
      const lobby = await screen('visio-lobby');
      await until(() => text(query(lobby, 'h2')) === 'Prêt à rejoindre ?');
    });

    it('takes the host’s words', async () => {
      document.documentElement.lang = 'en';
      await open();
      element.texts = { 'lobby.title': 'The council is waiting' };
      const lobby = await screen('visio-lobby');
      await until(() => text(query(lobby, 'h2')) === 'The council is waiting');
    });
  });

  it('goes straight in for a call, and never opens a device to watch', async () => {
    await open({ 'skip-lobby': '' });
    await screen('visio-call');
    element.remove();

    let opened = 0;
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = async () => {
      opened++;
      throw new DOMException('', 'NotAllowedError');
    };
    // Nothing says how to join, so that this ends where a failed join ends: no device was asked for on the way.
    await open({ intent: 'watch' }, null);
    await screen('visio-end');
    navigator.mediaDevices.getUserMedia = getUserMedia;
    expect(opened).to.equal(0);
  });

  it('keeps its meeting when it is moved, and leaves it when it is removed for good', async () => {
    await open();
    await element.join();
    const { meeting } = element;
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(meeting?.connection.state.peek()).to.equal('connected');
    expect(element.meeting).to.equal(meeting);

    const reason = new Promise((resolve) => element.addEventListener('visio-left', ({ detail }) => resolve(detail.reason)));
    element.remove();
    expect(await reason).to.equal('left');
    expect(meeting?.camera.track.peek()).to.equal(null);
    expect(meeting?.microphone.track.peek()).to.equal(null);
    box.remove();
  });

  it('shows one meeting in two places, and lives until the last is gone', async () => {
    const meeting = simulatedMeeting();
    await open({}, meeting);
    const first = element;
    await open({}, meeting);
    await meeting.join();
    await screen('visio-call');
    await until(() => query(first, 'visio-call'));
    first.remove();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(meeting.connection.state.peek()).to.equal('connected');
  });

  it('takes the person’s focus from screen to screen', async () => {
    await open({ lang: 'en' });
    const lobby = await screen('visio-lobby');
    const join = await until(() => button(lobby, 'Join the meeting'));
    join.focus();
    join.click();
    await screen('visio-call');
    await until(() => element.shadowRoot?.activeElement?.localName === 'visio-call', 'focus in the call');
    const bar = (await screen('visio-call')).shadowRoot!.querySelector('visio-bar')!;
    const leave = await until(() => button(bar, 'Leave the meeting'));
    leave.focus();
    leave.click();
    await until(() => element.shadowRoot?.activeElement?.localName === 'visio-end', 'focus on the end screen');
  });

  it('leaves focus alone when it is elsewhere in the page', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    await open();
    field.focus();
    await element.join();
    await screen('visio-call');
    await settle();
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('is accessible in each screen', async () => {
    await open();
    await expectAccessible(element);
    await element.join();
    await screen('visio-call');
    await settle();
    await expectAccessible(element);
    await element.leave();
    await screen('visio-end');
    await settle();
    await expectAccessible(element);
  });
});

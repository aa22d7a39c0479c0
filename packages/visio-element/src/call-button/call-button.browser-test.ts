import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VisioError, type Backend, type BackendRooms } from 'visio-core';
import '../index.js';
import './index.js';
import { button, expectAccessible, expectSame, queryAll, query, settle, text, until } from '../testing/check.js';
import { simulate, type Simulation } from '../testing/simulate.js';
import type { VisioCallButton } from './call-button.js';
import { Call } from './call.js';
import type { VisioCallPanel } from './panel/call-panel.js';

const ROOM = { url: 'https://visio.example/abc-defg-hij', room: 'abc-defg-hij' };

describe('visio-call-button', () => {
  let element: VisioCallButton;
  let events: string[];

  async function show(properties: Partial<VisioCallButton> = {}): Promise<void> {
    element = document.createElement('visio-call-button');
    Object.assign(element, { lang: 'en', ...properties });
    for (const type of ['before-call', 'room-created', 'call-link', 'call-answered', 'call-refused', 'call-cancelled', 'call-missed']) {
      element.addEventListener(`visio-${type}`, () => events.push(type));
    }
    document.body.append(element);
    await element.updateComplete;
  }

  const backend = (create: BackendRooms['create'], people?: () => Promise<number>): Backend => ({
    credentials: () => Promise.reject(new VisioError('NO_CREDENTIALS', 'None here.')),
    rooms: { create, ...(people && { people }) },
  });
  const refuses = (code: 'SIGN_IN_REQUIRED' | 'BACKEND_FAILED') => backend(() => Promise.reject(new VisioError(code, 'No.')));
  const main = () => query<HTMLButtonElement>(element, '[part=button]')!;

  beforeEach(() => (events = []));
  afterEach(() => element.remove());

  it('says what it does, in the reader’s language, before anything is fetched', async () => {
    await show({ url: ROOM.url });
    expect(text(main().querySelector('slot'))).to.equal('Join the call');
    for (const [properties, expected] of [
      [{ url: '', server: 'https://visio.example' }, 'Start a call'],
      [{ intent: 'call' }, 'Call'],
      [{ open: 'link' }, 'Create a meeting link'],
      [{ lang: 'fr' }, 'Créer un lien de réunion'],
      [{ lang: 'de-AT' }, 'Besprechungslink erstellen'],
      [{ lang: 'nl' }, 'Vergaderlink maken'],
      [{ label: 'Our meeting' }, 'Our meeting'],
    ] as const) {
      Object.assign(element, properties);
      await element.updateComplete;
      expect(text(main().querySelector('slot'))).to.equal(expected);
    }
  });

  it('says what becomes of it in the language that the host sets, also when that changes', async () => {
    await show({ backend: refuses('BACKEND_FAILED'), texts: { 'error.BACKEND_FAILED': 'The council’s server rests.' } });
    const note = () => text(query(element, '[part=note]'));
    await element.start();
    expect(note()).to.contain('The council’s server rests.');
    Object.assign(element, { texts: {}, lang: 'de' });
    await until(() => note().includes('Bei Visio ist ein Problem aufgetreten.'));
    Object.assign(element, { lang: 'es', languages: { es: { 'error.BACKEND_FAILED': 'Visio tiene un problema.' } } });
    await until(() => note().includes('Visio tiene un problema.'));
  });

  it('is a plain link where a tab is to be opened, and never one that runs a script', async () => {
    await show({ url: ROOM.url, open: 'tab' });
    const link = query<HTMLAnchorElement>(element, 'a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([ROOM.url, '_blank', 'noopener']);
    element.url = 'javascript:alert(1)';
    await element.updateComplete;
    expect(link.getAttribute('href')).to.equal('');
  });

  it('lets the host prevent it', async () => {
    let asked = 0;
    await show({ backend: backend(async () => ({ ...ROOM, asked: asked++ })) });
    element.addEventListener('visio-before-call', (event) => event.preventDefault());
    await element.start();
    expect([element.state, asked]).to.deep.equal(['idle', 0]);
  });

  it('makes a room once, can be cancelled, and yields the link', async () => {
    let answer!: (room: typeof ROOM) => void;
    let signal!: AbortSignal;
    let times = 0;
    await show({ open: 'link', backend: backend((given) => new Promise((resolve) => ([answer, signal] = [resolve, given], times++))) });
    main().click();
    await until(() => times === 1);
    main().click();
    await settle();
    await element.updateComplete;
    expect(times).to.equal(1);
    expect(main().getAttribute('aria-busy')).to.equal('true');
    button(element, 'Cancel').click();
    expect(signal.aborted).to.equal(true);
    answer(ROOM);
    await settle();
    expect([element.state, events]).to.deep.equal(['idle', ['before-call']]);

    main().click();
    await until(() => times === 2);
    answer(ROOM);
    await until(() => element.state === 'link');
    await element.updateComplete;
    expect(events).to.deep.equal(['before-call', 'before-call', 'room-created', 'call-link']);
    expect(text(query(element, 'a'))).to.equal('visio.example/abc-defg-hij');
    await expectAccessible(element);
  });

  it('opens no call that is given up on its way, whenever that is, and keeps the focus', async () => {
    await show({ intent: 'call', ringtone: 'off', backend: backend(async () => ROOM) });
    for (let later = 0; later < 8; later++) {
      const giveUp = async () => {
        for (let i = 0; i < later; i++) await Promise.resolve();
        const cancel = queryAll<HTMLButtonElement>(element, 'button').find((each) => text(each) === 'Cancel')!;
        cancel.focus();
        cancel.click();
      };
      const gaveUp = new Promise<void>((resolve) => element.addEventListener('visio-room-created', () => resolve(giveUp()), { once: true }));
      main().click();
      await gaveUp;
      await until(() => element.state === 'idle');
      await settle();
      await settle();
      expect([later, element.state, document.querySelector('visio-call-panel')]).to.deep.equal([later, 'idle', null]);
      expectSame(element.shadowRoot!.activeElement, main());
    }
  });

  it('keeps the focus on one button through all of it', async () => {
    await show({ backend: refuses('BACKEND_FAILED') });
    main().focus();
    await element.start();
    await element.updateComplete;
    expect(text(query(element, '[role=alert]'))).to.equal('Visio has a problem. Try again in a moment.');
    expectSame(element.shadowRoot!.activeElement, main());
    expect(text(main())).to.equal('Try again');
  });

  it('asks to sign in, and says so when the window is blocked', async () => {
    await show({ server: location.origin, backend: refuses('SIGN_IN_REQUIRED') });
    await element.start();
    await until(() => element.state === 'sign-in');
    await element.updateComplete;
    expect(text(main())).to.equal('Sign in to Visio');
    const opened: string[] = [];
    const original = window.open;
    window.open = (address) => (opened.push(String(address)), null);
    main().click();
    await until(() => element.state === 'failed');
    window.open = original;
    await element.updateComplete;
    expect(opened).to.deep.equal([`${location.origin}/sdk/create-popup`]);
    expect(text(query(element, '[role=alert]'))).to.contain('Your browser blocked the Visio window.');
    expect(query<HTMLAnchorElement>(element, '.note a')!.href).to.equal(`${location.origin}/`);
  });

  describe('on a page of another origin than the Visio’s', () => {
    // This server by its other name. It has no such page: what that would say is said here.
    const server = location.hostname === 'localhost' ? location.origin.replace('localhost', '127.0.0.1') : location.origin.replace(location.hostname, 'localhost');
    const frame = () => query<HTMLIFrameElement>(element, 'iframe')!;

    async function askToSignIn(lang: 'en' | 'fr' = 'en'): Promise<void> {
      await show({ server, lang, open: 'link', backend: refuses('SIGN_IN_REQUIRED') });
      main().focus();
      await element.start();
      await until(() => element.state === 'sign-in' && query(element, 'iframe'));
    }

    const say = (data: unknown, { origin = server, source = frame().contentWindow }: { origin?: string; source?: Window | null } = {}) =>
      window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    const made = (slug: unknown) => ({ type: 'ROOM_CREATED', data: { room: { slug, url: 'https://evil.example/' } } });

    it('shows the Visio’s own button in place of ours, by name and with the focus', async () => {
      await askToSignIn();
      expect(frame().src).to.equal(`${server}/sdk/create-button`);
      expect(frame().title).to.equal('Make a meeting in Visio');
      await until(() => getComputedStyle(main()).display === 'none', 'ours gone');
      await until(() => element.shadowRoot!.activeElement === frame(), 'the focus');
      expect(text(query(element, '.note p'))).to.contain('Its own button opens a window');
      expect(query<HTMLAnchorElement>(element, '.note a')!.href).to.equal(`${server}/`);
      await expectAccessible(element);
    });

    it('speaks the reader’s language', async () => {
      await askToSignIn('fr');
      expect(frame().title).to.equal('Créer une réunion dans Visio');
    });

    it('takes a room from that frame of that origin only, and makes its address itself', async () => {
      await askToSignIn();
      say(made('abc-defg-hij'), { origin: 'https://evil.example' });
      say(made('abc-defg-hij'), { source: window });
      say(made('abc-defg-hij'), { source: null });
      for (const slug of ['../evil', '', 'a'.repeat(101), 7, null]) say(made(slug));
      for (const data of [null, 'ROOM_CREATED', { type: 'ROOM_CREATED' }, { type: 'ROOM_CREATED', data: [] }]) say(data);
      await settle();
      expect([element.state, events]).to.deep.equal(['sign-in', ['before-call']]);
      say(made('abc-defg-hij'));
      say(made('late-rrom-one'));
      await until(() => element.state === 'link');
      await element.updateComplete;
      expect(events).to.deep.equal(['before-call', 'room-created', 'call-link']);
      expect(query<HTMLAnchorElement>(element, '.note a')!.href).to.equal(`${server}/abc-defg-hij`);
      expect(query(element, 'iframe')).to.equal(null);
    });

    it('gives up with the frame, and ours is there again', async () => {
      await askToSignIn();
      await until(() => element.shadowRoot!.activeElement === frame(), 'the focus');
      say({ type: 'STATE_CLEAR', data: {} });
      await until(() => element.shadowRoot!.activeElement === main(), 'the focus back');
      expect(element.state).to.equal('idle');
      expect(getComputedStyle(main()).display).to.equal('flex');
    });

    it('listens no longer than the button is there', async () => {
      await askToSignIn();
      const { contentWindow: source } = frame();
      element.remove();
      await settle();
      document.body.append(element);
      say(made('abc-defg-hij'), { source });
      await settle();
      expect([element.state, events]).to.deep.equal(['idle', ['before-call']]);
    });

    it('says so where the page’s policy keeps the frame out', async () => {
      await askToSignIn();
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', { effectiveDirective: 'frame-src', violatedDirective: 'frame-src', documentURI: location.href, originalPolicy: '', statusCode: 200, disposition: 'enforce', blockedURI: `${server}/sdk/create-button` }));
      await until(() => element.state === 'failed');
      await element.updateComplete;
      expect(text(query(element, '[role=alert]'))).to.contain('This page may not show Visio’s button.');
    });
  });

  it('shows who is in the call while it is seen, and asks no more when it is not', async () => {
    let times = 0;
    await show({ room: 'abc', backend: backend(async () => ROOM, async () => (times++, 3)) });
    await until(() => text(query(element, '.note')) === '3 people in the call');
    expect(times).to.equal(1);
    element.remove();
    await settle();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(times).to.equal(1);
  });

  describe('an incoming call', () => {
    const alert = () => document.querySelector('visio-incoming-call');

    it('takes the focus to no button, rings in silence after Escape, and gives the focus back', async () => {
      await show({ url: ROOM.url, intent: 'call', ringtone: 'on' });
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      const result = element.ring({ from: `Grace\n ${'x'.repeat(200)}` });
      const shown = await until(alert);
      await shown.updateComplete;
      const dialog = query(shown, '[role=alertdialog]')!;
      await until(() => shown.shadowRoot!.activeElement === dialog);
      expect(text(query(shown, 'h2'))).to.have.length(100);
      await expectAccessible(shown);
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Escape' });
      await shown.updateComplete;
      expect(queryAll(shown, 'button').map(text)).to.deep.equal(['Decline', 'Answer']);
      button(shown, 'Decline').click();
      expect(await result).to.equal('refused');
      expect(alert()).to.equal(null);
      expectSame(document.activeElement, field);
      expect(events).to.deep.equal(['call-refused']);
      field.remove();
    });

    it('ends when who called gives up, or when nobody answers', async () => {
      await show({ url: ROOM.url, ringtone: 'off' });
      element.incoming = { from: 'Grace' };
      await until(alert);
      element.incoming = null;
      await until(() => !alert());
      expect(await element.ring({ timeout: 0.01 })).to.equal('missed');
      await until(() => events.length === 2);
      expect(events).to.deep.equal(['call-cancelled', 'call-missed']);
    });
  });
});

describe('visio-call-panel', () => {
  let simulation: Simulation;
  let panel: VisioCallPanel;
  let call: Call;

  beforeEach(async () => {
    await import('./panel/open.js');
    simulation = await simulate({ scenario: 'duo', microphone: false, camera: false });
    call = new Call({ room: ROOM, backend: null, intent: 'join', displayName: 'Ada', lang: 'en', theme: 'light', texts: {}, languages: {} });
    call.element.meeting = simulation.meeting;
    panel = document.createElement('visio-call-panel');
    Object.assign(panel, { call, words: simulation.view.translator.peek(), theme: 'light' });
    document.documentElement.append(panel);
    await panel.updateComplete;
  });

  afterEach(() => {
    panel.remove();
    simulation.meeting.dispose();
  });

  const rect = () => panel.getBoundingClientRect();
  const press = (key: string, modifiers: Partial<KeyboardEventInit> = {}) =>
    query(panel, '.grip')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));

  it('lies in the top layer, takes the focus, and is a dialog with a name', async () => {
    expect(panel.matches(':popover-open')).to.equal(true);
    expectSame(panel.shadowRoot!.activeElement, query(panel, '[role=dialog]'));
    await expectAccessible(panel);
  });

  it('is moved by arrow keys, and stays inside the window', () => {
    if (innerWidth <= 576 || innerHeight <= 480) return;
    const before = rect();
    press('ArrowLeft');
    expect(before.left - rect().left).to.equal(24);
    for (let i = 0; i < 100; i++) press('ArrowLeft', { shiftKey: true });
    for (let i = 0; i < 100; i++) press('ArrowUp', { shiftKey: true });
    expect([rect().left, rect().top]).to.deep.equal([0, 0]);
  });

  it('minimises by Escape in a call, and keeps its meeting where it is', async () => {
    await call.element.join();
    await until(() => call.progress === 'joined');
    await panel.updateComplete;
    const parent = call.element.parentNode;
    await sendKeys({ press: 'Escape' });
    await panel.updateComplete;
    expect(panel.minimised).to.equal(true);
    await until(() => panel.shadowRoot!.activeElement?.matches('.restore'));
    expect(text(query(panel, '.time'))).to.match(/^\d:\d\d$/);
    await expectAccessible(panel);
    await sendKeys({ press: 'Enter' });
    await panel.updateComplete;
    expect(panel.minimised).to.equal(false);
    expectSame(call.element.parentNode, parent);
    expect(simulation.meeting.connection.state.peek()).to.equal('connected');
  });

  it('closes by Escape while there is no call, and goes with a call that was left', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    panel.opener = opener;
    await sendKeys({ press: 'Escape' });
    expect(panel.isConnected).to.equal(false);
    expectSame(document.activeElement, opener);
    opener.remove();
  });

  it('is left for another call only when one says so', async () => {
    await call.element.join();
    await until(() => call.progress === 'joined');
    const other = document.createElement('visio-call-button');
    Object.assign(other, { url: 'https://visio.example/xyz-xyzx-xyz', lang: 'en' });
    document.body.append(other);
    await other.start();
    await other.updateComplete;
    expect(text(query(other, '[part=note]'))).to.contain('You are in another call.');
    expect(call.progress).to.equal('joined');
    expect(text(query(other, '[part=button]'))).to.equal('Leave it and join');
    query(other, '[part=button]')!.click();
    await until(() => document.querySelector('visio-call-panel')?.call?.room.url === other.url);
    expect(call.progress).to.equal('closed');
    await until(() => simulation.meeting.connection.state.peek() === 'left');
    document.querySelector('visio-call-panel')!.call!.close();
    await until(() => other.state === 'idle');
    other.remove();
  });

  it('knows the call of a button that comes later, for the same address in whatever case', async () => {
    await call.element.join();
    await until(() => call.progress === 'joined');
    const later = document.createElement('visio-call-button');
    Object.assign(later, { url: 'https://visio.example/ABC-defg-hij/', lang: 'en', open: 'inline' });
    document.body.append(later);
    await until(() => later.state === 'in-call');
    await later.updateComplete;
    expect(text(query(later, '.words'))).to.match(/^In the call/);
    // It shows the call, and does not take it from where it is.
    expectSame(call.element.getRootNode(), panel.shadowRoot);
    call.close();
    await until(() => later.state === 'idle');
    expect(panel.isConnected).to.equal(false);
    later.remove();
  });

  it('makes way for a field that it covers, and for none that it does not', async () => {
    const field = document.createElement('textarea');
    const { left, top } = rect();
    field.style.cssText = `position: fixed; left: ${left + 20}px; top: ${top + 60}px; inline-size: 60px; block-size: 40px`;
    document.body.append(field);
    field.focus();
    await panel.updateComplete;
    const [one, other] = [rect(), field.getBoundingClientRect()];
    expect(one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).to.equal(false);
    const now = rect();
    field.blur();
    field.focus();
    expect([rect().left, rect().top]).to.deep.equal([now.left, now.top]);
    field.remove();
  });
});

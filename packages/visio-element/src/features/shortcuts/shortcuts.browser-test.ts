import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../shell/call/define.js';
import '../../shell/later/later-ring.js';
import { button, expectAccessible, expectSame, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';
import { isApple } from './chord.js';

const MOD = isApple() ? 'Meta' : 'Control';

describe('shortcuts', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;

  async function open(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice' }] }, ...options });
    await simulation.meeting.join();
    const { camera, microphone } = simulation.meeting;
    await until(() => [camera, microphone].every(({ enabled, wanted }) => enabled.peek() === wanted.peek()));
    frame = createFrame();
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await until(() => query(call, 'visio-bar')?.shadowRoot?.querySelector('button'));
    call.focus();
  }

  const press = async (...keys: string[]) => {
    for (const key of keys.slice(0, -1)) await sendKeys({ down: key });
    await sendKeys({ press: keys.at(-1)! });
    for (const key of keys.slice(0, -1).reverse()) await sendKeys({ up: key });
  };
  const microphone = () => simulation.meeting.microphone.enabled.peek();
  const voice = () => queryAll(query(call, 'visio-notices')!, '.voice p').map(text).join(' ');
  const set = (value: unknown) => (simulation.view.shortcuts.value = value);

  /** What the bar's button says of its keys. */
  const keys = (name: string) => {
    const bar = query(call, 'visio-bar')!;
    return queryAll(bar, 'button').find((each) => each.getAttribute('aria-label')?.startsWith(name))?.getAttribute('aria-keyshortcuts') ?? null;
  };

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('turn microphone and camera off and on, and say so', async () => {
    await open();
    await press(MOD, 'd');
    await until(() => !microphone());
    await until(() => voice() === 'Microphone off');
    await press(MOD, 'd');
    await until(() => microphone());
    await press(MOD, 'e');
    await until(() => !simulation.meeting.camera.enabled.peek());
    await until(() => voice() === 'Microphone off Microphone on Camera off');
  });

  it('do what the control of a contribution does', async () => {
    await open();
    await press(MOD, 'Shift', 'M');
    await until(() => simulation.view.panel.peek() === 'chat');
    await press(MOD, 'Shift', 'M');
    await until(() => simulation.view.panel.peek() === null);
    await press('?');
    await until(() => simulation.view.dialog.peek() === 'shortcuts');
  });

  it('act only with the focus inside', async () => {
    await open();
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    await press(MOD, 'd');
    await press('v');
    await settle();
    expect(microphone()).to.equal(true);
    outside.remove();
  });

  it('leave fields alone, except with keys that do not write', async () => {
    await open({ microphone: false });
    simulation.view.panel.value = 'chat';
    const chat = await until(() => query(call, 'visio-panel')?.shadowRoot?.querySelector('visio-chat'));
    const field = await until(() => chat.shadowRoot?.querySelector('textarea'));
    field.focus();
    await sendKeys({ type: 'v?v' });
    await settle();
    expect(field.value).to.equal('v?v');
    expect(microphone()).to.equal(false);
    expect(simulation.view.dialog.peek()).to.equal(null);
    await press(MOD, 'd');
    await until(() => microphone());
    expect(field.value).to.equal('v?v');
  });

  it('are no part of a word that is being composed, nor of what a host took', async () => {
    await open();
    const pressed = (options: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'd', code: 'KeyD', [isApple() ? 'metaKey' : 'ctrlKey']: true, bubbles: true, composed: true, cancelable: true, ...options });
    const stage = query(call, 'visio-stage')!;
    stage.dispatchEvent(pressed({ isComposing: true }));
    stage.dispatchEvent(pressed({ modifierAltGraph: true }));
    const taken = (event: Event) => event.preventDefault();
    stage.addEventListener('keydown', taken);
    stage.dispatchEvent(pressed({}));
    stage.removeEventListener('keydown', taken);
    await settle();
    expect(microphone()).to.equal(true);
    const acting = pressed({});
    stage.dispatchEvent(acting);
    expect(acting.defaultPrevented).to.equal(true);
    // Held down, it acts once, and the browser still does not get it.
    const again = pressed({ repeat: true });
    stage.dispatchEvent(again);
    expect(again.defaultPrevented).to.equal(true);
    await until(() => !microphone());
  });

  it('let one talk while a key is held, wherever it is let go', async () => {
    await open({ microphone: false });
    await sendKeys({ down: 'v' });
    await until(() => microphone());
    await sendKeys({ up: 'v' });
    await until(() => !microphone());

    await sendKeys({ down: 'v' });
    await until(() => microphone());
    window.dispatchEvent(new Event('blur'));
    await until(() => !microphone());
    await sendKeys({ up: 'v' });
  });

  it('keep one talking while the focus moves in the page', async () => {
    await open();
    await press(MOD, 'd');
    await until(() => !microphone());
    await sendKeys({ down: 'v' });
    await until(() => microphone());
    queryAll(query(call, 'visio-bar')!, 'button')[0]!.focus();
    queryAll(query(call, 'visio-bar')!, 'button')[1]!.focus();
    await settle();
    expect(simulation.meeting.microphone.wanted.peek()).to.equal(true);
    window.dispatchEvent(new FocusEvent('blur'));
    await until(() => !microphone());
    await sendKeys({ up: 'v' });
  });

  it('are free for the next key as soon as Escape has closed a dialog', async () => {
    await open();
    await press('?');
    const dialog = await until(() => query(call, 'visio-dialog')?.shadowRoot?.querySelector('dialog[open]'));
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(simulation.view.dialog.peek()).to.equal(null);
    await until(() => !dialog.hasAttribute('open'));
  });

  it('do not silence with that key who is heard anyway', async () => {
    await open();
    await sendKeys({ down: 'v' });
    await sendKeys({ up: 'v' });
    await settle();
    expect(microphone()).to.equal(true);
  });

  it('follow the host: another profile, other keys, none', async () => {
    await open();
    set('teams');
    // Those of others are fetched with the first who wants them.
    await until(() => keys('Turn off microphone') === `${MOD}+Shift+M`);
    await press(MOD, 'Shift', 'M');
    await until(() => !microphone());
    set({ profile: 'zoom', keys: { microphone: 'Alt+Shift+K' } });
    await press('Alt', 'Shift', 'K');
    await until(() => microphone());
    set('off');
    await press('Alt', 'Shift', 'K');
    await press(MOD, 'd');
    await press('?');
    await settle();
    expect(microphone()).to.equal(true);
    expect(simulation.view.dialog.peek()).to.equal(null);
  });

  it('are told by the buttons that do the same, as they are in force', async () => {
    await open();
    await until(() => keys('Turn off microphone') === `${MOD}+D`);
    expect(['Turn off camera', 'Chat', 'Leave'].map(keys)).to.deep.equal([`${MOD}+E`, `${MOD}+Shift+M`, `${MOD}+Shift+X`]);
    expect(keys('Microphone and speaker')).to.equal(null);
    set({ profile: 'teams', keys: { chat: ['Alt+1', 'F8'], leave: null } });
    await until(() => keys('Chat') === 'Alt+1 F8');
    await until(() => keys('Turn off microphone') === `${MOD}+Shift+M`);
    expect(keys('Leave')).to.equal(null);
    set('off');
    await until(() => keys('Chat') === null);
    expect(keys('Turn off microphone')).to.equal(null);
    set('visio');
    button(query(call, 'visio-bar')!, 'More').click();
    const popup = query(query(call, 'visio-bar')!, 'visio-popup')!;
    const menu = await until(() => popup.shadowRoot && query(popup, 'visio-more-menu'));
    const entry = await until(() => menu.shadowRoot && query(menu, '[data-control=shortcuts]'));
    expect(entry.getAttribute('aria-keyshortcuts')).to.equal(`${MOD}+/ ? ${MOD}+?`);
  });

  it('do only what is offered, and leave the rest to the browser', async () => {
    await open();
    simulation.view.controlWords.value = 'chat';
    const event = new KeyboardEvent('keydown', { key: 'd', code: 'KeyD', [isApple() ? 'metaKey' : 'ctrlKey']: true, bubbles: true, composed: true, cancelable: true });
    query(call, 'visio-stage')!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    await settle();
    expect(microphone()).to.equal(true);
  });

  it('leave the space bar to what it works', async () => {
    await open({ microphone: false });
    set('zoom');
    await until(() => keys('Turn off camera') !== `${MOD}+E`);
    const toggle = button(query(call, 'visio-bar')!, 'Turn off camera');
    toggle.focus();
    await press(' ');
    await until(() => !simulation.meeting.camera.wanted.peek());
    expect(microphone()).to.equal(false);
    call.focus();
    await sendKeys({ down: ' ' });
    await until(() => microphone());
    await sendKeys({ up: ' ' });
    await until(() => !microphone());
  });

  it('choose a layout', async () => {
    await open();
    set({ keys: { 'layout:speaker': 'Ctrl+Alt+2' } });
    await press('Control', 'Alt', '2');
    await until(() => simulation.meeting.layout.mode.peek() === 'speaker');
  });

  it('leave the call', async () => {
    await open();
    await press(MOD, 'Shift', 'X');
    await until(() => simulation.meeting.connection.state.peek() === 'left');
  });

  describe('their list', () => {
    const sheet = () => query(call, 'visio-dialog')?.shadowRoot?.querySelector<HTMLElement>('visio-shortcuts-sheet') ?? null;
    const rows = () => queryAll(sheet()!, '.row').map((row) => text(row).replaceAll(' ', ''));

    async function show(): Promise<HTMLElement> {
      simulation.view.dialog.value = 'shortcuts';
      const shown = await until(sheet);
      await until(() => shown.shadowRoot?.querySelector('.row, .intro'));
      return shown;
    }

    it('has what is in force, in words and by the names of this system', async () => {
      await open();
      await show();
      const caps = isApple() ? '⌘Command+D' : 'Ctrl+D';
      expect(rows()).to.include(`Turnthemicrophoneonoroff${caps}`);
      expect(rows()).to.include('TalkforaslongasyouholdthekeyV');
      expect(rows().some((row) => row.startsWith('Chat'))).to.equal(true);
      simulation.view.controlWords.value = 'leave';
      await until(() => !rows().some((row) => row.startsWith('Chat') || row.includes('microphone')));
      set('off');
      await until(() => text(query(sheet()!, '.intro')) === 'Keyboard shortcuts are off.');
      expect(rows()).to.deep.equal([]);
    });

    it('is accessible in both themes, speaks French, and opens from the menu', async () => {
      await open({ language: 'fr' });
      await show();
      expect(rows().some((row) => row.startsWith('Activeroucouperlemicro'))).to.equal(true);
      if (!isApple()) expect(rows().some((row) => row.endsWith('Ctrl+Maj+X'))).to.equal(true);
      for (const theme of ['light', 'dark'] as const) {
        (frame as HTMLElement & { theme: string }).theme = theme;
        await settle();
        await expectAccessible(sheet()!);
      }
    });
  });

  describe('their settings', () => {
    it('let a person choose another profile, or none', async () => {
      await import('./shortcuts-ring.js');
      await open();
      const page = document.createElement('visio-shortcuts-settings');
      page.view = simulation.view;
      frame.append(page);
      await page.updateComplete;
      const radio = (value: string) => queryAll<HTMLInputElement>(page, 'input').find((each) => each.value === value)!;
      expect(radio('visio').checked).to.equal(true);
      radio('teams').click();
      call.focus();
      await press(MOD, 'Shift', 'M');
      await until(() => !microphone());
      radio('off').click();
      call.focus();
      await press(MOD, 'Shift', 'M');
      await settle();
      expect(microphone()).to.equal(false);
      await expectAccessible(page);
      set('off');
      await until(() => text(query(page, 'p')) === 'This page has turned keyboard shortcuts off.');
      expectSame(query(page, 'input'), null);
    });
  });
});

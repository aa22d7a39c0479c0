import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signal } from 'visio-core/reactive';
import './define.js';
import '../popup/define.js';
import { chat } from '../../features/chat/contribution.js';
import { screenShare } from '../../features/screen-share/contribution.js';
import { button, expectAccessible, expectSame, nameOf, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { LitElement } from 'lit';
import type { VisioPopup } from '../popup/popup.js';
import type { VisioBar } from './bar.js';

describe('visio-bar', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let bar: VisioBar;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: 'duo', ...options });
    // Whatever other features there are.
    simulation = { ...simulation, view: { ...simulation.view, contributions: signal([screenShare, chat]) } };
    await simulation.meeting.join();
    await until(() => options.token === 'viewer' || (simulation.meeting.camera.enabled.peek() && simulation.meeting.microphone.enabled.peek()));
    frame = createFrame({ width: 1024, height: 500, ...size });
    document.body.append(frame);
    bar = createView('visio-bar', simulation.view);
    bar.style.setProperty('margin-top', '420px');
    frame.append(bar);
    await bar.updateComplete;
  }

  const names = () => queryAll(bar, '.controls button').filter((each) => each.checkVisibility()).map(nameOf);
  const popup = () => query<VisioPopup>(bar, 'visio-popup')!;
  /** What is in what is open. */
  const menu = () => query<LitElement>(popup(), '.popup > *');
  const isOpen = (name: string) => simulation.view.popup.peek() === name && query(popup(), '.popup')!.matches(':popover-open');
  /** The element with the focus, through shadow roots. */
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('keeps the focus on a control that stays, and gives that of one that goes to the menu it went to', async () => {
    await open();
    const control = (name: string) => query(bar, `[data-control="${name}"]`);
    control('chat')!.focus();
    simulation.view.controlWords.value = 'microphone camera devices chat';
    await until(() => control('screen-share') === null);
    expectSame(bar.shadowRoot!.activeElement, control('chat'));
    simulation.view.controlWords.value = null;
    await until(() => control('screen-share') !== null);
    expectSame(bar.shadowRoot!.activeElement, control('chat'));
    frame.style.setProperty('--frame-width', '320px');
    await until(() => control('chat') === null);
    expectSame(bar.shadowRoot!.activeElement, query(bar, '.overflow'));
    frame.style.setProperty('--frame-width', '1024px');
    await until(() => control('chat') !== null);
    expectSame(bar.shadowRoot!.activeElement, query(bar, '.leave'));
  });

  it('gives the focus of what a host takes away to what is left', async () => {
    await open();
    button(bar, 'Turn off camera').focus();
    simulation.view.controlWords.value = 'microphone';
    await until(() => names().length === 2);
    expect(nameOf(bar.shadowRoot!.activeElement!)).to.equal('Leave the meeting');
  });

  it('names each button by what it will do', async () => {
    await open();
    expect(names()).to.deep.equal([
      'Turn off microphone',
      'Microphone and speaker options',
      'Turn off camera',
      'Camera options',
      'Share your screen',
      'Chat',
      'Leave the meeting',
    ]);
    button(bar, 'Turn off microphone').click();
    await until(() => !simulation.meeting.microphone.enabled.peek());
    button(bar, 'Turn off camera').click();
    await until(() => !simulation.meeting.camera.enabled.peek());
    await bar.updateComplete;
    expect(names()).to.include.members(['Turn on microphone', 'Turn on camera']);
    expect(queryAll(bar, '[aria-pressed]')).to.have.length(0);
  });

  it('names them in French', async () => {
    await open({ language: 'fr' });
    expect(names()).to.deep.equal([
      'Couper le micro',
      'Options du micro et du haut-parleur',
      'Couper la caméra',
      'Options de la caméra',
      'Partager votre écran',
      'Messages',
      'Quitter la réunion',
    ]);
    expect(text(query(bar, '.people'))).to.equal('2 participants');
  });

  it('tells that the room has not followed yet', async () => {
    await open();
    const camera = button(bar, 'Turn off camera');
    camera.click();
    await bar.updateComplete;
    expect(camera.getAttribute('aria-busy')).to.equal('true');
    expect(nameOf(camera)).to.equal('Turn on camera');
    await until(() => camera.getAttribute('aria-busy') === 'false');
  });

  it('shares the screen, stops, and leaves', async () => {
    await open();
    const share = button(bar, 'Share your screen');
    share.click();
    await until(() => nameOf(share) === 'Stop sharing your screen');
    share.click();
    await until(() => nameOf(share) === 'Share your screen');
    button(bar, 'Leave the meeting').click();
    await until(() => simulation.meeting.connection.state.peek() === 'left');
  });

  it('does not break when the host prevents a command', async () => {
    await open();
    simulation.meeting.intercept(() => false);
    for (const each of queryAll<HTMLButtonElement>(bar, '.controls [aria-busy]')) each.click();
    await bar.updateComplete;
    expect(simulation.meeting.connection.state.peek()).to.equal('connected');
    expect(names()).to.include('Turn off microphone');
  });

  it('opens the devices with the keyboard, chooses with arrows, and gives the focus back', async () => {
    await open();
    const more = button(bar, 'Microphone and speaker options');
    more.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen('microphone') && focused()?.matches('input:checked'));
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    expect(queryAll(menu()!, 'legend').map(text)).to.deep.equal(['Microphone', 'Speaker']);
    expect(queryAll(menu()!, 'label').map(text)[0]).to.equal('System default');

    await sendKeys({ press: 'ArrowDown' });
    const chosen = simulation.meeting.devices.chosen('microphone');
    await until(() => chosen.peek() !== '');
    expect(query<HTMLInputElement>(menu()!, 'input[name=microphone]:checked')!.value).to.equal(chosen.peek());

    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen('microphone') && more.getAttribute('aria-expanded') === 'false');
    expectSame(focused(), more);
    expect(menu()).to.equal(null);
  });

  it('has one menu open at a time, above its button and inside the window', async () => {
    await open();
    const more = button(bar, 'Camera options');
    button(bar, 'Microphone and speaker options').click();
    await until(() => isOpen('microphone'));
    more.click();
    await until(() => isOpen('camera') && menu()?.matches('visio-device-menu') && query(menu()!, 'input[name=camera]'));
    expect(queryAll(menu()!, 'input[name=microphone]')).to.have.length(0);
    const panel = query(popup(), '.popup')!.getBoundingClientRect();
    expect(panel.bottom).to.be.at.most(more.getBoundingClientRect().top);
    expect(panel.left >= 0 && panel.right <= innerWidth && panel.top >= 0).to.equal(true);
    more.click();
    await until(() => !isOpen('camera'));
  });

  it('goes back to what is in use when a choice is prevented', async () => {
    await open();
    simulation.meeting.intercept(() => false);
    button(bar, 'Camera options').click();
    const radios = await until(() => {
      const found = menu() ? queryAll<HTMLInputElement>(menu()!, 'input[name=camera]') : [];
      return found.length > 1 && found;
    });
    radios[1]!.click();
    await until(() => radios[0]!.checked && !radios[1]!.checked);
  });

  it('shows what the host wants, and leave always', async () => {
    await open();
    simulation.view.controlWords.value = 'microphone';
    await bar.updateComplete;
    expect(names()).to.deep.equal(['Turn off microphone', 'Leave the meeting']);
    simulation.view.controlWords.value = '';
    await bar.updateComplete;
    expect(names()).to.deep.equal(['Leave the meeting']);
  });

  it('shows no devices to those who watch, or may not publish', async () => {
    await open({ token: 'viewer' });
    expect(names()).to.deep.equal(['Chat', 'Leave the meeting']);
    simulation.director.setPermissions('local', ['microphone']);
    await until(() => names().includes('Turn on microphone') || names().includes('Turn off microphone'));
    simulation.view.watching.value = true;
    await bar.updateComplete;
    expect(names()).to.deep.equal(['Chat', 'Leave the meeting']);
  });

  describe('side panels', () => {
    const write = (text: string) => simulation.director.sendText('camille-laurent', 'lk.chat', text);

    it('opens and closes one, and tells what there is to see, in words', async () => {
      await open();
      const chat = button(bar, 'Chat');
      expect(chat.ariaExpanded).to.equal('false');
      write('1');
      write('2');
      await until(() => nameOf(chat) === 'Chat, 2 unread messages');
      expect(text(chat.querySelector('.badge'))).to.equal('2');
      chat.click();
      expect(simulation.view.panel.value).to.equal('chat');
      await until(() => chat.ariaExpanded === 'true');
      chat.click();
      expect(simulation.view.panel.value).to.equal(null);
    });

    it('has them in a menu where there is no room', async () => {
      await open({}, { width: 360 });
      const share = simulation.meeting.screenShare;
      write('1');
      const more = await until(() => queryAll(bar, '.overflow').find((each) => nameOf(each) === 'More, Chat, 1 unread message'));
      more.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => isOpen('more') && focused()?.matches('.item'));
      await expectAccessible(bar);
      expect(queryAll(menu()!, '.item').map(nameOf)).to.deep.equal(['Share your screen', 'Chat, 1 unread message']);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await until(() => !isOpen('more') && simulation.view.panel.value === 'chat');
      expectSame(focused(), more);
      more.click();
      const item = await until(() => menu() && queryAll(menu()!, '.item').find((each) => text(each) === 'Share your screen'));
      item.click();
      await until(() => share.enabled.peek() && !isOpen('more'));
    });

    it('shows no panel that the host does not want', async () => {
      await open();
      simulation.view.controlWords.value = 'microphone chat';
      await bar.updateComplete;
      expect(names()).to.deep.equal(['Turn off microphone', 'Chat', 'Leave the meeting']);
    });
  });

  for (const width of [320, 360, 400, 519, 520, 768, 1280]) {
    it(`is one row of large targets at ${width}`, async () => {
      await open({ language: 'fr' }, { width });
      // It is measured between a frame's callbacks and its picture.
      await nextFrame();
      await nextFrame();
      await bar.updateComplete;
      const buttons = queryAll(bar, '.controls button').filter((each) => each.checkVisibility());
      expect(new Set(buttons.map(({ offsetTop }) => offsetTop)).size).to.equal(1);
      for (const each of buttons) {
        expect(Math.min(each.offsetWidth, each.offsetHeight), nameOf(each)).to.be.at.least(44);
        const { left, right } = each.getBoundingClientRect();
        expect(left >= 0 && right <= bar.getBoundingClientRect().right, nameOf(each)).to.equal(true);
      }
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, with a menu open`, async () => {
      await open({}, { theme });
      await expectAccessible(bar);
      button(bar, 'Turn off camera').click();
      button(bar, 'Microphone and speaker options').click();
      await until(() => menu() && query(menu()!, 'fieldset'));
      await expectAccessible(bar);
    });
  }
});

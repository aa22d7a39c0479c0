import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { settle, until } from '../../testing/check.js';
import { simulate, type Simulation } from '../../testing/simulate.js';
import { fullScreen } from './contribution.js';

describe('full screen', () => {
  let simulation: Simulation;
  let element: HTMLElement;
  const control = fullScreen.control!;

  beforeEach(async () => {
    simulation = await simulate({ scenario: 'duo' });
    element = document.createElement('div');
    element.style.cssText = 'inline-size: 300px; block-size: 200px';
    element.textContent = 'A meeting';
    document.body.append(element);
  });

  afterEach(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    element.remove();
    simulation.meeting.dispose();
  });

  const view = () => ({ ...simulation.view, element });
  const label = () => (control.label as (view: unknown) => string)(view());

  it('is offered for an element in a page that may', () => {
    expect(control.available!(view())).to.equal(document.fullscreenEnabled);
    expect(control.available!(simulation.view), 'without an element').to.equal(false);
    Object.defineProperty(document, 'fullscreenEnabled', { configurable: true, value: undefined });
    expect(control.available!(view()), 'as on an iPhone').to.equal(false);
    Reflect.deleteProperty(document, 'fullscreenEnabled');
  });

  it('fills the screen, and tells when it is left by whatever way', async () => {
    if (!document.fullscreenEnabled) return;
    expect([label(), control.pressed!(view())]).to.deep.equal(['Full screen', false]);
    element.onclick = () => control.run!(view());
    await sendMouse({ type: 'click', position: [Math.round(element.getBoundingClientRect().left) + 20, Math.round(element.getBoundingClientRect().top) + 20] });
    await until(() => document.fullscreenElement === element);
    await until(() => control.pressed!(view()));
    expect(label()).to.equal('Leave full screen');
    control.run!(view());
    await until(() => document.fullscreenElement === null);
    await until(() => !control.pressed!(view()));
    await settle();
  });
});

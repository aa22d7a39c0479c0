import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.js';
import '../../shell/tile/define.js';
import { button, expectAccessible, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioQuality } from './quality.js';

describe('visio-quality', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let element: VisioQuality;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Grace', id: 'grace', microphone: true, camera: true }] }, ...options });
    await simulation.meeting.join();
    await until(() => options.camera === false || simulation.meeting.camera.enabled.peek());
    frame = createFrame({ width: 420, height: 600, ...size });
    document.body.append(frame);
    element = createView('visio-quality', simulation.view);
    frame.append(element);
    await element.updateComplete;
  }

  const radio = (value: string) => query<HTMLInputElement>(element, `input[value=${value}]`)!;
  const checked = () => queryAll<HTMLInputElement>(element, 'input').filter((each) => each.checked).map(({ value }) => value);

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('says how good the connection is, in words', async () => {
    await open();
    await until(() => text(query(element, '.own')) === 'Your connection is very good.');
    simulation.director.quality('local', 'good');
    await until(() => text(query(element, '.own')) === 'Your connection is good.');
  });

  it('changes the mode by keyboard, and shows the one that holds', async () => {
    await open();
    expect(checked()).to.deep.equal(['normal']);
    radio('normal').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => simulation.meeting.quality.dataMode.peek() === 'low-data');
    await until(() => checked().join() === 'low-data');
    await simulation.meeting.quality.setDataMode('audio-only');
    await until(() => checked().join() === 'audio-only');
  });

  it('takes a choice back that the host prevents', async () => {
    await open();
    simulation.meeting.intercept((command) => command !== 'setDataMode');
    radio('audio-only').click();
    await until(() => checked().join() === 'normal');
    expect(simulation.meeting.quality.dataMode.peek()).to.equal('normal');
  });

  it('offers to stop sending, too', async () => {
    await open();
    radio('audio-only').click();
    await until(() => query(element, '.offer'));
    button(element, 'Turn off camera').click();
    await until(() => !simulation.meeting.camera.enabled.peek() && !query(element, '.offer'));
  });

  it('shows what was sent and received, once that is known', async () => {
    await open();
    const said = await until(() => text(query(element, '.bytes')) || null);
    expect(said).to.match(/^Since you joined: .+ sent, .+ received\.$/);
    await until(() => text(query(element, '.bytes')) !== said);
  });

  it('leaves tiles without video in audio only, and brings it back', async () => {
    await open();
    const tile = createView('visio-tile', simulation.view);
    tile.participantId = 'grace';
    tile.style.cssText = 'inline-size: 320px; block-size: 180px';
    frame.append(tile);
    await until(() => query(tile, 'video'));
    await simulation.meeting.quality.setDataMode('audio-only');
    await until(() => !query(tile, 'video'));
    await simulation.meeting.quality.setDataMode('normal');
    await until(() => query(tile, 'video'));
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      await open({ language: theme === 'light' ? 'en' : 'fr' }, { theme, width: 320 });
      await expectAccessible(frame);
    });
  }
});

import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './define.js';
import '../lobby/define.js';
import { button, expectAccessible, expectSame, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioCheck } from './check.js';

describe('visio-check', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let element: VisioCheck;

  async function open(options: SimulateOptions = {}, prepare: (simulation: Simulation) => unknown = () => undefined, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: 'duo', ...options });
    await prepare(simulation);
    frame = createFrame({ width: 560, height: 800, ...size });
    document.body.append(frame);
    element = createView('visio-check', simulation.view);
    frame.append(element);
    await element.updateComplete;
  }

  const done = () => until(() => simulation.meeting.check.report.peek() && button(element, 'Check again'));
  const outcome = () => text(query(element, '.outcome'));
  /** What is said of a step, by its name. */
  const said = (name: string) => text(queryAll(element, 'li').find((each) => text(each.querySelector('.name')).startsWith(name))?.querySelector('.words') ?? null);

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('begins by itself, and says of each step how it went', async () => {
    await open();
    await until(() => outcome() === 'Checking…');
    await done();
    expect(queryAll(element, 'li')).to.have.length(8);
    expect(said('Meeting server')).to.equal('The meeting server answers.');
    expect(said('Sound and video by UDP')).to.match(/^Sound and video pass by the best way\. \(24 ms/);
    expect(said('Microphone')).to.equal('Your microphone works.');
    // Marks are for the eye: there are words for the ear.
    expect(text(queryAll(element, '.name')[0]!)).to.equal('Meeting server – Works');
  });

  it('names what is blocked, and what to open', async () => {
    await open({ serverUrl: 'wss://livekit.example:7443' }, ({ director }) => director.setNetwork({ blocked: ['udp'] }));
    await done();
    expect(outcome()).to.equal('Meetings will work, but not everything is as it should be.');
    expect(said('Sound and video by UDP')).to.contain('allow outgoing UDP to livekit.example, port 7882');
  });

  it('says when the server does not answer, and when a device is refused', async () => {
    await open({ serverUrl: 'wss://unreachable.example' }, ({ director }) => director.denyDevices('microphone'));
    await done();
    expect(outcome()).to.match(/^Meetings will not work on this network/);
    expect(said('Meeting server')).to.contain('unreachable.example');
    expect(said('Microphone')).to.contain('may not use your microphone');
  });

  it('can be stopped, and begun again', async () => {
    await open();
    await until(() => simulation.meeting.check.start.pending.peek());
    await element.updateComplete;
    button(element, 'Stop').click();
    await done();
    expect(outcome()).to.equal('The check was stopped.');
    button(element, 'Check again').click();
    await until(() => simulation.meeting.check.report.peek() === null);
    await done();
    expect(outcome()).not.to.equal('The check was stopped.');
  });

  it('gives a report to copy that names nobody', async () => {
    await open({ displayName: 'Ada Lovelace' });
    await done();
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (words: string) => void written.push(words) } });
    button(element, 'Copy the report').click();
    await until(() => text(query(element, '.done')) === 'Copied.');
    expect(written[0]).to.contain('[Works] Meeting server: The meeting server answers.');
    expect(written[0]).not.to.match(/Ada|any token|Integrated Camera/);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, and narrow`, async () => {
      await open({ language: theme === 'light' ? 'en' : 'fr' }, ({ director }) => director.setNetwork({ blocked: ['udp'] }), { theme, width: 320 });
      await until(() => simulation.meeting.check.report.peek());
      await element.updateComplete;
      await expectAccessible(frame);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  }

  it('opens from the lobby in a dialog, and gives the focus back', async () => {
    simulation = await simulate({ scenario: 'duo' });
    simulation.meeting.openLobby();
    frame = createFrame({ width: 1024, height: 700 });
    document.body.append(frame);
    const lobby = createView('visio-lobby', simulation.view);
    frame.append(lobby);
    await lobby.updateComplete;
    const opener = button(lobby, 'Check my connection');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = await until(() => query(lobby, 'visio-check-dialog')?.shadowRoot?.querySelector('dialog[open]'));
    await until(() => simulation.meeting.check.report.peek());
    await expectAccessible(frame);
    expect(dialog.getAttribute('aria-labelledby')).to.equal('title');
    await sendKeys({ press: 'Escape' });
    await until(() => !query(lobby, 'visio-check-dialog'));
    expectSame(lobby.shadowRoot!.activeElement, opener);
    expect(simulation.meeting.connection.state.peek()).to.equal('lobby');
  });
});

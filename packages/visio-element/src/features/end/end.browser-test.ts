import { expect } from '@open-wc/testing';
import { VisioError } from 'visio-core';
import './define.js';
import { button, expectAccessible, expectSame, query, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioEnd } from './end.js';

describe('visio-end', () => {
  let simulation: Simulation;
  let frame: ReturnType<typeof createFrame>;
  let end: VisioEnd;

  async function open(options: SimulateOptions, prepare: (simulation: Simulation) => Promise<unknown>) {
    simulation = await simulate({ scenario: 'duo', ...options });
    await prepare(simulation).catch(() => undefined);
    frame = createFrame();
    document.body.append(frame);
    end = createView('visio-end', simulation.view);
    frame.append(end);
    await end.updateComplete;
  }

  const left = async ({ meeting }: Simulation) => {
    await meeting.join();
    await meeting.leave();
  };

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('says that one left, and has the way back', async () => {
    await open({}, left);
    expect(text(query(end, 'h2'))).to.equal('You left the meeting');
    button(end, 'Rejoin').click();
    await until(() => simulation.meeting.connection.state.peek() === 'connected');
  });

  it('says it in French', async () => {
    await open({ language: 'fr' }, left);
    expect(text(query(end, 'h2'))).to.equal('Vous avez quitté la réunion');
    button(end, 'Rejoindre à nouveau');
  });

  it('moves focus to its heading', async () => {
    await open({}, left);
    expectSame(end.shadowRoot!.activeElement, query(end, 'h2'));
  });

  it('leaves focus to whoever is elsewhere in the page', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await open({}, left);
    expectSame(document.activeElement, field);
    field.remove();
  });

  it('says why one is not in the meeting, and offers to try again', async () => {
    await open({ token: 'expired' }, ({ meeting }) => meeting.join());
    expect(text(query(end, '.end'))).to.contain('You are not in the meeting').and.contain('Your pass for this meeting has expired.');
    button(end, 'Try again');
  });

  it('offers to rejoin when the call ended', async () => {
    await open({}, async ({ meeting, director }) => {
      await meeting.join();
      director.drop('removed');
      await until(() => meeting.connection.state.peek() === 'failed');
    });
    expect(text(query(end, 'p'))).to.equal('A moderator removed you from the meeting.');
    expect(button(end, 'Rejoin').classList.contains('primary')).to.equal(false);
  });

  it('asks whether to move a call that the same person is in elsewhere, and does it', async () => {
    const token = `e30.${btoa(JSON.stringify({ sub: 'ada', video: { room: 'end' } }))}.`;
    const { meeting: other } = await simulate({ token });
    await other.join();
    await open({ token }, ({ meeting }) => meeting.join());
    expect(text(query(end, 'h2'))).to.equal('You are already in this meeting');
    expect(text(query(end, 'p'))).to.contain('in another tab or on another device');
    button(end, 'Move it here').click();
    await until(() => simulation.meeting.connection.state.peek() === 'connected');
    expect(other.connection.error.peek()?.code).to.equal('MOVED_ELSEWHERE');
    other.dispose();
  });

  it('says where the call went, and offers to move it back', async () => {
    await open({}, async ({ meeting, director }) => {
      await meeting.join();
      director.drop('duplicate-identity');
      await until(() => meeting.connection.state.peek() === 'failed');
    });
    expect(text(query(end, 'h2'))).to.equal('The meeting goes on elsewhere');
    expect(query(end, '.failed')).to.equal(null);
    button(end, 'Move it back here');
  });

  describe('for what this page cannot have', () => {
    const blocked = (url: string) => async ({ meeting }: Simulation) => {
      meeting.setBackend({
        credentials: async () => {
          throw new VisioError('COOKIES_BLOCKED', 'Blocked.', { url });
        },
      });
      await meeting.join();
    };
    const link = () => end.shadowRoot!.querySelector('a');

    it('has a link to the meeting in a tab, before trying again', async () => {
      await open({}, blocked('https://visio.example/abc-defg-hij'));
      expect(text(query(end, 'p'))).to.equal('Your browser does not let this page know you to Visio. Open the meeting in a tab of its own.');
      expect(text(link()!)).to.equal('Open the meeting in a tab');
      expect([link()!.href, link()!.target, link()!.rel]).to.deep.equal(['https://visio.example/abc-defg-hij', '_blank', 'noopener noreferrer']);
      expect(link()!.classList.contains('primary')).to.equal(true);
      expect(button(end, 'Try again').classList.contains('primary')).to.equal(false);
      await expectAccessible(end);
    });

    it('has it in French', async () => {
      await open({ language: 'fr' }, blocked('https://visio.example/abc-defg-hij'));
      expect(text(link()!)).to.equal('Ouvrir la réunion dans un onglet');
    });

    it('follows no address but a page’s', async () => {
      await open({}, blocked('javascript:alert(1)'));
      expect(link()).to.equal(null);
    });
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      await open({ token: 'invalid' }, ({ meeting }) => meeting.join());
      frame.theme = theme;
      await frame.updateComplete;
      await expectAccessible(end);
    });
  }
});

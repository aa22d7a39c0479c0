import { expect } from '@open-wc/testing';
import './settings-ring.js';
import { expectAccessible, queryAll, text, until } from '../../testing/check.js';
import { createFrame, simulate, type Simulation } from '../../testing/simulate.js';

describe('visio-notices-settings', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function open(theme: 'light' | 'dark' = 'light', language: 'en' | 'fr' = 'en') {
    simulation = await simulate({ scenario: 'duo', language });
    await simulation.meeting.join();
    frame = createFrame({ theme, width: 320 });
    document.body.append(frame);
    const page = document.createElement('visio-notices-settings');
    page.view = simulation.view;
    frame.append(page);
    await page.updateComplete;
    const field = (name: string) => queryAll<HTMLInputElement>(page, 'input').find((each) => each.name === name)!;
    return { page, field };
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('shows and changes what one wants to be told of', async () => {
    const { field } = await open();
    const { preferences } = simulation.meeting.notices;
    expect(field('join').checked).to.equal(true);
    expect(field('saySpeakers').checked).to.equal(false);
    field('join').click();
    await until(() => !preferences.peek().join);
    field('saySpeakers').click();
    await until(() => preferences.peek().saySpeakers);
    expect(preferences.peek().sounds).to.equal(true);
  });

  it('shows what holds when the host prevents a change', async () => {
    const { field } = await open();
    simulation.meeting.intercept(() => false);
    field('sounds').click();
    await until(() => field('sounds').checked);
    expect(simulation.meeting.notices.preferences.peek().sounds).to.equal(true);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, and fits`, async () => {
      const { page } = await open(theme, 'fr');
      expect(text(page.shadowRoot!.querySelector('legend'))).to.equal('Afficher une notification quand quelqu’un…');
      await expectAccessible(page);
      expect(page.scrollWidth).to.equal(320);
    });
  }
});

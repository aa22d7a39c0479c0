import { expect } from '@open-wc/testing';
import './define.js';
import { button, countUpdates, expectAccessible, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioStatistics } from './statistics.js';

describe('visio-statistics', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let element: VisioStatistics;

  async function open(options: SimulateOptions = {}, size: FrameOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Grace Hopper', microphone: true, camera: true }] }, ...options });
    await simulation.meeting.join();
    frame = createFrame({ width: 760, height: 700, ...size });
    document.body.append(frame);
    element = createView('visio-statistics', simulation.view);
    // As in the place of dialogs.
    element.style.cssText = 'block-size: 100%; overflow: auto';
    frame.append(element);
    await until(() => rows().length > 0);
  }

  const rows = () => queryAll(element, 'tbody tr');
  const copied = () => text(query(element, '.copied'));

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('tells how the call is carried: in words first, then each track', async () => {
    await open();
    expect(text(query(element, '.path'))).to.equal('Sound and video travel straight to the server by UDP.');
    await until(() => queryAll(element, 'dd').some((each) => /Mb\/s/.test(text(each))));
    await until(() => rows().length === 4);
    expect(queryAll(element, 'h3').map(text)).to.deep.equal(['Sent', 'Received']);
    expect(rows().map((row) => text(row.querySelector('bdi'))).sort()).to.deep.equal(['Grace Hopper', 'Grace Hopper', 'You', 'You']);
    expect(queryAll(element, 'thead th').every((each) => each.getAttribute('scope') === 'col')).to.equal(true);
    await until(() => rows().some((row) => /1280 × 720, 30\/s/.test(text(row))));
  });

  it('renews itself while it is seen, and only then', async () => {
    await open();
    const { latest } = simulation.meeting.statistics;
    const before = latest.peek();
    const counts = countUpdates([element], () => 'statistics');
    await until(() => latest.peek() !== before);
    await until(() => (counts.get('statistics') ?? 0) > 0);
    element.remove();
    // Not at once: a look may be under way.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const last = latest.peek();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(latest.peek() === last).to.equal(true);
  });

  it('keeps its rows, and what has the focus', async () => {
    await open();
    await until(() => rows().length === 4);
    const first = rows()[0];
    const scroller = query(element, '.scroller')!;
    scroller.focus();
    const before = simulation.meeting.statistics.latest.peek();
    await until(() => simulation.meeting.statistics.latest.peek() !== before);
    await element.updateComplete;
    expect(rows()[0] === first).to.equal(true);
    expect(element.shadowRoot!.activeElement === scroller).to.equal(true);
  });

  it('copies without names, and says that it did', async () => {
    await open();
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (words: string) => void written.push(words) } });
    button(element, 'Copy as text').click();
    await until(() => copied() === 'Copied.');
    button(element, 'Copy as JSON').click();
    await until(() => written.length === 2);
    for (const each of written) expect(each).not.to.contain('Grace');
    expect(JSON.parse(written[1]!)).to.include({ quality: simulation.meeting.quality.own.peek() });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } });
    button(element, 'Copy as text').click();
    await until(() => copied() === 'Your browser does not allow copying here.');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}, and narrow`, async () => {
      await open({ language: theme === 'light' ? 'en' : 'fr' }, { theme, width: 320 });
      await expectAccessible(frame);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  }
});

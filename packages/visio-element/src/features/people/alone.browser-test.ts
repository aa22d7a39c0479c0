import { expect } from '@open-wc/testing';
import '../../shell/call/define.js';
import '../../shell/later/later-ring.js';
import { button, expectAccessible, query, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';

describe('visio-alone', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let call: VisioCall;

  beforeEach(async () => {
    simulation = await simulate({ scenario: {}, camera: false, microphone: false });
    await simulation.meeting.join();
    frame = createFrame({ width: 320, height: 480 });
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
  });

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  const alone = () => query(query(call, 'visio-overlays')!, 'visio-alone');

  it('offers the invitation to who is alone in a room whose address is known, and goes when someone comes', async () => {
    simulation.meeting.people.setInvitation({ url: 'https://visio.example/abc-defg-hij' });
    const element = await until(alone);
    await until(() => query(element, 'button'));
    expect(button(element, 'Copy the invitation')).to.be.instanceOf(HTMLButtonElement);
    await expectAccessible(frame);
    const box = element.getBoundingClientRect();
    const edge = frame.getBoundingClientRect();
    expect([box.left >= edge.left, box.right <= edge.right]).to.deep.equal([true, true]);
    // Clicks go through an overlay where it is empty, and not here.
    const hit = (root: Document | ShadowRoot): Element | null => root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    expect(hit(element.getRootNode() as ShadowRoot)).to.equal(element);
    simulation.director.join({ name: 'Grace' });
    await until(() => alone() === null);
  });

  it('is not there without an address', async () => {
    await until(() => query(call, 'visio-overlays'));
    await simulation.view.translator.peek().loadRest();
    expect(alone()).to.equal(null);
  });
});

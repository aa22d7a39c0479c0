import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../stage/define.js';
import { expectAccessible, query, queryAll, settle, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';
import type { VisioStage } from '../stage/stage.js';
import type { VisioTile } from '../tile/tile.js';
import type { VisioSelfView } from './self-view.js';

describe('visio-self-view', () => {
  let simulation: Simulation;
  let frame: ReturnType<typeof createFrame>;
  let stage: VisioStage;

  beforeEach(async () => {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] } });
    await simulation.meeting.join();
    frame = createFrame({ width: 800, height: 500 });
    document.body.append(frame);
    stage = createView('visio-stage', simulation.view);
    stage.style.setProperty('height', '100%');
    frame.append(stage);
    await simulation.meeting.layout.setSelfView('floating');
    await until(() => self() && query(self()!, '.float'));
    await settle();
  });

  afterEach(async () => {
    await sendMouse({ type: 'up', button: 'left' }).catch(() => undefined);
    simulation.meeting.dispose();
    frame.remove();
  });

  const self = () => query<VisioSelfView>(stage, 'visio-self-view');
  const float = () => query(self()!, '.float')!;
  const box = () => float().getBoundingClientRect();
  const middle = () => ({ x: Math.round(box().left + box().width / 2), y: Math.round(box().top + box().height / 2) });

  function expectInside() {
    const around = self()!.getBoundingClientRect();
    expect(box().left >= around.left - 1 && box().right <= around.right + 1 && box().top >= around.top - 1 && box().bottom <= around.bottom + 1).to.equal(true);
  }

  it('shows oneself over the others, who have the stage for themselves', async () => {
    expect(queryAll<VisioTile>(stage, 'visio-tile').map(({ participantId }) => participantId)).to.deep.equal(['alice', 'bob']);
    expect(query<VisioTile>(self()!, 'visio-tile')!.participantId).to.equal('local');
    const around = self()!.getBoundingClientRect();
    expect(Math.round(box().right)).to.equal(Math.round(around.right));
    expect(Math.round(box().bottom)).to.equal(Math.round(around.bottom));
    await expectAccessible(frame);
  });

  it('has initials that leave room around them', async () => {
    await simulation.meeting.camera.setEnabled(false);
    const avatar = await until(() => query(query(self()!, 'visio-tile')!, '.avatar'));
    expect(avatar.getBoundingClientRect().width).to.be.closeTo(Math.max(36, 0.38 * box().height), 1);
  });

  it('is moved by arrow keys, as far as its box goes', async () => {
    float().focus();
    const { left, top } = box();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowUp' });
    expect(box().left).to.be.below(left - 20);
    expect(box().top).to.be.below(top - 20);
    for (let i = 0; i < 12; i++) await sendKeys({ press: 'ArrowLeft' });
    expectInside();
    expect(Math.round(box().left)).to.equal(Math.round(self()!.getBoundingClientRect().left));
  });

  it('is dragged, and stays inside when the box shrinks', async () => {
    const from = middle();
    await sendMouse({ type: 'move', position: [from.x, from.y] });
    await sendMouse({ type: 'down', button: 'left' });
    await sendMouse({ type: 'move', position: [from.x - 150, from.y - 100] });
    expect(middle()).to.deep.equal({ x: from.x - 150, y: from.y - 100 });
    await sendMouse({ type: 'move', position: [1, 1] });
    expectInside();
    await sendMouse({ type: 'up', button: 'left' });
    await sendMouse({ type: 'move', position: [from.x, from.y] });
    expectInside();
    expect(Math.round(box().left)).to.equal(Math.round(self()!.getBoundingClientRect().left));
    frame.resize(320, 240);
    await settle();
    expectInside();
  });

  it('goes back among the others when it is wished, or alone', async () => {
    simulation.director.leave('alice');
    simulation.director.leave('bob');
    await until(() => self() === null && queryAll(stage, 'visio-tile').length === 1);
    simulation.director.join({ name: 'Eve' });
    await until(() => self() !== null);
    await simulation.meeting.layout.setSelfView('tile');
    await until(() => self() === null && queryAll(stage, 'visio-tile').length === 2);
  });
});

import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../tile/define.js';
import { button, expectAccessible, query, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type Simulation } from '../../testing/simulate.js';
import type { VisioTile } from '../tile/tile.js';
import type { VisioZoom } from './zoom.js';

describe('visio-zoom', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let tile: VisioTile;
  let zoom: VisioZoom;
  let video: HTMLVideoElement;

  beforeEach(async () => {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice', screen: true }] } });
    await simulation.meeting.join();
    frame = createFrame({ width: 640, height: 360 });
    document.body.append(frame);
    tile = createView('visio-tile', simulation.view);
    tile.participantId = 'alice';
    tile.source = 'screen_share';
    tile.large = true;
    tile.style.setProperty('height', '100%');
    frame.append(tile);
    zoom = await until(() => query<VisioZoom>(tile, 'visio-zoom'));
    await zoom.updateComplete;
    video = await until(() => query<HTMLVideoElement>(tile, 'video.live'));
  });

  afterEach(async () => {
    await sendMouse({ type: 'up', button: 'left' }).catch(() => undefined);
    simulation.meeting.dispose();
    frame.remove();
  });

  const surface = () => query(zoom, '.surface')!;
  const percent = () => text(query(zoom, '.percent [aria-live]'));
  /** Where a point of the picture is now; in parts of it. */
  const place = (x: number, y: number) => {
    const { left, top, width, height } = video.getBoundingClientRect();
    return { x: Math.round(left + x * width), y: Math.round(top + y * height) };
  };

  it('magnifies by its buttons, lays the video out larger, and shows all of it again', async () => {
    expect(button(zoom, 'Zoom out').ariaDisabled).to.equal('true');
    button(zoom, 'Zoom in').click();
    await zoom.updateComplete;
    expect(video.clientWidth).to.equal(960);
    expect(percent()).to.equal('150%');
    button(zoom, 'Zoom in').click();
    await zoom.updateComplete;
    expect(percent()).to.equal('225%');
    await expectAccessible(frame);
    query<HTMLButtonElement>(zoom, '.percent')!.click();
    await zoom.updateComplete;
    expect(video.clientWidth).to.equal(640);
    expect(query(zoom, '.percent')).to.equal(null);
    for (let i = 0; i < 9; i++) button(zoom, 'Zoom in').click();
    await zoom.updateComplete;
    expect(percent()).to.equal('800%');
    expect(button(zoom, 'Zoom in').ariaDisabled).to.equal('true');
  });

  it('keeps what is under the pointer there: wheel with Ctrl, and double click', async () => {
    const point = place(0.75, 0.25);
    const wheel = (init: WheelEventInit) => {
      const event = new WheelEvent('wheel', { clientX: point.x, clientY: point.y, cancelable: true, bubbles: true, ...init });
      surface().dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel({ deltaY: -100 }), 'the page scrolls').to.equal(false);
    expect(video.clientWidth).to.equal(640);
    expect(wheel({ deltaY: -60, ctrlKey: true })).to.equal(true);
    expect(video.clientWidth).to.be.above(800);
    expect(place(0.75, 0.25)).to.deep.equal(point);
    expect(wheel({ deltaX: 40, deltaY: 0 })).to.equal(true);
    expect(place(0.75, 0.25)).to.deep.equal({ x: point.x - 40, y: point.y });

    surface().dispatchEvent(new MouseEvent('dblclick', { clientX: point.x, clientY: point.y }));
    expect(video.clientWidth).to.equal(640);
    surface().dispatchEvent(new MouseEvent('dblclick', { clientX: point.x, clientY: point.y }));
    expect(video.clientWidth).to.equal(1280);
    expect(place(0.75, 0.25)).to.deep.equal(point);
  });

  it('is dragged as far as there is something to see', async () => {
    button(zoom, 'Zoom in').click();
    button(zoom, 'Zoom in').click();
    await settle();
    const from = place(0.5, 0.5);
    await sendMouse({ type: 'move', position: [from.x, from.y] });
    await sendMouse({ type: 'down', button: 'left' });
    await sendMouse({ type: 'move', position: [from.x + 50, from.y - 30] });
    expect(place(0.5, 0.5)).to.deep.equal({ x: from.x + 50, y: from.y - 30 });
    await sendMouse({ type: 'up', button: 'left' });
    await sendMouse({ type: 'move', position: [from.x, from.y] });
    expect(place(0.5, 0.5)).to.deep.equal({ x: from.x + 50, y: from.y - 30 });
  });

  it('is used by keyboard', async () => {
    surface().focus();
    const middle = place(0.5, 0.5);
    await sendKeys({ press: 'ArrowLeft' });
    expect(place(0.5, 0.5)).to.deep.equal(middle);
    for (const key of ['+', '+']) await sendKeys({ press: key });
    await zoom.updateComplete;
    expect(percent()).to.equal('225%');
    await sendKeys({ press: 'ArrowRight' });
    expect(place(0.5, 0.5)).to.deep.equal({ x: middle.x - 60, y: middle.y });
    await sendKeys({ press: '-' });
    await zoom.updateComplete;
    expect(percent()).to.equal('150%');
    await sendKeys({ press: '0' });
    expect(video.clientWidth).to.equal(640);
  });

  it('belongs to a large screen only', async () => {
    tile.large = false;
    await tile.updateComplete;
    expect(query(tile, 'visio-zoom')).to.equal(null);
  });
});

import { expect } from '@open-wc/testing';
import './define.js';
import { expectAccessible, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import { actions } from './actions.js';
import type { VisioLayoutOptions } from './layout-options.js';

describe('The choice of a layout', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let options: VisioLayoutOptions;

  async function open(simulateOptions: SimulateOptions = {}) {
    simulation = await simulate({ scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] }, ...simulateOptions });
    await simulation.meeting.join();
    frame = createFrame({ width: 320, height: 560 });
    document.body.append(frame);
    options = createView('visio-layout-options', simulation.view);
    frame.append(options);
    await options.updateComplete;
  }

  const radios = () => queryAll<HTMLInputElement>(options, 'input');
  const radio = (value: string) => radios().find((each) => each.value === value)!;
  const checked = () => radios().filter((each) => each.checked).map(({ value }) => value);

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('shows what is the case, and changes it', async () => {
    await open();
    expect(checked()).to.deep.equal(['auto', 'tile']);
    radio('speaker').click();
    radio('hidden').click();
    await until(() => simulation.meeting.layout.mode.peek() === 'speaker' && simulation.meeting.layout.selfView.peek() === 'hidden');
    await simulation.meeting.layout.setLayout('grid');
    await options.updateComplete;
    expect(checked()).to.deep.equal(['grid', 'hidden']);
    await expectAccessible(frame);
  });

  it('goes back when the host prevents a choice', async () => {
    await open();
    simulation.meeting.intercept((command) => command !== 'setLayout');
    radio('speaker').click();
    await until(() => checked().join() === 'auto,tile');
  });

  it('asks those who watch only how they look, in French', async () => {
    await open({ language: 'fr' });
    simulation.view.watching.value = true;
    await options.updateComplete;
    expect(queryAll(options, 'legend').map(text)).to.deep.equal(['Disposition']);
  });

  it('offers to keep the interpreter once there is one, in each language', async () => {
    await open();
    const { director, meeting } = simulation;
    const box = () => queryAll<HTMLInputElement>(options, 'input[type=checkbox]')[0];
    expect(box()).to.equal(undefined);
    director.setAttributes('alice', { 'visio.interpreter': 'true' });
    await until(box);
    expect(box()!.checked).to.equal(false);
    expect(text(box()!.closest('label'))).to.contain('Keep the interpreter visible');
    await expectAccessible(frame);
    box()!.click();
    await until(() => meeting.layout.interpreter.peek() === 'alice' && box()!.checked);
    await meeting.layout.setInterpreter(null);
    await until(() => !meeting.interpreters.kept.peek() && !box()!.checked);
    meeting.intercept((command) => command !== 'keepInterpreter');
    box()!.click();
    await until(() => !box()!.checked);
    director.setAttributes('alice', { 'visio.interpreter': '' });
    await until(() => !box());
  });

  it('offers to pin people and screens, and to choose among screens', async () => {
    await open();
    const { director, view, meeting } = simulation;
    const names = (id: string) => actions(view, id).map(({ name }) => name);
    const act = async (id: string, name: string) => {
      actions(view, id).find((each) => each.name === name)!.run();
      await Promise.resolve();
    };
    expect(names('alice')).to.deep.equal(['pin', 'interpreter']);
    director.share('alice');
    director.share('bob');
    await until(() => meeting.roster.screenSharers.peek().length === 2);
    expect(names('alice')).to.deep.equal(['show-screen', 'pin-screen', 'pin', 'interpreter']);
    expect(names('bob')).to.deep.equal(['pin-screen', 'pin', 'interpreter']);
    await act('alice', 'show-screen');
    await until(() => meeting.layout.screen.peek() === 'alice');
    expect(names('bob')).to.deep.equal(['show-screen', 'pin-screen', 'pin', 'interpreter']);
    await act('bob', 'pin-screen');
    await act('alice', 'pin');
    await until(() => meeting.layout.pins.peek().length === 2);
    expect(names('bob')).to.deep.equal(['unpin-screen', 'pin', 'interpreter']);
    await act('alice', 'unpin');
    await until(() => meeting.layout.pins.peek().length === 1);
  });

  it('offers to keep anybody but oneself as one’s interpreter, and to end that', async () => {
    await open();
    const { view, meeting } = simulation;
    const interpreter = (id: string) => actions(view, id).find(({ name }) => name === 'interpreter');
    expect(interpreter('local')).to.equal(undefined);
    expect(interpreter('alice')!.label).to.equal('Keep as my interpreter');
    interpreter('alice')!.run();
    await until(() => meeting.layout.interpreter.peek() === 'alice');
    expect(interpreter('alice')!.label).to.equal('No longer my interpreter');
    interpreter('bob')!.run();
    await until(() => meeting.layout.interpreter.peek() === 'bob');
    interpreter('bob')!.run();
    await until(() => meeting.layout.interpreter.peek() === null);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass, type TestMeeting } from '../../engine/testing/test-meeting.js';
import type { LayoutMode, SelfView } from './layout.js';

const people = [{ name: 'Alice', camera: true }, { name: 'Bob' }];

async function inCall(): Promise<TestMeeting> {
  const test = createTestMeeting({ microphone: false, camera: false, scenario: { people } });
  await enter(test);
  return test;
}

describe('createLayout', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes what there is, and nothing else', async () => {
    const { layout } = createTestMeeting().meeting;
    expect([layout.mode.value, layout.selfView.value, layout.pins.value]).toEqual(['auto', 'tile', []]);
    await expect(layout.setLayout('sidebar')).resolves.toBe('sidebar');
    await expect(layout.setSelfView('floating')).resolves.toBe('floating');
    await expect(layout.setLayout('circle' as LayoutMode)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(layout.setSelfView('upside-down' as SelfView)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect([layout.mode.value, layout.selfView.value]).toEqual(['sidebar', 'floating']);
  });

  it('can be prevented by the host', async () => {
    const { meeting } = createTestMeeting();
    meeting.intercept((command) => command !== 'setLayout');
    await expect(meeting.layout.setLayout('grid')).rejects.toMatchObject({ code: 'VETOED' });
    meeting.layout.setDefault('grid');
    expect(meeting.layout.mode.value).toBe('grid');
    meeting.layout.setDefault('circle' as LayoutMode);
    expect(meeting.layout.mode.value).toBe('auto');
  });

  it('keeps an interpreter to the end of the call, also while they are away', async () => {
    const { meeting, director } = await inCall();
    const { layout } = meeting;
    await expect(layout.setInterpreter('nobody')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(layout.setInterpreter('alice')).resolves.toBe('alice');
    await layout.setLayout('grid');
    director.share('bob');
    director.leave('alice');
    await pass(50);
    expect(layout.interpreter.value).toBe('alice');
    await expect(layout.setInterpreter(null)).resolves.toBe(null);
    await layout.setInterpreter('bob');
    await during(meeting.leave());
    expect(layout.interpreter.value).toBe(null);
  });

  it('pins several, each once, as long as they are there', async () => {
    const { meeting, director } = await inCall();
    const { layout } = meeting;
    await layout.pin('bob');
    await layout.pin('alice', 'camera');
    await layout.pin('bob');
    director.share('alice');
    await pass(50);
    await expect(layout.pin('alice', 'screen_share')).resolves.toEqual([
      { id: 'bob', source: 'camera' },
      { id: 'alice', source: 'camera' },
      { id: 'alice', source: 'screen_share' },
    ]);
    await expect(layout.pin('nobody')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(layout.pin('bob', 'screen_share')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });

    director.stopShare('alice');
    await pass(50);
    expect(layout.pins.value.map(({ source }) => source)).toEqual(['camera', 'camera']);
    director.leave('alice');
    await pass(50);
    expect(layout.pins.value).toEqual([{ id: 'bob', source: 'camera' }]);
    await expect(layout.unpin('bob')).resolves.toEqual([]);
    await expect(layout.unpin('bob')).resolves.toEqual([]);
  });

  it('keeps the screen that was chosen until another comes, or it goes', async () => {
    const { meeting, director } = await inCall();
    const { layout } = meeting;
    director.share('alice');
    director.share('bob');
    await pass(50);
    expect(layout.screen.value).toBeNull();
    await expect(layout.showScreen('alice')).resolves.toBe('alice');
    await expect(layout.showScreen('local')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    director.mute('bob', 'screen_share');
    await pass(50);
    expect(layout.screen.value).toBe('alice');
    director.join({ name: 'Carol', screen: true });
    await pass(50);
    expect(layout.screen.value).toBeNull();
    await layout.showScreen('alice');
    director.stopShare('alice');
    await pass(50);
    expect(layout.screen.value).toBeNull();
  });

  it('begins the next call as the host set it', async () => {
    const { meeting } = await inCall();
    const { layout } = meeting;
    layout.setDefault('speaker');
    await layout.setLayout('grid');
    await layout.setSelfView('hidden');
    await layout.pin('alice');
    await during(meeting.leave());
    expect([layout.mode.value, layout.selfView.value, layout.pins.value]).toEqual(['speaker', 'tile', []]);
  });

  it('is as it was after a call that broke', async () => {
    const test = await inCall();
    const { layout } = test.meeting;
    await layout.setLayout('grid');
    await layout.pin('alice');
    test.director.drop('connection-lost');
    await pass(50);
    expect(test.meeting.connection.state.value).toBe('failed');
    await enter(test);
    expect([layout.mode.value, layout.pins.value]).toEqual(['grid', [{ id: 'alice', source: 'camera' }]]);
  });
});

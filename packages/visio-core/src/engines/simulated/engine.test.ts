import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../engine/engine.js';
import { createManualClock } from './clock.js';
import { createSimulatedEngine, type SimulatedOptions } from './engine.js';
import { defineScenario, scenarioNames, simulatedDirector, simulatedEngine } from './index.js';

/** An engine on a clock of its own, with all that it told. */
function createPlay(options: SimulatedOptions = {}) {
  const clock = createManualClock();
  const events: EngineEvent[] = [];
  const engine = createSimulatedEngine({ emit: (event) => events.push(event), log: () => undefined }, { clock, ...options });
  return {
    clock,
    events,
    engine,
    director: engine.director,
    async join(token = 'any'): Promise<void> {
      const joining = engine.connect({ serverUrl: 'wss://simulated', token, displayName: 'Ada', signal: new AbortController().signal });
      await clock.advance(200);
      await joining;
    },
    count: (type: EngineEvent['type']) => events.filter((event) => event.type === type).length,
  };
}

async function watch(options: SimulatedOptions, ms: number): Promise<readonly EngineEvent[]> {
  const play = createPlay(options);
  await play.join();
  await play.clock.advance(ms);
  return play.events;
}

describe('createSimulatedEngine', () => {
  it.each(scenarioNames)('plays %s the same way each time', async (scenario) => {
    const [first, second] = [await watch({ scenario }, 40_000), await watch({ scenario }, 40_000)];
    expect(first.length).toBeGreaterThan(5);
    expect(second).toEqual(first);
  });

  it('plays the same way again in the next call', async () => {
    const play = createPlay({ scenario: 'team-9' });
    const calls: EngineEvent[][] = [];
    for (let call = 0; call < 2; call++) {
      play.events.length = 0;
      await play.join();
      await play.clock.advance(20_000);
      await play.engine.disconnect();
      // All but the time of day.
      calls.push(play.events.map((event) => (event.type === 'participant' ? { ...event, participant: { ...event.participant, joinedAt: 0 } } : event)));
    }
    expect(calls[1]).toEqual(calls[0]);
  });

  it('plays otherwise with another seed', async () => {
    const [first, second] = [await watch({ scenario: 'speaker-storm', seed: 1 }, 2_000), await watch({ scenario: 'speaker-storm', seed: 2 }, 2_000)];
    expect(second).not.toEqual(first);
  });

  it('is silent after the call, however long one waits', async () => {
    const play = createPlay({ scenario: 'speaker-storm' });
    await play.join();
    await play.clock.advance(1_000);
    await play.engine.disconnect();
    const { length } = play.events;
    await play.clock.advance(60_000);
    expect(play.events).toHaveLength(length);
  });

  it('holds back what happens while the connection is broken, and loses nothing', async () => {
    const play = createPlay({ scenario: {} });
    await play.join();
    play.director.reconnect(500);
    play.events.length = 0;
    play.director.join({ name: 'Grace', microphone: true });
    play.director.speak('grace', 5_000);
    await play.clock.advance(499);
    expect(play.events).toEqual([]);
    await play.clock.advance(1);
    expect(play.events.map(({ type }) => type)).toEqual(['participant', 'participant-ready', 'track', 'speakers', 'reconnected']);
  });

  it('lets nobody be heard who is muted or gone', async () => {
    const play = createPlay({ scenario: { people: [{ name: 'Grace', microphone: true }, { name: 'Alan', microphone: false }, { name: 'Mary' }] } });
    await play.join();
    const speakers = () => play.events.filter((event) => event.type === 'speakers').at(-1)?.ids;
    for (const id of ['grace', 'alan', 'mary', 'nobody']) play.director.speak(id, 10_000);
    expect(speakers()).toEqual(['grace']);
    play.director.mute('grace', 'microphone');
    expect(speakers()).toEqual([]);
    play.director.unmute('grace', 'microphone');
    play.director.speak('grace', 1_000);
    play.director.speak('grace', 3_000);
    await play.clock.advance(2_000);
    expect(speakers()).toEqual(['grace']);
    play.director.leave('grace');
    expect(speakers()).toEqual([]);
  });

  it('passes over those who are not there', async () => {
    const play = createPlay({ scenario: {} });
    await play.join();
    const { length } = play.events;
    const { director } = play;
    director.leave('x');
    director.mute('x', 'camera');
    director.share('x');
    director.rename('x', 'y');
    director.quality('x', 'poor');
    director.setPermissions('x', []);
    expect(play.events).toHaveLength(length);
  });

  it('cannot unmute the local participant, as no moderator can', async () => {
    const play = createPlay({ scenario: {} });
    await play.join();
    play.director.unmute('local', 'microphone');
    play.director.publish('local', 'camera');
    expect(play.director.see('local')?.tracks).toEqual({});
  });

  it('keeps a timeline', async () => {
    const scenario = defineScenario({
      people: [{ name: 'Zoé Le Gall' }],
      timeline: [
        { at: 2_000, do: (director) => director.share('zoe-le-gall') },
        { at: 1_000, do: (director) => director.rename('zoe-le-gall', 'Zoé') },
      ],
    });
    const play = createPlay({ scenario });
    await play.join();
    play.events.length = 0;
    await play.clock.advance(849);
    expect(play.count('participant')).toBe(0);
    await play.clock.advance(1_000);
    expect([play.count('participant'), play.count('track')]).toEqual([1, 0]);
    await play.clock.advance(1_000);
    expect(play.count('track')).toBe(1);
  });

  it('repeats until told to stop', async () => {
    const play = createPlay({ scenario: {} });
    await play.join();
    let runs = 0;
    const end = play.director.every(100, () => runs++);
    await play.clock.advance(350);
    end();
    await play.clock.advance(1_000);
    expect(runs).toBe(3);
  });

  it('names devices, but none that are refused or not there', async () => {
    const { engine, director } = createPlay({ scenario: { denied: ['camera'], absent: ['speaker'] } });
    const kinds = async () => (await engine.media.list()).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['microphone', 'microphone']);
    expect([await engine.media.permission('camera'), await engine.media.permission('microphone')]).toEqual(['denied', 'granted']);
    let changes = 0;
    const end = engine.media.onChange(() => changes++);
    director.allowDevices();
    director.plugIn();
    director.unplug('microphone-1');
    end();
    director.plugIn();
    expect(changes).toBe(3);
    director.unplug('microphone-1');
    expect(await kinds()).toEqual(['camera', 'camera', 'microphone', 'speaker', 'speaker']);
  });

  it('refuses devices as a person would', async () => {
    const { engine } = createPlay({ scenario: 'denied-devices' });
    await expect(engine.media.open('camera', '')).rejects.toMatchObject({ code: 'DEVICE_DENIED', device: 'camera' });
    await expect(engine.media.open('microphone', '')).rejects.toMatchObject({ code: 'DEVICE_DENIED', device: 'microphone' });
    expect((await engine.media.list()).map(({ kind }) => kind)).toEqual(['speaker', 'speaker']);
  });

  it('has no tracks where there is no browser, and says so', async () => {
    const { engine } = createPlay();
    await engine.load();
    await expect(engine.media.open('camera', '')).rejects.toMatchObject({ code: 'DEVICE_UNSUPPORTED' });
  });

  it('knows its speakers', async () => {
    const { engine } = createPlay();
    await engine.setSpeaker('');
    await engine.setSpeaker('speaker-2');
    await expect(engine.setSpeaker('camera-1')).rejects.toMatchObject({ code: 'DEVICE_NOT_FOUND', device: 'speaker' });
  });
});

describe('scenarios', () => {
  it('lecture-1000 has a thousand people with names of their own, told in one go', async () => {
    const play = createPlay({ scenario: 'lecture-1000' });
    await play.join();
    const people = play.events.flatMap((event) => (event.type === 'participant' ? [event.participant] : []));
    expect(people).toHaveLength(1000);
    expect(new Set(people.map(({ id }) => id)).size).toBe(1000);
    expect(new Set(people.map(({ name }) => name)).size).toBe(1000);
    const cameras = play.events.filter((event) => event.type === 'track' && event.track.source === 'camera');
    expect(cameras).toHaveLength(4);
    await play.clock.advance(30_000);
    expect(play.count('participant')).toBeGreaterThan(1000);
    expect(play.count('participant-left')).toBeGreaterThan(3);
    expect(play.count('speakers')).toBeGreaterThan(3);
  });

  it('team-9 has nine people, and shares a screen for a while', async () => {
    const play = createPlay({ scenario: 'team-9' });
    await play.join();
    expect(play.director.ids).toHaveLength(9);
    await play.clock.advance(30_000);
    expect(play.director.see('karim-benali')?.tracks.screen_share).toBeDefined();
    await play.clock.advance(30_000);
    expect(play.director.see('karim-benali')?.tracks.screen_share).toBeUndefined();
  });

  it('speaker-storm changes speakers some ten times a second', async () => {
    const events = await watch({ scenario: 'speaker-storm' }, 10_000);
    const changes = events.filter(({ type }) => type === 'speakers').length;
    expect(changes).toBeGreaterThan(100);
    expect(changes).toBeLessThan(250);
  });

  it('flaky-network gets worse, breaks, and is back', async () => {
    const events = await watch({ scenario: 'flaky-network' }, 25_000);
    const story = events.flatMap((event) => {
      if (event.type === 'quality' && event.id === 'local') return [event.quality];
      return event.type === 'reconnecting' || event.type === 'reconnected' ? [event.type] : [];
    });
    expect(story).toEqual(['excellent', 'good', 'poor', 'lost', 'reconnecting', 'reconnected', 'excellent']);
  });
});

describe('simulatedDirector', () => {
  it('is found on a meeting with a simulated engine, and on no other', () => {
    const engine = simulatedEngine()({ emit: () => undefined, log: () => undefined });
    expect(simulatedDirector({ engine })?.localId).toBe('local');
    const { director: _director, ...other } = createPlay().engine;
    expect(simulatedDirector({ engine: other })).toBeNull();
  });
});

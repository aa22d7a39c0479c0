import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scope } from '../../reactive/index.js';
import { play } from './sounds.js';

/** What was played: on which speaker, how high, and when. */
let played: { sinkId: string; frequency: number; at: number }[];
let contexts: FakeContext[];

class FakeContext {
  state = 'running';
  sinkId = '';
  currentTime = 1;
  destination = {};
  constructor() {
    contexts.push(this);
  }
  async setSinkId(id: string) {
    if (id === 'gone') throw new DOMException('No such device', 'NotFoundError');
    this.sinkId = id;
  }
  async resume() {
    this.state = 'running';
  }
  async close() {
    this.state = 'closed';
  }
}

class FakeOscillator {
  readonly context: FakeContext;
  readonly frequency: number;
  constructor(context: FakeContext, { frequency }: { frequency: number }) {
    this.context = context;
    this.frequency = frequency;
  }
  connect = (to: unknown) => to;
  start(at: number) {
    played.push({ sinkId: this.context.sinkId, frequency: this.frequency, at });
  }
  stop = () => undefined;
}

class FakeGain {
  gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
  connect = (to: unknown) => to;
}

describe('play', () => {
  let scope: Scope;

  beforeEach(() => {
    played = [];
    contexts = [];
    scope = new Scope();
    vi.stubGlobal('AudioContext', FakeContext);
    vi.stubGlobal('OscillatorNode', FakeOscillator);
    vi.stubGlobal('GainNode', FakeGain);
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } });
  });
  afterEach(() => {
    scope.end();
    vi.unstubAllGlobals();
  });

  it('plays two tones one after the other, up for who comes and down for who goes', async () => {
    await play('join', '', scope);
    await play('leave', '', scope);
    expect(played.map(({ frequency }) => frequency)).toEqual([523, 659, 659, 523]);
    expect(played[1]!.at).toBeGreaterThan(played[0]!.at);
    expect(contexts).toHaveLength(1);
  });

  it('plays on the chosen speaker, and not at all when that is gone', async () => {
    await play('hand', 'headset', scope);
    expect(played.map(({ sinkId }) => sinkId)).toEqual(['headset', 'headset']);
    await play('hand', 'gone', scope);
    expect(played).toHaveLength(2);
    await play('hand', '', scope);
    expect(played.at(-1)?.sinkId).toBe('');
  });

  it('is silent while the browser holds sound back', async () => {
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
    vi.stubGlobal('AudioContext', class extends FakeContext { override state = 'suspended'; });
    await play('message', '', scope);
    expect(played).toEqual([]);
  });

  it('lets go with its meeting, and does nothing where there is no sound', async () => {
    await play('share', '', scope);
    scope.end();
    expect(contexts[0]?.state).toBe('closed');
    await play('share', '', scope);
    expect(played).toHaveLength(2);
    vi.stubGlobal('AudioContext', undefined);
    await play('share', '', new Scope());
    expect(played).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { Device } from '../../engine/engine.js';
import { comesAndGoes } from './changes.js';

const builtIn: Device = { id: 'a', kind: 'microphone', label: 'Built-in' };
const headsetIn: Device = { id: 'b', kind: 'microphone', label: 'Headset (046d:0a44)', groupId: 'g' };
const headsetOut: Device = { id: 'c', kind: 'speaker', label: 'Headset (046d:0a44)', groupId: 'g' };
const camera: Device = { id: 'd', kind: 'camera', label: 'Camera (HD)' };
const never = () => false;

describe('comesAndGoes', () => {
  it('tells a headset once, by a name that a person knows', () => {
    expect(comesAndGoes([builtIn], [builtIn, headsetIn, headsetOut], never)).toEqual([
      { type: 'connected', label: 'Headset', devices: [headsetIn, headsetOut], inUse: false },
    ]);
  });

  it('tells what goes, and whether it was in use', () => {
    expect(comesAndGoes([builtIn, headsetIn, headsetOut, camera], [builtIn], ({ id }) => id === 'c')).toEqual([
      { type: 'disconnected', label: 'Headset', devices: [headsetIn, headsetOut], inUse: true },
      { type: 'disconnected', label: 'Camera (HD)', devices: [camera], inUse: false },
    ]);
  });

  it('is silent about another system default, and about names that come with a permission', () => {
    const alias: Device = { id: 'default', kind: 'microphone', label: 'Default – Headset', groupId: 'g' };
    expect(comesAndGoes([builtIn], [builtIn, alias], never)).toEqual([]);
    expect(comesAndGoes([{ ...builtIn, label: '' }], [builtIn, camera], never)).toEqual([]);
    expect(comesAndGoes([], [builtIn], never)).toEqual([]);
    expect(comesAndGoes([builtIn], [builtIn], never)).toEqual([]);
  });

  it('knows that the same id can be two kinds', () => {
    const speaker: Device = { id: 'a', kind: 'speaker', label: 'Built-in' };
    expect(comesAndGoes([builtIn], [builtIn, speaker], never)).toMatchObject([{ type: 'connected', devices: [speaker] }]);
  });
});

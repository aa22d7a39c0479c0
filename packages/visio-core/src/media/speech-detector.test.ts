import { describe, expect, it } from 'vitest';
import { createJudge } from './speech-detector.js';

/** What is told when these levels come, each as often as it says. */
function judge(...levels: readonly (readonly [level: number, times: number])[]): boolean[] {
  const told: boolean[] = [];
  const take = createJudge((speaks) => told.push(speaks));
  for (const [level, times] of levels) for (let i = 0; i < times; i++) take(level);
  return told;
}

describe('createJudge', () => {
  it('tells once when speech begins, and once when it has ended', () => {
    expect(judge([0.002, 20], [0.1, 10], [0.002, 3], [0.1, 10], [0.002, 30])).toEqual([true, false]);
  });

  it('does not take a knock for speech', () => {
    expect(judge([0.002, 20], [0.5, 2], [0.002, 20], [0.5, 1], [0.002, 20])).toEqual([]);
  });

  it('does not take a steady noise for speech', () => {
    expect(judge([0.015, 500])).toEqual([]);
    expect(judge([0.03, 1], [0.02, 1], [0.03, 5], [0.015, 10])).toEqual([true]);
    expect(judge([0.002, 10], [0.015, 400], [0.03, 40])).toEqual([]);
  });

  it('hears who speaks softly in a quiet room', () => {
    expect(judge([0.001, 20], [0.025, 10])).toEqual([true]);
  });
});

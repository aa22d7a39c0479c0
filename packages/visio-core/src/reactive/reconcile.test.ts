import { describe, expect, it } from 'vitest';
import { Reconciler } from './index.js';

/** A step that the test ends by hand. */
function createSteps() {
  const steps: { end: () => void; fail: (error: Error) => void }[] = [];
  const apply = () => new Promise<void>((end, fail) => steps.push({ end, fail }));
  return { steps, apply };
}

describe('Reconciler', () => {
  it('runs one step at a time, and merges the wishes that come meanwhile', async () => {
    const { steps, apply } = createSteps();
    const reconciler = new Reconciler(apply);
    const first = reconciler.run();
    const second = reconciler.run();
    const third = reconciler.run();
    expect(steps).toHaveLength(1);
    expect(reconciler.running).toBe(true);

    steps[0]?.end();
    await first;
    await Promise.resolve();
    expect(steps).toHaveLength(2);
    steps[1]?.end();
    await Promise.all([second, third]);
    expect(steps).toHaveLength(2);
    expect(reconciler.running).toBe(false);
  });

  it('settles a wish with a step that began after it, never with one that was under way', async () => {
    let wish = 1;
    const applied: number[] = [];
    const reconciler = new Reconciler(async () => {
      const now = wish;
      await Promise.resolve();
      applied.push(now);
    });
    void reconciler.run();
    wish = 2;
    await reconciler.run();
    expect(applied).toEqual([1, 2]);
  });

  it('never runs two steps at once, whenever a wish comes', async () => {
    let now = 0;
    let most = 0;
    const reconciler = new Reconciler(async () => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
    });
    void reconciler.run();
    void reconciler.run();
    // In every turn of the queue, also between the end of one step and the start of the next.
    for (let turn = 0; turn < 50; turn++) {
      void reconciler.run();
      await Promise.resolve();
    }
    expect(most).toBe(1);
  });

  it('rejects those who waited for a step that failed, and goes on', async () => {
    const { steps, apply } = createSteps();
    const reconciler = new Reconciler(apply);
    const first = reconciler.run();
    const second = reconciler.run();
    steps[0]?.fail(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await Promise.resolve();
    steps[1]?.end();
    await expect(second).resolves.toBeUndefined();
    const third = reconciler.run();
    steps[2]?.end();
    await expect(third).resolves.toBeUndefined();
  });
});

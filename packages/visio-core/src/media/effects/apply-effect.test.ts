import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../../../../${file}`, import.meta.url), 'utf8');

describe('MediaPipe', () => {
  it('is looked for under the version that there is: code of one does not run with the other’s', () => {
    const { version } = JSON.parse(read('node_modules/@mediapipe/tasks-vision/package.json')) as { version: string };
    const [, expected] = /MEDIAPIPE_VERSION = '(.+)'/.exec(read('packages/visio-core/src/media/effects/apply-effect.ts')) ?? [];
    expect(expected).toBe(version);
  });
});

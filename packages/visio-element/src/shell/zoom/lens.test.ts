import { describe, expect, it } from 'vitest';
import { contain, MAX_SCALE, moveBy, WHOLE, zoomTo } from './lens.js';

const box = { width: 800, height: 600 };
const content = contain({ width: 1600, height: 900 }, box);

describe('contain', () => {
  it('fits a wide and a tall picture, and takes the box while the size is unknown', () => {
    expect(content).toEqual({ width: 800, height: 450 });
    expect(contain({ width: 300, height: 600 }, box)).toEqual({ width: 300, height: 600 });
    expect(contain({ width: 0, height: 0 }, box)).toEqual(box);
  });
});

describe('zoomTo', () => {
  it('keeps what is under the pointer there', () => {
    const lens = zoomTo(WHOLE, 2, { x: 200, y: 100 }, content, box);
    // What was 200 to the right of the middle is now at twice that, less the move.
    expect(lens).toEqual({ scale: 2, x: -200, y: -100 });
    expect(zoomTo(lens, 4, { x: 200, y: 100 }, content, box)).toEqual({ scale: 4, x: -600, y: -300 });
  });

  it('shows no edge, and keeps a side with room in the middle', () => {
    expect(zoomTo(WHOLE, 1.2, { x: 0, y: 225 }, content, box)).toEqual({ scale: 1.2, x: 0, y: 0 });
    expect(zoomTo({ scale: 4, x: 1200, y: 600 }, 2, { x: 0, y: 0 }, content, box)).toEqual({ scale: 2, x: 400, y: 150 });
  });

  it('goes from the whole picture to eightfold, and no further', () => {
    expect(zoomTo({ scale: 2, x: 300, y: 100 }, 0.1, { x: 50, y: 50 }, content, box)).toEqual(WHOLE);
    expect(zoomTo(WHOLE, 100, { x: 0, y: 0 }, content, box).scale).toBe(MAX_SCALE);
  });
});

describe('moveBy', () => {
  it('moves as far as there is something to see', () => {
    expect(moveBy({ scale: 2, x: 0, y: 0 }, 100, -1000, content, box)).toEqual({ scale: 2, x: 100, y: -150 });
    expect(moveBy(WHOLE, 100, 100, content, box)).toEqual(WHOLE);
  });
});

import { describe, expect, it } from 'vitest';
import { cameraBox, gapFor, gridBoxes, gridCapacity, gridFit, MAX_TILES, sideFor, spotlight, spotlightCapacity, type Box } from './layout.js';

describe('gridFit', () => {
  it.each([
    // count, width, height → columns, rows, tile
    [1, 1256, 716, 1, 1, '1256x706'],
    [2, 1256, 716, 2, 1, '622x349'],
    [3, 1256, 716, 2, 2, '622x349'],
    [4, 1256, 716, 2, 2, '622x349'],
    [5, 1256, 716, 3, 2, '410x231'],
    [7, 1256, 716, 3, 3, '410x230'],
    [9, 1256, 716, 3, 3, '410x230'],
    [16, 1256, 716, 4, 4, '302x170'],
    [25, 1256, 668, 5, 5, '220x124'],
    // A wide and low box: one row.
    [3, 1200, 240, 3, 1, '392x220'],
    // A phone: beside or below each other, and taller than wide.
    [1, 344, 560, 1, 1, '344x458'],
    [2, 344, 560, 1, 2, '344x276'],
    [4, 344, 560, 2, 2, '168x224'],
    [6, 344, 560, 2, 3, '168x181'],
    // A side panel.
    [2, 304, 412, 1, 2, '304x202'],
    [5, 304, 412, 2, 3, '148x132'],
  ])('puts %i into %ix%i as %i columns and %i rows of %s', (count, width, height, columns, rows, tile) => {
    const fit = gridFit(count, width, height, gapFor(width));
    expect(`${fit.columns} ${fit.rows} ${fit.width}x${fit.height}`).toBe(`${columns} ${rows} ${tile}`);
  });

  it('has no negative tiles in a box without room', () => {
    expect(gridFit(4, 10, 5, 12)).toMatchObject({ width: expect.toSatisfy((n: number) => n >= 0) });
    expect(gridFit(0, 100, 100, 12)).toMatchObject({ columns: 1, rows: 1 });
  });
});

describe('gridCapacity', () => {
  it.each([
    [1256, 716, 25],
    [1896, 960, MAX_TILES],
    [3800, 2000, MAX_TILES],
    [344, 560, 10],
    [304, 412, 8],
    [740, 240, 10],
    [100, 60, 1],
  ])('in %ix%i there is room for %i', (width, height, capacity) => {
    expect(gridCapacity(width, height, gapFor(width))).toBe(capacity);
  });

  it('is the largest that fits, in a box of any size', () => {
    for (let width = 60; width <= 2000; width += 97) {
      for (let height = 60; height <= 1400; height += 61) {
        const gap = gapFor(width);
        const fits = (count: number) => {
          const tile = gridFit(count, width, height, gap);
          return tile.width >= (count > 25 ? 208 : 136) && tile.height >= 76;
        };
        const counts = Array.from({ length: MAX_TILES }, (_, i) => MAX_TILES - i);
        expect(gridCapacity(width, height, gap), `${width} x ${height}`).toBe(counts.find(fits) ?? 1);
      }
    }
  });
});

describe('gridBoxes', () => {
  const boxes = (count: number, width = 1256, height = 716) => {
    const gap = gapFor(width);
    return gridBoxes(count, gridFit(count, width, height, gap), width, height, gap);
  };

  it('centres the last row', () => {
    const [first, second, third] = boxes(3);
    expect(second!.x - first!.x).toBe(634);
    expect(third!.x + third!.width / 2).toBe(1256 / 2);
  });

  it.each([1, 2, 3, 5, 8, 13, 25, 49])('keeps %i apart and inside', (count) => {
    for (const [width, height] of [[1256, 716], [344, 560], [740, 240], [304, 412]] as const) {
      expectApart(boxes(count, width, height), width, height);
    }
  });

  it('lets a last page have the places of the first', () => {
    const fit = gridFit(25, 1256, 668, 12);
    const [full, part] = [gridBoxes(25, fit, 1256, 668, 12), gridBoxes(7, fit, 1256, 668, 12)];
    expect(part[0]).toMatchObject({ width: full[0]!.width, height: full[0]!.height });
  });
});

describe('sideFor', () => {
  it.each([
    ['auto', 1256, 716, 'beside'],
    ['auto', 344, 560, 'below'],
    ['auto', 744, 940, 'below'],
    ['sidebar', 744, 940, 'beside'],
    ['sidebar', 304, 400, 'below'],
    ['speaker', 1256, 716, 'row'],
    ['speaker', 304, 300, 'row'],
    ['speaker', 740, 240, 'beside'],
  ] as const)('in the mode %s of %ix%i puts the others %s', (mode, width, height, side) => {
    expect(sideFor(mode, width, height)).toBe(side);
  });
});

describe('spotlight', () => {
  it('puts the others into a column', () => {
    const { large, others } = spotlight(1, 3, 'beside', 1256, 716, 12);
    expect(large).toEqual([{ x: 0, y: 0, width: 993, height: 716 }]);
    expect(new Set(others.map(({ x }) => x))).toEqual(new Set([1005]));
    expectApart([...large, ...others], 1256, 716);
  });

  it('shrinks a column before it gets pages', () => {
    const widths = [3, 5, 6].map((count) => spotlight(1, count, 'beside', 1256, 696, 12).others[0]!.width);
    expect(widths).toEqual([251, 230, 188]);
    expect(spotlightCapacity(1, 'beside', 1256, 696, 12)).toBe(6);
  });

  it('puts the others into a grid below', () => {
    const { large, others } = spotlight(1, 4, 'below', 344, 560, 8);
    expect(large[0]!.width).toBe(344);
    expect(Math.min(...others.map(({ y }) => y))).toBeGreaterThanOrEqual(large[0]!.y + large[0]!.height + 8);
    expectApart([...large, ...others], 344, 560);
  });

  it('puts the others into one row below', () => {
    const { large, others } = spotlight(1, 4, 'row', 1256, 716, 12);
    expect(new Set(others.map(({ y }) => y))).toEqual(new Set([716 - others[0]!.height]));
    expect(large[0]).toMatchObject({ width: 1256, height: 716 - others[0]!.height - 12 });
    expect(spotlightCapacity(1, 'row', 1256, 716, 12)).toBe(8);
    expect(spotlightCapacity(1, 'row', 304, 400, 8)).toBe(2);
  });

  it('shares the room between several large ones', () => {
    const { large, others } = spotlight(3, 4, 'beside', 1256, 716, 12);
    expect(large).toHaveLength(3);
    expect(Math.min(...large.map(({ width }) => width))).toBeGreaterThan(1.5 * others[0]!.width);
    expectApart([...large, ...others], 1256, 716);
  });

  it('gives all to one alone', () => {
    expect(spotlight(1, 0, 'row', 800, 600, 12)).toEqual({ large: [{ x: 0, y: 0, width: 800, height: 600 }], others: [] });
  });

  const sizes = [[1256, 716], [993, 400], [740, 240], [344, 560], [304, 412], [752, 950], [1896, 960]] as const;
  it.each(sizes)('is filled to its capacity in %ix%i without overlap', (width, height) => {
    const gap = gapFor(width);
    for (const mode of ['auto', 'speaker', 'sidebar'] as const) {
      for (const count of [1, 2, 3, 5]) {
        const side = sideFor(mode, width, height);
        const { large, others } = spotlight(count, spotlightCapacity(count, side, width, height, gap), side, width, height, gap);
        expectApart([...large, ...others], width, height);
      }
    }
  });
});

describe('cameraBox', () => {
  it('is 16:9 in a wide box, and between 3:4 and 16:9 in a tall one', () => {
    expect(cameraBox({ x: 0, y: 0, width: 1000, height: 700 })).toEqual({ x: 0, y: 69, width: 1000, height: 562 });
    expect(cameraBox({ x: 0, y: 10, width: 300, height: 600 })).toEqual({ x: 0, y: 110, width: 300, height: 400 });
  });
});

function expectApart(boxes: readonly Box[], width: number, height: number) {
  boxes.forEach((a, i) => {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.y).toBeGreaterThanOrEqual(0);
    expect(a.x + a.width).toBeLessThanOrEqual(width + 1);
    expect(a.y + a.height).toBeLessThanOrEqual(height + 1);
    for (const b of boxes.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(true);
    }
  });
}

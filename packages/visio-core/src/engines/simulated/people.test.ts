import { describe, expect, it } from 'vitest';
import { drawNames, slug } from './people.js';
import { createRandom } from './random.js';

describe('slug', () => {
  it.each([
    ['Zoé Le Gall', 'zoe-le-gall'],
    ['Étienne d’Arc', 'etienne-d-arc'],
    ['  ', 'guest'],
    ['小明', '小明'],
  ])('makes %s into %s', (name, id) => {
    expect(slug(name)).toBe(id);
  });
});

describe('drawNames', () => {
  it('draws distinct names with distinct ids, the same ones for the same seed', () => {
    const names = drawNames(createRandom(7), 2_000);
    expect(new Set(names.map(slug)).size).toBe(2_000);
    expect(drawNames(createRandom(7), 2_000)).toEqual(names);
    expect(drawNames(createRandom(8), 2_000)).not.toEqual(names);
  });
});

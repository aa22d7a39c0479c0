import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../base/contribution.js';
import { arrange } from './arrange.js';

function control(name: string, place?: 'bar' | 'menu'): Contribution {
  return { name, control: { label: () => name, icon: 'chat', order: 0, ...(place && { place }) } };
}

const all = [control('share'), control('chat'), control('people'), control('settings', 'menu'), { name: 'overlay' }];

function names(wanted: readonly string[] | null, room: number, offered = all) {
  const { row, menu } = arrange(offered, wanted, room);
  return [row.map(({ name }) => name).join(' '), menu.map(({ name }) => name).join(' ')];
}

describe('arrange', () => {
  it('gives each its own place where there is room', () => {
    expect(names(null, 4)).toEqual(['share chat people', 'settings']);
    expect(names(null, 99)).toEqual(['share chat people', 'settings']);
  });

  it('moves the last ones into the menu, whose button takes a place', () => {
    expect(names(null, 3)).toEqual(['share chat', 'people settings']);
    expect(names(null, 1)).toEqual(['', 'share chat people settings']);
    expect(names(null, 0)).toEqual(['', 'share chat people settings']);
  });

  it('needs no menu when everything has a button', () => {
    expect(names(null, 3, all.slice(0, 3))).toEqual(['share chat people', '']);
    expect(names(null, 2, all.slice(0, 3))).toEqual(['share', 'chat people']);
  });

  it('takes the order of the host', () => {
    expect(names(['people', 'settings', 'chat', 'share'], 9)).toEqual(['people chat share', 'settings']);
  });

  it('begins the menu where the host says "more"', () => {
    expect(names(['settings', 'chat', 'more', 'share', 'people'], 9)).toEqual(['settings chat', 'share people']);
    expect(names(['more', 'share', 'chat', 'people', 'settings'], 9)).toEqual(['', 'share chat people settings']);
  });
});

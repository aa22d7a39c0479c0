import { describe, expect, it } from 'vitest';
import { Rows } from './rows.js';

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `m${from + i}`);

describe('Rows', () => {
  it('knows where each row is, measured or not', () => {
    const rows = new Rows();
    rows.setIds(ids(0, 4));
    expect(rows.total).toBe(4 * 48);
    expect(rows.setHeight(1, 100)).toBe(true);
    expect(rows.setHeight(1, 100)).toBe(false);
    expect([0, 1, 2, 3, 4].map((index) => rows.startOf(index))).toEqual([0, 48, 148, 196, 244]);
    expect([-5, 0, 47, 48, 147, 148, 243, 9_999].map((y) => rows.at(y))).toEqual([0, 0, 0, 1, 1, 2, 3, 3]);
  });

  it('keeps measures when rows come at the end, or go at the start', () => {
    const rows = new Rows();
    rows.setIds(ids(0, 3));
    rows.setHeight(1, 100);
    rows.setIds(ids(0, 5));
    expect(rows.total).toBe(48 * 4 + 100);
    rows.setIds(ids(1, 5));
    expect(rows.startOf(1)).toBe(100);
    expect(rows.setHeight(9, 1)).toBe(false);
    rows.forget();
    expect(rows.total).toBe(4 * 48);
  });

  it('is empty at first, and after', () => {
    const rows = new Rows();
    expect([rows.total, rows.at(10), rows.count]).toEqual([0, 0, 0]);
    rows.setIds(ids(0, 2));
    rows.setIds([]);
    expect([rows.total, rows.startOf(3), rows.at(10)]).toEqual([0, 0, 0]);
  });
});

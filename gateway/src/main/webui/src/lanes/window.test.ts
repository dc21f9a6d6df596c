import { expect, it } from 'vitest';
import { moved, rowsOf, spanOf, zoomed } from './window';

it('holds everything with air on both sides', () => {
  expect(spanOf([100, 200, 1100])).toEqual({ from: 70, to: 1130 });
});

it('gives a single instant a day on both sides', () => {
  expect(spanOf([5])).toEqual({ from: 5 - 86_400_000, to: 5 + 86_400_000 });
});

it('knows nothing of nothing', () => {
  expect(spanOf([])).toBeUndefined();
  expect(spanOf([Number.NaN])).toBeUndefined();
});

it('zooms around an instant that stays in place', () => {
  const hour = 3_600_000;
  expect(zoomed({ from: 0, to: 100 * hour }, 25 * hour, 0.5)).toEqual({ from: 12.5 * hour, to: 62.5 * hour });
});

it('does not zoom below ten minutes', () => {
  const span = zoomed({ from: 0, to: 600_000 }, 0, 0.1);
  expect(span.to - span.from).toBe(600_000);
});

it('moves', () => {
  expect(moved({ from: 0, to: 10 }, 5)).toEqual({ from: 5, to: 15 });
});

it('puts what overlaps on rows of its own, up to four', () => {
  const item = (id: string, from: number, to: number) => ({ id, from, to });

  const rows = rowsOf([item('long', 0, 100), item('in it', 10, 20), item('after that', 30, 40), item('later', 120, 130)], 5);
  expect([...rows]).toEqual([['long', 0], ['in it', 1], ['after that', 1], ['later', 0]]);

  const touching = rowsOf([item('a', 0, 100), item('b', 100, 200)], 30);
  expect([...touching.values()]).toEqual([0, 0]);
  const marks = rowsOf([item('a', 0, 0), item('b', 20, 20)], 30);
  expect([...marks.values()]).toEqual([0, 1]);

  const many = rowsOf(Array.from({ length: 9 }, (_, i) => item(String(i), 0, 10)), 0);
  expect(Math.max(...many.values())).toBe(3);
});

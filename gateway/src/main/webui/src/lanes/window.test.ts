import { expect, it } from 'vitest';
import { moved, spanOf, zoomed } from './window';

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

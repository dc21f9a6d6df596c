import { describe, expect, it } from 'vitest';
import { boxAround, circle, distanceNauticalMiles, fillable, greatCircle, positionAt, unwrapped } from './geometry';

describe('a line over the antimeridian', () => {
  it('stays short', () => {
    expect(unwrapped([[179, 0], [-179, 1], [-178, 2]]).map((p) => p[0])).toEqual([179, 181, 182]);
    expect(unwrapped([[-179, 0], [179, 0]]).map((p) => p[0])).toEqual([-179, -181]);
  });

  it('has a box that does not go round the world', () => {
    expect(boxAround([[179, -5], [-179, 5]])).toEqual([179, -5, 181, 5]);
    expect(boxAround([[-10, 50], [12, 60]])).toEqual([-10, 50, 12, 60]);
    expect(boxAround([])).toBeUndefined();
  });
});

it('leads a ring that encircles the pole around it', () => {
  const ring = fillable([[-180, -70], [-60, -75], [60, -75], [180, -70]]);
  expect(ring.at(-1)).toEqual(ring[0]);
  expect(ring.some((p) => p[1] === -90)).toBe(true);
});

it('measures Rajin to Nampo as the crow flies', () => {
  expect(distanceNauticalMiles([130.3, 42.233], [125.4, 38.73])).toBeGreaterThan(280);
  expect(distanceNauticalMiles([130.3, 42.233], [125.4, 38.73])).toBeLessThan(330);
});

it('draws a circle of the radius asked for', () => {
  for (const point of circle([179.95, 60], 10)) {
    expect(distanceNauticalMiles([179.95, 60], point)).toBeCloseTo(10, 3);
  }
});

it('goes from one end to the other', () => {
  const line = greatCircle([130, 42], [-150, 45]);
  expect(line[0]?.[0]).toBeCloseTo(130);
  expect(line.at(-1)?.[0]).toBeCloseTo(210);
});

describe('a position between two reports', () => {
  const times = [0, 10, 20];
  const line = [[0, 0], [1, 0], [1, 2]];

  it('is interpolated', () => {
    expect(positionAt(times, line, 5)).toEqual([0.5, 0]);
    expect(positionAt(times, line, 15)).toEqual([1, 1]);
  });

  it('is unknown outside them', () => {
    expect(positionAt(times, line, 21)).toBeUndefined();
    expect(positionAt([], [], 0)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { chipFixture, sightingFixture } from './fixtures';
import { frameOf, hullPoints, placeErrorMetres, scaleBar } from './overlay';

const frame = { width: 400, height: 300, metresPerPixel: 0.5, x: 200, y: 150, upDegrees: 0 };

describe('a picture on the ground', () => {
  it('has the middle as its place and north above, where nothing else is said', () => {
    expect(frameOf({ ...chipFixture, metresPerPixel: 0.5 }, undefined)).toEqual(frame);
  });

  it('takes the scale of its scene where it has none', () => {
    expect(frameOf(chipFixture, 2)?.metresPerPixel).toBe(2);
  });

  it('cannot be measured without a scale', () => {
    expect(frameOf(chipFixture, undefined)).toBeUndefined();
  });
});

describe('the scale bar', () => {
  it('has a round length that fits', () => {
    expect(scaleBar(frame)).toEqual({ metres: 50, pixels: 100 });
    expect(scaleBar({ ...frame, metresPerPixel: 10 })).toEqual({ metres: 1000, pixels: 100 });
    expect(scaleBar({ ...frame, metresPerPixel: 0.3 })).toEqual({ metres: 20, pixels: 20 / 0.3 });
  });
});

describe('the hull', () => {
  const ship = { ...sightingFixture, lengthMetres: 100, headingDegrees: 90 };

  it('points where she heads', () => {
    const [bow] = hullPoints(frame, ship) ?? [];
    expect(bow?.[0]).toBeCloseTo(300);
    expect(bow?.[1]).toBeCloseTo(150);
  });

  it('turns with a picture whose upper edge is not north', () => {
    const [bow] = hullPoints({ ...frame, upDegrees: 90 }, ship) ?? [];
    expect(bow?.[0]).toBeCloseTo(200);
    expect(bow?.[1]).toBeCloseTo(50);
  });

  it('has no bow where bow and stern cannot be told apart', () => {
    expect(hullPoints(frame, { ...ship, observation: { hullLayout: [], isHeadingAmbiguous: true, beamMetres: 20 } as never })).toHaveLength(4);
  });

  it('is not drawn without length or heading', () => {
    expect(hullPoints(frame, { ...ship, headingDegrees: undefined })).toBeUndefined();
  });

  it('is the outline where one was drawn', () => {
    const outline = { type: 'Polygon' as const, coordinates: [[[130.3, 42.233], [130.301, 42.233], [130.3, 42.234], [130.3, 42.233]]] };
    const points = hullPoints(frame, { ...ship, observation: { hullLayout: [], outline } as never });
    expect(points?.[0]).toEqual([200, 150]);
    expect(points?.[1]?.[0]).toBeCloseTo(200 + (111.195 * Math.cos((42.233 * Math.PI) / 180)) / 0.5, 0);
  });
});

it('counts a radar\'s shift into the error of the place', () => {
  expect(placeErrorMetres({ ...sightingFixture, positionErrorMetres: 300, observation: { hullLayout: [], azimuthShiftErrorMetres: 400 } as never })).toBe(500);
});

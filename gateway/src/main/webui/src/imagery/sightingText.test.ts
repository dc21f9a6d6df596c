import { describe, expect, it } from 'vitest';
import type { Sighting } from '../api/imagery';
import { sightingFixture } from './fixtures';
import { bodyOf, textsOf } from './sightingText';

const place = { latitudeDegrees: 42.233, longitudeDegrees: 130.3 };
const time = { from: '2024-01-05T02:00:00Z', to: '2024-01-05T02:10:00Z' };

const full: Sighting = {
  ...sightingFixture,
  lengthMetres: 123, lengthErrorMetres: 8, headingDegrees: 210.5, licence: 'CC-BY-4.0', note: 'berth 3', sensor: 'sar',
  observation: {
    sceneId: '0193f0b1-0000-7000-8000-0000000000aa', outline: { type: 'Polygon', coordinates: [[[130, 42], [130.1, 42], [130.1, 42.1], [130, 42]]] },
    beamMetres: 18.5, beamErrorMetres: 2, headingErrorDegrees: 5, isHeadingAmbiguous: true, hullLayout: ['deck-cranes', 'superstructure-aft'], motion: 'moored',
    hasWake: false, colourNote: 'dark hull', confidence: 0.905, observer: 'carl', secondReader: 'dora', azimuthShiftErrorMetres: 40, groundResolutionMetres: 0.5,
  },
};

describe('a correction', () => {
  it('of nothing sends all that was there, also what no form asks for', () => {
    const body = bodyOf(place, time, textsOf(full), full.observation?.hullLayout ?? [], true, full);
    expect(body).toEqual({
      ...place, ...time, label: 'Rajin, pier 3', sensor: 'sar', source: 'a test', licence: 'CC-BY-4.0', note: 'berth 3', positionErrorMetres: 50, lengthMetres: 123,
      lengthErrorMetres: 8, headingDegrees: 210.5, synthetic: true, sceneId: full.observation?.sceneId,
      observation: { ...full.observation, sceneId: undefined },
    });
  });

  it('takes out what was emptied', () => {
    const texts = { ...textsOf(full), length: '', colour: ' ', wake: '', confidence: '' };
    const body = bodyOf(place, time, texts, [], false, full);
    expect(body.lengthMetres).toBeUndefined();
    expect(body.synthetic).toBeUndefined();
    expect(body.observation).not.toHaveProperty('colourNote');
    expect(body.observation).not.toHaveProperty('hasWake');
    expect(body.observation).not.toHaveProperty('hullLayout');
    expect(body.observation?.beamMetres).toBe(18.5);
  });
});

describe('a new sighting', () => {
  it('states nothing of the image that nobody stated, and no shift where there is no radar', () => {
    const body = bodyOf(place, { at: time.from }, { sensor: 'optical', source: 'a test', shift: '30' }, [], false);
    expect(body).toEqual({ ...place, at: time.from, sensor: 'optical', source: 'a test' });
  });
});

import { describe, expect, it } from 'vitest';
import type { Activity, Silence } from '../api/ais';
import type { Verdict } from '../api/imagery';
import { silenceClass, weave, withCursor, type Material } from './story';

const nothing: Material = { tracks: [], silences: [], activities: [], verdicts: [], matches: [], timeline: [], ports: [] };

const silence: Silence = {
  id: 's1', kind: 'silence', version: 2, supersedes: 1, state: 'reappeared', vessel: { mmsi: '273000000', imo: undefined, name: 'ANGARA' },
  start: { at: '2024-01-03T00:00:00Z', latitudeDegrees: 42, longitudeDegrees: 131, speedKnots: undefined, courseDegrees: undefined },
  end: { at: '2024-01-09T00:00:00Z', latitudeDegrees: 35, longitudeDegrees: 130, speedKnots: undefined, courseDegrees: undefined },
  durationHours: 144, usualIntervalSeconds: undefined, classification: undefined, reason: undefined, synthetic: true, sources: [], parameters: {}, derivedAt: undefined,
};

const verdict: Verdict = {
  id: 'v1', version: 1, sightingId: 'g1', silenceId: 's1', vessel: silence.vessel, outcome: 'consistent', method: undefined, margins: undefined, otherCandidates: 0,
  explanation: undefined, synthetic: true, reachedAt: undefined, silence: undefined, proof: undefined, association: undefined, likelihood: undefined,
  sighting: {
    id: 'g1', version: 1, state: undefined, from: '2024-01-05T00:00:00Z', to: '2024-01-05T00:00:00Z', latitudeDegrees: 42.2, longitudeDegrees: 130.3, positionErrorMetres: 200,
    lengthMetres: undefined, lengthErrorMetres: undefined, headingDegrees: undefined, label: 'Rajin', sensor: undefined, source: undefined, licence: undefined, note: undefined, sceneId: undefined, observation: undefined,
    synthetic: false, recordedBy: undefined, recordedAt: undefined, verdicts: undefined,
  },
};

const lane = (story: ReturnType<typeof weave>, name: string) => story.lanes.find((one) => one.name === name)?.items ?? [];

const track: Material['tracks'][number] = {
  mmsi: '273000000', name: 'ANGARA',
  track: {
    type: 'FeatureCollection',
    features: [{
      type: 'Feature', geometry: { type: 'LineString', coordinates: [[130, 42], [131, 42]] },
      properties: { mmsi: '273000000', from: '2024-01-01T00:00:00Z', to: '2024-01-02T00:00:00Z', fixes: 2, synthetic: false, times: ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'] },
    }],
  },
};

describe('a story', () => {
  it('draws a silence between its ends, under the same id on the map and in the lanes', () => {
    const story = weave({ ...nothing, silences: [silence] });

    expect(lane(story, 'Silences').map((one) => one.id)).toEqual(['silence-s1']);
    expect(story.chart.features.filter((one) => one.properties?.id === 'silence-s1' && one.geometry.type === 'LineString')).toHaveLength(1);
  });

  const call: Activity = {
    id: 'a1', kind: 'port-visit', version: 1, supersedes: undefined, state: 'ended', vessel: silence.vessel, others: [], from: '2024-01-01T00:00:00Z', to: '2024-01-02T00:00:00Z',
    start: { at: '2024-01-01T00:00:00Z', latitudeDegrees: 42.7, longitudeDegrees: 133.1, speedKnots: 0, courseDegrees: undefined }, end: undefined, durationHours: 24,
    details: { port: { id: 'ruvyp', name: 'Vostochny', country: 'RU' }, basis: 'observed', confidence: 4, corroboration: [], attribution: undefined, atMost: undefined, tiers: [], closestMetres: undefined, medianSpeedKnots: undefined, meanSpeedKnots: undefined, silenceId: undefined, zoneId: undefined, ships: undefined, other: undefined, centreLatitudeDegrees: undefined, centreLongitudeDegrees: undefined, radiusNauticalMiles: undefined },
    reason: 'Left.', synthetic: false, sources: [],
  };

  it('puts every kind of activity into its lane, and on the map where it has a place', () => {
    const jump: Activity = { ...call, id: 'a2', kind: 'teleport', end: { ...call.start!, latitudeDegrees: 36 } };
    const renamed: Activity = { ...call, id: 'a3', kind: 'identity-change', start: undefined };
    const story = weave({ ...nothing, activities: [call, jump, renamed] });

    expect(lane(story, 'Port calls').map((one) => one.label)).toEqual(['Vostochny']);
    expect(lane(story, 'Positions')).toHaveLength(1);
    expect(lane(story, 'Identity')).toHaveLength(1);
    expect(story.chart.features.filter((one) => one.properties?.kind === 'jump')).toHaveLength(1);
    expect(story.chart.features.filter((one) => one.properties?.id === 'activity-a3')).toEqual([]);
  });

  it('draws the other of two tracks, the ring she goes round in, and where she was when she said another thing', () => {
    const cloned: Activity = { ...call, id: 'a6', kind: 'cloning', details: { ...call.details, other: { ...call.start!, latitudeDegrees: 20 } } };
    const ring: Activity = { ...call, id: 'a7', kind: 'circling', details: { ...call.details, centreLatitudeDegrees: 36, centreLongitudeDegrees: 128, radiusNauticalMiles: 1 } };
    const renamed: Activity = { ...call, id: 'a8', kind: 'identity-change', start: undefined };
    const story = weave({ ...nothing, tracks: [track], activities: [cloned, ring, renamed] });

    const kinds = (id: string) => story.chart.features.filter((one) => one.properties?.id === `activity-${id}`).map((one) => one.properties?.kind);
    expect(kinds('a6')).toEqual(['anomaly', 'jump']);
    expect(kinds('a7')).toEqual(['anomaly', 'ring']);
    expect(kinds('a8')).toEqual(['identity']);
  });

  it('puts a short transmission between its silences, as a report and not as a position that cannot be', () => {
    const blip: Activity = { ...call, id: 'a4', kind: 'blip' };
    const outage: Activity = { ...call, id: 'a5', kind: 'feed-outage', vessel: undefined };
    const story = weave({ ...nothing, activities: [blip, outage] });

    expect(lane(story, 'Silences').map((one) => one.label)).toEqual(['Heard briefly between silences', 'Source itself silent']);
    expect(lane(story, 'Positions')).toEqual([]);
    expect(story.chart.features.map((one) => [one.properties?.id, one.properties?.kind])).toEqual([['activity-a4', 'end']]);
  });

  it('tells an inferred call from an observed one and draws it apart', () => {
    const inferred: Activity = { ...call, details: { ...call.details, basis: 'inferred', confidence: undefined } };

    expect(lane(weave({ ...nothing, activities: [inferred] }), 'Port calls')[0]).toMatchObject({ kind: 'inferred', label: 'Vostochny: call inferred' });
  });

  it('leaves a retracted activity out', () => {
    expect(lane(weave({ ...nothing, activities: [{ ...call, state: 'retracted' }] }), 'Port calls')).toEqual([]);
  });

  it('says of a silence what the reception of others says, and nothing where that is not said', () => {
    expect(silenceClass('coverageHole')?.short).toBe('coverage hole');
    expect(silenceClass(undefined)).toBeUndefined();
    expect(silenceClass('of a later version')).toBeUndefined();
  });

  it('leaves a retracted silence out', () => {
    expect(lane(weave({ ...nothing, silences: [{ ...silence, state: 'retracted' }] }), 'Silences')).toEqual([]);
  });

  it('shows a sighting once, however many verdicts it has', () => {
    const story = weave({ ...nothing, silences: [silence], verdicts: [verdict, { ...verdict, id: 'v2', silenceId: 's2' }] });

    expect(lane(story, 'Sightings')).toHaveLength(1);
    const item = story.items.get('sighting-g1');
    expect(item?.type === 'sighting' && item.verdicts.map((one) => one.id)).toEqual(['v1', 'v2']);
  });

  it('lets the record win over the timeline entry that repeats it', () => {
    const entry = { at: '2024-01-05T00:00:00Z', to: undefined, precision: 'day', kind: 'sighting', title: 'Seen', detail: undefined, synthetic: false, evidenceId: undefined, latitudeDegrees: 42.2, longitudeDegrees: 130.3, source: undefined };

    expect(lane(weave({ ...nothing, verdicts: [verdict], timeline: [entry] }), 'Sightings')).toHaveLength(1);
    expect(lane(weave({ ...nothing, timeline: [entry] }), 'Sightings')).toHaveLength(1);
  });
});

it('says where a ship was at the cursor, and nothing between stretches', () => {
  const story = weave({
    ...nothing,
    tracks: [{
      mmsi: '273000000', name: 'ANGARA',
      track: {
        type: 'FeatureCollection',
        features: [{
          type: 'Feature', geometry: { type: 'LineString', coordinates: [[130, 40], [132, 40]] },
          properties: { mmsi: '273000000', from: '2024-01-01T00:00:00Z', to: '2024-01-01T02:00:00Z', fixes: 2, synthetic: true, times: ['2024-01-01T00:00:00Z', '2024-01-01T02:00:00Z'] },
        }],
      },
    }],
  });

  const at = (iso: string) => withCursor(story, Date.parse(iso)).features.filter((one) => one.properties?.kind === 'cursor');

  expect(at('2024-01-01T01:00:00Z')[0]?.geometry).toEqual({ type: 'Point', coordinates: [131, 40] });
  expect(at('2024-01-01T03:00:00Z')).toEqual([]);
});

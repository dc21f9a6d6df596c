import { describe, expect, it } from 'vitest';
import type { Reach } from '../api/reach';
import { chartOf } from '../map/chart';
import { portsAt, withReach } from './reach';

const square = [[[130, 42], [131, 42], [131, 43], [130, 42]]];
const cell = (earliest: string, latest: string): Reach['features'][number] => ({
  geometry: { type: 'Polygon', coordinates: square },
  properties: { kind: 'reach', earliest, latest, certain: true },
});
const port = (id: string, isSilent: boolean, slackHours: number) => ({
  id, name: id, country: undefined, isSilent, latitudeDegrees: 42, longitudeDegrees: 130,
  earliestArrival: '2024-01-10T06:00:00Z', latestDeparture: '2024-01-11T00:00:00Z', slackHours, mostSlackHours: slackHours, services: [],
});
const reach: Reach = {
  features: [cell('2024-01-10T00:00:00Z', '2024-01-10T06:00:00Z'), cell('2024-01-10T04:00:00Z', '2024-01-11T00:00:00Z')],
  question: { since: '2024-01-10T00:00:00Z', until: '2024-01-12T00:00:00Z', hours: 48, speedKnots: 14 },
  coarse: false,
  ports: [port('busan', false, 30), port('rajin', true, 12), port('dunai', true, 20)],
  excluded: [],
  runs: { fromPort: 'rajin', toPort: 'dunai', fits: [] },
};

describe('a reachable set on the chart', () => {
  const drawn = (at: string | undefined) => withReach(chartOf([]), reach, at ? Date.parse(at) : undefined).features.length;

  it('shows every cell for the whole silence', () => expect(drawn(undefined)).toBe(2));
  it('shows the cells of an instant', () => {
    expect(drawn('2024-01-10T02:00:00Z')).toBe(1);
    expect(drawn('2024-01-10T05:00:00Z')).toBe(2);
    expect(drawn('2024-01-11T12:00:00Z')).toBe(0);
  });
  it('leaves the chart as it is while there is none', () => expect(withReach(chartOf([]), undefined, undefined).features).toEqual([]));
});

describe('ports she can have called at', () => {
  it('are silent ones first, then by the time there was', () => expect(portsAt(reach, undefined).map((one) => one.id)).toEqual(['dunai', 'rajin', 'busan']));
  it('are none before she can have arrived', () => expect(portsAt(reach, Date.parse('2024-01-10T05:00:00Z'))).toEqual([]));
});

// Made-up data for working on the screens without a platform. Never part of the production build.
const hour = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
const at = (text: string) => Date.parse(text);

export const angara = { mmsi: '273356890', imo: '9179842', name: 'ANGARA' };
const maria = { mmsi: '273412670', imo: '8517839', name: 'MARIA' };

interface Leg {
  from: [number, number, string];
  to: [number, number, string];
}

const legs: Leg[] = [
  { from: [132.35, 42.86, '2023-12-20T04:00:00Z'], to: [131.2, 42.2, '2023-12-20T11:00:00Z'] },
  { from: [132.1, 42.5, '2024-01-06T02:00:00Z'], to: [132.4, 42.8, '2024-01-06T06:00:00Z'] },
  { from: [129.9, 36.4, '2024-01-26T08:00:00Z'], to: [128.6, 34.2, '2024-01-27T05:00:00Z'] },
  { from: [122.9, 30.6, '2024-02-08T21:00:00Z'], to: [122.31, 29.98, '2024-02-09T03:00:00Z'] },
];

const stretch = ({ from, to }: Leg, mmsi: string, synthetic: boolean) => {
  const steps = 40;
  const start = at(from[2]);
  const end = at(to[2]);
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const f = i / steps;
    return { x: from[0] + f * (to[0] - from[0]) + 0.06 * Math.sin(f * 6), y: from[1] + f * (to[1] - from[1]) + 0.04 * Math.sin(f * 9), t: iso(start + f * (end - start)) };
  });
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: points.map((p) => [p.x, p.y]) },
    properties: { mmsi, from: from[2], to: to[2], fixes: points.length, synthetic, times: points.map((p) => p.t) },
  };
};

export const track = (mmsi: string) => ({
  type: 'FeatureCollection',
  features:
    mmsi === angara.mmsi
      ? legs.map((leg) => stretch(leg, mmsi, true))
      : [stretch({ from: [12.1, 55.2, '2013-10-01T00:00:00Z'], to: [12.9, 56.1, '2013-10-01T06:00:00Z'] }, mmsi, false)],
});

export const silences = legs.slice(0, -1).map((leg, index) => {
  const next = legs[index + 1] as Leg;
  const duration = (at(next.from[2]) - at(leg.to[2])) / hour;
  return {
    id: `0193f0a0-0000-7000-8000-00000000000${index + 1}`,
    kind: 'silence',
    version: index === 1 ? 2 : 1,
    ...(index === 1 ? { supersedes: 1 } : {}),
    state: 'reappeared',
    vessel: angara,
    start: { at: leg.to[2], latitudeDegrees: leg.to[1], longitudeDegrees: leg.to[0], speedKnots: 11.2, courseDegrees: 214 },
    end: { at: next.from[2], latitudeDegrees: next.from[1], longitudeDegrees: next.from[0], speedKnots: 9.8 },
    durationHours: duration,
    usualIntervalSeconds: 372,
    classification: 'unclassified',
    reason: 'Ended by a report of the same transmitter.',
    synthetic: true,
    sources: ['angara-reconstruction'],
    parameters: { 'fairlead.ais.gap.opens-after': 'PT6H' },
    derivedAt: next.from[2],
  };
});

const rajin = { id: 'rajin', name: 'Rajin', country: 'KP' };
const dunai = { id: 'dunai', name: 'Dunai', country: 'RU' };
const some = (n: number, kind: string, from: string, to: string | undefined, x: number, y: number, details: object, reason: string, more: object = {}) => ({
  id: `0193f0a9-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`, kind, version: 1, state: to ? 'ended' : 'open', vessel: angara, others: [], from, ...(to ? { to } : {}),
  start: { at: from, latitudeDegrees: y, longitudeDegrees: x, speedKnots: 0.4 }, durationHours: to ? (at(to) - at(from)) / hour : 0, details: { kind, ...details }, reason,
  synthetic: true, sources: ['angara-reconstruction'], parameters: { 'ais.port-call.entry-kilometres': '3.0' }, fixes: [], derivedAt: to ?? from, ...more,
});
export const activities = [
  some(1, 'port-visit', '2023-12-29T00:00:00Z', '2024-01-03T01:20:00Z', 133.068, 42.703, { port: { id: 'vostochny', name: 'Vostochny', country: 'RU' }, basis: 'observed', confidence: 3, stopped: true, silentInPort: false, corroboration: [] }, 'Left Vostochny after 121.3 hours.'),
  some(2, 'port-visit', '2024-01-05T02:00:00Z', '2024-01-30T12:00:00Z', 130.3, 42.233, { port: rajin, basis: 'inferred', stopped: false, silentInPort: false, corroboration: ['She was last heard on a course for it.'], silenceId: 'x' }, 'Rajin could be reached and left again within the silence, and something else speaks for a call.'),
  some(3, 'voyage', '2024-01-03T06:00:00Z', '2024-02-05T19:20:00Z', 132.3, 42.6, { from: dunai, to: rajin, basis: 'inferred', atMost: 38 }, 'Both Dunai and Rajin speak for a call in one silence; at most 38 runs between them fit into it.'),
  some(4, 'encounter', '2024-02-07T22:50:00Z', '2024-02-08T01:20:00Z', 126.5, 32.4, { tiers: ['500m-2h', '250m-30min'], closestMetres: 120, medianMetres: 190, medianSpeedKnots: 0.8, points: 16 }, 'Within 500 m of each other for 150 minutes, closest 120 m, median 0.8 knots.', { others: [{ mmsi: '372000001', name: 'SOUTHERN TANKER' }] }),
  some(5, 'loitering', '2024-02-07T20:00:00Z', '2024-02-08T03:00:00Z', 126.5, 32.4, { isLong: true, meanSpeedKnots: 0.9, driftNauticalMiles: 5.1 }, 'Slower than 2 knots for 7.0 hours, away from any port.'),
  some(6, 'teleport', '2024-02-06T04:00:00Z', '2024-02-06T04:05:00Z', 128.4, 34.1, { distanceNauticalMiles: 240, intervalMinutes: 5, impliedSpeedKnots: 2880, attribution: 'ship' }, '240 nautical miles in 5 minutes.', { end: { at: '2024-02-06T04:05:00Z', latitudeDegrees: 37.5, longitudeDegrees: 131 } }),
  some(7, 'identity-change', '2024-02-05T20:00:00Z', '2024-02-09T02:00:00Z', 0, 0, { changes: [{ field: 'name', from: 'ANGARA', to: 'SEA PEARL' }] }, 'Name ANGARA became SEA PEARL, within a silence.', { start: undefined }),
];
export const voyages = [{ one: dunai, other: rajin, basis: 'inferred', voyages: 3, atMost: 74, firstAt: '2023-08-17T01:30:00Z', lastAt: '2024-02-05T19:20:00Z', synthetic: true }];
export const whyOf = (one: { id: string; version: number; kind: string; state: string; reason: string }) => ({
  id: one.id, version: one.version, kind: one.kind, state: one.state, rule: 'Observed: she came within the entry distance of a port or into its area, stopped or fell silent there, and left beyond the exit distance.', statement: one.reason,
  parameters: [{ key: 'ais.port-call.entry-kilometres', value: '3.0', meaning: "Nearer to a port's point than this, or inside its area, she is in port", source: 'Global Fishing Watch', status: 'adopted' }, { key: 'ais.port-call.inferred-speed-knots', value: '14.0', meaning: 'Speed at which a port counts as reachable', source: 'Fairlead', status: 'ours' }],
  fixes: [{ mmsi: angara.mmsi, at: '2024-01-03T01:00:00Z', latitudeDegrees: 42.703, longitudeDegrees: 133.068, speedKnots: 0, source: 'angara-reconstruction' }], sources: ['angara-reconstruction'],
  reception: [{ span: 'Days of it (UTC), both ends included', reports: 2400, days: 6 }, { span: 'Seven days up to its beginning', reports: 0, days: 0 }], derivedAt: '2024-01-03T01:20:00Z',
});

const sighting = (n: number, label: string, y: number, x: number, when: string, sensor = 'optical') => ({
  id: `0193f0a1-0000-7000-8000-00000000000${n}`,
  version: 1,
  state: 'recorded',
  from: when,
  to: when,
  latitudeDegrees: y,
  longitudeDegrees: x,
  positionErrorMetres: 1500 * n,
  lengthMetres: 122,
  lengthErrorMetres: 6,
  label,
  sensor,
  source: 'https://www.csis.org/',
  licence: 'Public statement',
  note: 'Position is that of the berth.',
  synthetic: false,
  recordedBy: 'carl',
  recordedAt: '2026-11-20T09:00:00Z',
  verdicts: { consistent: 1, excluded: 1, undecided: 0 },
});

export const sightings = [
  sighting(1, 'Rajin, pier 3', 42.233, 130.3, '2023-12-28T02:10:00Z'),
  sighting(2, 'Dunai terminal', 42.879, 132.335, '2024-01-14T02:20:00Z', 'sar'),
  sighting(3, 'Zhoushan Xinya Shipyard', 29.97, 122.29, '2024-02-09T02:00:00Z'),
];

export const scenes = [
  { id: '0193f0aa-0000-7000-8000-000000000001', version: 2, state: 'recorded', name: 'SYNTH-RAJIN-20231228', sensor: 'optical', provider: 'Demonstration', acquisitionStart: '2023-12-28T02:10:00Z', acquisitionEnd: '2023-12-28T02:10:12Z', footprint: { type: 'Polygon', coordinates: [[[129.9, 42.0], [130.8, 42.1], [130.7, 42.6], [129.8, 42.5], [129.9, 42.0]]] }, groundResolutionMetres: 0.5, cloudCover: 0.08, recallByLength: [{ fromMetres: 50, toMetres: 100, recall: 0.8 }, { fromMetres: 100, recall: 0.95 }], licence: 'CC0-1.0', sourceUri: 'https://example.org/scene', sha256: 'ab'.repeat(32), synthetic: true, recordedBy: 'carl', recordedAt: '2026-11-20T09:00:00Z' },
  { id: '0193f0aa-0000-7000-8000-000000000002', version: 1, state: 'recorded', name: 'S1-FIJI', sensor: 'Sentinel-1 SAR', provider: 'Copernicus', acquisitionStart: '2024-01-14T02:20:00Z', acquisitionEnd: '2024-01-14T02:20:25Z', footprint: { type: 'MultiPolygon', coordinates: [[[[178, -18], [180, -18], [180, -16], [178, -16], [178, -18]]], [[[-180, -18], [-179, -18], [-179, -16], [-180, -16], [-180, -18]]]] }, synthetic: true, recordedBy: 'carl', recordedAt: '2026-11-20T09:00:00Z' },
];

export const chips = [
  { name: 'pier-3.png', sha256: 'cd'.repeat(32), mediaType: 'image/png', sizeBytes: 48_211, widthPixels: 480, heightPixels: 360, isGraphic: false, metresPerPixel: 0.7, addedBy: 'carl', addedAt: '2026-11-20T09:00:00Z' },
  { name: 'deck.png', sha256: 'ef'.repeat(32), mediaType: 'image/png', sizeBytes: 31_020, widthPixels: 480, heightPixels: 360, isGraphic: true, addedBy: 'carl', addedAt: '2026-11-20T09:01:00Z' },
];

const short = (index: number) => {
  const one = silences[index];
  if (!one) return undefined;
  return { id: one.id, version: one.version, state: one.state, start: one.start.at, end: one.end.at, durationHours: one.durationHours };
};

const verdict = (n: number, sightingIndex: number, silenceIndex: number, outcome: string, arrival: number, departure: number) => ({
  id: `0193f0a2-0000-7000-8000-00000000000${n}`,
  version: 1,
  sightingId: sightings[sightingIndex]?.id,
  silenceId: silences[silenceIndex]?.id,
  silenceVersion: 1,
  vessel: angara,
  outcome,
  method: 'sea-lower-bound',
  margins: { lowerBoundFromStartNauticalMiles: 52.4, lowerBoundToEndNauticalMiles: 88.1, exclusionSpeedKnots: 20, arrivalHours: arrival, departureHours: departure },
  otherCandidates: n === 1 ? 2 : 0,
  explanation:
    outcome === 'consistent'
      ? `She could have been there: ${arrival.toFixed(1)} h to spare before, ${departure.toFixed(1)} h after.`
      : `She would have had to sail faster than 20 kn: ${Math.abs(departure).toFixed(1)} h short.`,
  synthetic: true,
  reachedAt: '2026-11-20T09:00:04Z',
  silence: short(silenceIndex),
  sighting: sightings[sightingIndex],
});

export const verdicts = [verdict(1, 0, 0, 'consistent', 180.5, 211.2), verdict(2, 1, 1, 'consistent', 176.1, 262.8), verdict(3, 2, 2, 'excluded', 240.2, -8.4)];

export const ports = [
  { name: 'Rajin', kind: 'port', latitudeDegrees: 42.233, longitudeDegrees: 130.3, radiusNauticalMiles: 3 },
  { name: 'Dunai', kind: 'port', latitudeDegrees: 42.879, longitudeDegrees: 132.335, radiusNauticalMiles: 3 },
  { name: 'Chongjin', kind: 'port', latitudeDegrees: 41.77, longitudeDegrees: 129.83, radiusNauticalMiles: 3 },
  { name: 'Wonsan', kind: 'port', latitudeDegrees: 39.17, longitudeDegrees: 127.45, radiusNauticalMiles: 3 },
  { name: 'Nampo', kind: 'port', latitudeDegrees: 38.72, longitudeDegrees: 125.4, radiusNauticalMiles: 5 },
  { name: 'Zhoushan Xinya Shipyard', kind: 'shipyard', latitudeDegrees: 29.97, longitudeDegrees: 122.29, radiusNauticalMiles: 2 },
].map((port) => ({ ...port, id: port.name, why: 'No receiver near; ships switch off before they enter.', source: 'Own register' }));

export const vessels = [
  {
    ...angara, callSign: 'UBLE4', shipTypeCode: 79, shipType: 'Cargo', lengthMetres: 122, beamMetres: 20, flagClaimedByMid: 'RU', firstSeenAt: legs[0]?.from[2], lastSeenAt: legs[3]?.to[2],
    lastPosition: { at: legs[3]?.to[2], latitudeDegrees: 29.98, longitudeDegrees: 122.31, speedKnots: 0.4, courseDegrees: 210 }, fixes: 164, synthetic: true, sources: ['angara-reconstruction'],
    identities: [
      { imo: '9179842', name: 'ANGARA', callSign: 'UBLE4', shipTypeCode: 79, lengthMetres: 122, beamMetres: 20, firstSeenAt: legs[0]?.from[2], lastSeenAt: legs[3]?.to[2], source: 'angara-reconstruction', synthetic: true },
    ],
  },
  ...['MAERSK KOLKATA', 'STENA DANICA', 'FAIRPLAY IX', 'AURORA AF HELSINGBORG', 'KARIN SCHULTE'].map((name, i) => ({
    mmsi: `21900${1000 + i * 137}`, ...(i === 2 ? {} : { imo: `92145${10 + i}` }), name, callSign: `OX${i}A2`, shipType: i === 1 ? 'Passenger' : 'Cargo', flagClaimedByMid: i % 2 ? 'DK' : 'SE',
    firstSeenAt: '2013-10-01T00:00:00Z', lastSeenAt: '2013-10-01T06:00:00Z', fixes: 41 * (i + 3), synthetic: false, sources: ['dma-2013'], identities: [],
  })),
];

export const jobs = [
  {
    id: 'job-1', state: 'done', fileName: 'dma-2013-pghp-part1.nmea', source: 'dma-2013', synthetic: false, sha256: '9f2c4e0d8b7a61c35e4f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f', sizeBytes: 11_482_210, progress: 1, submittedBy: 'carl',
    submittedAt: '2026-11-23T14:00:00Z', startedAt: '2026-11-23T14:00:01Z', finishedAt: '2026-11-23T14:00:04Z',
    counts: { lines: 150_000, sentences: 149_811, messages: 131_442, fixes: 118_210, duplicates: 1204, ignored: 4410, rejected: 189 },
    messagesByType: { '1': 71_022, '3': 40_110, '5': 8021, '4': 6120, '18': 4200, '24': 1210, '21': 700, '8': 59 }, rejectsByReason: { checksum: 131, 'part-missing': 58 },
  },
  {
    id: 'job-0', state: 'failed', fileName: 'photo.jpg', source: 'photo', synthetic: false, sha256: 'aa'.repeat(32), sizeBytes: 240_110, progress: 0.2, submittedBy: 'carl', submittedAt: '2026-11-23T13:50:00Z',
    error: 'No NMEA sentence in the first 10 000 lines: this is not an AIS file.', counts: { lines: 212, rejected: 212 }, messagesByType: {}, rejectsByReason: { 'not-nmea': 212 },
  },
];

export const rejects = Array.from({ length: 30 }, (_, i) => ({
  line: 1204 + i * 713, reason: i % 3 ? 'checksum' : 'part-missing', detail: i % 3 ? 'Stated 5C, computed 41' : 'Part 2 of 2 never came', text: '!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*5C',
}));

const now = Date.now();
export const leads = [
  { kind: 'verdict', title: 'ANGARA could be the ship at Rajin, pier 3', why: [{ family: 'imagery', statement: 'Sighting of 28 December 2023 falls in a silence of 14.6 days.' }, { family: 'margins', statement: '180.5 h to spare before, 211.2 h after; 2 other ships fit as well.' }], vessel: angara, lat: 42.233, lon: 130.3, priority: 'urgent', due: -3, src: { service: 'imagery', kind: 'verdict', id: verdicts[0]?.id, version: 1, href: `/api/imagery/v1/verdicts/${verdicts[0]?.id}` }, synthetic: true },
  { kind: 'match', title: 'ANGARA is on the OFAC SDN list', why: [{ family: 'sanctions', statement: 'IMO 9179842 agrees with the listing of 8 May 2022 (RUSSIA-EO14024).' }], vessel: angara, lat: 29.98, lon: 122.31, priority: 'high', due: 9, src: { service: 'sanctions', kind: 'match', id: 'm1', version: 1, href: '/api/sanctions/v1/listings/ofac-sdn/36412' }, synthetic: true },
  ...silences.map((s, i) => ({ kind: 'silence', title: `ANGARA silent for ${(s.durationHours / 24).toFixed(1)} days in the Sea of Japan`, why: [{ family: 'silence', statement: `Usual interval 6 min, silent ${Math.round(s.durationHours)} h; the source went on being heard.` }, ...(i === 0 ? [{ family: 'place', statement: 'Last report 41 nm from Rajin, a silent port.' }] : [])], vessel: angara, lat: s.start.latitudeDegrees, lon: s.start.longitudeDegrees, priority: i === 0 ? 'high' : 'normal', due: 20 + i * 30, src: { service: 'ais', kind: 'silence', id: s.id, version: s.version, href: `/api/ais/v1/activities/${s.id}` }, synthetic: true })),
  { kind: 'silence', title: 'MARIA silent since 1 October 2013', why: [{ family: 'silence', statement: 'Usual interval 10 s; not heard again while the source went on.' }], vessel: maria, lat: 55.9, lon: 12.6, priority: 'low', due: 200, src: { service: 'ais', kind: 'silence', id: 'x', version: 1, href: '/api/ais/v1/activities/x' }, synthetic: false },
].map((l, i) => ({
  id: `0193f0b0-0000-7000-8000-00000000000${i + 1}`, version: 1, team: 'team-gulf', state: 'new', kind: l.kind, title: l.title, why: l.why, vessel: l.vessel, occurredFrom: '2023-12-20T11:00:00Z', latitudeDegrees: l.lat, longitudeDegrees: l.lon,
  sourceRef: l.src, isRetracted: false, synthetic: l.synthetic, priority: l.priority, dueAt: iso(now + l.due * hour), isOverdue: l.due < 0, raisedAt: iso(now - (i + 2) * hour), dismissedReason: undefined as string | undefined, snoozedUntil: undefined as string | undefined, caseIds: [] as string[],
}));

const fact = (when: string, precision: string, title: string, detail: string, source: string, where?: [number, number], to?: string) => ({
  at: when, ...(to ? { to } : {}), precision, kind: 'fact', title, detail, synthetic: false, source, ...(where ? { latitudeDegrees: where[0], longitudeDegrees: where[1] } : {}),
});

export const timeline = [
  { ...fact('2022-05-08T00:00:00Z', 'day', 'United States lists ANGARA', 'OFAC SDN, RUSSIA-EO14024', 'https://ofac.treasury.gov/'), kind: 'listing' },
  fact('2023-08-01T00:00:00Z', 'month', 'First of at least 11 voyages Rajin–Dunai', 'Thousands of containers believed to hold munitions', 'https://www.csis.org/', undefined),
  fact('2024-01-01T00:00:00Z', 'month', 'Calls at North Korean and Russian ports', 'Transponder off', 'https://www.rusi.org/'),
  fact('2024-02-09T00:00:00Z', 'day', 'Moored at Zhoushan Xinya Shipyard', 'Seen by satellite', 'https://www.reuters.com/', [29.97, 122.29]),
  { ...fact('2024-06-25T00:00:00Z', 'day', 'European Union lists ANGARA', '14th package', 'https://eur-lex.europa.eu/'), kind: 'listing' },
  { ...fact('2024-07-31T00:00:00Z', 'day', 'United Kingdom lists ANGARA', '', 'https://www.gov.uk/'), kind: 'listing' },
  { at: '2026-11-22T10:12:00Z', precision: 'second', kind: 'note', title: 'Note by Carl Brandt', detail: 'Shadow length at pier 3 fits a ship of 120 m.', synthetic: false },
];

interface CaseFile {
  id: string; number: string; team: string; title: string; state: string; priority: string; handling?: string; visibility?: string; compartments?: string[]; actions?: string[]; isSynthetic: boolean; openedBy: string; openedAt: string; changedAt: string; version: number; summary: string;
  counts: { leads: number; evidence: number; notes: number };
  subjects: { id: string; kind: string; mmsi: string; imo: string; name: string }[];
}

export const cases: CaseFile[] = [
  {
    id: '0193f0c0-0000-7000-8000-000000000001', number: 'GULF-2026-0001', team: 'team-gulf', title: 'ANGARA: Rajin, Dunai, Zhoushan', state: 'open', priority: 'high', handling: 'tlp-amber', visibility: 'team', compartments: [], actions: ['read', 'read-audit', 'comment', 'contribute', 'edit', 'move', 'manage-access', 'export'], isSynthetic: true, openedBy: 'lena', openedAt: '2026-11-20T09:00:00Z', changedAt: '2026-11-23T13:00:00Z', version: 7,
    summary: 'Russian cargo ship believed to have carried arms from Rajin to Dunai since August 2023. The AIS track is reconstructed; the dated public facts are real.',
    counts: { leads: 2, evidence: 1, notes: 1 }, subjects: [{ id: 's1', kind: 'vessel', ...angara }],
  },
  {
    id: '0193f0c0-0000-7000-8000-000000000002', number: 'GULF-2026-0002', team: 'team-gulf', title: 'MARIA, Øresund', state: 'triage', priority: 'normal', handling: 'tlp-amber', visibility: 'team', compartments: [], actions: ['read', 'read-audit', 'comment', 'contribute', 'edit', 'move', 'manage-access', 'export'], isSynthetic: false, openedBy: 'carl', openedAt: '2026-11-22T09:00:00Z', changedAt: '2026-11-22T09:00:00Z', version: 1, summary: '',
    counts: { leads: 0, evidence: 0, notes: 0 }, subjects: [],
  },
];

export const evidence = [
  {
    id: '0193f0d0-0000-7000-8000-000000000001', kind: 'sighting', title: 'Sighting at Rajin, pier 3', ref: { service: 'imagery', href: `/api/imagery/v1/sightings/${sightings[0]?.id}` }, sha256: '4be1c9d05f3a7728c1e6d94b02a8f7e35d6c1b0a9f8e7d6c5b4a39281706f5e4', sizeBytes: 1204, collectedBy: 'carl', collectedAt: '2026-11-22T10:00:00Z',
    synthetic: false, source: 'https://www.csis.org/', licence: 'Public statement', liveState: 'same', occurredFrom: '2023-12-28T02:10:00Z', occurredTo: '2023-12-28T02:10:00Z',
  },
];
export const notes = [{ id: 'n1', text: 'Shadow length at pier 3 fits a ship of 120 m. Second reader agrees.', author: 'Carl Brandt', at: '2026-11-22T10:12:00Z' }];
export const audit = [
  { at: '2026-11-23T13:00:00Z', actor: 'carl', action: 'case-read', object: 'case', detail: '' },
  { at: '2026-11-22T10:12:00Z', actor: 'carl', action: 'note-added', object: 'n1', detail: '62 characters' },
  { at: '2026-11-22T10:00:00Z', actor: 'carl', action: 'evidence-frozen', object: '0193f0d0', detail: 'sha256 4be1c9d05f3a…' },
  { at: '2026-11-20T09:00:00Z', actor: 'lena', action: 'case-opened', object: 'case', detail: '' },
];

const listing = (sourceId: string, name: string, type: string, imo?: string) => ({ list: 'ofac-sdn', authority: 'OFAC', sourceId, type, name, programs: ['RUSSIA-EO14024'], ...(imo ? { imo } : {}) });
export const listings = [listing('36412', 'ANGARA', 'vessel', '9179842'), listing('36413', 'MARIA', 'vessel', '8517839'), listing('36377', 'M LEASING LLC', 'entity'), listing('36399', 'LADY R', 'vessel', '9161003')];

export const matches = [
  { id: 'm1', version: 1, state: 'hit', vessel: angara, listing: listings[0], matchedBy: ['imo'], contradictions: [], score: 0.97, explanation: 'The IMO number she transmits is that of the listing; the name agrees.', listVersion: 2, synthetic: true, screenedAt: '2026-11-20T09:00:00Z', listedSince: '2022-05-09T14:00:00Z' },
];

const empty = { list: 'ofac-sdn', number: 4, status: 'quarantined', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', sizeBytes: 0, observedAt: '2022-05-10T08:00:00Z', listings: 0, added: 0, changed: 0, removed: 0, reason: 'the file is empty' };
const setAside = { ...empty, number: 3, sizeBytes: 2_000_000, listings: 5012, vessels: 200, format: 'ofac-csv', reason: '5012 entries, version 2 had 10112: between 9607 and 13145 would be plausible after 1 days', decision: { verdict: 'accept', proposedBy: 'ann', proposedAt: '2026-11-22T08:30:00Z', comment: 'The publisher split the list.' } };

export const lists = [
  { id: 'ofac-sdn', authority: 'United States, OFAC', title: 'Specially Designated Nationals', currentVersion: 2, listings: 10_112, vessels: 402, publishedAt: '2022-05-09T00:00:00Z', observedAt: '2022-05-09T14:00:00Z', ageSeconds: 143_000_000, format: 'ofac-csv', formats: ['ofac-csv', 'ofac-csv-set', 'ofac-xml', 'ofac-advanced-xml', 'ofac-enhanced-xml'], warnings: 0, setAside: [setAside, empty], lastAttempt: { status: 'quarantined', reason: 'The file is empty: 0 of 10 112 listings.', at: '2026-11-22T08:00:00Z' }, download: { url: 'https://lists.example/sdn.csv', attemptedAt: '2026-11-22T08:00:00Z', outcome: 'failed', detail: 'answered 503', failures: 3, nextAt: '2026-11-22T09:00:00Z' } },
  { id: 'un-sc', authority: 'United Nations', title: 'Security Council consolidated list', currentVersion: 1, listings: 1003, vessels: 59, observedAt: '2024-02-01T00:00:00Z', lastAttempt: { status: 'accepted', at: '2026-11-22T08:00:00Z' } },
];
export const versions = [
  empty,
  setAside,
  { list: 'ofac-sdn', number: 2, status: 'accepted', sha256: 'b1'.repeat(32), sizeBytes: 4_100_200, observedAt: '2022-05-09T14:00:00Z', publishedAt: '2022-05-08T00:00:00Z', listings: 10_112, added: 99, changed: 4, removed: 0 },
  { list: 'ofac-sdn', number: 1, status: 'accepted', sha256: 'a1'.repeat(32), sizeBytes: 4_080_100, observedAt: '2022-05-06T14:00:00Z', publishedAt: '2022-05-05T00:00:00Z', listings: 10_013, added: 10_013, changed: 0, removed: 0 },
];

export const entry = (listing: (typeof listings)[number]) => ({
  ...listing,
  names: [
    { text: listing.name, kind: 'primary', strength: 'strong', script: 'Latn' },
    { text: 'АНГАРА', kind: 'original-script', strength: 'strong', script: 'Cyrl' },
    { text: 'OLD NAME', kind: 'fka', strength: 'weak', script: 'Latn' },
  ],
  imos: 'imo' in listing && listing.imo ? [listing.imo] : [],
  flags: ['Russia'],
  formerFlags: ['Malta'],
  vesselType: 'Roll-on Roll-off',
  grossTonnage: '8811',
  parties: [{ name: 'M LEASING LLC', role: 'owner', sourceId: '36377' }],
  listingDates: [{ date: '2022-05-08', field: 'datePublished (SDN List)' }],
  otherFields: ['measure: Block'],
});
const stay = { firstVersion: 2, lastVersion: 2, firstObservedAt: '2022-05-09T14:00:00Z', lastObservedAt: '2022-05-09T14:00:00Z', isCurrent: true };
const fields = [
  { field: 'flags', before: ['Malta'], after: ['Russia'] },
  { field: 'parties', before: undefined, after: [{ name: 'M LEASING LLC', role: 'owner' }] },
];
export const entryView = (listing: (typeof listings)[number], when: string) => ({ listing: entry(listing), answer: { ...asOf('9179842', when || '2024-02-09T00:00:00Z').answers[0], parties: [{ name: 'M LEASING LLC', role: 'owner', listing: listings[2] }] }, intervals: [stay] });
export const entryVersions = (listing: (typeof listings)[number]) => [
  { listing: entry(listing), interval: stay, changedFields: ['flags'] },
  { listing: { ...entry(listing), flags: ['Malta'] }, interval: { ...stay, firstVersion: 1 }, changedFields: [] },
];
export const shipHistory = (imo: string) => ({ imo, entries: [{ listing: entry(listings[0]!), stays: [stay], changes: [{ version: 2, observedAt: '2022-05-09T14:00:00Z', fields }] }] });
export const modified = { listing: listings[3], changedFields: fields.map((one) => one.field), changes: fields };

export function asOf(imo: string, when: string) {
  const t = at(when);
  const known = imo === angara.imo;
  const us = t < at('2022-05-06T14:00:00Z') ? 'unknown' : known && t >= at('2022-05-09T14:00:00Z') ? 'listed' : t < at('2022-05-09T14:00:00Z') ? 'unknown' : 'not-listed';
  return {
    imo, asOf: when,
    answers: [
      { list: 'ofac-sdn', authority: 'United States, OFAC', status: us, basis: us === 'unknown' ? (t < at('2022-05-06T14:00:00Z') ? 'no-coverage' : 'between-observations') : 'observed', ...(us === 'listed' ? { listing: listings[0] } : {}), before: { version: 1, observedAt: '2022-05-06T14:00:00Z' }, after: { version: 2, observedAt: '2022-05-09T14:00:00Z' }, explanation: us === 'listed' ? 'Listed as ANGARA in the version observed on 2022-05-09; not in the one of 2022-05-06.' : undefined },
      { list: 'un-sc', authority: 'United Nations', status: 'unknown', basis: 'no-coverage', explanation: 'No version observed on or before this day.' },
      { list: 'eu-fsf', authority: 'European Union', status: known && t >= at('2024-06-25T00:00:00Z') ? 'listed' : 'unknown', basis: known && t >= at('2024-06-25T00:00:00Z') ? 'claimed' : 'no-coverage', explanation: known && t >= at('2024-06-25T00:00:00Z') ? 'A dated fact says: listed on 2024-06-25. No file of this list was seen.' : undefined },
    ],
  };
}

/** Two squares and a port: enough to see cells come and go under the slider. */
export const reach = (since: string, until: string) => {
  const middle = new Date((Date.parse(since) + Date.parse(until)) / 2).toISOString();
  const square = (west: number, south: number, earliest: string, latest: string) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] },
    properties: { kind: 'reach', earliest, latest, certain: true },
  });
  return {
    type: 'FeatureCollection',
    features: [square(131, 41, since, middle), square(130, 38, middle, until)],
    question: { since, until, hours: (Date.parse(until) - Date.parse(since)) / 3_600_000, speedKnots: 20 },
    coarse: false,
    ports: [{ id: 'rajin', name: 'Rajin', country: 'KP', isSilent: true, latitudeDegrees: 42.233, longitudeDegrees: 130.3, earliestArrival: since, latestDeparture: middle, slackHours: 60, mostSlackHours: 66, services: ['touch', 'partial', 'full'] }],
    excluded: [{ id: 'nampo', name: 'Nampo', isSilent: true, reason: '50 h in a straight line, but about 99 h by sea: the silence has 60 h' }],
    runs: { fromPort: 'rajin', toPort: 'dunai', fits: [{ callHours: 12, runs: 3, mostRuns: 3 }] },
  };
};

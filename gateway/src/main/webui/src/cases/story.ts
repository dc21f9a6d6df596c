import type { Position } from 'geojson';
import type { Activity, Silence, Track } from '../api/ais';
import type { TimelineItem } from '../api/cases';
import type { Port, Sighting, Verdict } from '../api/imagery';
import type { Match } from '../api/sanctions';
import type { Lane, LaneItem } from '../lanes/TimeLanes';
import { chartOf, errorCircle, jumpLine, mark, portArea, ringArea, silenceLine, trackLine, type Chart, type ChartFeature } from '../map/chart';
import { positionAt } from '../map/geometry';
import { hours, words } from '../ui/format';

export interface Stretch {
  id: string;
  mmsi: string;
  name: string;
  from: string;
  to: string;
  fixes: number;
  synthetic: boolean;
  line: Position[];
  times: number[];
}

export type StoryItem =
  | { type: 'stretch'; stretch: Stretch }
  | { type: 'silence'; silence: Silence; verdicts: Verdict[] }
  | { type: 'activity'; activity: Activity }
  | { type: 'sighting'; sighting: Sighting; verdicts: Verdict[] }
  | { type: 'entry'; entry: TimelineItem }
  | { type: 'match'; match: Match }
  | { type: 'port'; port: Port };

/** What the services know of a case's subjects, before it is drawn. */
export interface Material {
  tracks: { mmsi: string; name: string; track: Track }[];
  silences: Silence[];
  activities: Activity[];
  verdicts: Verdict[];
  matches: Match[];
  timeline: TimelineItem[];
  ports: Port[];
}

export interface Story {
  items: Map<string, StoryItem>;
  stretches: Stretch[];
  chart: Chart;
  lanes: Lane[];
}

const ms = (iso: string) => Date.parse(iso);
const day = 86_400_000;

function isLine(coordinates: number[][] | number[]): coordinates is number[][] {
  return Array.isArray(coordinates[0]);
}

function stretchesOf(tracks: Material['tracks']): Stretch[] {
  return tracks.flatMap(({ mmsi, name, track }) =>
    track.features.map(({ geometry, properties }, index) => ({
      id: `track-${mmsi}-${index}`,
      mmsi,
      name,
      from: properties.from,
      to: properties.to,
      fixes: properties.fixes,
      synthetic: properties.synthetic,
      line: isLine(geometry.coordinates) ? geometry.coordinates : [geometry.coordinates],
      times: properties.times.map(ms),
    })),
  );
}

function sightingsOf(verdicts: Verdict[]): { sighting: Sighting; verdicts: Verdict[] }[] {
  const found = new Map<string, { sighting: Sighting; verdicts: Verdict[] }>();
  for (const verdict of verdicts) {
    if (!verdict.sighting) continue;
    const known = found.get(verdict.sighting.id);
    if (known) known.verdicts.push(verdict);
    else found.set(verdict.sighting.id, { sighting: verdict.sighting, verdicts: [verdict] });
  }
  return [...found.values()];
}

/** The timeline repeats what has a record of its own; the record wins. */
function isTold(entry: TimelineItem, sightings: { sighting: Sighting }[]): boolean {
  if (entry.kind === 'silence' || entry.kind === 'activity' || entry.kind === 'verdict' || entry.kind === 'note' || entry.kind === 'change') return true;
  if (entry.kind === 'match') return true;
  return (
    entry.kind === 'sighting' &&
    sightings.some(({ sighting }) => Math.abs(ms(sighting.from) - ms(entry.at)) < day && (entry.latitudeDegrees === undefined || Math.abs(sighting.latitudeDegrees - entry.latitudeDegrees) < 0.05))
  );
}

function lengthOf(entry: TimelineItem): number {
  if (entry.to) return ms(entry.to);
  if (entry.precision === 'year') return ms(entry.at) + 365 * day;
  if (entry.precision === 'month') return ms(entry.at) + 30 * day;
  return ms(entry.at);
}

/** Weaves the material into one picture: the same ids on the map, in the lanes and in the drawer. */
export function weave(material: Material, now = Date.now()): Story {
  const items = new Map<string, StoryItem>();
  const features: ChartFeature[] = [];
  const stretches = stretchesOf(material.tracks);
  const silences = material.silences.filter((one) => one.state !== 'retracted' && one.state !== 'void');
  const verdicts = material.verdicts.filter((one) => one.outcome !== 'withdrawn');
  const sightings = sightingsOf(verdicts);
  const ais: LaneItem[] = [];
  const quiet: LaneItem[] = [];
  const seen: LaneItem[] = [];
  const listed: LaneItem[] = [];
  const facts: LaneItem[] = [];
  const kept = material.activities.filter((one) => one.state !== 'retracted');
  const byLook: Record<ActivityLook, LaneItem[]> = { visit: [], encounter: [], loitering: [], anomaly: [], identity: [], blip: quiet, outage: quiet };

  for (const port of material.ports) {
    const id = `port-${port.id}`;
    const at = [port.longitudeDegrees, port.latitudeDegrees];
    items.set(id, { type: 'port', port });
    if (port.radiusNauticalMiles) features.push(portArea(at, port.radiusNauticalMiles, { quiet: true }));
    features.push(mark('silent-port', at, { id, label: port.name, quiet: true }));
  }
  for (const stretch of stretches) {
    items.set(stretch.id, { type: 'stretch', stretch });
    if (stretch.line.length > 1) features.push(trackLine(stretch.line, { id: stretch.id, synthetic: stretch.synthetic }));
    else if (stretch.line[0]) features.push(mark('end', stretch.line[0], { id: stretch.id, synthetic: stretch.synthetic }));
    ais.push({ id: stretch.id, from: ms(stretch.from), to: ms(stretch.to), kind: 'track', label: `${stretch.name} · ${stretch.fixes} fixes`, synthetic: stretch.synthetic });
  }
  for (const silence of silences) {
    const id = `silence-${silence.id}`;
    items.set(id, { type: 'silence', silence, verdicts: verdicts.filter((one) => one.silenceId === silence.id) });
    const start = [silence.start.longitudeDegrees, silence.start.latitudeDegrees];
    if (silence.end) features.push(silenceLine(start, [silence.end.longitudeDegrees, silence.end.latitudeDegrees], { id }));
    else features.push(mark('end', start, { id, label: 'last report' }));
    quiet.push({ id, from: ms(silence.start.at), to: silence.end ? ms(silence.end.at) : now, kind: 'silence', label: `${silence.vessel.name ?? silence.vessel.mmsi} silent ${hours(silence.durationHours)}`, synthetic: silence.synthetic, isOpen: !silence.end });
  }
  for (const activity of new Map(kept.map((one) => [one.id, one])).values()) {
    const id = `activity-${activity.id}`;
    const look = lookOf(activity.kind);
    items.set(id, { type: 'activity', activity });
    byLook[look].push({
      id,
      from: ms(activity.from),
      to: activity.to ? ms(activity.to) : now,
      kind: activity.details.basis === 'inferred' ? 'inferred' : look === 'blip' ? 'track' : look === 'outage' ? 'silence' : look,
      label: activityTitle(activity),
      synthetic: activity.synthetic,
      isOpen: !activity.to,
    });
    if (look === 'identity') {
      // What she says of herself has no place: she is marked where she was when she said it.
      const at = whereabouts(stretches, activity.vessel?.mmsi, ms(activity.to ?? activity.from));
      if (at) features.push(mark('identity', at, { id, synthetic: activity.synthetic, quiet: true }));
      continue;
    }
    if (!activity.start || activity.kind === 'voyage' || look === 'outage') continue;
    const at = [activity.start.longitudeDegrees, activity.start.latitudeDegrees];
    const label = activity.details.port?.name;
    features.push(mark(look === 'blip' ? 'end' : look, at, { id, ...(label ? { label } : {}), synthetic: activity.synthetic, quiet: activity.details.basis === 'inferred' }));
    const { other, centreLatitudeDegrees: y, centreLongitudeDegrees: x, radiusNauticalMiles: radius } = activity.details;
    if (activity.kind === 'cloning' && other) features.push(jumpLine(at, [other.longitudeDegrees, other.latitudeDegrees], { id }));
    if (activity.kind === 'circling' && x !== undefined && y !== undefined && radius !== undefined) features.push(ringArea([x, y], radius, { id }));
    if (activity.kind === 'teleport' && activity.end) features.push(jumpLine(at, [activity.end.longitudeDegrees, activity.end.latitudeDegrees], { id }));
  }
  for (const { sighting, verdicts: reached } of sightings) {
    const id = `sighting-${sighting.id}`;
    items.set(id, { type: 'sighting', sighting, verdicts: reached });
    const at = [sighting.longitudeDegrees, sighting.latitudeDegrees];
    if (sighting.positionErrorMetres) features.push(errorCircle(at, sighting.positionErrorMetres, { id }));
    features.push(mark('sighting', at, { id, label: sighting.label ?? 'Sighting', synthetic: sighting.synthetic }));
    seen.push({ id, from: ms(sighting.from), to: ms(sighting.to), kind: 'sighting', label: sighting.label ?? 'Sighting', synthetic: sighting.synthetic });
  }
  for (const match of material.matches.filter((one) => one.state === 'hit' && one.listedSince)) {
    const id = `match-${match.id}`;
    items.set(id, { type: 'match', match });
    listed.push({ id, from: ms(match.listedSince ?? ''), to: now, kind: 'listing', label: `${match.listing.authority ?? match.listing.list}: ${match.listing.name ?? ''}`, synthetic: match.synthetic, isOpen: true });
  }
  material.timeline.forEach((entry, index) => {
    if (isTold(entry, sightings)) return;
    const id = entryId(entry, index);
    items.set(id, { type: 'entry', entry });
    const lane = entry.kind === 'listing' ? listed : entry.kind === 'sighting' ? seen : facts;
    lane.push({ id, from: ms(entry.at), to: lengthOf(entry), kind: entry.kind, label: entry.title, synthetic: entry.synthetic });
    if (entry.latitudeDegrees !== undefined && entry.longitudeDegrees !== undefined) {
      features.push(mark(entry.kind === 'sighting' ? 'sighting' : 'fact', [entry.longitudeDegrees, entry.latitudeDegrees], { id, label: entry.title, synthetic: entry.synthetic }));
    }
  });
  const all: Lane[] = [
    { name: 'AIS', items: ais, isMain: true },
    { name: 'Silences', items: quiet, isMain: quiet.every((one) => !one.isOpen) },
    { name: 'Port calls', items: byLook.visit },
    { name: 'Encounters', items: byLook.encounter },
    { name: 'Slow at sea', items: byLook.loitering },
    { name: 'Positions', items: byLook.anomaly },
    { name: 'Identity', items: byLook.identity },
    { name: 'Sightings', items: seen, isMain: true },
    { name: 'Listings', items: listed },
    { name: 'Facts', items: facts },
  ];
  const lanes = all.filter((lane) => lane.items.length > 0 || lane.name === 'AIS' || lane.name === 'Silences');
  return { items, stretches, chart: chartOf(features), lanes };
}

/** Where she was then, or at the nearest end of a stretch within a day of it. */
function whereabouts(stretches: Stretch[], mmsi: string | undefined, at: number): Position | undefined {
  let nearest: Position | undefined;
  let away = day;
  for (const stretch of stretches) {
    if (stretch.mmsi !== mmsi) continue;
    const within = stretch.times.length === stretch.line.length ? positionAt(stretch.times, stretch.line, at) : undefined;
    if (within) return within;
    for (const [end, place] of [[stretch.from, stretch.line[0]], [stretch.to, stretch.line.at(-1)]] as const) {
      if (place && Math.abs(ms(end) - at) < away) {
        away = Math.abs(ms(end) - at);
        nearest = place;
      }
    }
  }
  return nearest;
}

export type ActivityLook = 'visit' | 'encounter' | 'loitering' | 'anomaly' | 'identity' | 'blip' | 'outage';

export function lookOf(kind: string): ActivityLook {
  if (kind === 'port-visit' || kind === 'voyage') return 'visit';
  if (kind === 'encounter' || kind === 'loitering' || kind === 'blip') return kind;
  if (kind === 'feed-outage') return 'outage';
  return kind.startsWith('identity') || kind === 'draught-change' ? 'identity' : 'anomaly';
}

const titles: Record<string, string> = {
  'port-visit': 'Port call', voyage: 'Voyage', encounter: 'Encounter', loitering: 'Slow at sea', teleport: 'Jump of her position', cloning: 'Two tracks under one number',
  circling: 'Positions in a ring', 'position-zone': 'Area of impossible positions', 'identity-change': 'Change of identity', 'identity-conflict': 'Conflict of identity', 'draught-change': 'Change of draught',
  blip: 'Heard briefly between silences', 'feed-outage': 'Source itself silent',
};

const classes: Record<string, [short: string, meaning: string]> = {
  unexplained: ['unexplained', 'Others were heard there all the while, and she was not'],
  coverageHole: ['coverage hole', 'Others are not heard there either, or are lost where she was'],
  layUp: ['laid up', 'She lay at anchor or moored, and was not elsewhere afterwards'],
  feedOutage: ['feed out', 'The source itself fell silent'],
  jammingZone: ['area of false positions', 'An end of it lies where positions cannot be believed'],
  identitySwitch: ['another number appeared', 'A number of her length appeared within her reach'],
  unclassified: ['not clear', 'Others were heard there now and then'],
  unknown: ['reception not known', 'Too few others were heard there to say'],
};

/** What the reception of others says of a silence; nothing while it is not said. */
export const silenceClass = (name: string | undefined) => {
  const known = name === undefined ? undefined : classes[name];
  return known && { short: known[0], meaning: known[1] };
};

export const kindTitle = (kind: string) => titles[kind] ?? words(kind);

/** What it is, in words that conclude no more than the data do. */
export function activityTitle(activity: Activity): string {
  const { kind, details, others } = activity;
  if (kind === 'port-visit') return details.basis === 'inferred' ? `${details.port?.name ?? 'Port'}: call inferred` : `${details.port?.name ?? 'Port'}${details.confidence === 1 ? ', passed' : ''}`;
  if (kind === 'encounter' && others[0]) return `Near ${others[0].name ?? `MMSI ${others[0].mmsi}`}`;
  if (kind === 'voyage') return details.basis === 'inferred' ? `Voyage possible, at most ${details.atMost ?? '?'}` : (activity.reason ?? 'Voyage');
  return kindTitle(kind);
}

export const entryId = (entry: TimelineItem, index: number) => `entry-${entry.evidenceId ?? `${index}-${entry.at}`}`;

/** Where each vessel was at the cursor; nothing is said of the time between stretches. */
export function withCursor(story: Story, at: number | undefined): Chart {
  if (at === undefined) return story.chart;
  const here = story.stretches.flatMap((stretch) => {
    const position = stretch.times.length === stretch.line.length ? positionAt(stretch.times, stretch.line, at) : undefined;
    return position ? [mark('cursor', position, { label: stretch.name, quiet: true })] : [];
  });
  return here.length === 0 ? story.chart : { ...story.chart, features: [...story.chart.features, ...here] };
}

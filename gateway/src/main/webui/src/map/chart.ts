import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { circle, greatCircle, unwrapped } from './geometry';

export type LineKind = 'track' | 'silence' | 'jump';
export type PointKind = 'visit' | 'encounter' | 'loitering' | 'anomaly' | 'identity' | 'sighting' | 'silent-port' | 'port' | 'fact' | 'vessel' | 'lead' | 'question' | 'end' | 'cursor';

interface Look {
  id?: string;
  label?: string;
  outcome?: string;
  synthetic?: boolean;
  quiet?: boolean;
}

export type ChartFeature =
  | Feature<LineString, Look & { kind: LineKind }>
  | Feature<Point, Look & { kind: PointKind }>
  | Feature<Polygon, Look & { kind: 'error' | 'area' | 'ring' | 'reach' | 'reach-other' | 'footprint' | 'hull'; certain?: boolean }>;

export type Chart = FeatureCollection<LineString | Point | Polygon>;

export const trackLine = (line: Position[], look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'track', ...look },
  geometry: { type: 'LineString', coordinates: unwrapped(line) },
});

export const silenceLine = (from: Position, to: Position, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'silence', ...look },
  geometry: { type: 'LineString', coordinates: greatCircle(from, to) },
});

/** From one place to one that cannot have been reached: drawn straight, for nobody sailed it. */
export const jumpLine = (from: Position, to: Position, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'jump', ...look },
  geometry: { type: 'LineString', coordinates: unwrapped([from, to]) },
});

export const mark = (kind: PointKind, at: Position, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind, ...look },
  geometry: { type: 'Point', coordinates: at },
});

/** One standard deviation around a sighting. */
export const errorCircle = (at: Position, metres: number, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'error', ...look },
  geometry: { type: 'Polygon', coordinates: [circle(at, metres / 1852)] },
});

export const portArea = (at: Position, radiusNauticalMiles: number, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'area', ...look },
  geometry: { type: 'Polygon', coordinates: [circle(at, radiusNauticalMiles)] },
});

/** Around which her positions go. */
export const ringArea = (at: Position, radiusNauticalMiles: number, look: Look): ChartFeature => ({
  type: 'Feature',
  properties: { kind: 'ring', ...look },
  geometry: { type: 'Polygon', coordinates: [circle(at, radiusNauticalMiles)] },
});

/** What a scene shows, or the outline of a hull; its parts on both sides of the antimeridian are drawn as one. */
export const areaOutlines = (kind: 'footprint' | 'hull', area: Polygon | MultiPolygon, look: Look): ChartFeature[] =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) => ({
    type: 'Feature',
    properties: { kind, ...look },
    geometry: { type: 'Polygon', coordinates: rings.map((ring) => unwrapped(ring)) },
  }));

/** A cell in which a silent ship can have been; drawn, but never framed for. */
export const reachCell = (coordinates: Position[][], certain: boolean, kind: 'reach' | 'reach-other' = 'reach'): ChartFeature => ({
  type: 'Feature',
  properties: { kind, certain, quiet: true },
  geometry: { type: 'Polygon', coordinates },
});

export const chartOf = (features: ChartFeature[]): Chart => ({ type: 'FeatureCollection', features });

export function positionsOf(chart: Chart): Position[] {
  return chart.features.flatMap(({ geometry, properties }) => {
    if (properties?.quiet) return [];
    if (geometry.type === 'Point') return [geometry.coordinates];
    if (geometry.type === 'LineString') return geometry.coordinates;
    return geometry.coordinates[0] ?? [];
  });
}

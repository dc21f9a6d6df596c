import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

const light = {
  sea: '#dfe8ee', land: '#f7f5f0', coast: '#9aa7ae', border: '#c9c4b8', grid: '#c8d4dc', text: '#151515', halo: '#ffffff',
  track: '#0b5c94', synthetic: '#6a4c93', silence: '#b3471d', sighting: '#147a4b', port: '#5b5f66', fact: '#7a5200', pick: '#a30d6a', visit: '#3d5a80', encounter: '#8a1c5b', loitering: '#6b6100', anomaly: '#b00020', identity: '#00665c',
};
const dark: typeof light = {
  sea: '#10202b', land: '#26292d', coast: '#566874', border: '#3b3f45', grid: '#1c313f', text: '#f0f0f0', halo: '#0c151c',
  track: '#6cb8f0', synthetic: '#c3a6ec', silence: '#f39a6b', sighting: '#6bd6a0', port: '#b4bac2', fact: '#e8c15c', pick: '#ff86c8', visit: '#9db8dc', encounter: '#f08cc0', loitering: '#d6cb5e', anomaly: '#ff8a8a', identity: '#5fd0c2',
};

export const chartColours = (isDark: boolean) => (isDark ? dark : light);

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
const font = ['sans-serif'];
const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]];

/** The whole chart in one style: nothing is fetched, labels are drawn with the browser's own fonts. */
export function chartStyle(isDark: boolean): StyleSpecification {
  const c = chartColours(isDark);
  const lineColour: ExpressionSpecification = ['case', ['==', ['get', 'synthetic'], true], c.synthetic, c.track];
  const pointColour: ExpressionSpecification = [
    'match', ['get', 'kind'],
    'sighting', c.sighting, 'silent-port', c.port, 'port', c.port, 'fact', c.fact, 'question', c.pick, 'lead', c.silence, 'cursor', c.pick,
    'end', c.silence, 'visit', c.visit, 'encounter', c.encounter, 'loitering', c.loitering, 'anomaly', c.anomaly, 'identity', c.identity, c.track,
  ];
  const layers: LayerSpecification[] = [
    { id: 'sea', type: 'background', paint: { 'background-color': c.sea } },
    { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': c.grid, 'line-width': 1 } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': c.land, 'fill-outline-color': c.coast } },
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': c.coast, 'line-width': 0.7 } },
    { id: 'borders', type: 'line', source: 'borders', maxzoom: 8, paint: { 'line-color': c.border, 'line-width': 0.8 } },
    { id: 'reach', type: 'fill', source: 'chart', filter: kind('reach'), paint: { 'fill-color': c.silence, 'fill-opacity': ['case', ['==', ['get', 'certain'], true], 0.3, 0.14], 'fill-antialias': false } },
    { id: 'reach-other', type: 'fill', source: 'chart', filter: kind('reach-other'), paint: { 'fill-color': c.track, 'fill-opacity': ['case', ['==', ['get', 'certain'], true], 0.3, 0.14], 'fill-antialias': false } },
    { id: 'footprints', type: 'fill', source: 'chart', filter: kind('footprint'), paint: { 'fill-color': c.fact, 'fill-opacity': 0.1 } },
    { id: 'footprint-edges', type: 'line', source: 'chart', filter: kind('footprint'), paint: { 'line-color': c.fact, 'line-width': 1.4 } },
    { id: 'chosen-area', type: 'line', source: 'chart', filter: ['==', ['get', 'id'], ''], paint: { 'line-color': c.pick, 'line-width': 3 } },
    { id: 'hulls', type: 'line', source: 'chart', filter: kind('hull'), paint: { 'line-color': c.sighting, 'line-width': 2 } },
    { id: 'areas', type: 'fill', source: 'chart', filter: kind('area'), paint: { 'fill-color': c.port, 'fill-opacity': 0.12 } },
    { id: 'area-edges', type: 'line', source: 'chart', filter: kind('area'), paint: { 'line-color': c.port, 'line-width': 1, 'line-dasharray': [2, 2] } },
    { id: 'rings', type: 'line', source: 'chart', filter: kind('ring'), paint: { 'line-color': c.anomaly, 'line-width': 1.4, 'line-dasharray': [1, 3] } },
    { id: 'errors', type: 'fill', source: 'chart', filter: kind('error'), paint: { 'fill-color': c.sighting, 'fill-opacity': 0.18 } },
    { id: 'error-edges', type: 'line', source: 'chart', filter: kind('error'), paint: { 'line-color': c.sighting, 'line-width': 1 } },
    {
      id: 'chosen-line', type: 'line', source: 'chart', filter: ['==', ['get', 'id'], ''],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': c.pick, 'line-width': 9, 'line-opacity': 0.4 },
    },
    {
      id: 'silences', type: 'line', source: 'chart', filter: kind('silence'),
      paint: { 'line-color': c.silence, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'jumps', type: 'line', source: 'chart', filter: kind('jump'),
      paint: { 'line-color': c.anomaly, 'line-width': 1.4, 'line-dasharray': [1, 3] },
    },
    {
      id: 'tracks', type: 'line', source: 'chart', filter: ['all', kind('track'), ['!=', ['get', 'synthetic'], true]],
      layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': lineColour, 'line-width': 2.2 },
    },
    {
      id: 'synthetic-tracks', type: 'line', source: 'chart', filter: ['all', kind('track'), ['==', ['get', 'synthetic'], true]],
      layout: { 'line-join': 'round' }, paint: { 'line-color': lineColour, 'line-width': 2.4, 'line-dasharray': [6, 1, 1.2, 1] },
    },
    { id: 'line-hits', type: 'line', source: 'chart', filter: kind('track', 'silence', 'jump'), paint: { 'line-color': c.track, 'line-width': 14, 'line-opacity': 0.001 } },
    {
      id: 'chosen-point', type: 'circle', source: 'chart', filter: ['==', ['get', 'id'], ''],
      paint: { 'circle-radius': 13, 'circle-color': c.pick, 'circle-opacity': 0.35 },
    },
    {
      id: 'points', type: 'circle', source: 'chart', filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'circle-sort-key': ['match', ['get', 'kind'], 'cursor', 9, 'question', 8, 'sighting', 7, 'lead', 6, 'vessel', 5, 'fact', 3, 1] },
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'visit', 4.5, 'loitering', 5, 'silent-port', 4, 'port', 3, 'end', 3.5, 'cursor', 7, 'sighting', 6.5, 6],
        'circle-color': ['match', ['get', 'kind'], 'silent-port', c.halo, 'cursor', c.pick, pointColour],
        'circle-stroke-color': ['match', ['get', 'kind'], 'silent-port', c.port, 'sighting', c.halo, c.halo],
        'circle-stroke-width': ['match', ['get', 'kind'], 'silent-port', 2, 1.6],
      },
    },
    {
      id: 'labels', type: 'symbol', source: 'chart', filter: ['all', ['==', ['geometry-type'], 'Point'], ['has', 'label']],
      layout: {
        'text-field': ['get', 'label'], 'text-font': font,
        'text-size': ['match', ['get', 'kind'], 'silent-port', 11, 'port', 11, 12],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.9, 'text-justify': 'auto',
        'text-max-width': 14, 'text-optional': true,
        'symbol-sort-key': ['match', ['get', 'kind'], 'sighting', 0, 'question', 0, 'lead', 0, 'silent-port', 1, 2],
      },
      paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
    },
    {
      id: 'grid-labels', type: 'symbol', source: 'grid', minzoom: 2,
      layout: { 'text-field': ['get', 'label'], 'text-font': font, 'text-size': 10, 'symbol-placement': 'line', 'symbol-spacing': 600 },
      paint: { 'text-color': c.coast, 'text-halo-color': c.sea, 'text-halo-width': 1 },
    },
  ];
  const source = { type: 'geojson' as const, data: empty };
  return {
    version: 8,
    sources: { land: source, borders: source, grid: { type: 'geojson', data: graticule() }, chart: source },
    layers,
  };
}

/** Every ten degrees. */
function graticule(): FeatureCollection {
  const line = (label: string, coordinates: number[][]) => ({
    type: 'Feature' as const, properties: { label }, geometry: { type: 'LineString' as const, coordinates },
  });
  const steps = (from: number, to: number) => Array.from({ length: (to - from) / 10 + 1 }, (_, i) => from + 10 * i);
  return {
    type: 'FeatureCollection',
    features: [
      ...steps(-180, 170).map((x) => line(`${Math.abs(x)}°${x < 0 ? ' W' : x > 0 ? ' E' : ''}`, steps(-80, 80).map((y) => [x, y]))),
      ...steps(-80, 80).map((y) => line(`${Math.abs(y)}°${y < 0 ? ' S' : y > 0 ? ' N' : ''}`, steps(-180, 180).map((x) => [x, y]))),
    ],
  };
}

import type { Scene } from '../api/scenes';
import { parsePlace } from '../ui/format';

/** A footprint as people write it: GeoJSON, or one corner a line. */
export function parseFootprint(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (trimmed.startsWith('{')) {
    try {
      const json: unknown = JSON.parse(trimmed);
      return typeof json === 'object' && json !== null && 'geometry' in json ? json.geometry : json;
    } catch {
      return undefined;
    }
  }
  const corners = trimmed.split(/\n+/).map((line) => parsePlace(line));
  if (corners.length < 3) return undefined;
  const ring: number[][] = [];
  for (const corner of corners) {
    if (!corner) return undefined;
    ring.push([corner.longitudeDegrees, corner.latitudeDegrees]);
  }
  const [first] = ring;
  if (first) ring.push(first);
  return { type: 'Polygon', coordinates: [ring] };
}

type Band = Scene['recallByLength'][number];

/** `50-100: 80 %` a line; `100-: 95 %` has no upper bound. */
export function parseRecall(text: string): Band[] | undefined {
  const bands: Band[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const found = /^\s*(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)?\s*:\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(line);
    if (!found) return undefined;
    bands.push({ fromMetres: Number(found[1]), toMetres: found[2] === undefined ? undefined : Number(found[2]), recall: Number(found[3]) / 100 });
  }
  return bands;
}

export const recallText = (bands: Band[]) => bands.map((one) => `${one.fromMetres}-${one.toMetres ?? ''}: ${Math.round(one.recall * 1000) / 10} %`).join('\n');

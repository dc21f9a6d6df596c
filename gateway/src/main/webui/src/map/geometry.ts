import type { Position } from 'geojson';

const radiusNauticalMiles = 3440.065;
const rad = (degrees: number) => (degrees * Math.PI) / 180;
const deg = (radians: number) => (radians * 180) / Math.PI;

/** Moves each longitude next to the one before, so that a line over ±180° stays a short line. */
export function unwrapped(line: readonly Position[]): Position[] {
  let shift = 0;
  let before: number | undefined;
  return line.map((position) => {
    const longitude = position[0] ?? 0;
    if (before !== undefined) {
      if (longitude + shift - before > 180) shift -= 360;
      else if (longitude + shift - before < -180) shift += 360;
    }
    before = longitude + shift;
    return [before, position[1] ?? 0];
  });
}

/** A ring that may be filled: unwrapped, and led around the pole when it encircles one. */
export function fillable(ring: readonly Position[]): Position[] {
  const line = unwrapped(ring);
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return line;
  const turn = (last[0] ?? 0) - (first[0] ?? 0);
  if (Math.abs(turn) < 180) return line;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...line, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

export function distanceNauticalMiles(from: Position, to: Position): number {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const a =
    Math.sin(rad(y2 - y1) / 2) ** 2 + Math.cos(rad(y1)) * Math.cos(rad(y2)) * Math.sin(rad(x2 - x1) / 2) ** 2;
  return 2 * radiusNauticalMiles * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The shortest way over the globe in `steps` pieces; for showing, it may cross land. */
export function greatCircle(from: Position, to: Position, steps = 48): Position[] {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const angle = distanceNauticalMiles(from, to) / radiusNauticalMiles;
  if (angle < 1e-6) return [from, to];
  const points = Array.from({ length: steps + 1 }, (_, i): Position => {
    const f = i / steps;
    const a = Math.sin((1 - f) * angle) / Math.sin(angle);
    const b = Math.sin(f * angle) / Math.sin(angle);
    const x = a * Math.cos(rad(y1)) * Math.cos(rad(x1)) + b * Math.cos(rad(y2)) * Math.cos(rad(x2));
    const y = a * Math.cos(rad(y1)) * Math.sin(rad(x1)) + b * Math.cos(rad(y2)) * Math.sin(rad(x2));
    const z = a * Math.sin(rad(y1)) + b * Math.sin(rad(y2));
    return [deg(Math.atan2(y, x)), deg(Math.atan2(z, Math.hypot(x, y)))];
  });
  return unwrapped(points);
}

/** A ring of the given radius around a place. */
export function circle(centre: Position, radius: number, steps = 64): Position[] {
  const [x = 0, y = 0] = centre;
  const angle = radius / radiusNauticalMiles;
  const ring = Array.from({ length: steps + 1 }, (_, i): Position => {
    const bearing = (2 * Math.PI * i) / steps;
    const latitude = Math.asin(
      Math.sin(rad(y)) * Math.cos(angle) + Math.cos(rad(y)) * Math.sin(angle) * Math.cos(bearing),
    );
    const longitude =
      rad(x) +
      Math.atan2(
        Math.sin(bearing) * Math.sin(angle) * Math.cos(rad(y)),
        Math.cos(angle) - Math.sin(rad(y)) * Math.sin(latitude),
      );
    return [deg(longitude), deg(latitude)];
  });
  return unwrapped(ring);
}

export type Box = [west: number, south: number, east: number, north: number];

/** The smallest box around all positions, over ±180° when that is shorter. */
export function boxAround(positions: readonly Position[]): Box | undefined {
  const longitudes = positions.map((p) => ((((p[0] ?? 0) % 360) + 360) % 360)).sort((a, b) => a - b);
  const latitudes = positions.map((p) => p[1] ?? 0);
  const firstLongitude = longitudes[0];
  if (firstLongitude === undefined) return undefined;
  let west = firstLongitude;
  let east = longitudes.at(-1) ?? firstLongitude;
  let widest = firstLongitude + 360 - east;
  for (let i = 1; i < longitudes.length; i++) {
    const hole = (longitudes[i] ?? 0) - (longitudes[i - 1] ?? 0);
    if (hole > widest) {
      widest = hole;
      west = longitudes[i] ?? 0;
      east = (longitudes[i - 1] ?? 0) + 360;
    }
  }
  const shift = west > 180 ? -360 : 0;
  let south = Infinity;
  let north = -Infinity;
  for (const latitude of latitudes) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west + shift, south, east + shift, north];
}

/** Where a ship was at an instant, between two reports of one stretch. */
export function positionAt(times: readonly number[], line: readonly Position[], at: number): Position | undefined {
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || at < first || at > last) return undefined;
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const a = line[low];
  const b = line[high];
  if (!a || !b) return undefined;
  const span = (times[high] ?? 0) - (times[low] ?? 0);
  const f = span === 0 ? 0 : (at - (times[low] ?? 0)) / span;
  return [(a[0] ?? 0) + f * ((b[0] ?? 0) - (a[0] ?? 0)), (a[1] ?? 0) + f * ((b[1] ?? 0) - (a[1] ?? 0))];
}

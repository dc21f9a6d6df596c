import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { fillable, unwrapped } from './geometry';
import bordersAddress from 'world-atlas/countries-50m.json?url';
import coarseAddress from 'world-atlas/land-50m.json?url';
import fineAddress from 'world-atlas/land-10m.json?url';

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

export interface Land {
  land: FeatureCollection<Polygon>;
  borders: FeatureCollection<MultiLineString>;
}

const worlds = new Map<string, Promise<World>>();

function world(address: string): Promise<World> {
  const known = worlds.get(address);
  if (known) return known;
  const loading = fetch(address).then((response) => response.json() as Promise<World>);
  worlds.set(address, loading);
  loading.catch(() => worlds.delete(address));
  return loading;
}

function polygons(topology: World): FeatureCollection<Polygon> {
  const all = feature(topology, topology.objects.land);
  const parts: MultiPolygon['coordinates'] = all.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  );
  return {
    type: 'FeatureCollection',
    features: parts.map((rings) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings.map(fillable) },
    })),
  };
}

/** Land and borders for a first look, half a megabyte each. */
export async function coarseLand(): Promise<Land> {
  const [land, countries] = await Promise.all([world(coarseAddress), world(bordersAddress)]);
  const lines = mesh(countries, countries.objects.countries, (a, b) => a !== b);
  return {
    land: polygons(land),
    borders: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: { type: 'MultiLineString', coordinates: lines.coordinates.map((line) => unwrapped(line)) },
        },
      ],
    },
  };
}

/** Coasts at 1:10 million, for looking closely. */
export const fineLand = async (): Promise<FeatureCollection<Polygon>> => polygons(await world(fineAddress));

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf, vesselRef } from './schema';

const base = '/api/imagery/v1';

const margins = z.object({
  lowerBoundFromStartNauticalMiles: z.number(),
  lowerBoundToEndNauticalMiles: maybe(z.number()),
  exclusionSpeedKnots: z.number(),
  arrivalHours: z.number(),
  departureHours: maybe(z.number()),
  pathFromStartNauticalMiles: maybe(z.number()),
  pathToEndNauticalMiles: maybe(z.number()),
});

const outcome = z.enum(['consistent', 'excluded', 'undecided', 'withdrawn']);
export type Outcome = z.infer<typeof outcome>;

export const motions = ['moored', 'anchored', 'alongside-ship', 'under-way'] as const;
export const hullFeatures = [
  'superstructure-forward', 'superstructure-midships', 'superstructure-aft', 'ro-ro-ramp', 'deck-cranes', 'hatch-covers', 'container-stacks', 'deck-pipes', 'gas-tanks', 'flat-deck',
] as const;

/** GeoJSON as the services write it: cut in two at the antimeridian. */
export const area = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.array(z.number())))) }),
]);
export type Area = z.infer<typeof area>;

/** What an image shows of a ship beyond place and length; absent means not stated. */
const observation = z.object({
  sceneId: maybe(z.string()),
  outline: maybe(area),
  beamMetres: maybe(z.number()),
  beamErrorMetres: maybe(z.number()),
  headingErrorDegrees: maybe(z.number()),
  isHeadingAmbiguous: maybe(z.boolean()),
  hullLayout: listOf(z.string()),
  motion: maybe(z.string()),
  hasWake: maybe(z.boolean()),
  colourNote: maybe(z.string()),
  confidence: maybe(z.number()),
  observer: maybe(z.string()),
  secondReader: maybe(z.string()),
  azimuthShiftErrorMetres: maybe(z.number()),
  groundResolutionMetres: maybe(z.number()),
});
export type Observation = z.infer<typeof observation>;

export const sighting = z.object({
  id: z.string(),
  version: z.number(),
  state: maybe(z.string()),
  from: instant,
  to: instant,
  latitudeDegrees: z.number(),
  longitudeDegrees: z.number(),
  positionErrorMetres: maybe(z.number()),
  lengthMetres: maybe(z.number()),
  lengthErrorMetres: maybe(z.number()),
  headingDegrees: maybe(z.number()),
  label: maybe(z.string()),
  sensor: maybe(z.string()),
  source: maybe(z.string()),
  licence: maybe(z.string()),
  note: maybe(z.string()),
  sceneId: maybe(z.string()),
  observation: maybe(observation),
  synthetic: flag,
  recordedBy: maybe(z.string()),
  recordedAt: maybe(instant),
  verdicts: maybe(z.object({ consistent: count, excluded: count, undecided: count })),
});
export type Sighting = z.infer<typeof sighting>;

export const verdict = z.object({
  id: maybe(z.string()),
  version: maybe(z.number()),
  sightingId: maybe(z.string()),
  silenceId: maybe(z.string()),
  vessel: vesselRef,
  outcome,
  method: maybe(z.string()),
  margins: maybe(margins),
  otherCandidates: count,
  explanation: maybe(z.string()),
  synthetic: flag,
  reachedAt: maybe(instant),
  silence: maybe(
    z.object({
      id: z.string(),
      version: maybe(z.number()),
      state: maybe(z.string()),
      start: maybe(z.union([instant, z.object({ at: instant })])),
      end: maybe(z.union([instant, z.object({ at: instant })])),
      durationHours: maybe(z.number()),
    }),
  ),
  sighting: maybe(sighting),
  proof: maybe(z.object({ wayFromStart: maybe(z.array(z.array(z.number()))), wayToEnd: maybe(z.array(z.array(z.number()))) })),
  association: maybe(z.object({ state: z.string() })),
  likelihood: maybe(
    z.object({
      posterior: z.number(),
      posteriorAmongSilent: maybe(z.number()),
      chanceRate: maybe(z.number()),
      hull: maybe(z.record(z.string(), z.number())),
      absence: maybe(z.number()),
      explanation: maybe(z.string()),
    }),
  ),
});
export type Verdict = z.infer<typeof verdict>;

const transmitting = z.object({
  vessel: vesselRef,
  distanceNauticalMiles: z.number(),
  at: maybe(instant),
  latitudeDegrees: maybe(z.number()),
  longitudeDegrees: maybe(z.number()),
  isInterpolated: flag,
  synthetic: flag,
  match: maybe(z.object({ label: z.string(), explanation: maybe(z.string()) })),
});

export const candidates = z.object({
  sightingId: maybe(z.string()),
  method: maybe(z.string()),
  silent: listOf(verdict),
  transmitting: listOf(transmitting),
  transmittingState: maybe(z.string()),
  counts: maybe(z.object({ silences: count, consistent: count, undecided: count, excluded: count })),
  neverTransmitting: maybe(z.object({ posterior: z.number(), emptyScenes: listOf(z.object({ name: z.string() })), explanation: maybe(z.string()) })),
});
export type Candidates = z.infer<typeof candidates>;

/** A port that AIS-derived lists miss. */
const port = z.object({
  id: z.string(),
  name: z.string(),
  aliases: listOf(z.string()),
  kind: maybe(z.string()),
  country: maybe(z.string()),
  latitudeDegrees: z.number(),
  longitudeDegrees: z.number(),
  radiusNauticalMiles: maybe(z.number()),
  why: maybe(z.string()),
  source: maybe(z.string()),
});
export type Port = z.infer<typeof port>;

const importResult = z.object({
  accepted: count,
  alreadyThere: count,
  rejectedCount: maybe(z.number()),
  rejected: listOf(
    z.object({
      row: maybe(z.union([z.number(), z.string()])),
      field: maybe(z.string()),
      detail: maybe(z.string()),
    }),
  ),
  dryRun: flag,
});
export type ImportResult = z.infer<typeof importResult>;

export interface NewSighting {
  at?: string;
  from?: string;
  to?: string;
  latitudeDegrees: number;
  longitudeDegrees: number;
  positionErrorMetres?: number;
  lengthMetres?: number;
  lengthErrorMetres?: number;
  headingDegrees?: number;
  label?: string;
  sensor?: string;
  source?: string;
  licence?: string;
  note?: string;
  sceneId?: string;
  synthetic?: boolean;
  observation?: Partial<Omit<Observation, 'sceneId'>>;
}

export interface Question {
  latitudeDegrees: number;
  longitudeDegrees: number;
  at: string;
  positionErrorMetres?: number;
  lengthMetres?: number;
}

export const sightingPath = (id: string) => `${base}/sightings/${id}`;
export const verdictPath = (id: string) => `${base}/verdicts/${id}`;

export const sightingsQuery = queryOptions({
  queryKey: ['imagery', 'sightings'],
  queryFn: ({ signal }) => api.get(`${base}/sightings`, pageOf(sighting), { query: { limit: 200 }, signal }),
});

export const sightingsOf = (sceneId: string) =>
  queryOptions({
    queryKey: ['imagery', 'sightings', 'of', sceneId],
    queryFn: ({ signal }) => api.get(`${base}/sightings`, pageOf(sighting), { query: { scene: sceneId, limit: 200 }, signal }),
  });

export const sightingQuery = (id: string) =>
  queryOptions({
    queryKey: ['imagery', 'sighting', id],
    queryFn: ({ signal }) => api.get(sightingPath(id), sighting, { signal }),
  });

const sightingVersion = sighting.extend({ changedBy: z.string(), changedAt: instant });
export type SightingVersion = z.infer<typeof sightingVersion>;

/** Newest first: what a correction supersedes stays readable. */
export const sightingVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['imagery', 'sighting', id, 'versions'],
    queryFn: ({ signal }) => api.get(`${sightingPath(id)}/versions`, z.object({ items: z.array(sightingVersion) }), { signal }),
  });

export const sightingCandidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['imagery', 'sighting', id, 'candidates'],
    queryFn: ({ signal }) => api.get(`${sightingPath(id)}/candidates`, candidates, { signal }),
  });

export const verdictsQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['imagery', 'verdicts', mmsi],
    queryFn: ({ signal }) =>
      api.get(`${base}/vessels/${encodeURIComponent(mmsi)}/verdicts`, pageOf(verdict), { query: { limit: 200 }, signal }),
  });

export const portsQuery = queryOptions({
  queryKey: ['imagery', 'ports'],
  queryFn: ({ signal }) => api.get(`${base}/ports`, pageOf(port), { signal }),
  staleTime: 10 * 60_000,
  retry: false,
});

export const whatIfQuery = (question: Question | undefined) =>
  queryOptions({
    queryKey: ['imagery', 'what-if', question],
    queryFn: ({ signal }) => api.post(`${base}/what-if`, candidates, { body: question, signal }),
    enabled: question !== undefined,
    retry: false,
  });

export const recordSighting = (body: NewSighting) => api.post(`${base}/sightings`, sighting, { body });

/** The whole sighting as it should be. */
export const correctSighting = (id: string, version: number, body: NewSighting) => api.put(sightingPath(id), sighting, { body, ifMatch: `"${version}"` });

export const withdrawSighting = (id: string) => api.delete(sightingPath(id));

export interface ImportOptions {
  format: 'csv' | 'geojson';
  source: string;
  sensor: string;
  licence?: string;
  /** For rows that say no time. */
  at?: string;
  /** Columns the importer does not know by themselves, by field. */
  mapping: Record<string, string>;
  dryRun: boolean;
}

export const importSightings = (file: File, { mapping, ...options }: ImportOptions) =>
  api.post(`${base}/sightings/imports`, importResult, {
    query: { ...options, ...Object.fromEntries(Object.entries(mapping).map(([field, column]) => [`map.${field}`, column])) },
    raw: file,
    contentType: options.format === 'csv' ? 'text/csv' : 'application/geo+json',
  });

export const importScenes = (file: File, provider: string, licence: string, dryRun: boolean) =>
  api.post(`${base}/scenes/imports`, importResult, {
    query: { format: isCsv(file) ? 'csv' : 'geojson', provider, licence, dryRun },
    raw: file,
    contentType: isCsv(file) ? 'text/csv' : 'application/geo+json',
  });

const isCsv = (file: File) => /\.(csv|tsv|txt)$/i.test(file.name);

/** A verdict's silence names its ends as times or as positions. */
export const timeOf = (end: string | { at: string } | undefined) => (typeof end === 'string' ? end : end?.at);

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, countsByName, flag, instant, listOf, maybe, pageOf, vesselRef } from './schema';

const base = '/api/ais/v1';

const receivers = z
  .record(z.string(), z.object({ reports: count, first: count }))
  .nullish()
  .transform((value) => value ?? {});

export const job = z.object({
  id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  fileName: maybe(z.string()),
  source: maybe(z.string()),
  synthetic: flag,
  sha256: maybe(z.string()),
  sizeBytes: count,
  progress: count,
  submittedBy: maybe(z.string()),
  submittedAt: maybe(instant),
  startedAt: maybe(instant),
  finishedAt: maybe(instant),
  error: maybe(z.unknown()),
  counts: z
    .object({
      lines: count,
      sentences: count,
      messages: count,
      fixes: count,
      duplicates: count,
      ignored: count,
      rejected: count,
    })
    .nullish()
    .transform(
      (value) =>
        value ?? { lines: 0, sentences: 0, messages: 0, fixes: 0, duplicates: 0, ignored: 0, rejected: 0 },
    ),
  messagesByType: countsByName,
  rejectsByReason: countsByName,
  doubtsByReason: countsByName,
  receivers,
});
export type Job = z.infer<typeof job>;

const reject = z.object({
  line: z.number(),
  reason: z.string(),
  detail: maybe(z.string()),
  text: maybe(z.string()),
});

const lastPosition = z.object({
  at: instant,
  latitudeDegrees: z.number(),
  longitudeDegrees: z.number(),
  speedKnots: maybe(z.number()),
  courseDegrees: maybe(z.number()),
});
export type ReportedPosition = z.infer<typeof lastPosition>;

const identity = z.object({
  imo: maybe(z.string()),
  name: maybe(z.string()),
  callSign: maybe(z.string()),
  shipTypeCode: maybe(z.number()),
  lengthMetres: maybe(z.number()),
  beamMetres: maybe(z.number()),
  firstSeenAt: maybe(instant),
  lastSeenAt: maybe(instant),
  source: maybe(z.string()),
  synthetic: flag,
});

export const vessel = z.object({
  mmsi: z.string(),
  imo: maybe(z.string()),
  name: maybe(z.string()),
  callSign: maybe(z.string()),
  shipTypeCode: maybe(z.number()),
  shipType: maybe(z.string()),
  lengthMetres: maybe(z.number()),
  beamMetres: maybe(z.number()),
  flagClaimedByMid: maybe(z.string()),
  firstSeenAt: maybe(instant),
  lastSeenAt: maybe(instant),
  lastPosition: maybe(lastPosition),
  fixes: count,
  synthetic: flag,
  sources: listOf(z.string()),
  identities: listOf(identity),
});
export type Vessel = z.infer<typeof vessel>;

export const silence = z.object({
  id: z.string(),
  kind: maybe(z.string()),
  version: z.number(),
  supersedes: maybe(z.number()),
  state: z.enum(['open', 'reappeared', 'not-reobserved', 'void', 'retracted']),
  vessel: vesselRef,
  start: lastPosition,
  end: maybe(lastPosition),
  durationHours: z.number(),
  usualIntervalSeconds: maybe(z.number()),
  classification: maybe(z.string()),
  reason: maybe(z.string()),
  synthetic: flag,
  sources: listOf(z.string()),
  parameters: z.record(z.string(), z.string()).nullish().transform((value) => value ?? {}),
  derivedAt: maybe(instant),
});
export type Silence = z.infer<typeof silence>;

/** Everything derived from tracks but silences; what is particular to a kind is in its details. */
export const activityKinds = [
  'port-visit', 'voyage', 'encounter', 'loitering', 'teleport', 'cloning', 'circling', 'position-zone', 'identity-change', 'identity-conflict', 'draught-change',
  'blip', 'feed-outage',
] as const;

const portRef = z.object({ id: z.string(), name: z.string(), country: maybe(z.string()) });

export const activity = z.object({
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  supersedes: maybe(z.number()),
  state: z.string(),
  vessel: maybe(vesselRef),
  others: listOf(vesselRef),
  from: instant,
  to: maybe(instant),
  start: maybe(lastPosition),
  end: maybe(lastPosition),
  durationHours: count,
  details: z.looseObject({
    port: maybe(portRef),
    basis: maybe(z.string()),
    confidence: maybe(z.number()),
    corroboration: listOf(z.string()),
    attribution: maybe(z.string()),
    atMost: maybe(z.number()),
    tiers: listOf(z.string()),
    closestMetres: maybe(z.number()),
    medianSpeedKnots: maybe(z.number()),
    meanSpeedKnots: maybe(z.number()),
    silenceId: maybe(z.string()),
    zoneId: maybe(z.string()),
    ships: maybe(z.number()),
    other: maybe(lastPosition),
    centreLatitudeDegrees: maybe(z.number()),
    centreLongitudeDegrees: maybe(z.number()),
    radiusNauticalMiles: maybe(z.number()),
  }),
  reason: maybe(z.string()),
  synthetic: flag,
  sources: listOf(z.string()),
});
export type Activity = z.infer<typeof activity>;

const why = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.string(),
  state: z.string(),
  rule: z.string(),
  statement: maybe(z.string()),
  parameters: listOf(
    z.object({ key: z.string(), value: z.string(), meaning: maybe(z.string()), source: maybe(z.string()), status: maybe(z.string()) }),
  ),
  fixes: listOf(
    z.object({
      mmsi: maybe(z.string()),
      at: instant,
      latitudeDegrees: z.number(),
      longitudeDegrees: z.number(),
      speedKnots: maybe(z.number()),
      source: maybe(z.string()),
    }),
  ),
  sources: listOf(z.string()),
  reception: listOf(z.object({ span: z.string(), reports: count, days: count })),
  others: maybe(
    z.object({
      silenceId: z.string(),
      classification: z.string(),
      figures: z.object({
        silentIfTransmitting: maybe(z.number()),
        expectedSlots: z.number(),
        ships: z.number(),
        terrestrialSlotsPerHour: z.number(),
        satelliteSlotsPerHour: z.number(),
        stays: maybe(z.number()),
        lost: maybe(z.number()),
      }),
    }),
  ),
  derivedAt: maybe(instant),
});
export type Why = z.infer<typeof why>;

const portPair = z.object({
  one: portRef,
  other: portRef,
  basis: z.string(),
  voyages: count,
  atMost: maybe(z.number()),
  firstAt: instant,
  lastAt: instant,
  synthetic: flag,
});

export const track = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.object({
        type: z.enum(['LineString', 'Point']),
        coordinates: z.union([z.array(z.array(z.number())), z.array(z.number())]),
      }),
      properties: z.object({
        mmsi: maybe(z.string()),
        from: instant,
        to: instant,
        fixes: count,
        synthetic: flag,
        times: listOf(instant),
      }),
    }),
  ),
});
export type Track = z.infer<typeof track>;

const statistics = z.object({
  vessels: count,
  fixes: count,
  silencesOpen: count,
  silences: count,
  sources: listOf(
    z.object({
      name: z.string(),
      fixes: count,
      firstAt: maybe(instant),
      lastAt: maybe(instant),
      synthetic: flag,
    }),
  ),
});

export const jobsQuery = queryOptions({
  queryKey: ['ais', 'jobs'],
  queryFn: ({ signal }) => api.get(`${base}/jobs`, pageOf(job), { query: { limit: 50 }, signal }),
  refetchInterval: (query) =>
    query.state.data?.items.some((j) => j.state === 'queued' || j.state === 'running') ? 1500 : 20_000,
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['ais', 'job', id],
    queryFn: ({ signal }) => api.get(`${base}/jobs/${id}`, job, { signal }),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state === 'done' || state === 'failed' ? false : 800;
    },
  });

export const rejectsQuery = (id: string, cursor?: string) =>
  queryOptions({
    queryKey: ['ais', 'job', id, 'rejects', cursor],
    queryFn: ({ signal }) =>
      api.get(`${base}/jobs/${id}/rejects`, pageOf(reject), { query: { limit: 50, cursor }, signal }),
  });

export const vesselsQuery = (q: string, cursor?: string) =>
  queryOptions({
    queryKey: ['ais', 'vessels', q, cursor],
    queryFn: ({ signal }) =>
      api.get(`${base}/vessels`, pageOf(vessel), { query: { q, limit: 50, cursor }, signal }),
  });

export const vesselQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['ais', 'vessel', mmsi],
    queryFn: ({ signal }) => api.get(`${base}/vessels/${encodeURIComponent(mmsi)}`, vessel, { signal }),
  });

export const trackPath = (mmsi: string) => `${base}/vessels/${encodeURIComponent(mmsi)}/track`;

export const trackQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['ais', 'track', mmsi],
    queryFn: ({ signal }) => api.get(trackPath(mmsi), track, { query: { format: 'geojson' }, signal }),
    staleTime: 60_000,
  });

export const silencesQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['ais', 'activities', mmsi],
    queryFn: ({ signal }) =>
      api.get(`${base}/activities`, pageOf(silence), { query: { kind: 'silence', mmsi, limit: 200 }, signal }),
  });

export const activitiesQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['ais', 'activities-of-all-kinds', mmsi],
    queryFn: ({ signal }) =>
      api.get(`${base}/activities`, pageOf(activity), { query: { kind: activityKinds.join(','), mmsi, limit: 200 }, signal }),
  });

export const whyQuery = (id: string) =>
  queryOptions({
    queryKey: ['ais', 'why', id],
    queryFn: ({ signal }) => api.get(`${base}/activities/${encodeURIComponent(id)}/why`, why, { signal }),
  });

export const voyagesQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['ais', 'voyages', mmsi],
    queryFn: ({ signal }) => api.get(`${base}/vessels/${encodeURIComponent(mmsi)}/voyages`, pageOf(portPair), { signal }),
  });

export const activityPath = (id: string) => `${base}/activities/${id}`;

export const silenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['ais', 'activity', id],
    queryFn: ({ signal }) => api.get(`${base}/activities/${id}`, silence, { signal }),
  });

export const silencePath = (id: string) => `${base}/activities/${id}`;

export const statisticsQuery = queryOptions({
  queryKey: ['ais', 'statistics'],
  queryFn: ({ signal }) => api.get(`${base}/statistics`, statistics, { signal }),
  refetchInterval: 30_000,
});

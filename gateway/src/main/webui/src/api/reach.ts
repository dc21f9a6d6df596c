import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { flag, instant, listOf, maybe } from './schema';

const cell = z.object({
  geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
  properties: z.object({ kind: z.literal('reach'), earliest: instant, latest: instant, certain: z.boolean() }),
});
const point = z.object({
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
  properties: z.object({ kind: z.literal('reachable-port'), id: z.string(), name: z.string(), isSilent: z.boolean() }),
});

const reachedPort = z.object({
  id: z.string(),
  name: z.string(),
  country: maybe(z.string()),
  isSilent: z.boolean(),
  latitudeDegrees: z.number(),
  longitudeDegrees: z.number(),
  earliestArrival: instant,
  latestDeparture: instant,
  slackHours: z.number(),
  mostSlackHours: z.number(),
  services: listOf(z.string()),
});
export type ReachedPort = z.infer<typeof reachedPort>;

const reach = z.object({
  features: z.array(z.union([cell, point])),
  question: z.object({ since: instant, until: instant, hours: z.number(), speedKnots: z.number() }),
  coarse: flag,
  ports: listOf(reachedPort),
  excluded: listOf(z.object({ id: z.string(), name: z.string(), isSilent: z.boolean(), reason: z.string() })),
  runs: z.object({
    fromPort: z.string(),
    toPort: z.string(),
    fits: listOf(z.object({ callHours: z.number(), runs: z.number(), mostRuns: z.number() })),
  }),
});
export type Reach = z.infer<typeof reach>;

/** Cells come with the times between which she can have been there, so a slider asks nothing anew. */
export const reachQuery = (silenceId: string | undefined) =>
  queryOptions({
    queryKey: ['imagery', 'reachable', silenceId],
    queryFn: ({ signal }) => api.get('/api/imagery/v1/reachable', reach, { query: { activity: silenceId }, signal }),
    enabled: silenceId !== undefined,
    staleTime: 5 * 60_000,
    retry: false,
  });

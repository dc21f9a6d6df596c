import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api, address, standingHeaders } from './client';
import { problemFrom } from './problem';
import { instant, listOf, maybe, pageOf } from './schema';

const base = '/api/sanctions/v1';

const explanation = z.object({
  feature: z.string(),
  query: z.string(),
  candidate: z.string(),
  effect: z.number(),
  sentence: z.string(),
});
export type Explanation = z.infer<typeof explanation>;

const result = z.object({
  listing: z.object({
    list: z.string(),
    sourceId: z.string(),
    schema: z.string(),
    name: z.string(),
    // Absent where a recorded fact answers for a list without a file.
    version: maybe(z.number()),
    hash: z.string(),
  }),
  score: z.number(),
  band: z.string(),
  matchedNames: listOf(
    z.object({ query: z.string(), candidate: z.string(), aliasStrength: z.string(), similarity: z.number() }),
  ),
  explanations: listOf(explanation),
  counterfactuals: listOf(z.string()),
  listedOn: z.object({ status: z.string(), basis: z.string(), explanation: maybe(z.string()) }),
  lapsedSuppression: maybe(z.string()),
});
export type Result = z.infer<typeof result>;

const queryAnswer = z.object({
  queryKey: z.string(),
  profile: z.string(),
  threshold: z.number(),
  results: listOf(result),
  suppressed: listOf(z.object({ list: z.string(), sourceId: z.string(), score: z.number(), reason: z.string() })),
});

const coverage = z.object({
  list: z.string(),
  authority: maybe(z.string()),
  status: z.string(),
  version: maybe(z.number()),
  observedAt: maybe(instant),
  ageHours: maybe(z.number()),
  newerFileSetAside: maybe(z.string()),
});
export type Coverage = z.infer<typeof coverage>;

const answer = z.object({
  screeningId: z.string(),
  screenedAt: instant,
  algorithm: z.string(),
  configHash: z.string(),
  corpusVersion: z.string(),
  asOf: maybe(z.string()),
  coverage: listOf(coverage),
  queries: z.record(z.string(), queryAnswer),
});
export type Answer = z.infer<typeof answer>;

const kept = z.object({
  id: z.string(),
  screenedAt: instant,
  screenedBy: z.string(),
  algorithm: z.string(),
  corpusVersion: z.string(),
  queries: z.number(),
  hits: z.number(),
});
export type Kept = z.infer<typeof kept>;

const replay = z.object({
  screeningId: z.string(),
  isSame: z.boolean(),
  sameCorpus: z.boolean(),
  sameAlgorithm: z.boolean(),
  differing: listOf(z.string()),
});
export type Replay = z.infer<typeof replay>;

const suppression = z.object({ id: z.string(), queryKey: z.string(), list: z.string(), sourceId: z.string(), reason: z.string() });

export interface Asked {
  schema: string;
  properties: Record<string, string>;
  asOf: string | undefined;
  threshold: number;
}

export const screen = ({ schema, properties, asOf, threshold }: Asked) =>
  api.post(`${base}/screen`, answer, {
    body: { queries: { query: { schema, properties } }, asOf, threshold, limit: 20 },
  });

export const screenedQuery = (id: string) =>
  queryOptions({
    queryKey: ['screening', 'kept', id],
    queryFn: ({ signal }) =>
      api.get(`${base}/screenings/${encodeURIComponent(id)}`, z.object({ screening: kept, response: answer }), { signal }),
  });

export const screeningsQuery = queryOptions({
  queryKey: ['screening', 'kept'],
  queryFn: ({ signal }) => api.get(`${base}/screenings`, pageOf(kept), { query: { limit: 20 }, signal }),
});

export const replayScreening = (id: string) => api.post(`${base}/screenings/${encodeURIComponent(id)}/replay`, replay);

export const suppress = (body: { queryKey: string; listing: string; reason: string; expires: string | undefined; validForHash: string }) =>
  api.post(`${base}/suppressions`, suppression, { body });

export const screenTable = async (file: File, asOf: string | undefined, threshold: number) => {
  const response = await fetch(address(`${base}/screen/csv`, { asOf, threshold }), {
    method: 'POST',
    headers: { Accept: 'text/csv, application/problem+json', 'Content-Type': 'text/csv', ...standingHeaders() },
    body: file,
    credentials: 'same-origin',
  });
  if (!response.ok) throw problemFrom(response.status, await response.text());
  return { text: await response.text(), screeningId: response.headers.get('Fairlead-Screening') ?? undefined };
};

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf, vesselRef } from './schema';

const base = '/api/sanctions/v1';

const sanctionsList = z.object({
  id: z.string(),
  authority: maybe(z.string()),
  title: maybe(z.string()),
  currentVersion: maybe(z.number()),
  listings: count,
  vessels: count,
  publishedAt: maybe(instant),
  observedAt: maybe(instant),
  lastAttempt: maybe(z.object({ status: maybe(z.string()), reason: maybe(z.string()), at: maybe(instant) })),
});
export type SanctionsList = z.infer<typeof sanctionsList>;

const listVersion = z.object({
  list: maybe(z.string()),
  number: maybe(z.number()),
  status: z.string(),
  sha256: maybe(z.string()),
  sizeBytes: maybe(z.number()),
  observedAt: maybe(instant),
  publishedAt: maybe(instant),
  listings: count,
  added: count,
  changed: count,
  removed: count,
  reason: maybe(z.string()),
});
export type ListVersion = z.infer<typeof listVersion>;

const listing = z.object({
  list: z.string(),
  authority: maybe(z.string()),
  sourceId: z.string(),
  type: maybe(z.string()),
  name: maybe(z.string()),
  programs: listOf(z.string()),
  imo: maybe(z.string()),
  mmsi: maybe(z.string()),
  remarks: maybe(z.string()),
});
export type Listing = z.infer<typeof listing>;

const diff = z.object({
  added: listOf(listing),
  removed: listOf(listing),
  modified: listOf(z.object({ listing, changedFields: listOf(z.string()) })),
});

const observation = maybe(z.object({ version: maybe(z.number()), observedAt: maybe(instant) }));

const asOf = z.object({
  imo: z.string(),
  asOf: maybe(instant),
  answers: z.array(
    z.object({
      list: z.string(),
      authority: maybe(z.string()),
      status: z.enum(['listed', 'not-listed', 'unknown']),
      basis: z.string(),
      listing: maybe(listing.partial()),
      before: observation,
      after: observation,
      explanation: maybe(z.string()),
    }),
  ),
});
export type AsOf = z.infer<typeof asOf>;
export type AsOfAnswer = AsOf['answers'][number];

export const match = z.object({
  id: z.string(),
  version: maybe(z.number()),
  state: z.enum(['hit', 'cleared']),
  vessel: vesselRef,
  listing,
  matchedBy: listOf(z.string()),
  contradictions: listOf(z.string()),
  score: z.number(),
  explanation: maybe(z.string()),
  listVersion: maybe(z.number()),
  synthetic: flag,
  screenedAt: maybe(instant),
  listedSince: maybe(instant),
});
export type Match = z.infer<typeof match>;

export const listsQuery = queryOptions({
  queryKey: ['sanctions', 'lists'],
  queryFn: ({ signal }) => api.get(`${base}/lists`, z.object({ items: z.array(sanctionsList) }), { signal }),
});

export const listVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['sanctions', 'lists', id, 'versions'],
    queryFn: ({ signal }) =>
      api.get(`${base}/lists/${encodeURIComponent(id)}/versions`, pageOf(listVersion), { query: { limit: 100 }, signal }),
  });

export const diffQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['sanctions', 'lists', id, 'diff', from, to],
    queryFn: ({ signal }) => api.get(`${base}/lists/${encodeURIComponent(id)}/diff`, diff, { query: { from, to }, signal }),
  });

export const listingsQuery = (q: string, list: string, type: string, cursor?: string) =>
  queryOptions({
    queryKey: ['sanctions', 'listings', q, list, type, cursor],
    queryFn: ({ signal }) =>
      api.get(`${base}/listings`, pageOf(listing), { query: { q, list, type, limit: 50, cursor }, signal }),
  });

export const asOfQuery = (imo: string, at: string) =>
  queryOptions({
    queryKey: ['sanctions', 'as-of', imo, at],
    queryFn: ({ signal }) =>
      api.get(`${base}/vessels/${encodeURIComponent(imo)}/listings`, asOf, { query: { asOf: at }, signal }),
    placeholderData: (previous) => previous,
  });

export const matchesQuery = (mmsi: string) =>
  queryOptions({
    queryKey: ['sanctions', 'matches', mmsi],
    queryFn: ({ signal }) => api.get(`${base}/matches`, pageOf(match), { query: { mmsi, limit: 100 }, signal }),
  });

export const uploadListVersion = (id: string, file: File, observedAt: string) =>
  api.postWithStatus(`${base}/lists/${encodeURIComponent(id)}/versions`, listVersion, {
    query: { observedAt },
    raw: file,
    contentType: 'application/octet-stream',
    headers: { 'Fairlead-File-Name': encodeURIComponent(file.name) },
  });

export const listingPath = (list: string, sourceId: string) =>
  `${base}/listings/${encodeURIComponent(list)}/${encodeURIComponent(sourceId)}`;
export const rawVersionPath = (list: string, number: number) =>
  `${base}/lists/${encodeURIComponent(list)}/versions/${number}/raw`;
export const matchHref = (id: string) => `${base}/matches/${id}`;

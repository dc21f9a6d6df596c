import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf, vesselRef } from './schema';

const base = '/api/sanctions/v1';

const decision = z.object({
  verdict: z.enum(['accept', 'reject']),
  proposedBy: z.string(),
  proposedAt: instant,
  comment: maybe(z.string()),
  confirmedBy: maybe(z.string()),
  confirmedAt: maybe(instant),
});

const listVersion = z.object({
  list: maybe(z.string()),
  number: maybe(z.number()),
  status: z.string(),
  sha256: maybe(z.string()),
  sizeBytes: maybe(z.number()),
  observedAt: maybe(instant),
  publishedAt: maybe(instant),
  listings: count,
  vessels: count,
  added: count,
  changed: count,
  removed: count,
  reason: maybe(z.string()),
  format: maybe(z.string()),
  warnings: listOf(z.string()),
  decision: maybe(decision),
});
export type ListVersion = z.infer<typeof listVersion>;

const sanctionsList = z.object({
  id: z.string(),
  authority: maybe(z.string()),
  title: maybe(z.string()),
  currentVersion: maybe(z.number()),
  listings: count,
  vessels: count,
  publishedAt: maybe(instant),
  observedAt: maybe(instant),
  ageSeconds: maybe(z.number()),
  format: maybe(z.string()),
  formats: listOf(z.string()),
  warnings: count,
  setAside: listOf(listVersion),
  lastAttempt: maybe(z.object({ status: maybe(z.string()), reason: maybe(z.string()), at: maybe(instant) })),
  download: maybe(z.object({ url: z.string(), attemptedAt: instant, outcome: z.string(), detail: maybe(z.string()), failures: count, nextAt: instant })),
});
export type SanctionsList = z.infer<typeof sanctionsList>;

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

const fieldChange = z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });
export type FieldChange = z.infer<typeof fieldChange>;

const diff = z.object({
  added: listOf(listing),
  removed: listOf(listing),
  modified: listOf(z.object({ listing, changedFields: listOf(z.string()), changes: listOf(fieldChange) })),
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
      parties: listOf(z.object({ name: z.string(), role: z.string(), imo: maybe(z.string()), listing: maybe(listing.partial()) })),
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

export const diffQuery = (id: string, from: number, to: number, type?: string) =>
  queryOptions({
    queryKey: ['sanctions', 'lists', id, 'diff', from, to, type],
    queryFn: ({ signal }) => api.get(`${base}/lists/${encodeURIComponent(id)}/diff`, diff, { query: { from, to, type }, signal }),
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

const dryRun = listVersion.omit({ status: true }).extend({ outcome: z.string(), isBaseline: flag });
export type DryRun = z.infer<typeof dryRun>;

interface Handover {
  files: File[];
  observedAt: string;
  publishedAt?: string;
}

/** One file as it is; several, OFAC's tables of one day, as parts of one version. */
function handedOver({ files, observedAt, publishedAt }: Handover, rehearse: boolean) {
  const [first, ...others] = files;
  const query = { observedAt, publishedAt, dryRun: rehearse || undefined };
  if (first && others.length === 0) {
    return { query, raw: first, contentType: 'application/octet-stream', headers: { 'Fairlead-File-Name': encodeURIComponent(first.name) } };
  }
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return { query, form };
}

const versionsPath = (id: string) => `${base}/lists/${encodeURIComponent(id)}/versions`;

export const uploadListVersion = (id: string, handover: Handover) =>
  api.postWithStatus(versionsPath(id), listVersion, handedOver(handover, false));

export const rehearseListVersion = (id: string, handover: Handover) =>
  api.post(versionsPath(id), dryRun, handedOver(handover, true));

export const decideListVersion = (id: string, number: number, verdict: 'accept' | 'reject', comment: string) =>
  api.post(`${versionsPath(id)}/${number}/${verdict}`, listVersion, { body: { comment: comment || undefined } });

export const templatePath = (id: string) => `${base}/lists/${encodeURIComponent(id)}/template`;

const interval = z.object({
  firstVersion: z.number(),
  lastVersion: z.number(),
  firstObservedAt: instant,
  lastObservedAt: instant,
  isCurrent: flag,
});
export type Interval = z.infer<typeof interval>;

const party = z.object({ name: z.string(), role: z.string(), imo: maybe(z.string()), sourceId: maybe(z.string()) });

/** Everything one list says of an entry. */
const entry = listing.extend({
  names: listOf(z.object({ text: z.string(), kind: z.string(), strength: z.string(), script: z.string() })),
  imos: listOf(z.string()),
  mmsis: listOf(z.string()),
  callSigns: listOf(z.string()),
  flags: listOf(z.string()),
  formerFlags: listOf(z.string()),
  vesselType: maybe(z.string()),
  tonnage: maybe(z.string()),
  grossTonnage: maybe(z.string()),
  yearBuilt: maybe(z.string()),
  length: maybe(z.string()),
  parties: listOf(party),
  companyImos: listOf(z.string()),
  birthDates: listOf(z.string()),
  countries: listOf(z.string()),
  listingDates: listOf(z.object({ date: z.string(), field: z.string() })),
  otherFields: listOf(z.string()),
});
export type Entry = z.infer<typeof entry>;

const entryView = z.object({
  listing: entry,
  answer: asOf.shape.answers.element,
  intervals: listOf(interval),
});

export const entryQuery = (list: string, sourceId: string, at: string) =>
  queryOptions({
    queryKey: ['sanctions', 'entry', list, sourceId, at],
    queryFn: ({ signal }) => api.get(listingPath(list, sourceId), entryView, { query: { asOf: at }, signal }),
    placeholderData: (previous) => previous,
  });

const onList = z.object({
  listing: entry,
  stays: listOf(interval),
  changes: listOf(z.object({ version: z.number(), observedAt: instant, fields: listOf(fieldChange) })),
});
export type OnList = z.infer<typeof onList>;

export const shipHistoryQuery = (imo: string) =>
  queryOptions({
    queryKey: ['sanctions', 'history', imo],
    queryFn: ({ signal }) => api.get(`${base}/vessels/${encodeURIComponent(imo)}/history`, z.object({ imo: z.string(), entries: listOf(onList) }), { signal }),
  });

const entryVersions = pageOf(z.object({ listing: entry, interval, changedFields: listOf(z.string()) }));

export const entryVersionsQuery = (list: string, sourceId: string) =>
  queryOptions({
    queryKey: ['sanctions', 'entry', list, sourceId, 'versions'],
    queryFn: ({ signal }) => api.get(`${listingPath(list, sourceId)}/versions`, entryVersions, { signal }),
  });

export const listingPath = (list: string, sourceId: string) =>
  `${base}/listings/${encodeURIComponent(list)}/${encodeURIComponent(sourceId)}`;
export const rawVersionPath = (list: string, number: number) =>
  `${base}/lists/${encodeURIComponent(list)}/versions/${number}/raw`;
/** An accepted version as FollowTheMoney, a line an entity. */
export const ftmVersionPath = (list: string, number: number) =>
  `${base}/lists/${encodeURIComponent(list)}/versions/${number}/entities.ftm.json`;
export const matchHref = (id: string) => `${base}/matches/${id}`;

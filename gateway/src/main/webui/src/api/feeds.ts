import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { job } from './ais';
import { api } from './client';
import { count, instant, maybe, pageOf } from './schema';

const base = '/api/ais/v1/feeds';

const status = z.object({
  state: z.string(),
  detail: maybe(z.string()),
  updatedAt: instant,
  lastReceivedAt: maybe(instant),
  newestReportAt: maybe(instant),
  linesPerSecond: count,
  bytesPerSecond: count,
  fixesPerSecond: count,
  rejectsPerSecond: count,
  acceptedBytes: count,
  backlogBytes: count,
  spoolMaxBytes: count,
  heldBackMillis: count,
  droppedDatagrams: count,
  droppedBytes: count,
  reconnects: count,
  connections: count,
  nextAttemptAt: maybe(instant),
  summary: job.pick({ counts: true, rejectsByReason: true, doubtsByReason: true, receivers: true }),
});
export type FeedStatus = z.infer<typeof status>;

export const feed = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['tcp-client', 'tcp-server', 'udp']),
  host: maybe(z.string()),
  port: z.number(),
  receiver: maybe(z.string()),
  sourceClass: z.string(),
  createdBy: maybe(z.string()),
  createdAt: maybe(instant),
  status: maybe(status),
});
export type Feed = z.infer<typeof feed>;

export interface NewFeed {
  name: string;
  kind: Feed['kind'];
  host?: string;
  port: number;
  receiver?: string;
  sourceClass: string;
}

export const feedsQuery = queryOptions({
  queryKey: ['ais', 'feeds'],
  queryFn: ({ signal }) => api.get(base, pageOf(feed), { signal }),
  refetchInterval: 2_000,
});

export const addFeed = (wanted: NewFeed) => api.post(base, feed, { body: wanted });
export const removeFeed = (id: string) => api.delete(`${base}/${id}`);

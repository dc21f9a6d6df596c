import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { flag, listOf, maybe, pageOf } from './schema';

const me = z.object({
  id: maybe(z.string()),
  username: z.string(),
  displayName: maybe(z.string()),
  teams: listOf(z.object({ id: z.string(), name: maybe(z.string()), roles: listOf(z.string()) })),
  realmRoles: listOf(z.string()),
});
export type Me = z.infer<typeof me>;

const status = z.object({
  parts: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      detail: maybe(z.string()),
    }),
  ),
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get('/api/me', me, { signal }),
  retry: false,
  staleTime: 5 * 60_000,
});

const person = z.object({
  id: z.string(),
  username: z.string(),
  displayName: maybe(z.string()),
  roles: listOf(z.string()),
  isMachine: flag,
});

export const peopleQuery = (team: string) =>
  queryOptions({
    queryKey: ['people', team],
    queryFn: ({ signal }) => api.get(`/api/teams/${encodeURIComponent(team)}/people`, pageOf(person), { signal }),
    staleTime: 60_000,
  });

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => api.get('/api/status', status, { signal }),
  refetchInterval: 15_000,
});

export const isUp = (state: string) => /^(up|ok|healthy|ready)$/i.test(state);

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { casePath } from './cases';
import { api } from './client';
import { flag, instant, listOf, maybe, pageOf } from './schema';

const node = z.object({
  id: z.string(),
  kind: z.string(),
  target: z.string(),
  title: z.string(),
  detail: maybe(z.string()),
  state: maybe(z.string()),
  at: maybe(instant),
  synthetic: flag,
});
const link = z.object({
  source: z.string(),
  target: z.string(),
  kind: z.string(),
  label: z.string(),
  from: maybe(z.string()),
  to: maybe(z.string()),
  note: maybe(z.string()),
});
const board = z.object({ nodes: listOf(node), links: listOf(link), hidden: listOf(z.object({ kind: z.string(), count: z.number() })) });

export type BoardNode = z.infer<typeof node>;
export type BoardLink = z.infer<typeof link>;
export type Board = z.infer<typeof board>;

export const boardQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'case', caseId, 'board'],
    queryFn: ({ signal }) => api.get(`${casePath(caseId)}/board`, board, { signal }),
  });

const relation = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  kind: z.string(),
  from: maybe(z.string()),
  to: maybe(z.string()),
  note: maybe(z.string()),
  addedBy: z.string(),
  addedAt: instant,
});
export type SubjectRelation = z.infer<typeof relation>;

/** What one subject can be to another, as the service knows it. */
export const relationKinds = ['owns', 'owns-beneficially', 'operates', 'manages', 'charters', 'insures', 'finances', 'commands', 'works-for', 'carries', 'called-at', 'made', 'met', 'same-as', 'linked-to'];

export const relationsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'case', caseId, 'relations'],
    queryFn: ({ signal }) => api.get(`${casePath(caseId)}/relations`, pageOf(relation), { signal }),
  });
export const addRelation = (caseId: string, body: { source: string; target: string; kind: string; from?: string; to?: string; note?: string }) =>
  api.post(`${casePath(caseId)}/relations`, relation, { body });
export const removeRelation = (caseId: string, id: string) => api.delete(`${casePath(caseId)}/relations/${id}`);

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { casePath } from './cases';
import { api } from './client';
import { flag, instant, maybe, pageOf } from './schema';

export const profiles = [
  { name: 'full', needs: 'export', label: 'Full: for whoever works on the case or judges it', meaning: 'Everything: findings, exhibits with their bytes, comments, custody, audit.' },
  { name: 'partner', needs: 'export-redacted', label: 'Partner: for another organisation', meaning: 'Accepted findings and their exhibits; no names of those who worked on it, no comments. What is left out is listed by id.' },
  { name: 'public', needs: 'export-redacted', label: 'Public: for everybody', meaning: 'As for a partner, and only what may be published. Only of cases handled as TLP:CLEAR.' },
] as const;
export type Profile = (typeof profiles)[number];

const dossier = z.object({ version: z.number(), profile: z.string(), isDraft: flag, checkpointSize: maybe(z.number()), hasTimestamp: flag, madeBy: maybe(z.string()), madeAt: maybe(instant) });

/** Dossiers made of a case, the newest first. */
export const dossiersQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', 'case', id, 'dossiers'], queryFn: ({ signal }) => api.get(`${casePath(id)}/dossiers`, pageOf(dossier), { signal }) });

const checkpoint = z.object({ size: z.number(), madeAt: instant, note: z.string(), hasTimestamp: flag });

/** The state of the instance's audit: each checkpoint is signed and says how many entries are under it. */
export const checkpointsQuery = queryOptions({
  queryKey: ['cases', 'checkpoints'],
  queryFn: ({ signal }) => api.get('/api/cases/v1/audit/checkpoints', pageOf(checkpoint), { query: { limit: 20 }, signal }),
});

/** Entries of the log from one on, one JSON object a line. */
export const auditLogQuery = (from: number) =>
  queryOptions({
    queryKey: ['cases', 'audit-log', from],
    queryFn: async ({ signal }) => {
      const text = await api.text('/api/cases/v1/audit/log', { query: { from, limit: 100 }, signal });
      return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  });

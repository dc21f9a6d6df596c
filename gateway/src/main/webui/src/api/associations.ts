import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { sightingPath } from './imagery';
import { instant, listOf, maybe, vesselRef } from './schema';

const association = z.object({
  id: z.string(),
  version: z.number(),
  vessel: vesselRef,
  state: z.string(),
  statements: listOf(z.object({ stance: z.string(), reason: z.string(), by: z.string(), at: instant, withdrawnAt: maybe(instant) })),
});
export type Association = z.infer<typeof association>;
export type Stance = 'confirm' | 'reject';

const path = (sightingId: string) => `${sightingPath(sightingId)}/associations`;

export const associationsQuery = (sightingId: string) =>
  queryOptions({
    queryKey: ['imagery', 'sighting', sightingId, 'associations'],
    queryFn: ({ signal }) => api.get(path(sightingId), z.object({ items: z.array(association) }), { signal }),
    retry: false,
  });

/** One person's word; a second person's confirms. */
export const associate = (sightingId: string, body: { stance: Stance; reason: string; mmsi?: string; verdictId?: string }) => api.post(path(sightingId), association, { body });

export const takeBack = (sightingId: string, mmsi: string) => api.delete(`${path(sightingId)}/${encodeURIComponent(mmsi)}`);

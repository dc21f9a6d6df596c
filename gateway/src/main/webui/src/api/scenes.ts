import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { area } from './imagery';
import { flag, instant, listOf, maybe, pageOf } from './schema';

const path = '/api/imagery/v1/scenes';

const scene = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  name: z.string(),
  sensor: z.string(),
  provider: z.string(),
  acquisitionStart: instant,
  acquisitionEnd: instant,
  footprint: area,
  groundResolutionMetres: maybe(z.number()),
  cloudCover: maybe(z.number()),
  recallByLength: listOf(z.object({ fromMetres: z.number(), toMetres: maybe(z.number()), recall: z.number() })),
  licence: maybe(z.string()),
  sourceUri: maybe(z.string()),
  sha256: maybe(z.string()),
  note: maybe(z.string()),
  synthetic: flag,
  recordedBy: maybe(z.string()),
  recordedAt: maybe(instant),
});
export type Scene = z.infer<typeof scene>;

export interface NewScene {
  name: string;
  sensor: string;
  provider: string;
  acquisitionStart: string;
  acquisitionEnd: string;
  footprint: unknown;
  groundResolutionMetres?: number;
  cloudCover?: number;
  recallByLength?: { fromMetres: number; toMetres?: number; recall: number }[];
  licence?: string;
  sourceUri?: string;
  sha256?: string;
  note?: string;
  synthetic?: boolean;
}

export const scenePath = (id: string) => `${path}/${id}`;

export const scenesQuery = queryOptions({
  queryKey: ['imagery', 'scenes'],
  queryFn: ({ signal }) => api.get(path, pageOf(scene), { query: { limit: 200 }, signal }),
});

export const sceneQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['imagery', 'scene', id],
    queryFn: ({ signal }) => api.get(scenePath(id ?? ''), scene, { signal }),
    enabled: id !== undefined,
  });

export const recordScene = (body: NewScene) => api.post(path, scene, { body });

export const changeScene = (id: string, version: number, body: NewScene) => api.put(scenePath(id), scene, { body, ifMatch: `"${version}"` });

import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api, downloadAddress } from './client';
import { sightingPath } from './imagery';
import { flag, instant, maybe } from './schema';

const chip = z.object({
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  widthPixels: z.number(),
  heightPixels: z.number(),
  isGraphic: flag,
  metresPerPixel: maybe(z.number()),
  xPixels: maybe(z.number()),
  yPixels: maybe(z.number()),
  upDegrees: maybe(z.number()),
  addedBy: maybe(z.string()),
  addedAt: maybe(instant),
});
export type Chip = z.infer<typeof chip>;

const chipPath = (sightingId: string, name: string) => `${sightingPath(sightingId)}/chips/${encodeURIComponent(name)}`;

export const chipsQuery = (sightingId: string) =>
  queryOptions({
    queryKey: ['imagery', 'sighting', sightingId, 'chips'],
    queryFn: ({ signal }) => api.get(`${sightingPath(sightingId)}/chips`, z.object({ items: z.array(chip) }), { signal }),
  });

/** The pixels alone, made safe to show. */
export const chipView = (sightingId: string, name: string) => downloadAddress(`${chipPath(sightingId, name)}/view`);

/** The bytes as they were sent. */
export const chipOriginal = (sightingId: string, name: string) => downloadAddress(chipPath(sightingId, name));

export interface ChipFacts {
  graphic: boolean;
  metresPerPixel?: number;
  xPixels?: number;
  yPixels?: number;
  upDegrees?: number;
}

/** `sha-256=:…:` of a file (RFC 9530), where the page may compute one. */
async function digestOf(file: File): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`;
}

export async function addChip(sightingId: string, file: File, name: string, facts: ChipFacts) {
  const digest = await digestOf(file);
  return api.put(chipPath(sightingId, name), chip, {
    query: { ...facts },
    raw: file,
    ...(digest ? { headers: { 'Content-Digest': digest } } : {}),
  });
}

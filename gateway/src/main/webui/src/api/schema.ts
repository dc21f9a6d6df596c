import { z } from 'zod';

/** A value nobody knows: left out by the services; `null` is read the same way. */
export const maybe = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined);

/** A list that may be left out. */
export const listOf = <T extends z.ZodType>(type: T) =>
  z.array(type).nullish().transform((value) => value ?? []);

/** A flag that is false when left out. */
export const flag = z.boolean().nullish().transform((value) => value ?? false);

/** A count that is zero when left out. */
export const count = z.number().nullish().transform((value) => value ?? 0);

/** Counts by name, empty when left out. */
export const countsByName = z
  .record(z.string(), z.number())
  .nullish()
  .transform((value) => value ?? {});

export const instant = z.string();

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: maybe(z.string()) });

export interface Page<T> {
  items: T[];
  nextCursor: string | undefined;
}

export const vesselRef = z.object({
  mmsi: z.string(),
  imo: maybe(z.string()),
  name: maybe(z.string()),
});
export type VesselRef = z.infer<typeof vesselRef>;

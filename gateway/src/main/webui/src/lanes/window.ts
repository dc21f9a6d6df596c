/** The stretch of time on screen, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

const shortest = 10 * 60_000;

/** All of it with a little air; a single instant gets a day on both sides. */
export function spanOf(times: readonly number[]): Span | undefined {
  let from = Infinity;
  let to = -Infinity;
  for (const time of times) {
    if (!Number.isFinite(time)) continue;
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  if (from > to) return undefined;
  const air = Math.max((to - from) * 0.03, from === to ? 86_400_000 : 0);
  return { from: from - air, to: to + air };
}

/** Zooms around one instant, which stays where it is. */
export function zoomed(span: Span, around: number, factor: number): Span {
  const width = span.to - span.from;
  const wanted = Math.max(shortest, width * factor);
  const f = width === 0 ? 0.5 : (around - span.from) / width;
  return { from: around - f * wanted, to: around + (1 - f) * wanted };
}

export const moved = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by });

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

const mostRows = 4;

/** Which row of its lane each item goes to, so that long ones do not lie on each other; the last row takes what is left. `shortest` is the time a mark covers. */
export function rowsOf(items: readonly { id: string; from: number; to: number }[], shortest: number): Map<string, number> {
  const rows = new Map<string, number>();
  const ends: number[] = [];
  for (const item of [...items].sort((a, b) => a.from - b.from)) {
    let row = ends.findIndex((end) => end <= item.from);
    if (row < 0) row = Math.min(ends.length, mostRows - 1);
    ends[row] = Math.max(ends[row] ?? -Infinity, item.to, item.from + shortest);
    rows.set(item.id, row);
  }
  return rows;
}

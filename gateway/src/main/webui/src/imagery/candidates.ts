import type { Outcome, Verdict } from '../api/imagery';

const order: Record<Outcome, number> = { consistent: 0, undecided: 1, excluded: 2, withdrawn: 3 };

/** Those she can be first, the likeliest of them on top. */
export const ranked = (silent: readonly Verdict[]) =>
  [...silent].sort((a, b) => order[a.outcome] - order[b.outcome] || (b.likelihood?.posterior ?? 0) - (a.likelihood?.posterior ?? 0));

/** Two can be held against each other; a third takes the place of the one marked first. */
export const toggled = (marked: readonly string[], id: string) => (marked.includes(id) ? marked.filter((one) => one !== id) : [...marked.slice(-1), id]);

/** `12 %`; what is small but not nothing says so. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}

import { expect, it } from 'vitest';
import type { Verdict } from '../api/imagery';
import { percent, ranked, toggled } from './candidates';

const verdict = (outcome: Verdict['outcome'], posterior?: number) => ({ outcome, silenceId: `${outcome}${posterior}`, ...(posterior === undefined ? {} : { likelihood: { posterior } }) }) as Verdict;

it('puts the likeliest of those that fit on top', () => {
  const sorted = ranked([verdict('excluded'), verdict('consistent', 0.1), verdict('undecided', 0.5), verdict('consistent', 0.3)]);
  expect(sorted.map((one) => one.silenceId)).toEqual(['consistent0.3', 'consistent0.1', 'undecided0.5', 'excludedundefined']);
});

it('holds two against each other', () => {
  expect(toggled([], 'a')).toEqual(['a']);
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'c')).toEqual(['b', 'c']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

it('never calls nothing what is only small', () => {
  expect([0, 0.0001, 0.012, 0.5].map(percent)).toEqual(['0.0 %', '< 0.1 %', '1.2 %', '50 %']);
});

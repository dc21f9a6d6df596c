import { describe, expect, it } from 'vitest';
import { durationOf, linesOf, tasksOf } from './taskLines';

describe('the tasks of a template', () => {
  it('are lines, with days after the last comma', () => {
    expect(tasksOf('Look at the coverage, 2\n\n Ask port, pilots and agent \nWait, 0007')).toEqual([
      { title: 'Look at the coverage', dueWithin: 'P2D' },
      { title: 'Ask port, pilots and agent' },
      { title: 'Wait', dueWithin: 'P7D' },
    ]);
  });

  it('are read back as they were written', () => {
    const text = 'Look at the coverage, 2\nAsk port, pilots and agent';
    expect(linesOf(tasksOf(text))).toBe(text);
  });

  it('have no duration without a count of days', () => {
    expect(durationOf('')).toEqual({});
    expect(durationOf('0')).toEqual({});
    expect(durationOf('14')).toEqual({ dueWithin: 'P14D' });
  });
});

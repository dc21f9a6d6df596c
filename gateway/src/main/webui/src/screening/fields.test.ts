import { describe, expect, it } from 'vitest';
import { effect, fieldsOf, schemas, scoreText } from './fields';

describe('the particulars that are asked for', () => {
  it('begin with a name for everything', () => {
    for (const [schema] of schemas) expect(fieldsOf(schema)[0]?.name).toBe('name');
  });

  it('have an IMO number for ships only', () => {
    expect(fieldsOf('vessel').map((field) => field.name)).toContain('imo');
    expect(fieldsOf('person').map((field) => field.name)).not.toContain('imo');
  });
});

describe('an effect', () => {
  it.each([
    [0.24, '+0.24'],
    [-0.5, '−0.50'],
    [0.001, '0.00'],
  ])('of %d reads %s', (value, text) => expect(effect(value)).toBe(text));
});

it('never rounds a score up to one', () => expect(scoreText(0.9991)).toBe('0.99'));

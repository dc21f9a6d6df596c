import { describe, expect, it } from 'vitest';
import { fieldValue } from './EditCase';

const field = (kind: string) => ({ key: 'k', label: 'K', kind, choices: [] });

describe('the value of an own field', () => {
  it('is of the kind of the field', () => {
    expect(fieldValue(field('number'), '4.5')).toEqual({ value: 4.5 });
    expect(fieldValue(field('flag'), 'true')).toEqual({ value: true });
    expect(fieldValue(field('date'), '2024-02-09')).toEqual({ value: '2024-02-09' });
    expect(fieldValue(field('choice'), 'arms')).toEqual({ value: 'arms' });
  });

  it('is taken away by nothing', () => {
    expect(fieldValue(field('number'), '')).toEqual({ value: null });
  });

  it('is none where the text does not fit', () => {
    expect(fieldValue(field('number'), 'four')).toBeUndefined();
    expect(fieldValue(field('date'), '9.2.2024')).toBeUndefined();
  });
});

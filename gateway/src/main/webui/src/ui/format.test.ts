import { describe, expect, it } from 'vitest';
import { decimal, dms, hours, parsePlace, parseUtc, plainDuration, relative, utc, utcAs, wrapLongitude } from './format';

describe('a time', () => {
  it('is shown in UTC with its zone', () => {
    expect(utc('2024-02-09T04:30:00Z')).toBe('2024-02-09 04:30 UTC');
    expect(utc('2024-02-09T12:30:15+08:00')).toBe('2024-02-09 04:30:15 UTC');
  });

  it('claims no more than its precision', () => {
    expect(utcAs('2024-01-01T00:00:00Z', 'month')).toBe('2024-01');
    expect(utcAs('2022-05-08T00:00:00Z', 'day')).toBe('2022-05-08 UTC');
  });

  it('is read as UTC, and refused when there is no such day', () => {
    expect(parseUtc('2024-02-09 04:30')).toBe('2024-02-09T04:30:00Z');
    expect(parseUtc('2024-02-09T04:30:05Z')).toBe('2024-02-09T04:30:05Z');
    expect(parseUtc('2024-02-31')).toBeUndefined();
    expect(parseUtc('yesterday')).toBeUndefined();
  });

  it('is near or far', () => {
    const now = Date.parse('2024-02-09T00:00:00Z');
    expect(relative('2024-02-08T21:00:00Z', now)).toBe('3 h ago');
    expect(relative('2024-02-12T00:00:00Z', now)).toBe('in 3 d');
  });
});

describe('a place', () => {
  it('is shown in degrees, minutes and seconds', () => {
    expect(dms(42.233, 130.3)).toBe('42°13′59″ N 130°18′00″ E');
    expect(dms(-0.5, -179.9999999)).toBe('00°30′00″ S 180°00′00″ W');
  });

  it('never shows sixty seconds', () => {
    expect(dms(10.9999999, 0)).toBe('11°00′00″ N 000°00′00″ E');
  });

  it('has a decimal form with the longitude brought home', () => {
    expect(decimal(-12.5, 190)).toBe('−12.5000, −170.0000');
    expect(wrapLongitude(540)).toBe(180);
  });

  it('is read in either form', () => {
    expect(parsePlace('42.233, 130.3')).toEqual({ latitudeDegrees: 42.233, longitudeDegrees: 130.3 });
    expect(parsePlace('42°13′48″ S 130°18′00″ W')?.latitudeDegrees).toBeCloseTo(-42.23, 5);
    expect(parsePlace(dms(29.97, 122.29))?.longitudeDegrees).toBeCloseTo(122.29, 3);
  });

  it('is refused outside the globe', () => {
    expect(parsePlace('91, 10')).toBeUndefined();
    expect(parsePlace('45, 181')).toBeUndefined();
    expect(parsePlace('Rajin')).toBeUndefined();
  });
});

describe('a duration', () => {
  it('grows from minutes to days', () => {
    expect(hours(0.5)).toBe('30 min');
    expect(hours(31.24)).toBe('31.2 h');
    expect(hours(-292)).toBe('−12 d 4 h');
  });

  it('of a setting is said in words, and anything else is left as it is', () => {
    expect(plainDuration('PT30M')).toBe('30 min');
    expect(plainDuration('PT1H30M')).toBe('1 h 30 min');
    expect(plainDuration('PT24H')).toBe('24 h');
    expect(plainDuration('3.0')).toBe('3.0');
    expect(plainDuration('P')).toBe('P');
  });
});

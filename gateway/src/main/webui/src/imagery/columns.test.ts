import { describe, expect, it } from 'vitest';
import { headersOf, knownColumn } from './columns';

describe('the headers of a file', () => {
  it('are found whatever separates them', () => {
    expect(headersOf('time,lat,lon\n1,2,3')).toEqual(['time', 'lat', 'lon']);
    expect(headersOf('\uFEFFtime;"lat, deg";lon\r\n')).toEqual(['time', 'lat, deg', 'lon']);
    expect(headersOf('time\tlat\tlon')).toEqual(['time', 'lat', 'lon']);
    expect(headersOf('time|lat|lon')).toEqual(['time', 'lat', 'lon']);
  });

  it('of providers are known', () => {
    const ksat = headersOf('X,Y,Name,description,Probability,DetectionId,ProductStartTime,ProductStopTime,Polarization,Beam,Length,Property,Type,Heading,ProductId');
    expect(knownColumn(ksat, 'longitude')).toBe('X');
    expect(knownColumn(ksat, 'from')).toBe('ProductStartTime');
    expect(knownColumn(ksat, 'beam')).toBe('Beam');
    expect(knownColumn(ksat, 'scene')).toBe('ProductId');
    expect(knownColumn(ksat, 'at')).toBeUndefined();
  });
});

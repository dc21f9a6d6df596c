import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../api/imagery';
import { csvParts, geoJsonParts, sendInParts } from './parts';

const report = (accepted: number, row?: number): ImportResult => ({
  accepted, alreadyThere: 0, rejectedCount: row === undefined ? 0 : 1, rejected: row === undefined ? [] : [{ row, field: 'at', detail: 'no time' }], dryRun: false,
});

describe('a large file', () => {
  it('is cut between rows and nowhere else, each part with the header', () => {
    const parts = csvParts('time,note\n1,"two\nlines"\n2,b\n\n3,c', 2);
    expect(parts.map((part) => part.text)).toEqual(['time,note\n1,"two\nlines"\n2,b\n', 'time,note\n\n3,c']);
    expect(parts.map((part) => part.before)).toEqual([0, 2]);
  });

  it('of features is cut between features', () => {
    const parts = geoJsonParts(JSON.stringify({ type: 'FeatureCollection', features: [1, 2, 3] }), 2);
    expect(parts.map((part) => JSON.parse(part.text).features)).toEqual([[1, 2], [3]]);
    expect(geoJsonParts('{')).toEqual([]);
  });

  it('is reported as one, its rows numbered as in the whole of it', async () => {
    const sent: string[] = [];
    const shares: number[] = [];
    const file = new File(['t\na\nb\nc\n'], 'x.csv');
    const result = await sendInParts(file, 'csv', async (part) => { sent.push(await part.text()); return report(1, 2); }, (share) => shares.push(share), 2);
    expect(sent).toEqual(['t\na\nb\n', 't\nc\n']);
    expect(result.accepted).toBe(2);
    expect(result.rejectedCount).toBe(2);
    expect(result.rejected.map((one) => one.row)).toEqual([2, 4]);
    expect(shares).toEqual([0, 2 / 3, 1]);
  });

  it('that is small goes as it is, byte for byte', async () => {
    const file = new File([new Uint8Array([0xff, 0x0a, 0x61])], 'latin.csv');
    const sent: File[] = [];
    await sendInParts(file, 'csv', async (part) => { sent.push(part); return report(0); }, () => undefined, 1);
    expect(sent).toEqual([file]);
  });
});

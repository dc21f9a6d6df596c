import { describe, expect, it } from 'vitest';
import { parseFootprint, parseRecall, recallText } from './sceneText';

describe('a footprint', () => {
  it('is a corner a line, closed by itself', () => {
    expect(parseFootprint('42, 130\n42, 131\n43, 131')).toEqual({ type: 'Polygon', coordinates: [[[130, 42], [131, 42], [131, 43], [130, 42]]] });
  });

  it('is GeoJSON, or a feature that holds it', () => {
    const polygon = { type: 'Polygon', coordinates: [] };
    expect(parseFootprint(JSON.stringify(polygon))).toEqual(polygon);
    expect(parseFootprint(JSON.stringify({ type: 'Feature', geometry: polygon }))).toEqual(polygon);
  });

  it('is nothing else', () => {
    for (const text of ['', '42, 130\n42, 131', '{', '42, 130\nnorth\n43, 131']) expect(parseFootprint(text)).toBeUndefined();
  });
});

describe('a table of recall', () => {
  it('is read and written', () => {
    const text = '50-100: 80 %\n100-: 95.5 %';
    expect(parseRecall(text)).toEqual([{ fromMetres: 50, toMetres: 100, recall: 0.8 }, { fromMetres: 100, toMetres: undefined, recall: 0.955 }]);
    expect(recallText(parseRecall(text) ?? [])).toBe(text);
    expect(parseRecall('')).toEqual([]);
  });

  it('is refused where a line is none', () => {
    expect(parseRecall('50-100: many')).toBeUndefined();
  });
});

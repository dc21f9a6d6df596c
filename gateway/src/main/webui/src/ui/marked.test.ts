import { describe, expect, it } from 'vitest';
import { isTurned, spelled } from './marked';

describe('words with characters nobody sees', () => {
  it('are known by them', () => {
    expect(isTurned('ANGARA \u202egpj.exe')).toBe(true);
    expect(isTurned('ANGARA\u200b')).toBe(true);
    expect(isTurned('АНГАРА, عنقرة, 安加拉')).toBe(false);
  });

  it('are written out in the order they are stored', () => {
    expect(spelled('ANGARA \u202egpj.exe')).toBe('ANGARA [U+202E]gpj.exe');
    expect(spelled('plain')).toBe('plain');
  });
});

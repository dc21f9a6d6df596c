import type { ImportResult } from '../api/imagery';

export const rowsAPart = 2000;

export interface Part {
  text: string;
  /** Rows of the file before this part's first one. */
  before: number;
  rows: number;
}

/** Records of a CSV; line ends inside quotes separate nothing. */
function records(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === '\n' && !isQuoted) {
      found.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** A large CSV in parts, each with the header, so that progress can be shown and a broken connection loses little. */
export function csvParts(text: string, size = rowsAPart): Part[] {
  const [header = '', ...rows] = records(text);
  const parts: Part[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const some = rows.slice(at, at + size);
    parts.push({ text: header + some.join(''), before: at, rows: some.length });
  }
  return parts;
}

/** The same of a FeatureCollection; what is none is left to the service to refuse. */
export function geoJsonParts(text: string, size = rowsAPart): Part[] {
  let features: unknown;
  try {
    const json: unknown = JSON.parse(text);
    features = typeof json === 'object' && json !== null && 'features' in json ? json.features : undefined;
  } catch {
    return [];
  }
  if (!Array.isArray(features)) return [];
  const parts: Part[] = [];
  for (let at = 0; at < features.length; at += size) {
    const some: unknown[] = features.slice(at, at + size);
    parts.push({ text: JSON.stringify({ type: 'FeatureCollection', features: some }), before: at, rows: some.length });
  }
  return parts;
}

/** The text of a file, or nothing where it is not UTF-8: the service says then what is wrong. */
export async function textOf(file: Blob): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Two reports of one file; rows are numbered as in the whole of it. */
export function together(all: ImportResult | undefined, next: ImportResult, before: number): ImportResult {
  const rejected = next.rejected.map((one) => ({ ...one, row: one.row === undefined ? undefined : Number(one.row) + before }));
  if (!all) return { ...next, rejected };
  return {
    accepted: all.accepted + next.accepted,
    alreadyThere: all.alreadyThere + next.alreadyThere,
    rejectedCount: (all.rejectedCount ?? all.rejected.length) + (next.rejectedCount ?? next.rejected.length),
    rejected: [...all.rejected, ...rejected].slice(0, 1000),
    dryRun: next.dryRun,
  };
}

/** Sends a file whole where it is small, else part by part. */
export async function sendInParts(
  file: File,
  format: 'csv' | 'geojson',
  send: (part: File) => Promise<ImportResult>,
  onProgress: (share: number) => void,
  size = rowsAPart,
): Promise<ImportResult> {
  const text = await textOf(file);
  const parts = text === undefined ? [] : format === 'csv' ? csvParts(text, size) : geoJsonParts(text, size);
  if (parts.length < 2) return send(file);
  const total = parts.reduce((sum, part) => sum + part.rows, 0);
  let result: ImportResult | undefined;
  for (const part of parts) {
    onProgress(part.before / total);
    result = together(result, await send(new File([part.text], file.name)), part.before);
  }
  onProgress(1);
  return result ?? send(file);
}

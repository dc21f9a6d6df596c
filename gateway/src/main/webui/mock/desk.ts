// Made-up findings, questions, people and access of the first case.
import { cases, evidence } from './data.ts';

const exhibit = evidence[0]?.id ?? '';
type Change = Record<string, unknown>;

export const questions: Change[] = [
  { id: 'q1', kind: 'question', text: 'Where was she between 20 December 2023 and 6 January 2024?', state: 'open', author: 'lena', at: '2026-11-20T10:00:00Z' },
  { id: 'q2', kind: 'hypothesis', parentId: 'q1', text: 'She loaded at Rajin.', state: 'supported', author: 'bo', at: '2026-11-21T10:00:00Z' },
];

export const findings: Change[] = [
  {
    id: 'f1', version: 3, state: 'accepted', statement: 'ANGARA was at Rajin, pier 3, on 28 December 2023.', confidence: 'moderate', questionId: 'q1', from: '2023-12-28T00:00:00Z', to: '2023-12-29T00:00:00Z',
    evidence: [{ evidenceId: exhibit, stance: 'supports', note: 'Length and superstructure agree.' }],
    alternatives: [{ kind: 'another-ship', result: 'unlikely', reason: 'Two other ships fit by time; neither has her length.' }],
    againstNote: 'Looked for other ships of 120 m in the same silence: two, neither with her cranes.', author: 'bo', createdAt: '2026-11-21T10:00:00Z', changedAt: '2026-11-22T12:00:00Z',
    review: { by: 'lena', at: '2026-11-22T12:00:00Z', reason: 'Both readings checked against the picture.' }, missing: [],
  },
  { id: 'f2', version: 1, state: 'proposed', statement: 'She carried containers from Rajin to Dunai at least three times.', confidence: 'low', evidence: [], alternatives: [], author: 'carl', createdAt: '2026-11-23T09:00:00Z', changedAt: '2026-11-23T09:30:00Z', missing: [] },
  { id: 'f3', version: 1, state: 'draft', statement: 'She was repaired at Zhoushan Xinya Shipyard in February 2024.', confidence: 'high', evidence: [], alternatives: [], author: 'bo', createdAt: '2026-11-23T10:00:00Z', changedAt: '2026-11-23T10:00:00Z', missing: ['evidence for it', 'evidence against it, or where you looked for it'] },
];

export const assessments = [{ evidenceId: exhibit, reliability: 'B', credibility: 2, reason: 'A known provider; the day is confirmed by a second picture.', assessedBy: 'bo', assessedAt: '2026-11-22T11:00:00Z' }];

const access = {
  grants: [
    { id: 'g1', kind: 'person', grantee: '0193f0e0-0000-7000-8000-000000000002', name: 'chen', role: 'reviewer', expiresAt: '2027-01-31T00:00:00Z', isExpired: false, reason: 'Second reader of pictures.', grantedBy: 'lena', grantedAt: '2026-11-21T09:00:00Z' },
    { id: 'g2', kind: 'team', grantee: 'team-pacific', name: 'team-pacific', role: 'viewer', expiresAt: '2026-11-22T00:00:00Z', isExpired: true, grantedBy: 'lena', grantedAt: '2026-11-20T09:00:00Z' },
  ] as Change[],
  exclusions: [{ id: 'x1', subject: '0193f0e0-0000-7000-8000-000000000003', name: 'dora', reason: 'Worked for the charterer until 2023.', excludedBy: 'lena', excludedAt: '2026-11-20T09:10:00Z' }] as Change[],
};

export const people = [
  { id: '0193f0e0-0000-7000-8000-000000000001', username: 'bo', displayName: 'Bo Lindqvist', roles: ['case-worker'], isMachine: false },
  { id: '0193f0e0-0000-7000-8000-000000000004', username: 'lena', displayName: 'Lena Vogt', roles: ['case-lead'], isMachine: false },
  { id: '0193f0e0-0000-7000-8000-000000000005', username: 'nightly', roles: [], isMachine: true },
];

const isFirst = (id: string) => id === cases[0]?.id;

/** Reads of a case's parts that the first case has and the others have empty. */
export function desk(id: string, part: string): unknown {
  const items = { findings, questions, assessments }[part];
  if (items) return { items: isFirst(id) ? items : [] };
  if (part !== 'access') return undefined;
  const file = cases.find((one) => one.id === id);
  return { team: file?.team, visibility: file?.visibility, handling: file?.handling, compartments: file?.compartments, ...(isFirst(id) ? access : { grants: [], exclusions: [] }) };
}

/** Changes of them; absent for what is none. */
export function changeDesk(method: string, part: string, last: string, more: string, body: Change): unknown {
  const now = new Date().toISOString();
  const stamp = String(Date.now());
  if (part === 'questions') {
    const known = questions.find((one) => one.id === last);
    if (known) return Object.assign(known, { state: body.state });
    const asked = { id: `q${stamp}`, state: 'open', author: 'bo', at: now, ...body };
    questions.push(asked);
    return asked;
  }
  if (part === 'findings') {
    const known = findings.find((one) => one.id === last);
    if (known && more === 'transitions') return Object.assign(known, { state: body.to, version: Number(known.version) + 1, changedAt: now });
    if (known) return Object.assign(known, body, { version: Number(known.version) + 1, changedAt: now, missing: [] });
    const begun = { id: `f${stamp}`, version: 1, state: 'draft', author: 'bo', createdAt: now, changedAt: now, missing: [], ...body };
    findings.push(begun);
    return begun;
  }
  if (part === 'assessments') return { evidenceId: last, assessedBy: 'bo', assessedAt: now, ...body };
  const held = part === 'grants' ? access.grants : part === 'exclusions' ? access.exclusions : undefined;
  if (!held) return undefined;
  if (method === 'DELETE') return held.splice(held.findIndex((one) => one.id === last), 1)[0];
  const added = { id: `g${stamp}`, name: body.grantee ?? body.subject, isExpired: false, grantedBy: 'bo', grantedAt: now, excludedBy: 'bo', excludedAt: now, ...body };
  held.push(added);
  return added;
}

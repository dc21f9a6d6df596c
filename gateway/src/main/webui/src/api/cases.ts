import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf } from './schema';

const base = '/api/cases/v1';

export const lead = z.object({
  id: z.string(),
  version: maybe(z.number()),
  team: maybe(z.string()),
  state: z.string(),
  kind: z.string(),
  title: z.string(),
  why: listOf(z.object({ family: z.string(), statement: z.string() })),
  vessel: maybe(z.object({ mmsi: maybe(z.string()), imo: maybe(z.string()), name: maybe(z.string()) })),
  occurredFrom: maybe(instant),
  occurredTo: maybe(instant),
  latitudeDegrees: maybe(z.number()),
  longitudeDegrees: maybe(z.number()),
  sourceRef: maybe(
    z.object({
      service: maybe(z.string()),
      kind: maybe(z.string()),
      id: maybe(z.string()),
      version: maybe(z.number()),
      href: maybe(z.string()),
    }),
  ),
  isRetracted: flag,
  synthetic: flag,
  priority: maybe(z.union([z.string(), z.number()])),
  dueAt: maybe(instant),
  isOverdue: flag,
  raisedAt: maybe(instant),
  dismissedReason: maybe(z.string()),
  snoozedUntil: maybe(instant),
  caseIds: listOf(z.string()),
  assignee: maybe(z.object({ subject: z.string(), name: z.string() })),
  escalatedAt: maybe(instant),
});
export type Lead = z.infer<typeof lead>;

const inbox = z.object({
  items: z.array(lead),
  nextCursor: maybe(z.string()),
  counts: maybe(z.object({ new: count, due: count, overdue: count })),
});

const transition = z.union([
  z.string().transform((to) => ({ to, needsReason: false, needsOutcome: false })),
  z
    .object({ to: z.string(), needsReason: flag, needsOutcome: flag, requires: listOf(z.string()) })
    .transform((t) => ({
      to: t.to,
      needsReason: t.needsReason || t.requires.includes('reason'),
      needsOutcome: t.needsOutcome || t.requires.includes('outcome'),
    })),
]);

const caseName = z.object({ id: z.string(), number: z.string(), title: z.string() });
const work = z.object({
  dueAt: maybe(instant),
  isOverdue: flag,
  investigator: maybe(z.object({ subject: z.string(), name: z.string() })),
  tags: listOf(z.string()),
  fields: z.record(z.string(), z.unknown()).nullish().transform((value) => value ?? {}),
  hold: maybe(z.object({ reason: z.string(), by: z.string(), at: instant })),
  retainUntil: maybe(instant),
  disposalProposedAt: maybe(instant),
  deconfliction: maybe(z.string()).transform((value) => value ?? 'silent'),
  isSuperseded: flag,
  supersededBy: maybe(caseName),
  supersedes: listOf(caseName),
});

export const caseFile = z.object({
  id: z.string(),
  number: maybe(z.union([z.string(), z.number()])).transform((value) => (value === undefined ? '' : String(value))),
  team: maybe(z.string()),
  title: z.string(),
  summary: maybe(z.string()),
  state: z.string(),
  outcome: maybe(z.string()),
  priority: maybe(z.union([z.string(), z.number()])),
  handling: maybe(z.string()),
  visibility: maybe(z.string()),
  compartments: listOf(z.string()),
  actions: listOf(z.string()),
  isSynthetic: flag,
  openedBy: maybe(z.string()),
  openedAt: maybe(instant),
  changedAt: maybe(instant),
  version: maybe(z.number()),
  counts: z
    .object({ leads: count, evidence: count, notes: count, tasks: count })
    .nullish()
    .transform((value) => value ?? { leads: 0, evidence: 0, notes: 0, tasks: 0 }),
  subjects: listOf(
    z.object({
      id: maybe(z.string()),
      kind: maybe(z.string()),
      mmsi: maybe(z.string()),
      imo: maybe(z.string()),
      name: maybe(z.string()),
    }),
  ),
  transitions: listOf(transition),
  work: work
    .nullish()
    .transform((value) => value ?? { tags: [], fields: {}, isOverdue: false, isSuperseded: false, supersedes: [], deconfliction: 'silent', dueAt: undefined, investigator: undefined, hold: undefined, retainUntil: undefined, disposalProposedAt: undefined, supersededBy: undefined }),
});
export type CaseFile = z.infer<typeof caseFile>;
export type Subject = CaseFile['subjects'][number];

const geometry = z.looseObject({ type: z.string() });

export const evidence = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  ref: maybe(z.object({ service: maybe(z.string()), href: maybe(z.string()) })),
  sha256: z.string(),
  sizeBytes: maybe(z.number()),
  collectedBy: maybe(z.string()),
  collectedAt: maybe(instant),
  synthetic: flag,
  source: maybe(z.string()),
  licence: maybe(z.string()),
  liveState: maybe(z.string()),
  note: maybe(z.string()),
  geometry: maybe(geometry),
  occurredFrom: maybe(instant),
  occurredTo: maybe(instant),
});
export type Evidence = z.infer<typeof evidence>;

export type EvidenceKind = 'silence' | 'activity' | 'sighting' | 'verdict' | 'match' | 'listing' | 'track' | 'vessel';

const note = z.object({ id: z.string(), text: z.string(), author: maybe(z.string()), at: maybe(instant), mentions: listOf(z.object({ subject: z.string(), name: z.string() })) });

const timelineItem = z.object({
  at: instant,
  to: maybe(instant),
  precision: maybe(z.string()),
  kind: z.string(),
  title: z.string(),
  detail: maybe(z.string()),
  synthetic: flag,
  evidenceId: maybe(z.string()),
  latitudeDegrees: maybe(z.number()),
  longitudeDegrees: maybe(z.number()),
  source: maybe(z.string()),
});
export type TimelineItem = z.infer<typeof timelineItem>;

const auditEntry = z.object({
  at: instant,
  actor: maybe(z.string()),
  action: z.string(),
  object: maybe(z.string()),
  detail: maybe(z.unknown()),
});

const grant = z.object({
  id: z.string(),
  kind: z.string(),
  grantee: z.string(),
  name: z.string(),
  role: z.string(),
  expiresAt: maybe(instant),
  isExpired: flag,
  reason: maybe(z.string()),
  grantedBy: maybe(z.string()),
  grantedAt: maybe(instant),
});
export type Grant = z.infer<typeof grant>;

const exclusion = z.object({
  id: z.string(),
  subject: z.string(),
  name: z.string(),
  reason: z.string(),
  excludedBy: maybe(z.string()),
  excludedAt: maybe(instant),
});
export type Exclusion = z.infer<typeof exclusion>;

const link = z.object({ evidenceId: z.string(), stance: z.enum(['supports', 'contradicts']), note: maybe(z.string()) });
export type Link = z.infer<typeof link>;

const alternative = z.object({ kind: z.string(), result: z.string(), reason: z.string() });
export type Alternative = z.infer<typeof alternative>;

const finding = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  statement: z.string(),
  confidence: z.string(),
  questionId: maybe(z.string()),
  from: maybe(instant),
  to: maybe(instant),
  geometry: maybe(geometry),
  evidence: listOf(link),
  alternatives: listOf(alternative),
  againstNote: maybe(z.string()),
  author: z.string(),
  createdAt: maybe(instant),
  changedAt: maybe(instant),
  review: maybe(z.object({ by: z.string(), at: instant, reason: z.string() })),
  missing: listOf(z.string()),
});
export type Finding = z.infer<typeof finding>;

const question = z.object({
  id: z.string(),
  kind: z.string(),
  parentId: maybe(z.string()),
  text: z.string(),
  state: z.string(),
  author: z.string(),
  at: maybe(instant),
});
export type Question = z.infer<typeof question>;

const assessment = z.object({
  evidenceId: z.string(),
  reliability: z.string(),
  credibility: z.number(),
  reason: z.string(),
  assessedBy: z.string(),
  assessedAt: instant,
});
export type Assessment = z.infer<typeof assessment>;

const access = z.object({
  team: z.string(),
  visibility: z.string(),
  handling: maybe(z.string()),
  compartments: listOf(z.string()),
  grants: listOf(grant),
  exclusions: maybe(z.array(exclusion)),
});
export type Access = z.infer<typeof access>;

export const casePath = (id: string) => `${base}/cases/${id}`;
export const leadPath = (id: string) => `${base}/leads/${id}`;
export const evidenceContentPath = (caseId: string, id: string) => `${casePath(caseId)}/evidence/${id}/content`;

export const inboxQuery = (state: string, kind: string, assignee = '', pressing = '') =>
  queryOptions({
    queryKey: ['cases', 'inbox', state, kind, assignee, pressing],
    queryFn: ({ signal }) => api.get(`${base}/inbox`, inbox, { query: { state, kind, assignee, pressing, limit: 200 }, signal }),
    refetchInterval: 60_000,
  });

export const casesQuery = (q: string, state: string) =>
  queryOptions({
    queryKey: ['cases', 'list', q, state],
    queryFn: ({ signal }) => api.get(`${base}/cases`, pageOf(caseFile), { query: { q, state, limit: 100 }, signal }),
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'case', id],
    queryFn: ({ signal }) => api.getWithTag(casePath(id), caseFile, { signal }),
    retry: false,
  });

const part = <T extends z.ZodType>(id: string, name: string, schema: T) =>
  queryOptions({
    queryKey: ['cases', 'case', id, name],
    queryFn: ({ signal }) => api.get(`${casePath(id)}/${name}`, schema, { signal }),
  });

export const caseLeadsQuery = (id: string) => part(id, 'leads', pageOf(lead));
const pageOfEvidence = pageOf(evidence);

/** The whole register, page by page: what is frozen already must be known wherever it stands in it. */
export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'case', id, 'evidence'],
    queryFn: async ({ signal }) => {
      const items: Evidence[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.get(`${casePath(id)}/evidence`, pageOfEvidence, { query: { limit: 200, cursor }, signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return { items };
    },
  });
export const notesQuery = (id: string) => part(id, 'notes', pageOf(note));
export const timelineQuery = (id: string) => part(id, 'timeline', pageOf(timelineItem));
export const findingsQuery = (id: string) => part(id, 'findings', pageOf(finding));
export const questionsQuery = (id: string) => part(id, 'questions', pageOf(question));
export const assessmentsQuery = (id: string) => part(id, 'assessments', pageOf(assessment));
export const accessQuery = (id: string) => part(id, 'access', access);
export const auditQuery = (id: string) => part(id, 'audit', pageOf(auditEntry));

export const dismissLead = (id: string, reason: string) => api.post(`${leadPath(id)}/dismiss`, lead, { body: { reason } });
export const snoozeLead = (id: string, until: string) => api.post(`${leadPath(id)}/snooze`, lead, { body: { until } });
export const reopenLead = (id: string) => api.post(`${leadPath(id)}/reopen`, lead, { body: {} });
export const attachLead = (id: string, caseId: string) => api.post(`${leadPath(id)}/attach`, lead, { body: { caseId } });
export const openCaseFrom = (id: string, title: string | undefined) =>
  api.post(`${leadPath(id)}/open-case`, caseFile, { body: title ? { title } : {} });

const bulkResult = z.union([
  z.array(z.object({ id: z.string(), ok: z.boolean(), detail: maybe(z.string()) })),
  z
    .object({ items: z.array(z.object({ id: z.string(), ok: z.boolean(), detail: maybe(z.string()) })) })
    .transform((page) => page.items),
]);

export interface BulkAction {
  action: 'dismiss' | 'snooze' | 'attach' | 'reopen' | 'detach' | 'assign';
  leadIds: string[];
  reason?: string;
  caseId?: string;
  until?: string;
  assignee?: { subject: string; name: string };
}
export const bulk = (body: BulkAction) => api.post(`${base}/leads/bulk`, bulkResult, { body });

export type Visibility = 'team' | 'named' | 'sealed';
export const newCase = (body: { title: string; summary?: string; priority?: string; visibility?: Visibility; handling?: string }) =>
  api.post(`${base}/cases`, caseFile, { body });
export const moveCase = (id: string, etag: string | undefined, body: { to: string; reason?: string; outcome?: string }) =>
  api.post(`${casePath(id)}/transitions`, caseFile, { body, ifMatch: etag });
export const changeCase = (
  id: string,
  etag: string | undefined,
  body: {
    title?: string;
    summary?: string;
    priority?: string;
    handling?: string;
    tags?: string[];
    dueAt?: string | null;
    deconfliction?: string;
    investigator?: { subject: string; name: string };
    fields?: Record<string, unknown>;
  },
) => api.patch(casePath(id), caseFile, { body, ifMatch: etag });
export const addNote = (id: string, text: string, mentions: { subject: string; name: string }[], etag: string | undefined) =>
  api.post(`${casePath(id)}/notes`, note, { body: { text, ...(mentions.length > 0 ? { mentions } : {}) }, ifMatch: etag });
export const freeze = (
  id: string,
  etag: string | undefined,
  body: { kind: EvidenceKind; ref: { service: string; href: string }; note?: string },
) => api.postWithStatus(`${casePath(id)}/evidence`, evidence, { body, ifMatch: etag });
export const addFact = (
  id: string,
  etag: string | undefined,
  body: {
    at: string;
    precision: string;
    title: string;
    detail?: string;
    source: string;
    latitudeDegrees?: number;
    longitudeDegrees?: number;
  },
) => api.post(`${casePath(id)}/facts`, z.unknown(), { body, ifMatch: etag });
export const addSubject = (
  id: string,
  etag: string | undefined,
  body: { kind: string; mmsi?: string; imo?: string; name?: string },
) => api.post(`${casePath(id)}/subjects`, z.unknown(), { body, ifMatch: etag });

export const addGrant = (
  id: string,
  body: { kind: 'person' | 'team' | 'client'; grantee: string; name?: string; role: string; expiresAt?: string; reason?: string },
) => api.post(`${casePath(id)}/grants`, grant, { body });
export const removeGrant = (id: string, grantId: string) => api.delete(`${casePath(id)}/grants/${grantId}`);
export const addExclusion = (id: string, body: { subject: string; name?: string; reason: string }) =>
  api.post(`${casePath(id)}/exclusions`, exclusion, { body });
export const removeExclusion = (id: string, exclusionId: string) => api.delete(`${casePath(id)}/exclusions/${exclusionId}`);

export interface FindingWords {
  statement: string;
  confidence: string;
  questionId?: string;
  from?: string;
  to?: string;
  geometry?: unknown;
  evidence: Link[];
  alternatives: Alternative[];
  againstNote?: string;
}
const tag = (version: number) => `"${version}"`;
export const beginFinding = (caseId: string, body: FindingWords) => api.post(`${casePath(caseId)}/findings`, finding, { body });
export const rewriteFinding = (caseId: string, id: string, version: number, body: FindingWords) =>
  api.put(`${casePath(caseId)}/findings/${id}`, finding, { body, ifMatch: tag(version) });
export const moveFinding = (caseId: string, id: string, version: number, body: { to: string; reason?: string }) =>
  api.post(`${casePath(caseId)}/findings/${id}/transitions`, finding, { body, ifMatch: tag(version) });
export const askQuestion = (caseId: string, body: { kind: string; parentId?: string; text: string }) =>
  api.post(`${casePath(caseId)}/questions`, question, { body });
export const settleQuestion = (caseId: string, id: string, state: string) =>
  api.post(`${casePath(caseId)}/questions/${id}/state`, question, { body: { state } });
export const assess = (caseId: string, evidenceId: string, body: { reliability: string; credibility: number; reason: string }) =>
  api.post(`${casePath(caseId)}/assessments/${evidenceId}`, assessment, { body });

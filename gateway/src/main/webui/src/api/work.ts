import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { casePath, caseFile, lead, type CaseFile } from './cases';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf } from './schema';

const base = '/api/cases/v1';

export const person = z.object({ subject: z.string(), name: z.string() });
export type PersonRef = z.infer<typeof person>;

/* Tasks */

export const task = z.object({
  id: z.string(),
  caseId: z.string(),
  version: z.number(),
  title: z.string(),
  detail: maybe(z.string()),
  state: z.string(),
  assignee: maybe(person),
  dueAt: maybe(instant),
  isOverdue: flag,
  origin: maybe(z.string()),
  createdBy: z.string(),
  createdAt: instant,
});
export type Task = z.infer<typeof task>;

export interface TaskWords {
  title: string;
  detail?: string;
  state?: string;
  assignee?: PersonRef;
  dueAt?: string;
}

export const tasksQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'case', caseId, 'tasks'],
    queryFn: ({ signal }) => api.get(`${casePath(caseId)}/tasks`, pageOf(task), { query: { limit: 200 }, signal }),
  });
export const myTasksQuery = queryOptions({
  queryKey: ['cases', 'tasks'],
  queryFn: ({ signal }) => api.get(`${base}/tasks`, pageOf(task), { query: { limit: 200 }, signal }),
});
export const openTask = (caseId: string, body: TaskWords) => api.post(`${casePath(caseId)}/tasks`, task, { body });
export const changeTask = (one: Task, body: TaskWords) => api.put(`${casePath(one.caseId)}/tasks/${one.id}`, task, { body, ifMatch: `"${one.version}"` });
export const wordsOf = (one: Task): TaskWords => ({ title: one.title, detail: one.detail, state: one.state, assignee: one.assignee, dueAt: one.dueAt });

/* Notices and watches */

const notification = z.object({
  id: z.string(),
  kind: z.string(),
  caseId: maybe(z.string()),
  leadId: maybe(z.string()),
  text: z.string(),
  by: z.string(),
  at: instant,
  readAt: maybe(instant),
});
export type Notification = z.infer<typeof notification>;

export const noticesQuery = queryOptions({
  queryKey: ['cases', 'notifications'],
  queryFn: ({ signal }) => api.get(`${base}/notifications`, z.object({ items: z.array(notification), unread: count }), { query: { limit: 100 }, signal }),
  refetchInterval: 30_000,
});
export const readNotice = (id: string) => api.post(`${base}/notifications/${id}/read`, notification, { body: {} });
export const readAllNotices = () => api.send('POST', `${base}/notifications/read`, { body: {} });

const area = z.object({ southDegrees: z.number(), westDegrees: z.number(), northDegrees: z.number(), eastDegrees: z.number() });
const watch = z.object({ id: z.string(), kind: z.string(), title: z.string(), mmsi: maybe(z.string()), imo: maybe(z.string()), area: maybe(area), words: maybe(z.string()), createdAt: instant });
export type Watch = z.infer<typeof watch>;
export const watchesQuery = queryOptions({
  queryKey: ['cases', 'watches'],
  queryFn: ({ signal }) => api.get(`${base}/watches`, pageOf(watch), { signal }),
});
export const addWatch = (body: { kind: string; title?: string; mmsi?: string; imo?: string; words?: string; area?: z.infer<typeof area> }) => api.post(`${base}/watches`, watch, { body });
export const removeWatch = (id: string) => api.delete(`${base}/watches/${id}`);

/* Search */

const found = z.object({ kind: z.string(), id: z.string(), caseId: maybe(z.string()), caseNumber: maybe(z.string()), leadId: maybe(z.string()), title: z.string(), at: instant });
export type Found = z.infer<typeof found>;
const findings = z.object({ items: z.array(found), nextCursor: maybe(z.string()), counts: z.record(z.string(), z.number()), isMore: flag });
export const searchQuery = (q: string, kind: string) =>
  queryOptions({
    queryKey: ['cases', 'search', q, kind],
    queryFn: ({ signal }) => api.get(`${base}/search`, findings, { query: { q, kind, limit: 100 }, signal }),
    enabled: q.trim() !== '',
  });
export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['cases', 'suggestions', q],
    queryFn: ({ signal }) => api.get(`${base}/search/suggestions`, pageOf(z.object({ kind: z.string(), caseId: z.string(), title: z.string() })), { query: { q }, signal }),
    enabled: q.trim().length > 1,
  });

/* Related cases, merging, hold */

const caseName = z.object({ id: z.string(), number: z.string(), title: z.string() });
const relation = z.object({ id: z.string(), other: caseName, reason: z.string(), addedBy: z.string(), addedAt: instant });
export const relatedQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', 'case', id, 'related'], queryFn: ({ signal }) => api.get(`${casePath(id)}/related`, pageOf(relation), { signal }) });
export const elsewhereQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'case', id, 'elsewhere'],
    queryFn: ({ signal }) => api.get(`${casePath(id)}/subjects/elsewhere`, pageOf(z.object({ team: z.string(), contact: maybe(z.string()) })), { signal }),
  });
export const relate = (id: string, body: { caseId: string; reason: string }) => api.post(`${casePath(id)}/related`, relation, { body });
export const part = (id: string, relationId: string) => api.delete(`${casePath(id)}/related/${relationId}`);
const tagOf = (file: CaseFile) => (file.version === undefined ? undefined : `"${file.version}"`);
export const merge = (file: CaseFile, body: { into: string; reason: string }) => api.post(`${casePath(file.id)}/merge`, caseFile, { body, ifMatch: tagOf(file) });
export const setHold = (file: CaseFile, reason: string) => api.put(`${casePath(file.id)}/hold`, caseFile, { body: { reason }, ifMatch: tagOf(file) });
export const liftHold = (file: CaseFile, reason: string) => api.delete(`${casePath(file.id)}/hold`, { body: { reason }, ifMatch: tagOf(file) });

/* Leads */

export const takeNext = () => api.postMaybe(`${base}/inbox/next`, lead, { body: {} });
export const detachLead = (id: string, caseId: string) => api.post(`${base}/leads/${id}/detach`, lead, { body: { caseId } });
export const moveLead = (id: string, from: string, to: string) => api.post(`${base}/leads/${id}/move`, lead, { body: { from, to } });

/* What a team sets up */

const field = z.object({ key: z.string(), label: z.string(), kind: z.string(), choices: listOf(z.string()) });
export type Field = z.infer<typeof field>;
export const fieldsQuery = queryOptions({ queryKey: ['cases', 'fields'], queryFn: ({ signal }) => api.get(`${base}/fields`, pageOf(field), { signal }), staleTime: 60_000 });
export const putField = (key: string, body: { label: string; kind: string; choices?: string[] }) => api.put(`${base}/fields/${encodeURIComponent(key)}`, field, { body });
export const removeField = (key: string) => api.delete(`${base}/fields/${encodeURIComponent(key)}`);

const step = z.object({ title: z.string(), detail: maybe(z.string()), dueWithin: maybe(z.string()) });
const template = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  content: z.object({ title: maybe(z.string()), summary: maybe(z.string()), priority: maybe(z.string()), visibility: maybe(z.string()), dueWithin: maybe(z.string()), tags: listOf(z.string()), tasks: listOf(step) }),
  isRetired: flag,
  changedBy: z.string(),
  changedAt: instant,
});
export type Template = z.infer<typeof template>;
export const templatesQuery = queryOptions({ queryKey: ['cases', 'templates'], queryFn: ({ signal }) => api.get(`${base}/templates`, pageOf(template), { signal }) });
type TemplateBody = { name: string; content: unknown; isRetired?: boolean };
export const addTemplate = (body: TemplateBody) => api.post(`${base}/templates`, template, { body });
export const changeTemplate = (one: Template, body: TemplateBody) => api.put(`${base}/templates/${one.id}`, template, { body, ifMatch: `"${one.version}"` });
export const openFromTemplate = (id: string, title: string) => api.post(`${base}/templates/${id}/cases`, caseFile, { body: title ? { title } : {} });

const inboxRule = z.object({ assignment: z.string(), people: listOf(person), escalateTo: maybe(person) });
export type InboxRule = z.infer<typeof inboxRule>;
export const inboxRuleQuery = queryOptions({ queryKey: ['cases', 'inbox-rule'], queryFn: ({ signal }) => api.get(`${base}/inbox/rule`, inboxRule, { signal }) });
export const putInboxRule = (body: InboxRule) => api.put(`${base}/inbox/rule`, inboxRule, { body });

const retention = z.object({ rules: z.array(z.object({ outcome: maybe(z.string()), keepDays: z.number(), mode: z.string() })) });
export type Retention = z.infer<typeof retention>;
export const retentionQuery = queryOptions({ queryKey: ['cases', 'retention'], queryFn: ({ signal }) => api.get(`${base}/retention`, retention, { signal }) });
export const putRetention = (body: Retention) => api.put(`${base}/retention`, retention, { body });


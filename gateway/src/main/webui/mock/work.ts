/** Tasks, notices, watches, what a team has set up: made up, and forgotten with the server. */
type Change = Record<string, unknown>;

const now = new Date().toISOString();
const bo = { subject: '0193f0e0-0000-7000-8000-000000000001', name: 'bo' };
const tasks: Change[] = [
  { id: 't1', caseId: '', version: 1, title: 'Ask the port authority', detail: 'Which berth, and who paid the dues?', state: 'open', assignee: bo, dueAt: '2026-11-20T09:00:00Z', isOverdue: true, createdBy: 'lena', createdAt: now, changedBy: 'lena', changedAt: now },
  { id: 't2', caseId: '', version: 2, title: 'Upstream retracted: ANGARA: silence of 30 hours', state: 'in-progress', origin: 'retraction:1', isOverdue: false, createdBy: 'fairlead', createdAt: now, changedBy: 'bo', changedAt: now },
];
const watches: Change[] = [{ id: 'w1', kind: 'query', title: 'Rajin', words: 'rajin -coal', createdAt: now }];
const fields: Change[] = [{ key: 'docket', label: 'Docket', kind: 'text', choices: [] }];
const templates: Change[] = [{ id: 'p1', version: 1, name: 'A silence', content: { priority: 'high', tags: ['silence'], tasks: [{ title: 'Look at the coverage', dueWithin: 'P2D' }] }, isRetired: false, changedBy: 'lena', changedAt: now }];

/** Reads that are of no case; absent for what is none of these. */
export function workRead(one: string, caseId: string): unknown {
  const isEmpty = process.env.MOCK_EMPTY !== undefined;
  const page = (items: unknown[]) => ({ items: isEmpty ? [] : items });
  switch (one) {
    case 'tasks':
      return page(tasks.map((task) => ({ ...task, caseId })));
    case 'notifications':
      return { ...page([{ id: 'n1', kind: 'mentioned', caseId, text: 'You were mentioned in case GULF-2026-0001.', by: 'lena', at: now }]), unread: isEmpty ? 0 : 1 };
    case 'watches':
      return page(watches);
    case 'search':
      return { ...page([{ kind: 'case', id: caseId, caseId, caseNumber: 'GULF-2026-0001', title: 'ANGARA \u202Egpj', at: now }]), counts: isEmpty ? {} : { case: 1, note: 2 } };
    case 'fields':
      return page(fields);
    case 'templates':
      return page(templates);
    case 'retention':
      return { rules: isEmpty ? [] : [{ outcome: 'substantiated', keepDays: 3650, mode: 'propose' }] };
    default:
      return undefined;
  }
}

/** Parts of a case. */
export function workPart(part: string, last: string, caseId: string): unknown {
  if (part === 'tasks') return { items: tasks.map((task) => ({ ...task, caseId })) };
  if (part === 'related') return { items: [] };
  if (part === 'dossiers') return { items: [] };
  if (part === 'relations') return { items: [] };
  if (part === 'board') return board(caseId);
  if (part === 'subjects' && last === 'elsewhere') return { items: [{ team: 'team-pacific', contact: 'chen' }] };
  return undefined;
}

function board(caseId: string) {
  const node = (kind: string, target: string, title: string, more: Change = {}) => ({ id: `${kind}:${target}`, kind, target, title, synthetic: false, ...more });
  const link = (source: string, target: string, kind: string, label: string, more: Change = {}) => ({ source, target, kind, label, ...more });
  if (process.env.MOCK_EMPTY !== undefined) return { nodes: [node('case', caseId, 'GULF-2026-0001')], links: [], hidden: [] };
  return {
    nodes: [
      node('case', caseId, 'GULF-2026-0001', { detail: 'ANGARA', state: 'open' }),
      node('subject', 's1', 'ANGARA \u202Egpj', { detail: 'IMO 9179842', state: 'vessel' }),
      node('subject', 's2', 'M Leasing LLC', { state: 'company' }),
      node('evidence', 'e1', 'Silence of 30 hours', { detail: 'silence', at: '2024-01-10T00:00:00Z', synthetic: true }),
      node('finding', 'f1', 'She called at Rajin between 9 and 11 January 2024.', { detail: 'confidence moderate', state: 'draft' }),
      node('question', 'q1', 'Where was she?', { detail: 'question', state: 'open' }),
      node('lead', 'l1', 'Unexplained silence', { detail: 'silence', state: 'attached' }),
      node('neighbour', 'c2', 'GULF-2026-0002', { detail: 'The same owner' }),
    ],
    links: [
      link('subject:s2', 'subject:s1', 'relation', 'owns', { from: '2019-03-01', note: 'By the register.' }),
      link('evidence:e1', 'finding:f1', 'supports', 'supports'),
      link('finding:f1', 'question:q1', 'answers', 'answers'),
      link('lead:l1', 'subject:s1', 'about', 'is about'),
      link('neighbour:c2', 'subject:s1', 'also-in', 'is also about'),
      link(`case:${caseId}`, 'subject:s1', 'part', 'holds'),
      link(`case:${caseId}`, 'subject:s2', 'part', 'holds'),
      link(`case:${caseId}`, 'question:q1', 'part', 'holds'),
    ],
    hidden: [{ kind: 'lead', count: 12 }],
  };
}

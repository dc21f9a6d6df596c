import { changeDesk, desk, people } from './desk.ts';
import { feeds } from './feeds.ts';
import { screening } from './screening.ts';
import { workPart, workRead } from './work.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import * as data from './data.ts';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
type Body = Record<string, unknown>;

const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({ body, headers });
const page = (items: unknown[]) => ok({ items });
const notFound: Answer = { status: 404, body: { type: 'urn:problem:not-found', title: 'Not found', status: 404, detail: 'There is nothing here.', code: 'not-found' } };

const transitions: Record<string, string[]> = { triage: ['open', 'closed'], open: ['in-review', 'on-hold', 'closed'], 'in-review': ['open', 'closed'], 'on-hold': ['open'], closed: ['reopened'], reopened: ['in-review', 'closed'] };
let loggedIn = true;
const streams = new Set<ServerResponse>();

function tell(kind: string, caseId?: string) {
  for (const stream of streams) stream.write(`id: ${Date.now()}\nevent: ${kind}\ndata: ${JSON.stringify({ kind, caseId, version: 1, team: 'team-gulf' })}\n\n`);
}

function triage(lead: (typeof data.leads)[number], action: string, body: Body) {
  lead.state = { dismiss: 'dismissed', snooze: 'snoozed', attach: 'attached', reopen: 'new' }[action] ?? lead.state;
  if (action === 'dismiss') lead.dismissedReason = String(body.reason);
  if (action === 'snooze') lead.snoozedUntil = String(body.until);
  if (action === 'attach') lead.caseIds.push(String(body.caseId));
  tell('lead-changed');
}

function answer(method: string, url: URL, body: Body, request: IncomingMessage): Answer {
  const path = url.pathname;
  const q = url.searchParams;
  const team = request.headers['fairlead-team'] ?? 'team-gulf';
  if (path === '/api/me') {
    return loggedIn
      ? ok({ username: 'bo', displayName: 'Bo Lindqvist', teams: [{ id: 'team-gulf', name: 'Gulf desk', roles: ['case-worker'] }, { id: 'team-pacific', name: 'Pacific desk', roles: ['case-worker'] }] })
      : { status: 401, body: {} };
  }
  if (path === '/api/status') return ok({ parts: ['gateway', 'ais', 'imagery', 'sanctions', 'cases', 'kafka', 'postgres', 'keycloak'].map((name) => ({ name, status: process.env.MOCK_DOWN === name ? 'down' : 'up' })) });
  if (path.startsWith('/api/teams/')) return page(people);
  const [, , service, , ...rest] = path.split('/');
  if (process.env.MOCK_DOWN === service) return { status: 503, body: { title: 'Unavailable', status: 503, detail: `The ${service} service does not answer.`, code: 'service-unavailable' } };
  const [one = '', id = '', part = '', last = '', more = ''] = rest;
  if (service === 'ais') {
    if (one === 'jobs') return id === '' ? page(data.jobs) : part === 'rejects' ? page(data.rejects) : (ok(data.jobs.find((job) => job.id === id)) ?? notFound);
    if (one === 'feeds') return method === 'GET' ? page(process.env.MOCK_EMPTY ? [] : feeds()) : ok(feeds()[0]);
    if (one === 'tiles') return { status: 204 };
    if (one === 'uploads') return { status: 200, body: data.jobs[0] };
    if (one === 'statistics') return ok({ vessels: 312, fixes: 118_374, silences: 41, silencesOpen: 4, sources: [{ name: 'dma-2013', fixes: 118_210, firstAt: '2013-10-01T00:00:00Z', lastAt: '2013-10-01T06:00:00Z' }, { name: 'angara-reconstruction', fixes: 164, synthetic: true }] });
    if (one === 'activities') {
      const kinds = (q.get('kind') ?? '').split(',');
      const all = [...data.silences, ...data.activities];
      if (id === '') return page(all.filter((s) => s.vessel.mmsi === q.get('mmsi') && kinds.includes(s.kind)));
      const found = all.find((s) => s.id === id);
      if (found && part === 'why') return ok(data.whyOf(found));
      return found ? (part === 'versions' ? page([found]) : ok(found)) : notFound;
    }
    if (one === 'vessels') {
      if (id === '') return page(data.vessels.filter((v) => `${v.name} ${v.mmsi} ${v.imo} ${v.callSign}`.toLowerCase().includes((q.get('q') ?? '').toLowerCase())));
      if (part === 'track') return ok(data.track(id));
      if (part === 'voyages') return page(id === data.angara.mmsi ? data.voyages : []);
      const found = data.vessels.find((v) => v.mmsi === id);
      return found ? ok(found) : notFound;
    }
  }
  if (service === 'imagery') {
    if (one === 'ports') return page(data.ports);
    if (one === 'reachable') {
      const silence = data.silences.find((s) => s.id === q.get('activity'));
      return silence ? ok(data.reach(silence.start.at, silence.end?.at ?? silence.start.at)) : notFound;
    }
    if (one === 'what-if') return ok({ method: 'sea-lower-bound', silent: data.verdicts.map(({ sighting: _, ...v }) => v), transmitting: [{ vessel: data.vessels[1], distanceNauticalMiles: 3.2, at: body.at, latitudeDegrees: Number(body.latitudeDegrees) + 0.05, longitudeDegrees: body.longitudeDegrees, isInterpolated: true }], transmittingState: 'ok' });
    if (one === 'scenes') return id === '' ? page(process.env.MOCK_EMPTY ? [] : data.scenes) : ok(data.scenes.find((s) => s.id === id) ?? data.scenes[0]);
    if (one === 'sightings') {
      if (part === 'versions') {
        const found = data.sightings.find((s) => s.id === id);
        return page([{ ...found, version: 2, changedBy: 'carl', changedAt: '2026-11-22T10:00:00Z' }, { ...found, version: 1, lengthMetres: 140, changedBy: 'carl', changedAt: '2026-11-20T09:00:00Z' }]);
      }
      if (part === 'chips') return last === '' ? page(data.chips) : notFound;
      if (part === 'associations') return method === 'GET' ? page([]) : { status: 201, body: { id: 'a1', version: 1, vessel: data.angara, state: 'proposed', statements: [] } };
      if (part === 'candidates') return ok({ sightingId: id, method: 'sea-lower-bound', silent: data.verdicts.map(({ sighting: _, ...v }, i) => ({ ...v, likelihood: { posterior: [0.41, 0.18, 0.0004][i], chanceRate: 0.22, explanation: 'Her length agrees; the area she could be in is small.' } })), neverTransmitting: { posterior: 0.4, explanation: 'By the traffic of the area.' }, transmitting: [{ vessel: data.vessels[1], distanceNauticalMiles: 3.2, isInterpolated: true, match: { label: 'potential', explanation: 'It may be she; these data do not say so.' } }], transmittingState: 'ok' });
      if (id === 'imports') return ok({ accepted: 12, alreadyThere: 1, rejected: [{ row: 4, field: 'latitude', detail: '91 is outside −90 to 90' }], dryRun: q.get('dryRun') === 'true' });
      if (method === 'POST') return { status: 201, body: data.sightings[0] };
      if (id === '') return page(data.sightings);
      return ok(data.sightings.find((s) => s.id === id));
    }
    if (one === 'vessels') return page(id === data.angara.mmsi ? data.verdicts : []);
    if (one === 'verdicts') {
      const found = data.verdicts.find((v) => v.id === id);
      return found ? (part === 'versions' ? page([found]) : ok(found)) : notFound;
    }
  }
  if (service === 'sanctions') {
    const screened = screening(one, id, part);
    if (screened) return ok(screened);
    if (one === 'lists') {
      if (id === '') return page(data.lists);
      if (part === 'diff') return ok({ added: data.listings, removed: [], modified: [data.modified] });
      if (method === 'POST') return { status: 202, body: data.versions[0] };
      return page(id === 'ofac-sdn' ? data.versions : data.versions.slice(2).map((v) => ({ ...v, list: id })));
    }
    if (one === 'listings') {
      if (id === '') return page(data.listings.filter((l) => `${l.name} ${'imo' in l ? l.imo : ''}`.toLowerCase().includes((q.get('q') ?? '').toLowerCase())));
      const found = data.listings.find((l) => l.sourceId === part);
      return found ? (last === 'versions' ? page(data.entryVersions(found)) : ok(data.entryView(found, q.get('asOf') ?? ''))) : notFound;
    }
    if (one === 'vessels') return ok(part === 'history' ? data.shipHistory(id) : data.asOf(id, q.get('asOf') ?? ''));
    if (one === 'matches') return page(q.get('mmsi') === data.angara.mmsi ? data.matches : []);
  }
  if (service === 'cases') {
    const first = data.cases[0]?.id ?? '';
    if (one === 'inbox' && id === 'rule') return ok({ assignment: 'nobody', people: [] });
    if (method === 'GET' && one === 'search' && id === 'suggestions') return page([]);
    const work = method === 'GET' ? workRead(one, first) : undefined;
    if (work) return ok(work);
    if (one === 'inbox') {
      const mine = team === 'team-gulf' ? data.leads : [];
      const items = mine.filter((l) => l.state === (q.get('state') ?? 'new') && (!q.get('kind') || l.kind === q.get('kind')));
      return ok({ items, counts: { new: mine.filter((l) => l.state === 'new').length, due: 2, overdue: mine.filter((l) => l.state === 'new' && l.isOverdue).length } });
    }
    if (one === 'leads') {
      if (id === 'bulk') {
        const ids = Array.isArray(body.leadIds) ? body.leadIds : [];
        const found = data.leads.filter((l) => ids.includes(l.id));
        found.forEach((l) => triage(l, String(body.action), body));
        return ok(found.map((l) => ({ id: l.id, ok: true })));
      }
      const lead = data.leads.find((l) => l.id === id);
      if (!lead) return notFound;
      if (part === 'open-case') {
        const opened = { ...(data.cases[1] as (typeof data.cases)[number]), id: `0193f0c0-0000-7000-8000-00000000001${data.cases.length}`, number: `GULF-2026-000${data.cases.length + 1}`, title: lead.title, subjects: [{ id: 's', kind: 'vessel', ...lead.vessel }] };
        data.cases.push(opened);
        lead.state = 'attached';
        lead.caseIds.push(opened.id);
        tell('case-opened', opened.id);
        return { status: 201, body: opened };
      }
      triage(lead, part, body);
      return ok(lead);
    }
    if (one === 'cases') {
      if (team !== 'team-gulf') return id === '' ? page([]) : notFound;
      if (id === '' && method === 'GET') return page(data.cases.filter((c) => c.title.toLowerCase().includes((q.get('q') ?? '').toLowerCase()) && (!q.get('state') || c.state === q.get('state'))));
      const file = data.cases.find((c) => c.id === id);
      if (!file) return notFound;
      const full = () => ok({ ...file, transitions: transitions[file.state] ?? [] }, { ETag: `"${file.version}"` });
      if (method !== 'GET') {
        if (request.headers['if-match'] && request.headers['if-match'] !== `"${file.version}"`) return { status: 412, body: { title: 'Changed', status: 412, detail: 'The case changed.', code: 'stale' } };
        const changed = changeDesk(method, part, last, more, body);
        if (changed) return ok(changed);
        file.version += 1;
        if (part === 'transitions') file.state = String(body.to);
        if (part === 'notes') data.notes.unshift({ id: `n${data.notes.length + 1}`, text: String(body.text), author: 'Bo Lindqvist', at: new Date().toISOString() });
        if (part === 'evidence') {
          const ref = body.ref as { service: string; href: string };
          data.evidence.unshift({ ...(data.evidence[0] as (typeof data.evidence)[number]), id: `0193f0d0-0000-7000-8000-0000000000${10 + data.evidence.length}`, kind: String(body.kind), title: `${String(body.kind)} frozen`, ref, collectedAt: new Date().toISOString() });
          file.counts.evidence += 1;
        }
        tell('case-changed', id);
        return part === 'notes' ? { status: 201, body: data.notes[0] } : part === 'evidence' ? { status: 201, body: data.evidence[0] } : full();
      }
      if (part === '') return full();
      const known = desk(id, part) ?? workPart(part, last, id);
      if (known) return ok(known);
      const isAngara = file === data.cases[0];
      if (part === 'leads') return page(data.leads.filter((l) => l.caseIds.includes(id)));
      if (part === 'evidence') return page(isAngara ? data.evidence : []);
      if (part === 'notes') return page(isAngara ? data.notes : []);
      if (part === 'timeline') return page(isAngara ? data.timeline : []);
      if (part === 'audit') return page(data.audit);
      if (part === 'export') return ok({});
    }
  }
  return notFound;
}

async function read(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Buffer));
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as Body;
  } catch {
    return {};
  }
}

/** Answers /api like the platform would, for work on the screens. */
export const mockPlatform = (): Plugin => ({
  name: 'fairlead-mock',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? '/', 'http://mock');
      if (url.pathname === '/login' || url.pathname === '/logout') {
        loggedIn = url.pathname === '/login';
        response.writeHead(302, { Location: url.searchParams.get('to') ?? '/' }).end();
        return;
      }
      if (!url.pathname.startsWith('/api/')) {
        next();
        return;
      }
      if (url.pathname === '/api/events/v1') {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(': hello\n\n');
        streams.add(response);
        request.on('close', () => streams.delete(response));
        return;
      }
      void read(request).then((body) => {
        const { status = 200, body: json, headers = {} } = answer(request.method ?? 'GET', url, body, request);
        response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers });
        response.end(json === undefined ? undefined : JSON.stringify(json));
      });
    });
  },
});

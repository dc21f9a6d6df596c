import { Button, Checkbox, Label, FormSelect, FormSelectOption, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { InboxIcon, KeyboardIcon } from '@patternfly/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { inboxQuery, openCaseFrom, type BulkAction, type Lead } from '../api/cases';
import { takeNext } from '../api/work';
import { upTo, words } from '../ui/format';
import { Failure, Loading, Nothing } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';
import { KeyHelp } from './KeyHelp';
import { useKeys } from './keys';
import { LeadDetail } from './LeadDetail';
import { Due, KindLabel, PriorityLabel } from './look';
import { triage } from './triage';
import { TriageDialog, type Asked } from './TriageDialog';

const route = getRouteApi('/inbox');
const states = ['new', 'snoozed', 'attached', 'dismissed'] as const;

/** The team's queue: what was detected and waits for a person. */
export function InboxPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const state = search.state ?? 'new';
  const kind = search.kind ?? '';
  const inbox = useQuery(inboxQuery(state, kind, search.who ?? '', search.due ?? ''));
  const leads = inbox.data?.items ?? [];
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [helps, setHelps] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const place = useRef(0);
  const at = leads.findIndex((lead) => lead.id === search.lead);
  if (at >= 0) place.current = at;
  const current: Lead | undefined = leads[at >= 0 ? at : Math.min(place.current, leads.length - 1)];
  const chosen = leads.filter((lead) => marked.has(lead.id)).map((lead) => lead.id);
  const subject = chosen.length > 0 ? chosen : current ? [current.id] : [];

  const show = (next: Partial<typeof search>) => void navigate({ to: '/inbox', search: { ...search, ...next }, replace: true });
  const step = (by: number) => {
    const next = leads[Math.max(0, Math.min(leads.length - 1, (at >= 0 ? at : place.current) + by))];
    if (next) show({ lead: next.id });
  };
  const mark = (id: string) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const settle = async (action: BulkAction) => {
    const went = await triage(action);
    if (went) {
      setMarked(new Set());
      await client.invalidateQueries({ queryKey: ['cases'] });
    }
    return went;
  };
  const openCase = async () => {
    if (!current || isBusy) return;
    setBusy(true);
    try {
      const opened = await openCaseFrom(current.id, undefined);
      say('success', `Case ${opened.number} opened`);
      void client.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$caseId', params: { caseId: opened.id }, search: {} });
    } catch (error) {
      sayFailed('Opening a case', error);
    } finally {
      setBusy(false);
    }
  };
  const isNew = state === 'new';
  const take = async () => {
    try {
      const lead = await takeNext();
      if (!lead) {
        say('info', 'Nothing waits that nobody has');
        return;
      }
      await client.invalidateQueries({ queryKey: ['cases', 'inbox'] });
      show({ who: 'me', state: undefined, lead: lead.id });
    } catch (error) {
      sayFailed('Taking the next lead', error);
    }
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: current && (() => mark(current.id)),
    Enter: isNew ? () => void openCase() : undefined,
    o: isNew ? () => void openCase() : undefined,
    a: subject.length > 0 ? () => setAsked('attach') : undefined,
    d: isNew && subject.length > 0 ? () => setAsked('dismiss') : undefined,
    s: isNew && subject.length > 0 ? () => setAsked('snooze') : undefined,
    n: () => void take(),
    g: isNew && subject.length > 0 ? () => setAsked('assign') : undefined,
    r: !isNew && subject.length > 0 ? () => void settle({ action: 'reopen', leadIds: subject }) : undefined,
    Escape: () => setMarked(new Set()),
    '?': () => setHelps(true),
  });
  const counts = inbox.data?.counts;
  return (
    <section className="fl-inbox" aria-label="Inbox">
      <header className="fl-bar">
        <h1 className="fl-h1">Inbox</h1>
        {counts && (
          <span className="fl-quiet fl-figure">
            {upTo(counts.new)} new · {upTo(counts.due)} due soon · {upTo(counts.overdue)} overdue
          </span>
        )}
        <span className="fl-grow" />
        <ToggleGroup aria-label="State" isCompact>
          {states.map((one) => (
            <ToggleGroupItem key={one} text={words(one)} isSelected={one === state} onChange={() => show({ state: one === 'new' ? undefined : one, lead: undefined })} />
          ))}
        </ToggleGroup>
        <FormSelect className="fl-short-select" aria-label="Kind of lead" value={kind} onChange={(_, value) => show({ kind: value || undefined, lead: undefined })}>
          <FormSelectOption value="" label="All kinds" />
          <FormSelectOption value="silence" label="Silences" />
          <FormSelectOption value="verdict" label="Sighting verdicts" />
          <FormSelectOption value="match" label="List matches" />
          <FormSelectOption value="manual" label="Manual" />
        </FormSelect>
        <FormSelect className="fl-short-select" aria-label="Whose leads" value={search.who ?? ''} onChange={(_, value) => show({ who: value || undefined, lead: undefined })}>
          <FormSelectOption value="" label="Everybody's" />
          <FormSelectOption value="me" label="Mine" />
          <FormSelectOption value="nobody" label="Nobody's" />
        </FormSelect>
        <FormSelect className="fl-short-select" aria-label="How pressing" value={search.due ?? ''} onChange={(_, value) => show({ due: value || undefined, lead: undefined })}>
          <FormSelectOption value="" label="Any time" />
          <FormSelectOption value="overdue" label="Overdue" />
          <FormSelectOption value="due" label="Due soon" />
        </FormSelect>
        <Button variant="secondary" size="sm" onClick={() => void take()}>
          Take next <kbd>n</kbd>
        </Button>
        <Button variant="plain" icon={<KeyboardIcon />} aria-label="Keys of the inbox" onClick={() => setHelps(true)} />
      </header>
      {chosen.length > 0 && (
        <div className="fl-bulk" role="region" aria-label="Marked leads">
          <strong>{chosen.length} marked</strong>
          {isNew ? (
            <>
              <Button size="sm" variant="secondary" onClick={() => setAsked('attach')}>
                Attach
              </Button>
              <Button size="sm" variant="secondary" onClick={() => setAsked('dismiss')}>
                Dismiss
              </Button>
              <Button size="sm" variant="secondary" onClick={() => setAsked('snooze')}>
                Snooze
              </Button>
              <Button size="sm" variant="secondary" onClick={() => setAsked('assign')}>
                Give to
              </Button>
            </>
          ) : (
            <Button size="sm" variant="secondary" onClick={() => void settle({ action: 'reopen', leadIds: chosen })}>
              Reopen
            </Button>
          )}
          <Button size="sm" variant="link" onClick={() => setMarked(new Set())}>
            Unmark all
          </Button>
        </div>
      )}
      {inbox.isPending ? (
        <Loading what="leads" rows={8} />
      ) : inbox.error ? (
        <Failure what="Inbox" error={inbox.error} retry={() => void inbox.refetch()} />
      ) : leads.length === 0 ? (
        <Nothing title={isNew ? 'Nothing waits for you' : `No ${state} leads`} icon={InboxIcon} action={isNew && <Button variant="secondary" onClick={() => void navigate({ to: '/uploads', search: {} })}>Upload AIS data</Button>}>
          {isNew ? 'Leads come from silences, sighting verdicts and list matches as data arrives.' : 'Choose another state or kind.'}
        </Nothing>
      ) : (
        <div className="fl-split">
          <ul className="fl-leads" aria-label={`${words(state)} leads`}>
            {leads.map((lead) => (
              <Row key={lead.id} lead={lead} isCurrent={lead === current} isMarked={marked.has(lead.id)} onMark={() => mark(lead.id)} onShow={() => show({ lead: lead.id })} />
            ))}
            {inbox.data?.nextCursor && <li className="fl-quiet fl-more">The first {leads.length} are shown, most pressing first.</li>}
          </ul>
          {current && (
            <LeadDetail
              key={current.id}
              lead={current}
              isBusy={isBusy}
              onOpenCase={() => void openCase()}
              onAsk={(what) => {
                setMarked(new Set());
                setAsked(what);
              }}
              onReopen={() => void settle({ action: 'reopen', leadIds: [current.id] })}
            />
          )}
        </div>
      )}
      {asked && subject.length > 0 && <TriageDialog asked={asked} leadIds={subject} onSubmit={settle} onClose={() => setAsked(undefined)} />}
      {helps && <KeyHelp onClose={() => setHelps(false)} />}
    </section>
  );
}

interface RowProps {
  lead: Lead;
  isCurrent: boolean;
  isMarked: boolean;
  onMark: () => void;
  onShow: () => void;
}

function Row({ lead, isCurrent, isMarked, onMark, onShow }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={row} className={`fl-lead${isCurrent ? ' fl-lead-current' : ''}${lead.isRetracted ? ' fl-lead-retracted' : ''}`} data-lead={lead.id}>
      <Checkbox id={`mark-${lead.id}`} aria-label={`Mark: ${lead.title}`} isChecked={isMarked} onChange={onMark} />
      <button type="button" className="fl-lead-main" aria-current={isCurrent} onClick={onShow}>
        <span className="fl-lead-title">
          <Words text={lead.title} />
        </span>
        <span className="fl-lead-why">{lead.why.map((one) => one.statement).join(' ')}</span>
        <span className="fl-labels">
          <KindLabel kind={lead.kind} />
          <PriorityLabel priority={lead.priority} />
          {lead.synthetic && <span className="fl-synthetic">Synthetic</span>}
          {lead.isRetracted && <span className="fl-quiet">Retracted</span>}
          <Due lead={lead} />
          {lead.assignee && <span className="fl-quiet">{lead.assignee.name}</span>}
          {lead.escalatedAt && (
            <Label isCompact color="orange">
              Escalated
            </Label>
          )}
        </span>
      </button>
    </li>
  );
}

import { Button, FormGroup, FormSelect, FormSelectOption, Label, TextArea, TextInput, Title } from '@patternfly/react-core';
import { BalanceScaleIcon, CheckCircleIcon, ExclamationTriangleIcon, PencilAltIcon, PlusIcon, TimesCircleIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askQuestion, evidenceQuery, findingsQuery, moveFinding, questionsQuery, settleQuestion, type CaseFile, type Evidence, type Finding, type Question } from '../api/cases';
import { meQuery } from '../api/gateway';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { Facts, Failure, Loading, Nothing, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { alternatives, FindingForm, results } from './FindingForm';

const states: Record<string, { color: 'blue' | 'orange' | 'grey' | 'green' | 'red'; text: string }> = {
  draft: { color: 'grey', text: 'Draft' },
  proposed: { color: 'orange', text: 'Waits for review' },
  accepted: { color: 'green', text: 'Accepted' },
  rejected: { color: 'red', text: 'Rejected' },
  withdrawn: { color: 'grey', text: 'Withdrawn' },
};

/** What the case asks and what it claims: each claim with both sides of its evidence. */
export function FindingsTab({ file, onExhibit }: { file: CaseFile; onExhibit: (id: string) => void }) {
  const client = useQueryClient();
  const findings = useQuery(findingsQuery(file.id));
  const questions = useQuery(questionsQuery(file.id));
  const evidence = useQuery(evidenceQuery(file.id));
  const [writing, setWriting] = useState<Finding | 'new'>();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'case', file.id] });
  const may = (action: string) => file.actions.includes(action);
  if (findings.isPending) return <Loading what="the findings" rows={6} />;
  if (findings.error) return <Failure what="Findings" error={findings.error} retry={() => void findings.refetch()} />;
  const exhibits = evidence.data?.items ?? [];
  const asked = questions.data?.items ?? [];
  return (
    <div className="fl-tab fl-narrow">
      <Questions file={file} questions={asked} onDone={refresh} mayWrite={may('contribute')} />
      <div className="fl-bar">
        <Title headingLevel="h2" size="md">
          Findings
        </Title>
        {may('contribute') && !writing && (
          <Button size="sm" icon={<PlusIcon />} onClick={() => setWriting('new')}>
            Write a finding
          </Button>
        )}
      </div>
      {writing === 'new' && <FindingForm caseId={file.id} questions={asked} exhibits={exhibits} onDone={refresh} onClose={() => setWriting(undefined)} />}
      {findings.data.items.length === 0 && !writing && (
        <Nothing title="No finding yet" icon={BalanceScaleIcon}>
          A finding is a claim: how sure, what speaks for it and against it, what else it could be. A second person accepts it.
        </Nothing>
      )}
      <ol className="fl-plain fl-findings">
        {findings.data.items.map((one) =>
          writing !== 'new' && writing?.id === one.id ? (
            <li key={one.id}>
              <FindingForm caseId={file.id} finding={writing} questions={asked} exhibits={exhibits} onDone={refresh} onClose={() => setWriting(undefined)} />
            </li>
          ) : (
            <li key={one.id}>
              <FindingCard file={file} finding={one} questions={asked} exhibits={exhibits} onExhibit={onExhibit} onEdit={() => setWriting(one)} onDone={refresh} />
            </li>
          ),
        )}
      </ol>
    </div>
  );
}

interface CardProps {
  file: CaseFile;
  finding: Finding;
  questions: Question[];
  exhibits: Evidence[];
  onExhibit: (id: string) => void;
  onEdit: () => void;
  onDone: () => Promise<void>;
}

function FindingCard({ file, finding, questions, exhibits, onExhibit, onEdit, onDone }: CardProps) {
  const me = useQuery(meQuery);
  const [asked, setAsked] = useState<'accepted' | 'rejected' | 'withdrawn'>();
  const look = states[finding.state] ?? { color: 'grey' as const, text: words(finding.state) };
  const step = useMutation({
    mutationFn: (body: { to: string; reason?: string }) => moveFinding(file.id, finding.id, finding.version, body),
    onSuccess: async (moved) => {
      say('success', `Finding: ${states[moved.state]?.text ?? moved.state}`);
      setAsked(undefined);
      await onDone();
    },
    onError: async (error) => {
      sayFailed('The finding', error);
      await onDone();
    },
  });
  const may = (action: string) => file.actions.includes(action);
  const isOwn = me.data?.username === finding.author;
  const question = questions.find((one) => one.id === finding.questionId);
  const title = (id: string) => exhibits.find((one) => one.id === id)?.title ?? 'an exhibit';
  return (
    <article className="fl-finding" aria-label={`Finding: ${finding.statement}`}>
      <div className="fl-labels">
        <Label isCompact color={look.color} icon={finding.state === 'accepted' ? <CheckCircleIcon /> : finding.state === 'rejected' ? <TimesCircleIcon /> : undefined}>
          {look.text}
        </Label>
        <Label isCompact variant="outline">
          {words(finding.confidence)} confidence
        </Label>
        <span className="fl-quiet">
          by {finding.author}, <Time at={finding.changedAt} near />
        </span>
      </div>
      <p className="fl-statement">{finding.statement}</p>
      {question && <p className="fl-quiet">Answers: {question.text}</p>}
      {(finding.from ?? finding.to) && (
        <p className="fl-quiet">
          <Time at={finding.from} /> – <Time at={finding.to} />
        </p>
      )}
      <div className="fl-sides">
        {(['supports', 'contradicts'] as const).map((stance) => (
          <div key={stance}>
            <h3 className="fl-h3">{stance === 'supports' ? 'For' : 'Against'}</h3>
            <ul className="fl-plain">
              {finding.evidence
                .filter((one) => one.stance === stance)
                .map((one) => (
                  <li key={one.evidenceId}>
                    <Button variant="link" isInline onClick={() => onExhibit(one.evidenceId)}>
                      {title(one.evidenceId)}
                    </Button>
                    {one.note && <span className="fl-quiet"> {one.note}</span>}
                  </li>
                ))}
            </ul>
            {stance === 'contradicts' && finding.againstNote && <p className="fl-quiet">{finding.againstNote}</p>}
            {!finding.evidence.some((one) => one.stance === stance) && !(stance === 'contradicts' && finding.againstNote) && <p className="fl-quiet">Nothing named.</p>}
          </div>
        ))}
      </div>
      {finding.alternatives.length > 0 && (
        <details>
          <summary>Alternatives tested ({finding.alternatives.length} of {Object.keys(alternatives).length})</summary>
          <Facts items={finding.alternatives.map((one) => [alternatives[one.kind] ?? words(one.kind), <span key={one.kind}><strong>{results[one.result] ?? words(one.result)}.</strong> {one.reason}</span>])} />
        </details>
      )}
      {finding.review && (
        <p className="fl-review">
          {words(finding.state)} by {finding.review.by}, <Time at={finding.review.at} />: {finding.review.reason}
        </p>
      )}
      {finding.missing.length > 0 && finding.state === 'draft' && (
        <p className="fl-quiet">
          <ExclamationTriangleIcon /> Before it can be proposed: {finding.missing.join('; ')}.
        </p>
      )}
      <div className="fl-bar">
        {may('contribute') && (finding.state === 'draft' || finding.state === 'rejected') && (
          <Button variant="secondary" size="sm" icon={<PencilAltIcon />} onClick={onEdit}>
            Edit
          </Button>
        )}
        {may('contribute') && finding.state === 'draft' && (
          <Button size="sm" isDisabled={finding.missing.length > 0} isLoading={step.isPending} onClick={() => step.mutate({ to: 'proposed' })}>
            Propose for review
          </Button>
        )}
        {may('contribute') && finding.state === 'proposed' && (
          <Button variant="secondary" size="sm" isLoading={step.isPending} onClick={() => step.mutate({ to: 'draft' })}>
            Back to draft
          </Button>
        )}
        {may('review') && finding.state === 'proposed' && !isOwn && (
          <>
            <Button size="sm" onClick={() => setAsked('accepted')}>
              Accept
            </Button>
            <Button variant="danger" size="sm" onClick={() => setAsked('rejected')}>
              Reject
            </Button>
          </>
        )}
        {finding.state === 'proposed' && isOwn && <span className="fl-quiet">Somebody who did not write in it decides.</span>}
        {may('contribute') && finding.state !== 'withdrawn' && (
          <Button variant="link" size="sm" onClick={() => setAsked('withdrawn')}>
            Withdraw
          </Button>
        )}
      </div>
      {asked && <Reason to={asked} isBusy={step.isPending} onClose={() => setAsked(undefined)} onConfirm={(reason) => step.mutate({ to: asked, reason })} />}
    </article>
  );
}

const titles = { accepted: 'Accept the finding', rejected: 'Reject the finding', withdrawn: 'Withdraw the finding' };

function Reason({ to, isBusy, onConfirm, onClose }: { to: keyof typeof titles; isBusy: boolean; onConfirm: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Ask title={titles[to]} action={titles[to].split(' ')[0] ?? 'Save'} isReady={reason.trim() !== ''} isBusy={isBusy} onConfirm={() => onConfirm(reason.trim())} onClose={onClose}>
      <FormGroup label="Reason" isRequired fieldId="finding-reason">
        <TextArea id="finding-reason" value={reason} onChange={(_, value) => setReason(value)} rows={3} autoFocus resizeOrientation="vertical" />
      </FormGroup>
    </Ask>
  );
}

const settled: Record<string, string[]> = { question: ['open', 'answered', 'dropped'], hypothesis: ['open', 'supported', 'refuted', 'dropped'] };

function Questions({ file, questions, mayWrite, onDone }: { file: CaseFile; questions: Question[]; mayWrite: boolean; onDone: () => Promise<void> }) {
  const [parent, setParent] = useState<string>();
  const [text, setText] = useState('');
  const ask = useMutation({
    mutationFn: () => askQuestion(file.id, parent ? { kind: 'hypothesis', parentId: parent, text: text.trim() } : { kind: 'question', text: text.trim() }),
    onSuccess: async () => {
      setText('');
      await onDone();
    },
    onError: (error) => sayFailed('The question', error),
  });
  const settle = useMutation({
    mutationFn: ({ id, state }: { id: string; state: string }) => settleQuestion(file.id, id, state),
    onSuccess: onDone,
    onError: (error) => sayFailed('The question', error),
  });
  const row = (one: Question) => (
    <li key={one.id} className={`fl-question fl-question-${one.kind}`}>
      <span>{one.text}</span>{' '}
      {mayWrite ? (
        <FormSelect className="fl-short-select" aria-label={`State of: ${one.text}`} value={one.state} onChange={(_, state) => settle.mutate({ id: one.id, state })}>
          {(settled[one.kind] ?? [one.state]).map((state) => (
            <FormSelectOption key={state} value={state} label={words(state)} />
          ))}
        </FormSelect>
      ) : (
        <span className="fl-quiet">{words(one.state)}</span>
      )}
      {one.kind === 'question' && (
        <ul className="fl-plain">{questions.filter((child) => child.parentId === one.id).map(row)}</ul>
      )}
    </li>
  );
  return (
    <section aria-label="Questions">
      <Title headingLevel="h2" size="md">
        Questions
      </Title>
      <ul className="fl-plain">{questions.filter((one) => !one.parentId).map(row)}</ul>
      {questions.length === 0 && <p className="fl-quiet">None yet. What does the case have to answer?</p>}
      {mayWrite && (
        <form
          className="fl-bar"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) ask.mutate();
          }}
        >
          <TextInput className="fl-grow" aria-label="New question or hypothesis" placeholder={parent ? 'She loaded at Rajin.' : 'Where was she in January?'} value={text} onChange={(_, value) => setText(value)} />
          <FormSelect className="fl-short-select" aria-label="Answers which question" value={parent ?? ''} onChange={(_, value) => setParent(value || undefined)}>
            <FormSelectOption value="" label="A question" />
            {questions.filter((one) => one.kind === 'question').map((one) => (
              <FormSelectOption key={one.id} value={one.id} label={`A hypothesis on: ${one.text.slice(0, 40)}`} />
            ))}
          </FormSelect>
          <Button type="submit" variant="secondary" size="sm" isDisabled={text.trim() === ''} isLoading={ask.isPending}>
            Add
          </Button>
        </form>
      )}
    </section>
  );
}

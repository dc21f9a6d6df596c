import { Button, FormGroup, FormSelect, FormSelectOption, Radio, TextArea, TextInput, Title } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { beginFinding, rewriteFinding, type Alternative, type Evidence, type Finding, type Link, type Question } from '../api/cases';
import { asProblem } from '../api/problem';
import { useDraft } from '../ui/draft';
import { parseUtc, words } from '../ui/format';
import { FieldErrors } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';

export const alternatives: Record<string, string> = {
  'coverage-hole': 'Nobody could have heard her there',
  'feed-outage': 'The receiver or feed was down',
  'shared-mmsi': 'Two ships share the MMSI',
  'another-ship': 'It was another ship',
  'lawful-reason': 'There is a lawful reason',
};

export const results: Record<string, string> = {
  'ruled-out': 'Ruled out',
  unlikely: 'Unlikely',
  'cannot-be-ruled-out': 'Cannot be ruled out',
  'does-not-apply': 'Does not apply',
};

interface Props {
  caseId: string;
  finding?: Finding;
  questions: Question[];
  exhibits: Evidence[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

const shown = (at: string | undefined) => (at ? at.slice(0, 16).replace('T', ' ') : '');

/** Writes a finding, whole. What is typed survives a reload and a lost session. */
export function FindingForm({ caseId, finding, questions, exhibits, onDone, onClose }: Props) {
  const key = `finding-${caseId}-${finding?.id ?? 'new'}`;
  const [typed, setStatement] = useDraft(`${key}-statement`);
  const [typedNote, setAgainstNote] = useDraft(`${key}-against`);
  const statement = typed || (finding?.statement ?? '');
  const againstNote = typedNote || (finding?.againstNote ?? '');
  const [confidence, setConfidence] = useState(finding?.confidence ?? 'moderate');
  const [questionId, setQuestion] = useState(finding?.questionId ?? '');
  const [from, setFrom] = useState(shown(finding?.from));
  const [to, setTo] = useState(shown(finding?.to));
  const [links, setLinks] = useState<Link[]>(finding?.evidence ?? []);
  const [tested, setTested] = useState<Alternative[]>(finding?.alternatives ?? []);
  const fromAt = from ? parseUtc(from) : undefined;
  const toAt = to ? parseUtc(to) : undefined;
  const isReady = statement.trim() !== '' && (!from || !!fromAt) && (!to || !!toAt) && tested.every((one) => one.reason.trim() !== '');
  const save = useMutation({
    mutationFn: () => {
      const body = {
        statement: statement.trim(),
        confidence,
        evidence: links,
        alternatives: tested,
        ...(questionId ? { questionId } : {}),
        ...(fromAt ? { from: fromAt } : {}),
        ...(toAt ? { to: toAt } : {}),
        ...(finding?.geometry ? { geometry: finding.geometry } : {}),
        ...(againstNote.trim() ? { againstNote: againstNote.trim() } : {}),
      };
      return finding ? rewriteFinding(caseId, finding.id, finding.version, body) : beginFinding(caseId, body);
    },
    onSuccess: async () => {
      setStatement('');
      setAgainstNote('');
      say('success', 'Finding saved');
      onClose();
      await onDone();
    },
    onError: async (error) => {
      sayFailed('The finding', error);
      if (asProblem(error).isStale) await onDone();
    },
  });
  const link = (evidenceId: string, stance: string) =>
    setLinks([...links.filter((one) => one.evidenceId !== evidenceId), ...(stance === 'none' ? [] : [{ evidenceId, stance: stance as Link['stance'], note: links.find((one) => one.evidenceId === evidenceId)?.note }])]);
  const test = (kind: string, change: Partial<Alternative>) => {
    const before = tested.find((one) => one.kind === kind) ?? { kind, result: '', reason: '' };
    const after = { ...before, ...change };
    setTested([...tested.filter((one) => one.kind !== kind), ...(after.result ? [after] : [])]);
  };
  return (
    <form
      className="fl-composer fl-finding"
      aria-label={finding ? 'Edit the finding' : 'New finding'}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !save.isPending) save.mutate();
      }}
    >
      <FormGroup label="Claim" isRequired fieldId={`${key}-statement`}>
        <TextArea id={`${key}-statement`} value={statement} onChange={(_, value) => setStatement(value)} rows={3} autoFocus resizeOrientation="vertical" placeholder="One sentence that can be true or false, with place and time." />
      </FormGroup>
      <div className="fl-filters">
        <FormGroup label="Confidence" fieldId={`${key}-confidence`}>
          <FormSelect id={`${key}-confidence`} value={confidence} onChange={(_, value) => setConfidence(value)}>
            {['low', 'moderate', 'high'].map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label="Answers" fieldId={`${key}-question`}>
          <FormSelect id={`${key}-question`} value={questionId} onChange={(_, value) => setQuestion(value)}>
            <FormSelectOption value="" label="No question" />
            {questions.map((one) => (
              <FormSelectOption key={one.id} value={one.id} label={one.text.slice(0, 60)} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label="From (UTC)" fieldId={`${key}-from`}>
          <TextInput id={`${key}-from`} value={from} placeholder="2024-01-09 00:00" onChange={(_, value) => setFrom(value)} validated={!from || fromAt ? 'default' : 'error'} />
        </FormGroup>
        <FormGroup label="To (UTC)" fieldId={`${key}-to`}>
          <TextInput id={`${key}-to`} value={to} placeholder="2024-01-11 00:00" onChange={(_, value) => setTo(value)} validated={!to || toAt ? 'default' : 'error'} />
        </FormGroup>
      </div>
      <Title headingLevel="h3" size="md">
        Evidence
      </Title>
      {exhibits.length === 0 && <p className="fl-quiet">Nothing is frozen yet. Freeze what the claim rests on from the workspace first.</p>}
      {exhibits.map((one) => {
        const held = links.find((link) => link.evidenceId === one.id);
        return (
          <fieldset key={one.id} className="fl-choice">
            <legend>{one.title}</legend>
            <span className="fl-labels">
              {[
                ['supports', 'For'],
                ['contradicts', 'Against'],
                ['none', 'Not used'],
              ].map(([stance, label]) => (
                <Radio key={stance} id={`${key}-${one.id}-${stance}`} name={`${key}-${one.id}`} label={label} isChecked={(held?.stance ?? 'none') === stance} onChange={() => link(one.id, stance ?? 'none')} />
              ))}
            </span>
            {held && (
              <TextInput aria-label={`What in ${one.title} does`} placeholder="What in it does?" value={held.note ?? ''} onChange={(_, note) => setLinks(links.map((each) => (each.evidenceId === one.id ? { ...each, note: note || undefined } : each)))} />
            )}
          </fieldset>
        );
      })}
      <FormGroup label="Where you looked for what contradicts it" fieldId={`${key}-against`}>
        <TextInput id={`${key}-against`} value={againstNote} onChange={(_, value) => setAgainstNote(value)} />
      </FormGroup>
      <Title headingLevel="h3" size="md">
        What else could it be?
      </Title>
      {Object.entries(alternatives).map(([kind, label]) => {
        const held = tested.find((one) => one.kind === kind);
        return (
          <div key={kind} className="fl-filters">
            <FormGroup label={label} fieldId={`${key}-${kind}`}>
              <FormSelect id={`${key}-${kind}`} value={held?.result ?? ''} onChange={(_, result) => test(kind, { result })}>
                <FormSelectOption value="" label="Not tested yet" />
                {Object.entries(results).map(([result, text]) => (
                  <FormSelectOption key={result} value={result} label={text} />
                ))}
              </FormSelect>
            </FormGroup>
            {held && (
              <FormGroup label="How you know" isRequired fieldId={`${key}-${kind}-reason`} className="fl-grow">
                <TextInput id={`${key}-${kind}-reason`} value={held.reason} onChange={(_, reason) => test(kind, { reason })} />
              </FormGroup>
            )}
          </div>
        );
      })}
      {save.error && <FieldErrors error={save.error} />}
      <div className="fl-bar">
        <Button type="submit" isDisabled={!isReady} isLoading={save.isPending}>
          Save finding
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

import { Checkbox, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseFile, changeCase, type CaseFile } from '../api/cases';
import { asProblem } from '../api/problem';
import { fieldsQuery, type Field, type PersonRef } from '../api/work';
import { Ask } from '../ui/Confirm';
import { Differs, type Part } from '../ui/Differs';
import { useDraft } from '../ui/draft';
import { parseUtc, utc, words } from '../ui/format';
import { FieldErrors } from '../ui/parts';
import { PersonSelect } from '../ui/People';
import { say, sayFailed } from '../ui/toasts';
import type { CaseActions } from './useCase';

const short = (at: string | undefined) => (at ? at.slice(0, 16).replace('T', ' ') : '');
const split = (text: string) => [...new Set(text.split(',').map((one) => one.trim()).filter((one) => one !== ''))].sort();
const shown = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** What a field's text stands for; undefined for what does not fit it. */
export function fieldValue(field: Field, text: string): { value: unknown } | undefined {
  if (text === '') return { value: null };
  if (field.kind === 'number') return Number.isFinite(Number(text)) ? { value: Number(text) } : undefined;
  if (field.kind === 'flag') return { value: text === 'true' };
  if (field.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : undefined;
  return { value: text };
}

/** The case's own words and how it is worked on. When somebody else saved meanwhile, both are shown and nothing is lost. */
export function EditCase({ file, actions, onClose }: { file: CaseFile; actions: CaseActions; onClose: () => void }) {
  const own = useQuery(fieldsQuery);
  const [base, setBase] = useState(file);
  const [other, setOther] = useState<CaseFile>();
  const [title, setTitle] = useDraft(`title-${file.id}`, file.title);
  const [summary, setSummary] = useDraft(`summary-${file.id}`, file.summary);
  const [tags, setTags] = useDraft(`tags-${file.id}`, file.work.tags.join(', '));
  const [priority, setPriority] = useState(String(file.priority ?? 'normal'));
  const [due, setDue] = useState(short(file.work.dueAt));
  const [deconfliction, setDeconfliction] = useState(file.work.deconfliction);
  const [investigator, setInvestigator] = useState<PersonRef | undefined>(file.work.investigator);
  const [fields, setFields] = useState<Record<string, string>>(() => Object.fromEntries(Object.entries(file.work.fields).map(([key, value]) => [key, shown(value)])));
  const dueAt = due === '' ? undefined : parseUtc(due);
  const isDueGood = due === '' || dueAt !== undefined;
  const defined = own.data?.items ?? [];
  const changedFields = Object.fromEntries(
    defined.flatMap((field) => {
      const text = fields[field.key] ?? '';
      if (text === shown(base.work.fields[field.key])) return [];
      const read = fieldValue(field, text);
      return read ? [[field.key, read.value]] : [];
    }),
  );
  const areFieldsGood = defined.every((field) => fieldValue(field, fields[field.key] ?? '') !== undefined);
  const body: Parameters<typeof changeCase>[2] = {
    ...(title.trim() !== base.title ? { title: title.trim() } : {}),
    ...(summary.trim() !== (base.summary ?? '') ? { summary: summary.trim() } : {}),
    ...(priority !== String(base.priority ?? 'normal') ? { priority } : {}),
    ...(split(tags).join() !== base.work.tags.join() ? { tags: split(tags) } : {}),
    ...(due !== short(base.work.dueAt) ? { dueAt: dueAt ?? null } : {}),
    ...(deconfliction !== base.work.deconfliction ? { deconfliction } : {}),
    ...(investigator && investigator.subject !== base.work.investigator?.subject ? { investigator } : {}),
    ...(Object.keys(changedFields).length > 0 ? { fields: changedFields } : {}),
  };
  const save = useMutation({
    mutationFn: () => changeCase(file.id, `"${base.version ?? 0}"`, body),
    onSuccess: async () => {
      say('success', 'Case changed');
      setTitle('');
      setSummary('');
      setTags('');
      onClose();
      await actions.refresh();
    },
    onError: (error) => {
      const problem = asProblem(error);
      const current = problem.isStale ? caseFile.safeParse(problem.current).data : undefined;
      if (!current) {
        sayFailed('The change', error);
        return;
      }
      setOther(current);
      setBase(current);
    },
  });
  const parts: Part[] = other
    ? [
        { name: 'Title', theirs: other.title, mine: title, onTake: () => setTitle(other.title) },
        { name: 'Summary', theirs: other.summary ?? '', mine: summary, onTake: () => setSummary(other.summary ?? '') },
        { name: 'Tags', theirs: other.work.tags.join(', '), mine: split(tags).join(', '), onTake: () => setTags(other.work.tags.join(', ')) },
        { name: 'Priority', theirs: words(String(other.priority ?? '')), mine: words(priority), onTake: () => setPriority(String(other.priority ?? 'normal')) },
        { name: 'Due', theirs: other.work.dueAt ? utc(other.work.dueAt) : '', mine: dueAt ? utc(dueAt) : '', onTake: () => setDue(short(other.work.dueAt)) },
      ]
    : [];
  return (
    <Ask title="Edit the case" action={other ? 'Save over it' : 'Save'} isReady={title.trim() !== '' && isDueGood && areFieldsGood && Object.keys(body).length > 0} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {other && <Differs what="the case" parts={parts} />}
      {save.error && !asProblem(save.error).isStale && <FieldErrors error={save.error} />}
      <FormGroup label="Title" isRequired fieldId="title">
        <TextInput id="title" value={title} onChange={(_, value) => setTitle(value)} />
      </FormGroup>
      <FormGroup label="Summary" fieldId="summary">
        <TextArea id="summary" value={summary} onChange={(_, value) => setSummary(value)} rows={6} resizeOrientation="vertical" />
      </FormGroup>
      <FormGroup label="Tags, with commas between" fieldId="tags">
        <TextInput id="tags" value={tags} onChange={(_, value) => setTags(value)} />
      </FormGroup>
      <div className="fl-pair">
        <FormGroup label="Priority" fieldId="priority">
          <FormSelect id="priority" value={priority} onChange={(_, value) => setPriority(value)}>
            {[...new Set(['low', 'normal', 'high', 'urgent', priority])].map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label="Due (UTC)" fieldId="due">
          <TextInput id="due" value={due} placeholder="2026-12-31 09:00" validated={isDueGood ? 'default' : 'error'} onChange={(_, value) => setDue(value)} />
        </FormGroup>
      </div>
      <PersonSelect id="investigator" label="Leads the case" none="As it is" value={investigator} onChange={setInvestigator} />
      <FormGroup label="Another team on the same hull" fieldId="deconfliction">
        <FormSelect id="deconfliction" value={deconfliction} onChange={(_, value) => setDeconfliction(value)}>
          <FormSelectOption value="silent" label="learns nothing of this case" />
          <FormSelectOption value="notify-owner" label="learns nothing; our lead hears of theirs" />
          <FormSelectOption value="visible" label="sees that we work on it, and whom to ask" />
        </FormSelect>
        {file.visibility === 'sealed' && (
          <FormHelperText>
            <HelperText>
              <HelperTextItem>A sealed case says nothing, whatever stands here.</HelperTextItem>
            </HelperText>
          </FormHelperText>
        )}
      </FormGroup>
      {defined.map((field) => (
        <FieldInput key={field.key} field={field} text={fields[field.key] ?? ''} onText={(text) => setFields({ ...fields, [field.key]: text })} />
      ))}
    </Ask>
  );
}

function FieldInput({ field, text, onText }: { field: Field; text: string; onText: (text: string) => void }) {
  const id = `field-${field.key}`;
  if (field.kind === 'flag') return <Checkbox id={id} label={field.label} isChecked={text === 'true'} onChange={(_, value) => onText(value ? 'true' : 'false')} />;
  return (
    <FormGroup label={field.label} fieldId={id}>
      {field.kind === 'choice' ? (
        <FormSelect id={id} value={text} onChange={(_, value) => onText(value)}>
          <FormSelectOption value="" label="Nothing chosen" />
          {field.choices.map((one) => (
            <FormSelectOption key={one} value={one} label={one} />
          ))}
        </FormSelect>
      ) : (
        <TextInput id={id} value={text} placeholder={field.kind === 'date' ? '2024-02-09' : undefined} validated={fieldValue(field, text) ? 'default' : 'error'} onChange={(_, value) => onText(value)} />
      )}
    </FormGroup>
  );
}

import { FormGroup, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addRelation, relationKinds } from '../api/board';
import type { CaseFile, Subject } from '../api/cases';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { spelled } from '../ui/marked';
import { say, sayFailed } from '../ui/toasts';

const named = (one: Subject) => spelled(one.name ?? (one.imo ? `IMO ${one.imo}` : `MMSI ${one.mmsi ?? '?'}`));

/** What one subject is to another, with the days it held. */
export function RelationForm({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const client = useQueryClient();
  const [source, setSource] = useState('');
  const [target, setTarget] = useState('');
  const [kind, setKind] = useState(relationKinds[0] ?? '');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [note, setNote] = useDraft(`relation-${file.id}`);
  const add = useMutation({
    mutationFn: () => addRelation(file.id, { source, target, kind, ...(from && { from }), ...(to && { to }), ...(note.trim() && { note: note.trim() }) }),
    onSuccess: async () => {
      say('success', 'Relation written down');
      setNote('');
      onClose();
      await client.invalidateQueries({ queryKey: ['cases', 'case', file.id] });
    },
    onError: (error) => sayFailed('The relation', error),
  });
  const isReady = source !== '' && target !== '' && source !== target && (from === '' || to === '' || from <= to);
  const choice = (id: string, label: string, value: string, onChange: (value: string) => void) => (
    <FormGroup label={label} isRequired fieldId={id}>
      <FormSelect id={id} value={value} onChange={(_, chosen) => onChange(chosen)}>
        <FormSelectOption value="" label="Choose a subject" isPlaceholder />
        {file.subjects.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={`${named(one)} (${one.kind ?? 'vessel'})`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
  return (
    <Ask title="Write down a relation" action="Add" isReady={isReady} isBusy={add.isPending} onConfirm={() => add.mutate()} onClose={onClose}>
      {choice('relation-source', 'Who', source, setSource)}
      <FormGroup label="is to the other" isRequired fieldId="relation-kind">
        <FormSelect id="relation-kind" value={kind} onChange={(_, chosen) => setKind(chosen)}>
          {relationKinds.map((one) => (
            <FormSelectOption key={one} value={one} label={words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      {choice('relation-target', 'Whom', target, setTarget)}
      <div className="fl-pair">
        <FormGroup label="From (day)" fieldId="relation-from">
          <TextInput id="relation-from" type="date" value={from} onChange={(_, value) => setFrom(value)} />
        </FormGroup>
        <FormGroup label="To (day)" fieldId="relation-to">
          <TextInput id="relation-to" type="date" value={to} onChange={(_, value) => setTo(value)} />
        </FormGroup>
      </div>
      <FormGroup label="Where it is known from" fieldId="relation-note">
        <TextArea id="relation-note" value={note} rows={2} resizeOrientation="vertical" onChange={(_, value) => setNote(value)} />
      </FormGroup>
    </Ask>
  );
}

import { Button, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { ListIcon, PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldsQuery, putField, removeField } from '../api/work';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { FieldErrors, Failure, Loading, Nothing } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';

/** Fields the team's cases have beside the common ones. */
export function OwnFields({ may }: { may: boolean }) {
  const fields = useQuery(fieldsQuery);
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'fields'] });
  const remove = useMutation({ mutationFn: (key: string) => removeField(key), onSuccess: refresh, onError: (error) => sayFailed('The field', error) });
  if (fields.isPending) return <Loading what="fields" />;
  if (fields.error) return <Failure what="Fields" error={fields.error} retry={() => void fields.refetch()} />;
  const add = may && (
    <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
      New field
    </Button>
  );
  return (
    <>
      {fields.data.items.length === 0 ? (
        <Nothing title="No field of your own" icon={ListIcon} action={add}>
          A docket number, a kind of cargo: what your cases have that others do not.
        </Nothing>
      ) : (
        <>
          <div className="fl-bar">{add}</div>
          <ul className="fl-register" aria-label="Fields">
            {fields.data.items.map((one) => (
              <li key={one.key}>
                <div className="fl-register-head">
                  <strong>{one.label}</strong>
                  <code>{one.key}</code>
                  <span className="fl-quiet">
                    {words(one.kind)} {one.choices.join(', ')}
                  </span>
                  <span className="fl-grow" />
                  {may && <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Remove the field ${one.label}`} onClick={() => remove.mutate(one.key)} />}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {isAdding && <AddField onDone={refresh} onClose={() => setAdding(false)} />}
    </>
  );
}

function AddField({ onDone, onClose }: { onDone: () => Promise<void>; onClose: () => void }) {
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState('text');
  const [choices, setChoices] = useState('');
  const key = label.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40);
  const list = choices.split(',').map((one) => one.trim()).filter((one) => one !== '');
  const save = useMutation({
    mutationFn: () => putField(key, { label: label.trim(), kind, ...(kind === 'choice' ? { choices: list } : {}) }),
    onSuccess: async () => {
      say('success', 'Field added');
      onClose();
      await onDone();
    },
  });
  return (
    <Ask title="New field" action="Add" isReady={key !== '' && (kind !== 'choice' || list.length > 0)} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {save.error && <FieldErrors error={save.error} />}
      <FormGroup label="Name" isRequired fieldId="field-label">
        <TextInput id="field-label" value={label} onChange={(_, value) => setLabel(value)} />
      </FormGroup>
      <FormGroup label="Holds" fieldId="field-kind">
        <FormSelect id="field-kind" value={kind} onChange={(_, value) => setKind(value)}>
          {['text', 'number', 'date', 'flag', 'choice'].map((one) => (
            <FormSelectOption key={one} value={one} label={words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      {kind === 'choice' && (
        <FormGroup label="Choices, with commas between" isRequired fieldId="field-choices">
          <TextInput id="field-choices" value={choices} onChange={(_, value) => setChoices(value)} />
        </FormGroup>
      )}
    </Ask>
  );
}

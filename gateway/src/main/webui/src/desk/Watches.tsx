import { Button, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { EyeIcon, PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addWatch, removeWatch, watchesQuery, type Watch } from '../api/work';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { Panel } from '../ui/Page';
import { FieldErrors, Failure, Loading, Nothing } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';

const area = (one: Watch) => one.area && `${one.area.southDegrees}° to ${one.area.northDegrees}° N, ${one.area.westDegrees}° to ${one.area.eastDegrees}° E`;

export function Watches() {
  const watches = useQuery(watchesQuery);
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'watches'] });
  const remove = useMutation({ mutationFn: (id: string) => removeWatch(id), onSuccess: refresh, onError: (error) => sayFailed('The watch', error) });
  const add = (
    <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
      Watch something
    </Button>
  );
  return (
    <Panel title="Watches" actions={(watches.data?.items.length ?? 0) > 0 && add}>
      {watches.isPending ? (
        <Loading what="watches" />
      ) : watches.error ? (
        <Failure what="Watches" error={watches.error} retry={() => void watches.refetch()} />
      ) : watches.data.items.length === 0 ? (
        <Nothing title="You watch nothing" icon={EyeIcon} action={add}>
          A ship, an area or words: each new lead that fits is told to you.
        </Nothing>
      ) : (
        <ul className="fl-plain" aria-label="Watches">
          {watches.data.items.map((one) => (
            <li key={one.id} className="fl-bar">
              <span>
                <strong>
                  <Words text={one.title} />
                </strong>{' '}
                <span className="fl-quiet">
                  {words(one.kind)} {[one.mmsi && `MMSI ${one.mmsi}`, one.imo && `IMO ${one.imo}`, area(one)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="fl-grow" />
              <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Stop watching ${one.title}`} onClick={() => remove.mutate(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddWatch onDone={refresh} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function AddWatch({ onDone, onClose }: { onDone: () => Promise<void>; onClose: () => void }) {
  const [kind, setKind] = useState('vessel');
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [query, setQuery] = useState('');
  const [corners, setCorners] = useState(['', '', '', '']);
  const degrees = corners.map(Number);
  const isReady =
    kind === 'vessel' ? /^(\d{9}|\d{7})$/.test(number) : kind === 'query' ? query.trim() !== '' : corners.every((one) => one.trim() !== '') && degrees.every(Number.isFinite);
  const save = useMutation({
    mutationFn: () => {
      const [southDegrees = 0, westDegrees = 0, northDegrees = 0, eastDegrees = 0] = degrees;
      return addWatch({
        kind,
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(kind === 'vessel' ? (number.length === 9 ? { mmsi: number } : { imo: number }) : {}),
        ...(kind === 'query' ? { words: query.trim() } : {}),
        ...(kind === 'area' ? { area: { southDegrees, westDegrees, northDegrees, eastDegrees } } : {}),
      });
    },
    onSuccess: async () => {
      say('success', 'You will be told');
      onClose();
      await onDone();
    },
  });
  const names = ['South', 'West', 'North', 'East'];
  return (
    <Ask title="Watch something" action="Watch" isReady={isReady} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {save.error && <FieldErrors error={save.error} />}
      <FormGroup label="What" fieldId="watch-kind">
        <FormSelect id="watch-kind" value={kind} onChange={(_, value) => setKind(value)}>
          <FormSelectOption value="vessel" label="A ship" />
          <FormSelectOption value="area" label="An area" />
          <FormSelectOption value="query" label="Words" />
        </FormSelect>
      </FormGroup>
      {kind === 'vessel' && (
        <FormGroup label="MMSI (nine digits) or IMO (seven)" isRequired fieldId="watch-number">
          <TextInput id="watch-number" value={number} inputMode="numeric" onChange={(_, value) => setNumber(value.trim())} />
        </FormGroup>
      )}
      {kind === 'query' && (
        <FormGroup label='Words, such as: angara -coal "at anchor"' isRequired fieldId="watch-words">
          <TextInput id="watch-words" value={query} onChange={(_, value) => setQuery(value)} />
        </FormGroup>
      )}
      {kind === 'area' && (
        <div className="fl-pair">
          {names.map((name, at) => (
            <FormGroup key={name} label={`${name}, degrees`} isRequired fieldId={`watch-${name}`}>
              <TextInput id={`watch-${name}`} value={corners[at] ?? ''} inputMode="decimal" onChange={(_, value) => setCorners(corners.map((one, index) => (index === at ? value : one)))} />
            </FormGroup>
          ))}
        </div>
      )}
      <FormGroup label="Name" fieldId="watch-title">
        <TextInput id="watch-title" value={title} onChange={(_, value) => setTitle(value)} />
      </FormGroup>
    </Ask>
  );
}

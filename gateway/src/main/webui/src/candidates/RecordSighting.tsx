import { Checkbox, FormGroup, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordSighting } from '../api/imagery';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { FieldErrors, Place, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';

interface Props {
  place: { latitudeDegrees: number; longitudeDegrees: number };
  at: string;
  positionErrorMetres: number | undefined;
  lengthMetres: number | undefined;
  onClose: () => void;
}

export const sensors = ['optical', 'sar', 'thermal', 'photograph', 'visual', 'other'];

export function RecordSighting({ place, at, positionErrorMetres, lengthMetres, onClose }: Props) {
  const client = useQueryClient();
  const [label, setLabel] = useDraft('sighting-label');
  const [source, setSource] = useDraft('sighting-source');
  const [note, setNote] = useDraft('sighting-note');
  const [licence, setLicence] = useState('');
  const [sensor, setSensor] = useState('optical');
  const [synthetic, setSynthetic] = useState(false);
  const record = useMutation({
    mutationFn: () =>
      recordSighting({
        ...place,
        at,
        sensor,
        source: source.trim(),
        ...(positionErrorMetres ? { positionErrorMetres } : {}),
        ...(lengthMetres ? { lengthMetres } : {}),
        ...(label.trim() ? { label: label.trim() } : {}),
        ...(licence.trim() ? { licence: licence.trim() } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(synthetic ? { synthetic } : {}),
      }),
    onSuccess: () => {
      say('success', 'Sighting recorded', 'Its verdicts appear as they are reached.');
      setLabel('');
      setSource('');
      setNote('');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
    },
    onError: (error) => sayFailed('Recording', error),
  });
  return (
    <Ask title="Record a sighting" action="Record" isReady={source.trim() !== ''} isBusy={record.isPending} onConfirm={() => record.mutate()} onClose={onClose}>
      <div>
        <Place latitude={place.latitudeDegrees} longitude={place.longitudeDegrees} />, <Time at={at} />
      </div>
      <FormGroup label="Label" fieldId="label">
        <TextInput id="label" value={label} onChange={(_, value) => setLabel(value)} placeholder="Ship at berth 3, Rajin" />
      </FormGroup>
      <FormGroup label="Sensor" fieldId="sensor">
        <FormSelect id="sensor" value={sensor} onChange={(_, value) => setSensor(value)}>
          {sensors.map((one) => (
            <FormSelectOption key={one} value={one} label={one === 'sar' ? 'SAR (radar)' : words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Source" isRequired fieldId="source">
        <TextInput id="source" value={source} onChange={(_, value) => setSource(value)} placeholder="Who took or published it" />
      </FormGroup>
      <FormGroup label="Licence" fieldId="licence">
        <TextInput id="licence" value={licence} onChange={(_, value) => setLicence(value)} />
      </FormGroup>
      <FormGroup label="Note" fieldId="note">
        <TextArea id="note" value={note} onChange={(_, value) => setNote(value)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
      <Checkbox id="synthetic" label="Synthetic: made for a demonstration or a test" isChecked={synthetic} onChange={(_, value) => setSynthetic(value)} />
      <FieldErrors error={record.error} />
    </Ask>
  );
}

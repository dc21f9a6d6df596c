import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { recordSighting } from '../api/imagery';
import { SightingFields } from '../imagery/SightingFields';
import { bodyOf, type Texts } from '../imagery/sightingText';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { FieldErrors, Place, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';

interface Props {
  place: { latitudeDegrees: number; longitudeDegrees: number };
  at: string;
  positionErrorMetres: number | undefined;
  lengthMetres: number | undefined;
  onClose: () => void;
}

export function RecordSighting({ place, at, positionErrorMetres, lengthMetres, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [label, setLabel] = useDraft('sighting-label');
  const [source, setSource] = useDraft('sighting-source');
  const [note, setNote] = useDraft('sighting-note');
  const [more, setMore] = useState<Texts>({ sensor: 'optical', length: lengthMetres?.toString() ?? '', positionError: positionErrorMetres?.toString() ?? '' });
  const [layout, setLayout] = useState<string[]>([]);
  const [synthetic, setSynthetic] = useState(false);
  const texts: Texts = { ...more, label, source, note };
  const drafts: Record<string, (text: string) => void> = { label: setLabel, source: setSource, note: setNote };
  const set = (name: string) => drafts[name] ?? ((text: string) => setMore((before) => ({ ...before, [name]: text })));
  const record = useMutation({
    mutationFn: () => recordSighting(bodyOf(place, { at }, texts, layout, synthetic)),
    onSuccess: (recorded) => {
      say('success', 'Sighting recorded', 'Its verdicts appear as they are reached.');
      Object.values(drafts).forEach((draft) => draft(''));
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
      void navigate({ to: '/imagery/$sightingId', params: { sightingId: recorded.id }, search: {} });
    },
    onError: (error) => sayFailed('Recording', error),
  });
  return (
    <Ask title="Record a sighting" action="Record" isReady={source.trim() !== '' || (more.scene ?? '') !== ''} isBusy={record.isPending} onConfirm={() => record.mutate()} onClose={onClose}>
      <div>
        <Place latitude={place.latitudeDegrees} longitude={place.longitudeDegrees} />, <Time at={at} />
      </div>
      <SightingFields at={at} texts={texts} set={set} layout={layout} setLayout={setLayout} synthetic={synthetic} setSynthetic={setSynthetic} />
      <FieldErrors error={record.error} />
    </Ask>
  );
}

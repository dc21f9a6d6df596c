import { Alert, FormGroup, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { correctSighting, withdrawSighting, type Sighting } from '../api/imagery';
import { Ask } from '../ui/Confirm';
import { decimal, parsePlace, parseUtc, plainTime } from '../ui/format';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { Figure, Help } from './fields';
import { SightingFields } from './SightingFields';
import { bodyOf, textsOf } from './sightingText';

interface Props {
  sighting: Sighting;
  onClose: () => void;
}

/** The next version of a sighting; the one before stays readable. */
export function CorrectSighting({ sighting, onClose }: Props) {
  const client = useQueryClient();
  const [placeText, setPlaceText] = useState(decimal(sighting.latitudeDegrees, sighting.longitudeDegrees));
  const [fromText, setFromText] = useState(plainTime(sighting.from));
  const [toText, setToText] = useState(plainTime(sighting.to));
  const [texts, setTexts] = useState(() => textsOf(sighting));
  const [layout, setLayout] = useState(sighting.observation?.hullLayout ?? []);
  const [synthetic, setSynthetic] = useState(sighting.synthetic);
  const set = (name: string) => (text: string) => setTexts((before) => ({ ...before, [name]: text }));
  // What was shown shortened is sent as it was, unless somebody typed another place.
  const isSamePlace = placeText === decimal(sighting.latitudeDegrees, sighting.longitudeDegrees);
  const place = isSamePlace ? { latitudeDegrees: sighting.latitudeDegrees, longitudeDegrees: sighting.longitudeDegrees } : parsePlace(placeText);
  const timeOf = (text: string, was: string) => (text === plainTime(was) ? was : parseUtc(text));
  const from = timeOf(fromText, sighting.from);
  const to = timeOf(toText, sighting.to);
  const correct = useMutation({
    mutationFn: () => {
      if (!place || !from || !to) throw new Error('Give place and time first.');
      return correctSighting(sighting.id, sighting.version, bodyOf(place, { from, to }, texts, layout, synthetic, sighting));
    },
    onSuccess: (after) => {
      if (after.version === sighting.version) say('success', 'Nothing was changed');
      else say('success', `Version ${after.version} recorded`, 'Its verdicts are reached anew.');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
    },
  });
  const line = (id: string, label: string, value: string, change: (text: string) => void, isRead: boolean, help: string) => (
    <FormGroup label={label} isRequired fieldId={id}>
      <TextInput id={id} value={value} validated={isRead ? 'default' : 'error'} onChange={(_, text) => change(text)} />
      {!isRead && <Help isError>{help}</Help>}
    </FormGroup>
  );
  const isReady = place !== undefined && from !== undefined && to !== undefined && from <= to && ((texts.source ?? '').trim() !== '' || (texts.scene ?? '') !== '');
  return (
    <Ask title={`Correct ${sighting.label ?? 'the sighting'}`} action="Save as the next version" isReady={isReady} isBusy={correct.isPending} onConfirm={() => correct.mutate()} onClose={onClose}>
      <Alert isInline isPlain variant="info" title="Verdicts are reached anew. What people confirmed or rejected is taken back, unless only label, source, licence or note change." />
      {line('place', 'Place', placeText, setPlaceText, place !== undefined, 'Degrees, latitude first: 42.2333, 130.3, or 42°14′00″ N 130°18′00″ E.')}
      <div className="fl-pair">
        {line('from', 'From, UTC', fromText, setFromText, from !== undefined, 'A time such as 2024-02-09 04:30.')}
        {line('to', 'to, UTC', toText, setToText, to !== undefined && (from === undefined || from <= to), 'A time such as 2024-02-09 04:30, not before the first.')}
        <Figure id="positionError" label="Position error, m (1σ)" value={texts.positionError ?? ''} onChange={set('positionError')} />
      </div>
      <SightingFields at={from} texts={texts} set={set} layout={layout} setLayout={setLayout} synthetic={synthetic} setSynthetic={setSynthetic} />
      {correct.error && <Failure what="Correcting" error={correct.error} />}
    </Ask>
  );
}

/** Takes a sighting out of what counts; it stays readable. */
export function WithdrawSighting({ sighting, onClose }: Props) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawSighting(sighting.id),
    onSuccess: () => {
      say('success', 'Sighting withdrawn', 'It stays readable, and its verdicts are withdrawn with it.');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
    },
  });
  return (
    <Ask title={`Withdraw ${sighting.label ?? 'the sighting'}?`} action="Withdraw" isReady isBusy={withdraw.isPending} onConfirm={() => withdraw.mutate()} onClose={onClose}>
      <p>It no longer speaks for or against any ship. Record and versions stay readable; it cannot be taken up again.</p>
      {withdraw.error && <Failure what="Withdrawing" error={withdraw.error} />}
    </Ask>
  );
}

import { Checkbox, ExpandableSection, FormGroup, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hullFeatures, motions, recordSighting } from '../api/imagery';
import { scenesQuery } from '../api/scenes';
import { Choice, Figure, Help } from '../imagery/fields';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { utc, words } from '../ui/format';
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

const figure = (text: string) => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
const yesNo = (text: string) => (text === '' ? undefined : text === 'yes');

/** Leaves out what was not stated. */
const stated = <T extends Record<string, unknown>>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

export function RecordSighting({ place, at, positionErrorMetres, lengthMetres, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const scenes = useQuery(scenesQuery);
  const [label, setLabel] = useDraft('sighting-label');
  const [source, setSource] = useDraft('sighting-source');
  const [note, setNote] = useDraft('sighting-note');
  const [licence, setLicence] = useState('');
  const [sensor, setSensor] = useState('optical');
  const [scene, setScene] = useState('');
  const [length, setLength] = useState(lengthMetres ? String(lengthMetres) : '');
  const [more, setMore] = useState<Record<string, string>>({});
  const [layout, setLayout] = useState<string[]>([]);
  const [synthetic, setSynthetic] = useState(false);
  const value = (name: string) => more[name] ?? '';
  const set = (name: string) => (text: string) => setMore((before) => ({ ...before, [name]: text }));
  const isRadar = sensor === 'sar';
  const record = useMutation({
    mutationFn: () => {
      const observation = stated({
        beamMetres: figure(value('beam')),
        beamErrorMetres: figure(value('beamError')),
        headingErrorDegrees: figure(value('headingError')),
        isHeadingAmbiguous: yesNo(value('ambiguous')),
        hullLayout: layout.length > 0 ? layout : undefined,
        motion: value('motion'),
        hasWake: yesNo(value('wake')),
        colourNote: value('colour').trim(),
        confidence: figure(value('confidence')) === undefined ? undefined : Number(value('confidence')) / 100,
        observer: value('observer').trim(),
        secondReader: value('second').trim(),
        azimuthShiftErrorMetres: isRadar ? figure(value('shift')) : undefined,
      });
      return recordSighting({
        ...place,
        at,
        sensor,
        ...stated({
          source: source.trim(),
          positionErrorMetres,
          lengthMetres: figure(length),
          lengthErrorMetres: figure(value('lengthError')),
          headingDegrees: figure(value('heading')),
          label: label.trim(),
          licence: licence.trim(),
          note: note.trim(),
          sceneId: scene,
          synthetic: synthetic || undefined,
        }),
        ...(Object.keys(observation).length > 0 ? { observation } : {}),
      });
    },
    onSuccess: (recorded) => {
      say('success', 'Sighting recorded', 'Its verdicts appear as they are reached.');
      setLabel('');
      setSource('');
      setNote('');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
      void navigate({ to: '/imagery/$sightingId', params: { sightingId: recorded.id }, search: {} });
    },
    onError: (error) => sayFailed('Recording', error),
  });
  const choices = (scenes.data?.items ?? []).filter((one) => Math.abs(Date.parse(one.acquisitionStart) - Date.parse(at)) < 86_400_000);
  return (
    <Ask title="Record a sighting" action="Record" isReady={source.trim() !== '' || scene !== ''} isBusy={record.isPending} onConfirm={() => record.mutate()} onClose={onClose}>
      <div>
        <Place latitude={place.latitudeDegrees} longitude={place.longitudeDegrees} />, <Time at={at} />
      </div>
      <FormGroup label="Label" fieldId="label">
        <TextInput id="label" value={label} onChange={(_, text) => setLabel(text)} placeholder="Ship at berth 3, Rajin" />
      </FormGroup>
      <FormGroup label="Sensor" fieldId="sensor">
        <FormSelect id="sensor" value={sensor} onChange={(_, text) => setSensor(text)}>
          {sensors.map((one) => (
            <FormSelectOption key={one} value={one} label={one === 'sar' ? 'SAR (radar)' : words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      <Choice id="scene" label="Scene" value={scene} options={choices.map((one) => one.id)} text={(id) => { const one = choices.find((it) => it.id === id); return one ? `${one.name}, ${utc(one.acquisitionStart)}` : id; }} onChange={setScene} none={choices.length > 0 ? 'None of those within a day' : 'No scene is recorded within a day'} />
      <FormGroup label="Source" isRequired={scene === ''} fieldId="source">
        <TextInput id="source" value={source} onChange={(_, text) => setSource(text)} placeholder="Who took or published it" />
      </FormGroup>
      <ExpandableSection toggleText="What the image shows of her" className="fl-more">
        <p className="fl-quiet">Whatever is stated is weighed; what is left empty is not. Errors are one standard deviation.</p>
        <div className="fl-pair">
          <Figure id="length" label="Length, m" value={length} onChange={setLength} />
          <Figure id="length-error" label="± length, m" value={value('lengthError')} onChange={set('lengthError')} />
          <Figure id="beam" label="Beam, m" value={value('beam')} onChange={set('beam')} />
          <Figure id="beam-error" label="± beam, m" value={value('beamError')} onChange={set('beamError')} />
          <Figure id="heading" label="Heading, °" value={value('heading')} onChange={set('heading')} help="True, 0 to 360." />
          <Figure id="heading-error" label="± heading, °" value={value('headingError')} onChange={set('headingError')} />
          <Choice id="ambiguous" label="Bow and stern" value={value('ambiguous')} options={['no', 'yes']} text={(one) => (one === 'yes' ? 'Cannot be told apart' : 'Can be told apart')} onChange={set('ambiguous')} />
          <Choice id="motion" label="Moored or under way" value={value('motion')} options={motions} onChange={set('motion')} />
          <Choice id="wake" label="Wake" value={value('wake')} options={['yes', 'no']} text={(one) => (one === 'yes' ? 'Seen' : 'Clearly none')} onChange={set('wake')} />
          <Figure id="confidence" label="Confidence, %" value={value('confidence')} onChange={set('confidence')} help="That it is a ship as described." />
          {isRadar && <Figure id="shift" label="± azimuth shift, m" value={value('shift')} onChange={set('shift')} help="Her own motion displaces her in a radar image; 250 m unless she is moored." />}
        </div>
        <fieldset className="fl-checks">
          <legend>What stands where on the hull</legend>
          {hullFeatures.map((one) => (
            <Checkbox key={one} id={`layout-${one}`} label={words(one)} isChecked={layout.includes(one)} onChange={(_, on) => setLayout((before) => (on ? [...before, one] : before.filter((it) => it !== one)))} />
          ))}
        </fieldset>
        <FormGroup label="Colours" fieldId="colour">
          <TextInput id="colour" value={value('colour')} onChange={(_, text) => set('colour')(text)} placeholder="Dark hull, light deck, red funnel" />
        </FormGroup>
        <div className="fl-pair">
          <FormGroup label="Observer" fieldId="observer">
            <TextInput id="observer" value={value('observer')} onChange={(_, text) => set('observer')(text)} />
          </FormGroup>
          <FormGroup label="Second reader" fieldId="second">
            <TextInput id="second" value={value('second')} onChange={(_, text) => set('second')(text)} />
            <Help>Somebody else, who read the image independently.</Help>
          </FormGroup>
        </div>
      </ExpandableSection>
      <FormGroup label="Licence" fieldId="licence">
        <TextInput id="licence" value={licence} onChange={(_, text) => setLicence(text)} placeholder="What may be done with the image" />
      </FormGroup>
      <FormGroup label="Note" fieldId="note">
        <TextArea id="note" value={note} onChange={(_, text) => setNote(text)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
      <Checkbox id="synthetic" label="Synthetic: made for a demonstration or a test" isChecked={synthetic} onChange={(_, on) => setSynthetic(on)} />
      <FieldErrors error={record.error} />
    </Ask>
  );
}

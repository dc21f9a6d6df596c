import { Checkbox, FormGroup, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeScene, recordScene, type NewScene, type Scene } from '../api/scenes';
import { Ask } from '../ui/Confirm';
import { parseUtc, plainTime } from '../ui/format';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { Figure, Help } from './fields';
import { parseFootprint, parseRecall, recallText } from './sceneText';

/** A scene, new or in its next version. */
export function SceneForm({ before, onClose }: { before?: Scene; onClose: () => void }) {
  const client = useQueryClient();
  const [texts, setTexts] = useState<Record<string, string>>(() => ({
    name: before?.name ?? '',
    provider: before?.provider ?? '',
    sensor: before?.sensor ?? '',
    start: before ? plainTime(before.acquisitionStart) : '',
    end: before ? plainTime(before.acquisitionEnd) : '',
    footprint: before ? JSON.stringify(before.footprint) : '',
    resolution: before?.groundResolutionMetres?.toString() ?? '',
    cloud: before?.cloudCover === undefined ? '' : String(before.cloudCover * 100),
    recall: recallText(before?.recallByLength ?? []),
    licence: before?.licence ?? '',
    uri: before?.sourceUri ?? '',
    sha256: before?.sha256 ?? '',
    note: before?.note ?? '',
  }));
  const [synthetic, setSynthetic] = useState(before?.synthetic ?? false);
  const value = (name: string) => texts[name] ?? '';
  const set = (name: string) => (text: string) => setTexts((old) => ({ ...old, [name]: text }));
  const start = parseUtc(value('start'));
  const end = parseUtc(value('end'));
  const footprint = parseFootprint(value('footprint'));
  const recall = parseRecall(value('recall'));
  const isReady = ['name', 'provider', 'sensor'].every((name) => value(name).trim() !== '') && start !== undefined && end !== undefined && footprint !== undefined && recall !== undefined;
  const save = useMutation({
    mutationFn: () => {
      if (!start || !end) throw new Error('Give the times first.');
      const body: NewScene = {
        name: value('name').trim(),
        provider: value('provider').trim(),
        sensor: value('sensor').trim(),
        acquisitionStart: start,
        acquisitionEnd: end,
        footprint,
        ...(value('resolution') ? { groundResolutionMetres: Number(value('resolution')) } : {}),
        ...(value('cloud') ? { cloudCover: Number(value('cloud')) / 100 } : {}),
        ...(recall && recall.length > 0 ? { recallByLength: recall } : {}),
        ...(value('licence').trim() ? { licence: value('licence').trim() } : {}),
        ...(value('uri').trim() ? { sourceUri: value('uri').trim() } : {}),
        ...(value('sha256').trim() ? { sha256: value('sha256').trim() } : {}),
        ...(value('note').trim() ? { note: value('note').trim() } : {}),
        ...(synthetic ? { synthetic } : {}),
      };
      return before ? changeScene(before.id, before.version, body) : recordScene(body);
    },
    onSuccess: () => {
      say('success', before ? 'Next version of the scene recorded' : 'Scene recorded');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
    },
  });
  const line = (name: string, label: string, placeholder = '', isRequired = true, isFixed = false) => (
    <FormGroup label={label} isRequired={isRequired} fieldId={`scene-${name}`}>
      <TextInput id={`scene-${name}`} value={value(name)} placeholder={placeholder} isDisabled={isFixed} onChange={(_, text) => set(name)(text)} />
    </FormGroup>
  );
  return (
    <Ask title={before ? `Change ${before.name}` : 'Record a scene'} action={before ? 'Save as the next version' : 'Record'} isReady={isReady} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      <div className="fl-pair">
        {line('name', "Provider's name for it", 'S1B_IW_GRDH_…', true, before !== undefined)}
        {line('provider', 'Provider', 'Copernicus', true, before !== undefined)}
        {line('sensor', 'Sensor', 'Sentinel-1 SAR')}
        <Figure id="scene-resolution" label="Ground resolution, m" value={value('resolution')} onChange={set('resolution')} />
        {line('start', 'Acquisition from, UTC', '2024-01-05 02:00:00')}
        {line('end', 'to, UTC', '2024-01-05 02:00:25')}
      </div>
      <FormGroup label="Footprint" isRequired fieldId="scene-footprint">
        <TextArea id="scene-footprint" value={value('footprint')} onChange={(_, text) => set('footprint')(text)} rows={4} resizeOrientation="vertical" className="fl-mono" validated={value('footprint').trim() !== '' && footprint === undefined ? 'error' : 'default'} />
        <Help isError={value('footprint').trim() !== '' && footprint === undefined}>A GeoJSON polygon, or one corner a line, latitude first. It may cross 180°.</Help>
      </FormGroup>
      <Figure id="scene-cloud" label="Cloud cover, %" value={value('cloud')} onChange={set('cloud')} help="From 20 % on an empty scene proves nothing." />
      <FormGroup label="Recall by length" fieldId="scene-recall">
        <TextArea id="scene-recall" value={value('recall')} onChange={(_, text) => set('recall')(text)} rows={3} resizeOrientation="vertical" placeholder={'50-100: 80 %\n100-: 95 %'} className="fl-mono" validated={recall === undefined ? 'error' : 'default'} />
        <Help isError={recall === undefined}>Share of ships of a length, in metres, that are found in such images. Empty: unknown, and then the scene proves no absence.</Help>
      </FormGroup>
      <div className="fl-pair">
        {line('licence', 'Licence', '', false)}
        {line('uri', 'Source URI', 'https://…', false)}
      </div>
      {line('sha256', 'SHA-256 of the image or of its metadata', '', false)}
      <FormGroup label="Note" fieldId="scene-note">
        <TextArea id="scene-note" value={value('note')} onChange={(_, text) => set('note')(text)} rows={2} resizeOrientation="vertical" />
      </FormGroup>
      <Checkbox id="scene-synthetic" label="Synthetic: made for a demonstration or a test" isChecked={synthetic} onChange={(_, on) => setSynthetic(on)} />
      {save.error && <Failure what="Saving" error={save.error} />}
    </Ask>
  );
}

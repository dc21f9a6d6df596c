import { Checkbox, ExpandableSection, FileUpload, FormGroup, Progress, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importSightings } from '../api/imagery';
import { fields, headersOf, knownColumn } from '../imagery/columns';
import { Choice } from '../imagery/fields';
import { ImportReport } from '../imagery/ImportReport';
import { sendInParts } from '../imagery/parts';
import { Ask } from '../ui/Confirm';
import { parseUtc, words } from '../ui/format';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { sensors } from '../imagery/SightingFields';

/** A file of sightings; tried first, so that bad rows are known before good ones are kept. */
export function ImportSightings({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [headers, setHeaders] = useState<string[]>([]);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const [time, setTime] = useState('');
  const [sensor, setSensor] = useState('sar');
  const [dryRun, setDryRun] = useState(true);
  const [share, setShare] = useState(0);
  const format = file && /json$/i.test(file.name) ? 'geojson' : 'csv';
  const at = time.trim() === '' ? undefined : parseUtc(time);
  const again = () => {
    setDryRun(true);
    run.reset();
  };
  const run = useMutation({
    mutationFn: async () => {
      if (!file) throw new Error('Choose a file first.');
      const options = { format, source: source.trim(), sensor, licence: licence.trim(), at, mapping, dryRun } as const;
      setShare(0);
      return sendInParts(file, format, (part) => importSightings(part, options), setShare);
    },
    onSuccess: (result) => {
      if (result.dryRun || dryRun) {
        setDryRun(false);
        return;
      }
      say('success', `${result.accepted} sightings imported`, result.rejected.length > 0 ? `${result.rejected.length} rows were set aside.` : undefined);
      void client.invalidateQueries({ queryKey: ['imagery'] });
      if (result.rejected.length === 0) onClose();
    },
  });
  return (
    <Ask title="Import sightings" action={dryRun ? 'Try it' : 'Import'} isReady={file !== undefined && source.trim() !== '' && (time.trim() === '' || at !== undefined)} isBusy={run.isPending} onConfirm={() => run.mutate()} onClose={onClose}>
      <FormGroup label="CSV or GeoJSON file" isRequired fieldId="import-file">
        <FileUpload
          id="import-file"
          filename={file?.name ?? ''}
          filenamePlaceholder="Drop a file here or choose one"
          hideDefaultPreview
          browseButtonText="Choose"
          onFileInputChange={(_, chosen) => {
            setFile(chosen);
            setMapping({});
            setHeaders([]);
            again();
            if (!/json$/i.test(chosen.name)) void chosen.slice(0, 16_384).text().then((start) => setHeaders(headersOf(start)));
          }}
          onClearClick={() => setFile(undefined)}
        />
      </FormGroup>
      <FormGroup label="Source" isRequired fieldId="import-source">
        <TextInput id="import-source" value={source} onChange={(_, value) => setSource(value)} placeholder="Who delivered it" />
      </FormGroup>
      <div className="fl-pair">
        <Choice id="import-sensor" label="Sensor" value={sensor} options={sensors} onChange={(value) => setSensor(value || 'other')} text={(one) => (one === 'sar' ? 'SAR (radar)' : words(one))} />
        <FormGroup label="Time, UTC, of rows without one" fieldId="import-time">
          <TextInput id="import-time" value={time} onChange={(_, value) => setTime(value)} placeholder="from the file" validated={time.trim() !== '' && !at ? 'error' : 'default'} />
        </FormGroup>
      </div>
      <FormGroup label="Licence" fieldId="import-licence">
        <TextInput id="import-licence" value={licence} onChange={(_, value) => setLicence(value)} />
      </FormGroup>
      {headers.length > 0 && (
        <ExpandableSection toggleText={`Columns: ${fields.filter(([field]) => mapping[field] ?? knownColumn(headers, field)).length} of ${headers.length} are read`} className="fl-more">
          <div className="fl-pair">
            {fields.map(([field, text]) => (
              <Choice
                key={field}
                id={`map-${field}`}
                label={text}
                value={mapping[field] ?? ''}
                options={headers}
                text={(header) => header}
                none={knownColumn(headers, field) ?? 'no column'}
                onChange={(column) => {
                  setMapping(({ [field]: _, ...others }) => (column === '' ? others : { ...others, [field]: column }));
                  again();
                }}
              />
            ))}
          </div>
        </ExpandableSection>
      )}
      <Checkbox id="dry" label="Only try it: nothing is kept" isChecked={dryRun} onChange={(_, value) => setDryRun(value)} />
      {run.isPending && share > 0 && <Progress value={Math.round(share * 100)} title={dryRun ? 'Trying' : 'Importing'} aria-label="Progress of the import" />}
      {run.error && <Failure what="Import" error={run.error} />}
      {run.data && <ImportReport result={run.data} onDone={onClose} />}
    </Ask>
  );
}

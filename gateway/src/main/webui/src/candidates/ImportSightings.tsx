import { Alert, Button, Checkbox, FileUpload, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importSightings } from '../api/imagery';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { sensors } from './RecordSighting';

/** A file of sightings; tried first, so that bad rows are known before good ones are kept. */
export function ImportSightings({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('');
  const [sensor, setSensor] = useState('sar');
  const [dryRun, setDryRun] = useState(true);
  const format = file && /json$/i.test(file.name) ? 'geojson' : 'csv';
  const run = useMutation({
    mutationFn: async () => {
      if (!file) throw new Error('Choose a file first.');
      return importSightings(file, format, source.trim(), sensor, dryRun);
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
  const result = run.data;
  return (
    <Ask title="Import sightings" action={dryRun ? 'Try it' : 'Import'} isReady={file !== undefined && source.trim() !== ''} isBusy={run.isPending} onConfirm={() => run.mutate()} onClose={onClose}>
      <FormGroup label="CSV or GeoJSON file" isRequired fieldId="import-file">
        <FileUpload
          id="import-file"
          filename={file?.name ?? ''}
          filenamePlaceholder="Drop a file here or choose one"
          hideDefaultPreview
          browseButtonText="Choose"
          onFileInputChange={(_, chosen) => {
            setFile(chosen);
            setDryRun(true);
            run.reset();
          }}
          onClearClick={() => setFile(undefined)}
        />
      </FormGroup>
      <FormGroup label="Source" isRequired fieldId="import-source">
        <TextInput id="import-source" value={source} onChange={(_, value) => setSource(value)} placeholder="Who delivered it" />
      </FormGroup>
      <FormGroup label="Sensor" fieldId="import-sensor">
        <FormSelect id="import-sensor" value={sensor} onChange={(_, value) => setSensor(value)}>
          {sensors.map((one) => (
            <FormSelectOption key={one} value={one} label={one === 'sar' ? 'SAR (radar)' : words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      <Checkbox id="dry" label="Only try it: nothing is kept" isChecked={dryRun} onChange={(_, value) => setDryRun(value)} />
      {run.error && <Failure what="Import" error={run.error} />}
      {result && (
        <>
          <Alert
            isInline
            variant={result.rejected.length > 0 ? 'warning' : 'success'}
            title={`${result.dryRun ? 'Tried: ' : ''}${result.accepted} good, ${result.alreadyThere} already there, ${result.rejectedCount ?? result.rejected.length} rejected`}
          />
          {result.rejected.length > 0 && (
            <div className="fl-scroll-y">
              <Table variant="compact" aria-label="Rejected rows">
                <Thead>
                  <Tr>
                    <Th>Row</Th>
                    <Th>Field</Th>
                    <Th>Why</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {result.rejected.map((one, index) => (
                    <Tr key={`${one.row}${one.field}${index}`}>
                      <Td dataLabel="Row">{one.row}</Td>
                      <Td dataLabel="Field" className="fl-mono">
                        {one.field}
                      </Td>
                      <Td dataLabel="Why">{one.detail}</Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            </div>
          )}
          {!result.dryRun && (
            <Button variant="link" onClick={onClose}>
              Done
            </Button>
          )}
        </>
      )}
    </Ask>
  );
}

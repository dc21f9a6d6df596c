import { Checkbox, FileUpload, FormGroup, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importScenes } from '../api/imagery';
import { Ask } from '../ui/Confirm';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { Help } from './fields';
import { ImportReport } from './ImportReport';

/** A catalogue's GeoJSON or CSV; tried first. */
export function ImportScenes({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [provider, setProvider] = useState('');
  const [licence, setLicence] = useState('');
  const [dryRun, setDryRun] = useState(true);
  const run = useMutation({
    mutationFn: async () => {
      if (!file) throw new Error('Choose a file first.');
      return importScenes(file, provider.trim(), licence.trim(), dryRun);
    },
    onSuccess: (result) => {
      if (result.dryRun || dryRun) {
        setDryRun(false);
        return;
      }
      say('success', `${result.accepted} scenes imported`);
      void client.invalidateQueries({ queryKey: ['imagery'] });
      if (result.rejected.length === 0) onClose();
    },
  });
  return (
    <Ask title="Import scenes" action={dryRun ? 'Try it' : 'Import'} isReady={file !== undefined} isBusy={run.isPending} onConfirm={() => run.mutate()} onClose={onClose}>
      <FormGroup label="GeoJSON or CSV file" isRequired fieldId="scenes-file">
        <FileUpload
          id="scenes-file"
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
        <Help>A FeatureCollection whose geometries are footprints, or a table with a footprint as WKT or its bounds: STAC items, or this platform&apos;s own names.</Help>
      </FormGroup>
      <FormGroup label="Provider, where the file names none" fieldId="scenes-provider">
        <TextInput id="scenes-provider" value={provider} onChange={(_, value) => setProvider(value)} />
      </FormGroup>
      <FormGroup label="Licence, where the file names none" fieldId="scenes-licence">
        <TextInput id="scenes-licence" value={licence} onChange={(_, value) => setLicence(value)} />
      </FormGroup>
      <Checkbox id="scenes-dry" label="Only try it: nothing is kept" isChecked={dryRun} onChange={(_, value) => setDryRun(value)} />
      {run.error && <Failure what="Import" error={run.error} />}
      {run.data && <ImportReport result={run.data} onDone={onClose} />}
    </Ask>
  );
}

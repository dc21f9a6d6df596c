import { Alert, Button, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { downloadAddress } from '../api/client';
import { rehearseListVersion, templatePath, uploadListVersion, type DryRun } from '../api/sanctions';
import { number, parseUtc, words } from '../ui/format';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';

const now = () => new Date().toISOString().slice(0, 16).replace('T', ' ');
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The way a publisher's file comes in; a trial says what would become of it and changes nothing. */
export function AddVersion({ listId, formats }: { listId: string; formats: string[] }) {
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [observed, setObserved] = useState(now);
  const [published, setPublished] = useState('');
  const observedAt = parseUtc(observed);
  const isReady = files.length > 0 && observedAt !== undefined && (published === '' || isDay(published));
  const handover = () => {
    if (!observedAt) throw new Error('Choose a file and the time it was seen.');
    return { files, observedAt, publishedAt: published || undefined };
  };
  const upload = useMutation({
    mutationFn: async () => uploadListVersion(listId, handover()),
    onSuccess: ({ value, status }) => {
      if (value.status === 'accepted') say('success', status === 200 ? 'These bytes are the current version already' : `Version ${value.number ?? ''} is taken in`);
      setFiles([]);
      if (picker.current) picker.current.value = '';
      trial.reset();
      void client.invalidateQueries({ queryKey: ['sanctions'] });
    },
  });
  const trial = useMutation({ mutationFn: async () => rehearseListVersion(listId, handover()) });
  const result = upload.data?.value;
  return (
    <Form
      className="fl-form"
      onSubmit={(event) => {
        event.preventDefault();
        upload.mutate();
      }}
    >
      <FormGroup label="The publisher's file, as it came" isRequired fieldId="list-file">
        <input
          ref={picker}
          id="list-file"
          type="file"
          multiple
          onChange={(event) => {
            setFiles([...(event.target.files ?? [])]);
            trial.reset();
            upload.reset();
          }}
        />
        <p className="fl-quiet">
          Plain, .gz or .zip{formats.length > 0 && `: ${formats.map(words).join(', ')}`}. {formats.includes('ofac-csv-set') && 'Choose sdn.csv, alt.csv, add.csv and sdn_comments.csv of one day together. '}
          {formats.includes('vessel-csv') && (
            <a href={downloadAddress(templatePath(listId))} download>
              A table to fill in
            </a>
          )}
        </p>
      </FormGroup>
      <FormGroup label="Seen at the publisher (UTC)" isRequired fieldId="observed">
        <TextInput id="observed" value={observed} onChange={(_, value) => setObserved(value)} validated={observedAt ? 'default' : 'error'} />
      </FormGroup>
      <FormGroup label="Published on, if the file does not say" fieldId="published">
        <TextInput id="published" placeholder="2024-02-09" value={published} onChange={(_, value) => setPublished(value.trim())} validated={published === '' || isDay(published) ? 'default' : 'error'} />
      </FormGroup>
      <div className="fl-filters">
        <Button type="submit" isDisabled={!isReady} isLoading={upload.isPending}>
          Upload
        </Button>
        <Button variant="secondary" isDisabled={!isReady} isLoading={trial.isPending} onClick={() => trial.mutate()}>
          Try only
        </Button>
      </div>
      {(upload.error ?? trial.error) && <Failure what="Upload" error={upload.error ?? trial.error} />}
      {trial.data && <Trial run={trial.data} />}
      {result && result.status !== 'accepted' && (
        <Alert isInline variant="warning" title="This file was set aside">
          {result.reason} The version before goes on serving.
        </Alert>
      )}
    </Form>
  );
}

function Trial({ run }: { run: DryRun }) {
  return (
    <Alert isInline variant={run.outcome === 'quarantined' ? 'warning' : 'info'} title={`It would be ${run.outcome === 'quarantined' ? 'set aside' : run.outcome}`}>
      {run.reason && <p>{run.reason}</p>}
      <p>
        {number(run.listings)} entries, {number(run.vessels)} of them ships; {number(run.added)} added, {number(run.changed)} changed, {number(run.removed)} removed.
      </p>
      {run.warnings.length > 0 && (
        <ul className="fl-plain">
          {run.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

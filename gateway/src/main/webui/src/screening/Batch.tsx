import { Alert, Button, FileUpload, FormGroup, TextInput } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { screenTable } from '../api/screening';
import { Panel } from '../ui/Page';
import { Facts, Failure } from '../ui/parts';

const template = 'id,schema,name,imo,mmsi,callSign,flag,birthDate,country\r\n1,vessel,ANGARA,9179842,,,RU,,\r\n2,person,Ivan Petrov,,,,,1960,RU\r\n';

/** A table in, a table out: one row for each possible match, one for each query without any. */
export function Batch() {
  const [file, setFile] = useState<File>();
  const [asOf, setAsOf] = useState('');
  const run = useMutation({ mutationFn: (chosen: File) => screenTable(chosen, asOf || undefined, 0.7) });
  const result = useDownload(run.data?.text);
  const example = useDownload(template);
  const rows = run.data?.text.trim().split(/\r?\n/).length ?? 1;
  return (
    <Panel title="Screen a table">
      <p>
        Comma-separated values, the first line naming the columns: <code>schema</code>, <code>name</code>, <code>imo</code>, <code>mmsi</code>, <code>callSign</code>, <code>flag</code>, <code>birthDate</code>, <code>country</code> and others.{' '}
        <a href={example} download="screening-template.csv">
          An example to fill in
        </a>
      </p>
      <FormGroup label="Table" fieldId="batch-file">
        <FileUpload id="batch-file" filename={file?.name ?? ''} filenamePlaceholder="Choose a .csv file or drop it here" browseButtonText="Choose…" hideDefaultPreview dropzoneProps={{ accept: { 'text/csv': ['.csv'] } }} onFileInputChange={(_, chosen) => { setFile(chosen); run.reset(); }} onClearClick={() => { setFile(undefined); run.reset(); }} />
      </FormGroup>
      <FormGroup label="As of (UTC day; empty for now)" fieldId="batch-as-of">
        <TextInput id="batch-as-of" type="date" value={asOf} onChange={(_, value) => setAsOf(value)} />
      </FormGroup>
      <div className="fl-actions">
        <Button isDisabled={!file} isLoading={run.isPending} onClick={() => file && run.mutate(file)}>
          {run.isPending ? 'Screening…' : 'Screen the table'}
        </Button>
      </div>
      {run.error && <Failure what="Screening the table" error={run.error} />}
      {run.data && (
        <Alert isInline variant="success" title="The result is ready">
          <Facts items={[['Rows', rows - 1], ['Kept as', run.data.screeningId]]} />
          <Button component="a" href={result} download={`screened-${file?.name ?? 'table.csv'}`} icon={<DownloadIcon />}>
            Download the result
          </Button>
        </Alert>
      )}
    </Panel>
  );
}

function useDownload(text: string | undefined): string | undefined {
  const [href, setHref] = useState<string>();
  useEffect(() => {
    if (text === undefined) return setHref(undefined);
    const made = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    setHref(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return href;
}

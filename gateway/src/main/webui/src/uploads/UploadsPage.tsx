import { Alert, Button, Checkbox, FormGroup, Label, MultipleFileUpload, MultipleFileUploadMain, Progress, ProgressMeasureLocation, TextInput } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon, InProgressIcon, PendingIcon, UploadIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { jobsQuery, statisticsQuery, type Job } from '../api/ais';
import { asProblem, type Problem } from '../api/problem';
import { bytes, number } from '../ui/format';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';
import { JobDetail } from './JobDetail';
import { send, type Sending } from './send';

const route = getRouteApi('/uploads');

interface Outgoing {
  id: number;
  file: File;
  sent: number;
  problem?: Problem;
  note?: string;
}

export function UploadsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const jobs = useQuery(jobsQuery);
  const statistics = useQuery(statisticsQuery).data;
  const [outgoing, setOutgoing] = useState<Outgoing[]>([]);
  const [source, setSource] = useState('');
  const [synthetic, setSynthetic] = useState(false);
  const next = useRef(1);
  const sendings = useRef(new Map<number, Sending>());
  const change = (id: number, part: Partial<Outgoing>) => setOutgoing((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: number) => setOutgoing((all) => all.filter((one) => one.id !== id));
  const show = (id: string | undefined) => void navigate({ to: '/uploads', search: { job: id }, replace: true });

  const take = async (file: File) => {
    const id = next.current++;
    setOutgoing((all) => [...all, { id, file, sent: 0 }]);
    const sending = send(file, { source: source.trim() || file.name.replace(/\.(nmea|txt|csv|gz|zst|zip)$/gi, ''), synthetic }, (sent) => change(id, { sent }));
    sendings.current.set(id, sending);
    try {
      const { job, isKnown } = await sending.result;
      if (isKnown) change(id, { sent: 1, note: 'These bytes were taken in before; nothing is doubled.' });
      else drop(id);
      await client.invalidateQueries({ queryKey: ['ais', 'jobs'] });
      show(job.id);
    } catch (error) {
      change(id, { problem: asProblem(error) });
    } finally {
      sendings.current.delete(id);
    }
  };
  const takeAll = async (files: File[]) => {
    for (const file of files) await take(file);
  };
  const items = jobs.data?.items ?? [];
  const shown = search.job ?? items[0]?.id;
  return (
    <Sheet title="Uploads" lead="AIS files in, and what became of every line. The same file sent twice is taken in once.">
      <div className="fl-uploads">
        <div>
          <Panel title="Send AIS files">
            <div className="fl-pair">
              <FormGroup label="Source" fieldId="upload-source">
                <TextInput id="upload-source" value={source} onChange={(_, value) => setSource(value)} placeholder="the file's name" />
              </FormGroup>
              <div className="fl-bottom">
                <Checkbox id="upload-synthetic" label="Synthetic data" isChecked={synthetic} onChange={(_, value) => setSynthetic(value)} />
              </div>
            </div>
            <MultipleFileUpload onFileDrop={(_, files) => void takeAll(files)} isHorizontal>
              <MultipleFileUploadMain titleIcon={<UploadIcon />} titleText="Drop files here" titleTextSeparator="or" infoText="NMEA, or Danish or NOAA CSV; plain, .gz, .zst or .zip" browseButtonText="Choose files" />
            </MultipleFileUpload>
            <ul className="fl-plain" aria-label="Being sent">
              {outgoing.map((one) => (
                <li key={one.id}>
                  {one.problem ? (
                    <Alert
                      isInline
                      variant="danger"
                      title={`${one.file.name}: ${one.problem.title}`}
                      actionLinks={
                        <>
                          <Button
                            variant="link"
                            isInline
                            onClick={() => {
                              drop(one.id);
                              void take(one.file);
                            }}
                          >
                            Send again
                          </Button>
                          <Button variant="link" isInline onClick={() => drop(one.id)}>
                            Forget it
                          </Button>
                        </>
                      }
                    >
                      {one.problem.detail}
                    </Alert>
                  ) : one.note ? (
                    <Alert isInline variant="info" title={one.file.name} actionLinks={<Button variant="link" isInline onClick={() => drop(one.id)}>Fine</Button>}>
                      {one.note}
                    </Alert>
                  ) : (
                    <>
                      <Progress
                        value={one.sent * 100}
                        title={`Sending ${one.file.name} (${bytes(one.file.size)})`}
                        label={one.sent >= 1 ? 'Being checked' : `${Math.round(one.sent * 100)} %`}
                        measureLocation={ProgressMeasureLocation.outside}
                        size="sm"
                      />
                      <Button variant="link" isInline onClick={() => sendings.current.get(one.id)?.stop()}>
                        Stop
                      </Button>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="Jobs">
            {jobs.isPending ? (
              <Loading what="jobs" />
            ) : jobs.error ? (
              <Failure what="Jobs" error={jobs.error} retry={() => void jobs.refetch()} />
            ) : items.length === 0 ? (
              <Nothing title="Nothing was uploaded yet" icon={UploadIcon}>
                Drop an NMEA file above to begin.
              </Nothing>
            ) : (
              <ul className="fl-jobs" aria-label="Jobs">
                {items.map((one) => (
                  <li key={one.id}>
                    <button type="button" aria-current={one.id === shown} className={one.id === shown ? 'fl-lead-current' : ''} onClick={() => show(one.id)}>
                      <span>
                        <strong className="fl-break">{one.fileName ?? one.id}</strong> {one.synthetic && <span className="fl-synthetic">Synthetic</span>}
                      </span>
                      <span className="fl-labels">
                        <JobState job={one} />
                        <span className="fl-quiet fl-figure">
                          {bytes(one.sizeBytes)} · {number(one.counts.messages)} messages{one.counts.rejected > 0 ? ` · ${number(one.counts.rejected)} rejected` : ''}
                        </span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          {statistics && statistics.sources.length > 0 && (
            <Panel title="Sources">
              <div className="fl-scroll-x">
                <Table variant="compact" aria-label="Sources">
                  <Thead>
                    <Tr>
                      <Th>Source</Th>
                      <Th>Fixes</Th>
                      <Th>First</Th>
                      <Th>Last</Th>
                    </Tr>
                  </Thead>
                  <Tbody>
                    {statistics.sources.map((one) => (
                      <Tr key={one.name}>
                        <Td dataLabel="Source" className="fl-break">
                          {one.name} {one.synthetic && <Synthetic compact />}
                        </Td>
                        <Td dataLabel="Fixes">{number(one.fixes)}</Td>
                        <Td dataLabel="First">{one.firstAt && <Time at={one.firstAt} />}</Td>
                        <Td dataLabel="Last">{one.lastAt && <Time at={one.lastAt} />}</Td>
                      </Tr>
                    ))}
                  </Tbody>
                </Table>
              </div>
            </Panel>
          )}
        </div>
        <div>{shown ? <JobDetail key={shown} id={shown} /> : null}</div>
      </div>
    </Sheet>
  );
}

const looks = {
  queued: { color: 'grey', icon: <PendingIcon />, text: 'Waiting' },
  running: { color: 'blue', icon: <InProgressIcon />, text: 'Running' },
  done: { color: 'green', icon: <CheckCircleIcon />, text: 'Done' },
  failed: { color: 'red', icon: <ExclamationCircleIcon />, text: 'Failed' },
} as const;

export function JobState({ job }: { job: Job }) {
  const look = looks[job.state];
  return (
    <Label isCompact color={look.color} icon={look.icon}>
      {look.text}
      {job.state === 'running' && ` ${Math.round(job.progress * 100)} %`}
    </Label>
  );
}

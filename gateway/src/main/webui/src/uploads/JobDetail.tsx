import { Alert, Button, Progress, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { jobQuery, rejectsQuery, type Job } from '../api/ais';
import { bytes, number, words } from '../ui/format';
import { Facts, Failure, Hash, Loading, Synthetic, Time } from '../ui/parts';
import { Doubts, Receivers } from '../feeds/Hygiene';
import { messageNames } from './messages';
import { JobState } from './UploadsPage';

export function JobDetail({ id }: { id: string }) {
  const client = useQueryClient();
  const job = useQuery(jobQuery(id));
  const state = job.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'failed') {
      void client.invalidateQueries({ queryKey: ['ais', 'jobs'] });
      void client.invalidateQueries({ queryKey: ['ais', 'statistics'] });
    }
  }, [client, state]);
  if (job.error) return <Failure what="Job" error={job.error} inline={false} retry={() => void job.refetch()} />;
  if (!job.data) return <Loading what="the job" rows={6} />;
  const one = job.data;
  const { counts } = one;
  return (
    <article className="fl-panel fl-job" aria-label="Chosen job" data-state={one.state}>
      <header>
        <Title headingLevel="h2" size="lg" className="fl-break">
          {one.fileName ?? one.id}
        </Title>
        <div className="fl-labels">
          <JobState job={one} />
          {one.synthetic && <Synthetic />}
        </div>
      </header>
      {(one.state === 'running' || one.state === 'queued') && <Progress value={one.progress * 100} title="Being read" size="sm" label={`${Math.round(one.progress * 100)} %`} />}
      {one.state === 'failed' && (
        <Alert isInline variant="danger" title="This upload failed">
          {reasonOf(one.error)}
        </Alert>
      )}
      <ul className="fl-figures" aria-label="Counts">
        <Figure name="Lines" value={counts.lines} />
        <Figure name="Messages" value={counts.messages} />
        <Figure name="Fixes" value={counts.fixes} />
        <Figure name="Duplicates" value={counts.duplicates} />
        <Figure name="Ignored" value={counts.ignored} />
        <Figure name="Rejected" value={counts.rejected} isBad={counts.rejected > 0} />
      </ul>
      {one.state === 'done' && counts.fixes > 0 && (
        <p>
          <Link to="/vessels" search={{}}>
            Look at the vessels
          </Link>{' '}
          · silences found in it arrive in the{' '}
          <Link to="/inbox" search={{}}>
            inbox
          </Link>
        </p>
      )}
      <Facts
        items={[
          ['Source', one.source],
          ['Size', bytes(one.sizeBytes)],
          ['SHA-256', one.sha256 && <Hash value={one.sha256} />],
          ['Submitted', <span key="s"><Time at={one.submittedAt} /> {one.submittedBy && `by ${one.submittedBy}`}</span>],
          ['Finished', one.finishedAt && <span key="f"><Time at={one.finishedAt} />{rate(one)}</span>],
        ]}
      />
      <Types job={one} />
      <Doubts byReason={one.doubtsByReason} />
      <Receivers receivers={one.receivers} />
      {(counts.rejected > 0 || Object.keys(one.doubtsByReason).length > 0) && <Rejects job={one} />}
    </article>
  );
}

function rate(job: Job) {
  if (!job.startedAt || !job.finishedAt) return '';
  const seconds = (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000;
  if (!(seconds > 0)) return '';
  return ` · ${seconds.toFixed(1)} s, ${number(Math.round(job.counts.lines / seconds))} lines/s`;
}

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null) {
    if ('detail' in error && typeof error.detail === 'string') return error.detail;
    if ('message' in error && typeof error.message === 'string') return error.message;
  }
  return 'No reason was given.';
}

function Figure({ name, value, isBad = false }: { name: string; value: number; isBad?: boolean }) {
  return (
    <li className={isBad ? 'fl-bad' : ''}>
      <span className="fl-figure-value">{number(value)}</span>
      <span>{name}</span>
    </li>
  );
}

function Types({ job }: { job: Job }) {
  const types = Object.entries(job.messagesByType).sort((a, b) => b[1] - a[1]);
  const most = types[0]?.[1] ?? 1;
  if (types.length === 0) return null;
  return (
    <>
      <h3 className="fl-h3">Messages by type</h3>
      <table className="fl-bars">
        <thead className="fl-visually-hidden">
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Name</th>
            <th scope="col">Messages</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {types.map(([type, count]) => (
            <tr key={type}>
              <th scope="row" className="fl-figure">
                {type}
              </th>
              <td>{messageNames[type] ?? 'Other'}</td>
              <td className="fl-figure fl-right">{number(count)}</td>
              <td className="fl-bar-cell">
                <span className="fl-bar-fill" style={{ inlineSize: `${Math.max(1, (100 * count) / most)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Rejects({ job }: { job: Job }) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined]);
  const rejects = useQuery({ ...rejectsQuery(job.id, cursors.at(-1)), placeholderData: (previous) => previous });
  return (
    <>
      <h3 className="fl-h3">Lines that were not used</h3>
      <p className="fl-quiet">
        {Object.entries(job.rejectsByReason)
          .map(([reason, count]) => `${words(reason)}: ${number(count)}`)
          .join(' · ')}
      </p>
      {rejects.error && <Failure what="Rejected lines" error={rejects.error} retry={() => void rejects.refetch()} />}
      {rejects.data && (
        <>
          <div className="fl-scroll-x">
            <Table variant="compact" aria-label="Rejected lines">
              <Thead>
                <Tr>
                  <Th>Line</Th>
                  <Th>Reason</Th>
                  <Th>Text</Th>
                </Tr>
              </Thead>
              <Tbody>
                {rejects.data.items.map((one, index) => (
                  <Tr key={`${one.line}${index}`}>
                    <Td dataLabel="Line" className="fl-figure">
                      {number(one.line)}
                    </Td>
                    <Td dataLabel="Reason">
                      {words(one.reason)}
                      {one.detail && <div className="fl-quiet">{one.detail}</div>}
                    </Td>
                    <Td dataLabel="Text" className="fl-mono fl-break">
                      {one.text}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </div>
          <div className="fl-actions">
            {cursors.length > 1 && (
              <Button variant="link" isInline onClick={() => setCursors(cursors.slice(0, -1))}>
                Earlier
              </Button>
            )}
            {rejects.data.nextCursor && (
              <Button variant="link" isInline onClick={() => setCursors([...cursors, rejects.data.nextCursor])}>
                More
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}

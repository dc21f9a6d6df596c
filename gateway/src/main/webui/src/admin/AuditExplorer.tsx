import { Button, ClipboardCopy, Label, Title } from '@patternfly/react-core';
import { HistoryIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { auditLogQuery, checkpointsQuery } from '../api/dossier';
import { number } from '../ui/format';
import { Panel } from '../ui/Page';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { Words } from '../ui/Words';

const step = 100;
const text = (value: unknown) => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The audit of the instance: what one may see in words, everything else by its hash, and the checkpoints that hold it. */
export function AuditExplorer() {
  const checkpoints = useQuery(checkpointsQuery);
  if (checkpoints.isPending) return <Loading what="the audit" />;
  if (checkpoints.error) return <Failure what="The audit" error={checkpoints.error} retry={() => void checkpoints.refetch()} />;
  const newest = checkpoints.data.items[0];
  if (!newest) {
    return (
      <Nothing title="No checkpoint yet" icon={HistoryIcon}>
        One is made every few minutes once there is something to hold.
      </Nothing>
    );
  }
  return (
    <>
      <Panel title="Newest checkpoint">
        <p>
          {number(newest.size)} entries, signed <Time at={newest.madeAt} near />{' '}
          {newest.hasTimestamp ? (
            <Label isCompact color="green">
              With a time stamp
            </Label>
          ) : (
            <Label isCompact>No time stamp</Label>
          )}
        </p>
        <ClipboardCopy isReadOnly isCode isExpanded hoverTip="Copy" clickTip="Copied" variant="expansion" textAriaLabel="The checkpoint as it was signed" toggleAriaLabel="Show the checkpoint">
          {newest.note}
        </ClipboardCopy>
        <p className="fl-quiet">Keep it outside of this platform: with it anybody shows later whether history was rewritten.</p>
      </Panel>
      <Log size={newest.size} />
    </>
  );
}

function Log({ size }: { size: number }) {
  const [from, setFrom] = useState(Math.max(0, size - step));
  const log = useQuery(auditLogQuery(from));
  return (
    <Panel
      title="Entries"
      actions={
        <>
          <Button variant="secondary" size="sm" isDisabled={from === 0} onClick={() => setFrom(Math.max(0, from - step))}>
            Older
          </Button>
          <Button variant="secondary" size="sm" isDisabled={from + step >= size} onClick={() => setFrom(from + step)}>
            Newer
          </Button>
        </>
      }
    >
      {log.isPending ? (
        <Loading what="entries" />
      ) : log.error ? (
        <Failure what="Entries" error={log.error} retry={() => void log.refetch()} />
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Entries of the audit">
            <Thead>
              <Tr>
                <Th>When</Th>
                <Th>Who</Th>
                <Th>What</Th>
                <Th>Detail</Th>
              </Tr>
            </Thead>
            <Tbody>
              {log.data.map((line, at) => {
                const entry = (typeof line.entry === 'object' && line.entry !== null ? line.entry : line) as Record<string, unknown>;
                return (
                  <Tr key={at}>
                    <Td dataLabel="When">{entry.at ? <Time at={text(entry.at)} /> : <span className="fl-quiet">not yours to see</span>}</Td>
                    <Td dataLabel="Who">{text(entry.actor)}</Td>
                    <Td dataLabel="What">{text(entry.action)}</Td>
                    <Td dataLabel="Detail" className="fl-break">
                      {entry.action ? <Words text={text(entry.detail)} /> : <span className="fl-mono">{text(entry.hash ?? line.leaf ?? line.hash)}</span>}
                    </Td>
                  </Tr>
                );
              })}
            </Tbody>
          </Table>
        </div>
      )}
      <Title headingLevel="h3" size="md" className="fl-visually-hidden">
        {from} to {Math.min(from + step, size)} of {size}
      </Title>
    </Panel>
  );
}

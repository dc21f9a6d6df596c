import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { HistoryIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { auditQuery } from '../api/cases';
import { words } from '../ui/format';
import { Failure, Loading, Nothing, Time } from '../ui/parts';

const told = (detail: unknown): string => {
  if (detail === undefined || detail === null) return '';
  if (typeof detail === 'string') return detail;
  if (typeof detail === 'object') {
    return Object.entries(detail)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', ');
  }
  return JSON.stringify(detail);
};

export function HistoryTab({ caseId }: { caseId: string }) {
  const audit = useQuery(auditQuery(caseId));
  if (audit.isPending) return <Loading what="the history" rows={8} />;
  if (audit.error) return <Failure what="History" error={audit.error} retry={() => void audit.refetch()} />;
  if (audit.data.items.length === 0) return <Nothing title="Nothing has happened yet" icon={HistoryIcon} />;
  return (
    <div className="fl-tab fl-scroll-x">
      <p className="fl-quiet">Who changed what, and who read what. Entries are only ever added.</p>
      <Table variant="compact" aria-label="History of the case">
        <Thead>
          <Tr>
            <Th>When</Th>
            <Th>Who</Th>
            <Th>Did</Th>
            <Th>What</Th>
            <Th>Detail</Th>
          </Tr>
        </Thead>
        <Tbody>
          {audit.data.items.map((entry, index) => (
            <Tr key={`${entry.at}${index}`}>
              <Td className="fl-nowrap" dataLabel="When">
                <Time at={entry.at} />
              </Td>
              <Td dataLabel="Who">{entry.actor ?? 'unknown'}</Td>
              <Td dataLabel="Did">{words(entry.action)}</Td>
              <Td dataLabel="What" className="fl-mono fl-break">
                {entry.object}
              </Td>
              <Td dataLabel="Detail">{told(entry.detail)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { number, words } from '../ui/format';

const meanings: Record<string, string> = {
  'zero-position': 'exactly 0°/0°, which a receiver without a fix sends',
  'noise-speed': '51.2 or 63.0 kn, which only noise sends',
  'impossible-jump': 'faster than any ship since her fix before, and nothing after it agrees',
  'long-range': 'a long-range report within an hour of a better fix',
  'receiver-clock': 'the receiver’s clock was wrong in that hour, as other receivers show',
  'unconfirmed-time': 'a time far ahead of its source that too few transmitters confirm',
};

/** Reports that were read well and are not believed, each reason with its count. */
export function Doubts({ byReason }: { byReason: Record<string, number> }) {
  const reasons = Object.entries(byReason).sort((a, b) => b[1] - a[1]);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3 className="fl-h3">Reports that are not believed</h3>
      <div className="fl-scroll-x">
        <Table variant="compact" aria-label="Reports that are not believed">
          <Thead>
            <Tr>
              <Th>Reason</Th>
              <Th>Reports</Th>
            </Tr>
          </Thead>
          <Tbody>
            {reasons.map(([reason, count]) => (
              <Tr key={reason}>
                <Td dataLabel="Reason">
                  {words(reason)}
                  {meanings[reason] && <div className="fl-quiet">{meanings[reason]}</div>}
                </Td>
                <Td dataLabel="Reports" className="fl-figure">
                  {number(count)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </>
  );
}

/** Who heard it: position reports of each receiver, and how many nobody had delivered before. */
export function Receivers({ receivers }: { receivers: Record<string, { reports: number; first: number }> }) {
  const all = Object.entries(receivers).sort((a, b) => b[1].reports - a[1].reports);
  if (all.length === 0) return null;
  return (
    <>
      <h3 className="fl-h3">Receivers</h3>
      <div className="fl-scroll-x">
        <Table variant="compact" aria-label="Receivers">
          <Thead>
            <Tr>
              <Th>Receiver</Th>
              <Th>Position reports</Th>
              <Th>Heard first here</Th>
            </Tr>
          </Thead>
          <Tbody>
            {all.slice(0, 100).map(([name, one]) => (
              <Tr key={name}>
                <Td dataLabel="Receiver">{name}</Td>
                <Td dataLabel="Position reports" className="fl-figure">
                  {number(one.reports)}
                </Td>
                <Td dataLabel="Heard first here" className="fl-figure">
                  {number(one.first)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
      {all.length > 100 && <p className="fl-quiet">{number(all.length - 100)} more receivers are not shown.</p>}
    </>
  );
}

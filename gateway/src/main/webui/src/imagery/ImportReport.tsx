import { Alert, Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ImportResult } from '../api/imagery';

/** What became of a file: how much is good, and which rows are not, by number and field. */
export function ImportReport({ result, onDone }: { result: ImportResult; onDone: () => void }) {
  const rejected = result.rejectedCount ?? result.rejected.length;
  return (
    <>
      <Alert isInline isLiveRegion variant={rejected > 0 ? 'warning' : 'success'} title={`${result.dryRun ? 'Tried: ' : ''}${result.accepted} good, ${result.alreadyThere} already there, ${rejected} rejected`} />
      {result.rejected.length > 0 && (
        <div className="fl-scroll-y" tabIndex={0} role="group" aria-label="Rejected rows, scrollable">
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
        <Button variant="link" onClick={onDone}>
          Done
        </Button>
      )}
    </>
  );
}

import { Alert, Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { replayScreening, screenedQuery, screeningsQuery, type Kept } from '../api/screening';
import { Panel } from '../ui/Page';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { Answers } from './Answers';

/** Screenings as they were answered, and whether they come out the same again. */
export function KeptScreenings() {
  const kept = useQuery(screeningsQuery);
  const [chosen, setChosen] = useState<string>();
  if (kept.isPending) return <Loading what="screenings" />;
  if (kept.error) return <Failure what="Screenings" error={kept.error} retry={() => void kept.refetch()} />;
  if (kept.data.items.length === 0) return <Nothing title="Nothing was screened yet">Every screening is kept, with the lists and the algorithm it rested on.</Nothing>;
  return (
    <>
      <div className="fl-scroll-x">
        <Table variant="compact" aria-label="Screenings">
          <Thead>
            <Tr>
              <Th>When</Th>
              <Th>By</Th>
              <Th>Queries</Th>
              <Th>Matches</Th>
              <Th>Algorithm</Th>
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          <Tbody>
            {kept.data.items.map((one) => (
              <Row key={one.id} kept={one} onOpen={() => setChosen(one.id === chosen ? undefined : one.id)} isOpen={one.id === chosen} />
            ))}
          </Tbody>
        </Table>
      </div>
      {chosen && <Whole id={chosen} />}
    </>
  );
}

function Row({ kept, onOpen, isOpen }: { kept: Kept; onOpen: () => void; isOpen: boolean }) {
  const run = useMutation({ mutationFn: () => replayScreening(kept.id) });
  return (
    <Tr>
      <Td dataLabel="When">
        <Time at={kept.screenedAt} />
      </Td>
      <Td dataLabel="By">{kept.screenedBy}</Td>
      <Td dataLabel="Queries" className="fl-figure">{kept.queries}</Td>
      <Td dataLabel="Matches" className="fl-figure">{kept.hits}</Td>
      <Td dataLabel="Algorithm">{kept.algorithm}</Td>
      <Td dataLabel="Actions">
        <Button variant="link" isInline onClick={onOpen} aria-expanded={isOpen}>
          {isOpen ? 'Close' : 'Open'}
        </Button>{' '}
        <Button variant="link" isInline isLoading={run.isPending} onClick={() => run.mutate()}>
          Replay
        </Button>
        {run.error && <Failure what="Replay" error={run.error} />}
        {run.data && (
          <Alert
            isInline
            isPlain
            variant={run.data.isSame ? 'success' : 'warning'}
            component="p"
            title={run.data.isSame ? 'The same answer, from the same lists.' : `Another answer for ${run.data.differing.join(', ')}${run.data.sameAlgorithm ? '' : ': the algorithm has changed'}${run.data.sameCorpus ? '' : '; the listings read differently now'}.`}
          />
        )}
      </Td>
    </Tr>
  );
}

function Whole({ id }: { id: string }) {
  const whole = useQuery(screenedQuery(id));
  if (whole.isPending) return <Loading what="the screening" />;
  if (whole.error) return <Failure what="The screening" error={whole.error} retry={() => void whole.refetch()} />;
  const queries = Object.keys(whole.data.response.queries);
  return (
    <>
      {queries.slice(0, 20).map((query) => (
        <Panel key={query} title={query}>
          <Answers answer={whole.data.response} query={query} />
        </Panel>
      ))}
      {queries.length > 20 && <p className="fl-quiet">The first 20 of {queries.length} queries are shown; the API has all.</p>}
    </>
  );
}

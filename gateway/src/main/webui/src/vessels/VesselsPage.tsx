import { Button, SearchInput } from '@patternfly/react-core';
import { ShipIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { statisticsQuery, vesselsQuery } from '../api/ais';
import { number } from '../ui/format';
import { VesselLink } from '../ui/Links';
import { Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';

const route = getRouteApi('/vessels');

export function VesselsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const q = search.q ?? '';
  const vessels = useQuery({ ...vesselsQuery(useDeferredValue(q.trim())), placeholderData: (previous) => previous });
  const statistics = useQuery(statisticsQuery).data;
  const items = vessels.data?.items ?? [];
  const look = (value: string) => void navigate({ to: '/vessels', search: { q: value || undefined }, replace: true });
  return (
    <Sheet
      title="Vessels"
      lead={
        statistics
          ? `${number(statistics.vessels)} transmitters heard, ${number(statistics.fixes)} fixes, ${number(statistics.silences)} silences, ${number(statistics.silencesOpen)} of them open.`
          : 'Transmitters heard on AIS, by what they say of themselves.'
      }
    >
      <div className="fl-filters">
        <SearchInput aria-label="Search vessels" placeholder="Name, MMSI, IMO or call sign" value={q} onChange={(_, value) => look(value)} onClear={() => look('')} autoFocus className="fl-wide-search" />
      </div>
      {vessels.isPending ? (
        <Loading what="vessels" rows={6} />
      ) : vessels.error ? (
        <Failure what="Vessels" error={vessels.error} retry={() => void vessels.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title={q ? 'No vessel fits' : 'No vessel was heard yet'} icon={ShipIcon} action={!q && <Button variant="secondary" component={(props) => <Link {...props} to="/uploads" search={{}} />}>Upload AIS data</Button>}>
          {q ? 'Names and call signs are as transmitted, often cut or misspelt. Try the beginning of it, or a number.' : 'Vessels appear while AIS data comes in.'}
        </Nothing>
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Vessels">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>MMSI</Th>
                <Th>IMO</Th>
                <Th>Call sign</Th>
                <Th>Type</Th>
                <Th>Claimed flag</Th>
                <Th>Last heard</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map((vessel) => (
                <Tr key={vessel.mmsi}>
                  <Td dataLabel="Name">
                    <VesselLink vessel={vessel} /> {vessel.synthetic && <Synthetic />}
                  </Td>
                  <Td dataLabel="MMSI" className="fl-figure">
                    {vessel.mmsi}
                  </Td>
                  <Td dataLabel="IMO" className="fl-figure">
                    {vessel.imo}
                  </Td>
                  <Td dataLabel="Call sign">{vessel.callSign}</Td>
                  <Td dataLabel="Type">{vessel.shipType}</Td>
                  <Td dataLabel="Claimed flag">{vessel.flagClaimedByMid}</Td>
                  <Td dataLabel="Last heard" className="fl-nowrap">
                    <Time at={vessel.lastSeenAt} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
          {vessels.data?.nextCursor && <p className="fl-quiet">The first {items.length} are shown. Narrow the search to see others.</p>}
        </div>
      )}
    </Sheet>
  );
}

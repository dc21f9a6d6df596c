import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sightingsQuery } from '../api/imagery';
import { Failure, Loading, Nothing, Place, Synthetic, Time } from '../ui/parts';

export function SightingsTab() {
  const { data, error, isPending, refetch } = useQuery(sightingsQuery);
  if (isPending) return <Loading what="the sightings" rows={6} />;
  if (error) return <Failure what="Sightings" error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <Nothing title="No sighting yet">Ask who could have been somewhere and record it, or import a provider&apos;s file.</Nothing>;
  return (
    <>
      <Table variant="compact" aria-label="Sightings">
        <Thead>
          <Tr>
            <Th>Sighting</Th>
            <Th>Seen</Th>
            <Th>Where</Th>
            <Th>Length</Th>
            <Th>Sensor</Th>
            <Th>Consistent</Th>
            <Th>Excluded</Th>
          </Tr>
        </Thead>
        <Tbody>
          {data.items.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel="Sighting">
                <Link to="/imagery/$sightingId" params={{ sightingId: one.id }} search={{}}>
                  {one.label ?? 'Unnamed'}
                </Link>{' '}
                {one.synthetic && <Synthetic compact />}
              </Td>
              <Td dataLabel="Seen">
                <Time at={one.from} />
              </Td>
              <Td dataLabel="Where">
                <Place latitude={one.latitudeDegrees} longitude={one.longitudeDegrees} />
              </Td>
              <Td dataLabel="Length">{one.lengthMetres !== undefined ? `${one.lengthMetres} m` : <span className="fl-quiet">not stated</span>}</Td>
              <Td dataLabel="Sensor">{one.sensor}</Td>
              <Td dataLabel="Consistent">{one.verdicts?.consistent ?? 0}</Td>
              <Td dataLabel="Excluded">{one.verdicts?.excluded ?? 0}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {data.nextCursor && <p className="fl-quiet">The newest 200 are shown.</p>}
    </>
  );
}

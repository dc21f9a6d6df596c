import { Label } from '@patternfly/react-core';
import { UsersIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../api/gateway';
import { session } from '../api/session';
import { words } from '../ui/format';
import { Failure, Loading, Nothing } from '../ui/parts';
import { Words } from '../ui/Words';

/** Who is in the team. Membership and roles are kept by the identity provider. */
export function Members() {
  const team = session.team() ?? '';
  const people = useQuery({ ...peopleQuery(team), enabled: team !== '' });
  if (people.isPending) return <Loading what="members" rows={5} />;
  if (people.error) return <Failure what="Members" error={people.error} retry={() => void people.refetch()} />;
  if (people.data.items.length === 0) return <Nothing title="Nobody is in the team" icon={UsersIcon} />;
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label="Members">
        <Thead>
          <Tr>
            <Th>Who</Th>
            <Th>User name</Th>
            <Th>Roles</Th>
          </Tr>
        </Thead>
        <Tbody>
          {people.data.items.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel="Who">
                <Words text={one.displayName ?? one.username} />
              </Td>
              <Td dataLabel="User name">{one.username}</Td>
              <Td dataLabel="Roles">
                {one.isMachine ? <Label isCompact variant="outline">Machine</Label> : one.roles.map(words).join(', ') || <span className="fl-quiet">none</span>}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="fl-quiet fl-more">People come and go, and get their roles, in the identity provider.</p>
    </div>
  );
}

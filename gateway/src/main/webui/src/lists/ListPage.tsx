import { Label } from '@patternfly/react-core';
import { BanIcon, CheckCircleIcon, ExclamationTriangleIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { downloadAddress } from '../api/client';
import { ftmVersionPath, listsQuery, listVersionsQuery, rawVersionPath, type ListVersion } from '../api/sanctions';
import { bytes, number, words } from '../ui/format';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Hash, Loading, Nothing, Time } from '../ui/parts';
import { AddVersion } from './AddVersion';
import { Changes } from './Changes';
import { SetAside } from './SetAside';

const route = getRouteApi('/lists/$listId');

export function ListPage() {
  const { listId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useQuery(listsQuery).data?.items.find((one) => one.id === listId);
  const versions = useQuery(listVersionsQuery(listId));
  if (versions.error) return <Failure what="list" error={versions.error} inline={false} retry={() => void versions.refetch()} />;
  if (!versions.data) return <Loading what="the list" rows={6} />;
  const items = versions.data.items;
  const good = items.filter((one) => one.status === 'accepted' && one.number !== undefined);
  const to = search.to ?? good[0]?.number;
  const from = search.from ?? good[1]?.number;
  return (
    <Sheet
      title={list?.title ?? listId}
      lead={
        <>
          <Link to="/lists" search={{}}>
            Lists
          </Link>{' '}
          / {listId}
          {list?.authority && ` · ${list.authority}`}
        </>
      }
    >
      <div className="fl-columns">
        <Panel title="Versions" className="fl-span">
          {items.length === 0 ? <Nothing title="No version yet">Upload the publisher's file.</Nothing> : <Versions listId={listId} items={items} />}
        </Panel>
        {list && list.setAside.length > 0 && (
          <Panel title="Waiting for two people" className="fl-span">
            {list.setAside.map((version) => (
              <SetAside key={version.number} listId={listId} version={version} serving={list.currentVersion} />
            ))}
          </Panel>
        )}
        <Panel title="Add a version">
          <AddVersion listId={listId} formats={list?.formats ?? []} />
        </Panel>
        <Panel title="What changed">
          {good.length < 2 || from === undefined || to === undefined ? (
            <p className="fl-quiet">Two versions are needed to compare.</p>
          ) : (
            <Changes listId={listId} versions={good} from={from} to={to} onChange={(next) => void navigate({ to: '/lists/$listId', params: { listId }, search: { from, to, ...next }, replace: true })} />
          )}
        </Panel>
      </div>
    </Sheet>
  );
}

function Versions({ listId, items }: { listId: string; items: ListVersion[] }) {
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label="Versions">
        <Thead>
          <Tr>
            <Th>No.</Th>
            <Th>Status</Th>
            <Th>Observed</Th>
            <Th>Published</Th>
            <Th>Format</Th>
            <Th>Listings</Th>
            <Th modifier="wrap">Added / changed / removed</Th>
            <Th>SHA-256</Th>
            <Th>File</Th>
          </Tr>
        </Thead>
        <Tbody>
          {items.map((one, index) => (
            <Tr key={one.number ?? `${one.sha256}${index}`}>
              <Td dataLabel="No.">{one.number}</Td>
              <Td dataLabel="Status">
                <VersionStatus version={one} />
              </Td>
              <Td dataLabel="Observed" className="fl-nowrap">
                <Time at={one.observedAt} />
              </Td>
              <Td dataLabel="Published" className="fl-nowrap">
                {one.publishedAt && <Time at={one.publishedAt} />}
              </Td>
              <Td dataLabel="Format">
                {one.format && words(one.format)}
                {one.warnings.length > 0 && (
                  <details>
                    <summary>{one.warnings.length === 1 ? 'One remark' : `${one.warnings.length} remarks`}</summary>
                    <ul className="fl-plain fl-quiet">
                      {one.warnings.map((warning) => (
                        <li key={warning}>{warning}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </Td>
              <Td dataLabel="Listings">{number(one.listings)}</Td>
              <Td dataLabel="Added / changed / removed" className="fl-figure">
                +{number(one.added)} / ~{number(one.changed)} / −{number(one.removed)}
              </Td>
              <Td dataLabel="SHA-256">{one.sha256 && <Hash value={one.sha256} short />}</Td>
              <Td dataLabel="File">
                {one.number !== undefined && (
                  <a href={downloadAddress(rawVersionPath(listId, one.number))} download>
                    {one.sizeBytes === undefined ? 'as received' : bytes(one.sizeBytes)}
                  </a>
                )}
                {one.number !== undefined && one.status === 'accepted' && (
                  <>
                    {' · '}
                    <a href={downloadAddress(ftmVersionPath(listId, one.number))} download={`${listId}-${one.number}.ftm.json`} title="The entries as FollowTheMoney, a line each">
                      FtM
                    </a>
                  </>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

const looks = {
  accepted: { color: 'green', icon: <CheckCircleIcon />, text: 'Accepted' },
  quarantined: { color: 'orange', icon: <ExclamationTriangleIcon />, text: 'Set aside' },
  rejected: { color: 'grey', icon: <BanIcon />, text: 'Rejected' },
} as const;

function VersionStatus({ version }: { version: ListVersion }) {
  const look = looks[version.status as keyof typeof looks] ?? looks.quarantined;
  return (
    <>
      <Label isCompact color={look.color} icon={look.icon}>
        {look.text}
      </Label>
      {version.reason && <div className="fl-quiet">{version.reason}</div>}
      {version.decision?.confirmedBy && (
        <div className="fl-quiet">
          {version.decision.proposedBy} and {version.decision.confirmedBy} decided
        </div>
      )}
    </>
  );
}

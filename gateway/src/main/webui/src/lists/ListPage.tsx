import { Alert, Button, FileUpload, Form, FormGroup, FormSelect, FormSelectOption, Label, TextInput } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { downloadAddress } from '../api/client';
import { diffQuery, listingPath, listsQuery, listVersionsQuery, rawVersionPath, uploadListVersion, type Listing, type ListVersion } from '../api/sanctions';
import { bytes, number, parseUtc } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Hash, Loading, Nothing, Time } from '../ui/parts';
import { say } from '../ui/toasts';

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
  const good = items.filter((one) => one.status !== 'quarantined' && one.number !== undefined);
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
        <Panel title="Add a version">
          <AddVersion listId={listId} />
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
            <Th>Listings</Th>
            <Th>Added / changed / removed</Th>
            <Th>SHA-256</Th>
            <Th>File</Th>
          </Tr>
        </Thead>
        <Tbody>
          {items.map((one, index) => (
            <Tr key={one.number ?? `${one.sha256}${index}`}>
              <Td dataLabel="No.">{one.number}</Td>
              <Td dataLabel="Status">
                {one.status === 'quarantined' ? (
                  <>
                    <Label isCompact color="orange" icon={<ExclamationTriangleIcon />}>
                      Set aside
                    </Label>
                    <div className="fl-quiet">{one.reason}</div>
                  </>
                ) : (
                  <Label isCompact color="green" icon={<CheckCircleIcon />}>
                    Accepted
                  </Label>
                )}
              </Td>
              <Td dataLabel="Observed" className="fl-nowrap">
                <Time at={one.observedAt} />
              </Td>
              <Td dataLabel="Published" className="fl-nowrap">
                {one.publishedAt && <Time at={one.publishedAt} />}
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
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function AddVersion({ listId }: { listId: string }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [observed, setObserved] = useState(() => new Date().toISOString().slice(0, 16).replace('T', ' '));
  const observedAt = parseUtc(observed);
  const upload = useMutation({
    mutationFn: async () => {
      if (!file || !observedAt) throw new Error('Choose a file and the time it was seen.');
      return uploadListVersion(listId, file, observedAt);
    },
    onSuccess: ({ value, status }) => {
      if (value.status !== 'quarantined') say('success', status === 200 ? 'These bytes are the current version already' : `Version ${value.number ?? ''} is taken in`);
      setFile(undefined);
      void client.invalidateQueries({ queryKey: ['sanctions'] });
    },
  });
  const result = upload.data?.value;
  return (
    <Form
      className="fl-form"
      onSubmit={(event) => {
        event.preventDefault();
        upload.mutate();
      }}
    >
      <FormGroup label="The publisher's file, as it came" isRequired fieldId="list-file">
        <FileUpload id="list-file" filename={file?.name ?? ''} filenamePlaceholder="Drop a file here or choose one" hideDefaultPreview browseButtonText="Choose" onFileInputChange={(_, chosen) => setFile(chosen)} onClearClick={() => setFile(undefined)} />
      </FormGroup>
      <FormGroup label="Seen at the publisher (UTC)" isRequired fieldId="observed">
        <TextInput id="observed" value={observed} onChange={(_, value) => setObserved(value)} validated={observedAt ? 'default' : 'error'} />
      </FormGroup>
      <div>
        <Button type="submit" isDisabled={!file || !observedAt} isLoading={upload.isPending}>
          Upload
        </Button>
      </div>
      {upload.error && <Failure what="Upload" error={upload.error} />}
      {result?.status === 'quarantined' && (
        <Alert isInline variant="warning" title="This file was set aside">
          {result.reason} The version before goes on serving.
        </Alert>
      )}
    </Form>
  );
}

interface ChangesProps {
  listId: string;
  versions: ListVersion[];
  from: number;
  to: number;
  onChange: (next: { from?: number; to?: number }) => void;
}

function Changes({ listId, versions, from, to, onChange }: ChangesProps) {
  const diff = useQuery(diffQuery(listId, from, to));
  const choice = (label: string, value: number, key: 'from' | 'to') => (
    <FormSelect className="fl-short-select" aria-label={label} value={value} onChange={(_, next) => onChange({ [key]: Number(next) })}>
      {versions.map((one) => (
        <FormSelectOption key={one.number} value={one.number ?? 0} label={`Version ${one.number}, ${one.observedAt?.slice(0, 10) ?? ''}`} />
      ))}
    </FormSelect>
  );
  return (
    <>
      <div className="fl-filters">
        {choice('From version', from, 'from')} <span aria-hidden="true">→</span> {choice('To version', to, 'to')}
      </div>
      {diff.isPending ? (
        <Loading what="the differences" />
      ) : diff.error ? (
        <Failure what="Differences" error={diff.error} retry={() => void diff.refetch()} />
      ) : (
        <>
          <Changed title="Added" sign="+" items={diff.data.added} />
          <Changed title="Removed" sign="−" items={diff.data.removed} />
          <h3 className="fl-h3">Changed ({diff.data.modified.length})</h3>
          <ul className="fl-plain">
            {diff.data.modified.map((one) => (
              <li key={one.listing.sourceId}>
                <RecordLink href={listingPath(one.listing.list, one.listing.sourceId)}>{one.listing.name ?? one.listing.sourceId}</RecordLink> <span className="fl-quiet">{one.changedFields.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Changed({ title, sign, items }: { title: string; sign: string; items: Listing[] }) {
  return (
    <>
      <h3 className="fl-h3">
        {title} ({items.length})
      </h3>
      <ul className="fl-plain">
        {items.slice(0, 200).map((one) => (
          <li key={one.sourceId}>
            <span aria-hidden="true">{sign} </span>
            <RecordLink href={listingPath(one.list, one.sourceId)}>{one.name ?? one.sourceId}</RecordLink>{' '}
            <span className="fl-quiet">
              {one.type} {one.imo && `IMO ${one.imo}`} {one.programs.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

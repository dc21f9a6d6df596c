import { Alert, FormSelect, FormSelectOption, Label, SearchInput, TextInput } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, ListIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { listingsQuery, listsQuery, type SanctionsList } from '../api/sanctions';
import { number, words } from '../ui/format';
import { Panel, Sheet } from '../ui/Page';
import { Facts, Failure, Loading, Nothing, Time } from '../ui/parts';
import { AsOf, DayChoice, dayOr } from './AsOf';
import { EntryLink } from './Changes';

const route = getRouteApi('/lists');

export function ListsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const lists = useQuery(listsQuery);
  const show = (next: Partial<typeof search>) => void navigate({ to: '/lists', search: { ...search, ...next }, replace: true });
  return (
    <Sheet title="Sanctions lists" lead="Every version that was seen is kept. A file that looks wrong is set aside, and the last good version goes on serving.">
      {lists.isPending ? (
        <Loading what="lists" />
      ) : lists.error ? (
        <Failure what="Lists" error={lists.error} retry={() => void lists.refetch()} />
      ) : (
        <div className="fl-cards">
          {lists.data.items.map((list) => (
            <ListCard key={list.id} list={list} />
          ))}
        </div>
      )}
      <div className="fl-columns">
        <Panel title="Search listings">
          <Listings search={search} onSearch={show} ids={lists.data?.items.map((list) => list.id) ?? []} />
        </Panel>
        <Panel title="Listed when?">
          <WhenListed imo={search.imo} asOf={search.asOf} onChange={show} />
        </Panel>
      </div>
    </Sheet>
  );
}

export function isQuarantined(status: string | undefined) {
  return status === 'quarantined';
}

/** Old news is told as such: nobody should take a list of last spring for today's. */
export function age(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const days = Math.floor(seconds / 86_400);
  if (days < 1) return 'less than a day';
  return days === 1 ? 'one day' : `${number(days)} days`;
}

function ListCard({ list }: { list: SanctionsList }) {
  const attempt = list.lastAttempt;
  return (
    <section className="fl-panel fl-card" aria-label={list.title ?? list.id}>
      <header className="fl-panel-head">
        <div>
          <h2 className="fl-h3">
            <Link to="/lists/$listId" params={{ listId: list.id }} search={{}}>
              {list.title ?? list.id}
            </Link>
          </h2>
          <span className="fl-quiet">
            {list.authority} <span className="fl-mono">{list.id}</span>
          </span>
        </div>
        {isQuarantined(attempt?.status) ? (
          <Label isCompact color="orange" icon={<ExclamationTriangleIcon />}>
            Last file set aside
          </Label>
        ) : list.currentVersion !== undefined ? (
          <Label isCompact color="green" icon={<CheckCircleIcon />}>
            Serving
          </Label>
        ) : (
          <Label isCompact color="grey">
            Empty
          </Label>
        )}
      </header>
      {isQuarantined(attempt?.status) && (
        <Alert isInline isPlain variant="warning" component="p" title={attempt?.reason ?? 'The last file was set aside.'}>
          {list.currentVersion !== undefined && `Version ${list.currentVersion} goes on serving.`}
        </Alert>
      )}
      <Facts
        items={[
          ['Current version', list.currentVersion ?? 'none yet'],
          ['Listings', number(list.listings)],
          ['of them vessels', number(list.vessels)],
          ['Published', list.publishedAt && <Time at={list.publishedAt} />],
          ['Last seen unchanged', list.observedAt && <Time at={list.observedAt} />],
          ['Age', age(list.ageSeconds)],
          ['Set aside', list.setAside.length > 0 ? `${list.setAside.length} waiting for two people` : undefined],
          ['Remarks on the file', list.warnings > 0 ? list.warnings : undefined],
          ['Download', list.download && (list.download.failures > 0 ? `failed ${list.download.failures} times: ${list.download.detail ?? ''}` : words(list.download.outcome))],
        ]}
      />
    </section>
  );
}

type Search = ReturnType<typeof route.useSearch>;

function Listings({ search, onSearch, ids }: { search: Search; onSearch: (next: Partial<Search>) => void; ids: string[] }) {
  const q = useDeferredValue(search.q ?? '');
  const found = useQuery({ ...listingsQuery(q.trim(), search.list ?? '', search.type ?? ''), enabled: q.trim().length > 1, placeholderData: (previous) => previous });
  const items = found.data?.items ?? [];
  return (
    <>
      <div className="fl-filters">
        <SearchInput aria-label="Search listings" placeholder="Name, alias, IMO or another identifier" value={search.q ?? ''} onChange={(_, value) => onSearch({ q: value || undefined })} onClear={() => onSearch({ q: undefined })} />
        <FormSelect className="fl-short-select" aria-label="List" value={search.list ?? ''} onChange={(_, value) => onSearch({ list: value || undefined })}>
          <FormSelectOption value="" label="All lists" />
          {ids.map((id) => (
            <FormSelectOption key={id} value={id} label={id} />
          ))}
        </FormSelect>
        <FormSelect className="fl-short-select" aria-label="Type" value={search.type ?? ''} onChange={(_, value) => onSearch({ type: value || undefined })}>
          <FormSelectOption value="" label="All types" />
          {['vessel', 'entity', 'individual', 'aircraft'].map((type) => (
            <FormSelectOption key={type} value={type} label={words(type)} />
          ))}
        </FormSelect>
      </div>
      {q.trim().length < 2 ? (
        <p className="fl-quiet">Two letters or more.</p>
      ) : found.isPending ? (
        <Loading what="listings" />
      ) : found.error ? (
        <Failure what="Listings" error={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title="No listing fits" icon={ListIcon} />
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Listings">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>Type</Th>
                <Th>IMO</Th>
                <Th>Programmes</Th>
                <Th>List</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map((one) => (
                <Tr key={`${one.list}${one.sourceId}`}>
                  <Td dataLabel="Name">
                    <EntryLink listing={one} />
                  </Td>
                  <Td dataLabel="Type">{one.type && words(one.type)}</Td>
                  <Td dataLabel="IMO" className="fl-figure">
                    {one.imo}
                  </Td>
                  <Td dataLabel="Programmes">{one.programs.join(', ')}</Td>
                  <Td dataLabel="List">{one.authority ?? one.list}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
    </>
  );
}

function WhenListed({ imo, asOf, onChange }: { imo: string | undefined; asOf: string | undefined; onChange: (next: Partial<Search>) => void }) {
  const [text, setText] = useState(imo ?? '');
  const isImo = /^\d{7}$/.test(text);
  const day = dayOr(asOf);
  return (
    <>
      <div className="fl-filters">
        <TextInput
          aria-label="IMO number"
          placeholder="IMO number, seven digits"
          inputMode="numeric"
          value={text}
          validated={text !== '' && !isImo ? 'warning' : 'default'}
          onChange={(_, value) => {
            const digits = value.replace(/^IMO\s*/i, '').trim();
            setText(digits);
            if (/^\d{7}$/.test(digits)) onChange({ imo: digits });
          }}
        />
        <DayChoice value={day} onChange={(next) => onChange({ asOf: next })} />
      </div>
      {isImo ? <AsOf imo={text} day={day} /> : <p className="fl-quiet">Who had listed this ship on that day, and what does the answer rest on?</p>}
    </>
  );
}

import { Label } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { entryQuery, entryVersionsQuery, shipHistoryQuery, type Entry, type Interval, type OnList } from '../api/sanctions';
import { utcDay, words } from '../ui/format';
import { Panel, Sheet } from '../ui/Page';
import { Facts, Failure, Loading, Time } from '../ui/parts';
import { Answer, AsOf, DayChoice, dayOr } from './AsOf';
import { FieldChanges, plain } from './Changes';

const route = getRouteApi('/lists/$listId/$sourceId');

/** One entry: what its list says of it on a day, and its way through all lists. */
export function EntryPage() {
  const { listId, sourceId } = route.useParams();
  const { asOf } = route.useSearch();
  const navigate = useNavigate();
  const day = dayOr(asOf);
  const deferred = useDeferredValue(day);
  const entry = useQuery(entryQuery(listId, sourceId, deferred));
  if (entry.error) return <Failure what="entry" error={entry.error} inline={false} retry={() => void entry.refetch()} />;
  if (!entry.data) return <Loading what="the entry" rows={6} />;
  const { listing, answer, intervals } = entry.data;
  const imo = listing.type === 'vessel' ? listing.imos[0] : undefined;
  return (
    <Sheet
      title={listing.name ?? sourceId}
      lead={
        <>
          <Link to="/lists" search={{}}>
            Lists
          </Link>{' '}
          /{' '}
          <Link to="/lists/$listId" params={{ listId }} search={{}}>
            {listId}
          </Link>{' '}
          / {sourceId} · {listing.authority}
        </>
      }
    >
      <Panel title="As of">
        <DayChoice value={day} onChange={(next) => void navigate({ to: '/lists/$listId/$sourceId', params: { listId, sourceId }, search: { asOf: next }, replace: true })} />
      </Panel>
      <div className="fl-columns">
        <Panel title={`What ${listId} says`}>
          <ul className="fl-answers" aria-busy={entry.isFetching}>
            <Answer answer={answer} />
          </ul>
          <Particulars entry={listing} />
        </Panel>
        <Panel title={imo ? `On all lists, IMO ${imo}` : 'On this list'}>
          {imo ? (
            <>
              <AsOf imo={imo} day={day} onlyKnown />
              <ShipHistory imo={imo} day={day} />
            </>
          ) : (
            <>
              <Stays stays={intervals} day={day} />
              <EntryHistory listId={listId} sourceId={sourceId} />
            </>
          )}
        </Panel>
      </div>
    </Sheet>
  );
}

const kinds: Record<string, string> = { primary: 'primary name', aka: 'also known as', fka: 'former name', 'original-script': 'in its own script' };

function Particulars({ entry }: { entry: Entry }) {
  const facts: [string, string][] = [
    ['Type', words(entry.type ?? '')],
    ['Programmes', entry.programs.join(', ')],
    ['IMO', entry.imos.join(', ')],
    ['MMSI', entry.mmsis.join(', ')],
    ['Call sign', entry.callSigns.join(', ')],
    ['Flag', entry.flags.join(', ')],
    ['Former flags', entry.formerFlags.join(', ')],
    ['Kind of ship', entry.vesselType ?? ''],
    ['Gross tonnage', entry.grossTonnage ?? ''],
    ['Tonnage', entry.tonnage ?? ''],
    ['Year built', entry.yearBuilt ?? ''],
    ['Company IMO', entry.companyImos.join(', ')],
    ['Born', entry.birthDates.join(', ')],
    ['Countries', entry.countries.join(', ')],
  ];
  return (
    <>
      <Facts items={facts.filter(([, value]) => value !== '')} />
      <h3 className="fl-h3">Names</h3>
      <ul className="fl-plain">
        {entry.names.map((name) => (
          <li key={`${name.kind}${name.text}`}>
            <span dir="auto">{name.text}</span>{' '}
            <span className="fl-quiet">
              {kinds[name.kind] ?? words(name.kind)}
              {name.strength === 'weak' && ', weak'}
              {name.script !== 'Latn' && `, ${name.script}`}
            </span>
          </li>
        ))}
      </ul>
      {entry.parties.length > 0 && (
        <>
          <h3 className="fl-h3">Owners, operators and managers as listed</h3>
          <ul className="fl-plain">
            {entry.parties.map((party) => (
              <li key={`${party.role}${party.name}`}>
                {party.name} <span className="fl-quiet">{words(party.role)}{party.imo && `, company IMO ${party.imo}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.listingDates.length > 0 && (
        <p>
          Listed, says the publisher:{' '}
          {entry.listingDates.map((date) => `${date.date} (${date.field})`).join('; ')}
        </p>
      )}
      {entry.remarks && (
        <details>
          <summary>Remarks</summary>
          <p>{entry.remarks}</p>
        </details>
      )}
      {entry.otherFields.length > 0 && (
        <details>
          <summary>{entry.otherFields.length === 1 ? 'One further field' : `${entry.otherFields.length} further fields`}</summary>
          <ul className="fl-plain">
            {entry.otherFields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ShipHistory({ imo, day }: { imo: string; day: string }) {
  const history = useQuery(shipHistoryQuery(imo));
  if (history.isPending) return <Loading what="the history" rows={3} />;
  if (history.error) return <Failure what="History" error={history.error} retry={() => void history.refetch()} />;
  return (
    <>
      {history.data.entries.map((one) => (
        <OnOneList key={`${one.listing.list}${one.listing.sourceId}`} one={one} day={day} />
      ))}
    </>
  );
}

function OnOneList({ one, day }: { one: OnList; day: string }) {
  return (
    <section aria-label={`History on ${one.listing.list}`}>
      <h3 className="fl-h3">
        <Link to="/lists/$listId/$sourceId" params={{ listId: one.listing.list, sourceId: one.listing.sourceId }} search={{}}>
          {one.listing.list}
        </Link>{' '}
        <span className="fl-quiet">{one.listing.name}</span>
      </h3>
      <Stays stays={one.stays} day={day} />
      {one.changes.length > 0 && (
        <ol className="fl-plain">
          {one.changes.map((change) => (
            <li key={change.version}>
              <Time at={change.observedAt} /> <span className="fl-quiet">version {change.version}</span>
              <FieldChanges changes={change.fields} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** When the list was seen to have it, and whether the chosen day lies within. */
function Stays({ stays, day }: { stays: Interval[]; day: string }) {
  return (
    <ul className="fl-plain">
      {stays.map((stay) => {
        const isWithin = stay.firstObservedAt.slice(0, 10) <= day && (stay.isCurrent || day <= stay.lastObservedAt.slice(0, 10));
        return (
          <li key={stay.firstVersion}>
            {utcDay(stay.firstObservedAt)} to {stay.isCurrent ? 'now' : utcDay(stay.lastObservedAt)}{' '}
            <span className="fl-quiet">
              versions {stay.firstVersion} to {stay.lastVersion}, last seen {utcDay(stay.lastObservedAt)}
            </span>{' '}
            {isWithin && (
              <Label isCompact color="red">
                the chosen day
              </Label>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function EntryHistory({ listId, sourceId }: { listId: string; sourceId: string }) {
  const versions = useQuery(entryVersionsQuery(listId, sourceId));
  if (versions.isPending) return <Loading what="the history" rows={2} />;
  if (versions.error) return <Failure what="History" error={versions.error} retry={() => void versions.refetch()} />;
  const items = versions.data.items;
  return (
    <ol className="fl-plain">
      {items.map((one, index) => {
        const before = items[index + 1];
        const value = (entry: Entry | undefined, field: string) => (field === 'aliases' ? entry?.names.slice(1) : (entry as Record<string, unknown> | undefined)?.[field]);
        return (
          <li key={one.interval.firstVersion}>
            <Time at={one.interval.firstObservedAt} /> <span className="fl-quiet">version {one.interval.firstVersion}</span>
            {one.changedFields.length === 0 ? (
              <div className="fl-quiet">as first seen: {plain(one.listing.names.map((name) => name.text))}</div>
            ) : (
              <FieldChanges changes={one.changedFields.map((field) => ({ field, before: value(before?.listing, field), after: value(one.listing, field) }))} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

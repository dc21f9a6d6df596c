import { FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { diffQuery, type FieldChange, type Listing, type ListVersion } from '../api/sanctions';
import { words } from '../ui/format';
import { Failure, Loading } from '../ui/parts';

const shown = 200;

interface Props {
  listId: string;
  versions: ListVersion[];
  from: number;
  to: number;
  onChange: (next: { from?: number; to?: number }) => void;
}

/** What is different between two versions, entry by entry and field by field. */
export function Changes({ listId, versions, from, to, onChange }: Props) {
  const [type, setType] = useState('');
  const diff = useQuery(diffQuery(listId, from, to, type || undefined));
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
        <FormSelect className="fl-short-select" aria-label="Type" value={type} onChange={(_, value) => setType(value)}>
          <FormSelectOption value="" label="All types" />
          {['vessel', 'entity', 'individual', 'aircraft'].map((each) => (
            <FormSelectOption key={each} value={each} label={words(each)} />
          ))}
        </FormSelect>
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
            {diff.data.modified.slice(0, shown).map((one) => (
              <li key={one.listing.sourceId}>
                <EntryLink listing={one.listing} />
                <FieldChanges changes={one.changes} />
              </li>
            ))}
          </ul>
          <More count={diff.data.modified.length} />
        </>
      )}
    </>
  );
}

export function EntryLink({ listing }: { listing: Listing }) {
  return (
    <Link to="/lists/$listId/$sourceId" params={{ listId: listing.list, sourceId: listing.sourceId }} search={{}}>
      {listing.name ?? listing.sourceId}
    </Link>
  );
}

/** Fields with what they were and are. */
export function FieldChanges({ changes }: { changes: FieldChange[] }) {
  return (
    <dl className="fl-field-changes">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{words(change.field)}</dt>
          <dd>
            <Value value={change.before} kind="del" /> <span aria-hidden="true">→</span>
            <span className="fl-visually-hidden"> became </span> <Value value={change.after} kind="ins" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, kind }: { value: unknown; kind: 'del' | 'ins' }) {
  const text = plain(value);
  if (text === '') return <span className="fl-quiet">nothing</span>;
  return kind === 'del' ? <del>{text}</del> : <ins>{text}</ins>;
}

/** Values are texts, lists of texts, or lists of records whose first text is their name. */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(plain).join('; ');
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((each) => typeof each === 'string' && !['strong', 'Latn'].includes(each))
      .join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Changed({ title, sign, items }: { title: string; sign: string; items: Listing[] }) {
  return (
    <>
      <h3 className="fl-h3">
        {title} ({items.length})
      </h3>
      <ul className="fl-plain">
        {items.slice(0, shown).map((one) => (
          <li key={one.sourceId}>
            <span aria-hidden="true">{sign} </span>
            <EntryLink listing={one} />{' '}
            <span className="fl-quiet">
              {one.type} {one.imo && `IMO ${one.imo}`} {one.programs.join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <More count={items.length} />
    </>
  );
}

function More({ count }: { count: number }) {
  return count > shown ? <p className="fl-quiet">and {count - shown} more</p> : null;
}

import { Button, Label, SearchInput, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { searchQuery, suggestionsQuery, type Found } from '../api/work';
import { words } from '../ui/format';
import { Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { Words } from '../ui/Words';

const route = getRouteApi('/search');
const tabs: Record<string, string> = { note: 'notes', task: 'tasks', evidence: 'evidence', finding: 'findings', question: 'findings', fact: 'chronology' };

/** Everything written in cases and leads that one sees. */
export function SearchPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const q = search.q ?? '';
  const result = useQuery(searchQuery(q, search.kind ?? ''));
  const suggestions = useQuery(suggestionsQuery(useDeferredValue(typed === q ? '' : typed)));
  const show = (next: Partial<typeof search>) => void navigate({ to: '/search', search: { ...search, ...next }, replace: true });
  const ask = (text: string) => {
    setTyped(text);
    show({ q: text || undefined, kind: undefined });
  };
  const counts = Object.entries(result.data?.counts ?? {});
  return (
    <Sheet title="Search" lead='Words, "phrases", or, -without. Cases and leads you see, and no others.'>
      <div className="fl-filters">
        <SearchInput aria-label="Search cases and leads" placeholder="Ship, number, words of a comment" value={typed} onChange={(_, value) => setTyped(value)} onSearch={(_, value) => ask(value.trim())} onClear={() => ask('')} />
        <Button onClick={() => ask(typed.trim())}>Search</Button>
      </div>
      {(suggestions.data?.items.length ?? 0) > 0 && typed !== q && (
        <ul className="fl-plain" aria-label="Suggestions">
          {suggestions.data?.items.map((one, at) => (
            <li key={`${one.caseId}${at}`}>
              <Link to="/cases/$caseId" params={{ caseId: one.caseId }} search={{}}>
                <Words text={one.title} />
              </Link>{' '}
              <span className="fl-quiet">{words(one.kind)}</span>
            </li>
          ))}
        </ul>
      )}
      {result.data?.isMore && <p className="fl-quiet">There is more than a search looks at: these are the best of a thousand. Another word finds the rest.</p>}
      {counts.length > 1 && (
        <ToggleGroup aria-label="Kind" isCompact>
          <ToggleGroupItem text="All" isSelected={!search.kind} onChange={() => show({ kind: undefined })} />
          {counts.map(([kind, count]) => (
            <ToggleGroupItem key={kind} text={`${words(kind)} (${count})`} isSelected={search.kind === kind} onChange={() => show({ kind })} />
          ))}
        </ToggleGroup>
      )}
      {q === '' ? (
        <Nothing title="What are you looking for?" icon={SearchIcon}>
          Titles, comments, tasks, evidence, findings, ships and leads are searched.
        </Nothing>
      ) : result.isPending ? (
        <Loading what="what was found" rows={6} />
      ) : result.error ? (
        <Failure what="Search" error={result.error} retry={() => void result.refetch()} />
      ) : result.data.items.length === 0 ? (
        <Nothing title="Nothing found" icon={SearchIcon}>
          Try fewer or other words. What you may not see is not searched.
        </Nothing>
      ) : (
        <ul className="fl-register" aria-label="Found">
          {result.data.items.map((one) => (
            <li key={`${one.kind}${one.id}`}>
              <div className="fl-register-head">
                <Label isCompact variant="outline">
                  {words(one.kind)}
                </Label>
                <Where found={one} />
              </div>
              <div className="fl-quiet">
                {one.caseNumber && <span>{one.caseNumber} · </span>}
                <Time at={one.at} near />
              </div>
            </li>
          ))}
        </ul>
      )}
      {result.data?.nextCursor && <p className="fl-quiet">The best {result.data.items.length} are shown. More words find less.</p>}
    </Sheet>
  );
}

function Where({ found }: { found: Found }) {
  const title = <Words text={found.title} />;
  if (found.caseId) {
    return (
      <Link to="/cases/$caseId" params={{ caseId: found.caseId }} search={{ tab: tabs[found.kind] }}>
        {title}
      </Link>
    );
  }
  return (
    <Link to="/inbox" search={{ lead: found.leadId }}>
      {title}
    </Link>
  );
}

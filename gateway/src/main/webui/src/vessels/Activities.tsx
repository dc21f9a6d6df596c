import { Button, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { activitiesQuery, activityPath, silencePath, silencesQuery, voyagesQuery } from '../api/ais';
import { activityTitle, kindTitle, silenceClass } from '../cases/story';
import { hours, words } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Panel } from '../ui/Page';
import { Failure, Loading, Synthetic, Time } from '../ui/parts';

interface Row {
  id: string;
  item: string;
  kind: string;
  title: string;
  from: string;
  to: string | undefined;
  durationHours: number;
  state: string;
  reason: string | undefined;
  synthetic: boolean;
  href: string;
  isShown: boolean;
}

/** Everything derived of one ship, silences among it, newest first. */
export function Activities({ mmsi, onSelect }: { mmsi: string; onSelect: (id: string) => void }) {
  const silences = useQuery(silencesQuery(mmsi));
  const others = useQuery(activitiesQuery(mmsi));
  const [kind, setKind] = useState('');
  const [state, setState] = useState('holding');
  const rows: Row[] = [
    ...(silences.data?.items ?? []).map((one) => ({
      id: one.id, item: `silence-${one.id}`, kind: 'silence', title: ['Silence', silenceClass(one.classification)?.short].filter(Boolean).join(', '), from: one.start.at, to: one.end?.at, durationHours: one.durationHours, state: one.state,
      reason: one.reason, synthetic: one.synthetic, href: silencePath(one.id), isShown: one.state !== 'retracted' && one.state !== 'void',
    })),
    ...(others.data?.items ?? []).map((one) => ({
      id: one.id, item: `activity-${one.id}`, kind: one.kind, title: activityTitle(one), from: one.from, to: one.to, durationHours: one.durationHours, state: one.state,
      reason: one.reason, synthetic: one.synthetic, href: activityPath(one.id), isShown: one.state !== 'retracted',
    })),
  ].sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
  const kinds = [...new Set(rows.map((row) => row.kind))].sort();
  const chosen = rows.filter((row) => (kind === '' || row.kind === kind) && (state === 'all' || row.isShown));
  const failed = silences.error ?? others.error;
  const isPartial = (silences.data?.nextCursor ?? others.data?.nextCursor) !== undefined;
  return (
    <Panel title="Activities" className="fl-span">
      {silences.isPending || others.isPending ? (
        <Loading what="activities" />
      ) : (
        <>
          {failed && (
            <Failure
              what="Activities"
              error={failed}
              retry={() => {
                void silences.refetch();
                void others.refetch();
              }}
            />
          )}
          {rows.length === 0 ? (
            !failed && <p className="fl-quiet">Nothing was derived from what has been received: no silence, no port call, no encounter.</p>
          ) : (
            <>
              <div className="fl-filters">
                <label>
                  Kind
                  <FormSelect value={kind} onChange={(_, value) => setKind(value)} aria-label="Kind of activity">
                    <FormSelectOption value="" label={`All kinds (${rows.length})`} />
                    {kinds.map((one) => (
                      <FormSelectOption key={one} value={one} label={`${one === 'silence' ? 'Silence' : kindTitle(one)} (${rows.filter((row) => row.kind === one).length})`} />
                    ))}
                  </FormSelect>
                </label>
                <label>
                  Show
                  <FormSelect value={state} onChange={(_, value) => setState(value)} aria-label="Which versions">
                    <FormSelectOption value="holding" label="What holds" />
                    <FormSelectOption value="all" label="Also what was retracted" />
                  </FormSelect>
                </label>
              </div>
              {chosen.length === 0 ? (
                <p className="fl-quiet">Nothing of this kind holds. What was retracted is left out.</p>
              ) : (
                <div className="fl-scroll-x">
                  <Table variant="compact" aria-label="Activities">
                    <Thead>
                      <Tr>
                        <Th>What</Th>
                        <Th>From</Th>
                        <Th>To</Th>
                        <Th>Duration</Th>
                        <Th>State</Th>
                        <Th>What was found</Th>
                        <Th screenReaderText="Actions" />
                      </Tr>
                    </Thead>
                    <Tbody>
                      {chosen.map((row) => (
                        <Tr key={row.item}>
                          <Td dataLabel="What">
                            {row.title} {row.synthetic && <Synthetic compact />}
                          </Td>
                          <Td dataLabel="From" className="fl-nowrap">
                            <Time at={row.from} />
                          </Td>
                          <Td dataLabel="To" className="fl-nowrap">
                            {row.to ? <Time at={row.to} /> : <span className="fl-quiet">still open</span>}
                          </Td>
                          <Td dataLabel="Duration">{row.durationHours > 0 ? hours(row.durationHours) : ''}</Td>
                          <Td dataLabel="State">{words(row.state)}</Td>
                          <Td dataLabel="What was found">{row.reason}</Td>
                          <Td className="fl-row-links">
                            {row.isShown && (
                              <Button variant="link" isInline onClick={() => onSelect(row.item)}>
                                Show why
                              </Button>
                            )}{' '}
                            <RecordLink href={row.href} />
                          </Td>
                        </Tr>
                      ))}
                    </Tbody>
                  </Table>
                </div>
              )}
              {isPartial && <p className="fl-quiet">The newest 200 of each are shown; the record has the rest.</p>}
            </>
          )}
        </>
      )}
    </Panel>
  );
}

/** How often she went between which ports: each basis counts for itself. */
export function Voyages({ mmsi }: { mmsi: string }) {
  const voyages = useQuery(voyagesQuery(mmsi));
  return (
    <Panel title="Voyages between ports">
      {voyages.isPending ? (
        <Loading what="voyages" />
      ) : voyages.error ? (
        <Failure what="Voyages" error={voyages.error} retry={() => void voyages.refetch()} />
      ) : voyages.data.items.length === 0 ? (
        <p className="fl-quiet">No voyage from one port to another was observed, and none is supported by a silence.</p>
      ) : (
        <ul className="fl-plain">
          {voyages.data.items.map((pair) => (
            <li key={`${pair.one.id}${pair.other.id}${pair.basis}`} className="fl-answer">
              <strong>
                {pair.one.name} – {pair.other.name}
              </strong>{' '}
              {pair.synthetic && <Synthetic compact />}
              <div>
                {pair.basis === 'inferred'
                  ? `${pair.voyages} ${pair.voyages === 1 ? 'silence supports' : 'silences support'} calls at both; at most ${pair.atMost ?? 0} runs fit into ${pair.voyages === 1 ? 'it' : 'them'}`
                  : `${pair.voyages} ${pair.voyages === 1 ? 'voyage' : 'voyages'} observed`}
              </div>
              <div className="fl-quiet">
                <Time at={pair.firstAt} /> to <Time at={pair.lastAt} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import { Alert, Button, Label } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { listingPath } from '../api/sanctions';
import type { Answer, Coverage, Result } from '../api/screening';
import { words } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Panel } from '../ui/Page';
import { Facts, Nothing, Time } from '../ui/parts';
import { bands, effect, scoreText } from './fields';
import { SuppressDialog } from './SuppressDialog';

/** The answer to one query: possible matches with their reasons, and what stands behind it. */
export function Answers({ answer, query, onSuppressed }: { answer: Answer; query: string; onSuppressed?: () => void }) {
  const found = answer.queries[query];
  const [asked, setAsked] = useState<Result>();
  if (!found) return <Nothing title="No such query in this screening" />;
  return (
    <>
      {found.results.length === 0 ? (
        <Nothing title="No listing reaches this score" icon={SearchIcon}>
          That is not proof of absence: see below which lists were asked, and how old they are.
        </Nothing>
      ) : (
        found.results.map((result) => (
          <ResultCard key={`${result.listing.list}/${result.listing.sourceId}`} result={result} onSuppress={onSuppressed && (() => setAsked(result))} />
        ))
      )}
      {found.suppressed.length > 0 && (
        <Panel title={`Left out: ${found.suppressed.length}`}>
          <ul className="fl-plain-list">
            {found.suppressed.map((one) => (
              <li key={`${one.list}/${one.sourceId}`}>
                <RecordLink href={listingPath(one.list, one.sourceId)}>{`${one.list}/${one.sourceId}`}</RecordLink> ({scoreText(one.score)}): {one.reason}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Behind answer={answer} />
      {asked && (
        <SuppressDialog
          queryKey={found.queryKey}
          result={asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            onSuppressed?.();
          }}
        />
      )}
    </>
  );
}

function ResultCard({ result, onSuppress }: { result: Result; onSuppress?: () => void }) {
  const look = bands[result.band] ?? { text: words(result.band), color: 'grey' as const };
  const isFact = result.listing.version === undefined;
  return (
    <section className="fl-panel fl-card" aria-label={`${result.listing.name}, ${result.listing.list} ${result.listing.sourceId}`}>
      <header className="fl-panel-head">
        <div>
          <h2 className="fl-h3">
            {isFact ? result.listing.name : <RecordLink href={listingPath(result.listing.list, result.listing.sourceId)}>{result.listing.name}</RecordLink>}
          </h2>
          <span className="fl-quiet">
            {words(result.listing.schema)}, <span className="fl-mono">{result.listing.list}</span> {isFact ? 'by a recorded fact' : `${result.listing.sourceId}, version ${result.listing.version}`}; {words(result.listedOn.status)}
            {result.listedOn.explanation && `: ${result.listedOn.explanation}`}
          </span>
        </div>
        <div className="fl-actions">
          <Label isCompact color={look.color}>
            {look.text} <span className="fl-figure">{scoreText(result.score)}</span>
          </Label>
          {onSuppress && (
            <Button variant="link" isInline onClick={onSuppress}>
              Not the same…
            </Button>
          )}
        </div>
      </header>
      {result.lapsedSuppression && <Alert isInline isPlain variant="warning" component="p" title={result.lapsedSuppression} />}
      {result.matchedNames.map((one) => (
        <p key={one.candidate}>
          <strong>{one.query}</strong> against <strong>{one.candidate}</strong> <span className="fl-quiet">({one.aliasStrength} name)</span>
        </p>
      ))}
      <div className="fl-scroll-x">
        <Table variant="compact" aria-label={`Reasons for ${result.listing.name}`}>
          <Thead>
            <Tr>
              <Th>Reason</Th>
              <Th>Query</Th>
              <Th>Listing</Th>
              <Th>Effect</Th>
            </Tr>
          </Thead>
          <Tbody>
            {result.explanations.map((reason) => (
              <Tr key={reason.feature + reason.sentence}>
                <Td dataLabel="Reason">{reason.sentence}</Td>
                <Td dataLabel="Query">{reason.query}</Td>
                <Td dataLabel="Listing">{reason.candidate}</Td>
                <Td dataLabel="Effect" className="fl-figure">
                  {effect(reason.effect)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
      {result.counterfactuals.length > 0 && <p className="fl-quiet">{result.counterfactuals.join(' ')}</p>}
    </section>
  );
}

function Behind({ answer }: { answer: Answer }) {
  return (
    <Panel title="What stands behind this">
      <Lists coverage={answer.coverage} />
      <Facts
        items={[
          ['Screening', <RecordLink key="id" href={`/api/sanctions/v1/screenings/${answer.screeningId}`}>{answer.screeningId}</RecordLink>],
          ['Asked', <Time key="at" at={answer.screenedAt} />],
          ['Algorithm', `${answer.algorithm}, configuration ${answer.configHash}`],
          ['Corpus', <span key="c" className="fl-mono">{answer.corpusVersion}</span>],
        ]}
      />
    </Panel>
  );
}

function Lists({ coverage }: { coverage: Coverage[] }) {
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label="Lists asked">
        <Thead>
          <Tr>
            <Th>List</Th>
            <Th>Version</Th>
            <Th>Observed</Th>
            <Th>Age</Th>
            <Th>State</Th>
          </Tr>
        </Thead>
        <Tbody>
          {coverage.map((one) => (
            <Tr key={one.list}>
              <Td dataLabel="List">{one.authority ?? one.list}</Td>
              <Td dataLabel="Version">{one.version ?? 'none'}</Td>
              <Td dataLabel="Observed">{one.observedAt ? <Time at={one.observedAt} /> : 'never'}</Td>
              <Td dataLabel="Age">{one.ageHours === undefined ? '' : one.ageHours < 48 ? `${one.ageHours} h` : `${Math.round(one.ageHours / 24)} days`}</Td>
              <Td dataLabel="State">
                {words(one.status)}
                {one.newerFileSetAside && <span className="fl-quiet"> ({one.newerFileSetAside})</span>}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

import { Alert, Button, Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { sightingCandidatesQuery, type Candidates, type Sighting, type Verdict } from '../api/imagery';
import { reachQuery } from '../api/reach';
import { VerdictCard } from '../cases/VerdictCard';
import { areaOutlines, chartOf, errorCircle, mark, type ChartFeature } from '../map/chart';
import { withReach } from '../reach/reach';
import { hours } from '../ui/format';
import { VesselLink } from '../ui/Links';
import { Panel } from '../ui/Page';
import { Failure, Loading, OutcomeLabel, Synthetic } from '../ui/parts';
import { Decide } from './Decide';
import { placeErrorMetres } from './overlay';
import { percent, ranked, toggled } from './candidates';

const ChartMap = lazy(() => import('../map/ChartMap').then((module) => ({ default: module.ChartMap })));
const first = 12;

/** Which ships it can be, the likeliest first; two of them held against each other. */
export function CandidatesPanel({ sighting }: { sighting: Sighting }) {
  const { data, error, isPending, refetch } = useQuery(sightingCandidatesQuery(sighting.id));
  if (isPending) return <Loading what="the candidates" rows={6} />;
  if (error) return <Failure what="Candidates" error={error} retry={() => void refetch()} />;
  return <Answer sighting={sighting} candidates={data} />;
}

function Answer({ sighting, candidates }: { sighting: Sighting; candidates: Candidates }) {
  const silent = ranked(candidates.silent);
  const [marked, setMarked] = useState<string[]>([]);
  const [hasAll, setAll] = useState(false);
  const [deciding, setDeciding] = useState<Verdict>();
  const [one, other] = marked;
  const compared = marked.flatMap((id) => silent.filter((verdict) => verdict.silenceId === id));
  const shown = hasAll ? silent : silent.slice(0, first);
  return (
    <>
      <WhereMap sighting={sighting} one={one} other={other} />
      <p className="fl-quiet" aria-live="polite">
        {marked.length === 0 ? 'Tick a ship to see where she can have been at that time; tick two to compare them.' : compared.map((verdict) => verdict.vessel.name ?? verdict.vessel.mmsi).join(' and ')}
      </p>
      <Panel title="Silent then">
        {silent.length === 0 ? (
          <p>No known silence covers that time. A ship that never transmits is in no such list.</p>
        ) : (
          <Table variant="compact" aria-label="Candidates">
            <Thead>
              <Tr>
                <Th screenReaderText="Compare" />
                <Th>Ship</Th>
                <Th>Verdict</Th>
                <Th modifier="wrap">To spare before</Th>
                <Th modifier="wrap">after</Th>
                <Th>Posterior</Th>
                <Th modifier="wrap">Chance rate</Th>
                <Th modifier="wrap">People say</Th>
                <Th screenReaderText="Decide" />
              </Tr>
            </Thead>
            <Tbody>
              {shown.map((verdict) => (
                <Row key={verdict.id ?? verdict.silenceId} verdict={verdict} isMarked={marked.includes(verdict.silenceId ?? '')} onMark={() => setMarked(toggled(marked, verdict.silenceId ?? ''))} onDecide={() => setDeciding(verdict)} />
              ))}
            </Tbody>
          </Table>
        )}
        {silent.length > first && (
          <Button variant="link" onClick={() => setAll(!hasAll)}>
            {hasAll ? 'Show the first only' : `Show all ${silent.length}`}
          </Button>
        )}
        {candidates.neverTransmitting && (
          <p>
            A ship that never transmits: <strong>{percent(candidates.neverTransmitting.posterior)}</strong>. <span className="fl-quiet">
              {candidates.neverTransmitting.explanation}
              {candidates.neverTransmitting.emptyScenes.length > 0 && ` Counted against her: ${candidates.neverTransmitting.emptyScenes.map((scene) => scene.name).join(', ')}, clear and without a ship of the length seen.`}
            </span>
          </p>
        )}
        <p className="fl-quiet">Consistent means that she fits, not that it was her. The chance rate is the share of other times at which she would have fitted as well.</p>
      </Panel>
      {compared.length > 0 && (
        <section className="fl-compare" aria-label="Compared">
          {compared.map((verdict) => (
            <VerdictCard key={verdict.silenceId} verdict={verdict}>
              {verdict.likelihood?.explanation && <p className="fl-quiet">{verdict.likelihood.explanation}</p>}
            </VerdictCard>
          ))}
        </section>
      )}
      <Transmitting candidates={candidates} sightingId={sighting.id} />
      {deciding && <Decide sightingId={sighting.id} vessel={deciding.vessel} verdictId={deciding.id} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

function Row({ verdict, isMarked, onMark, onDecide }: { verdict: Verdict; isMarked: boolean; onMark: () => void; onDecide: () => void }) {
  const name = verdict.vessel.name ?? verdict.vessel.mmsi;
  const { margins, likelihood } = verdict;
  return (
    <Tr isRowSelected={isMarked}>
      <Td dataLabel="Compare">
        <Checkbox id={`mark-${verdict.silenceId}`} aria-label={`Show and compare ${name}`} isChecked={isMarked} onChange={onMark} isDisabled={!verdict.silenceId} />
      </Td>
      <Td dataLabel="Ship">
        <VesselLink vessel={verdict.vessel} /> {verdict.synthetic && <Synthetic compact />}
      </Td>
      <Td dataLabel="Verdict">
        <OutcomeLabel outcome={verdict.outcome} />
      </Td>
      <Td dataLabel="To spare before">{margins ? hours(margins.arrivalHours) : '–'}</Td>
      <Td dataLabel="after">{margins?.departureHours !== undefined ? hours(margins.departureHours) : '–'}</Td>
      <Td dataLabel="Posterior">{likelihood ? percent(likelihood.posterior) : '–'}</Td>
      <Td dataLabel="Chance rate">{likelihood?.chanceRate !== undefined ? percent(likelihood.chanceRate) : '–'}</Td>
      <Td dataLabel="People say">{verdict.association?.state ?? <span className="fl-quiet">nothing</span>}</Td>
      <Td dataLabel="Decide">
        <Button variant="secondary" size="sm" onClick={onDecide} aria-label={`Decide on ${name}`}>
          Decide
        </Button>
      </Td>
    </Tr>
  );
}

function WhereMap({ sighting, one, other }: { sighting: Sighting; one: string | undefined; other: string | undefined }) {
  const ofOne = useQuery(reachQuery(one));
  const ofOther = useQuery(reachQuery(other));
  const at = (Date.parse(sighting.from) + Date.parse(sighting.to)) / 2;
  const chart = useMemo(() => {
    const where = [sighting.longitudeDegrees, sighting.latitudeDegrees];
    const features: ChartFeature[] = [errorCircle(where, placeErrorMetres(sighting), {}), mark('sighting', where, { label: sighting.label, id: sighting.id })];
    if (sighting.observation?.outline) features.push(...areaOutlines('hull', sighting.observation.outline, {}));
    return withReach(withReach(chartOf(features), one ? ofOne.data : undefined, at), other ? ofOther.data : undefined, at, 'reach-other');
  }, [sighting, one, other, ofOne.data, ofOther.data, at]);
  const failed = (one && ofOne.error) || (other && ofOther.error);
  return (
    <>
      <div className="fl-sighting-map">
        <Suspense fallback={<div className="fl-map" />}>
          <ChartMap chart={chart} label="Where the ships can have been then" legend frame={sighting.id} />
        </Suspense>
      </div>
      {failed && <Alert isInline isPlain variant="warning" title="Where she can have been cannot be computed just now." />}
    </>
  );
}

function Transmitting({ candidates, sightingId }: { candidates: Candidates; sightingId: string }) {
  const [deciding, setDeciding] = useState<Candidates['transmitting'][number]>();
  return (
    <Panel title="Transmitting nearby">
      {candidates.transmittingState === 'unavailable' && <Alert isInline isPlain variant="warning" title="AIS cannot be asked just now; ships that transmitted are missing here." />}
      {candidates.transmittingState !== 'unavailable' && candidates.transmitting.length === 0 && <p>No transmitter was heard near there around that time.</p>}
      <ul className="fl-plain">
        {candidates.transmitting.map((ship) => (
          <li key={ship.vessel.mmsi}>
            <VesselLink vessel={ship.vessel} /> {ship.synthetic && <Synthetic compact />} {ship.match && <strong>{ship.match.label}</strong>}{' '}
            <Button variant="link" isInline size="sm" onClick={() => setDeciding(ship)} aria-label={`Decide on ${ship.vessel.name ?? ship.vessel.mmsi}`}>
              Decide
            </Button>
            <div className="fl-quiet">{ship.match?.explanation ?? `${ship.distanceNauticalMiles.toFixed(1)} nm away${ship.isInterpolated ? ', between two reports' : ''}`}</div>
          </li>
        ))}
      </ul>
      {deciding && <Decide sightingId={sightingId} vessel={deciding.vessel} onClose={() => setDeciding(undefined)} />}
    </Panel>
  );
}

import { Alert } from '@patternfly/react-core';
import type { Candidates, Outcome } from '../api/imagery';
import { VerdictCard } from '../cases/VerdictCard';
import { nauticalMiles, words } from '../ui/format';
import { VesselLink } from '../ui/Links';
import { Synthetic, Time } from '../ui/parts';

const order: Record<Outcome, number> = { consistent: 0, undecided: 1, excluded: 2, withdrawn: 3 };

export function Answers({ candidates }: { candidates: Candidates }) {
  const silent = [...candidates.silent].sort((a, b) => order[a.outcome] - order[b.outcome]);
  const isDown = candidates.transmittingState === 'unavailable';
  const counted = (outcome: Outcome) => silent.filter((one) => one.outcome === outcome).length;
  return (
    <section aria-label="Candidates" aria-live="polite">
      <h2 className="fl-h3">Silent then</h2>
      <p className="fl-quiet">
        {counted('consistent')} consistent, {counted('undecided')} undecided, {counted('excluded')} excluded.
        {candidates.method && ` Method: ${words(candidates.method).toLowerCase()}.`}
      </p>
      {silent.length === 0 && <p>No known silence covers that time.</p>}
      {silent.map((verdict, index) => (
        <VerdictCard key={verdict.id ?? `${verdict.silenceId}${index}`} verdict={verdict} />
      ))}
      <h2 className="fl-h3">Transmitting nearby</h2>
      {isDown && <Alert isInline isPlain variant="warning" title="AIS cannot be asked just now; ships that transmitted are missing here." />}
      {!isDown && candidates.transmitting.length === 0 && <p>No transmitter was heard near there around that time.</p>}
      <ul className="fl-plain">
        {candidates.transmitting.map((one) => (
          <li key={one.vessel.mmsi}>
            <VesselLink vessel={one.vessel} /> {one.synthetic && <Synthetic compact />}
            <div className="fl-quiet fl-figure">
              {nauticalMiles(one.distanceNauticalMiles)} away{one.at && <>, <Time at={one.at} /></>}
              {one.isInterpolated && ', between two reports'}
            </div>
          </li>
        ))}
      </ul>
      <p className="fl-quiet">A ship that never transmits is on no such list: consistent means it fits, not that it was her.</p>
    </section>
  );
}

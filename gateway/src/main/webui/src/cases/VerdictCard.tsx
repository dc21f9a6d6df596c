import type { Verdict } from '../api/imagery';
import { timeOf, verdictPath } from '../api/imagery';
import { hours, knots, nauticalMiles, utc, words } from '../ui/format';
import { RecordLink, VesselLink } from '../ui/Links';
import { OutcomeLabel, Synthetic } from '../ui/parts';

/** What a sighting says of a silence, with the hours to spare on both sides and how they were reckoned. */
export function VerdictCard({ verdict, children }: { verdict: Verdict; children?: React.ReactNode }) {
  const start = timeOf(verdict.silence?.start);
  const end = timeOf(verdict.silence?.end);
  const { margins } = verdict;
  return (
    <div className={`fl-verdict fl-verdict-${verdict.outcome}`}>
      <div className="fl-labels">
        <OutcomeLabel outcome={verdict.outcome} />
        <strong>
          <VesselLink vessel={verdict.vessel} />
        </strong>
        {verdict.synthetic && <Synthetic />}
      </div>
      {start && (
        <div className="fl-quiet fl-figure">
          Silence {utc(start)} – {end ? utc(end) : 'still open'}
          {verdict.silence?.durationHours !== undefined && ` (${hours(verdict.silence.durationHours)})`}
        </div>
      )}
      {verdict.explanation && <p>{verdict.explanation}</p>}
      {margins && (
        <table className="fl-margins">
          <caption className="fl-visually-hidden">Margins</caption>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">At least</th>
              <th scope="col">Hours to spare at {knots(margins.exclusionSpeedKnots)}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">From last report</th>
              <td>
                {nauticalMiles(margins.lowerBoundFromStartNauticalMiles)}
                <Path value={margins.pathFromStartNauticalMiles} />
              </td>
              <td>
                <Margin value={margins.arrivalHours} />
              </td>
            </tr>
            {margins.lowerBoundToEndNauticalMiles !== undefined && (
              <tr>
                <th scope="row">To next report</th>
                <td>
                  {nauticalMiles(margins.lowerBoundToEndNauticalMiles)}
                  <Path value={margins.pathToEndNauticalMiles} />
                </td>
                <td>{margins.departureHours !== undefined && <Margin value={margins.departureHours} />}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      <div className="fl-quiet">
        {verdict.method && <>Method: {words(verdict.method).toLowerCase()}. </>}
        {verdict.otherCandidates > 0 ? `${verdict.otherCandidates} other ${verdict.otherCandidates === 1 ? 'ship fits' : 'ships fit'} as well. ` : verdict.outcome === 'consistent' ? 'No other known silent ship fits. ' : ''}
        {verdict.id && <RecordLink href={verdictPath(verdict.id)}>Record of the verdict</RecordLink>}
      </div>
      {children}
    </div>
  );
}

/** A plausible way by sea, beside the bound no way is below. */
function Path({ value }: { value: number | undefined }) {
  return value === undefined ? null : <span className="fl-quiet"> (a way of {nauticalMiles(value)})</span>;
}

function Margin({ value }: { value: number }) {
  return (
    <span className={`fl-figure ${value < 0 ? 'fl-short' : ''}`}>
      {hours(value)} {value < 0 ? '(cannot have made it)' : ''}
    </span>
  );
}

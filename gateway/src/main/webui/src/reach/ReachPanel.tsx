import { Alert, Button, Checkbox } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { asProblem } from '../api/problem';
import { reachQuery, type Reach } from '../api/reach';
import { hours, number, utc } from '../ui/format';
import { Loading, Time } from '../ui/parts';
import { portsAt } from './reach';

interface Props {
  silenceId: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  at: number | undefined;
  onAt: (at: number | undefined) => void;
}

const hour = 3_600_000;
const shown = 12;

/** Where she can have been while silent: on the map, by the hour, and in which ports. */
export function ReachPanel({ silenceId, isOn, onToggle, at, onAt }: Props) {
  const { data, error, isPending } = useQuery({ ...reachQuery(silenceId), enabled: isOn });
  useEffect(() => () => onAt(undefined), [silenceId, onAt]);
  return (
    <section className="fl-reach" aria-label="Where she can have been">
      <Button variant={isOn ? 'secondary' : 'primary'} size="sm" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
        {isOn ? 'Hide where she can have been' : 'Show where she can have been'}
      </Button>
      {isOn && error && <Alert isInline isPlain variant="warning" title={asProblem(error).detail ?? 'The reachable set cannot be computed just now.'} />}
      {isOn && !error && isPending && <Loading what="the reachable set" rows={1} />}
      {isOn && data && <Answer reach={data} at={at} onAt={onAt} />}
    </section>
  );
}

function Answer({ reach, at, onAt }: { reach: Reach; at: number | undefined; onAt: (at: number | undefined) => void }) {
  const id = useId();
  const from = Date.parse(reach.question.since);
  const to = Date.parse(reach.question.until);
  const ports = portsAt(reach, at);
  const excluded = reach.excluded.filter((one) => one.isSilent);
  return (
    <>
      <div className="fl-reach-time">
        <Checkbox id={`${id}-whole`} label="Whole silence" isChecked={at === undefined} onChange={(_, whole) => onAt(whole ? undefined : from + Math.round((to - from) / 2 / hour) * hour)} />
        <label htmlFor={`${id}-at`} className="fl-figure">
          {at === undefined ? 'at an instant' : utc(new Date(at).toISOString(), 'never')}
        </label>
        <input id={`${id}-at`} type="range" min={from} max={to} step={hour} value={at ?? from} onChange={(event) => onAt(Number(event.target.value))} aria-valuetext={at === undefined ? 'whole silence' : new Date(at).toISOString()} />
      </div>
      <p className="fl-quiet">
        By sea, in {hours(reach.question.hours)} at up to {number(reach.question.speedKnots)} kn. Pale cells are possible, full ones fit by the longer figures, too. That she can have been somewhere does not say that she was.
        {reach.coarse && ' So large a set is drawn in squares of half a degree.'}
      </p>
      {ports.length === 0 ? (
        <p className="fl-quiet">No port is within reach {at === undefined ? 'in this silence' : 'at this instant'}.</p>
      ) : (
        <table className="fl-reach-ports">
          <caption className="fl-quiet">
            {number(ports.length)} {ports.length === 1 ? 'port' : 'ports'} within reach{ports.length > shown ? `, the first ${shown} shown` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">Port</th>
              <th scope="col">Not before</th>
              <th scope="col">Not after</th>
              <th scope="col">Time for</th>
            </tr>
          </thead>
          <tbody>
            {ports.slice(0, shown).map((port) => (
              <tr key={port.id}>
                <td>
                  {port.name} {port.isSilent && <span className="fl-quiet">silent port</span>}
                </td>
                <td><Time at={port.earliestArrival} /></td>
                <td><Time at={port.latestDeparture} /></td>
                <td>
                  {port.slackHours > 0 ? `${hours(port.slackHours)}: ${port.services.at(-1) ?? 'less than a'} call` : 'possible by the shortest figures only'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {excluded.map((one) => (
        <p key={one.id} className="fl-quiet">
          <strong>{one.name}</strong> is out of reach: {one.reason}.
        </p>
      ))}
      {reach.runs.fits.length > 0 && (
        <p className="fl-quiet">
          Runs {reach.runs.fromPort}–{reach.runs.toPort} that fit: {reach.runs.fits.map((fit) => `${fit.runs} with calls of ${fit.callHours} h`).join(', ')}.
        </p>
      )}
    </>
  );
}

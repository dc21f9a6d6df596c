import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { whyQuery, type Why as WhyRecord } from '../api/ais';
import { knots, number, plainDuration } from '../ui/format';
import { Failure, Loading, Place, Time } from '../ui/parts';

/** How other ships were heard where she fell silent. */
function Others({ others }: { others: NonNullable<WhyRecord['others']> }) {
  const { figures } = others;
  return (
    <>
      <h4>How others were heard where she fell silent</h4>
      <ul className="fl-plain">
        <li>
          {number(figures.ships)} other ships were there; each was heard in {figures.terrestrialSlotsPerHour} of 6 slots an hour ashore and in{' '}
          {figures.satelliteSlotsPerHour} by satellite
        </li>
        {figures.stays !== undefined && (
          <li>
            Receivers ashore lost {number(figures.lost ?? 0)} of the {number(figures.stays)} that were about
          </li>
        )}
        {figures.silentIfTransmitting !== undefined && (
          <li>Silent while transmitting: probability {figures.silentIfTransmitting.toPrecision(2)}</li>
        )}
      </ul>
    </>
  );
}

/** Why something was found: the rule, its thresholds, the fixes it rests on and how she was heard. */
export function Why({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const why = useQuery({ ...whyQuery(id), enabled: isOpen });
  return (
    <details className="fl-why-record" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Why?</summary>
      {isOpen && why.isPending && <Loading what="the reasons" rows={3} />}
      {why.error && <Failure what="The reasons" error={why.error} retry={() => void why.refetch()} />}
      {why.data && (
        <>
          <p>{why.data.rule}</p>
          {why.data.parameters.length > 0 && (
            <>
              <h4>Thresholds in force</h4>
              <table>
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">Value</th>
                    <th scope="col">From</th>
                  </tr>
                </thead>
                <tbody>
                  {why.data.parameters.map((one) => (
                    <tr key={one.key}>
                      <td title={one.key}>{one.meaning ?? one.key}</td>
                      <td className="fl-figure">{plainDuration(one.value)}</td>
                      <td>{one.source && `${one.source}${one.status === 'ours' ? ' (not yet calibrated)' : ''}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          <h4>Reports it rests on</h4>
          {why.data.fixes.length === 0 ? (
            <p className="fl-quiet">None: it rests on static reports, which carry no position.</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Where</th>
                  <th scope="col">Speed</th>
                  <th scope="col">Whose, heard by</th>
                </tr>
              </thead>
              <tbody>
                {why.data.fixes.map((fix, index) => (
                  <tr key={`${fix.at}${index}`}>
                    <td>
                      <Time at={fix.at} />
                    </td>
                    <td>
                      <Place latitude={fix.latitudeDegrees} longitude={fix.longitudeDegrees} />
                    </td>
                    <td>{fix.speedKnots === undefined ? '' : knots(fix.speedKnots)}</td>
                    <td>{[fix.mmsi, fix.source].filter(Boolean).join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {why.data.reception.length > 0 && (
            <>
              <h4>How she was heard</h4>
              <ul className="fl-plain">
                {why.data.reception.map((one) => (
                  <li key={one.span}>
                    {one.span}: {number(one.reports)} reports on {one.days} {one.days === 1 ? 'day' : 'days'}
                  </li>
                ))}
              </ul>
            </>
          )}
          {why.data.others && <Others others={why.data.others} />}
          <p className="fl-quiet">
            Version {why.data.version}
            {why.data.derivedAt && (
              <>
                , derived <Time at={why.data.derivedAt} />
              </>
            )}
          </p>
        </>
      )}
    </details>
  );
}

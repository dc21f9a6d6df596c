import type { Reach, ReachedPort } from '../api/reach';
import { reachCell, type Chart } from '../map/chart';

/** Whether something with these two times can have been at the instant; without one, ever. */
const isAt = (from: string, to: string, at: number | undefined) => at === undefined || (Date.parse(from) <= at && at <= Date.parse(to));

/** The chart with the cells in which she can have been: at the instant, or in all the silence. */
export function withReach(chart: Chart, reach: Reach | undefined, at: number | undefined, kind: 'reach' | 'reach-other' = 'reach'): Chart {
  if (!reach) return chart;
  const cells = reach.features.flatMap(({ geometry, properties }) =>
    geometry.type === 'Polygon' && properties.kind === 'reach' && isAt(properties.earliest, properties.latest, at)
      ? [reachCell(geometry.coordinates, properties.certain, kind)]
      : [],
  );
  return { ...chart, features: [...cells, ...chart.features] };
}

/** Ports she can have called at, silent ones first, then by the time there was for it. */
export function portsAt(reach: Reach, at: number | undefined): ReachedPort[] {
  return reach.ports
    .filter((port) => isAt(port.earliestArrival, port.latestDeparture, at))
    .sort((a, b) => Number(b.isSilent) - Number(a.isSilent) || b.slackHours - a.slackHours);
}

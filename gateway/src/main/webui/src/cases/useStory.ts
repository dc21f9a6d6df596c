import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { activitiesQuery, silencesQuery, trackQuery } from '../api/ais';
import { timelineQuery, type CaseFile } from '../api/cases';
import { portsQuery, verdictsQuery } from '../api/imagery';
import { asProblem, type Problem } from '../api/problem';
import { matchesQuery } from '../api/sanctions';
import { weave, type Story } from './story';

export interface Trouble {
  part: string;
  problem: Problem;
}

export function vesselsOf(file: Pick<CaseFile, 'subjects'>): { mmsi: string; name: string }[] {
  const found = new Map<string, string>();
  for (const subject of file.subjects) if (subject.mmsi) found.set(subject.mmsi, subject.name ?? `MMSI ${subject.mmsi}`);
  return [...found].map(([mmsi, name]) => ({ mmsi, name }));
}

/** Everything the three panes show; a service that is down leaves its part out and says so. */
export function useStory(vessels: { mmsi: string; name: string }[], caseId: string | undefined): { story: Story; isPending: boolean; troubles: Trouble[] } {
  const tracks = useQueries({ queries: vessels.map((one) => trackQuery(one.mmsi)) });
  const silences = useQueries({ queries: vessels.map((one) => silencesQuery(one.mmsi)) });
  const activities = useQueries({ queries: vessels.map((one) => activitiesQuery(one.mmsi)) });
  const verdicts = useQueries({ queries: vessels.map((one) => verdictsQuery(one.mmsi)) });
  const matches = useQueries({ queries: vessels.map((one) => matchesQuery(one.mmsi)) });
  const timeline = useQuery({ ...timelineQuery(caseId ?? ''), enabled: caseId !== undefined });
  const ports = useQuery(portsQuery);
  const stamps = [...tracks, ...silences, ...activities, ...verdicts, ...matches, timeline, ports].map((one) => one.dataUpdatedAt).join();
  const names = vessels.map((one) => one.mmsi + one.name).join();
  const story = useMemo(
    () =>
      weave({
        tracks: vessels.flatMap((one, index) => {
          const track = tracks[index]?.data;
          return track ? [{ ...one, track }] : [];
        }),
        silences: silences.flatMap((one) => one.data?.items ?? []),
        activities: activities.flatMap((one) => one.data?.items ?? []),
        verdicts: verdicts.flatMap((one) => one.data?.items ?? []),
        matches: matches.flatMap((one) => one.data?.items ?? []),
        timeline: timeline.data?.items ?? [],
        ports: ports.data?.items ?? [],
      }),
    // The stamps change when, and only when, an answer does.
    [stamps, names],
  );
  const parts: [string, { error: unknown }[]][] = [
    ['Tracks', tracks],
    ['Silences', silences],
    ['Activities', activities],
    ['Sightings', verdicts],
    ['List matches', matches],
    ['Chronology', [timeline]],
  ];
  const troubles = parts.flatMap(([part, queries]) => {
    const failed = queries.find((query) => query.error && !asProblem(query.error).isNotFound);
    return failed ? [{ part, problem: asProblem(failed.error) }] : [];
  });
  const isPending = [...tracks, ...silences, ...verdicts].some((one) => one.isPending) || (caseId !== undefined && timeline.isPending);
  return { story, isPending, troubles };
}

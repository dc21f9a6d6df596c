import { Alert } from '@patternfly/react-core';
import { DisconnectedIcon } from '@patternfly/react-icons';
import { lazy, Suspense, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { reachQuery } from '../api/reach';
import { TimeLanes } from '../lanes/TimeLanes';
import { withReach } from '../reach/reach';
import { ReachPanel } from '../reach/ReachPanel';
import { Loading } from '../ui/parts';
import { withCursor, type Story } from './story';
import type { Trouble } from './useStory';

const ChartMap = lazy(() => import('../map/ChartMap').then((module) => ({ default: module.ChartMap })));

interface Props {
  story: Story;
  isPending: boolean;
  troubles: Trouble[];
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  frame: string;
  drawer: ReactNode;
}

/** Map, time lanes and drawer: one selection, one cursor. */
export function Workspace({ story, isPending, troubles, selected, onSelect, frame, drawer }: Props) {
  const [cursor, setCursor] = useState<number>();
  const shownAt = useDeferredValue(cursor);
  const chosen = selected === undefined ? undefined : story.items.get(selected);
  const silenceId = chosen?.type === 'silence' ? chosen.silence.id : undefined;
  const [isReachOn, setReachOn] = useState(false);
  const [reachAt, setReachAt] = useState<number>();
  const drawnAt = useDeferredValue(reachAt);
  const reach = useQuery({ ...reachQuery(silenceId), enabled: isReachOn && silenceId !== undefined });
  const reached = isReachOn && silenceId !== undefined ? reach.data : undefined;
  const chart = useMemo(() => withReach(withCursor(story, shownAt), reached, drawnAt), [story, shownAt, reached, drawnAt]);
  const lanes = story.lanes;
  const hasLanes = lanes.some((lane) => lane.items.length > 0);
  return (
    <div className="fl-workspace">
      <div className="fl-workspace-main">
        {troubles.length > 0 && (
          <Alert isInline isPlain variant="warning" customIcon={<DisconnectedIcon />} title={`Not available just now: ${troubles.map((one) => one.part.toLowerCase()).join(', ')}. What is shown is incomplete.`} className="fl-trouble" />
        )}
        <Suspense fallback={<div className="fl-map" />}>
          <ChartMap chart={chart} label="Map of the case" selected={selected} onSelect={onSelect} legend frame={isPending ? '' : `${frame}${story.items.size > 0}`} />
        </Suspense>
        {silenceId !== undefined && <ReachPanel silenceId={silenceId} isOn={isReachOn} onToggle={setReachOn} at={reachAt} onAt={setReachAt} />}
        {isPending ? <Loading what="the story" rows={3} /> : hasLanes && <TimeLanes lanes={lanes} selected={selected} onSelect={onSelect} cursor={cursor} onCursor={setCursor} />}
      </div>
      <aside className="fl-drawer" aria-label="Selected" tabIndex={-1}>
        {drawer}
      </aside>
    </div>
  );
}

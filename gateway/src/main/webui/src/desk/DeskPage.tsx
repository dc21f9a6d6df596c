import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { Label } from '@patternfly/react-core';
import { myTasksQuery } from '../api/work';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { Words } from '../ui/Words';
import { Notices } from './Notices';
import { Watches } from './Watches';

/** What one person has to do, was told, and watches. */
export function DeskPage() {
  return (
    <Sheet title="My desk" lead="Your tasks, what you were told, and what you watch. Of cases you see today, and of no others.">
      <div className="fl-columns">
        <MyTasks />
        <Notices />
        <Watches />
      </div>
    </Sheet>
  );
}

function MyTasks() {
  const tasks = useQuery(myTasksQuery);
  return (
    <Panel title="My tasks">
      {tasks.isPending ? (
        <Loading what="your tasks" />
      ) : tasks.error ? (
        <Failure what="Your tasks" error={tasks.error} retry={() => void tasks.refetch()} />
      ) : tasks.data.items.length === 0 ? (
        <Nothing title="Nothing to do" icon={CheckCircleIcon}>
          Tasks given to you in any case appear here, the most pressing first.
        </Nothing>
      ) : (
        <ul className="fl-plain" aria-label="My tasks">
          {tasks.data.items.map((one) => (
            <li key={one.id}>
              <Link to="/cases/$caseId" params={{ caseId: one.caseId }} search={{ tab: 'tasks' }}>
                <Words text={one.title} />
              </Link>{' '}
              {one.isOverdue && (
                <Label isCompact color="orange">
                  Overdue
                </Label>
              )}
              <div className="fl-quiet">{one.dueAt ? <Time at={one.dueAt} near /> : 'no due time'}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import { Button, Label } from '@patternfly/react-core';
import { BellIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { noticesQuery, readAllNotices, readNotice, type Notification } from '../api/work';
import { words } from '../ui/format';
import { Panel } from '../ui/Page';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';

export function Notices() {
  const notices = useQuery(noticesQuery);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'notifications'] });
  const read = useMutation({ mutationFn: (id: string) => readNotice(id), onSuccess: refresh });
  const readAll = useMutation({ mutationFn: readAllNotices, onSuccess: refresh, onError: (error) => sayFailed('Notices', error) });
  return (
    <Panel
      title="Notices"
      actions={
        (notices.data?.unread ?? 0) > 0 && (
          <Button variant="link" size="sm" onClick={() => readAll.mutate()}>
            Mark all as read
          </Button>
        )
      }
    >
      {notices.isPending ? (
        <Loading what="notices" />
      ) : notices.error ? (
        <Failure what="Notices" error={notices.error} retry={() => void notices.refetch()} />
      ) : notices.data.items.length === 0 ? (
        <Nothing title="You were told nothing yet" icon={BellIcon}>
          Mentions, tasks and leads given to you, and whatever fits what you watch.
        </Nothing>
      ) : (
        <ul className="fl-plain" aria-label="Notices">
          {notices.data.items.map((one) => (
            <li key={one.id} className={one.readAt ? undefined : 'fl-notice-new'}>
              <span className="fl-labels">
                <Label isCompact variant="outline" color={one.readAt ? 'grey' : 'blue'}>
                  {words(one.kind)}
                </Label>
                <span className="fl-quiet">
                  {one.by}, <Time at={one.at} near />
                </span>
              </span>
              <Where notice={one} onRead={() => !one.readAt && read.mutate(one.id)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Where({ notice, onRead }: { notice: Notification; onRead: () => void }) {
  if (notice.caseId) {
    return (
      <Link to="/cases/$caseId" params={{ caseId: notice.caseId }} search={{}} onClick={onRead}>
        <Words text={notice.text} />
      </Link>
    );
  }
  if (notice.leadId) {
    return (
      <Link to="/inbox" search={{ lead: notice.leadId }} onClick={onRead}>
        <Words text={notice.text} />
      </Link>
    );
  }
  return <Words text={notice.text} />;
}

import { Alert, Button, Label, Progress, Title } from '@patternfly/react-core';
import { ConnectedIcon, DisconnectedIcon, ExclamationTriangleIcon, InProgressIcon, PluggedIcon } from '@patternfly/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { feedsQuery, removeFeed, type Feed, type FeedStatus } from '../api/feeds';
import { bytes, number, words } from '../ui/format';
import { Panel, Sheet } from '../ui/Page';
import { Facts, Failure, Loading, Nothing, Time } from '../ui/parts';
import { AddFeed } from './AddFeed';
import { Doubts, Receivers } from './Hygiene';

const route = getRouteApi('/feeds');

/** Its owner tells how a feed does every two seconds; after this long nobody does. */
const STALE_MILLIS = 30_000;

export function FeedsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const feeds = useQuery(feedsQuery);
  const items = feeds.data?.items ?? [];
  const shown = items.find((one) => one.id === search.feed) ?? items[0];
  const show = (id: string | undefined) => void navigate({ to: '/feeds', search: { feed: id }, replace: true });
  return (
    <Sheet
      title="Feeds and imports"
      lead="Where AIS comes from, live, and how each source does. A file goes in under Uploads."
      actions={<Link to="/uploads" search={{}}>Uploads</Link>}
    >
      <div className="fl-uploads">
        <div>
          <Panel title="Feeds">
            {feeds.isPending ? (
              <Loading what="feeds" />
            ) : feeds.error ? (
              <Failure what="Feeds" error={feeds.error} retry={() => void feeds.refetch()} />
            ) : items.length === 0 ? (
              <Nothing title="No feed yet" icon={PluggedIcon}>
                Set one up below: an address to connect to, or a port that receivers send to.
              </Nothing>
            ) : (
              <ul className="fl-jobs" aria-label="Feeds">
                {items.map((one) => (
                  <li key={one.id}>
                    <button type="button" aria-current={one.id === shown?.id} className={one.id === shown?.id ? 'fl-lead-current' : ''} onClick={() => show(one.id)}>
                      <span>
                        <strong className="fl-break">{one.name}</strong>
                      </span>
                      <span className="fl-labels">
                        <Health status={one.status} />
                        <span className="fl-quiet fl-figure">
                          {rate(one.status?.linesPerSecond)} lines/s · {rate(one.status?.fixesPerSecond)} fixes/s · {rate(one.status?.rejectsPerSecond)} rejects/s
                        </span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <AddFeed onAdded={(id) => show(id)} />
        </div>
        <div>{shown && <Detail key={shown.id} feed={shown} onRemoved={() => show(undefined)} />}</div>
      </div>
    </Sheet>
  );
}

const rate = (value: number | undefined) => (value === undefined ? '–' : value >= 100 ? number(Math.round(value)) : value.toFixed(1));

function isStale(status: FeedStatus | undefined): boolean {
  return status !== undefined && Date.now() - Date.parse(status.updatedAt) > STALE_MILLIS;
}

function Health({ status }: { status: FeedStatus | undefined }) {
  if (!status) return <Label icon={<InProgressIcon />}>Not begun yet</Label>;
  if (isStale(status))
    return (
      <Label color="red" icon={<ExclamationTriangleIcon />}>
        Nobody reads it
      </Label>
    );
  switch (status.state) {
    case 'receiving':
      return (
        <Label color="green" icon={<ConnectedIcon />}>
          Receiving
        </Label>
      );
    case 'listening':
      return (
        <Label color={status.lastReceivedAt ? 'green' : 'blue'} icon={<ConnectedIcon />}>
          Listening
        </Label>
      );
    case 'held-back':
      return (
        <Label color="orange" icon={<ExclamationTriangleIcon />}>
          Held back
        </Label>
      );
    default:
      return (
        <Label color="orange" icon={<DisconnectedIcon />}>
          {words(status.state)}
        </Label>
      );
  }
}

function Detail({ feed, onRemoved }: { feed: Feed; onRemoved: () => void }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const status = feed.status;
  const counts = status?.summary.counts;
  const remove = async () => {
    try {
      await removeFeed(feed.id);
      await client.invalidateQueries({ queryKey: ['ais', 'feeds'] });
      onRemoved();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <article className="fl-panel" aria-label={feed.name}>
      <Title headingLevel="h2" size="lg">
        {feed.name}
      </Title>
      <p>
        <Health status={status} /> {status?.detail}
      </p>
      {isStale(status) && (
        <Alert isInline component="h3" variant="danger" title="No instance reads this feed">
          Its last owner was heard of <Time at={status?.updatedAt} />. It is taken over as soon as an instance of the AIS service runs.
        </Alert>
      )}
      {status && status.droppedDatagrams > 0 && (
        <Alert isInline component="h3" variant="warning" title={`${number(status.droppedDatagrams)} datagrams were dropped`}>
          They came while the spool was full ({bytes(status.droppedBytes)}). UDP cannot be held back; use TCP where nothing may be lost.
        </Alert>
      )}
      <Facts
        items={[
          ['Kind', words(feed.kind)],
          ['Address', feed.host ? `${feed.host}:${feed.port}` : `port ${feed.port}`],
          ['Source class', words(feed.sourceClass)],
          ['Receiver', feed.receiver ?? 'as the lines name it'],
          ['Last received', status?.lastReceivedAt && <Time key="r" at={status.lastReceivedAt} />],
          ['Its newest report', status?.newestReportAt && <Time key="n" at={status.newestReportAt} />],
          ['Next attempt', status?.nextAttemptAt && <Time key="a" at={status.nextAttemptAt} />],
          ['Connections', status && `${number(status.connections)} now, ${number(status.reconnects)} ended`],
          ['Held back', status && status.heldBackMillis > 0 ? `${(status.heldBackMillis / 1000).toFixed(1)} s in all` : undefined],
          ['Set up', <span key="c"><Time at={feed.createdAt} /> {feed.createdBy && `by ${feed.createdBy}`}</span>],
        ]}
      />
      {status && (
        <Progress
          value={(100 * status.backlogBytes) / Math.max(1, status.spoolMaxBytes)}
          title="Accepted, not yet archived"
          label={`${bytes(status.backlogBytes)} of ${bytes(status.spoolMaxBytes)}`}
          size="sm"
          variant={status.state === 'held-back' ? 'warning' : undefined}
        />
      )}
      {counts && (
        <>
          <h3 className="fl-h3">Since it was set up</h3>
          <Facts
            items={[
              ['Lines', number(counts.lines)],
              ['Messages', number(counts.messages)],
              ['Fixes', number(counts.fixes)],
              ['Duplicates', number(counts.duplicates)],
              ['Rejected', number(counts.rejected)],
            ]}
          />
          {counts.rejected > 0 && (
            <p className="fl-quiet">
              {Object.entries(status?.summary.rejectsByReason ?? {})
                .map(([reason, count]) => `${words(reason)}: ${number(count)}`)
                .join(' · ')}
            </p>
          )}
        </>
      )}
      {status && <Doubts byReason={status.summary.doubtsByReason} />}
      {status && <Receivers receivers={status.summary.receivers} />}
      {error !== undefined && <Failure what="The feed" error={error} />}
      <p>
        {isAsking ? (
          <>
            <Button variant="danger" onClick={() => void remove()}>
              Stop and delete {feed.name}
            </Button>{' '}
            <Button variant="link" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <Button variant="secondary" isDanger onClick={() => setAsking(true)}>
            Delete this feed
          </Button>
        )}
      </p>
      {isAsking && <p className="fl-quiet">What it delivered stays; what it accepted is still passed on.</p>}
    </article>
  );
}

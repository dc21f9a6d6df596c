import { Why } from '../vessels/Why';
import { Alert, Button, Title } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { silenceQuery } from '../api/ais';
import type { Lead } from '../api/cases';
import { chartOf, mark, silenceLine, type ChartFeature } from '../map/chart';
import { RecordLink, VesselLink } from '../ui/Links';
import { hours, words } from '../ui/format';
import { Facts, Place, Synthetic, Time } from '../ui/parts';
import { Words } from '../ui/Words';
import { Due, KindLabel, PriorityLabel } from './look';
import type { Asked } from './TriageDialog';

const ChartMap = lazy(() => import('../map/ChartMap').then((module) => ({ default: module.ChartMap })));

interface Props {
  lead: Lead;
  isBusy: boolean;
  onOpenCase: () => void;
  onAsk: (asked: Asked) => void;
  onReopen: () => void;
}

/** Why this is here, where and when, and what can be done about it. */
export function LeadDetail({ lead, isBusy, onOpenCase, onAsk, onReopen }: Props) {
  const silenceId = lead.sourceRef?.kind === 'silence' || lead.kind === 'silence' ? lead.sourceRef?.id : undefined;
  const silence = useQuery({ ...silenceQuery(silenceId ?? ''), enabled: silenceId !== undefined });
  const chart = useMemo(() => {
    const features: ChartFeature[] = [];
    const record = silence.data;
    if (record) {
      const start = [record.start.longitudeDegrees, record.start.latitudeDegrees];
      features.push(mark('end', start, { label: 'last report' }));
      if (record.end) {
        const end = [record.end.longitudeDegrees, record.end.latitudeDegrees];
        features.push(silenceLine(start, end, {}), mark('end', end, { label: 'first report after' }));
      }
    } else if (lead.latitudeDegrees !== undefined && lead.longitudeDegrees !== undefined) {
      features.push(mark('lead', [lead.longitudeDegrees, lead.latitudeDegrees], { label: lead.vessel?.name }));
    }
    return chartOf(features);
  }, [lead, silence.data]);
  const isNew = lead.state === 'new' || lead.state === 'triaged';
  return (
    <article className="fl-detail" aria-label="Chosen lead">
      <header>
        <div className="fl-labels">
          <KindLabel kind={lead.kind} />
          <PriorityLabel priority={lead.priority} />
          {lead.synthetic && <Synthetic />}
          <Due lead={lead} />
        </div>
        <Title headingLevel="h2" size="lg">
          <Words text={lead.title} />
        </Title>
      </header>
      {lead.isRetracted && (
        <Alert isInline variant="warning" title="What raised this no longer holds">
          The record was retracted upstream. Look at its versions before you decide.
        </Alert>
      )}
      <section aria-label="Why it is here">
        <h3 className="fl-h3">Why it is here</h3>
        <ul className="fl-why">
          {lead.why.map((one) => (
            <li key={`${one.family}${one.statement}`}>
              <span className="fl-family">{words(one.family)}</span>
              <span>
                <Words text={one.statement} />
              </span>
            </li>
          ))}
          {lead.why.length === 0 && <li className="fl-quiet">No reason was recorded.</li>}
        </ul>
      </section>
      {lead.sourceRef?.service === 'ais' && lead.sourceRef.id && <Why id={lead.sourceRef.id} />}
      {chart.features.length > 0 && (
        <div className="fl-detail-map">
          <Suspense fallback={<div className="fl-map" />}>
            <ChartMap chart={chart} label="Where it happened" frame={`${lead.id}${chart.features.length}`} />
          </Suspense>
        </div>
      )}
      <Facts
        items={[
          ['Vessel', lead.vessel && <VesselLink vessel={lead.vessel} />],
          ['MMSI', lead.vessel?.mmsi],
          ['IMO', lead.vessel?.imo],
          ['From', lead.occurredFrom && <Time at={lead.occurredFrom} />],
          ['To', lead.occurredTo ? <Time at={lead.occurredTo} /> : lead.kind === 'silence' ? 'still open' : undefined],
          ['Duration', silence.data && hours(silence.data.durationHours)],
          ['Place', lead.latitudeDegrees !== undefined && lead.longitudeDegrees !== undefined && <Place latitude={lead.latitudeDegrees} longitude={lead.longitudeDegrees} />],
          ['With', lead.assignee?.name ?? (isNew ? 'nobody yet' : undefined)],
          ['Escalated', lead.escalatedAt && <Time at={lead.escalatedAt} near />],
          ['Raised', lead.raisedAt && <Time at={lead.raisedAt} near />],
          ['Dismissed because', lead.dismissedReason],
          ['Snoozed until', lead.snoozedUntil && <Time at={lead.snoozedUntil} near />],
          ['Record', lead.sourceRef?.href && <RecordLink href={lead.sourceRef.href}>{`${words(lead.sourceRef.kind ?? lead.kind)}, version ${lead.sourceRef.version ?? 1}`}</RecordLink>],
          [
            'In cases',
            lead.caseIds.length > 0 &&
              lead.caseIds.map((id, at) => (
                <Link key={id} to="/cases/$caseId" params={{ caseId: id }} search={{}}>
                  {lead.caseIds.length === 1 ? 'open the case' : `case ${at + 1} `}
                </Link>
              )),
          ],
        ]}
      />
      <footer className="fl-actions fl-detail-actions">
        {isNew ? (
          <>
            <Button onClick={onOpenCase} isLoading={isBusy} isDisabled={isBusy}>
              Open case <kbd>Enter</kbd>
            </Button>
            <Button variant="secondary" onClick={() => onAsk('attach')}>
              Attach <kbd>a</kbd>
            </Button>
            <Button variant="secondary" onClick={() => onAsk('dismiss')}>
              Dismiss <kbd>d</kbd>
            </Button>
            <Button variant="secondary" onClick={() => onAsk('snooze')}>
              Snooze <kbd>s</kbd>
            </Button>
            <Button variant="secondary" onClick={() => onAsk('assign')}>
              Give to <kbd>g</kbd>
            </Button>
          </>
        ) : (
          <>
            {lead.state !== 'attached' && (
              <Button variant="secondary" onClick={onReopen}>
                Reopen <kbd>r</kbd>
              </Button>
            )}
            {lead.state === 'attached' && (
              <Button variant="secondary" onClick={() => onAsk('attach')}>
                Attach to another case <kbd>a</kbd>
              </Button>
            )}
          </>
        )}
      </footer>
    </article>
  );
}

import { InboxIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { caseLeadsQuery } from '../api/cases';
import { KindLabel, PriorityLabel } from '../inbox/look';
import { RecordLink, VesselLink } from '../ui/Links';
import { Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';

export function LeadsTab({ caseId }: { caseId: string }) {
  const leads = useQuery(caseLeadsQuery(caseId));
  if (leads.isPending) return <Loading what="the leads" />;
  if (leads.error) return <Failure what="Leads" error={leads.error} retry={() => void leads.refetch()} />;
  if (leads.data.items.length === 0) {
    return (
      <Nothing title="No lead is attached" icon={InboxIcon}>
        Attach leads to this case from the inbox.
      </Nothing>
    );
  }
  return (
    <ul className="fl-register fl-tab" aria-label="Leads of the case">
      {leads.data.items.map((lead) => (
        <li key={lead.id}>
          <div className="fl-register-head">
            <KindLabel kind={lead.kind} />
            <strong>{lead.title}</strong>
            <PriorityLabel priority={lead.priority} />
            {lead.synthetic && <Synthetic />}
            {lead.isRetracted && <span className="fl-short">Retracted upstream</span>}
          </div>
          <div>{lead.why.map((one) => one.statement).join(' ')}</div>
          <div className="fl-quiet fl-register-meta">
            {lead.vessel && <VesselLink vessel={lead.vessel} />}
            <span>
              Raised <Time at={lead.raisedAt} />
            </span>
            <RecordLink href={lead.sourceRef?.href} />
          </div>
        </li>
      ))}
    </ul>
  );
}

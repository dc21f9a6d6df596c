import { InboxIcon } from '@patternfly/react-icons';
import { Button } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { caseLeadsQuery, type CaseFile, type Lead } from '../api/cases';
import { detachLead, moveLead } from '../api/work';
import { KindLabel, PriorityLabel } from '../inbox/look';
import { RecordLink, VesselLink } from '../ui/Links';
import { Ask } from '../ui/Confirm';
import { Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { CaseSelect } from './CaseSelect';

export function LeadsTab({ file }: { file: CaseFile }) {
  const leads = useQuery(caseLeadsQuery(file.id));
  const client = useQueryClient();
  const [moving, setMoving] = useState<Lead>();
  const may = file.actions.includes('contribute');
  const refresh = () => client.invalidateQueries({ queryKey: ['cases'] });
  const detach = useMutation({
    mutationFn: (lead: Lead) => detachLead(lead.id, file.id),
    onSuccess: async () => {
      say('success', 'Taken out of the case');
      await refresh();
    },
    onError: (error) => sayFailed('Taking out', error),
  });
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
            <span className="fl-grow" />
            {may && (
              <>
                <Button variant="link" size="sm" onClick={() => setMoving(lead)} aria-label={`Move to another case: ${lead.title}`}>
                  Move
                </Button>
                <Button variant="link" size="sm" onClick={() => detach.mutate(lead)} aria-label={`Take out of the case: ${lead.title}`}>
                  Take out
                </Button>
              </>
            )}
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
      {moving && <Move lead={moving} from={file.id} onDone={refresh} onClose={() => setMoving(undefined)} />}
    </ul>
  );
}

function Move({ lead, from, onDone, onClose }: { lead: Lead; from: string; onDone: () => Promise<void>; onClose: () => void }) {
  const [to, setTo] = useState('');
  const act = useMutation({
    mutationFn: () => moveLead(lead.id, from, to),
    onSuccess: async () => {
      say('success', 'Lead moved');
      onClose();
      await onDone();
    },
    onError: (error) => sayFailed('Moving the lead', error),
  });
  return (
    <Ask title={`Move: ${lead.title}`} action="Move" isReady={to !== ''} isBusy={act.isPending} onConfirm={() => act.mutate()} onClose={onClose}>
      <CaseSelect value={to} without={from} onChange={setTo} />
    </Ask>
  );
}

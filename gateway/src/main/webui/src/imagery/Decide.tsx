import { FormGroup, Radio, TextArea } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { associate, associationsQuery, takeBack, type Stance } from '../api/associations';
import type { VesselRef } from '../api/schema';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { Failure, Time } from '../ui/parts';
import { say } from '../ui/toasts';

interface Props {
  sightingId: string;
  vessel: VesselRef;
  verdictId?: string;
  onClose: () => void;
}

/** A person's word on a sighting and a ship. One proposes; a second one confirms. */
export function Decide({ sightingId, vessel, verdictId, onClose }: Props) {
  const client = useQueryClient();
  const [stance, setStance] = useState<Stance | 'take-back'>();
  const [reason, setReason] = useDraft(`decide-${sightingId}-${vessel.mmsi}`);
  const said = useQuery(associationsQuery(sightingId));
  const before = said.data?.items.find((one) => one.vessel.mmsi === vessel.mmsi);
  const name = vessel.name ?? vessel.mmsi;
  const decide = useMutation({
    mutationFn: async () => {
      if (!stance) throw new Error('Choose first.');
      if (stance === 'take-back') {
        await takeBack(sightingId, vessel.mmsi);
        return 'taken back';
      }
      const { state } = await associate(sightingId, { stance, reason: reason.trim(), ...(verdictId ? { verdictId } : { mmsi: vessel.mmsi }) });
      return state;
    },
    onSuccess: (state) => {
      say('success', `${name}: ${state}`, state === 'proposed' ? 'A second person has to look before it counts as confirmed.' : undefined);
      setReason('');
      void client.invalidateQueries({ queryKey: ['imagery'] });
      onClose();
    },
  });
  const standing = before?.statements.filter((one) => !one.withdrawnAt) ?? [];
  const isReady = stance === 'take-back' ? standing.length > 0 : stance !== undefined && reason.trim() !== '';
  return (
    <Ask title={`Was it ${name}?`} action={stance === 'reject' ? 'Reject' : stance === 'take-back' ? 'Take back' : 'Confirm'} isReady={isReady} isBusy={decide.isPending} onConfirm={() => decide.mutate()} onClose={onClose}>
      {before && before.statements.length > 0 && (
        <ul className="fl-plain" aria-label="Said so far">
          {before.statements.map((one) => (
            <li key={`${one.by}${one.at}`} className={one.withdrawnAt ? 'fl-quiet' : ''}>
              <strong>{one.by}</strong> {words(one.stance).toLowerCase()}s, <Time at={one.at} />
              {one.withdrawnAt && ' (taken back)'}: {one.reason}
            </li>
          ))}
        </ul>
      )}
      <FormGroup role="radiogroup" label="Your word" isRequired fieldId="stance">
        <Radio id="stance-confirm" name="stance" label={`Confirm: the ship seen is ${name}`} isChecked={stance === 'confirm'} onChange={() => setStance('confirm')} description="Two different people have to." />
        <Radio id="stance-reject" name="stance" label={`Reject: it is not ${name}`} isChecked={stance === 'reject'} onChange={() => setStance('reject')} />
        {standing.length > 0 && <Radio id="stance-back" name="stance" label="Take back what I said" isChecked={stance === 'take-back'} onChange={() => setStance('take-back')} />}
      </FormGroup>
      {stance !== 'take-back' && (
        <FormGroup label="Reason" isRequired fieldId="reason">
          <TextArea id="reason" value={reason} onChange={(_, text) => setReason(text)} rows={3} resizeOrientation="vertical" placeholder="What in the image and in her data speaks for it" />
        </FormGroup>
      )}
      {said.error && <Failure what="What others said" error={said.error} retry={() => void said.refetch()} />}
      {decide.error && <Failure what="Your word" error={decide.error} />}
    </Ask>
  );
}

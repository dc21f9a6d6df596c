import { FormGroup, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { suppress, type Result } from '../api/screening';
import { Ask } from '../ui/Confirm';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';

/** A person's word that the two are not the same; it lapses when the listing changes. */
export function SuppressDialog({ queryKey, result, onClose, onDone }: { queryKey: string; result: Result; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [expires, setExpires] = useState('');
  const run = useMutation({
    mutationFn: () =>
      suppress({
        queryKey,
        listing: `${result.listing.list}/${result.listing.sourceId}`,
        reason: reason.trim(),
        expires: expires || undefined,
        validForHash: result.listing.hash,
      }),
    onSuccess: () => {
      say('success', `${result.listing.name} is left out of this query from now on`);
      onDone();
    },
  });
  return (
    <Ask title={`Not the same as ${result.listing.name}?`} action="Leave it out" isBusy={run.isPending} isReady={reason.trim().length > 0} onConfirm={() => run.mutate()} onClose={onClose}>
      <p>The pair is left out of later screenings of the same query, until the listing's names, numbers or particulars change.</p>
      <FormGroup label="Why they are two" isRequired fieldId="suppress-reason">
        <TextArea id="suppress-reason" value={reason} onChange={(_, value) => setReason(value)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
      <FormGroup label="Until (empty: no end)" fieldId="suppress-expires">
        <TextInput id="suppress-expires" type="date" value={expires} onChange={(_, value) => setExpires(value)} />
      </FormGroup>
      {run.error && <Failure what="Leaving out" error={run.error} />}
    </Ask>
  );
}

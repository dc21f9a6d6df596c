import { Alert, Button, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideListVersion, type ListVersion } from '../api/sanctions';
import { number } from '../ui/format';
import { Failure, Time } from '../ui/parts';
import { say } from '../ui/toasts';

/** A file set aside: one person proposes what to do with it, another has to agree. */
export function SetAside({ listId, version, serving }: { listId: string; version: ListVersion; serving: number | undefined }) {
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const decide = useMutation({
    mutationFn: (verdict: 'accept' | 'reject') => decideListVersion(listId, version.number ?? 0, verdict, comment),
    onSuccess: (result) => {
      say('success', result.status === 'quarantined' ? 'Proposed; another person has to confirm it' : `Version ${version.number ?? ''} is ${result.status}`);
      setComment('');
      void client.invalidateQueries({ queryKey: ['sanctions'] });
    },
  });
  const proposal = version.decision;
  return (
    <section aria-label={`Version ${version.number ?? ''}, set aside`}>
      <Alert isInline variant="warning" component="h3" title={`Version ${version.number ?? ''}: ${version.reason ?? 'set aside'}`}>
        {serving === undefined ? 'No version serves yet.' : `Version ${serving} goes on serving, and every answer says so.`} Seen <Time at={version.observedAt} />, {number(version.listings)} entries.
      </Alert>
      {proposal && (
        <p>
          <strong>{proposal.proposedBy}</strong> proposed to {proposal.verdict} it <Time at={proposal.proposedAt} />
          {proposal.comment && <>: “{proposal.comment}”</>}. Somebody else has to confirm it.
        </p>
      )}
      <div className="fl-filters">
        <TextInput aria-label="Why" placeholder="Why" value={comment} onChange={(_, value) => setComment(value)} maxLength={500} />
        <Button variant="secondary" isDisabled={decide.isPending || version.listings === 0} onClick={() => decide.mutate('accept')}>
          {proposal?.verdict === 'accept' ? 'Confirm: accept' : 'Accept'}
        </Button>
        <Button variant="secondary" isDisabled={decide.isPending} onClick={() => decide.mutate('reject')}>
          {proposal?.verdict === 'reject' ? 'Confirm: reject' : 'Reject'}
        </Button>
      </div>
      {version.listings === 0 && <p className="fl-quiet">It could not be read, so it can only be rejected.</p>}
      {decide.error && <Failure what="Decision" error={decide.error} />}
    </section>
  );
}

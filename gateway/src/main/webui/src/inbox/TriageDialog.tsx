import { Button, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, TextArea, TextInput } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { casesQuery, type BulkAction } from '../api/cases';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { parseUtc } from '../ui/format';
import type { PersonRef } from '../api/work';
import { Failure } from '../ui/parts';
import { PersonSelect } from '../ui/People';

export type Asked = 'dismiss' | 'snooze' | 'attach' | 'assign';

interface Props {
  asked: Asked;
  leadIds: string[];
  onSubmit: (action: BulkAction) => Promise<boolean>;
  onClose: () => void;
}

const titles = { dismiss: 'Dismiss', snooze: 'Snooze', attach: 'Attach to a case', assign: 'Give to somebody' };
const habits = ['Reception is poor there', 'In port, transmitter switched off', 'Source was down', 'Already known'];
const day = 86_400_000;

export function TriageDialog({ asked, leadIds, onSubmit, onClose }: Props) {
  const [reason, setReason] = useDraft('dismiss-reason');
  const [until, setUntil] = useState(() => new Date(Date.now() + 3 * day).toISOString().slice(0, 16).replace('T', ' '));
  const [caseId, setCaseId] = useState('');
  const [assignee, setAssignee] = useState<PersonRef>();
  const [isBusy, setBusy] = useState(false);
  const untilAt = parseUtc(until);
  const isReady = { dismiss: reason.trim() !== '', snooze: untilAt !== undefined && Date.parse(untilAt) > Date.now(), attach: caseId !== '', assign: true }[asked];
  const action: BulkAction = {
    action: asked,
    leadIds,
    ...(asked === 'dismiss' ? { reason: reason.trim() } : asked === 'snooze' ? { until: untilAt } : asked === 'assign' ? (assignee ? { assignee } : {}) : { caseId }),
  };
  const confirm = async () => {
    setBusy(true);
    const went = await onSubmit(action);
    setBusy(false);
    if (!went) return;
    if (asked === 'dismiss') setReason('');
    onClose();
  };
  return (
    <Ask
      title={leadIds.length === 1 ? titles[asked] : `${titles[asked]}: ${leadIds.length} leads`}
      action={asked === 'attach' ? 'Attach' : asked === 'assign' ? 'Give' : titles[asked]}
      isBusy={isBusy}
      isReady={isReady}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {asked === 'assign' && <PersonSelect id="assignee" label="Who" none="Nobody: whoever takes it next" value={assignee} onChange={setAssignee} />}
      {asked === 'dismiss' && (
        <FormGroup label="Reason" isRequired fieldId="reason">
          <TextArea id="reason" value={reason} onChange={(_, value) => setReason(value)} rows={3} autoFocus resizeOrientation="vertical" />
          <FormHelperText>
            <HelperText>
              <HelperTextItem>Kept with the lead and in the log. A dismissed lead can be reopened.</HelperTextItem>
            </HelperText>
          </FormHelperText>
          <div className="fl-chips">
            {habits.map((habit) => (
              <Button key={habit} variant="tertiary" size="sm" onClick={() => setReason(habit)}>
                {habit}
              </Button>
            ))}
          </div>
        </FormGroup>
      )}
      {asked === 'snooze' && (
        <FormGroup label="Until (UTC)" isRequired fieldId="until">
          <TextInput id="until" value={until} onChange={(_, value) => setUntil(value)} validated={isReady ? 'default' : 'error'} autoFocus />
          <FormHelperText>
            <HelperText>
              <HelperTextItem variant={isReady ? 'default' : 'error'}>{isReady ? 'Year-month-day hour:minute, UTC' : 'A time to come, such as 2026-12-31 09:00'}</HelperTextItem>
            </HelperText>
          </FormHelperText>
          <div className="fl-chips">
            {[1, 3, 7, 30].map((days) => (
              <Button key={days} variant="tertiary" size="sm" onClick={() => setUntil(new Date(Date.now() + days * day).toISOString().slice(0, 16).replace('T', ' '))}>
                {days === 1 ? '1 day' : `${days} days`}
              </Button>
            ))}
          </div>
        </FormGroup>
      )}
      {asked === 'attach' && <CaseChoice value={caseId} onChange={setCaseId} />}
    </Ask>
  );
}

export function CaseChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const cases = useQuery(casesQuery('', ''));
  if (cases.error) return <Failure what="Cases" error={cases.error} retry={() => void cases.refetch()} />;
  const open = cases.data?.items.filter((one) => one.state !== 'closed') ?? [];
  return (
    <FormGroup label="Case" isRequired fieldId="case">
      <FormSelect id="case" value={value} onChange={(_, id) => onChange(id)} isDisabled={open.length === 0}>
        <FormSelectOption value="" label={cases.isPending ? 'Loading…' : open.length === 0 ? 'There is no open case yet' : 'Choose a case'} isPlaceholder />
        {open.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={`${one.number} ${one.title}`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

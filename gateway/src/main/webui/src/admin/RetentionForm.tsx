import { Button, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putRetention, retentionQuery, type Retention } from '../api/work';
import { words } from '../ui/format';
import { Panel } from '../ui/Page';
import { FieldErrors, Failure, Loading } from '../ui/parts';
import { say } from '../ui/toasts';

const outcomes = ['', 'substantiated', 'unsubstantiated', 'inconclusive', 'referred', 'duplicate'];

/** How long closed cases are kept, by outcome; a legal hold beats every rule. */
export function RetentionForm({ may }: { may: boolean }) {
  const rules = useQuery(retentionQuery);
  if (rules.isPending) return <Loading what="the rules" />;
  if (rules.error) return <Failure what="Retention" error={rules.error} retry={() => void rules.refetch()} />;
  return <Rules saved={rules.data} may={may} />;
}

function Rules({ saved, may }: { saved: Retention; may: boolean }) {
  const [rules, setRules] = useState(saved.rules);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => putRetention({ rules }),
    onSuccess: async () => {
      say('success', 'The rules hold, for cases closed before too');
      await client.invalidateQueries({ queryKey: ['cases', 'retention'] });
    },
  });
  const change = (at: number, next: Partial<Retention['rules'][number]>) => setRules(rules.map((one, index) => (index === at ? { ...one, ...next } : one)));
  return (
    <Panel title="How long closed cases are kept">
      {save.error && <FieldErrors error={save.error} />}
      {rules.length === 0 && <p className="fl-quiet">No rule: closed cases are kept for good.</p>}
      <ul className="fl-plain" aria-label="Rules">
        {rules.map((one, at) => (
          <li key={at} className="fl-bar">
            <FormSelect className="fl-short-select" aria-label="Outcome" value={one.outcome ?? ''} isDisabled={!may} onChange={(_, outcome) => change(at, { outcome: outcome || undefined })}>
              {outcomes.map((outcome) => (
                <FormSelectOption key={outcome} value={outcome} label={outcome ? words(outcome) : 'Every other outcome'} />
              ))}
            </FormSelect>
            <TextInput className="fl-days" type="number" aria-label="Days" min={1} max={36500} value={one.keepDays} isDisabled={!may} onChange={(_, value) => change(at, { keepDays: Number(value) })} />
            <span>days, then</span>
            <FormSelect className="fl-short-select" aria-label="Then" value={one.mode} isDisabled={!may} onChange={(_, mode) => change(at, { mode })}>
              <FormSelectOption value="propose" label="ask the team by a task" />
              <FormSelectOption value="dispose" label="dispose of it" />
            </FormSelect>
            {may && <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label="Remove the rule" onClick={() => setRules(rules.filter((_, index) => index !== at))} />}
          </li>
        ))}
      </ul>
      {may && (
        <div className="fl-actions">
          <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setRules([...rules, { outcome: undefined, keepDays: 1825, mode: 'propose' }])}>
            Rule
          </Button>
          <Button size="sm" isLoading={save.isPending} onClick={() => save.mutate()}>
            Save
          </Button>
        </div>
      )}
    </Panel>
  );
}

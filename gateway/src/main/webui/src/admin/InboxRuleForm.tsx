import { Button, Checkbox, Form, FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inboxRuleQuery, putInboxRule, type InboxRule } from '../api/work';
import { Panel } from '../ui/Page';
import { FieldErrors, Failure, Loading } from '../ui/parts';
import { PersonSelect, usePeople } from '../ui/People';
import { say } from '../ui/toasts';

export function InboxRuleForm({ may }: { may: boolean }) {
  const rule = useQuery(inboxRuleQuery);
  if (rule.isPending) return <Loading what="the rule of the inbox" />;
  if (rule.error) return <Failure what="Inbox" error={rule.error} retry={() => void rule.refetch()} />;
  return <Rule rule={rule.data} may={may} />;
}

function Rule({ rule, may }: { rule: InboxRule; may: boolean }) {
  const [draft, setDraft] = useState(rule);
  const { items } = usePeople();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => putInboxRule(draft),
    onSuccess: async () => {
      say('success', 'The inbox works so from now on');
      await client.invalidateQueries({ queryKey: ['cases', 'inbox-rule'] });
    },
  });
  const toggle = (id: string, name: string) =>
    setDraft({ ...draft, people: draft.people.some((one) => one.subject === id) ? draft.people.filter((one) => one.subject !== id) : [...draft.people, { subject: id, name }] });
  const deals = draft.assignment === 'least-loaded';
  return (
    <Panel title="How leads are dealt out">
      <Form
        className="fl-form fl-narrow"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error && <FieldErrors error={save.error} />}
        <FormGroup label="A new lead goes to" fieldId="assignment">
          <FormSelect id="assignment" value={draft.assignment} isDisabled={!may} onChange={(_, assignment) => setDraft({ ...draft, assignment })}>
            <FormSelectOption value="nobody" label="nobody: whoever takes it next" />
            <FormSelectOption value="least-loaded" label="the one of these with the fewest that wait" />
          </FormSelect>
        </FormGroup>
        {deals && (
          <FormGroup role="group" label="Among" fieldId="among">
            {items.map((one) => (
              <Checkbox key={one.id} id={`among-${one.id}`} label={one.displayName ?? one.username} isDisabled={!may} isChecked={draft.people.some((other) => other.subject === one.id)} onChange={() => toggle(one.id, one.username)} />
            ))}
          </FormGroup>
        )}
        <PersonSelect id="escalate" label="A lead past its time goes to" none="nobody: it stays where it is" value={draft.escalateTo} onChange={(escalateTo) => setDraft({ ...draft, escalateTo })} />
        <p className="fl-quiet">How long a lead of each priority may wait is set by whoever runs the platform.</p>
        {may && (
          <div className="fl-actions">
            <Button type="submit" isLoading={save.isPending} isDisabled={deals && draft.people.length === 0}>
              Save
            </Button>
          </div>
        )}
      </Form>
    </Panel>
  );
}

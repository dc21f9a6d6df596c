import { Button, Form, FormGroup, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../api/client';
import { instant, pageOf } from '../api/schema';
import { person } from '../api/work';
import { Panel } from '../ui/Page';
import { FieldErrors, Failure, Loading, Time } from '../ui/parts';
import { say } from '../ui/toasts';
import { Words } from '../ui/Words';

const path = '/api/cases/v1/handovers';
const handover = z.object({ id: z.string(), number: z.string(), to: person, reason: z.string(), by: z.string(), at: instant });

/** A case whose leads are gone gets a new one. Nothing of the case is shown here, not even whether there is one. */
export function Handovers() {
  const log = useQuery({ queryKey: ['cases', 'handovers'], queryFn: ({ signal }) => api.get(path, pageOf(handover), { signal }) });
  const client = useQueryClient();
  const [number, setNumber] = useState('');
  const [subject, setSubject] = useState('');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const give = useMutation({
    mutationFn: () => api.post(path, handover, { body: { number: number.trim(), to: { subject: subject.trim(), ...(name.trim() ? { name: name.trim() } : {}) }, reason: reason.trim() } }),
    onSuccess: async () => {
      say('success', 'Asked for', 'Whether there was an orphan of that number, its new lead learns.');
      await client.invalidateQueries({ queryKey: ['cases', 'handovers'] });
    },
  });
  const isReady = [number, subject, reason].every((one) => one.trim() !== '');
  return (
    <div className="fl-columns">
      <Panel title="Hand over an orphaned case">
        <Form
          className="fl-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) give.mutate();
          }}
        >
          {give.error && <FieldErrors error={give.error} />}
          <FormGroup label="Number of the case" isRequired fieldId="handover-number">
            <TextInput id="handover-number" value={number} onChange={(_, value) => setNumber(value)} />
          </FormGroup>
          <FormGroup label="Id of its new lead" isRequired fieldId="handover-subject">
            <TextInput id="handover-subject" value={subject} onChange={(_, value) => setSubject(value)} />
          </FormGroup>
          <FormGroup label="Name of its new lead" fieldId="handover-name">
            <TextInput id="handover-name" value={name} onChange={(_, value) => setName(value)} />
          </FormGroup>
          <FormGroup label="Why" isRequired fieldId="handover-reason">
            <TextArea id="handover-reason" value={reason} rows={3} resizeOrientation="vertical" onChange={(_, value) => setReason(value)} />
          </FormGroup>
          <div className="fl-actions">
            <Button type="submit" isDisabled={!isReady} isLoading={give.isPending}>
              Hand over
            </Button>
          </div>
        </Form>
      </Panel>
      <Panel title="What was asked for">
        {log.isPending ? (
          <Loading what="handovers" />
        ) : log.error ? (
          <Failure what="Handovers" error={log.error} retry={() => void log.refetch()} />
        ) : log.data.items.length === 0 ? (
          <p className="fl-quiet">Nothing yet.</p>
        ) : (
          <ul className="fl-plain" aria-label="Handovers">
            {log.data.items.map((one) => (
              <li key={one.id}>
                {one.number} to {one.to.name}: <Words text={one.reason} />
                <div className="fl-quiet">
                  {one.by}, <Time at={one.at} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

import { Button, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { addFeed, type Feed } from '../api/feeds';
import { Panel } from '../ui/Page';
import { Failure, FieldErrors } from '../ui/parts';

const kinds: [Feed['kind'], string][] = [
  ['tcp-client', 'TCP: we connect and read'],
  ['tcp-server', 'TCP: receivers connect to us'],
  ['udp', 'UDP: receivers send to us'],
];

export function AddFeed({ onAdded }: { onAdded: (id: string) => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Feed['kind']>('tcp-client');
  const [host, setHost] = useState('');
  const [port, setPort] = useState('');
  const [receiver, setReceiver] = useState('');
  const [sourceClass, setSourceClass] = useState('terrestrial');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const added = await addFeed({
        name: name.trim(),
        kind,
        host: kind === 'tcp-client' ? host.trim() : undefined,
        port: Number(port),
        receiver: receiver.trim() || undefined,
        sourceClass,
      });
      await client.invalidateQueries({ queryKey: ['ais', 'feeds'] });
      setName('');
      setHost('');
      setPort('');
      setReceiver('');
      onAdded(added.id);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel title="Set a feed up">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <FormGroup label="Name of the source" fieldId="feed-name" isRequired>
          <TextInput id="feed-name" value={name} onChange={(_, value) => setName(value)} />
        </FormGroup>
        <FormGroup label="Kind" fieldId="feed-kind">
          <FormSelect id="feed-kind" value={kind} onChange={(_, value) => setKind(kinds.find(([one]) => one === value)?.[0] ?? 'tcp-client')}>
            {kinds.map(([value, label]) => (
              <FormSelectOption key={value} value={value} label={label} />
            ))}
          </FormSelect>
        </FormGroup>
        <div className="fl-pair">
          {kind === 'tcp-client' && (
            <FormGroup label="Host" fieldId="feed-host" isRequired>
              <TextInput id="feed-host" value={host} onChange={(_, value) => setHost(value)} />
            </FormGroup>
          )}
          <FormGroup label="Port" fieldId="feed-port" isRequired>
            <TextInput id="feed-port" inputMode="numeric" value={port} onChange={(_, value) => setPort(value)} />
          </FormGroup>
        </div>
        <div className="fl-pair">
          <FormGroup label="Receiver, for lines that name none" fieldId="feed-receiver">
            <TextInput id="feed-receiver" value={receiver} onChange={(_, value) => setReceiver(value)} />
          </FormGroup>
          <FormGroup label="Source class" fieldId="feed-class">
            <FormSelect id="feed-class" value={sourceClass} onChange={(_, value) => setSourceClass(value)}>
              <FormSelectOption value="terrestrial" label="Terrestrial" />
              <FormSelectOption value="satellite" label="Satellite" />
              <FormSelectOption value="unknown" label="Unknown" />
            </FormSelect>
          </FormGroup>
        </div>
        {error !== undefined && (
          <>
            <Failure what="The feed" error={error} />
            <FieldErrors error={error} />
          </>
        )}
        <p>
          <Button type="submit" isDisabled={isBusy} isLoading={isBusy}>
            Set it up
          </Button>
        </p>
      </form>
    </Panel>
  );
}

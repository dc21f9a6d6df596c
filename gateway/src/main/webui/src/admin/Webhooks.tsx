import { Alert, Button, ClipboardCopy, FormGroup, Label, TextInput } from '@patternfly/react-core';
import { PlusIcon, ShareAltIcon, TrashIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addWebhook, deliveriesQuery, disableWebhook, enableWebhook, pingWebhook, removeWebhook, webhooksQuery, type Webhook } from '../api/work';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { FieldErrors, Failure, Loading, Nothing, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';

/** Addresses that are told of changes, by what their owners see. */
export function Webhooks({ isLead }: { isLead: boolean }) {
  const webhooks = useQuery(webhooksQuery);
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'webhooks'] });
  if (webhooks.isPending) return <Loading what="webhooks" />;
  if (webhooks.error) return <Failure what="Webhooks" error={webhooks.error} retry={() => void webhooks.refetch()} />;
  const add = isLead && (
    <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
      New webhook
    </Button>
  );
  return (
    <>
      {secret && (
        <Alert isInline variant="success" title="Keep the secret: it is shown this once" actionLinks={<Button variant="link" isInline onClick={() => setSecret(undefined)}>I have it</Button>}>
          <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied">
            {secret}
          </ClipboardCopy>
        </Alert>
      )}
      {webhooks.data.items.length === 0 ? (
        <Nothing title="No webhook yet" icon={ShareAltIcon} action={add}>
          Changes are sent, signed, to an address you name: ids and kinds, of what you see when they are sent.
        </Nothing>
      ) : (
        <>
          <div className="fl-bar">{add}</div>
          <ul className="fl-register" aria-label="Webhooks">
            {webhooks.data.items.map((one) => (
              <Hook key={one.id} hook={one} isLead={isLead} onDone={refresh} />
            ))}
          </ul>
        </>
      )}
      {isAdding && (
        <AddHook
          onMade={async (made) => {
            setSecret(made);
            setAdding(false);
            await refresh();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function Hook({ hook, isLead, onDone }: { hook: Webhook; isLead: boolean; onDone: () => Promise<void> }) {
  const [isOpen, setOpen] = useState(false);
  const settled = { onSuccess: onDone, onError: (error: Error) => sayFailed('The webhook', error) };
  const remove = useMutation({ mutationFn: () => removeWebhook(hook.id), ...settled });
  const toggle = useMutation({ mutationFn: () => (hook.disabledReason ? enableWebhook(hook.id) : disableWebhook(hook.id, 'switched off by hand')), ...settled });
  const ping = useMutation({
    mutationFn: () => pingWebhook(hook.id),
    onSuccess: () => {
      say('info', 'A ping is on its way');
      setOpen(true);
    },
    onError: (error) => sayFailed('The ping', error),
  });
  return (
    <li>
      <div className="fl-register-head">
        <strong className="fl-break">{hook.url}</strong>
        {hook.disabledReason && <Label isCompact color="orange">Off: {hook.disabledReason}</Label>}
        {hook.isStale && <Label isCompact color="orange">Waits for its owner</Label>}
      </div>
      {hook.description && (
        <div>
          <Words text={hook.description} />
        </div>
      )}
      <div className="fl-quiet fl-register-meta">
        <span>{hook.owner}</span>
        <span>{hook.kinds.length === 0 ? 'every change' : hook.kinds.join(', ')}</span>
        <span>
          owner last seen <Time at={hook.standingAt} near />
        </span>
      </div>
      <div className="fl-actions">
        {isLead && (
          <Button variant="link" size="sm" isInline onClick={() => ping.mutate()}>
            Ping
          </Button>
        )}
        {isLead && (
          <Button variant="link" size="sm" isInline onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide log' : 'Log'}
          </Button>
        )}
        <Button variant="link" size="sm" isInline onClick={() => toggle.mutate()}>
          {hook.disabledReason ? 'Switch on' : 'Switch off'}
        </Button>
        <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Remove ${hook.url}`} onClick={() => remove.mutate()} />
      </div>
      {isOpen && <Deliveries id={hook.id} />}
    </li>
  );
}

function Deliveries({ id }: { id: string }) {
  const deliveries = useQuery(deliveriesQuery(id));
  if (deliveries.isPending) return <Loading what="the log" rows={2} />;
  if (deliveries.error) return <Failure what="The log" error={deliveries.error} retry={() => void deliveries.refetch()} />;
  if (deliveries.data.items.length === 0) return <p className="fl-quiet">Nothing was sent yet.</p>;
  return (
    <ul className="fl-plain" aria-label="Log of the webhook">
      {deliveries.data.items.map((one) => (
        <li key={one.id}>
          <Label isCompact color={one.state === 'delivered' ? 'green' : one.state === 'failed' ? 'red' : 'grey'}>
            {words(one.state)}
          </Label>{' '}
          {one.kind} <Time at={one.eventAt} />{' '}
          <span className="fl-quiet">
            {one.attempts} tries {one.lastStatus ?? one.lastError ?? ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AddHook({ onMade, onClose }: { onMade: (secret: string | undefined) => Promise<void>; onClose: () => void }) {
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const save = useMutation({
    mutationFn: () => addWebhook({ url: url.trim(), kinds: [], ...(description.trim() ? { description: description.trim() } : {}) }),
    onSuccess: (made) => onMade(made.secret),
  });
  return (
    <Ask title="New webhook" action="Add" isReady={url.trim() !== ''} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {save.error && <FieldErrors error={save.error} />}
      <FormGroup label="Address (https)" isRequired fieldId="hook-url">
        <TextInput id="hook-url" value={url} onChange={(_, value) => setUrl(value)} />
      </FormGroup>
      <FormGroup label="What it is for" fieldId="hook-description">
        <TextInput id="hook-description" value={description} onChange={(_, value) => setDescription(value)} />
      </FormGroup>
    </Ask>
  );
}

import { Button, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, Label, TextInput } from '@patternfly/react-core';
import { BellIcon, PlusIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  credentialsQuery, deliveriesQuery, makeWebhook, pingWebhook, removeWebhook, replayDelivery, rotateWebhook, switchWebhook, webhooksQuery, type Delivery, type MadeWebhook, type Webhook,
} from '../api/integrations';
import { Ask } from '../ui/Confirm';
import { number, words } from '../ui/format';
import { Panel } from '../ui/Page';
import { Facts, Failure, FieldErrors, Loading, Nothing, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Once } from './Once';

const kindChoices: [string, string][] = [
  ['', 'Every change'],
  ['case-opened,case-changed', 'Cases: opened, changed'],
  ['evidence-added', 'Evidence added'],
  ['lead-raised,lead-changed', 'Leads: raised, changed'],
];

export function Webhooks({ team }: { team: string }) {
  const client = useQueryClient();
  const list = useQuery(webhooksQuery(team));
  const [isMaking, setMaking] = useState(false);
  const [shown, setShown] = useState<MadeWebhook>();
  const refresh = () => client.invalidateQueries({ queryKey: ['integrations', team] });
  const items = list.data?.items ?? [];
  return (
    <Panel
      title="Webhooks"
      actions={
        <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setMaking(true)}>
          New webhook
        </Button>
      }
    >
      <p className="fl-quiet">Signed messages to other systems when something changes: ids and kinds only, and only of what the credential sees at that moment.</p>
      {shown && (
        <Once
          title="Signing secret"
          secret={shown.secret}
          hint={`For signatures v1 (HMAC-SHA256) of Standard Webhooks. Public key for v1a (Ed25519): ${shown.webhook.publicKey}`}
          onSeen={() => setShown(undefined)}
        />
      )}
      {list.isPending ? (
        <Loading what="webhooks" />
      ) : list.error ? (
        <Failure what="Webhooks" error={list.error} retry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title="No webhook yet" icon={BellIcon}>
          Register an address of the other system. It belongs to a credential, by whose access it is judged what is told.
        </Nothing>
      ) : (
        items.map((one) => <One key={one.id} team={team} webhook={one} onSecret={setShown} />)
      )}
      {isMaking && (
        <NewWebhook
          team={team}
          onMade={async (made) => {
            setShown(made);
            await refresh();
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Panel>
  );
}

const colours = { active: 'green', paused: 'blue', disabled: 'orange' } as const;

function One({ team, webhook, onSecret }: { team: string; webhook: Webhook; onSecret: (made: MadeWebhook) => void }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['integrations', team] });
  const ping = useMutation({
    mutationFn: () => pingWebhook(webhook.id),
    onSuccess: (answer) =>
      answer.isDelivered ? say('success', `It answered ${answer.status} in ${number(answer.millis)} ms`) : say('warning', 'The test message was not taken', answer.problem),
    onError: (error) => sayFailed('The test message', error),
  });
  const turn = useMutation({
    mutationFn: () => switchWebhook(webhook.id, webhook.state === 'active' ? 'paused' : 'active'),
    onSuccess: refresh,
    onError: (error) => sayFailed('Switching', error),
  });
  const rotate = useMutation({
    mutationFn: () => rotateWebhook(webhook.id),
    onSuccess: (made) => {
      onSecret(made);
      say('info', 'The old secret signs beside the new one for a day');
    },
    onError: (error) => sayFailed('The new secret', error),
  });
  const remove = useMutation({
    mutationFn: () => removeWebhook(webhook.id),
    onSuccess: async () => {
      say('success', 'The webhook is removed');
      await refresh();
    },
    onError: (error) => sayFailed('Removing', error),
  });
  return (
    <article className="fl-integration" aria-label={webhook.url}>
      <div className="fl-bar">
        <h3 className="fl-break">{webhook.url}</h3>
        <Label isCompact color={colours[webhook.state]}>
          {words(webhook.state)}
        </Label>
      </div>
      {webhook.stateReason && <p>{webhook.stateReason} Start it again once that is mended.</p>}
      <Facts
        items={[
          ['What for', webhook.description],
          ['Judged by the access of', webhook.clientId],
          ['Tells', webhook.kinds.length === 0 ? 'every change' : webhook.kinds.map(words).join(', ')],
          ['Made', <span key="m">{webhook.createdBy}, <Time at={webhook.createdAt} /></span>],
        ]}
      />
      <div className="fl-labels">
        <Button variant="secondary" size="sm" isLoading={ping.isPending} onClick={() => ping.mutate()}>
          Send a test message
        </Button>
        <Button variant="secondary" size="sm" isLoading={turn.isPending} onClick={() => turn.mutate()}>
          {webhook.state === 'active' ? 'Pause' : 'Start again'}
        </Button>
        <Button variant="secondary" size="sm" isLoading={rotate.isPending} onClick={() => rotate.mutate()}>
          New secret
        </Button>
        <Button variant="secondary" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the log' : 'Show the log'}
        </Button>
        <Button variant="link" size="sm" isDanger onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {isOpen && <Log webhook={webhook} />}
      {isRemoving && (
        <Ask title="Remove this webhook?" action="Remove" isBusy={remove.isPending} isReady onConfirm={() => remove.mutate()} onClose={() => setRemoving(false)}>
          <p className="fl-break">Nothing more is told to {webhook.url}, and its log goes with it. To stop it for a while, pause it.</p>
        </Ask>
      )}
    </article>
  );
}

function Log({ webhook }: { webhook: Webhook }) {
  const client = useQueryClient();
  const log = useQuery(deliveriesQuery(webhook.id));
  const replay = useMutation({
    mutationFn: (one: Delivery) => replayDelivery(webhook.id, one.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['integrations', 'deliveries', webhook.id] }),
    onError: (error) => sayFailed('Telling it again', error),
  });
  if (log.isPending) return <Loading what="the log" />;
  if (log.error) return <Failure what="The log" error={log.error} retry={() => void log.refetch()} />;
  if (log.data.items.length === 0) return <Nothing title="Nothing told yet">Changes that this credential sees appear here with the receiver's answers.</Nothing>;
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label={`Told to ${webhook.url}`}>
        <Thead>
          <Tr>
            <Th>Happened</Th>
            <Th>What</Th>
            <Th>State</Th>
            <Th>Last answer</Th>
            <Th screenReaderText="Again" />
          </Tr>
        </Thead>
        <Tbody>
          {log.data.items.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel="Happened">
                <Time at={one.happenedAt} />
              </Td>
              <Td dataLabel="What">
                {words(one.kind)}{' '}
                {one.caseId && (
                  <Link to="/cases/$caseId" params={{ caseId: one.caseId }} search={{}}>
                    case
                  </Link>
                )}
              </Td>
              <Td dataLabel="State">
                <Label isCompact color={one.state === 'delivered' ? 'green' : one.state === 'failed' ? 'red' : 'blue'}>
                  {words(one.state)}
                </Label>{' '}
                <span className="fl-quiet">
                  {one.attempts} {one.attempts === 1 ? 'attempt' : 'attempts'}
                  {one.nextAt && one.attempts > 0 && (
                    <>
                      , next <Time at={one.nextAt} near />
                    </>
                  )}
                </span>
              </Td>
              <Td dataLabel="Last answer">
                {one.lastProblem ?? (one.lastStatus ? `${one.lastStatus} in ${number(one.lastMillis ?? 0)} ms` : '–')}
              </Td>
              <Td>
                {one.state !== 'pending' && (
                  <Button variant="link" size="sm" isInline onClick={() => replay.mutate(one)} aria-label={`Tell it again: ${words(one.kind)}, ${one.happenedAt}`}>
                    Tell it again
                  </Button>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function NewWebhook({ team, onMade, onClose }: { team: string; onMade: (made: MadeWebhook) => Promise<void>; onClose: () => void }) {
  const credentials = useQuery(credentialsQuery(team));
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [clientId, setClientId] = useState('');
  const [kinds, setKinds] = useState('');
  const clients = credentials.data?.items.filter((one) => one.isEnabled) ?? [];
  const chosen = clientId || clients[0]?.clientId || '';
  const make = useMutation({
    mutationFn: () => makeWebhook({ team, clientId: chosen, url: url.trim(), description: description.trim(), kinds: kinds ? kinds.split(',') : [] }),
    onSuccess: async (made) => {
      await onMade(made);
      onClose();
    },
  });
  return (
    <Ask title="New webhook" action="Register it" isBusy={make.isPending} isReady={url.trim() !== '' && chosen !== ''} onConfirm={() => make.mutate()} onClose={onClose}>
      <FormGroup label="Address" fieldId="webhook-url" isRequired>
        <TextInput id="webhook-url" type="url" value={url} onChange={(_, value) => setUrl(value)} placeholder="https://…" />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>HTTPS, on the open internet. Redirects are not followed.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <FormGroup label="Judged by the access of" fieldId="webhook-client" isRequired>
        {credentials.isPending ? (
          <Loading what="credentials" />
        ) : clients.length === 0 ? (
          <p>The team has no credential that is switched on. Make one first, with the scope cases:read.</p>
        ) : (
          <FormSelect id="webhook-client" value={chosen} onChange={(_, value) => setClientId(value)}>
            {clients.map((one) => (
              <FormSelectOption key={one.clientId} value={one.clientId} label={`${one.name} (${one.scopes.join(', ')})`} />
            ))}
          </FormSelect>
        )}
      </FormGroup>
      <FormGroup label="Tells" fieldId="webhook-kinds">
        <FormSelect id="webhook-kinds" value={kinds} onChange={(_, value) => setKinds(value)}>
          {kindChoices.map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="What for" fieldId="webhook-description">
        <TextInput id="webhook-description" value={description} onChange={(_, value) => setDescription(value)} maxLength={200} />
      </FormGroup>
      {make.error && (
        <>
          <Failure what="The webhook" error={make.error} />
          <FieldErrors error={make.error} />
        </>
      )}
    </Ask>
  );
}

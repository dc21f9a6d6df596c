import { Button, Checkbox, FormGroup, FormHelperText, HelperText, HelperTextItem, Label, TextArea, TextInput } from '@patternfly/react-core';
import { KeyIcon, PlusIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { credentialsQuery, makeCredential, revokeCredential, rotateCredential, scopesQuery, switchCredential, type Credential, type Issued } from '../api/integrations';
import { Ask } from '../ui/Confirm';
import { Panel } from '../ui/Page';
import { Failure, FieldErrors, Loading, Nothing, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Once } from './Once';

type Asked = { what: 'make' } | { what: 'revoke' | 'rotate'; credential: Credential };

export function Credentials({ team }: { team: string }) {
  const client = useQueryClient();
  const list = useQuery(credentialsQuery(team));
  const [asked, setAsked] = useState<Asked>();
  const [shown, setShown] = useState<Issued>();
  const refresh = () => client.invalidateQueries({ queryKey: ['integrations', team] });
  const turn = useMutation({
    mutationFn: (one: Credential) => switchCredential(team, one.clientId, !one.isEnabled),
    onSuccess: async (one) => {
      say('success', one.isEnabled ? `${one.name} may get tokens again` : `${one.name} gets no more tokens`);
      await refresh();
    },
    onError: (error) => sayFailed('Switching', error),
  });
  const items = list.data?.items ?? [];
  return (
    <Panel
      title="Credentials"
      actions={
        <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAsked({ what: 'make' })}>
          New credential
        </Button>
      }
    >
      {shown?.secret && (
        <Once
          title={`Secret of ${shown.credential.name}`}
          secret={shown.secret}
          hint={`Client id ${shown.credential.clientId}. Tokens: POST ${shown.tokenUrl} with grant_type=client_credentials.`}
          onSeen={() => setShown(undefined)}
        />
      )}
      {list.isPending ? (
        <Loading what="credentials" />
      ) : list.error ? (
        <Failure what="Credentials" error={list.error} retry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title="No credential yet" icon={KeyIcon}>
          A credential lets another system send AIS or sightings, read cases or take dossiers out, for this team and with the scopes you give it.
        </Nothing>
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Credentials">
            <Thead>
              <Tr>
                <Th>Name</Th>
                <Th>Scopes</Th>
                <Th>Signs in by</Th>
                <Th>Made</Th>
                <Th screenReaderText="Actions" />
              </Tr>
            </Thead>
            <Tbody>
              {items.map((one) => (
                <Tr key={one.clientId}>
                  <Td dataLabel="Name">
                    <strong className="fl-break">{one.name}</strong> {!one.isEnabled && <Label isCompact color="orange">Switched off</Label>}
                    <div className="fl-quiet fl-break">{one.clientId}</div>
                  </Td>
                  <Td dataLabel="Scopes">
                    <span className="fl-labels">
                      {one.scopes.map((scope) => (
                        <Label key={scope} isCompact>
                          {scope}
                        </Label>
                      ))}
                    </span>
                  </Td>
                  <Td dataLabel="Signs in by">{one.authentication === 'secret' ? 'secret' : 'its own key'}</Td>
                  <Td dataLabel="Made">
                    {one.createdBy ? (
                      <>
                        {one.createdBy}, <Time at={one.createdAt} />
                      </>
                    ) : (
                      <span className="fl-quiet">with the installation</span>
                    )}
                  </Td>
                  <Td>
                    <span className="fl-labels">
                      {one.authentication === 'secret' && (
                        <Button variant="link" size="sm" isInline onClick={() => setAsked({ what: 'rotate', credential: one })} aria-label={`New secret for ${one.name}`}>
                          New secret
                        </Button>
                      )}
                      <Button variant="link" size="sm" isInline onClick={() => turn.mutate(one)} aria-label={`Switch ${one.isEnabled ? 'off' : 'on'} ${one.name}`}>
                        {one.isEnabled ? 'Switch off' : 'Switch on'}
                      </Button>
                      <Button variant="link" size="sm" isInline isDanger onClick={() => setAsked({ what: 'revoke', credential: one })} aria-label={`Revoke ${one.name}`}>
                        Revoke
                      </Button>
                    </span>
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      {asked?.what === 'make' && (
        <NewCredential
          team={team}
          onMade={async (made) => {
            setShown(made);
            if (!made.secret) say('success', `${made.credential.name} is ready`, `Client id ${made.credential.clientId}`);
            await refresh();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {(asked?.what === 'revoke' || asked?.what === 'rotate') && (
        <Sure
          team={team}
          what={asked.what}
          credential={asked.credential}
          onDone={async (made) => {
            setShown(made);
            await refresh();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}

function Sure({ team, what, credential, onDone, onClose }: { team: string; what: 'revoke' | 'rotate'; credential: Credential; onDone: (made: Issued | undefined) => Promise<void>; onClose: () => void }) {
  const act = useMutation({
    mutationFn: async () => {
      if (what === 'rotate') return rotateCredential(team, credential.clientId);
      await revokeCredential(team, credential.clientId);
      return undefined;
    },
    onSuccess: async (made) => {
      if (!made) say('success', `${credential.name} is revoked`);
      await onDone(made);
      onClose();
    },
    onError: (error) => sayFailed(what === 'rotate' ? 'The new secret' : 'Revoking', error),
  });
  return (
    <Ask
      title={what === 'rotate' ? `New secret for ${credential.name}?` : `Revoke ${credential.name}?`}
      action={what === 'rotate' ? 'Make a new secret' : 'Revoke'}
      isBusy={act.isPending}
      isReady
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      {what === 'rotate' ? (
        <p>The present secret ends at once. Whatever uses it fails until it has the new one.</p>
      ) : (
        <p>It gets no token any more, its webhooks stop, and this cannot be taken back. To stop it for a while, switch it off.</p>
      )}
    </Ask>
  );
}

function NewCredential({ team, onMade, onClose }: { team: string; onMade: (made: Issued) => Promise<void>; onClose: () => void }) {
  const scopes = useQuery(scopesQuery);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [keys, setKeys] = useState('');
  const parsed = parse(keys);
  const make = useMutation({
    mutationFn: () => makeCredential({ team, name: name.trim(), scopes: [...chosen], jwks: parsed.value }),
    onSuccess: async (made) => {
      await onMade(made);
      onClose();
    },
  });
  const toggle = (scope: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  };
  return (
    <Ask title="New credential" action="Make it" isBusy={make.isPending} isReady={name.trim().length >= 3 && chosen.size > 0 && !parsed.isBroken} onConfirm={() => make.mutate()} onClose={onClose}>
      <FormGroup label="Name of the system" fieldId="credential-name" isRequired>
        <TextInput id="credential-name" value={name} onChange={(_, value) => setName(value)} maxLength={60} />
      </FormGroup>
      <FormGroup label="What it may do" role="group" fieldId="credential-scopes" isRequired>
        {scopes.isPending && <Loading what="scopes" />}
        {scopes.data?.map((one) => (
          <Checkbox key={one.scope} id={`scope-${one.scope}`} label={one.meaning} description={one.scope} isChecked={chosen.has(one.scope)} onChange={(_, isOn) => toggle(one.scope, isOn)} />
        ))}
      </FormGroup>
      <FormGroup label="Public keys, if it signs its own tokens" fieldId="credential-keys">
        <TextArea id="credential-keys" value={keys} onChange={(_, value) => setKeys(value)} rows={3} validated={parsed.isBroken ? 'error' : 'default'} />
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant={parsed.isBroken ? 'error' : 'default'}>{parsed.isBroken ? 'This is not JSON.' : 'A JSON Web Key Set. Left empty, it gets a secret.'}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {make.error && (
        <>
          <Failure what="The credential" error={make.error} />
          <FieldErrors error={make.error} />
        </>
      )}
    </Ask>
  );
}

function parse(text: string): { value?: unknown; isBroken: boolean } {
  if (!text.trim()) return { isBroken: false };
  try {
    return { value: JSON.parse(text), isBroken: false };
  } catch {
    return { isBroken: true };
  }
}

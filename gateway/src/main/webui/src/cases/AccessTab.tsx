import { Alert, Button, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, Label, TextArea, TextInput, Title } from '@patternfly/react-core';
import { PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessQuery, addExclusion, addGrant, removeExclusion, removeGrant, type Access, type CaseFile, type Exclusion, type Grant } from '../api/cases';
import { peopleQuery } from '../api/gateway';
import { Ask } from '../ui/Confirm';
import { parseUtc, words } from '../ui/format';
import { Facts, Failure, Loading, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { HandlingLabel, VisibilityLabel } from './labels';

const who: Record<string, string> = {
  team: 'Everybody of the team, each as far as their own role reaches, and whoever is named below.',
  named: 'The leads of the team, and whoever is named below.',
  sealed: 'Whoever is named below, and nobody else.',
};

/** Who sees the case, and who does not. */
export function AccessTab({ file }: { file: CaseFile }) {
  const access = useQuery(accessQuery(file.id));
  const [asked, setAsked] = useState<'grant' | 'exclude'>();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'case', file.id] });
  const may = file.actions.includes('manage-access');
  const revoke = useMutation({
    mutationFn: (grant: Grant) => removeGrant(file.id, grant.id),
    onSuccess: async () => {
      say('success', 'Closed to them');
      await refresh();
    },
    onError: (error) => sayFailed('Closing', error),
  });
  const lift = useMutation({
    mutationFn: (exclusion: Exclusion) => removeExclusion(file.id, exclusion.id),
    onSuccess: async () => {
      say('success', 'No longer shut out');
      await refresh();
    },
    onError: (error) => sayFailed('Lifting', error),
  });
  if (access.isPending) return <Loading what="who sees the case" rows={5} />;
  if (access.error) return <Failure what="People and access" error={access.error} retry={() => void access.refetch()} />;
  const data = access.data;
  return (
    <div className="fl-tab">
      <Facts
        items={[
          ['Seen by', <span key="v"><VisibilityLabel visibility={data.visibility} /> {who[data.visibility]}</span>],
          ['Team', data.team],
          ['Handling', <HandlingLabel key="h" handling={data.handling} />],
          ['Compartments', data.compartments.join(', ')],
        ]}
      />
      <div className="fl-bar">
        <Title headingLevel="h2" size="md">
          Named in the case
        </Title>
        {may && (
          <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAsked('grant')}>
            Open to somebody
          </Button>
        )}
      </div>
      <Grants grants={data.grants} onRevoke={may ? (grant) => revoke.mutate(grant) : undefined} />
      {data.exclusions && (
        <>
          <div className="fl-bar">
            <Title headingLevel="h2" size="md">
              Shut out
            </Title>
            <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAsked('exclude')}>
              Shut somebody out
            </Button>
          </div>
          <p className="fl-quiet">For these people the case does not exist, whatever else they were given. They are not told, and only those who manage access see this list.</p>
          <Exclusions data={data} onLift={(exclusion) => lift.mutate(exclusion)} />
        </>
      )}
      {asked === 'grant' && <GrantForm file={file} onDone={refresh} onClose={() => setAsked(undefined)} />}
      {asked === 'exclude' && <ExclusionForm file={file} onDone={refresh} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function Grants({ grants, onRevoke }: { grants: Grant[]; onRevoke?: (grant: Grant) => void }) {
  if (grants.length === 0) return <p className="fl-quiet">Nobody beyond the team's own rule.</p>;
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label="Named in the case">
        <Thead>
          <Tr>
            <Th>Who</Th>
            <Th>As</Th>
            <Th>Until</Th>
            <Th>Given by</Th>
            <Th screenReaderText="Close" />
          </Tr>
        </Thead>
        <Tbody>
          {grants.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel="Who">
                {one.name} <span className="fl-quiet">{words(one.kind)}</span>
              </Td>
              <Td dataLabel="As">{words(one.role)}</Td>
              <Td dataLabel="Until">
                {one.expiresAt ? <Time at={one.expiresAt} near /> : 'for good'} {one.isExpired && <Label isCompact color="orange">Expired</Label>}
              </Td>
              <Td dataLabel="Given by">
                {one.grantedBy}, <Time at={one.grantedAt} />
                {one.reason && <div className="fl-quiet">{one.reason}</div>}
              </Td>
              <Td>{onRevoke && <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Close the case to ${one.name}`} onClick={() => onRevoke(one)} />}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function Exclusions({ data, onLift }: { data: Access; onLift: (exclusion: Exclusion) => void }) {
  const exclusions = data.exclusions ?? [];
  if (exclusions.length === 0) return <p className="fl-quiet">Nobody is shut out.</p>;
  return (
    <div className="fl-scroll-x">
      <Table variant="compact" aria-label="Shut out of the case">
        <Thead>
          <Tr>
            <Th>Who</Th>
            <Th>Why</Th>
            <Th>By</Th>
            <Th screenReaderText="Lift" />
          </Tr>
        </Thead>
        <Tbody>
          {exclusions.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel="Who">{one.name}</Td>
              <Td dataLabel="Why">{one.reason}</Td>
              <Td dataLabel="By">
                {one.excludedBy}, <Time at={one.excludedAt} />
              </Td>
              <Td>
                <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Let ${one.name} in again`} onClick={() => onLift(one)} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

const roles: [string, string][] = [
  ['viewer', 'Viewer: reads'],
  ['contributor', 'Contributor: adds leads, evidence, facts, notes'],
  ['investigator', 'Investigator: works on it'],
  ['reviewer', 'Reviewer: accepts or rejects findings'],
  ['lead', 'Lead: everything, and who else gets in'],
  ['external', 'External: reads, takes out the redacted dossier'],
];

function PersonChoice({ team, value, onChange }: { team: string; value: string; onChange: (id: string, name: string) => void }) {
  const people = useQuery(peopleQuery(team));
  if (people.error) return <Failure what="People" error={people.error} retry={() => void people.refetch()} />;
  const items = people.data?.items ?? [];
  return (
    <FormGroup label="Person of this team" fieldId="person">
      <FormSelect id="person" value={value} onChange={(_, id) => onChange(id, items.find((one) => one.id === id)?.username ?? id)}>
        <FormSelectOption value="" label={people.isPending ? 'Loading…' : 'Choose a person'} isPlaceholder />
        {items.filter((one) => !one.isMachine).map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={`${one.displayName ?? one.username} (${one.roles.map(words).join(', ') || 'no role'})`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

interface FormProps {
  file: CaseFile;
  onDone: () => Promise<void>;
  onClose: () => void;
}

function GrantForm({ file, onDone, onClose }: FormProps) {
  const [kind, setKind] = useState<'person' | 'team' | 'client'>('person');
  const [grantee, setGrantee] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('viewer');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const untilAt = until === '' ? undefined : parseUtc(until);
  const isUntilGood = until === '' || (untilAt !== undefined && Date.parse(untilAt) > Date.now());
  const save = useMutation({
    mutationFn: () =>
      addGrant(file.id, {
        kind,
        grantee: grantee.trim(),
        role,
        ...(name ? { name } : {}),
        ...(untilAt ? { expiresAt: untilAt } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      }),
    onSuccess: async (made) => {
      say('success', `Open to ${made.name}`);
      onClose();
      await onDone();
    },
    onError: (error) => sayFailed('Opening the case', error),
  });
  return (
    <Ask title="Open the case to somebody" action="Open" isReady={grantee.trim() !== '' && isUntilGood} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      <FormGroup label="To" fieldId="kind">
        <FormSelect
          id="kind"
          value={kind}
          onChange={(_, value) => {
            setKind(value as typeof kind);
            setGrantee('');
            setName('');
          }}
        >
          <FormSelectOption value="person" label="A person" />
          <FormSelectOption value="team" label="A whole team" />
          <FormSelectOption value="client" label="A machine (client)" />
        </FormSelect>
      </FormGroup>
      {kind === 'person' && (
        <PersonChoice
          team={file.team ?? ''}
          value={grantee}
          onChange={(id, label) => {
            setGrantee(id);
            setName(label);
          }}
        />
      )}
      <FormGroup label={{ person: 'or their id, from another team', team: 'Team, such as team-pacific', client: 'Client id' }[kind]} fieldId="grantee">
        <TextInput
          id="grantee"
          value={grantee}
          onChange={(_, value) => {
            setGrantee(value);
            setName('');
          }}
        />
      </FormGroup>
      <FormGroup label="As" fieldId="role">
        <FormSelect id="role" value={role} onChange={(_, value) => setRole(value)}>
          {roles.map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="Until (UTC)" fieldId="until">
        <TextInput id="until" value={until} placeholder="for good" onChange={(_, value) => setUntil(value)} validated={isUntilGood ? 'default' : 'error'} />
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant={isUntilGood ? 'default' : 'error'}>{isUntilGood ? 'Empty: for good' : 'A time to come, such as 2026-12-31 09:00'}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <FormGroup label="Why" fieldId="why">
        <TextInput id="why" value={reason} onChange={(_, value) => setReason(value)} />
      </FormGroup>
    </Ask>
  );
}

function ExclusionForm({ file, onDone, onClose }: FormProps) {
  const [subject, setSubject] = useState('');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => addExclusion(file.id, { subject, reason: reason.trim(), ...(name ? { name } : {}) }),
    onSuccess: async (made) => {
      say('success', `${made.name} is shut out`);
      onClose();
      await onDone();
    },
    onError: (error) => sayFailed('Shutting out', error),
  });
  return (
    <Ask title="Shut somebody out" action="Shut out" isReady={subject !== '' && reason.trim() !== ''} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      <Alert isInline isPlain variant="info" title="From now on the case does not exist for them: not in lists, search, counts or notices. What they saw before, they saw." />
      <PersonChoice
        team={file.team ?? ''}
        value={subject}
        onChange={(id, label) => {
          setSubject(id);
          setName(label);
        }}
      />
      <FormGroup label="Why" isRequired fieldId="why">
        <TextArea id="why" value={reason} onChange={(_, value) => setReason(value)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
    </Ask>
  );
}

import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../api/gateway';
import { session } from '../api/session';
import type { PersonRef } from '../api/work';
import { words } from './format';
import { Failure } from './parts';

/** The people of the team acted for. */
export function usePeople() {
  const people = useQuery({ ...peopleQuery(session.team() ?? ''), enabled: session.team() !== undefined });
  const items = (people.data?.items ?? []).filter((one) => !one.isMachine);
  const named = (subject: string): PersonRef | undefined => {
    const found = items.find((one) => one.id === subject);
    return found && { subject: found.id, name: found.username };
  };
  return { people, items, named };
}

interface Props {
  id: string;
  label: string;
  value: PersonRef | undefined;
  none: string;
  onChange: (person: PersonRef | undefined) => void;
}

export function PersonSelect({ id, label, value, none, onChange }: Props) {
  const { people, items, named } = usePeople();
  if (people.error) return <Failure what="People" error={people.error} retry={() => void people.refetch()} />;
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect id={id} value={value?.subject ?? ''} onChange={(_, subject) => onChange(named(subject))}>
        <FormSelectOption value="" label={people.isPending ? 'Loading…' : none} />
        {value && !items.some((one) => one.id === value.subject) && <FormSelectOption value={value.subject} label={value.name} />}
        {items.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={`${one.displayName ?? one.username} (${one.roles.map(words).join(', ') || 'no role'})`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

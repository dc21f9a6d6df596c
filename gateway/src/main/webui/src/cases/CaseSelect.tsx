import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { casesQuery } from '../api/cases';
import { Failure } from '../ui/parts';

/** One of the cases the caller sees. */
export function CaseSelect({ value, without, onChange }: { value: string; without?: string; onChange: (id: string) => void }) {
  const cases = useQuery(casesQuery('', ''));
  if (cases.error) return <Failure what="Cases" error={cases.error} retry={() => void cases.refetch()} />;
  return (
    <FormGroup label="Case" isRequired fieldId="other-case">
      <FormSelect id="other-case" value={value} onChange={(_, id) => onChange(id)}>
        <FormSelectOption value="" label={cases.isPending ? 'Loading…' : 'Choose a case'} isPlaceholder />
        {cases.data?.items
          .filter((one) => one.id !== without)
          .map((one) => (
            <FormSelectOption key={one.id} value={one.id} label={`${one.number} ${one.title}`} />
          ))}
      </FormSelect>
    </FormGroup>
  );
}

import { FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { words } from '../ui/format';

export function Help({ children, isError = false }: { children: ReactNode; isError?: boolean }) {
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem variant={isError ? 'error' : 'default'}>{children}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}

interface FigureProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  placeholder?: string;
}

/** A number a person types; a decimal comma is taken as what it means. */
export function Figure({ id, label, value, onChange, help, placeholder = 'not stated' }: FigureProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput id={id} inputMode="decimal" value={value} placeholder={placeholder} onChange={(_, text) => onChange(text.replace(',', '.').replace(/[^\d.]/g, ''))} aria-describedby={help ? `${id}-help` : undefined} />
      {help && <div id={`${id}-help`}><Help>{help}</Help></div>}
    </FormGroup>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
  none?: string;
  text?: (option: string) => string;
}

export function Choice({ id, label, value, options, onChange, none = 'Not stated', text = words }: ChoiceProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect id={id} value={value} onChange={(_, chosen) => onChange(chosen)}>
        <FormSelectOption value="" label={none} />
        {options.map((option) => (
          <FormSelectOption key={option} value={option} label={text(option)} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

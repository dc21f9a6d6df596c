/** What can be asked about, and the particulars that are compared. */
export const schemas: [string, string][] = [
  ['vessel', 'A ship'],
  ['person', 'A person'],
  ['company', 'A company or organisation'],
  ['party', 'A party: person or company'],
];

export interface Field {
  name: string;
  label: string;
  hint?: string;
}

const ship: Field[] = [
  { name: 'name', label: 'Name' },
  { name: 'imo', label: 'IMO number', hint: 'seven digits' },
  { name: 'mmsi', label: 'MMSI', hint: 'nine digits' },
  { name: 'callSign', label: 'Call sign' },
  { name: 'flag', label: 'Flag' },
  { name: 'buildYear', label: 'Year built' },
];
const person: Field[] = [
  { name: 'name', label: 'Name', hint: 'any script' },
  { name: 'birthDate', label: 'Born', hint: '1960-03-01, or the year' },
  { name: 'country', label: 'Country' },
  { name: 'identifier', label: 'Passport or other number' },
];
const company: Field[] = [
  { name: 'name', label: 'Name', hint: 'any script' },
  { name: 'companyImo', label: 'Company IMO number', hint: 'seven digits' },
  { name: 'country', label: 'Country' },
  { name: 'identifier', label: 'Registration number' },
];

export function fieldsOf(schema: string): Field[] {
  if (schema === 'vessel') return ship;
  return schema === 'company' ? company : person;
}

export const bands: Record<string, { text: string; color: 'red' | 'orange' | 'yellow' | 'grey' | 'blue' }> = {
  strong: { text: 'Strong', color: 'red' },
  likely: { text: 'Likely', color: 'orange' },
  possible: { text: 'Possible', color: 'yellow' },
  weak: { text: 'Weak', color: 'grey' },
  contradicted: { text: 'Contradicted', color: 'blue' },
};

/** Effects as a person reads them: `+0.24` raises, `−0.50` lowers. */
export function effect(value: number): string {
  if (Math.abs(value) < 0.005) return '0.00';
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
}

/** Rounded down: no score is 1. */
export function scoreText(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2);
}

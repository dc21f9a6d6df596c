import {
  Alert, Button, Form, FormGroup, FormSelect, FormSelectOption, Tab, Tabs, TabTitleText, TextInput,
} from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { screen, type Asked } from '../api/screening';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Loading } from '../ui/parts';
import { Answers } from './Answers';
import { Batch } from './Batch';
import { KeptScreenings } from './KeptScreenings';
import { fieldsOf, schemas } from './fields';

const route = getRouteApi('/screen');

/** Is this ship or party one of those on the lists, how likely, and why. */
export function ScreenPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tab = search.tab ?? 'one';
  return (
    <Sheet title="Screen" lead="Is this ship or party one of those on the lists, how likely, and why? A score is a reason to look, never a finding.">
      <Tabs activeKey={tab} onSelect={(_, key) => void navigate({ search: (old) => ({ ...old, tab: String(key) }) })} aria-label="Ways to screen">
        <Tab eventKey="one" tabContentId="screen-part" title={<TabTitleText>One</TabTitleText>} />
        <Tab eventKey="batch" tabContentId="screen-part" title={<TabTitleText>A table</TabTitleText>} />
        <Tab eventKey="kept" tabContentId="screen-part" title={<TabTitleText>Earlier screenings</TabTitleText>} />
      </Tabs>
      <div id="screen-part" role="tabpanel" aria-label="Screening">
        {tab === 'batch' ? <Batch /> : tab === 'kept' ? <KeptScreenings /> : <One />}
      </div>
    </Sheet>
  );
}

function One() {
  const [schema, setSchema] = useState('vessel');
  const [values, setValues] = useState<Record<string, string>>({});
  const [asOf, setAsOf] = useState('');
  const [threshold, setThreshold] = useState('0.70');
  const run = useMutation({ mutationFn: (asked: Asked) => screen(asked) });
  const properties = Object.fromEntries(
    fieldsOf(schema).map(({ name }) => [name, (values[name] ?? '').trim()] as const).filter(([, value]) => value !== ''),
  );
  const isReady = Object.keys(properties).length > 0;
  const ask = () => run.mutate({ schema, properties, asOf: asOf || undefined, threshold: Number(threshold) });
  return (
    <div className="fl-screen">
      <Panel title="Who is asked about">
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady && !run.isPending) ask();
          }}
        >
          <FormGroup label="What it is" fieldId="screen-schema">
            <FormSelect id="screen-schema" value={schema} onChange={(_, value) => setSchema(value)}>
              {schemas.map(([value, label]) => (
                <FormSelectOption key={value} value={value} label={label} />
              ))}
            </FormSelect>
          </FormGroup>
          {fieldsOf(schema).map(({ name, label, hint }) => (
            <FormGroup key={name} label={label} fieldId={`screen-${name}`}>
              <TextInput id={`screen-${name}`} placeholder={hint} value={values[name] ?? ''} onChange={(_, value) => setValues((old) => ({ ...old, [name]: value }))} />
            </FormGroup>
          ))}
          <FormGroup label="As of (UTC day; empty for now)" fieldId="screen-as-of">
            <TextInput id="screen-as-of" type="date" value={asOf} onChange={(_, value) => setAsOf(value)} />
          </FormGroup>
          <FormGroup label="Lowest score shown" fieldId="screen-threshold">
            <FormSelect id="screen-threshold" value={threshold} onChange={(_, value) => setThreshold(value)}>
              <FormSelectOption value="0.40" label="0.40: also what is contradicted" />
              <FormSelectOption value="0.50" label="0.50: possible" />
              <FormSelectOption value="0.70" label="0.70: likely" />
              <FormSelectOption value="0.95" label="0.95: strong" />
            </FormSelect>
          </FormGroup>
          <Button type="submit" isDisabled={!isReady} isLoading={run.isPending}>
            Screen
          </Button>
        </Form>
      </Panel>
      <section className="fl-screen-answers" aria-live="polite" aria-label="Answer">
        {run.isPending ? (
          <Loading what="the answer" />
        ) : run.error ? (
          <Failure what="Screening" error={run.error} retry={ask} />
        ) : run.data ? (
          <Answers answer={run.data} query="query" onSuppressed={ask} />
        ) : (
          <Alert isInline isPlain variant="info" component="p" title="A name or a number is enough. More particulars tell namesakes apart: an IMO number settles it." />
        )}
      </section>
    </div>
  );
}

import { Button, FormGroup, FormSelect, FormSelectOption, SearchInput, TextArea, TextInput } from '@patternfly/react-core';
import { FolderOpenIcon, PlusIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { casesQuery, newCase, type Visibility } from '../api/cases';
import { openFromTemplate, templatesQuery } from '../api/work';
import { PriorityLabel } from '../inbox/look';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';
import { sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';
import { HandlingLabel, StateLabel, VisibilityLabel } from './labels';

const route = getRouteApi('/cases');
const states = ['triage', 'open', 'in-review', 'on-hold', 'reopened', 'closed'];

export function CasesPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const q = search.q ?? '';
  const cases = useQuery(casesQuery(useDeferredValue(q), search.state ?? ''));
  const [isNew, setNew] = useState(false);
  const show = (next: Partial<typeof search>) => void navigate({ to: '/cases', search: { ...search, ...next }, replace: true });
  const items = cases.data?.items ?? [];
  return (
    <Sheet
      title="Cases"
      lead="Your team's files, and those opened to you. Nobody else sees them, nor that they exist."
      actions={
        <Button icon={<PlusIcon />} onClick={() => setNew(true)}>
          New case
        </Button>
      }
    >
      <div className="fl-filters">
        <SearchInput aria-label="Search cases" placeholder="Title, number or vessel" value={q} onChange={(_, value) => show({ q: value || undefined })} onClear={() => show({ q: undefined })} />
        <FormSelect className="fl-short-select" aria-label="State" value={search.state ?? ''} onChange={(_, value) => show({ state: value || undefined })}>
          <FormSelectOption value="" label="All states" />
          {states.map((state) => (
            <FormSelectOption key={state} value={state} label={words(state)} />
          ))}
        </FormSelect>
      </div>
      {cases.isPending ? (
        <Loading what="cases" rows={6} />
      ) : cases.error ? (
        <Failure what="Cases" error={cases.error} retry={() => void cases.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title={q || search.state ? 'No case fits' : 'No case yet'} icon={FolderOpenIcon}>
          {q || search.state ? 'Try another word or state.' : 'Open one from a lead in the inbox, or start an empty one.'}
        </Nothing>
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Cases">
            <Thead>
              <Tr>
                <Th>Number</Th>
                <Th>Title</Th>
                <Th>State</Th>
                <Th>Priority</Th>
                <Th>Subjects</Th>
                <Th>Evidence</Th>
                <Th>Changed</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map((one) => (
                <Tr key={one.id}>
                  <Td dataLabel="Number" className="fl-nowrap fl-figure">
                    {one.number}
                  </Td>
                  <Td dataLabel="Title">
                    <Link to="/cases/$caseId" params={{ caseId: one.id }} search={{}}>
                      <Words text={one.title} />
                    </Link>{' '}
                    {one.isSynthetic && <Synthetic />}
                  </Td>
                  <Td dataLabel="State">
                    <span className="fl-labels">
                      <StateLabel state={one.state} />
                      <HandlingLabel handling={one.handling} />
                      {one.visibility !== 'team' && <VisibilityLabel visibility={one.visibility} />}
                    </span>
                  </Td>
                  <Td dataLabel="Priority">
                    <PriorityLabel priority={one.priority} />
                  </Td>
                  <Td dataLabel="Subjects">{one.subjects.map((subject) => subject.name ?? subject.mmsi ?? subject.imo).join(', ')}</Td>
                  <Td dataLabel="Evidence">{one.counts.evidence}</Td>
                  <Td dataLabel="Changed" className="fl-nowrap">
                    <Time at={one.changedAt ?? one.openedAt} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      {isNew && <NewCase onClose={() => setNew(false)} />}
    </Sheet>
  );
}

function NewCase({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useDraft('new-case-title');
  const [summary, setSummary] = useDraft('new-case-summary');
  const [visibility, setVisibility] = useState<Visibility>('team');
  const [handling, setHandling] = useState('tlp-amber');
  const [template, setTemplate] = useState('');
  const templates = useQuery(templatesQuery).data?.items.filter((one) => !one.isRetired) ?? [];
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      const opened = template
        ? await openFromTemplate(template, title.trim())
        : await newCase({ title: title.trim(), visibility, handling, ...(summary.trim() ? { summary: summary.trim() } : {}) });
      setTitle('');
      setSummary('');
      void client.invalidateQueries({ queryKey: ['cases', 'list'] });
      await navigate({ to: '/cases/$caseId', params: { caseId: opened.id }, search: {} });
    } catch (error) {
      sayFailed('Opening a case', error);
      setBusy(false);
    }
  };
  return (
    <Ask title="New case" action="Open case" isReady={title.trim() !== ''} isBusy={isBusy} onConfirm={() => void confirm()} onClose={onClose}>
      {templates.length > 0 && (
        <FormGroup label="Begins with" fieldId="template">
          <FormSelect id="template" value={template} onChange={(_, value) => setTemplate(value)}>
            <FormSelectOption value="" label="Nothing" />
            {templates.map((one) => (
              <FormSelectOption key={one.id} value={one.id} label={`${one.name} (${one.content.tasks.length} tasks)`} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      <FormGroup label="Title" isRequired fieldId="title">
        <TextInput id="title" value={title} onChange={(_, value) => setTitle(value)} autoFocus />
      </FormGroup>
      {template === '' && (
        <>
          <FormGroup label="Summary" fieldId="summary">
            <TextArea id="summary" value={summary} onChange={(_, value) => setSummary(value)} rows={4} resizeOrientation="vertical" />
          </FormGroup>
          <FormGroup label="Seen by" fieldId="visibility">
            <FormSelect id="visibility" value={visibility} onChange={(_, value) => setVisibility(value as Visibility)}>
              <FormSelectOption value="team" label="The team" />
              <FormSelectOption value="named" label="Named people and the team's leads" />
              <FormSelectOption value="sealed" label="Named people only (sealed)" />
            </FormSelect>
          </FormGroup>
          <FormGroup label="Handling" fieldId="handling">
            <FormSelect id="handling" value={handling} onChange={(_, value) => setHandling(value)}>
              {['tlp-clear', 'tlp-green', 'tlp-amber', 'tlp-amber-strict', 'tlp-red'].map((one) => (
                <FormSelectOption key={one} value={one} label={one.toUpperCase().replace('TLP-', 'TLP:').replace('AMBER-', 'AMBER+')} />
              ))}
            </FormSelect>
          </FormGroup>
        </>
      )}
    </Ask>
  );
}

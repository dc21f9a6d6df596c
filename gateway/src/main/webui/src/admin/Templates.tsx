import { Button, FormGroup, FormSelect, FormSelectOption, Label, TextArea, TextInput } from '@patternfly/react-core';
import { FileAltIcon, PencilAltIcon, PlusIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addTemplate, changeTemplate, templatesQuery, type Template } from '../api/work';
import { Ask } from '../ui/Confirm';
import { words } from '../ui/format';
import { FieldErrors, Failure, Loading, Nothing } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';
import { durationOf, linesOf, tasksOf } from './taskLines';

/** What a case of a kind begins with. */
export function Templates({ may }: { may: boolean }) {
  const templates = useQuery(templatesQuery);
  const client = useQueryClient();
  const [shown, setShown] = useState<Template | 'new'>();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'templates'] });
  const retire = useMutation({
    mutationFn: (one: Template) => changeTemplate(one, { name: one.name, content: one.content, isRetired: !one.isRetired }),
    onSuccess: refresh,
    onError: (error) => sayFailed('The template', error),
  });
  if (templates.isPending) return <Loading what="templates" />;
  if (templates.error) return <Failure what="Templates" error={templates.error} retry={() => void templates.refetch()} />;
  const add = may && (
    <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setShown('new')}>
      New template
    </Button>
  );
  return (
    <>
      {templates.data.items.length === 0 ? (
        <Nothing title="No template yet" icon={FileAltIcon} action={add}>
          A template gives a new case its tasks, tags, priority and who sees it.
        </Nothing>
      ) : (
        <>
          <div className="fl-bar">{add}</div>
          <ul className="fl-register" aria-label="Templates">
            {templates.data.items.map((one) => (
              <li key={one.id}>
                <div className="fl-register-head">
                  <strong>
                    <Words text={one.name} />
                  </strong>
                  {one.isRetired && <Label isCompact>Retired</Label>}
                  <span className="fl-quiet">
                    {one.content.tasks.length} tasks{one.content.priority ? ` · ${words(one.content.priority)}` : ''}
                    {one.content.visibility ? ` · ${words(one.content.visibility)}` : ''}
                  </span>
                  <span className="fl-grow" />
                  {may && (
                    <>
                      <Button variant="plain" size="sm" icon={<PencilAltIcon />} aria-label={`Change ${one.name}`} onClick={() => setShown(one)} />
                      <Button variant="link" size="sm" onClick={() => retire.mutate(one)}>
                        {one.isRetired ? 'Offer again' : 'Retire'}
                      </Button>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown && <TemplateForm template={shown === 'new' ? undefined : shown} onDone={refresh} onClose={() => setShown(undefined)} />}
    </>
  );
}

function TemplateForm({ template, onDone, onClose }: { template: Template | undefined; onDone: () => Promise<void>; onClose: () => void }) {
  const content = template?.content;
  const [name, setName] = useState(template?.name ?? '');
  const [summary, setSummary] = useState(content?.summary ?? '');
  const [priority, setPriority] = useState(content?.priority ?? 'normal');
  const [visibility, setVisibility] = useState(content?.visibility ?? 'team');
  const [tags, setTags] = useState(content?.tags.join(', ') ?? '');
  const [days, setDays] = useState(content?.dueWithin?.match(/^P(\d+)D$/)?.[1] ?? '');
  const [lines, setLines] = useState(linesOf(content?.tasks ?? []));
  const save = useMutation({
    mutationFn: () => {
      const body = {
        name: name.trim(),
        isRetired: template?.isRetired ?? false,
        content: {
          ...(summary.trim() ? { summary: summary.trim() } : {}),
          priority,
          visibility,
          ...durationOf(days),
          tags: tags.split(',').map((one) => one.trim()).filter((one) => one !== ''),
          tasks: tasksOf(lines),
        },
      };
      return template ? changeTemplate(template, body) : addTemplate(body);
    },
    onSuccess: async () => {
      say('success', 'Template saved');
      onClose();
      await onDone();
    },
    onError: (error) => sayFailed('The template', error),
  });
  return (
    <Ask title={template ? 'Change the template' : 'New template'} action="Save" isReady={name.trim() !== ''} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {save.error && <FieldErrors error={save.error} />}
      <FormGroup label="Name" isRequired fieldId="template-name">
        <TextInput id="template-name" value={name} onChange={(_, value) => setName(value)} />
      </FormGroup>
      <FormGroup label="Tasks, one a line; days to do it after a comma" fieldId="template-tasks">
        <TextArea id="template-tasks" value={lines} rows={6} resizeOrientation="vertical" placeholder={'Look at the coverage, 2\nLook for images, 5'} onChange={(_, value) => setLines(value)} />
      </FormGroup>
      <FormGroup label="Summary to begin with" fieldId="template-summary">
        <TextArea id="template-summary" value={summary} rows={3} resizeOrientation="vertical" onChange={(_, value) => setSummary(value)} />
      </FormGroup>
      <FormGroup label="Tags, with commas between" fieldId="template-tags">
        <TextInput id="template-tags" value={tags} onChange={(_, value) => setTags(value)} />
      </FormGroup>
      <div className="fl-pair">
        <FormGroup label="Priority" fieldId="template-priority">
          <FormSelect id="template-priority" value={priority} onChange={(_, value) => setPriority(value)}>
            {['low', 'normal', 'high', 'urgent'].map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label="Seen by" fieldId="template-visibility">
          <FormSelect id="template-visibility" value={visibility} onChange={(_, value) => setVisibility(value)}>
            {['team', 'named', 'sealed'].map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
      </div>
      <FormGroup label="Due after how many days" fieldId="template-days">
        <TextInput id="template-days" type="number" value={days} onChange={(_, value) => setDays(value)} />
      </FormGroup>
    </Ask>
  );
}

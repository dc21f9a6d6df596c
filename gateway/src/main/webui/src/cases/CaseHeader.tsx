import { Button, Dropdown, DropdownItem, DropdownList, FormGroup, FormSelect, FormSelectOption, MenuToggle, Label, TextArea, Title } from '@patternfly/react-core';
import { DownloadIcon, PencilAltIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { casePath, findingsQuery, type CaseFile } from '../api/cases';
import { downloadAddress } from '../api/client';
import { PriorityLabel } from '../inbox/look';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { Synthetic, Time } from '../ui/parts';
import { Words } from '../ui/Words';
import { HandlingLabel, StateLabel, VisibilityLabel } from './labels';
import { EditCase } from './EditCase';
import type { CaseActions } from './useCase';

type Transition = CaseFile['transitions'][number];

export function CaseHeader({ file, actions }: { file: CaseFile; actions: CaseActions }) {
  const [isOpen, setOpen] = useState(false);
  const [moving, setMoving] = useState<Transition>();
  const [isEditing, setEditing] = useState(false);
  const findings = useQuery(findingsQuery(file.id));
  const isDraft = findings.data?.items.some((one) => one.state === 'draft' || one.state === 'proposed') ?? false;
  return (
    <header className="fl-case-head">
      <div className="fl-case-title">
        <span className="fl-figure fl-quiet">
          <Link to="/cases" search={{}}>
            Cases
          </Link>{' '}
          / {file.number}
        </span>
        <Title headingLevel="h1" size="xl">
          <Words text={file.title} />
        </Title>
      </div>
      <span className="fl-labels">
        <StateLabel state={file.state} />
        {file.outcome && <span className="fl-quiet">{words(file.outcome)}</span>}
        <PriorityLabel priority={file.priority} />
        <HandlingLabel handling={file.handling} />
        {file.visibility !== 'team' && <VisibilityLabel visibility={file.visibility} />}
        {file.isSynthetic && <Synthetic />}
        {file.work.hold && (
          <Label isCompact color="purple" title={file.work.hold.reason}>
            Legal hold
          </Label>
        )}
        {file.work.dueAt &&
          (file.work.isOverdue ? (
            <Label isCompact color="orange">
              Overdue
            </Label>
          ) : (
            <span className="fl-quiet">
              due <Time at={file.work.dueAt} />
            </span>
          ))}
        {file.work.tags.map((tag) => (
          <Label key={tag} isCompact variant="outline">
            <Words text={tag} />
          </Label>
        ))}
        {file.work.investigator && <span className="fl-quiet">led by {file.work.investigator.name}</span>}
      </span>
      <span className="fl-grow" />
      <span className="fl-actions">
        {file.transitions.length > 0 && (
          <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            toggle={(ref) => (
              <MenuToggle ref={ref} size="sm" isExpanded={isOpen} onClick={() => setOpen(!isOpen)} isDisabled={actions.move.isPending}>
                Change state
              </MenuToggle>
            )}
          >
            <DropdownList>
              {file.transitions.map((one) => (
                <DropdownItem key={one.to} onClick={() => setMoving(one)}>
                  {words(one.to)}
                </DropdownItem>
              ))}
            </DropdownList>
          </Dropdown>
        )}
        {file.actions.includes('edit') && (
          <Button variant="secondary" size="sm" icon={<PencilAltIcon />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
        {file.actions.includes('export') && (
          <Button component="a" href={downloadAddress(`${casePath(file.id)}/export`, isDraft ? { draft: true } : {})} download variant="secondary" size="sm" icon={<DownloadIcon />} title={isDraft ? 'A finding waits for its second person: the export is marked as a draft.' : undefined}>
            {isDraft ? 'Export draft' : 'Export'}
          </Button>
        )}
      </span>
      {moving && <Move file={file} to={moving} actions={actions} onClose={() => setMoving(undefined)} />}
      {isEditing && <EditCase file={file} actions={actions} onClose={() => setEditing(false)} />}
    </header>
  );
}

const outcomes = ['substantiated', 'unsubstantiated', 'inconclusive', 'referred', 'duplicate'];

function Move({ file, to, actions, onClose }: { file: CaseFile; to: Transition; actions: CaseActions; onClose: () => void }) {
  const [reason, setReason] = useDraft(`move-${file.id}`);
  const [outcome, setOutcome] = useState('');
  const needsOutcome = to.needsOutcome || to.to === 'closed';
  const needsReason = to.needsReason || to.to === 'on-hold' || to.to === 'reopened';
  const confirm = () =>
    actions.move.mutate(
      { to: to.to, ...(reason.trim() ? { reason: reason.trim() } : {}), ...(outcome ? { outcome } : {}) },
      {
        onSuccess: () => {
          setReason('');
          onClose();
        },
      },
    );
  return (
    <Ask title={`${file.number}: ${words(file.state)} → ${words(to.to)}`} action={words(to.to)} isReady={(!needsOutcome || outcome !== '') && (!needsReason || reason.trim() !== '')} isBusy={actions.move.isPending} onConfirm={confirm} onClose={onClose}>
      {needsOutcome && (
        <FormGroup label="Outcome" isRequired fieldId="outcome">
          <FormSelect id="outcome" value={outcome} onChange={(_, value) => setOutcome(value)}>
            <FormSelectOption value="" label="Choose an outcome" isPlaceholder />
            {outcomes.map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      <FormGroup label="Reason" isRequired={needsReason} fieldId="reason">
        <TextArea id="reason" value={reason} onChange={(_, value) => setReason(value)} rows={3} autoFocus resizeOrientation="vertical" />
      </FormGroup>
    </Ask>
  );
}

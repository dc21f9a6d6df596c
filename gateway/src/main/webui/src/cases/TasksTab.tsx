import { Button, Checkbox, FormGroup, FormSelect, FormSelectOption, Label, TextArea, TextInput } from '@patternfly/react-core';
import { PencilAltIcon, PlusIcon, TasksIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile } from '../api/cases';
import { asProblem } from '../api/problem';
import { changeTask, openTask, task as taskSchema, tasksQuery, wordsOf, type PersonRef, type Task, type TaskWords } from '../api/work';
import { Ask } from '../ui/Confirm';
import { Differs } from '../ui/Differs';
import { useDraft } from '../ui/draft';
import { parseUtc, utc, words } from '../ui/format';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { PersonSelect } from '../ui/People';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';

const states = ['open', 'in-progress', 'done', 'dropped'];
const isSettled = (one: Task) => one.state === 'done' || one.state === 'dropped';

/** What has to be done in the case, and by when. */
export function TasksTab({ file }: { file: CaseFile }) {
  const tasks = useQuery(tasksQuery(file.id));
  const client = useQueryClient();
  const [shown, setShown] = useState<Task | 'new'>();
  const may = file.actions.includes('contribute');
  const refresh = () => client.invalidateQueries({ queryKey: ['cases', 'case', file.id] });
  const tick = useMutation({
    mutationFn: (one: Task) => changeTask(one, { ...wordsOf(one), state: isSettled(one) ? 'open' : 'done' }),
    onSuccess: refresh,
    onError: async (error) => {
      sayFailed('The task', error);
      await refresh();
    },
  });
  if (tasks.isPending) return <Loading what="the tasks" />;
  if (tasks.error) return <Failure what="Tasks" error={tasks.error} retry={() => void tasks.refetch()} />;
  const add = may && (
    <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setShown('new')}>
      New task
    </Button>
  );
  const items = [...tasks.data.items].sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)));
  return (
    <div className="fl-tab fl-narrow">
      {items.length === 0 ? (
        <Nothing title="No task yet" icon={TasksIcon} action={add}>
          {may ? 'Say what has to be done, by whom and by when.' : 'The case is closed, or your role does not add tasks.'}
        </Nothing>
      ) : (
        <>
          <div className="fl-bar">
            <span className="fl-quiet fl-figure">
              {items.filter((one) => !isSettled(one)).length} to do · {items.filter((one) => one.isOverdue).length} overdue · {items.filter(isSettled).length} settled
            </span>
            <span className="fl-grow" />
            {add}
          </div>
          <ul className="fl-register" aria-label="Tasks of the case">
            {items.map((one) => (
              <li key={one.id} className={isSettled(one) ? 'fl-task-settled' : undefined}>
                <div className="fl-register-head">
                  <Checkbox id={`task-${one.id}`} aria-label={`Done: ${one.title}`} isChecked={one.state === 'done'} isDisabled={!may || tick.isPending} onChange={() => tick.mutate(one)} />
                  <strong>
                    <Words text={one.title} />
                  </strong>
                  {one.state !== 'open' && <Label isCompact>{words(one.state)}</Label>}
                  {one.isOverdue && (
                    <Label isCompact color="orange">
                      Overdue
                    </Label>
                  )}
                  {one.origin && (
                    <Label isCompact variant="outline">
                      Asked for by the platform
                    </Label>
                  )}
                  <span className="fl-grow" />
                  {may && <Button variant="plain" size="sm" icon={<PencilAltIcon />} aria-label={`Change: ${one.title}`} onClick={() => setShown(one)} />}
                </div>
                {one.detail && (
                  <div className="fl-summary">
                    <Words text={one.detail} />
                  </div>
                )}
                <div className="fl-quiet fl-register-meta">
                  <span>{one.assignee ? one.assignee.name : 'Nobody yet'}</span>
                  {one.dueAt && (
                    <span>
                      due <Time at={one.dueAt} near />
                    </span>
                  )}
                  <span>
                    by {one.createdBy}, <Time at={one.createdAt} />
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown && <TaskForm caseId={file.id} task={shown === 'new' ? undefined : shown} onDone={refresh} onClose={() => setShown(undefined)} />}
    </div>
  );
}

function TaskForm({ caseId, task, onDone, onClose }: { caseId: string; task: Task | undefined; onDone: () => Promise<void>; onClose: () => void }) {
  const [base, setBase] = useState(task);
  const [other, setOther] = useState<Task>();
  const [title, setTitle] = useDraft(`task-title-${task?.id ?? caseId}`, task?.title);
  const [detail, setDetail] = useDraft(`task-detail-${task?.id ?? caseId}`, task?.detail);
  const [state, setState] = useState(task?.state ?? 'open');
  const [assignee, setAssignee] = useState<PersonRef | undefined>(task?.assignee);
  const [due, setDue] = useState(task?.dueAt ? task.dueAt.slice(0, 16).replace('T', ' ') : '');
  const dueAt = due === '' ? undefined : parseUtc(due);
  const isDueGood = due === '' || dueAt !== undefined;
  const body: TaskWords = { title: title.trim(), state, ...(detail.trim() ? { detail: detail.trim() } : {}), ...(assignee ? { assignee } : {}), ...(dueAt ? { dueAt } : {}) };
  const save = useMutation({
    mutationFn: () => (base ? changeTask(base, body) : openTask(caseId, body)),
    onSuccess: async () => {
      say('success', task ? 'Task changed' : 'Task added');
      setTitle('');
      setDetail('');
      onClose();
      await onDone();
    },
    onError: (error) => {
      const problem = asProblem(error);
      const current = problem.isStale ? taskSchema.safeParse(problem.current).data : undefined;
      if (current) {
        setOther(current);
        setBase(current);
      } else sayFailed('The task', error);
    },
  });
  return (
    <Ask title={task ? 'Change the task' : 'New task'} action={other ? 'Save over it' : 'Save'} isReady={title.trim() !== '' && isDueGood} isBusy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose}>
      {other && (
        <Differs
          what="the task"
          parts={[
            { name: 'Task', theirs: other.title, mine: title, onTake: () => setTitle(other.title) },
            { name: 'Detail', theirs: other.detail ?? '', mine: detail, onTake: () => setDetail(other.detail ?? '') },
            { name: 'State', theirs: words(other.state), mine: words(state), onTake: () => setState(other.state) },
            { name: 'Due', theirs: other.dueAt ? utc(other.dueAt) : '', mine: dueAt ? utc(dueAt) : '', onTake: () => setDue(other.dueAt ? other.dueAt.slice(0, 16).replace('T', ' ') : '') },
          ]}
        />
      )}
      <FormGroup label="Task" isRequired fieldId="task-title">
        <TextInput id="task-title" value={title} onChange={(_, value) => setTitle(value)} autoFocus />
      </FormGroup>
      <FormGroup label="Detail" fieldId="task-detail">
        <TextArea id="task-detail" value={detail} rows={4} resizeOrientation="vertical" onChange={(_, value) => setDetail(value)} />
      </FormGroup>
      <PersonSelect id="task-assignee" label="Who" none="Nobody yet" value={assignee} onChange={setAssignee} />
      <div className="fl-pair">
        <FormGroup label="Due (UTC)" fieldId="task-due">
          <TextInput id="task-due" value={due} placeholder="2026-12-31 09:00" validated={isDueGood ? 'default' : 'error'} onChange={(_, value) => setDue(value)} />
        </FormGroup>
        <FormGroup label="State" fieldId="task-state">
          <FormSelect id="task-state" value={state} onChange={(_, value) => setState(value)}>
            {states.map((one) => (
              <FormSelectOption key={one} value={one} label={words(one)} />
            ))}
          </FormSelect>
        </FormGroup>
      </div>
    </Ask>
  );
}

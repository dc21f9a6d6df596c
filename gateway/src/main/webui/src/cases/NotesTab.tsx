import { Button, FormSelect, FormSelectOption, Label, LabelGroup, TextArea } from '@patternfly/react-core';
import { StickyNoteIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { notesQuery } from '../api/cases';
import type { PersonRef } from '../api/work';
import { useDraft } from '../ui/draft';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import { usePeople } from '../ui/People';
import { Words } from '../ui/Words';
import type { CaseActions } from './useCase';

export function NotesTab({ caseId, actions, isClosed }: { caseId: string; actions: CaseActions; isClosed: boolean }) {
  const notes = useQuery(notesQuery(caseId));
  const [text, setText] = useDraft(`note-${caseId}`);
  const [mentions, setMentions] = useState<PersonRef[]>([]);
  const save = () => {
    if (text.trim() === '' || actions.note.isPending) return;
    actions.note.mutate(
      { text: text.trim(), mentions },
      {
        onSuccess: () => {
          setText('');
          setMentions([]);
        },
      },
    );
  };
  return (
    <div className="fl-tab fl-narrow">
      {isClosed ? (
        <p className="fl-quiet">The case is closed. Reopen it to add a comment.</p>
      ) : (
        <form
          className="fl-composer"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextArea
            aria-label="New comment"
            placeholder="What did you see, and what makes you say so?"
            value={text}
            rows={4}
            resizeOrientation="vertical"
            onChange={(_, value) => setText(value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
            }}
          />
          <Mentions mentions={mentions} onChange={setMentions} />
          <div className="fl-bar">
            <Button type="submit" isDisabled={text.trim() === ''} isLoading={actions.note.isPending}>
              Save comment
            </Button>
            <span className="fl-quiet">{text ? 'Unsaved text is kept in this browser. Ctrl + Enter saves.' : 'Comments stay as written; a correction is another comment.'}</span>
          </div>
        </form>
      )}
      {notes.isPending ? (
        <Loading what="the comments" />
      ) : notes.error ? (
        <Failure what="Comments" error={notes.error} retry={() => void notes.refetch()} />
      ) : notes.data.items.length === 0 ? (
        <Nothing title="No comments yet" icon={StickyNoteIcon} />
      ) : (
        <ul className="fl-notes" aria-label="Comments">
          {notes.data.items.map((note) => (
            <li key={note.id}>
              <div className="fl-quiet">
                {note.author ?? 'unknown'} · <Time at={note.at} near />
                {note.mentions.length > 0 && <> · for {note.mentions.map((one) => one.name).join(', ')}</>}
              </div>
              <p>
                <Words text={note.text} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whoever is named is told, if they may see the case; nobody learns here whether they may. */
function Mentions({ mentions, onChange }: { mentions: PersonRef[]; onChange: (mentions: PersonRef[]) => void }) {
  const { items, named } = usePeople();
  const add = (subject: string) => {
    const person = named(subject);
    if (person) onChange([...mentions, person]);
  };
  return (
    <div className="fl-bar">
      <FormSelect className="fl-short-select" aria-label="Tell somebody" value="" onChange={(_, subject) => add(subject)}>
        <FormSelectOption value="" label="Tell somebody…" />
        {items
          .filter((one) => !mentions.some((other) => other.subject === one.id))
          .map((one) => (
            <FormSelectOption key={one.id} value={one.id} label={one.displayName ?? one.username} />
          ))}
      </FormSelect>
      {mentions.length > 0 && (
        <LabelGroup categoryName="Told">
          {mentions.map((one) => (
            <Label key={one.subject} onClose={() => onChange(mentions.filter((other) => other !== one))} closeBtnAriaLabel={`Do not tell ${one.name}`}>
              {one.name}
            </Label>
          ))}
        </LabelGroup>
      )}
    </div>
  );
}

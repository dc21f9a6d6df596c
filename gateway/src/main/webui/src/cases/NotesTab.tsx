import { Button, TextArea } from '@patternfly/react-core';
import { StickyNoteIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { notesQuery } from '../api/cases';
import { useDraft } from '../ui/draft';
import { Failure, Loading, Nothing, Time } from '../ui/parts';
import type { CaseActions } from './useCase';

export function NotesTab({ caseId, actions, isClosed }: { caseId: string; actions: CaseActions; isClosed: boolean }) {
  const notes = useQuery(notesQuery(caseId));
  const [text, setText] = useDraft(`note-${caseId}`);
  const save = () => {
    if (text.trim() !== '' && !actions.note.isPending) actions.note.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  return (
    <div className="fl-tab fl-narrow">
      {isClosed ? (
        <p className="fl-quiet">The case is closed. Reopen it to add a note.</p>
      ) : (
      <form
        className="fl-composer"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextArea
          aria-label="New note"
          placeholder="What did you see, and what makes you say so?"
          value={text}
          rows={4}
          resizeOrientation="vertical"
          onChange={(_, value) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          }}
        />
        <div className="fl-bar">
          <Button type="submit" isDisabled={text.trim() === ''} isLoading={actions.note.isPending}>
            Save note
          </Button>
          <span className="fl-quiet">{text ? 'Unsaved text is kept in this browser. Ctrl + Enter saves.' : 'Notes stay as written; a correction is another note.'}</span>
        </div>
      </form>
      )}
      {notes.isPending ? (
        <Loading what="the notes" />
      ) : notes.error ? (
        <Failure what="Notes" error={notes.error} retry={() => void notes.refetch()} />
      ) : notes.data.items.length === 0 ? (
        <Nothing title="No notes yet" icon={StickyNoteIcon} />
      ) : (
        <ul className="fl-notes" aria-label="Notes">
          {notes.data.items.map((note) => (
            <li key={note.id}>
              <div className="fl-quiet">
                {note.author ?? 'unknown'} · <Time at={note.at} near />
              </div>
              <p>{note.text}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

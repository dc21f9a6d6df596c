import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useDraft } from './draft';

function Composer() {
  const [text, setText] = useDraft('case-1');
  return <textarea value={text} onChange={(event) => setText(event.target.value)} />;
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});

it('keeps unsaved text over a reload and forgets it once empty', () => {
  const first = render(<Composer />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'seen at Rajin' } });
  first.unmount();

  render(<Composer />);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('seen at Rajin');

  act(() => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '' } });
  });
  expect(localStorage.getItem('fairlead.draft.case-1')).toBeNull();
});

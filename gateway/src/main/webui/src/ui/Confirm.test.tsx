import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Ask } from './Confirm';

const dialog = (isReady: boolean, onConfirm: () => void) => (
  <Ask title="Dismiss" action="Dismiss it" isReady={isReady} isBusy={false} onConfirm={onConfirm} onClose={() => undefined}>
    <textarea aria-label="Reason" />
  </Ask>
);

describe('a dialog', () => {
  it.each(['Reason', 'Cancel', 'Close'])('is answered by Ctrl + Enter with the focus on %s', (name) => {
    const confirmed = vi.fn();
    const { unmount } = render(dialog(true, confirmed));
    const focused = screen.queryByLabelText(name) ?? screen.getByText(name);

    fireEvent.keyDown(focused, { key: 'Enter', ctrlKey: true });

    expect(confirmed).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('is answered by Ctrl + Enter with the focus nowhere', () => {
    const confirmed = vi.fn();
    const { unmount } = render(dialog(true, confirmed));

    fireEvent.keyDown(document.body, { key: 'Enter', metaKey: true });

    expect(confirmed).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('keeps plain Enter as a line, and waits until it is ready', () => {
    const confirmed = vi.fn();
    const { unmount } = render(dialog(false, confirmed));

    fireEvent.keyDown(screen.getByLabelText('Reason'), { key: 'Enter' });
    fireEvent.keyDown(screen.getByLabelText('Reason'), { key: 'Enter', ctrlKey: true });

    expect(confirmed).not.toHaveBeenCalled();
    unmount();
  });
});

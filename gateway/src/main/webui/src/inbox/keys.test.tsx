import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useKeys } from './keys';

const down = vi.fn();
const open = vi.fn();

function Page() {
  useKeys({ j: down, Enter: open });
  return (
    <>
      <input aria-label="search" />
      <button type="button">Dismiss</button>
    </>
  );
}

afterEach(() => {
  cleanup();
  down.mockReset();
  open.mockReset();
});

it('acts on a single key', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'j' });
  expect(down).toHaveBeenCalledTimes(1);
});

it('leaves a person who types alone', () => {
  render(<Page />);
  fireEvent.keyDown(screen.getByLabelText('search'), { key: 'j' });
  expect(down).not.toHaveBeenCalled();
});

it('leaves the browser its own keys', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
  expect(down).not.toHaveBeenCalled();
});

it('lets Enter press the button it is on', () => {
  render(<Page />);
  fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' });
  expect(open).not.toHaveBeenCalled();
});

import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Differs } from './Differs';

afterEach(cleanup);

describe('two versions of a record', () => {
  it('stand side by side, only where they differ', () => {
    render(
      <Differs
        what="the case"
        parts={[
          { name: 'Title', theirs: 'renamed', mine: 'as I had it', onTake: () => undefined },
          { name: 'Priority', theirs: 'High', mine: 'High', onTake: () => undefined },
        ]}
      />,
    );

    expect(screen.getByText('Somebody changed the case while you wrote')).toBeTruthy();
    expect(screen.getByText('renamed')).toBeTruthy();
    expect(screen.getByText('as I had it')).toBeTruthy();
    expect(screen.queryByText('Priority')).toBeNull();
  });

  it('lose nothing unless somebody takes the other one', () => {
    const take = vi.fn();
    render(<Differs what="the task" parts={[{ name: 'Detail', theirs: '', mine: 'mine', onTake: take }]} />);

    expect(screen.getByText('empty')).toBeTruthy();
    expect(take).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(take).toHaveBeenCalledOnce();
  });
});

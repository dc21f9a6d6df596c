import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Words } from './Words';

afterEach(cleanup);

it('shows markup as the text it is', () => {
  const { container } = render(<Words text={'<script>alert(1)</script><img src=x onerror=alert(1)>'} />);

  expect(container.textContent).toBe('<script>alert(1)</script><img src=x onerror=alert(1)>');
  expect(container.querySelector('script, img')).toBeNull();
  expect(container.querySelector('bdi')).not.toBeNull();
});

it('writes out what turns the direction, and says so', () => {
  const { container } = render(<Words text={'ANGARA \u202egpj'} />);

  expect(container.textContent).toContain('ANGARA [U+202E]gpj');
  expect(container.textContent).toContain('Hidden characters');
});

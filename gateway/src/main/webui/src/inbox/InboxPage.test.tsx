import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../ui/toasts';
import { InboxPage } from './InboxPage';

vi.mock('../map/ChartMap', () => ({ ChartMap: () => <div>map</div> }));

const lead = (n: number) => ({
  id: `lead-${n}`, state: 'new', kind: 'match', title: `Lead number ${n}`, why: [{ family: 'sanctions', statement: `Reason ${n}.` }], synthetic: n === 1, priority: 'high', isOverdue: n === 1, dueAt: '2024-01-01T00:00:00Z',
});

interface Sent {
  path: string;
  body: unknown;
}

function platform(bulk: (body: { leadIds: string[] }) => Response): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (init.method === 'POST') {
      sent.push({ path: input, body });
      return bulk(body as { leadIds: string[] });
    }
    return Response.json({ items: [lead(1), lead(2), lead(3)], counts: { new: 3, due: 1, overdue: 1 } });
  });
  return sent;
}

async function open() {
  const root = createRootRoute({ component: () => <><Outlet /><Toasts /></> });
  const inbox = createRoute({ getParentRoute: () => root, path: '/inbox', component: InboxPage });
  const router = createRouter({ routeTree: root.addChildren([inbox]), history: createMemoryHistory({ initialEntries: ['/inbox'] }) });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: /Lead number 1/ });
}

const current = () => screen.getAllByRole('button').find((one) => one.getAttribute('aria-current') === 'true')?.textContent ?? '';
const press = (key: string) => fireEvent.keyDown(document.body, { key });

beforeEach(() => localStorage.clear());

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the inbox', () => {
  it('moves with j and k and stays at its ends', async () => {
    platform(() => Response.json([]));
    await open();

    press('k');
    expect(current()).toContain('Lead number 1');
    press('j');
    await waitFor(() => expect(current()).toContain('Lead number 2'));
    press('j');
    await waitFor(() => expect(current()).toContain('Lead number 3'));
    press('j');
    expect(current()).toContain('Lead number 3');
  });

  it('dismisses what is marked, only with a reason', async () => {
    const sent = platform(({ leadIds }) => Response.json({ items: leadIds.map((id) => ({ id, ok: true })) }));
    await open();

    press('x');
    press('j');
    await waitFor(() => expect(current()).toContain('Lead number 2'));
    press('x');
    press('d');
    const dialog = await screen.findByRole('dialog');
    const dismiss = within(dialog).getByRole<HTMLButtonElement>('button', { name: /^Dismiss/ });
    expect(dismiss.disabled).toBe(true);
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'reception ends there' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^Dismiss/ }));

    await waitFor(() => expect(sent).toEqual([{ path: '/api/cases/v1/leads/bulk', body: { action: 'dismiss', leadIds: ['lead-1', 'lead-2'], reason: 'reception ends there' } }]));
    await screen.findByText(/2 leads dismissed/);
  });

  it('keeps the reason when the answer is a refusal', async () => {
    platform(() => new Response(JSON.stringify({ status: 503, title: 'Unavailable', detail: 'The cases service does not answer.', code: 'part-unavailable' }), { status: 503 }));
    await open();

    press('d');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'not worth it' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^Dismiss/ }));

    await screen.findByText(/The cases service does not answer/);
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox').value).toBe('not worth it');
    expect(localStorage.getItem('fairlead.draft.dismiss-reason')).toBe('not worth it');
  });

  it('says in words what is synthetic and what is overdue', async () => {
    platform(() => Response.json([]));
    await open();

    const first = screen.getAllByRole('listitem').find((item) => item.getAttribute('data-lead') === 'lead-1');
    expect(first?.textContent).toContain('Synthetic');
    expect(first?.textContent).toContain('Overdue');
  });
});

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { address } from '../api/client';
import { maybe } from '../api/schema';
import { session } from '../api/session';

const kinds = [
  'ready', 'resync',
  'case-opened', 'case-changed', 'case-closed', 'case-reopened', 'evidence-added', 'evidence-changed', 'note-added', 'fact-added', 'finding-changed',
  'subject-added', 'task-changed', 'lead-raised', 'lead-changed', 'lead-attached', 'lead-dismissed', 'lead-snoozed', 'lead-retracted',
];
const change = z.object({ kind: maybe(z.string()), caseId: maybe(z.string()), leadId: maybe(z.string()) });

function refresh(client: QueryClient, data: string) {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return;
  }
  const event = change.safeParse(json).data;
  if (!event || event.kind === 'ready') return;
  if (event.kind === 'resync') {
    void client.invalidateQueries();
    return;
  }
  if (event.caseId) void client.invalidateQueries({ queryKey: ['cases', 'case', event.caseId] });
  void client.invalidateQueries({ queryKey: ['cases', 'list'] });
  void client.invalidateQueries({ queryKey: ['cases', 'inbox'] });
  void client.invalidateQueries({ queryKey: ['cases', 'notifications'] });
  void client.invalidateQueries({ queryKey: ['cases', 'tasks'] });
}

export type LiveState = 'connecting' | 'live' | 'polling';

/** Follows the event stream; while it cannot be had, asks again every ten seconds. */
export function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    let closed = false;
    let source: EventSource | undefined;
    let retry: number | undefined;
    let pending: number | undefined;
    const connect = () => {
      source = new EventSource(address('/api/events/v1', { team: session.team() }));
      source.onopen = () => setState('live');
      source.onerror = () => {
        setState('polling');
        if (source?.readyState === EventSource.CLOSED && !closed) retry = window.setTimeout(connect, 15_000);
      };
      const hear = (event: MessageEvent<string>) => {
        window.clearTimeout(pending);
        pending = window.setTimeout(() => refresh(client, event.data), 150);
      };
      source.onmessage = hear;
      kinds.forEach((kind) => source?.addEventListener(kind, hear));
    };
    connect();
    return () => {
      closed = true;
      window.clearTimeout(retry);
      window.clearTimeout(pending);
      source?.close();
    };
  }, [client]);
  useEffect(() => {
    if (state !== 'polling') return;
    const timer = window.setInterval(() => void client.invalidateQueries({ queryKey: ['cases', 'inbox'] }), 10_000);
    return () => window.clearInterval(timer);
  }, [client, state]);
  return state;
}

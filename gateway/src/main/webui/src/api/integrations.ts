import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from './client';
import { count, flag, instant, listOf, maybe, pageOf } from './schema';

const credentials = '/api/credentials/v1';
const webhooks = '/api/webhooks/v1';

const credential = z.object({
  clientId: z.string(),
  team: z.string(),
  name: z.string(),
  scopes: listOf(z.string()),
  authentication: z.string(),
  isEnabled: flag,
  createdBy: maybe(z.string()),
  createdAt: maybe(instant),
});
export type Credential = z.infer<typeof credential>;

const issued = z.object({ credential, secret: maybe(z.string()), tokenUrl: z.string() });
export type Issued = z.infer<typeof issued>;

const scope = z.object({ scope: z.string(), meaning: z.string() });

const webhook = z.object({
  id: z.string(),
  team: z.string(),
  clientId: z.string(),
  url: z.string(),
  description: z.string(),
  kinds: listOf(z.string()),
  state: z.enum(['active', 'paused', 'disabled']),
  stateReason: maybe(z.string()),
  publicKey: z.string(),
  createdBy: z.string(),
  createdAt: instant,
});
export type Webhook = z.infer<typeof webhook>;

const madeWebhook = z.object({ webhook, secret: z.string() });
export type MadeWebhook = z.infer<typeof madeWebhook>;

const delivery = z.object({
  id: z.string(),
  kind: z.string(),
  caseId: maybe(z.string()),
  leadId: maybe(z.string()),
  happenedAt: instant,
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: count,
  nextAt: maybe(instant),
  lastStatus: maybe(z.number()),
  lastProblem: maybe(z.string()),
  lastMillis: maybe(z.number()),
  lastAt: maybe(instant),
});
export type Delivery = z.infer<typeof delivery>;

const ping = z.object({ isDelivered: flag, status: maybe(z.number()), problem: maybe(z.string()), millis: count });

const of = (team: string) => `?team=${encodeURIComponent(team)}`;
const one = (clientId: string) => `${credentials}/${encodeURIComponent(clientId)}`;

export const scopesQuery = queryOptions({
  queryKey: ['integrations', 'scopes'],
  queryFn: ({ signal }) => api.get(`${credentials}/scopes`, z.array(scope), { signal }),
  staleTime: Infinity,
});

export const credentialsQuery = (team: string) =>
  queryOptions({
    queryKey: ['integrations', team, 'credentials'],
    queryFn: ({ signal }) => api.get(credentials + of(team), pageOf(credential), { signal }),
  });

export const webhooksQuery = (team: string) =>
  queryOptions({
    queryKey: ['integrations', team, 'webhooks'],
    queryFn: ({ signal }) => api.get(webhooks + of(team), pageOf(webhook), { signal }),
  });

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['integrations', 'deliveries', id],
    queryFn: ({ signal }) => api.get(`${webhooks}/${id}/deliveries?limit=50`, pageOf(delivery), { signal }),
    refetchInterval: 5_000,
  });

export const makeCredential = (wish: { team: string; name: string; scopes: string[]; jwks?: unknown }) => api.post(credentials, issued, { body: wish });
export const rotateCredential = (team: string, clientId: string) => api.post(`${one(clientId)}/secret${of(team)}`, issued);
export const switchCredential = (team: string, clientId: string, isEnabled: boolean) =>
  api.put(`${one(clientId)}/state${of(team)}`, credential, { body: { isEnabled } });
export const revokeCredential = (team: string, clientId: string) => api.delete(one(clientId) + of(team));

export const makeWebhook = (wish: { team: string; clientId: string; url: string; description: string; kinds: string[] }) => api.post(webhooks, madeWebhook, { body: wish });
export const switchWebhook = (id: string, state: 'active' | 'paused') => api.patch(`${webhooks}/${id}`, webhook, { body: { state } });
export const rotateWebhook = (id: string) => api.post(`${webhooks}/${id}/secret`, madeWebhook);
export const pingWebhook = (id: string) => api.post(`${webhooks}/${id}/ping`, ping);
export const removeWebhook = (id: string) => api.delete(`${webhooks}/${id}`);
export const replayDelivery = (id: string, deliveryId: string) => api.post(`${webhooks}/${id}/deliveries/${deliveryId}/replay`, delivery);

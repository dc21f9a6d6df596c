import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { address, api, downloadAddress } from './client';
import { Problem } from './problem';
import { session } from './session';

const answers = (body: string, init: ResponseInit = {}) => {
  const call = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit) => new Response(body, init));
  vi.stubGlobal('fetch', call);
  return call;
};

const failureOf = async (call: Promise<unknown>): Promise<Problem> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error('expected a problem');
  return error;
};

beforeEach(() => session.setTeam('team-gulf'));

afterEach(() => {
  vi.unstubAllGlobals();
  session.setEnded(false);
  session.setTeam(undefined);
});

describe('a call', () => {
  it('names the acting team and says that a browser asks', async () => {
    const call = answers('{"a":1}');

    await api.get('/api/x', z.object({ a: z.number() }));

    const headers = call.mock.calls[0]?.[1]?.headers;
    expect(headers).toMatchObject({ 'Fairlead-Request': 'browser', 'Fairlead-Team': 'team-gulf' });
  });

  it('carries the tag of what was read', async () => {
    const call = answers('{}');

    await api.post('/api/x', z.object({}), { body: {}, ifMatch: '"7"' });

    expect(call.mock.calls[0]?.[1]?.headers).toMatchObject({ 'If-Match': '"7"' });
  });

  it('is sent once more under the same key when the connection broke, where that makes nothing twice', async () => {
    const call = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit): Promise<Response> => new Response('{}'));
    call.mockRejectedValueOnce(new TypeError('network'));
    vi.stubGlobal('fetch', call);

    await api.post('/api/cases/v1/cases', z.object({}), { body: { title: 'a' } });
    await api.post('/api/cases/v1/cases', z.object({}), { body: { title: 'a' } });

    const keys = call.mock.calls.map(([, init]) => new Headers(init?.headers).get('Idempotency-Key'));
    expect(keys).toHaveLength(3);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is not sent again where that might do it twice', async () => {
    const call = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit): Promise<Response> => Promise.reject(new TypeError('network')));
    vi.stubGlobal('fetch', call);

    await failureOf(api.post('/api/imagery/v1/sightings', z.object({}), { body: {} }));

    expect(call).toHaveBeenCalledTimes(1);
  });

  it('leaves empty parameters out', () => {
    expect(address('/api/x', { q: '', limit: 5, cursor: undefined })).toBe('/api/x?limit=5');
    expect(downloadAddress('/api/x')).toBe('/api/x?team=team-gulf');
  });
});

describe('a refusal', () => {
  it('keeps its code, detail and fields', async () => {
    answers(
      JSON.stringify({ status: 422, title: 'Invalid', detail: 'Latitude outside', code: 'invalid', errors: [{ pointer: '/latitudeDegrees', detail: '-90 to 90' }] }),
      { status: 422 },
    );

    const problem = await failureOf(api.get('/api/x', z.object({})));

    expect(problem).toMatchObject({ status: 422, code: 'invalid', detail: 'Latitude outside' });
    expect(problem.errors).toEqual([{ pointer: '/latitudeDegrees', detail: '-90 to 90' }]);
  });

  it('gives a sentence even when the body is not a problem', async () => {
    answers('<html>', { status: 503 });

    const problem = await failureOf(api.get('/api/x', z.object({})));

    expect(problem.isUnavailable).toBe(true);
    expect(problem.detail).toBe('Part of the platform is unavailable');
  });

  it('of an ended session is remembered', async () => {
    answers('', { status: 499 });

    await failureOf(api.get('/api/x', z.object({})));

    expect(session.hasEnded()).toBe(true);
  });
});

describe('an answer of another shape', () => {
  it('is a problem that names where', async () => {
    answers('{"items":[{"mmsi":5}]}');

    const problem = await failureOf(api.get('/api/x?q=1', z.object({ items: z.array(z.object({ mmsi: z.string() })) })));

    expect(problem.code).toBe('unreadable-answer');
    expect(problem.detail).toContain('items.0.mmsi');
    expect(problem.detail).not.toContain('q=1');
  });
});

import type { z } from 'zod';
import { Problem, problemFrom, unreadable } from './problem';
import { session } from './session';

type Query = Record<string, string | number | boolean | undefined>;

interface Options {
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, for files. */
  raw?: Blob;
  /** Several files, one part each. */
  form?: FormData;
  contentType?: string;
  headers?: Record<string, string>;
  ifMatch?: string;
  signal?: AbortSignal;
}

export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Address of a download: a link cannot carry headers, so the team goes along as a parameter. */
export function downloadAddress(path: string, query: Query = {}): string {
  return address(path, { ...query, team: session.team() });
}

export function standingHeaders(): Record<string, string> {
  const team = session.team();
  return { 'Fairlead-Request': 'browser', ...(team ? { 'Fairlead-Team': team } : {}) };
}

/** How long before what the connection lost is sent once more. */
const secondTryMillis = 500;

/** What makes a request that comes twice one deed. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function send(method: string, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    ...standingHeaders(),
    ...options.headers,
  };
  let body: BodyInit | undefined;
  if (options.form) {
    // The browser sets the content type: it knows the boundary.
    body = options.form;
  } else if (options.raw) {
    body = options.raw;
    headers['Content-Type'] = options.contentType ?? 'application/octet-stream';
  } else if (options.body !== undefined) {
    body = JSON.stringify(options.body);
    headers['Content-Type'] = options.contentType ?? 'application/json';
  }
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  const isRepeatable = method === 'POST' && path.startsWith('/api/cases/') && options.body !== undefined;
  if (isRepeatable) headers['Idempotency-Key'] = newKey();
  const ask = () => fetch(address(path, options.query), { method, headers, body, signal: options.signal, credentials: 'same-origin' });
  let response: Response;
  try {
    response = await ask().catch(async (error: unknown) => {
      if (!isRepeatable || options.signal?.aborted) throw error;
      // The answer may be what was lost, and not the request: with its key it is done once.
      await new Promise((later) => setTimeout(later, secondTryMillis));
      return ask();
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'unreachable', 'No connection', 'Fairlead cannot be reached. Check that it is running, then try again.');
  }
  if (response.ok) return response;
  const problem = problemFrom(response.status, await response.text());
  if (problem.isSessionEnded) session.setEnded(true);
  throw problem;
}

export interface Answer<T> {
  value: T;
  etag: string | undefined;
  status: number;
}

async function read<T extends z.ZodType>(
  method: string,
  path: string,
  schema: T,
  options: Options,
): Promise<Answer<z.infer<T>>> {
  const response = await send(method, path, options);
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(path, 'it is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw unreadable(path, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  return { value: parsed.data, etag: response.headers.get('ETag') ?? undefined, status: response.status };
}

export const api = {
  get: async <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    (await read('GET', path, schema, options)).value,
  getWithTag: <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    read('GET', path, schema, options),
  post: async <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    (await read('POST', path, schema, options)).value,
  postWithStatus: <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    read('POST', path, schema, options),
  put: async <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    (await read('PUT', path, schema, options)).value,
  patch: async <T extends z.ZodType>(path: string, schema: T, options: Options = {}) =>
    (await read('PATCH', path, schema, { contentType: 'application/merge-patch+json', ...options })).value,
  /** For what may answer with nothing (204). */
  postMaybe: async <T extends z.ZodType>(path: string, schema: T, options: Options = {}): Promise<z.infer<T> | undefined> => {
    const response = await send('POST', path, options);
    if (response.status === 204) return undefined;
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) throw unreadable(path, parsed.error.issues[0]?.message ?? '');
    return parsed.data;
  },
  send: async (method: string, path: string, options: Options = {}) => {
    await send(method, path, options);
  },
  delete: async (path: string, options: Options = {}) => {
    await send('DELETE', path, options);
  },
  text: async (path: string, options: Options = {}) => (await send('GET', path, options)).text(),
};

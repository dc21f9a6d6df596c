import { z } from 'zod';
import { listOf, maybe } from './schema';

const problemBody = z.object({
  title: maybe(z.string()),
  status: maybe(z.number()),
  detail: maybe(z.string()),
  code: maybe(z.string()),
  type: maybe(z.string()),
  errors: listOf(z.object({ pointer: z.string(), detail: z.string() })),
  traceId: maybe(z.string()),
  current: z.unknown().optional(),
});

export interface FieldError {
  pointer: string;
  detail: string;
}

/** The one way a call fails: a refusal (RFC 9457), an answer nobody can read, or no answer at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = [],
    readonly traceId: string | undefined = undefined,
    /** Of a refused change: the record as it is now, whatever it is. */
    readonly current: unknown = undefined,
  ) {
    super(detail || title);
  }

  /** The session ended: log in again, unsaved text stays. */
  get isSessionEnded(): boolean {
    return this.status === 499 || this.status === 401;
  }

  /** A part of the platform is down or cannot be reached; the rest works. */
  get isUnavailable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }

  /** Somebody else changed it first. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

const titles: Record<number, string> = {
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  412: 'Changed by somebody else',
  413: 'Too large',
  429: 'Too many requests',
  499: 'Session ended',
  502: 'Part of the platform is unavailable',
  503: 'Part of the platform is unavailable',
  504: 'No answer in time',
};

/** Reads a refusal; whatever the body holds, a person gets a sentence. */
export function problemFrom(status: number, body: string): Problem {
  const fallback = titles[status] ?? `The request failed (${status})`;
  let parsed: z.infer<typeof problemBody> | undefined;
  try {
    parsed = problemBody.safeParse(JSON.parse(body)).data;
  } catch {
    parsed = undefined;
  }
  const code = parsed?.code ?? parsed?.type?.replace('urn:problem:', '') ?? `http-${status}`;
  return new Problem(
    status,
    code,
    parsed?.title ?? fallback,
    parsed?.detail ?? fallback,
    parsed?.errors ?? [],
    parsed?.traceId,
    parsed?.current,
  );
}

export function unreadable(path: string, why: string): Problem {
  return new Problem(
    -1,
    'unreadable-answer',
    'The answer could not be read',
    `${path.split('?')[0]} answered something this page does not understand: ${why}`,
  );
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem(-1, 'unexpected', 'Something went wrong', detail);
}

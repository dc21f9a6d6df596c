import { job, type Job } from '../api/ais';
import { address, standingHeaders } from '../api/client';
import { Problem, problemFrom, unreadable } from '../api/problem';
import { session } from '../api/session';

export interface Sending {
  result: Promise<{ job: Job; isKnown: boolean }>;
  stop: () => void;
}

const path = '/api/ais/v1/uploads';

/** Sends a file as it is and tells how far it got; fetch cannot tell that. */
export function send(file: File, options: { source: string; synthetic: boolean }, onProgress: (sent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const result = new Promise<{ job: Job; isKnown: boolean }>((resolve, reject) => {
    request.open('POST', address(path, { source: options.source, synthetic: options.synthetic }));
    for (const [name, value] of Object.entries(standingHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', /\.gz$/i.test(file.name) ? 'application/gzip' : 'application/octet-stream');
    request.setRequestHeader('Fairlead-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Problem(0, 'unreachable', 'No connection', 'The connection broke while sending. Send the file again: what is there already is not doubled.'));
    request.onabort = () => reject(new Problem(-1, 'stopped', 'Stopped', 'Sending was stopped. Nothing was taken in.'));
    request.onload = () => {
      if (request.status < 200 || request.status > 299) {
        const problem = problemFrom(request.status, request.responseText);
        if (problem.isSessionEnded) session.setEnded(true);
        reject(problem);
        return;
      }
      try {
        const parsed = job.safeParse(JSON.parse(request.responseText));
        if (parsed.success) resolve({ job: parsed.data, isKnown: request.status === 200 });
        else reject(unreadable(path, parsed.error.issues[0]?.message ?? ''));
      } catch {
        reject(unreadable(path, 'it is not JSON'));
      }
    };
    request.send(file);
  });
  return { result, stop: () => request.abort() };
}

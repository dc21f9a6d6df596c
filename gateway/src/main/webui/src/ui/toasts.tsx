import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { FieldErrors } from './parts';

interface Toast {
  id: number;
  variant: 'success' | 'danger' | 'warning' | 'info';
  title: string;
  body?: ReactNode;
}

let toasts: Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(value: Toast[]) {
  toasts = value;
  listeners.forEach((listener) => listener());
}

const close = (id: number) => set(toasts.filter((toast) => toast.id !== id));

export function say(variant: Toast['variant'], title: string, body?: ReactNode) {
  set([...toasts.slice(-3), { id: next++, variant, title, body }]);
}

export function sayFailed(what: string, error: unknown) {
  const problem = asProblem(error);
  if (problem.isStale) {
    say('warning', 'Somebody changed this first', `${what} was not done. The current state is shown now; your text is kept. Look, then try again.`);
    return;
  }
  say('danger', `${what}: ${problem.title}`, (
    <>
      {problem.detail}
      <FieldErrors error={problem} />
    </>
  ));
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <AlertGroup isToast isLiveRegion>
      {shown.map((toast) => (
        <Alert
          key={toast.id}
          variant={toast.variant}
          title={toast.title}
          timeout={toast.variant === 'success' || toast.variant === 'info' ? 6000 : 15000}
          onTimeout={() => close(toast.id)}
          actionClose={<AlertActionCloseButton onClose={() => close(toast.id)} />}
        >
          {toast.body}
        </Alert>
      ))}
    </AlertGroup>
  );
}

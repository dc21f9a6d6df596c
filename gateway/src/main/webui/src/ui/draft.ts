import { useCallback, useState } from 'react';

/** Text that outlives a reload, a lost session and a refused save; gone once it is saved. */
export function useDraft(key: string) {
  const name = `fairlead.draft.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? '');
  const change = useCallback(
    (value: string) => {
      setText(value);
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    },
    [name],
  );
  return [text, change] as const;
}

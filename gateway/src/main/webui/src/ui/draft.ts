import { useCallback, useState } from 'react';

/**
 * Text that outlives a reload, a lost session and a refused save; gone once it is saved.
 * What equals the saved text, or nothing, is not kept.
 */
export function useDraft(key: string, saved = '') {
  const name = `fairlead.draft.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? saved);
  const change = useCallback(
    (value: string) => {
      setText(value);
      if (value && value !== saved) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    },
    [name, saved],
  );
  return [text, change] as const;
}

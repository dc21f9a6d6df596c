import { useSyncExternalStore } from 'react';

const key = 'fairlead.theme';
const className = 'pf-v6-theme-dark';
const listeners = new Set<() => void>();

const isDark = () => document.documentElement.classList.contains(className);

function apply(dark: boolean) {
  document.documentElement.classList.toggle(className, dark);
  listeners.forEach((listener) => listener());
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
  if (!localStorage.getItem(key)) apply(event.matches);
});

export function useTheme() {
  const dark = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isDark,
  );
  return {
    isDark: dark,
    toggle: () => {
      localStorage.setItem(key, dark ? 'light' : 'dark');
      apply(!dark);
    },
  };
}

import { Label } from '@patternfly/react-core';
import { BalanceScaleIcon, FolderIcon, FolderOpenIcon, LockIcon, PauseIcon, SearchIcon, UserSecretIcon, UsersIcon } from '@patternfly/react-icons';
import type { ReactNode } from 'react';
import { words } from '../ui/format';

const states: Record<string, { color: 'blue' | 'orange' | 'grey' | 'purple' | 'teal'; icon: ReactNode }> = {
  triage: { color: 'teal', icon: <SearchIcon /> },
  open: { color: 'blue', icon: <FolderOpenIcon /> },
  reopened: { color: 'blue', icon: <FolderOpenIcon /> },
  'in-review': { color: 'purple', icon: <BalanceScaleIcon /> },
  'on-hold': { color: 'orange', icon: <PauseIcon /> },
  closed: { color: 'grey', icon: <FolderIcon /> },
};

export function StateLabel({ state }: { state: string }) {
  const look = states[state];
  return (
    <Label isCompact color={look?.color ?? 'grey'} icon={look?.icon}>
      {words(state)}
    </Label>
  );
}

export function HandlingLabel({ handling }: { handling: string | undefined }) {
  if (!handling) return null;
  return (
    <Label isCompact variant="outline" icon={<LockIcon />} title="Handling code">
      {handling.toUpperCase().startsWith('TLP') ? handling.toUpperCase() : `TLP:${handling.replace(/^tlp[-:]/i, '').toUpperCase()}`}
    </Label>
  );
}

/** Said of every case that is not simply the team's. */
export function VisibilityLabel({ visibility }: { visibility: string | undefined }) {
  if (!visibility) return null;
  const isTeam = visibility === 'team';
  return (
    <Label isCompact variant="outline" color={isTeam ? 'grey' : 'purple'} icon={isTeam ? <UsersIcon /> : <UserSecretIcon />} title="For whom the case exists">
      {words(visibility)}
    </Label>
  );
}

import { Label } from '@patternfly/react-core';
import { AnchorIcon, ArrowsAltVIcon, BellIcon, BroadcastTowerIcon, CameraIcon, ExclamationTriangleIcon, HourglassHalfIcon, IdCardIcon, LinkIcon, ListIcon, MapMarkedAltIcon, PencilAltIcon, ThumbtackIcon } from '@patternfly/react-icons';
import type { ReactNode } from 'react';
import type { Lead } from '../api/cases';
import { relative, utc, words } from '../ui/format';

const kinds: Record<string, { icon: ReactNode; text: string }> = {
  silence: { icon: <BroadcastTowerIcon />, text: 'Silence' },
  verdict: { icon: <CameraIcon />, text: 'Sighting verdict' },
  sighting: { icon: <CameraIcon />, text: 'Sighting' },
  match: { icon: <ListIcon />, text: 'List match' },
  encounter: { icon: <LinkIcon />, text: 'Encounter' },
  loitering: { icon: <HourglassHalfIcon />, text: 'Slow at sea' },
  position: { icon: <MapMarkedAltIcon />, text: 'Impossible position' },
  identity: { icon: <IdCardIcon />, text: 'Identity' },
  draught: { icon: <ArrowsAltVIcon />, text: 'Draught' },
  'port-call': { icon: <AnchorIcon />, text: 'Inferred port call' },
  manual: { icon: <PencilAltIcon />, text: 'Manual' },
};

export const kindText = (kind: string) => kinds[kind]?.text ?? words(kind);

export function KindLabel({ kind }: { kind: string }) {
  return (
    <Label isCompact variant="outline" icon={kinds[kind]?.icon ?? <ThumbtackIcon />}>
      {kindText(kind)}
    </Label>
  );
}

const priorities: Record<string, { text: string; color: 'red' | 'orange' | 'blue' | 'grey' }> = {
  urgent: { text: 'Urgent', color: 'red' },
  critical: { text: 'Critical', color: 'red' },
  high: { text: 'High', color: 'orange' },
  normal: { text: 'Normal', color: 'blue' },
  medium: { text: 'Medium', color: 'blue' },
  low: { text: 'Low', color: 'grey' },
};

export function PriorityLabel({ priority }: { priority: Lead['priority'] }) {
  if (priority === undefined) return null;
  const look = priorities[String(priority)] ?? { text: words(String(priority)), color: 'grey' as const };
  return (
    <Label isCompact color={look.color}>
      {look.text}
    </Label>
  );
}

export function Due({ lead }: { lead: Lead }) {
  if (!lead.dueAt) return <span className="fl-quiet">No due time</span>;
  if (lead.isOverdue) {
    return (
      <Label isCompact color="orange" icon={<ExclamationTriangleIcon />} title={utc(lead.dueAt)}>
        Overdue, due {relative(lead.dueAt)}
      </Label>
    );
  }
  return (
    <span className="fl-quiet" title={utc(lead.dueAt)}>
      <BellIcon aria-hidden /> Due {relative(lead.dueAt)}
    </span>
  );
}

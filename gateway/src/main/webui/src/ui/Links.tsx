import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const known = /^\/api\/(ais|imagery|sanctions|cases)\/v1\//;

/** From a figure to the record it stands on. */
export function RecordLink({ href, children = 'Record' }: { href: string | undefined; children?: ReactNode }) {
  if (!href || !known.test(href)) return <>{children === 'Record' ? null : children}</>;
  return (
    <Link to="/record" search={{ href }}>
      {children}
    </Link>
  );
}

export const isRecordAddress = (href: string) => known.test(href) && !href.includes('..');

export function VesselLink({ vessel }: { vessel: { mmsi?: string; imo?: string; name?: string } | undefined }) {
  if (!vessel) return null;
  const name = vessel.name ?? (vessel.mmsi ? `MMSI ${vessel.mmsi}` : vessel.imo ? `IMO ${vessel.imo}` : 'Unnamed');
  if (!vessel.mmsi) return <span>{name}</span>;
  return (
    <Link to="/vessels/$mmsi" params={{ mmsi: vessel.mmsi }} search={{}}>
      {name}
    </Link>
  );
}

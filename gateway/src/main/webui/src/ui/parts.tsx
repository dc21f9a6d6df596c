import {
  Alert,
  Bullseye,
  Button,
  ClipboardCopy,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Label,
  Skeleton,
} from '@patternfly/react-core';
import {
  BanIcon,
  CheckCircleIcon,
  CubesIcon,
  DisconnectedIcon,
  ExclamationCircleIcon,
  QuestionCircleIcon,
  SearchIcon,
} from '@patternfly/react-icons';
import type { ComponentType, ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { decimal, dms, relative, utc, utcAs } from './format';

export function Time({ at, precision, near = false }: { at: string | undefined; precision?: string; near?: boolean }) {
  if (!at) return <span className="fl-quiet">unknown</span>;
  return (
    <time dateTime={at} title={`${utc(at)} · ${relative(at)}`} className="fl-figure">
      {precision ? utcAs(at, precision) : utc(at)}
      {near && <span className="fl-quiet"> {relative(at)}</span>}
    </time>
  );
}

export function Place({ latitude, longitude }: { latitude: number; longitude: number }) {
  return (
    <span className="fl-figure fl-place">
      {dms(latitude, longitude)} <span className="fl-quiet">({decimal(latitude, longitude)})</span>
    </span>
  );
}

/** Worn by everything that was made up, wherever it is shown: words and hatching, not colour alone. */
export function Synthetic({ compact = false }: { compact?: boolean }) {
  return (
    <span className="fl-synthetic" title="Made for a demonstration or a test; not an observation.">
      {compact ? 'Synth.' : 'Synthetic'}
      {compact && <span className="fl-visually-hidden">: synthetic data</span>}
    </span>
  );
}

export function Facts({ items }: { items: [string, ReactNode][] }) {
  return (
    <dl className="fl-facts">
      {items
        .filter(([, value]) => value !== undefined && value !== '' && value !== null && value !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const outcomes = {
  consistent: { color: 'green', icon: <CheckCircleIcon />, text: 'Consistent' },
  excluded: { color: 'grey', icon: <BanIcon />, text: 'Excluded' },
  undecided: { color: 'orange', icon: <QuestionCircleIcon />, text: 'Undecided' },
  withdrawn: { color: 'grey', icon: <DisconnectedIcon />, text: 'Withdrawn' },
} as const;

export function OutcomeLabel({ outcome }: { outcome: keyof typeof outcomes }) {
  const look = outcomes[outcome];
  return (
    <Label color={look.color} icon={look.icon} isCompact>
      {look.text}
    </Label>
  );
}

export function Hash({ value, short = false }: { value: string; short?: boolean }) {
  if (short) {
    return (
      <span className="fl-mono" title={value}>
        {value.slice(0, 12)}…
      </span>
    );
  }
  return (
    <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" variant="inline-compact" className="fl-mono fl-hash">
      {value}
    </ClipboardCopy>
  );
}

export function Loading({ rows = 4, what }: { rows?: number; what: string }) {
  return (
    <div className="fl-loading" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} width={`${92 - ((row * 17) % 40)}%`} screenreaderText={row === 0 ? `Loading ${what}` : undefined} />
      ))}
    </div>
  );
}

export function Nothing({
  title,
  children,
  action,
  icon = SearchIcon,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ComponentType;
}) {
  return (
    <Bullseye className="fl-nothing">
      <EmptyState variant="sm" titleText={title} headingLevel="h2" icon={icon}>
        {children && <EmptyStateBody>{children}</EmptyStateBody>}
        {action && (
          <EmptyStateFooter>
            <EmptyStateActions>{action}</EmptyStateActions>
          </EmptyStateFooter>
        )}
      </EmptyState>
    </Bullseye>
  );
}

/** What failed, why, and the way out. A service that is down is a notice, not a broken page. */
export function Failure({ error, what, retry, inline = true }: { error: unknown; what: string; retry?: () => void; inline?: boolean }) {
  const problem = asProblem(error);
  const again = retry && (
    <Button variant="link" isInline onClick={retry}>
      Try again
    </Button>
  );
  if (problem.isNotFound && !inline) {
    return (
      <Nothing title={`No such ${what}`} icon={CubesIcon} action={again}>
        It does not exist, or it is not yours to see.
      </Nothing>
    );
  }
  if (problem.isUnavailable) {
    return (
      <Alert isInline={inline} variant="warning" customIcon={<DisconnectedIcon />} title={`${what}: not available just now`} actionLinks={again}>
        {problem.detail} Everything else goes on working.
      </Alert>
    );
  }
  return (
    <Alert isInline={inline} variant="danger" customIcon={<ExclamationCircleIcon />} title={`${what}: ${problem.title}`} actionLinks={again}>
      {problem.detail}
      <FieldErrors error={problem} />
      {problem.traceId && <div className="fl-quiet fl-mono">Trace {problem.traceId}</div>}
    </Alert>
  );
}

export function FieldErrors({ error }: { error: unknown }) {
  const { errors } = asProblem(error);
  if (errors.length === 0) return null;
  return (
    <ul className="fl-field-errors">
      {errors.map((one) => (
        <li key={`${one.pointer}${one.detail}`}>
          <code>{one.pointer.replace(/^\//, '')}</code> {one.detail}
        </li>
      ))}
    </ul>
  );
}

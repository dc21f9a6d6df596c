import { Label } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { isUp, statusQuery } from '../api/gateway';
import { Sheet } from '../ui/Page';
import { Failure, Loading } from '../ui/parts';

const roles: Record<string, string> = {
  gateway: 'The way in: login, this application, one API',
  ais: 'AIS: uploads, vessels, tracks, silences',
  imagery: 'Sightings and what they say of silences',
  sanctions: 'Lists, listings and matches',
  cases: 'Leads, cases, evidence and history',
  kafka: 'Messages between the services',
  postgres: 'What the services remember',
  postgresql: 'What the services remember',
  keycloak: 'People, teams and logins',
};

export function StatusPage() {
  const status = useQuery(statusQuery);
  const down = status.data?.parts.filter((part) => !isUp(part.status)) ?? [];
  return (
    <Sheet title="Status" lead="The parts of the platform. When one is down, its panels say so and the rest goes on. Asked every fifteen seconds.">
      {status.isPending ? (
        <Loading what="the status" />
      ) : status.error ? (
        <Failure what="Status" error={status.error} retry={() => void status.refetch()} />
      ) : (
        <>
          <p role="status">
            <strong>{down.length === 0 ? 'Every part is up.' : `Not up: ${down.map((part) => part.name).join(', ')}.`}</strong>
          </p>
          <ul className="fl-cards" aria-label="Parts">
            {status.data.parts.map((part) => (
              <li key={part.name} className="fl-panel fl-card">
                <div className="fl-register-head">
                  <strong>{part.name}</strong>
                  {isUp(part.status) ? (
                    <Label isCompact color="green" icon={<CheckCircleIcon />}>
                      Up
                    </Label>
                  ) : (
                    <Label isCompact color="red" icon={<ExclamationCircleIcon />}>
                      {part.status}
                    </Label>
                  )}
                </div>
                <div className="fl-quiet">{part.detail ?? roles[part.name] ?? ''}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

import { useQuery } from '@tanstack/react-query';
import { sightingVersionsQuery, type Sighting, type SightingVersion } from '../api/imagery';
import { Panel } from '../ui/Page';
import { Failure, Loading, Place, Time } from '../ui/parts';

/** What was said of it before: shown where there is more than one version. */
export function Versions({ sighting }: { sighting: Sighting }) {
  const { data, error, isPending, refetch } = useQuery({ ...sightingVersionsQuery(sighting.id), enabled: sighting.version > 1 });
  if (sighting.version === 1) return null;
  return (
    <Panel title="Versions">
      {isPending ? (
        <Loading what="the versions" rows={2} />
      ) : error ? (
        <Failure what="Versions" error={error} retry={() => void refetch()} />
      ) : (
        <ol className="fl-plain">
          {data.items.map((version) => (
            <li key={version.version}>
              <strong>Version {version.version}</strong>, {version.changedBy}, <Time at={version.changedAt} />
              <div className="fl-quiet">
                <Said version={version} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Said({ version }: { version: SightingVersion }) {
  return (
    <>
      {version.state === 'withdrawn' && 'Withdrawn. '}
      {version.label && `${version.label}: `}
      <Place latitude={version.latitudeDegrees} longitude={version.longitudeDegrees} />, <Time at={version.from} />
      {version.lengthMetres !== undefined && `, ${version.lengthMetres} m`}
    </>
  );
}

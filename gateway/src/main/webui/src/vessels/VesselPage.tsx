import { Button, Title } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { trackPath, vesselQuery, type Vessel } from '../api/ais';
import { downloadAddress } from '../api/client';
import { verdictsQuery } from '../api/imagery';
import { listingPath, matchesQuery } from '../api/sanctions';
import { ItemDrawer } from '../cases/Drawer';
import { useStory } from '../cases/useStory';
import { VerdictCard } from '../cases/VerdictCard';
import { Workspace } from '../cases/Workspace';
import { AsOf, DayChoice, dayOr } from '../lists/AsOf';
import { knots, number } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Panel } from '../ui/Page';
import { Facts, Failure, Loading, Place, Synthetic, Time } from '../ui/parts';
import { Activities, Voyages } from './Activities';

const route = getRouteApi('/vessels/$mmsi');

export function VesselPage() {
  const { mmsi } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const vessel = useQuery(vesselQuery(mmsi));
  const name = vessel.data?.name ?? `MMSI ${mmsi}`;
  const subjects = useMemo(() => [{ mmsi, name }], [mmsi, name]);
  const { story, isPending, troubles } = useStory(subjects, undefined);
  const show = (next: Partial<typeof search>) => void navigate({ to: '/vessels/$mmsi', params: { mmsi }, search: { ...search, ...next }, replace: true });
  if (vessel.error) return <Failure what="vessel" error={vessel.error} inline={false} retry={() => void vessel.refetch()} />;
  if (!vessel.data) return <Loading what="the vessel" rows={8} />;
  const item = search.sel ? story.items.get(search.sel) : undefined;
  return (
    <section className="fl-vessel" aria-label={name}>
      <header className="fl-case-head">
        <div className="fl-case-title">
          <span className="fl-figure fl-quiet">
            <Link to="/vessels" search={{}}>
              Vessels
            </Link>{' '}
            / MMSI {mmsi}
            {vessel.data.imo && ` · IMO ${vessel.data.imo}`}
          </span>
          <Title headingLevel="h1" size="xl">
            {name}
          </Title>
        </div>
        {vessel.data.synthetic && <Synthetic />}
        <span className="fl-grow" />
        <span className="fl-actions">
          <Button component="a" variant="secondary" size="sm" icon={<DownloadIcon />} href={downloadAddress(trackPath(mmsi), { format: 'geojson' })} download={`${mmsi}.geojson`}>
            Track as GeoJSON
          </Button>
          <Button component="a" variant="secondary" size="sm" icon={<DownloadIcon />} href={downloadAddress(trackPath(mmsi), { format: 'csv' })} download={`${mmsi}.csv`}>
            Track as CSV
          </Button>
        </span>
      </header>
      <div className="fl-vessel-story">
        <Workspace
          story={story}
          isPending={isPending}
          troubles={troubles}
          selected={search.sel}
          onSelect={(sel) => show({ sel })}
          frame={mmsi}
          drawer={item ? <ItemDrawer item={item} onClose={() => show({ sel: undefined })} isFreezing={false} isFrozen={() => false} /> : <Particulars vessel={vessel.data} />}
        />
      </div>
      <div className="fl-columns">
        <Identities vessel={vessel.data} />
        <Activities mmsi={mmsi} onSelect={(sel) => show({ sel })} />
        <Voyages mmsi={mmsi} />
        <Verdicts mmsi={mmsi} />
        <Matches mmsi={mmsi} />
        {vessel.data.imo && (
          <Panel title="Listed when?">
            <DayChoice value={dayOr(search.asOf)} onChange={(asOf) => show({ asOf })} />
            <AsOf imo={vessel.data.imo} day={dayOr(search.asOf)} />
          </Panel>
        )}
      </div>
    </section>
  );
}

function Particulars({ vessel }: { vessel: Vessel }) {
  const position = vessel.lastPosition;
  return (
    <div className="fl-drawer-frame">
      <Title headingLevel="h2" size="lg">
        As transmitted
      </Title>
      <p className="fl-quiet">Claims of the transmitter, not proof.</p>
      <Facts
        items={[
          ['Name', vessel.name],
          ['MMSI', vessel.mmsi],
          ['IMO', vessel.imo],
          ['Call sign', vessel.callSign],
          ['Type', vessel.shipType ?? (vessel.shipTypeCode !== undefined && `code ${vessel.shipTypeCode}`)],
          ['Size', vessel.lengthMetres !== undefined && `${vessel.lengthMetres} m × ${vessel.beamMetres ?? '?'} m`],
          ['Flag claimed by MID', vessel.flagClaimedByMid],
          ['First heard', <Time key="f" at={vessel.firstSeenAt} />],
          ['Last heard', <Time key="l" at={vessel.lastSeenAt} />],
          ['Last position', position && <Place key="p" latitude={position.latitudeDegrees} longitude={position.longitudeDegrees} />],
          ['Speed, course', position?.speedKnots !== undefined && `${knots(position.speedKnots)}${position.courseDegrees === undefined ? '' : `, ${Math.round(position.courseDegrees)}°`}`],
          ['Fixes', number(vessel.fixes)],
          ['Sources', vessel.sources.join(', ')],
          ['Record', <RecordLink key="r" href={`/api/ais/v1/vessels/${vessel.mmsi}`}>as held now</RecordLink>],
        ]}
      />
    </div>
  );
}

function Identities({ vessel }: { vessel: Vessel }) {
  return (
    <Panel title="Identity over time" className="fl-span">
      {vessel.identities.length === 0 ? (
        <p className="fl-quiet">No static data was received.</p>
      ) : (
        <div className="fl-scroll-x">
          <Table variant="compact" aria-label="Identity over time" borders>
            <Thead>
              <Tr>
                <Th>From</Th>
                <Th>To</Th>
                <Th>Name</Th>
                <Th>IMO</Th>
                <Th>Call sign</Th>
                <Th>Size</Th>
                <Th>Source</Th>
              </Tr>
            </Thead>
            <Tbody>
              {vessel.identities.map((one, index) => (
                <Tr key={`${one.firstSeenAt}${index}`}>
                  <Td dataLabel="From" className="fl-nowrap">
                    <Time at={one.firstSeenAt} />
                  </Td>
                  <Td dataLabel="To" className="fl-nowrap">
                    <Time at={one.lastSeenAt} />
                  </Td>
                  <Td dataLabel="Name">
                    {one.name} {one.synthetic && <Synthetic compact />}
                  </Td>
                  <Td dataLabel="IMO">{one.imo}</Td>
                  <Td dataLabel="Call sign">{one.callSign}</Td>
                  <Td dataLabel="Size">{one.lengthMetres !== undefined && `${one.lengthMetres} × ${one.beamMetres ?? '?'} m`}</Td>
                  <Td dataLabel="Source">{one.source}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}

function Verdicts({ mmsi }: { mmsi: string }) {
  const verdicts = useQuery(verdictsQuery(mmsi));
  return (
    <Panel title="Verdicts of sightings">
      {verdicts.isPending ? (
        <Loading what="verdicts" />
      ) : verdicts.error ? (
        <Failure what="Verdicts" error={verdicts.error} retry={() => void verdicts.refetch()} />
      ) : verdicts.data.items.length === 0 ? (
        <p className="fl-quiet">No sighting was tested against a silence of hers.</p>
      ) : (
        verdicts.data.items.map((verdict) => (
          <div key={verdict.id}>
            {verdict.sighting && (
              <div className="fl-quiet">
                {verdict.sighting.label ?? 'Sighting'}, <Time at={verdict.sighting.from} />
              </div>
            )}
            <VerdictCard verdict={verdict} />
          </div>
        ))
      )}
    </Panel>
  );
}

function Matches({ mmsi }: { mmsi: string }) {
  const matches = useQuery(matchesQuery(mmsi));
  return (
    <Panel title="List matches">
      {matches.isPending ? (
        <Loading what="matches" />
      ) : matches.error ? (
        <Failure what="Matches" error={matches.error} retry={() => void matches.refetch()} />
      ) : matches.data.items.length === 0 ? (
        <p className="fl-quiet">Nothing on the lists agrees with what she transmits.</p>
      ) : (
        <ul className="fl-plain">
          {matches.data.items.map((match) => (
            <li key={match.id} className="fl-answer">
              <strong>
                <RecordLink href={listingPath(match.listing.list, match.listing.sourceId)}>{match.listing.name ?? match.listing.sourceId}</RecordLink>
              </strong>{' '}
              <span className="fl-quiet">
                {match.listing.authority ?? match.listing.list}
                {match.state === 'cleared' && ', cleared'}
              </span>
              <div>{match.explanation}</div>
              <div className="fl-quiet">
                Agrees by {match.matchedBy.join(', ').toUpperCase()} · score {match.score.toFixed(2)}
                {match.listedSince && (
                  <>
                    {' '}
                    · listed since <Time at={match.listedSince} />
                  </>
                )}
              </div>
              {match.contradictions.map((one) => (
                <div key={one} className="fl-short">
                  Against it: {one}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

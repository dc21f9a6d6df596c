import { Button, Title } from '@patternfly/react-core';
import { CameraIcon, CloseIcon, LockIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { activityPath, silencePath, trackPath } from '../api/ais';
import { Why } from '../vessels/Why';
import { address } from '../api/client';
import type { Evidence, EvidenceKind } from '../api/cases';
import { sightingPath, sightingQuery, verdictPath } from '../api/imagery';
import { listingPath, matchHref } from '../api/sanctions';
import { hours, knots, number, words } from '../ui/format';
import { RecordLink, VesselLink } from '../ui/Links';
import { Facts, Hash, Place, Synthetic, Time } from '../ui/parts';
import { VerdictCard } from './VerdictCard';
import { activityTitle, kindTitle, silenceClass, type StoryItem } from './story';

export interface Freezable {
  kind: EvidenceKind;
  service: string;
  href: string;
}

interface Props {
  item: StoryItem;
  onClose: () => void;
  onFreeze?: (what: Freezable) => void;
  isFreezing: boolean;
  isFrozen: (href: string) => boolean;
  /** What is frozen already, to lead from a dated entry to its record. */
  evidence?: Evidence[];
}

/** One selected thing: what is known of it, and one click into the evidence. */
export function ItemDrawer({ item, ...rest }: Props) {
  const freeze = (what: Freezable) => <FreezeButton what={what} {...rest} />;
  switch (item.type) {
    case 'silence': {
      const { silence, verdicts } = item;
      const found = silenceClass(silence.classification);
      return (
        <Frame title={`Silence of ${hours(silence.durationHours)}`} synthetic={silence.synthetic} onClose={rest.onClose} href={silencePath(silence.id)}>
          {freeze({ kind: 'silence', service: 'ais', href: silencePath(silence.id) })}
          <Facts
            items={[
              ['Vessel', <VesselLink key="v" vessel={silence.vessel} />],
              ['State', words(silence.state)],
              ['Class', found && `${words(found.short)}: ${found.meaning}`],
              ['Last report', <Time key="s" at={silence.start.at} />],
              ['at', <Place key="p" latitude={silence.start.latitudeDegrees} longitude={silence.start.longitudeDegrees} />],
              ['Speed then', silence.start.speedKnots !== undefined && knots(silence.start.speedKnots)],
              ['Next report', silence.end ? <Time key="e" at={silence.end.at} /> : 'none yet'],
              ['at ', silence.end && <Place key="q" latitude={silence.end.latitudeDegrees} longitude={silence.end.longitudeDegrees} />],
              ['Usual interval', silence.usualIntervalSeconds !== undefined && `${number(Math.round(silence.usualIntervalSeconds))} s (95 of 100 reports come sooner)`],
              ['Version', `${silence.version}${silence.reason ? `: ${silence.reason}` : ''}`],
              ['Sources', silence.sources.join(', ')],
            ]}
          />
          <p className="fl-quiet">What it means is for a person to find.</p>
          <Why id={silence.id} />
          {verdicts.length > 0 && <h3 className="fl-h3">What sightings say of it</h3>}
          {verdicts.map((verdict) => (
            <VerdictCard key={verdict.id} verdict={{ ...verdict, silence: undefined }}>
              {verdict.sighting && (
                <div className="fl-quiet">
                  <CameraIcon aria-hidden /> {verdict.sighting.label ?? 'Sighting'}, <Time at={verdict.sighting.from} />
                </div>
              )}
              {verdict.id && freeze({ kind: 'verdict', service: 'imagery', href: verdictPath(verdict.id) })}
            </VerdictCard>
          ))}
        </Frame>
      );
    }
    case 'activity': {
      const { activity } = item;
      const { details } = activity;
      return (
        <Frame title={activityTitle(activity)} synthetic={activity.synthetic} onClose={rest.onClose} href={activityPath(activity.id)}>
          {freeze({ kind: 'activity', service: 'ais', href: activityPath(activity.id) })}
          <p>{activity.reason}</p>
          <Facts
            items={[
              ['What', kindTitle(activity.kind)],
              ['Vessel', activity.vessel && <VesselLink key="v" vessel={activity.vessel} />],
              [
                activity.kind === 'encounter' ? 'Other vessel' : 'Vessels',
                activity.others.length > 0 &&
                  activity.others.slice(0, 12).map((one) => (
                    <div key={one.mmsi}>
                      <VesselLink vessel={one} />
                    </div>
                  )),
              ],
              ['Port', details.port && `${details.port.name}${details.port.country ? ` (${details.port.country})` : ''}`],
              ['Basis', details.basis && `${words(details.basis)}${details.confidence ? `, confidence ${details.confidence} of 4` : ''}`],
              ['What speaks for it', details.corroboration.length > 0 && details.corroboration.join(' ')],
              ['At most', details.atMost !== undefined && `${details.atMost} runs fit into the silence`],
              ['Rules met', details.tiers.length > 0 && details.tiers.join(' and ')],
              ['Closest', details.closestMetres !== undefined && `${number(Math.round(details.closestMetres))} m`],
              ['Speed', (details.medianSpeedKnots ?? details.meanSpeedKnots) !== undefined && `${knots(details.medianSpeedKnots ?? details.meanSpeedKnots)} (${details.medianSpeedKnots === undefined ? 'mean' : 'median'})`],
              ['Attributed to', details.attribution && (details.attribution === 'area' ? 'the area: ships near her show the same' : 'the ship')],
              ['State', words(activity.state)],
              ['From', <Time key="f" at={activity.from} />],
              ['To', activity.to ? <Time key="t" at={activity.to} /> : 'still open'],
              ['Duration', activity.to && activity.durationHours > 0 && hours(activity.durationHours)],
              ['Place', activity.start && <Place key="p" latitude={activity.start.latitudeDegrees} longitude={activity.start.longitudeDegrees} />],
              ['Version', activity.version],
              ['Sources', activity.sources.join(', ')],
            ]}
          />
          <p className="fl-quiet">{activity.kind === 'port-visit' && details.basis === 'inferred' ? 'Possible and supported, not observed.' : 'What it means is for a person to find.'}</p>
          <Why id={activity.id} />
        </Frame>
      );
    }
    case 'sighting': {
      const { sighting, verdicts } = item;
      return (
        <Frame title={sighting.label ?? 'Sighting'} synthetic={sighting.synthetic} onClose={rest.onClose} href={sightingPath(sighting.id)}>
          {freeze({ kind: 'sighting', service: 'imagery', href: sightingPath(sighting.id) })}
          <SightingFacts id={sighting.id} fallback={sighting} />
          {verdicts.map((verdict) => (
            <VerdictCard key={verdict.id} verdict={verdict}>
              {verdict.id && freeze({ kind: 'verdict', service: 'imagery', href: verdictPath(verdict.id) })}
            </VerdictCard>
          ))}
        </Frame>
      );
    }
    case 'stretch': {
      const { stretch } = item;
      const href = address(trackPath(stretch.mmsi), { from: stretch.from, to: stretch.to });
      return (
        <Frame title="AIS track" synthetic={stretch.synthetic} onClose={rest.onClose} href={href}>
          {freeze({ kind: 'track', service: 'ais', href })}
          <Facts
            items={[
              ['Vessel', <VesselLink key="v" vessel={{ mmsi: stretch.mmsi, name: stretch.name }} />],
              ['From', <Time key="f" at={stretch.from} />],
              ['To', <Time key="t" at={stretch.to} />],
              ['Duration', hours((Date.parse(stretch.to) - Date.parse(stretch.from)) / 3_600_000)],
              ['Fixes', number(stretch.fixes)],
            ]}
          />
        </Frame>
      );
    }
    case 'match': {
      const { match } = item;
      return (
        <Frame title={match.listing.name ?? 'Listing'} synthetic={match.synthetic} onClose={rest.onClose} href={listingPath(match.listing.list, match.listing.sourceId)}>
          {freeze({ kind: 'match', service: 'sanctions', href: matchHref(match.id) })}
          <Facts
            items={[
              ['Vessel', <VesselLink key="v" vessel={match.vessel} />],
              ['List', match.listing.authority ?? match.listing.list],
              ['Listed since', match.listedSince && <Time key="t" at={match.listedSince} />],
              ['Programmes', match.listing.programs.join(', ')],
              ['Agrees by', match.matchedBy.join(', ').toUpperCase()],
              ['Against it', match.contradictions.join(' ')],
              ['Score', match.score.toFixed(2)],
              ['Why', match.explanation],
            ]}
          />
        </Frame>
      );
    }
    case 'port':
      return (
        <Frame title={item.port.name} synthetic={false} onClose={rest.onClose}>
          <Facts
            items={[
              ['Kind', words(item.port.kind ?? 'port')],
              ['Place', <Place key="p" latitude={item.port.latitudeDegrees} longitude={item.port.longitudeDegrees} />],
              ['Also called', item.port.aliases.join(', ')],
              ['Why AIS lists miss it', item.port.why],
              ['Source', item.port.source],
            ]}
          />
        </Frame>
      );
    case 'entry': {
      const { entry } = item;
      const exhibit = rest.evidence?.find((one) => one.id === entry.evidenceId);
      return (
        <Frame title={entry.title} synthetic={entry.synthetic} onClose={rest.onClose} href={exhibit?.ref?.href}>
          <Facts
            items={[
              ['When', <Time key="t" at={entry.at} precision={entry.precision} />],
              ['Until', entry.to && <Time key="u" at={entry.to} precision={entry.precision} />],
              ['Precision', entry.precision && words(entry.precision)],
              ['What', entry.detail],
              ['Place', entry.latitudeDegrees !== undefined && entry.longitudeDegrees !== undefined && <Place key="p" latitude={entry.latitudeDegrees} longitude={entry.longitudeDegrees} />],
              ['Source', entry.source && <Source text={entry.source} />],
              ['Frozen', exhibit && <Time key="f" at={exhibit.collectedAt} />],
              ['SHA-256', exhibit && <Hash key="h" value={exhibit.sha256} />],
            ]}
          />
        </Frame>
      );
    }
  }
}

export function Source({ text }: { text: string }) {
  return /^https:\/\/\S+$/.test(text) ? (
    <a href={text} target="_blank" rel="noreferrer noopener">
      {new URL(text).hostname}
    </a>
  ) : (
    <>{text}</>
  );
}

/** Verdicts carry a short form of their sighting; the record has the rest. */
function SightingFacts({ id, fallback }: { id: string; fallback: Extract<StoryItem, { type: 'sighting' }>['sighting'] }) {
  const sighting = useQuery(sightingQuery(id)).data ?? fallback;
  return (
    <Facts
      items={[
        ['Seen', <Time key="t" at={sighting.from} />],
        ['to', sighting.to !== sighting.from && <Time key="u" at={sighting.to} />],
        ['Place', <Place key="p" latitude={sighting.latitudeDegrees} longitude={sighting.longitudeDegrees} />],
        ['Position error', sighting.positionErrorMetres !== undefined && `${number(sighting.positionErrorMetres)} m (1σ)`],
        ['Length', sighting.lengthMetres !== undefined && `${sighting.lengthMetres} m${sighting.lengthErrorMetres === undefined ? '' : ` ± ${sighting.lengthErrorMetres} m`}`],
        ['Sensor', sighting.sensor && words(sighting.sensor)],
        ['Source', sighting.source && <Source text={sighting.source} />],
        ['Licence', sighting.licence],
        ['Note', sighting.note],
      ]}
    />
  );
}

function FreezeButton({ what, onFreeze, isFreezing, isFrozen }: Pick<Props, 'onFreeze' | 'isFreezing' | 'isFrozen'> & { what: Freezable }) {
  if (!onFreeze) return null;
  const frozen = isFrozen(what.href);
  return (
    <Button variant={what.kind === 'verdict' ? 'link' : 'secondary'} isInline={what.kind === 'verdict'} size="sm" icon={<LockIcon />} isDisabled={isFreezing} onClick={() => onFreeze(what)}>
      {frozen ? `Freeze ${what.kind} again` : `Freeze ${what.kind === 'verdict' ? 'verdict' : ''} as evidence`.replace('  ', ' ')}
    </Button>
  );
}

export function Frame({ title, synthetic, onClose, href, children }: { title: string; synthetic: boolean; onClose?: () => void; href?: string; children: ReactNode }) {
  return (
    <div className="fl-drawer-frame">
      <header>
        <Title headingLevel="h2" size="lg">
          {title}
        </Title>
        {onClose && <Button variant="plain" size="sm" icon={<CloseIcon />} aria-label="Close" onClick={onClose} />}
      </header>
      <div className="fl-labels">
        {synthetic && <Synthetic />}
        {href && <RecordLink href={href}>Open the record</RecordLink>}
      </div>
      {children}
    </div>
  );
}

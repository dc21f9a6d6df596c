import { Alert, Button, Label } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { chipsQuery } from '../api/chips';
import { sightingPath, sightingQuery, type Sighting } from '../api/imagery';
import { sceneQuery } from '../api/scenes';
import { Panel, Sheet } from '../ui/Page';
import { words } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Facts, Failure, Loading, Place, Synthetic, Time } from '../ui/parts';
import { AddChip } from './AddChip';
import { CandidatesPanel } from './CandidatesPanel';
import { CorrectSighting, WithdrawSighting } from './CorrectSighting';
import { placeErrorMetres } from './overlay';
import { Versions } from './Versions';
import { Viewer } from './Viewer';

const route = getRouteApi('/imagery/$sightingId');
const plus = (value: number | undefined, error: number | undefined, unit: string) => value !== undefined && `${value}${unit}${error === undefined ? '' : ` ± ${error}${unit}`}`;

/** One sighting: what was seen, the pictures of it, and which ships it can be. */
export function SightingPage() {
  const { sightingId } = route.useParams();
  const { data: sighting, error, isPending, refetch } = useQuery(sightingQuery(sightingId));
  const [dialog, setDialog] = useState<'correct' | 'withdraw'>();
  if (isPending) return <Loading what="the sighting" rows={8} />;
  if (error) return <Failure what="sighting" error={error} retry={() => void refetch()} inline={false} />;
  return (
    <Sheet
      wide
      title={
        <>
          {sighting.label ?? 'Sighting'} {sighting.synthetic && <Synthetic />} {sighting.state === 'withdrawn' && <Label color="grey">Withdrawn</Label>}
        </>
      }
      lead={
        <>
          <Place latitude={sighting.latitudeDegrees} longitude={sighting.longitudeDegrees} />, <Time at={sighting.from} />
          {sighting.to !== sighting.from && (
            <>
              {' '}
              to <Time at={sighting.to} />
            </>
          )}
        </>
      }
      actions={
        <>
          <Link to="/imagery" search={{}}>All sightings</Link>
          {sighting.state !== 'withdrawn' && (
            <>
              <Button variant="secondary" size="sm" onClick={() => setDialog('correct')}>
                Correct
              </Button>
              <Button variant="secondary" size="sm" onClick={() => setDialog('withdraw')}>
                Withdraw
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="fl-sighting">
        <div className="fl-sighting-main">
          <CandidatesPanel sighting={sighting} />
        </div>
        <div className="fl-sighting-side">
          <Pictures sighting={sighting} />
          <Panel title="What was seen">
            <Seen sighting={sighting} />
          </Panel>
          <Versions sighting={sighting} />
        </div>
      </div>
      {dialog === 'correct' && <CorrectSighting sighting={sighting} onClose={() => setDialog(undefined)} />}
      {dialog === 'withdraw' && <WithdrawSighting sighting={sighting} onClose={() => setDialog(undefined)} />}
    </Sheet>
  );
}

function Pictures({ sighting }: { sighting: Sighting }) {
  const chips = useQuery(chipsQuery(sighting.id));
  const scene = useQuery(sceneQuery(sighting.observation?.sceneId));
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title="Pictures"
      actions={
        <Button variant="secondary" size="sm" onClick={() => setAdding(true)}>
          Add a picture
        </Button>
      }
    >
      {chips.isPending ? (
        <Loading what="the pictures" rows={2} />
      ) : chips.error ? (
        <Failure what="Pictures" error={chips.error} retry={() => void chips.refetch()} />
      ) : chips.data.items.length === 0 ? (
        <p className="fl-quiet">None yet. A cut-out of the image lets a second reader check length, heading and layout.</p>
      ) : (
        chips.data.items.map((chip) => <Viewer key={chip.name} sighting={sighting} chip={chip} sceneResolution={scene.data?.groundResolutionMetres} />)
      )}
      {isAdding && <AddChip sightingId={sighting.id} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Seen({ sighting }: { sighting: Sighting }) {
  const seen = sighting.observation;
  const hasSecond = seen?.secondReader !== undefined;
  return (
    <>
      <Facts
        items={[
          ['Sensor', sighting.sensor],
          ['Scene', sighting.sceneId],
          ['Resolution', seen?.groundResolutionMetres !== undefined && `${seen.groundResolutionMetres} m on the ground`],
          ['Place is known to', `${Math.round(placeErrorMetres(sighting))} m (1σ)${seen?.azimuthShiftErrorMetres !== undefined ? `, ${seen.azimuthShiftErrorMetres} m of it the shift of a moving ship in a radar image` : ''}`],
          ['Length', plus(sighting.lengthMetres, sighting.lengthErrorMetres, ' m')],
          ['Beam', plus(seen?.beamMetres, seen?.beamErrorMetres, ' m')],
          ['Heading', sighting.headingDegrees !== undefined && `${plus(sighting.headingDegrees, seen?.headingErrorDegrees, '°')}${seen?.isHeadingAmbiguous ? ', or the opposite' : ''}`],
          ['Hull', seen && seen.hullLayout.length > 0 && seen.hullLayout.map(words).join(', ')],
          ['Colours', seen?.colourNote],
          ['Motion', seen?.motion && words(seen.motion)],
          ['Wake', seen?.hasWake === undefined ? undefined : seen.hasWake ? 'seen' : 'none'],
          ['Confidence', seen?.confidence !== undefined && `${Math.round(seen.confidence * 100)} %`],
          ['Observer', seen?.observer],
          ['Second reader', seen?.secondReader],
          ['Source', sighting.source],
          ['Licence', sighting.licence],
          ['Note', sighting.note],
          ['Recorded', <>{sighting.recordedBy}, <Time at={sighting.recordedAt} /></>],
        ]}
      />
      {!hasSecond && <Alert isInline isPlain variant="info" title="No second reader yet" />}
      <RecordLink href={sightingPath(sighting.id)}>Record of the sighting</RecordLink>
    </>
  );
}

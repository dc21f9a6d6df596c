import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { scenePath, scenesQuery, type Scene } from '../api/scenes';
import { areaOutlines, chartOf } from '../map/chart';
import { number, utc } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Facts, Failure, Hash, Loading, Nothing, Synthetic, Time } from '../ui/parts';
import { SceneForm } from './SceneForm';

const ChartMap = lazy(() => import('../map/ChartMap').then((module) => ({ default: module.ChartMap })));
const percent = (share: number) => `${number(Math.round(share * 1000) / 10)} %`;

export function ScenesTab() {
  const { data, error, isPending, refetch } = useQuery(scenesQuery);
  const [chosenId, setChosen] = useState<string>();
  const [isChanging, setChanging] = useState(false);
  const scenes = data?.items;
  const chart = useMemo(() => chartOf((scenes ?? []).flatMap((one) => areaOutlines('footprint', one.footprint, { id: one.id }))), [scenes]);
  if (isPending) return <Loading what="the scenes" rows={6} />;
  if (error) return <Failure what="Scenes" error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <Nothing title="No scene yet">Record one, or import a catalogue&apos;s GeoJSON. An image without a ship in it says something too, if its footprint and recall are known.</Nothing>;
  const chosen = data.items.find((one) => one.id === chosenId);
  return (
    <div className="fl-scenes">
      <Suspense fallback={<div className="fl-map" />}>
        <ChartMap chart={chart} label="Footprints of the scenes" selected={chosenId} onSelect={setChosen} legend frame={`scenes-${data.items.length}`} />
      </Suspense>
      <div>
        <Table variant="compact" aria-label="Scenes">
          <Thead>
            <Tr>
              <Th>Scene</Th>
              <Th>Taken</Th>
              <Th>Sensor</Th>
              <Th>Cloud</Th>
              <Th>Recall</Th>
            </Tr>
          </Thead>
          <Tbody>
            {data.items.map((one) => (
              <Tr key={one.id} isRowSelected={one.id === chosenId}>
                <Td dataLabel="Scene">
                  <Button variant="link" isInline aria-pressed={one.id === chosenId} onClick={() => setChosen(one.id === chosenId ? undefined : one.id)}>
                    {one.name}
                  </Button>{' '}
                  {one.synthetic && <Synthetic compact />}
                </Td>
                <Td dataLabel="Taken">
                  <Time at={one.acquisitionStart} />
                </Td>
                <Td dataLabel="Sensor">{one.sensor}</Td>
                <Td dataLabel="Cloud">{one.cloudCover === undefined ? <span className="fl-quiet">not stated</span> : percent(one.cloudCover)}</Td>
                <Td dataLabel="Recall">{one.recallByLength.length === 0 ? <span className="fl-quiet">unknown: proves no absence</span> : `${one.recallByLength.length} ${one.recallByLength.length === 1 ? 'length' : 'lengths'}`}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {data.nextCursor && <p className="fl-quiet">The newest 200 are shown.</p>}
        {chosen && <SceneFacts scene={chosen} onChange={() => setChanging(true)} />}
        {chosen && isChanging && <SceneForm before={chosen} onClose={() => setChanging(false)} />}
      </div>
    </div>
  );
}

function SceneFacts({ scene, onChange }: { scene: Scene; onChange: () => void }) {
  const isLink = scene.sourceUri !== undefined && /^https?:/i.test(scene.sourceUri);
  return (
    <section aria-label={`Scene ${scene.name}`} className="fl-panel">
      <Facts
        items={[
          ['Acquisition', `${utc(scene.acquisitionStart)} – ${utc(scene.acquisitionEnd)}`],
          ['Provider', scene.provider],
          ['Ground resolution', scene.groundResolutionMetres !== undefined && `${scene.groundResolutionMetres} m`],
          ['Cloud cover', scene.cloudCover !== undefined && percent(scene.cloudCover)],
          ['Licence', scene.licence],
          ['Source', isLink ? <a href={scene.sourceUri} rel="noreferrer noopener" target="_blank">{scene.sourceUri}</a> : scene.sourceUri],
          ['SHA-256', scene.sha256 && <Hash value={scene.sha256} short />],
          ['Note', scene.note],
          ['Version', `${scene.version}, by ${scene.recordedBy ?? 'unknown'}`],
        ]}
      />
      {scene.recallByLength.length > 0 && (
        <table className="fl-margins">
          <caption>Share of ships that are found in it</caption>
          <thead>
            <tr>
              <th scope="col">Length</th>
              <th scope="col">Recall</th>
            </tr>
          </thead>
          <tbody>
            {scene.recallByLength.map((band) => (
              <tr key={band.fromMetres}>
                <td>{band.toMetres === undefined ? `${band.fromMetres} m and more` : `${band.fromMetres} to ${band.toMetres} m`}</td>
                <td>{percent(band.recall)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="fl-actions">
        <Button variant="secondary" size="sm" onClick={onChange}>
          Change
        </Button>
        <RecordLink href={scenePath(scene.id)}>Record of the scene</RecordLink>
        <RecordLink href={`${scenePath(scene.id)}/versions`}>All versions</RecordLink>
      </div>
    </section>
  );
}

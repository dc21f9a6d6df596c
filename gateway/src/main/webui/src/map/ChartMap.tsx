import { Button } from '@patternfly/react-core';
import { ExpandArrowsAltIcon } from '@patternfly/react-icons';
import { GeoJSONSource, Map as Chart, NavigationControl, ScaleControl, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '../app/theme';
import { decimal, dms } from '../ui/format';
import { positionsOf, type Chart as ChartData } from './chart';
import { boxAround } from './geometry';
import { coarseLand, fineLand, type Land } from './land';
import { Legend } from './Legend';
import { chartStyle } from './style';

setWorkerUrl(workerAddress);

interface Props {
  chart: ChartData;
  label: string;
  selected?: string;
  onSelect?: (id: string | undefined) => void;
  onPick?: (latitude: number, longitude: number) => void;
  legend?: boolean;
  /** Frames the chart anew when it changes. */
  frame?: string;
}

function put(map: Chart, name: string, data: ChartData | Land['land'] | Land['borders']) {
  const source = map.getSource(name);
  if (source instanceof GeoJSONSource) source.setData(data);
}

function choose(map: Chart, id: string | undefined) {
  for (const [layer, type] of [['chosen-line', 'LineString'], ['chosen-point', 'Point'], ['chosen-area', 'Polygon']] as const) {
    if (map.getLayer(layer)) map.setFilter(layer, ['all', ['==', ['get', 'id'], id ?? ''], ['==', ['geometry-type'], type]]);
  }
}

function frameAll(map: Chart, chart: ChartData) {
  const box = boxAround(positionsOf(chart));
  if (box) map.fitBounds([box[0], box[1], box[2], box[3]], { padding: 56, maxZoom: 8, duration: 0 });
}

/** Brings the chosen thing into view when it lies outside. */
function reveal(map: Chart, chart: ChartData, id: string | undefined) {
  const box = boxAround(positionsOf({ ...chart, features: chart.features.filter((one) => one.properties?.id === id) }));
  if (!box || !id) return;
  const bounds = map.getBounds();
  if (bounds.contains([box[0], box[1]]) && bounds.contains([box[2], box[3]])) return;
  map.fitBounds([box[0], box[1], box[2], box[3]], { padding: 72, maxZoom: map.getZoom(), duration: 0 });
}

/** The sea chart. Everything on it is ours: land is bundled, no tile and no font comes from elsewhere. */
export function ChartMap({ chart, label, selected, onSelect, onPick, legend = false, frame = '' }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<Chart>(undefined);
  const latest = useRef({ chart, selected, onSelect, onPick });
  latest.current = { chart, selected, onSelect, onPick };
  const { isDark } = useTheme();
  const [under, setUnder] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  const drawnDark = useRef(isDark);
  const framed = useRef<string>(undefined);
  const land = useRef<Land>(undefined);
  const isReady = useRef(false);

  useEffect(() => {
    if (!box.current) return;
    let made: Chart;
    try {
      made = new Chart({
        container: box.current,
        style: chartStyle(drawnDark.current),
        center: [128, 36],
        zoom: 3.2,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        renderWorldCopies: true,
        maxZoom: 13,
      });
    } catch {
      setBroken(true);
      return;
    }
    map.current = made;
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    made.addControl(new ScaleControl({ unit: 'nautical', maxWidth: 120 }), 'bottom-left');
    const fill = () => {
      if (land.current) {
        put(made, 'land', land.current.land);
        put(made, 'borders', land.current.borders);
      }
      put(made, 'chart', latest.current.chart);
      choose(made, latest.current.selected);
    };
    made.on('style.load', () => {
      isReady.current = true;
      fill();
    });
    // Sources load in a worker: the map rests when nothing has come for a while.
    let resting: number | undefined;
    made.on('idle', () => {
      window.clearTimeout(resting);
      resting = window.setTimeout(() => {
        if (map.current !== made || !land.current || !made.isSourceLoaded('land') || !made.isSourceLoaded('chart') || !made.areTilesLoaded()) return;
        document.documentElement.setAttribute('data-map-idle', String(made.queryRenderedFeatures({ layers: ['coast', 'points', 'tracks'] }).length));
      }, 300);
    });
    const stir = () => {
      window.clearTimeout(resting);
      document.documentElement.removeAttribute('data-map-idle');
    };
    made.on('movestart', stir);
    made.on('dataloading', stir);
    made.on('mousemove', (event: MapMouseEvent) => {
      const { lat, lng } = event.lngLat;
      setUnder(`${dms(lat, lng)}  (${decimal(lat, lng)})`);
      made.getCanvas().style.cursor = latest.current.onPick ? 'crosshair' : hit(event) ? 'pointer' : '';
    });
    made.on('mouseout', () => setUnder(undefined));
    // The panes below take their room after the first framing; until somebody moves the map it follows.
    let isMovedByHand = false;
    made.on('movestart', (event) => {
      if ('originalEvent' in event && event.originalEvent) isMovedByHand = true;
    });
    made.on('resize', () => {
      if (!isMovedByHand && framed.current !== undefined) frameAll(made, latest.current.chart);
    });
    const hit = (event: MapMouseEvent): string | undefined => {
      const { x, y } = event.point;
      const found = made.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['points', 'line-hits', 'footprints'].filter((id) => made.getLayer(id)) });
      const id: unknown = found.find((one) => one.properties.id)?.properties.id;
      return typeof id === 'string' ? id : undefined;
    };
    made.on('click', (event: MapMouseEvent) => {
      const { onPick: pick, onSelect: select } = latest.current;
      const id = hit(event);
      if (pick) pick(event.lngLat.lat, event.lngLat.wrap().lng);
      else select?.(id);
    });
    void coarseLand()
      .then((coarse) => {
        if (map.current !== made) return undefined;
        land.current = coarse;
        if (isReady.current) fill();
        return fineLand();
      })
      .then((fine) => {
        if (!fine || !land.current || map.current !== made) return;
        land.current = { ...land.current, land: fine };
        if (isReady.current) put(made, 'land', fine);
      })
      .catch(() => undefined);
    return () => {
      stir();
      isReady.current = false;
      framed.current = undefined;
      land.current = undefined;
      map.current = undefined;
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (drawnDark.current === isDark) return;
    drawnDark.current = isDark;
    isReady.current = false;
    map.current?.setStyle(chartStyle(isDark), { diff: false });
  }, [isDark]);

  useEffect(() => {
    const made = map.current;
    if (!made) return;
    if (isReady.current) put(made, 'chart', chart);
    if (framed.current !== frame && positionsOf(chart).length > 0) {
      framed.current = frame;
      frameAll(made, chart);
    }
  }, [chart, frame]);

  useEffect(() => {
    if (!map.current || !isReady.current) return;
    choose(map.current, selected);
    reveal(map.current, latest.current.chart, selected);
  }, [selected]);

  if (isBroken) {
    return <div className="fl-map fl-map-broken">This browser cannot draw the map (WebGL is off). Everything on it is also listed beside it.</div>;
  }
  return (
    <div className="fl-map" role="region" aria-label={label}>
      <div ref={box} className="fl-map-canvas" />
      <div className="fl-map-tools">
        <Button
          variant="control"
          size="sm"
          icon={<ExpandArrowsAltIcon />}
          aria-label="Show everything on the map"
          onClick={() => map.current && frameAll(map.current, chart)}
        />
      </div>
      <div className="fl-map-under fl-figure" aria-hidden="true">
        {under ?? 'WGS 84 · nautical miles'}
      </div>
      {legend && <Legend chart={chart} />}
    </div>
  );
}

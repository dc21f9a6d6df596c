import { Map as Chart, NavigationControl, Popup, ScaleControl, setWorkerUrl, type MapGeoJSONFeature, type MapMouseEvent } from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { standingHeaders } from '../api/client';
import { useTheme } from '../app/theme';
import { coarseLand } from './land';
import { chartColours, chartStyle } from './style';

setWorkerUrl(workerAddress);

const LAYER = 'traffic';

/** A tile of a wide view gives a ship no properties, only her number as the feature's. */
const mmsiOf = (ship: MapGeoJSONFeature) => String(ship.id).padStart(9, '0');

/** Everybody's last position, as vector tiles: the map asks only for what it shows. */
export function TrafficMap({ label, onChoose }: { label: string; onChoose: (mmsi: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const { isDark } = useTheme();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    let map: Chart;
    try {
      map = new Chart({
        container: box.current,
        style: chartStyle(isDark),
        center: [20, 35],
        zoom: 1.6,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        maxZoom: 14,
        transformRequest: (url) => (url.startsWith(window.location.origin) ? { url, headers: standingHeaders() } : { url }),
      });
    } catch {
      setBroken(true);
      return;
    }
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ unit: 'nautical', maxWidth: 120 }), 'bottom-left');
    const colours = chartColours(isDark);
    map.on('style.load', () => {
      map.addSource(LAYER, {
        type: 'vector',
        tiles: [`${window.location.origin}/api/ais/v1/tiles/{z}/{x}/{y}.mvt`],
        maxzoom: 12,
      });
      map.addLayer({
        id: LAYER,
        type: 'circle',
        source: LAYER,
        'source-layer': 'positions',
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 1, 1.4, 6, 2.6, 10, 4.5],
          'circle-color': ['case', ['==', ['get', 'synthetic'], true], colours.synthetic, colours.track],
          'circle-stroke-color': colours.halo,
          'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 5, 0, 8, 0.8],
        },
      });
      void coarseLand().then((land) => {
        for (const [name, data] of [['land', land.land], ['borders', land.borders]] as const) {
          const source = map.getSource(name);
          if (source && 'setData' in source && typeof source.setData === 'function') source.setData(data);
        }
      });
    });
    map.on('idle', () => {
      document.documentElement.setAttribute('data-map-idle', String(map.queryRenderedFeatures({ layers: ['coast'] }).length));
    });
    const popup = new Popup({ closeButton: false, closeOnClick: false });
    const under = (event: MapMouseEvent) => {
      const { x, y } = event.point;
      return map.getLayer(LAYER) ? map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: [LAYER] })[0] : undefined;
    };
    map.on('mousemove', (event: MapMouseEvent) => {
      const ship = under(event);
      map.getCanvas().style.cursor = ship ? 'pointer' : '';
      if (!ship) {
        popup.remove();
        return;
      }
      const { name, speed, at } = ship.properties;
      const words = [name ?? `MMSI ${mmsiOf(ship)}`, speed === undefined ? undefined : `${speed} kn`, at].filter(Boolean);
      popup.setLngLat(event.lngLat).setText(words.join(' · ')).addTo(map);
    });
    map.on('click', (event: MapMouseEvent) => {
      const ship = under(event);
      if (ship) choose.current(mmsiOf(ship));
    });
    return () => {
      document.documentElement.removeAttribute('data-map-idle');
      map.remove();
    };
  }, [isDark]);

  if (isBroken) {
    return <div className="fl-map fl-map-broken">This browser cannot draw the map (WebGL is off). Ships are also found by name under Vessels.</div>;
  }
  return (
    <div className="fl-map" role="region" aria-label={label}>
      <div ref={box} className="fl-map-canvas" />
    </div>
  );
}

import { Alert, Button, Checkbox } from '@patternfly/react-core';
import { useId, useState } from 'react';
import { chipOriginal, chipView, type Chip } from '../api/chips';
import type { Sighting } from '../api/imagery';
import { bytes, number } from '../ui/format';
import { Hash } from '../ui/parts';
import { frameOf, hullPoints, placeErrorMetres, scaleBar } from './overlay';

interface Props {
  sighting: Sighting;
  chip: Chip;
  sceneResolution?: number;
}

/** A picture with what was read from it drawn over it. Graphic ones are blurred until asked for. */
export function Viewer({ sighting, chip, sceneResolution }: Props) {
  const id = useId();
  const [isShown, setShown] = useState(!chip.isGraphic);
  const [hasOverlay, setOverlay] = useState(true);
  const [zoom, setZoom] = useState(1);
  const [isBroken, setBroken] = useState(false);
  const frame = frameOf(chip, sceneResolution);
  const canShow = chip.mediaType !== 'image/tiff' && !isBroken;
  return (
    <figure className="fl-viewer">
      {canShow ? (
        <div className="fl-viewer-stage" tabIndex={0} role="group" aria-label={`Picture ${chip.name}, scrollable`}>
          <div className="fl-viewer-picture" style={{ inlineSize: `${zoom * 100}%` }}>
            <img
              src={chipView(sighting.id, chip.name)}
              alt={isShown ? `Picture ${chip.name} of ${sighting.label ?? 'the ship seen'}` : 'Blurred: a graphic picture'}
              className={isShown ? '' : 'fl-blurred'}
              width={chip.widthPixels}
              height={chip.heightPixels}
              onError={() => setBroken(true)}
            />
            {isShown && hasOverlay && frame && <Overlay frame={frame} sighting={sighting} />}
            {!isShown && (
              <div className="fl-viewer-cover">
                <p>Marked as graphic by whoever added it.</p>
                <Button variant="secondary" onClick={() => setShown(true)}>
                  Show it
                </Button>
              </div>
            )}
          </div>
        </div>
      ) : (
        <Alert isInline variant="info" title={isBroken ? 'The picture cannot be shown: it is damaged, or the store of pictures is away.' : 'Browsers do not show a TIFF. Download it.'} />
      )}
      <div className="fl-actions">
        {frame && canShow && <Checkbox id={`${id}-overlay`} label="Overlay: place, error, hull, scale" isChecked={hasOverlay} onChange={(_, on) => setOverlay(on)} />}
        {canShow && (
          <>
            <Button variant="control" size="sm" aria-label="Zoom out" isDisabled={zoom <= 1} onClick={() => setZoom(Math.max(1, zoom / 1.5))}>
              −
            </Button>
            <Button variant="control" size="sm" aria-label="Zoom in" isDisabled={zoom >= 8} onClick={() => setZoom(zoom * 1.5)}>
              +
            </Button>
          </>
        )}
        {isShown && chip.isGraphic && (
          <Button variant="link" isInline onClick={() => setShown(false)}>
            Blur again
          </Button>
        )}
        <a href={chipOriginal(sighting.id, chip.name)} download={chip.name}>
          Original, {bytes(chip.sizeBytes)}
        </a>
      </div>
      <figcaption className="fl-quiet">
        {number(chip.widthPixels)} × {number(chip.heightPixels)} pixels
        {frame ? `, ${number(frame.metresPerPixel)} m each` : '. Without a scale nothing can be measured on it: add it with metres per pixel, or name its scene'}. Added by {chip.addedBy ?? 'unknown'}. SHA-256 <Hash value={chip.sha256} short />
      </figcaption>
    </figure>
  );
}

function Overlay({ frame, sighting }: { frame: NonNullable<ReturnType<typeof frameOf>>; sighting: Sighting }) {
  const bar = scaleBar(frame);
  const hull = hullPoints(frame, sighting);
  const radius = placeErrorMetres(sighting) / frame.metresPerPixel;
  const unit = frame.width / 100;
  const tick = 3 * unit;
  return (
    <svg className="fl-viewer-overlay" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
      {radius > 0 && <circle cx={frame.x} cy={frame.y} r={radius} className="fl-over-error" />}
      {hull && <polygon points={hull.map((point) => point.join(',')).join(' ')} className="fl-over-hull" />}
      <path d={`M${frame.x - tick} ${frame.y}h${2 * tick}M${frame.x} ${frame.y - tick}v${2 * tick}`} className="fl-over-place" />
      <g transform={`translate(${2 * unit} ${frame.height - 3 * unit})`}>
        <rect x={-unit} y={-4.5 * unit} width={bar.pixels + 2 * unit} height={6.5 * unit} className="fl-over-plate" />
        <path d={`M0 ${-unit}V0H${bar.pixels}V${-unit}`} className="fl-over-bar" />
        <text x={0} y={-1.5 * unit} fontSize={2.6 * unit} className="fl-over-text">
          {bar.metres >= 1000 ? `${bar.metres / 1000} km` : `${bar.metres} m`}
        </text>
      </g>
    </svg>
  );
}

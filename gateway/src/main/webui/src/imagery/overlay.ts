import type { Chip } from '../api/chips';
import type { Sighting } from '../api/imagery';

export interface Frame {
  width: number;
  height: number;
  metresPerPixel: number;
  x: number;
  y: number;
  upDegrees: number;
}

/** How a picture lies on the ground; without a scale nothing can be measured on it. */
export function frameOf(chip: Chip, sceneResolution: number | undefined): Frame | undefined {
  const metresPerPixel = chip.metresPerPixel ?? sceneResolution;
  if (!metresPerPixel) return undefined;
  return {
    width: chip.widthPixels,
    height: chip.heightPixels,
    metresPerPixel,
    x: chip.xPixels ?? chip.widthPixels / 2,
    y: chip.yPixels ?? chip.heightPixels / 2,
    upDegrees: chip.upDegrees ?? 0,
  };
}

/** A bar of a round length that takes up at most the given share of the width. */
export function scaleBar(frame: Frame, share = 0.3): { metres: number; pixels: number } {
  const most = frame.width * frame.metresPerPixel * share;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { metres, pixels: metres / frame.metresPerPixel };
}

type Point = [x: number, y: number];

/** Metres ahead and to starboard of a heading, as pixels. */
function pixel(frame: Frame, headingDegrees: number, ahead: number, starboard: number): Point {
  const angle = ((headingDegrees - frame.upDegrees) * Math.PI) / 180;
  const right = Math.sin(angle) * ahead + Math.cos(angle) * starboard;
  const up = Math.cos(angle) * ahead - Math.sin(angle) * starboard;
  return [frame.x + right / frame.metresPerPixel, frame.y - up / frame.metresPerPixel];
}

/** The hull: as it was drawn, else from length, beam and heading; pointed only where the bow is known. */
export function hullPoints(frame: Frame, sighting: Sighting): Point[] | undefined {
  const outline = sighting.observation?.outline;
  if (outline?.type === 'Polygon') {
    const shrink = Math.cos((sighting.latitudeDegrees * Math.PI) / 180);
    return (outline.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]) =>
      pixel(frame, 0, (latitude - sighting.latitudeDegrees) * 111_195, (longitude - sighting.longitudeDegrees) * 111_195 * shrink),
    );
  }
  const { lengthMetres: length, headingDegrees: heading } = sighting;
  if (length === undefined || heading === undefined) return undefined;
  const half = (sighting.observation?.beamMetres ?? length / 6.5) / 2;
  const at = (ahead: number, starboard: number) => pixel(frame, heading, ahead, starboard);
  if (sighting.observation?.isHeadingAmbiguous) {
    return [at(length / 2, -half), at(length / 2, half), at(-length / 2, half), at(-length / 2, -half)];
  }
  return [at(length / 2, 0), at(length * 0.35, half), at(-length / 2, half), at(-length / 2, -half), at(length * 0.35, -half)];
}

/** One standard deviation of the place, a radar's shift of a moving ship counted in. */
export const placeErrorMetres = (sighting: Sighting) =>
  Math.hypot(sighting.positionErrorMetres ?? 0, sighting.observation?.azimuthShiftErrorMetres ?? 0);

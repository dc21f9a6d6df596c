import type { NewSighting, Sighting } from '../api/imagery';

/** What a person types of a sighting, by field; empty means not stated. */
export type Texts = Record<string, string>;

const figure = (text = '') => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
const yesNo = (text = '') => (text === '' ? undefined : text === 'yes');
const shown = (value: number | undefined) => value?.toString() ?? '';
const shownYesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');

/** Leaves out what was not stated. */
const stated = <T extends Record<string, unknown>>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

/** The texts of what stands. */
export function textsOf(sighting: Sighting): Texts {
  const seen = sighting.observation;
  return {
    label: sighting.label ?? '',
    sensor: sighting.sensor ?? '',
    scene: seen?.sceneId ?? sighting.sceneId ?? '',
    source: sighting.source ?? '',
    licence: sighting.licence ?? '',
    note: sighting.note ?? '',
    positionError: shown(sighting.positionErrorMetres),
    length: shown(sighting.lengthMetres),
    lengthError: shown(sighting.lengthErrorMetres),
    heading: shown(sighting.headingDegrees),
    beam: shown(seen?.beamMetres),
    beamError: shown(seen?.beamErrorMetres),
    headingError: shown(seen?.headingErrorDegrees),
    ambiguous: shownYesNo(seen?.isHeadingAmbiguous),
    motion: seen?.motion ?? '',
    wake: shownYesNo(seen?.hasWake),
    colour: seen?.colourNote ?? '',
    confidence: seen?.confidence === undefined ? '' : String(Math.round(seen.confidence * 1000) / 10),
    observer: seen?.observer ?? '',
    second: seen?.secondReader ?? '',
    shift: shown(seen?.azimuthShiftErrorMetres),
  };
}

interface Where {
  latitudeDegrees: number;
  longitudeDegrees: number;
}

/**
 * A sighting as it is sent.
 *
 * @param before what is corrected: of it stays what no form asks for
 */
export function bodyOf(place: Where, time: { at: string } | { from: string; to: string }, texts: Texts, layout: string[], synthetic: boolean, before?: Sighting): NewSighting {
  const text = (name: string) => texts[name]?.trim() ?? '';
  const confidence = figure(texts.confidence);
  const observation = stated({
    outline: before?.observation?.outline,
    groundResolutionMetres: before?.observation?.groundResolutionMetres,
    beamMetres: figure(texts.beam),
    beamErrorMetres: figure(texts.beamError),
    headingErrorDegrees: figure(texts.headingError),
    isHeadingAmbiguous: yesNo(texts.ambiguous),
    hullLayout: layout.length > 0 ? layout : undefined,
    motion: text('motion'),
    hasWake: yesNo(texts.wake),
    colourNote: text('colour'),
    confidence: confidence === undefined ? undefined : confidence / 100,
    observer: text('observer'),
    secondReader: text('second'),
    azimuthShiftErrorMetres: texts.sensor === 'sar' || before ? figure(texts.shift) : undefined,
  });
  return {
    ...place,
    ...time,
    sensor: text('sensor'),
    ...stated({
      source: text('source'),
      positionErrorMetres: figure(texts.positionError),
      lengthMetres: figure(texts.length),
      lengthErrorMetres: figure(texts.lengthError),
      headingDegrees: figure(texts.heading),
      label: text('label'),
      licence: text('licence'),
      note: text('note'),
      sceneId: text('scene'),
      synthetic: synthetic || undefined,
    }),
    ...(Object.keys(observation).length > 0 ? { observation } : {}),
  };
}

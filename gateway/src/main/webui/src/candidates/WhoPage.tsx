import { Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput, Title } from '@patternfly/react-core';
import { MapMarkedAltIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { portsQuery, sightingsQuery, whatIfQuery, type Question } from '../api/imagery';
import { chartOf, errorCircle, mark, portArea, type ChartFeature } from '../map/chart';
import { decimal, parsePlace, parseUtc } from '../ui/format';
import { Failure, Loading, Nothing } from '../ui/parts';
import { Answers } from './Answers';
import { ImportSightings } from './ImportSightings';
import { RecordSighting } from './RecordSighting';

const ChartMap = lazy(() => import('../map/ChartMap').then((module) => ({ default: module.ChartMap })));
const route = getRouteApi('/who');

/** A place and a time: which ships can it have been, and which not. */
export function WhoPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const place = search.lat !== undefined && search.lon !== undefined ? { latitudeDegrees: search.lat, longitudeDegrees: search.lon } : undefined;
  const [placeText, setPlaceText] = useState(place ? decimal(place.latitudeDegrees, place.longitudeDegrees) : '');
  const [timeText, setTimeText] = useState(search.at ? search.at.replace('T', ' ').replace(/(:00)?Z$/, '') : '');
  const [errorText, setErrorText] = useState('500');
  const [lengthText, setLengthText] = useState('');
  const [dialog, setDialog] = useState<'record' | 'import'>();
  const typedPlace = placeText.trim() === '' ? undefined : parsePlace(placeText);
  const typedTime = timeText.trim() === '' ? undefined : parseUtc(timeText);
  const at = search.at ? parseUtc(search.at) : undefined;
  const error = Number(errorText);
  const length = Number(lengthText);
  const question: Question | undefined =
    place && at
      ? { ...place, at, ...(errorText && error > 0 ? { positionErrorMetres: error } : {}), ...(lengthText && length > 0 ? { lengthMetres: length } : {}) }
      : undefined;
  const answer = useQuery(whatIfQuery(question));
  const ports = useQuery(portsQuery);
  const sightings = useQuery(sightingsQuery);

  const ask = (where = typedPlace, when = typedTime) => {
    if (!where) return;
    void navigate({ to: '/who', search: { lat: Number(where.latitudeDegrees.toFixed(5)), lon: Number(where.longitudeDegrees.toFixed(5)), at: when }, replace: true });
  };
  const pick = (latitude: number, longitude: number) => {
    setPlaceText(decimal(latitude, longitude));
    ask({ latitudeDegrees: latitude, longitudeDegrees: longitude });
  };
  const chart = useMemo(() => {
    const features: ChartFeature[] = [];
    for (const port of ports.data?.items ?? []) {
      const where = [port.longitudeDegrees, port.latitudeDegrees];
      if (port.radiusNauticalMiles) features.push(portArea(where, port.radiusNauticalMiles, { quiet: true }));
      features.push(mark('silent-port', where, { label: port.name, quiet: place !== undefined }));
    }
    for (const one of sightings.data?.items ?? []) {
      features.push(mark('sighting', [one.longitudeDegrees, one.latitudeDegrees], { label: one.label, quiet: place !== undefined }));
    }
    for (const one of answer.data?.transmitting ?? []) {
      if (one.latitudeDegrees !== undefined && one.longitudeDegrees !== undefined) {
        features.push(mark('vessel', [one.longitudeDegrees, one.latitudeDegrees], { label: one.vessel.name ?? one.vessel.mmsi, quiet: true }));
      }
    }
    if (place) {
      const where = [place.longitudeDegrees, place.latitudeDegrees];
      if (question?.positionErrorMetres) features.push(errorCircle(where, question.positionErrorMetres, {}));
      features.push(mark('question', where, { label: 'Who was here?', id: 'question' }));
    }
    return chartOf(features);
  }, [ports.data, sightings.data, answer.data, place?.latitudeDegrees, place?.longitudeDegrees, question?.positionErrorMetres]);

  return (
    <div className="fl-workspace fl-who">
      <div className="fl-workspace-main">
        <Suspense fallback={<div className="fl-map" />}>
          <ChartMap chart={chart} label="Click the place" onPick={pick} legend frame={chart.features.length > 0 && !place ? 'ports' : ''} />
        </Suspense>
      </div>
      <aside className="fl-drawer" aria-label="Question and answer">
        <div className="fl-drawer-frame">
          <Title headingLevel="h1" size="xl">
            Who could it be?
          </Title>
          <p className="fl-quiet">Click the map or type a place, give the time, and see which ships can have been there. Nothing is stored.</p>
          <Form
            isHorizontal={false}
            className="fl-form"
            onSubmit={(event) => {
              event.preventDefault();
              ask();
            }}
          >
            <FormGroup label="Place" isRequired fieldId="place">
              <TextInput id="place" value={placeText} onChange={(_, value) => setPlaceText(value)} placeholder="29.97, 122.29 or 29°58′12″ N 122°17′24″ E" validated={placeText.trim() !== '' && !typedPlace ? 'error' : 'default'} />
              {placeText.trim() !== '' && !typedPlace && (
                <FormHelperText>
                  <HelperText>
                    <HelperTextItem variant="error">Latitude −90 to 90, longitude −180 to 180, decimal or in degrees, minutes and seconds</HelperTextItem>
                  </HelperText>
                </FormHelperText>
              )}
            </FormGroup>
            <FormGroup label="Time, UTC" isRequired fieldId="time">
              <TextInput id="time" value={timeText} onChange={(_, value) => setTimeText(value)} placeholder="2024-02-09 02:00" validated={timeText.trim() !== '' && !typedTime ? 'error' : 'default'} />
            </FormGroup>
            <div className="fl-pair">
              <FormGroup label="Position error, m (1σ)" fieldId="error">
                <TextInput id="error" inputMode="decimal" value={errorText} onChange={(_, value) => setErrorText(value.replace(/[^\d.]/g, ''))} />
              </FormGroup>
              <FormGroup label="Length, m" fieldId="length">
                <TextInput id="length" inputMode="decimal" value={lengthText} onChange={(_, value) => setLengthText(value.replace(/[^\d.]/g, ''))} placeholder="unknown" />
              </FormGroup>
            </div>
            <div className="fl-actions">
              <Button type="submit" isDisabled={!typedPlace || !typedTime} isLoading={answer.isFetching}>
                Ask
              </Button>
              <Button variant="secondary" isDisabled={!typedPlace || !typedTime} onClick={() => setDialog('record')}>
                Record as a sighting
              </Button>
              <Button variant="link" onClick={() => setDialog('import')}>
                Import many
              </Button>
            </div>
          </Form>
          {question === undefined ? (
            <Nothing title={place ? 'At what time?' : 'Choose a place and a time'} icon={MapMarkedAltIcon} />
          ) : answer.isPending ? (
            <Loading what="the candidates" rows={5} />
          ) : answer.error ? (
            <Failure what="Candidates" error={answer.error} retry={() => void answer.refetch()} />
          ) : (
            <Answers candidates={answer.data} />
          )}
        </div>
      </aside>
      {dialog === 'record' && typedPlace && typedTime && (
        <RecordSighting place={typedPlace} at={typedTime} positionErrorMetres={error > 0 ? error : undefined} lengthMetres={length > 0 ? length : undefined} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'import' && <ImportSightings onClose={() => setDialog(undefined)} />}
    </div>
  );
}

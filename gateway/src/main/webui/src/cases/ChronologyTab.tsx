import { Button, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, TextArea, TextInput } from '@patternfly/react-core';
import { HistoryIcon, PlusIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { timelineQuery } from '../api/cases';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { parsePlace, parseUtc, words } from '../ui/format';
import { Failure, Loading, Nothing, Place, Synthetic, Time } from '../ui/parts';
import { Source } from './Drawer';
import type { CaseActions } from './useCase';

export function ChronologyTab({ caseId, actions, isClosed }: { caseId: string; actions: CaseActions; isClosed: boolean }) {
  const timeline = useQuery(timelineQuery(caseId));
  const [isAdding, setAdding] = useState(false);
  const items = [...(timeline.data?.items ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <div className="fl-tab">
      <div className="fl-bar">
        <span className="fl-quiet">Oldest first. Times in UTC, shown no more exactly than they are known.</span>
        <span className="fl-grow" />
        {!isClosed && (
          <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            Add a dated fact
          </Button>
        )}
      </div>
      {timeline.isPending ? (
        <Loading what="the chronology" rows={8} />
      ) : timeline.error ? (
        <Failure what="Chronology" error={timeline.error} retry={() => void timeline.refetch()} />
      ) : items.length === 0 ? (
        <Nothing title="Nothing has a date yet" icon={HistoryIcon}>
          Evidence you freeze, notes and dated facts appear here.
        </Nothing>
      ) : (
        <ol className="fl-chronology">
          {items.map((item, index) => (
            <li key={`${item.at}${index}`} className={`fl-chron fl-chron-${item.kind}`}>
              <div className="fl-chron-when">
                <Time at={item.at} precision={item.precision ?? 'instant'} />
                {item.to && item.to !== item.at && (
                  <>
                    {' '}
                    – <Time at={item.to} precision={item.precision ?? 'instant'} />
                  </>
                )}
              </div>
              <div className="fl-chron-what">
                <div className="fl-labels">
                  <span className="fl-family">{words(item.kind)}</span>
                  {item.synthetic && <Synthetic />}
                  {item.evidenceId && (
                    <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'evidence', sel: item.evidenceId }}>
                      in evidence
                    </Link>
                  )}
                </div>
                <strong>{item.title}</strong>
                {item.detail && <p>{item.detail}</p>}
                {item.latitudeDegrees !== undefined && item.longitudeDegrees !== undefined && (
                  <div>
                    <Place latitude={item.latitudeDegrees} longitude={item.longitudeDegrees} />
                  </div>
                )}
                {item.source && (
                  <div className="fl-quiet">
                    Source: <Source text={item.source} />
                  </div>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {isAdding && <AddFact caseId={caseId} actions={actions} onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddFact({ caseId, actions, onClose }: { caseId: string; actions: CaseActions; onClose: () => void }) {
  const [title, setTitle] = useDraft(`fact-title-${caseId}`);
  const [detail, setDetail] = useDraft(`fact-detail-${caseId}`);
  const [source, setSource] = useDraft(`fact-source-${caseId}`);
  const [when, setWhen] = useState('');
  const [precision, setPrecision] = useState('day');
  const [place, setPlace] = useState('');
  const at = parseUtc(when);
  const where = place.trim() === '' ? undefined : parsePlace(place);
  const isPlaceWrong = place.trim() !== '' && !where;
  const confirm = () => {
    if (!at) return;
    actions.fact.mutate(
      { at, precision, title: title.trim(), source: source.trim(), ...(detail.trim() ? { detail: detail.trim() } : {}), ...where },
      {
        onSuccess: () => {
          setTitle('');
          setDetail('');
          setSource('');
          onClose();
        },
      },
    );
  };
  return (
    <Ask title="A dated public fact" action="Record" isReady={at !== undefined && title.trim() !== '' && source.trim() !== '' && !isPlaceWrong} isBusy={actions.fact.isPending} onConfirm={confirm} onClose={onClose}>
      <FormGroup label="When (UTC)" isRequired fieldId="when">
        <TextInput id="when" value={when} onChange={(_, value) => setWhen(value)} placeholder="2024-02-09 or 2024-02-09 04:30" validated={when !== '' && !at ? 'error' : 'default'} autoFocus />
      </FormGroup>
      <FormGroup label="Known to the" fieldId="precision">
        <FormSelect id="precision" value={precision} onChange={(_, value) => setPrecision(value)}>
          {['instant', 'minute', 'hour', 'day', 'month', 'year'].map((one) => (
            <FormSelectOption key={one} value={one} label={one === 'instant' ? 'Second' : words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label="What" isRequired fieldId="fact-title">
        <TextInput id="fact-title" value={title} onChange={(_, value) => setTitle(value)} />
      </FormGroup>
      <FormGroup label="Detail" fieldId="fact-detail">
        <TextArea id="fact-detail" value={detail} onChange={(_, value) => setDetail(value)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
      <FormGroup label="Source" isRequired fieldId="fact-source">
        <TextInput id="fact-source" value={source} onChange={(_, value) => setSource(value)} placeholder="Who published it, with its address" />
      </FormGroup>
      <FormGroup label="Place" fieldId="fact-place">
        <TextInput id="fact-place" value={place} onChange={(_, value) => setPlace(value)} placeholder="29.97, 122.29 or 29°58′12″ N 122°17′24″ E" validated={isPlaceWrong ? 'error' : 'default'} />
        {isPlaceWrong && (
          <FormHelperText>
            <HelperText>
              <HelperTextItem variant="error">Latitude −90 to 90, longitude −180 to 180</HelperTextItem>
            </HelperText>
          </FormHelperText>
        )}
      </FormGroup>
    </Ask>
  );
}

import { Button, FormGroup, FormSelect, FormSelectOption, TextInput, Title } from '@patternfly/react-core';
import { PlusIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import type { CaseFile } from '../api/cases';
import { Ask } from '../ui/Confirm';
import { utc, words } from '../ui/format';
import { VesselLink } from '../ui/Links';
import { Facts, Synthetic, Time } from '../ui/parts';
import type { Story } from './story';
import type { CaseActions } from './useCase';

/** The drawer while nothing is selected: what the case is, and the way into it. */
export function CaseOverview({ file, actions, story, onSelect }: { file: CaseFile; actions: CaseActions; story: Story; onSelect: (id: string) => void }) {
  const [isAdding, setAdding] = useState(false);
  const notable = story.lanes
    .filter((lane) => lane.name === 'Sightings' || lane.name === 'Silences' || lane.name === 'Facts')
    .flatMap((lane) => lane.items.map((item) => ({ ...item, lane: lane.name })))
    .sort((a, b) => a.from - b.from);
  return (
    <div className="fl-drawer-frame">
      <Title headingLevel="h2" size="lg">
        Overview
      </Title>
      {file.isSynthetic && (
        <p className="fl-note-synthetic">
          <Synthetic /> Parts of this case are reconstructed for demonstration. They are hatched and labelled wherever they appear.
        </p>
      )}
      {file.summary && <p className="fl-summary">{file.summary}</p>}
      <Facts
        items={[
          ['Opened', <span key="o"><Time at={file.openedAt} /> {file.openedBy && `by ${file.openedBy}`}</span>],
          ['Changed', <Time key="c" at={file.changedAt} near />],
        ]}
      />
      <h3 className="fl-h3">
        Subjects
        <Button variant="plain" size="sm" icon={<PlusIcon />} aria-label="Add a subject" onClick={() => setAdding(true)} />
      </h3>
      {file.subjects.length === 0 && <p className="fl-quiet">None yet. Add the vessel this is about, and its track and silences appear.</p>}
      <ul className="fl-plain">
        {file.subjects.map((subject, index) => (
          <li key={subject.id ?? index}>
            <VesselLink vessel={subject} />{' '}
            <span className="fl-quiet fl-figure">
              {[subject.kind && subject.kind !== 'vessel' && words(subject.kind), subject.mmsi && `MMSI ${subject.mmsi}`, subject.imo && `IMO ${subject.imo}`].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {notable.length > 0 && <h3 className="fl-h3">In time order</h3>}
      <ol className="fl-plain fl-jump">
        {notable.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onSelect(item.id)} className={`fl-jump-${item.kind}`}>
              <span className="fl-figure fl-quiet">{utc(new Date(item.from).toISOString(), 'never').slice(0, 10)}</span>
              <span>
                {item.label} {item.synthetic && <span className="fl-synthetic">Synth.</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {isAdding && <AddSubject actions={actions} onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddSubject({ actions, onClose }: { actions: CaseActions; onClose: () => void }) {
  const [kind, setKind] = useState('vessel');
  const [name, setName] = useState('');
  const [mmsi, setMmsi] = useState('');
  const [imo, setImo] = useState('');
  const isVessel = kind === 'vessel';
  const isReady = (name !== '' || (isVessel && (mmsi !== '' || imo !== ''))) && (mmsi === '' || /^\d{9}$/.test(mmsi)) && (imo === '' || /^\d{7}$/.test(imo));
  const confirm = () =>
    actions.subject.mutate({ kind, ...(name ? { name } : {}), ...(isVessel && mmsi ? { mmsi } : {}), ...(isVessel && imo ? { imo } : {}) }, { onSuccess: onClose });
  return (
    <Ask title="Add a subject" action="Add" isReady={isReady} isBusy={actions.subject.isPending} onConfirm={confirm} onClose={onClose}>
      <FormGroup label="What it is" fieldId="kind">
        <FormSelect id="kind" value={kind} onChange={(_, value) => setKind(value)}>
          {['vessel', 'company', 'person', 'place', 'voyage', 'cargo'].map((one) => (
            <FormSelectOption key={one} value={one} label={words(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      {isVessel && (
        <>
          <FormGroup label="MMSI (nine digits)" fieldId="mmsi">
            <TextInput id="mmsi" value={mmsi} onChange={(_, value) => setMmsi(value.trim())} inputMode="numeric" autoFocus />
          </FormGroup>
          <FormGroup label="IMO (seven digits)" fieldId="imo">
            <TextInput id="imo" value={imo} onChange={(_, value) => setImo(value.trim())} inputMode="numeric" />
          </FormGroup>
        </>
      )}
      <FormGroup label="Name" fieldId="name">
        <TextInput id="name" value={name} onChange={(_, value) => setName(value)} />
      </FormGroup>
    </Ask>
  );
}

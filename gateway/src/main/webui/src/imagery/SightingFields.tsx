import { Checkbox, ExpandableSection, FormGroup, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { hullFeatures, motions } from '../api/imagery';
import { scenesQuery } from '../api/scenes';
import { utc, words } from '../ui/format';
import { Choice, Figure, Help } from './fields';
import type { Texts } from './sightingText';

export const sensors = ['optical', 'sar', 'thermal', 'photograph', 'visual', 'other'];

const sensorText = (one: string) => (one === 'sar' ? 'SAR (radar)' : words(one));

interface Props {
  /** Scenes within a day of it can be chosen. */
  at: string | undefined;
  texts: Texts;
  set: (name: string) => (text: string) => void;
  layout: string[];
  setLayout: (change: (before: string[]) => string[]) => void;
  synthetic: boolean;
  setSynthetic: (synthetic: boolean) => void;
}

/** What is asked of a sighting beside its place and time. */
export function SightingFields({ at, texts, set, layout, setLayout, synthetic, setSynthetic }: Props) {
  const scenes = useQuery(scenesQuery);
  const value = (name: string) => texts[name] ?? '';
  const near = (scenes.data?.items ?? []).filter((one) => at !== undefined && Math.abs(Date.parse(one.acquisitionStart) - Date.parse(at)) < 86_400_000);
  const scene = value('scene');
  const offered = near.map((one) => one.id);
  const sceneText = (id: string) => {
    const one = scenes.data?.items.find((it) => it.id === id);
    return one ? `${one.name}, ${utc(one.acquisitionStart)}` : id;
  };
  const line = (name: string, label: string, placeholder = '', help?: string) => (
    <FormGroup label={label} isRequired={name === 'source' && scene === ''} fieldId={name}>
      <TextInput id={name} value={value(name)} onChange={(_, text) => set(name)(text)} placeholder={placeholder} />
      {help && <Help>{help}</Help>}
    </FormGroup>
  );
  const number = (name: string, label: string, help?: string) => <Figure id={name} label={label} value={value(name)} onChange={set(name)} help={help} />;
  return (
    <>
      {line('label', 'Label', 'Ship at berth 3, Rajin')}
      <FormGroup label="Sensor" fieldId="sensor">
        <FormSelect id="sensor" value={value('sensor')} onChange={(_, text) => set('sensor')(text)}>
          {(sensors.includes(value('sensor')) ? sensors : [value('sensor'), ...sensors]).map((one) => (
            <FormSelectOption key={one} value={one} label={one === '' ? 'Not stated' : sensorText(one)} />
          ))}
        </FormSelect>
      </FormGroup>
      <Choice id="scene" label="Scene" value={scene} options={scene === '' || offered.includes(scene) ? offered : [scene, ...offered]} text={sceneText} onChange={set('scene')} none={near.length > 0 ? 'None of those within a day' : 'No scene is recorded within a day'} />
      {line('source', 'Source', 'Who took or published it')}
      <ExpandableSection toggleText="What the image shows of her" className="fl-more">
        <p className="fl-quiet">Whatever is stated is weighed; what is left empty is not. Errors are one standard deviation.</p>
        <div className="fl-pair">
          {number('length', 'Length, m')}
          {number('lengthError', '± length, m')}
          {number('beam', 'Beam, m')}
          {number('beamError', '± beam, m')}
          {number('heading', 'Heading, °', 'True, 0 to 360.')}
          {number('headingError', '± heading, °')}
          <Choice id="ambiguous" label="Bow and stern" value={value('ambiguous')} options={['no', 'yes']} text={(one) => (one === 'yes' ? 'Cannot be told apart' : 'Can be told apart')} onChange={set('ambiguous')} />
          <Choice id="motion" label="Moored or under way" value={value('motion')} options={motions} onChange={set('motion')} />
          <Choice id="wake" label="Wake" value={value('wake')} options={['yes', 'no']} text={(one) => (one === 'yes' ? 'Seen' : 'Clearly none')} onChange={set('wake')} />
          {number('confidence', 'Confidence, %', 'That it is a ship as described.')}
          {value('sensor') === 'sar' && number('shift', '± azimuth shift, m', 'Her own motion displaces her in a radar image; 250 m unless she is moored.')}
        </div>
        <fieldset className="fl-checks">
          <legend>What stands where on the hull</legend>
          {hullFeatures.map((one) => (
            <Checkbox key={one} id={`layout-${one}`} label={words(one)} isChecked={layout.includes(one)} onChange={(_, on) => setLayout((before) => (on ? [...before, one] : before.filter((it) => it !== one)))} />
          ))}
        </fieldset>
        {line('colour', 'Colours', 'Dark hull, light deck, red funnel')}
        <div className="fl-pair">
          {line('observer', 'Observer')}
          {line('second', 'Second reader', '', 'Somebody else, who read the image independently.')}
        </div>
      </ExpandableSection>
      {line('licence', 'Licence', 'What may be done with the image')}
      <FormGroup label="Note" fieldId="note">
        <TextArea id="note" value={value('note')} onChange={(_, text) => set('note')(text)} rows={3} resizeOrientation="vertical" />
      </FormGroup>
      <Checkbox id="synthetic" label="Synthetic: made for a demonstration or a test" isChecked={synthetic} onChange={(_, on) => setSynthetic(on)} />
    </>
  );
}

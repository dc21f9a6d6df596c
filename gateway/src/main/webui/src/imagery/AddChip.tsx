import { Checkbox, FileUpload, FormGroup, TextInput } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addChip } from '../api/chips';
import { Ask } from '../ui/Confirm';
import { Failure } from '../ui/parts';
import { say } from '../ui/toasts';
import { Figure, Help } from './fields';

const named = (name: string) => name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, 100) || 'picture';
const largest = 64 * 1024 * 1024;

/** A picture of a sighting; kept as it is, never replaced. */
export function AddChip({ sightingId, onClose }: { sightingId: string; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState('');
  const [scale, setScale] = useState('');
  const [up, setUp] = useState('');
  const [isGraphic, setGraphic] = useState(false);
  const isLarge = file !== undefined && file.size > largest;
  const add = useMutation({
    mutationFn: async () => {
      if (!file) throw new Error('Choose a file first.');
      return addChip(sightingId, file, name, {
        graphic: isGraphic,
        ...(Number(scale) > 0 ? { metresPerPixel: Number(scale) } : {}),
        ...(up !== '' ? { upDegrees: Number(up) } : {}),
      });
    },
    onSuccess: () => {
      say('success', 'Picture kept', 'Its SHA-256 was compared on arrival.');
      void client.invalidateQueries({ queryKey: ['imagery', 'sighting', sightingId, 'chips'] });
      onClose();
    },
  });
  return (
    <Ask title="Add a picture" action="Add" isReady={file !== undefined && !isLarge && name !== ''} isBusy={add.isPending} onConfirm={() => add.mutate()} onClose={onClose}>
      <FormGroup label="Picture" isRequired fieldId="chip-file">
        <FileUpload
          id="chip-file"
          filename={file?.name ?? ''}
          filenamePlaceholder="PNG, JPEG, WebP or TIFF, to 64 MB"
          hideDefaultPreview
          browseButtonText="Choose"
          onFileInputChange={(_, chosen) => {
            setFile(chosen);
            setName(named(chosen.name));
            add.reset();
          }}
          onClearClick={() => setFile(undefined)}
        />
        {isLarge && <Help isError>Larger than 64 MB: cut out the ship and her surroundings.</Help>}
      </FormGroup>
      <FormGroup label="Name" isRequired fieldId="chip-name">
        <TextInput id="chip-name" value={name} onChange={(_, value) => setName(named(value))} />
      </FormGroup>
      <div className="fl-pair">
        <Figure id="chip-scale" label="Metres per pixel" value={scale} onChange={setScale} help="Gives the scale bar; without it the scene's resolution counts." />
        <Figure id="chip-up" label="Upper edge points to, °" value={up} onChange={setUp} help="Empty: north." />
      </div>
      <Checkbox id="chip-graphic" label="Graphic: blur it until somebody asks to see it" isChecked={isGraphic} onChange={(_, on) => setGraphic(on)} />
      {add.error && <Failure what="Adding" error={add.error} />}
    </Ask>
  );
}

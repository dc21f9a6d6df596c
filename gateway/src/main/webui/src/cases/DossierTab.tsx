import { Alert, Button, Checkbox, FormGroup, FormSelect, FormSelectOption, Title } from '@patternfly/react-core';
import { DownloadIcon, FileArchiveIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { casePath, findingsQuery, type CaseFile } from '../api/cases';
import { downloadAddress } from '../api/client';
import { dossiersQuery, profiles, type Profile } from '../api/dossier';
import { words } from '../ui/format';
import { Facts, Failure, Loading, Nothing, Time } from '../ui/parts';

/** What leaves the case, for whom, and what left it before. */
export function DossierTab({ file }: { file: CaseFile }) {
  const findings = useQuery(findingsQuery(file.id));
  const made = useQuery(dossiersQuery(file.id));
  const may = profiles.filter((one) => file.actions.includes(one.needs));
  const [chosen, setChosen] = useState<Profile['name']>('full');
  const [withholds, setWithholds] = useState(true);
  const unreviewed = findings.data?.items.filter((one) => one.state === 'draft' || one.state === 'proposed').length ?? 0;
  const profile = may.find((one) => one.name === chosen) ?? may[0];
  if (!profile) {
    return (
      <Nothing title="Not yours to take out" icon={FileArchiveIcon}>
        A lead of the case can give you a role that exports.
      </Nothing>
    );
  }
  const accepted = findings.data?.items.filter((one) => one.state === 'accepted').length ?? 0;
  return (
    <div className="fl-tab fl-narrow">
      <Title headingLevel="h2" size="md">
        A dossier for
      </Title>
      <FormGroup label="Profile" fieldId="profile">
        <FormSelect id="profile" value={profile.name} onChange={(_, value) => setChosen(value as Profile['name'])}>
          {may.map((one) => (
            <FormSelectOption key={one.name} value={one.name} label={one.label} />
          ))}
        </FormSelect>
      </FormGroup>
      <p className="fl-quiet">{profile.meaning}</p>
      <Checkbox id="withholds" label="Leave out the bytes of exhibits whose licence forbids passing them on, and list them" isChecked={withholds} onChange={(_, value) => setWithholds(value)} />
      <Facts
        items={[
          ['Findings', findings.error ? 'not available just now' : `${accepted} accepted, ${unreviewed} wait for their second person`],
          ['Exhibits', String(file.counts.evidence)],
          ['Version of the case', String(file.version ?? '')],
        ]}
      />
      {unreviewed > 0 && (
        <Alert isInline variant="warning" title="It will be marked as a draft">
          {unreviewed === 1 ? 'A finding waits' : `${unreviewed} findings wait`} for a second person. A dossier that is no draft has none.
        </Alert>
      )}
      <div className="fl-actions">
        <Button component="a" href={downloadAddress(`${casePath(file.id)}/export`, { profile: profile.name, onLicence: withholds ? 'withhold' : 'refuse', ...(unreviewed > 0 ? { draft: true } : {}) })} download icon={<DownloadIcon />}>
          {unreviewed > 0 ? 'Make the draft' : 'Make the dossier'}
        </Button>
      </div>
      <p className="fl-quiet">
        Whoever gets it checks it without Fairlead: <code>sha256sum -c manifest-sha256.txt</code>, or <code>./fairlead verify</code> with the public key.
      </p>
      <Title headingLevel="h2" size="md">
        Taken out before
      </Title>
      {made.isPending ? (
        <Loading what="dossiers" rows={2} />
      ) : made.error ? (
        <Failure what="Dossiers" error={made.error} retry={() => void made.refetch()} />
      ) : made.data.items.length === 0 ? (
        <Nothing title="None yet" icon={FileArchiveIcon}>
          Every dossier that is made is kept in this list, with who took it.
        </Nothing>
      ) : (
        <ul className="fl-register" aria-label="Dossiers made">
          {made.data.items.map((one, at) => (
            <li key={at}>
              <div className="fl-register-head">
                <strong>{words(one.profile)}</strong> <span>version {one.version}</span>
                {one.isDraft && <span className="fl-short">Draft</span>}
              </div>
              <div className="fl-quiet fl-register-meta">
                {one.madeBy && <span>{one.madeBy}</span>}
                {one.madeAt && <Time at={one.madeAt} near />}
                {(one.checkpointSize ?? 0) > 0 && <span>under a checkpoint of {one.checkpointSize} entries</span>}
                {one.hasTimestamp && <span>with a time stamp</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { Alert, Button, FormGroup, TextArea, Title } from '@patternfly/react-core';
import { LinkIcon, PlusIcon, TrashIcon } from '@patternfly/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile } from '../api/cases';
import { elsewhereQuery, liftHold, merge, part, relate, relatedQuery, setHold } from '../api/work';
import { Ask } from '../ui/Confirm';
import { useDraft } from '../ui/draft';
import { words } from '../ui/format';
import { Facts, Failure, Loading, Nothing, Time } from '../ui/parts';
import { say, sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';
import { CaseSelect } from './CaseSelect';

type Asked = 'relate' | 'merge' | 'hold' | 'lift';

/** Cases that belong together, other teams on the hull, merging, and what keeps the case. */
export function RelatedTab({ file }: { file: CaseFile }) {
  const related = useQuery(relatedQuery(file.id));
  const elsewhere = useQuery(elsewhereQuery(file.id));
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const refresh = () => client.invalidateQueries({ queryKey: ['cases'] });
  const mayEdit = file.actions.includes('edit');
  const mayDelete = file.actions.includes('delete');
  const apart = useMutation({
    mutationFn: (id: string) => part(file.id, id),
    onSuccess: refresh,
    onError: (error) => sayFailed('Taking apart', error),
  });
  if (related.isPending) return <Loading what="related cases" />;
  if (related.error) return <Failure what="Related cases" error={related.error} retry={() => void related.refetch()} />;
  const { work } = file;
  return (
    <div className="fl-tab fl-narrow">
      {work.isSuperseded && (
        <Alert isInline variant="info" title="This case was merged into another">
          {work.supersededBy ? (
            <Link to="/cases/$caseId" params={{ caseId: work.supersededBy.id }} search={{}}>
              {work.supersededBy.number} {work.supersededBy.title}
            </Link>
          ) : (
            'You do not see that one.'
          )}
        </Alert>
      )}
      {work.supersedes.length > 0 && (
        <Facts items={[['Goes on from', work.supersedes.map((one) => <CaseLink key={one.id} {...one} />)]]} />
      )}
      <div className="fl-bar">
        <Title headingLevel="h2" size="md">
          Related cases
        </Title>
        <span className="fl-grow" />
        {mayEdit && (
          <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAsked('relate')}>
            Relate
          </Button>
        )}
        {mayEdit && (
          <Button variant="secondary" size="sm" onClick={() => setAsked('merge')}>
            Merge into another
          </Button>
        )}
      </div>
      {related.data.items.length === 0 ? (
        <Nothing title="No related case" icon={LinkIcon}>
          Relate a case that shares an owner, a route or a pattern. Only those who see both learn of it.
        </Nothing>
      ) : (
        <ul className="fl-register" aria-label="Related cases">
          {related.data.items.map((one) => (
            <li key={one.id}>
              <div className="fl-register-head">
                <CaseLink {...one.other} />
                <span className="fl-grow" />
                {mayEdit && <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Take ${one.other.number} apart`} onClick={() => apart.mutate(one.id)} />}
              </div>
              <div>
                <Words text={one.reason} />
              </div>
              <div className="fl-quiet">
                {one.addedBy}, <Time at={one.addedAt} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Title headingLevel="h2" size="md">
        Other teams on the same hull
      </Title>
      {elsewhere.error ? (
        <Failure what="Other teams" error={elsewhere.error} retry={() => void elsewhere.refetch()} />
      ) : (elsewhere.data?.items.length ?? 0) === 0 ? (
        <p className="fl-quiet">None that lets it be known.</p>
      ) : (
        <ul className="fl-plain">
          {elsewhere.data?.items.map((one) => (
            <li key={`${one.team}${one.contact ?? ''}`}>
              {one.team}
              {one.contact && <span className="fl-quiet"> ask {one.contact}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className="fl-bar">
        <Title headingLevel="h2" size="md">
          Keeping
        </Title>
        <span className="fl-grow" />
        {mayDelete && (
          <Button variant="secondary" size="sm" onClick={() => setAsked(work.hold ? 'lift' : 'hold')}>
            {work.hold ? 'Lift the legal hold' : 'Legal hold'}
          </Button>
        )}
      </div>
      <Facts
        items={[
          ['Legal hold', work.hold && <span key="h">{work.hold.reason}, by {work.hold.by}, <Time at={work.hold.at} /></span>],
          ['Kept until', work.retainUntil ? <Time key="r" at={work.retainUntil} near /> : file.state === 'closed' ? 'no rule of the team ends it' : 'it is closed, then by the rule of the team'],
          ['Disposal proposed', work.disposalProposedAt && <Time key="p" at={work.disposalProposedAt} />],
        ]}
      />
      {asked && <Decision asked={asked} file={file} onDone={refresh} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function CaseLink({ id, number, title }: { id: string; number: string; title: string }) {
  return (
    <Link to="/cases/$caseId" params={{ caseId: id }} search={{}}>
      {number} <Words text={title} />
    </Link>
  );
}

const titles: Record<Asked, [string, string]> = {
  relate: ['Relate another case', 'Relate'],
  merge: ['Merge into another case', 'Merge'],
  hold: ['Legal hold', 'Hold'],
  lift: ['Lift the legal hold', 'Lift'],
};
const notes: Record<Asked, string> = {
  relate: 'Whoever sees only one of the two is not told of the other.',
  merge: 'Leads and subjects go on in the other case. This one is closed as a duplicate, stays readable, and opens no more. Its evidence and findings stay here.',
  hold: 'While it stands, nobody deletes the case and no rule disposes of it.',
  lift: 'From then on the rule of the team holds again.',
};

function Decision({ asked, file, onDone, onClose }: { asked: Asked; file: CaseFile; onDone: () => Promise<void>; onClose: () => void }) {
  const [reason, setReason] = useDraft(`${asked}-${file.id}`);
  const [other, setOther] = useState('');
  const needsCase = asked === 'relate' || asked === 'merge';
  const why = reason.trim();
  const act = useMutation({
    mutationFn: async () => {
      if (asked === 'relate') await relate(file.id, { caseId: other, reason: why });
      else if (asked === 'merge') await merge(file, { into: other, reason: why });
      else if (asked === 'hold') await setHold(file, why);
      else await liftHold(file, why);
    },
    onSuccess: async () => {
      say('success', `${words(asked)}: done`);
      setReason('');
      onClose();
      await onDone();
    },
    onError: async (error) => {
      sayFailed(titles[asked][0], error);
      await onDone();
    },
  });
  return (
    <Ask title={titles[asked][0]} action={titles[asked][1]} isReady={why !== '' && (!needsCase || other !== '')} isBusy={act.isPending} onConfirm={() => act.mutate()} onClose={onClose}>
      <p className="fl-quiet">{notes[asked]}</p>
      {needsCase && <CaseSelect value={other} without={file.id} onChange={setOther} />}
      <FormGroup label="Reason" isRequired fieldId="reason">
        <TextArea id="reason" value={reason} rows={3} resizeOrientation="vertical" onChange={(_, value) => setReason(value)} />
      </FormGroup>
    </Ask>
  );
}

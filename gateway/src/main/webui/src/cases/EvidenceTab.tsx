import { Label } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, LockIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { evidenceContentPath, evidenceQuery } from '../api/cases';
import { downloadAddress } from '../api/client';
import { bytes, words } from '../ui/format';
import { RecordLink } from '../ui/Links';
import { Failure, Hash, Loading, Nothing, Synthetic, Time } from '../ui/parts';

export function EvidenceTab({ caseId, selected }: { caseId: string; selected: string | undefined }) {
  const evidence = useQuery(evidenceQuery(caseId));
  const items = evidence.data?.items ?? [];
  const isThere = items.some((item) => item.id === selected);
  useEffect(() => {
    if (isThere) document.getElementById(`evidence-${selected}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, selected]);
  if (evidence.isPending) return <Loading what="the evidence" rows={6} />;
  if (evidence.error) return <Failure what="Evidence" error={evidence.error} retry={() => void evidence.refetch()} />;
  if (items.length === 0) {
    return (
      <Nothing title="Nothing is frozen yet" icon={LockIcon}>
        Select something on the map or in the time lanes of the workspace and freeze it as evidence. It keeps the exact record and its SHA-256.
      </Nothing>
    );
  }
  return (
    <div className="fl-tab">
      <p className="fl-quiet">Frozen items never change. When the live record has moved on, it says so here.</p>
      <ul className="fl-register" aria-label="Evidence register">
        {items.map((item) => (
          <li key={item.id} id={`evidence-${item.id}`} className={item.id === selected ? 'fl-register-chosen' : ''}>
            <div className="fl-register-head">
              <span className="fl-family">{words(item.kind)}</span>
              <strong>{item.title}</strong>
              {item.synthetic && <Synthetic />}
              <LiveState state={item.liveState} />
            </div>
            <div className="fl-register-hash">
              <span className="fl-quiet">SHA-256</span> <Hash value={item.sha256} />
            </div>
            <div className="fl-quiet fl-register-meta">
              <span>
                Collected <Time at={item.collectedAt} /> {item.collectedBy && `by ${item.collectedBy}`}
              </span>
              {item.occurredFrom && (
                <span>
                  Occurred <Time at={item.occurredFrom} />
                  {item.occurredTo && item.occurredTo !== item.occurredFrom && (
                    <>
                      {' '}
                      – <Time at={item.occurredTo} />
                    </>
                  )}
                </span>
              )}
              {item.source && <span>Source: {item.source}</span>}
              {item.licence && <span>Licence: {item.licence}</span>}
              {item.sizeBytes !== undefined && <span>{bytes(item.sizeBytes)}</span>}
              <a href={downloadAddress(evidenceContentPath(caseId, item.id))} target="_blank" rel="noreferrer">
                Frozen bytes
              </a>
              <RecordLink href={item.ref?.href}>Live record</RecordLink>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function LiveState({ state }: { state: string | undefined }) {
  if (state === 'same') {
    return (
      <Label isCompact color="green" icon={<CheckCircleIcon />}>
        Live record the same
      </Label>
    );
  }
  if (state === 'differs') {
    return (
      <Label isCompact color="orange" icon={<ExclamationTriangleIcon />}>
        Live record now differs
      </Label>
    );
  }
  return (
    <Label isCompact color="grey" icon={<QuestionCircleIcon />}>
      Live record not compared
    </Label>
  );
}

import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { evidenceQuery } from '../api/cases';
import { words } from '../ui/format';
import { Failure, Loading } from '../ui/parts';
import { BoardTab } from '../board/BoardTab';
import { AccessTab } from './AccessTab';
import { AsOfTab } from './AsOfTab';
import { CaseHeader } from './CaseHeader';
import { CaseOverview } from './CaseOverview';
import { ChronologyTab } from './ChronologyTab';
import { DossierTab } from './DossierTab';
import { ItemDrawer } from './Drawer';
import { EvidenceTab } from './EvidenceTab';
import { FindingsTab } from './FindingsTab';
import { HistoryTab } from './HistoryTab';
import { LeadsTab } from './LeadsTab';
import { NotesTab } from './NotesTab';
import { RelatedTab } from './RelatedTab';
import { TasksTab } from './TasksTab';
import { useCase } from './useCase';
import { useStory, vesselsOf } from './useStory';
import { Workspace } from './Workspace';

const route = getRouteApi('/cases/$caseId');

export function CasePage() {
  const { caseId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const actions = useCase(caseId);
  const evidence = useQuery(evidenceQuery(caseId));
  const file = actions.file.data?.value;
  const vessels = useMemo(() => (file ? vesselsOf(file) : []), [file]);
  const { story, isPending, troubles } = useStory(vessels, file ? caseId : undefined);
  const frozen = useMemo(() => new Set(evidence.data?.items.map((one) => one.ref?.href)), [evidence.data]);
  const show = (next: Partial<typeof search>) =>
    void navigate({ to: '/cases/$caseId', params: { caseId }, search: { ...search, ...next }, replace: next.tab === undefined });

  if (actions.file.error) return <Failure what="case" error={actions.file.error} inline={false} retry={() => void actions.file.refetch()} />;
  if (!file) return <Loading what="the case" rows={8} />;
  const tab = search.tab ?? 'workspace';
  const item = search.sel ? story.items.get(search.sel) : undefined;
  const isClosed = file.state === 'closed';
  const drawer = item ? (
    <ItemDrawer
      item={item}
      onClose={() => show({ sel: undefined })}
      onFreeze={isClosed ? undefined : (what) => actions.freeze.mutate(what)}
      isFreezing={actions.freeze.isPending}
      isFrozen={(href) => frozen.has(href)}
      evidence={evidence.data?.items}
    />
  ) : (
    <CaseOverview file={file} actions={actions} story={story} onSelect={(sel) => show({ sel })} />
  );
  return (
    <section className={`fl-case fl-case-${tab}`} aria-label={`Case ${file.number}`}>
      <CaseHeader file={file} actions={actions} />
      <Tabs activeKey={tab} onSelect={(_, key) => show({ tab: key === 'workspace' ? undefined : String(key) })} aria-label="Parts of the case" className="fl-tabs" inset={{ default: 'insetNone' }}>
        <Tab eventKey="workspace" tabContentId="case-part" title={<TabTitleText>Workspace</TabTitleText>} />
        <Tab eventKey="chronology" tabContentId="case-part" title={<TabTitleText>Chronology</TabTitleText>} />
        <Tab eventKey="evidence" tabContentId="case-part" title={<TabTitleText>Evidence ({file.counts.evidence})</TabTitleText>} />
        <Tab eventKey="findings" tabContentId="case-part" title={<TabTitleText>Findings</TabTitleText>} />
        <Tab eventKey="board" tabContentId="case-part" title={<TabTitleText>Board</TabTitleText>} />
        <Tab eventKey="leads" tabContentId="case-part" title={<TabTitleText>Leads ({file.counts.leads})</TabTitleText>} />
        <Tab eventKey="tasks" tabContentId="case-part" title={<TabTitleText>Tasks ({file.counts.tasks})</TabTitleText>} />
        <Tab eventKey="notes" tabContentId="case-part" title={<TabTitleText>Comments ({file.counts.notes})</TabTitleText>} />
        <Tab eventKey="listed" tabContentId="case-part" title={<TabTitleText>Listed when?</TabTitleText>} />
        <Tab eventKey="related" tabContentId="case-part" title={<TabTitleText>Related</TabTitleText>} />
        <Tab eventKey="dossier" tabContentId="case-part" title={<TabTitleText>Dossier</TabTitleText>} />
        <Tab eventKey="access" tabContentId="case-part" title={<TabTitleText>Access</TabTitleText>} />
        <Tab eventKey="history" tabContentId="case-part" title={<TabTitleText>History</TabTitleText>} />
      </Tabs>
      <div id="case-part" role="tabpanel" aria-label={words(tab)} className="fl-case-part">
        {tab === 'workspace' && <Workspace story={story} isPending={isPending} troubles={troubles} selected={search.sel} onSelect={(sel) => show({ sel })} frame={caseId} drawer={drawer} />}
        {tab === 'chronology' && <ChronologyTab caseId={caseId} actions={actions} isClosed={isClosed} />}
        {tab === 'evidence' && <EvidenceTab caseId={caseId} selected={search.sel} />}
        {tab === 'findings' && <FindingsTab file={file} onExhibit={(sel) => show({ tab: 'evidence', sel })} />}
        {tab === 'board' && <BoardTab file={file} selected={search.sel} onSelect={(sel) => show({ sel })} />}
        {tab === 'leads' && <LeadsTab file={file} />}
        {tab === 'tasks' && <TasksTab file={file} />}
        {tab === 'dossier' && <DossierTab file={file} />}
        {tab === 'related' && <RelatedTab file={file} />}
        {tab === 'notes' && <NotesTab caseId={caseId} actions={actions} isClosed={isClosed} />}
        {tab === 'listed' && <AsOfTab file={file} asOf={search.asOf} onAsOf={(asOf) => show({ asOf })} />}
        {tab === 'access' && <AccessTab file={file} />}
        {tab === 'history' && <HistoryTab caseId={caseId} />}
      </div>
    </section>
  );
}

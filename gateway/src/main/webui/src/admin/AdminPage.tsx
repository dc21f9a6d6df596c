import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { UsersIcon } from '@patternfly/react-icons';
import { meQuery } from '../api/gateway';
import { session } from '../api/session';
import { Integrations } from '../integrations/Integrations';
import { words } from '../ui/format';
import { Sheet } from '../ui/Page';
import { Nothing } from '../ui/parts';
import { AuditExplorer } from './AuditExplorer';
import { Handovers } from './Handovers';
import { InboxRuleForm } from './InboxRuleForm';
import { Members } from './Members';
import { OwnFields } from './OwnFields';
import { RetentionForm } from './RetentionForm';
import { Templates } from './Templates';

const route = getRouteApi('/admin');
const parts = ['members', 'inbox', 'templates', 'fields', 'retention', 'integrations', 'audit'] as const;

/** How a team is set up. It shows nothing of any case. */
export function AdminPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const me = useQuery(meQuery).data;
  const team = session.team();
  const roles = me?.teams.find((one) => one.id === team)?.roles ?? [];
  const may = roles.includes('lead') || roles.includes('org-admin');
  const isPlatformAdmin = me?.realmRoles.includes('platform-admin') ?? false;
  const tab = search.tab ?? (me && me.teams.length === 0 && isPlatformAdmin ? 'handovers' : 'members');
  return (
    <Sheet title="Administration" lead="How the team is set up. Changing it is for its leads and administrators.">
      <Tabs activeKey={tab} onSelect={(_, key) => void navigate({ to: '/admin', search: { tab: String(key) }, replace: true })} aria-label="Parts of the administration">
        {[...parts, ...(isPlatformAdmin ? ['handovers'] : [])].map((one) => (
          <Tab key={one} eventKey={one} tabContentId="admin-part" title={<TabTitleText>{words(one)}</TabTitleText>} />
        ))}
      </Tabs>
      <div id="admin-part" role="tabpanel" aria-label={words(tab)}>
        {tab === 'handovers' && (isPlatformAdmin ? <Handovers /> : <NoAccess />)}
        {tab === 'members' && <Members />}
        {tab === 'inbox' && <InboxRuleForm may={may} />}
        {tab === 'templates' && <Templates may={may} />}
        {tab === 'fields' && <OwnFields may={may} />}
        {tab === 'retention' && <RetentionForm may={may} />}
        {tab === 'integrations' && (may && team ? <Integrations team={team} /> : <NoAccess />)}
        {tab === 'audit' && (roles.some((one) => one !== 'viewer' && one !== 'org-admin') ? <AuditExplorer /> : <NoAccess />)}
      </div>
    </Sheet>
  );
}

function NoAccess() {
  return (
    <Nothing title="Not yours to set" icon={UsersIcon}>
      A lead or an administrator of the team can do this.
    </Nothing>
  );
}

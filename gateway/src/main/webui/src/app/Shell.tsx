import {
  Alert, Button, Dropdown, DropdownItem, DropdownList, Label, Masthead, MastheadBrand, MastheadContent, MastheadMain, MenuToggle, Nav, NavItem, NavList, Page, SkipToContent, Tooltip,
} from '@patternfly/react-core';
import { EllipsisHIcon, MoonIcon, OutlinedClockIcon, SunIcon, SyncAltIcon, UserIcon, UsersIcon } from '@patternfly/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { inboxQuery } from '../api/cases';
import { meQuery, type Me } from '../api/gateway';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import { noticesQuery } from '../api/work';
import { upTo } from '../ui/format';
import { Failure } from '../ui/parts';
import { say, Toasts } from '../ui/toasts';
import { Landing } from './Landing';
import { useLive, type LiveState } from './live';
import { Wordmark } from './Logo';
import { loginAddress } from './login';
import { useTheme } from './theme';

const places = [
  { to: '/inbox', text: 'Inbox' },
  { to: '/desk', text: 'My desk' },
  { to: '/cases', text: 'Cases' },
  { to: '/search', text: 'Search' },
  { to: '/vessels', text: 'Vessels' },
  { to: '/who', text: 'Who could it be?' },
  { to: '/imagery', text: 'Imagery' },
  { to: '/screen', text: 'Screen' },
  { to: '/lists', text: 'Lists' },
  { to: '/traffic', text: 'Traffic' },
] as const;

/** Looked at less often; in the bar they would push the others out of sight. */
const more = [
  { to: '/feeds', text: 'Feeds' },
  { to: '/uploads', text: 'Uploads' },
  { to: '/status', text: 'Status' },
  { to: '/admin', text: 'Administration' },
] as const;

/** Everybody who is not logged in sees the landing; the others their team's workplace. */
export function Shell() {
  const me = useQuery(meQuery);
  const problem = me.error ? asProblem(me.error) : undefined;
  if (me.data) return <Workplace me={me.data} />;
  if (problem?.isSessionEnded) return <Landing />;
  return (
    <main className="fl-startup">
      <Wordmark />
      {problem ? <Failure what="Fairlead" error={problem} retry={() => void me.refetch()} /> : <p className="fl-quiet">One moment…</p>}
    </main>
  );
}

function useActingTeam(me: Me): string | undefined {
  const chosen = useSyncExternalStore(session.subscribe, session.team);
  const team = me.teams.some((one) => one.id === chosen) ? chosen : me.teams[0]?.id;
  if (session.team() !== team) session.setTeam(team);
  return team;
}

function Workplace({ me }: { me: Me }) {
  const team = useActingTeam(me);
  const live = useLive();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const active = [...places, ...more].find((place) => path.startsWith(place.to));
  useEffect(() => {
    document.title = active ? `${active.text} · Fairlead` : 'Fairlead';
  }, [active]);
  return (
    <>
      <Page
        className="fl-page"
        mainContainerId="main"
        skipToContent={<SkipToContent href="#main">Skip to content</SkipToContent>}
        masthead={
          <Masthead display={{ default: 'inline' }} inset={{ default: 'insetSm' }} className="fl-masthead">
            <MastheadMain>
              <MastheadBrand>
                <Link to="/inbox" search={{}} className="fl-home" aria-label="Fairlead, to the inbox">
                  <Wordmark />
                </Link>
              </MastheadBrand>
            </MastheadMain>
            <MastheadContent className="fl-masthead-content">
              <Nav variant="horizontal" aria-label="Main" className="fl-nav">
                <NavList>
                  {places.map((place) => (
                    <NavItem key={place.to} itemId={place.to} isActive={place === active}>
                      <Link to={place.to} aria-current={place === active ? 'page' : undefined}>
                        {place.text}
                        {place.to === '/inbox' && <NewLeads />}
                        {place.to === '/desk' && <NewNotices />}
                      </Link>
                    </NavItem>
                  ))}
                </NavList>
              </Nav>
              <div className="fl-masthead-tools">
                <More active={active?.text} />
                <Clock live={live} />
                <ThemeButton />
                <Teams me={me} team={team} />
                <Person me={me} />
              </div>
            </MastheadContent>
          </Masthead>
        }
      >
        <SessionEnded />
        {me.teams.length === 0 ? (
          <Alert isInline variant="warning" title="You are in no team" className="fl-banner">
            Cases and leads belong to teams. Ask an administrator to add you to one.
          </Alert>
        ) : null}
        <Outlet key={team} />
      </Page>
      <Toasts />
    </>
  );
}

function More({ active }: { active: string | undefined }) {
  const navigate = useNavigate();
  const shown = more.find((place) => place.text === active);
  return (
    <Menu label={shown ? `More places, now in ${shown.text}` : 'More places'} icon={<EllipsisHIcon />} text={shown?.text ?? 'More'}>
      {more.map((place) => (
        <DropdownItem key={place.to} isSelected={place === shown} onClick={() => void navigate({ to: place.to, search: {} })}>
          {place.text}
        </DropdownItem>
      ))}
    </Menu>
  );
}

function NewLeads() {
  const counts = useQuery(inboxQuery('new', '')).data?.counts;
  if (!counts?.new) return null;
  return (
    <Label isCompact color={counts.overdue ? 'orange' : 'blue'} className="fl-nav-count">
      {upTo(counts.new)}
      <span className="fl-visually-hidden"> new leads{counts.overdue ? `, ${counts.overdue} overdue` : ''}</span>
    </Label>
  );
}

function NewNotices() {
  const unread = useQuery(noticesQuery).data?.unread;
  if (!unread) return null;
  return (
    <Label isCompact color="blue" className="fl-nav-count">
      {unread}
      <span className="fl-visually-hidden"> new notices</span>
    </Label>
  );
}

function Clock({ live }: { live: LiveState }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), 10_000);
    return () => window.clearInterval(timer);
  }, []);
  const text = { live: 'Live: changes appear as they happen', connecting: 'Connecting to the event stream', polling: 'Event stream unavailable: asking every ten seconds' }[live];
  return (
    <Tooltip content={text}>
      <span className={`fl-clock fl-figure fl-live-${live}`} tabIndex={0}>
        {live === 'polling' ? <SyncAltIcon aria-hidden /> : <OutlinedClockIcon aria-hidden />} {now.toISOString().slice(11, 16)} UTC
        <span className="fl-visually-hidden">. {text}</span>
      </span>
    </Tooltip>
  );
}

function ThemeButton() {
  const { isDark, toggle } = useTheme();
  return <Button variant="plain" icon={isDark ? <SunIcon /> : <MoonIcon />} aria-label={isDark ? 'Use the light theme' : 'Use the dark theme'} onClick={toggle} />;
}

function Menu({ label, icon, text, className, children }: { label: string; icon: ReactNode; text: string; className?: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle ref={ref} className={className} variant="plainText" isExpanded={isOpen} onClick={() => setOpen(!isOpen)} aria-label={label} icon={icon}>
          <span className="fl-menu-text">{text}</span>
        </MenuToggle>
      )}
    >
      <DropdownList>{children}</DropdownList>
    </Dropdown>
  );
}

function Teams({ me, team }: { me: Me; team: string | undefined }) {
  const client = useQueryClient();
  const nameOf = (id: string | undefined) => me.teams.find((one) => one.id === id)?.name ?? id ?? 'No team';
  if (me.teams.length < 2) {
    return <span className="fl-team-name">{nameOf(team)}</span>;
  }
  const change = (id: string) => {
    session.setTeam(id);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    say('info', `You now act for ${nameOf(id)}`);
  };
  return (
    <Menu label={`Acting for ${nameOf(team)}. Change team`} icon={<UsersIcon />} text={nameOf(team)}>
      {me.teams.map((one) => (
        <DropdownItem key={one.id} isSelected={one.id === team} description={one.roles.join(', ')} onClick={() => change(one.id)}>
          {nameOf(one.id)}
        </DropdownItem>
      ))}
    </Menu>
  );
}

function Person({ me }: { me: Me }) {
  const roles = me.teams.map((team) => `${team.name ?? team.id}: ${team.roles.join(', ') || 'member'}`).join(' · ');
  return (
    <Menu className="fl-person" label={`${me.displayName ?? me.username}, account`} icon={<UserIcon />} text={me.displayName ?? me.username}>
      <DropdownItem isDisabled description={roles}>
        {me.username}
      </DropdownItem>
      <DropdownItem to="/api/openapi.json" isExternalLink>
        API description
      </DropdownItem>
      <DropdownItem to="/logout">Log out</DropdownItem>
    </Menu>
  );
}

function SessionEnded() {
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded);
  if (!hasEnded) return null;
  return (
    <Alert
      variant="warning"
      isInline
      title="Your session has ended"
      className="fl-banner"
      actionLinks={
        <Button component="a" href={loginAddress()} variant="link" isInline>
          Log in again
        </Button>
      }
    >
      Text you have not saved is kept in this browser and will be here when you come back.
    </Alert>
  );
}

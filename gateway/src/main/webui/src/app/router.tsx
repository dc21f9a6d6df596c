import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { AdminPage } from '../admin/AdminPage';
import { DeskPage } from '../desk/DeskPage';
import { SearchPage } from '../search/SearchPage';
import { CasePage } from '../cases/CasePage';
import { CasesPage } from '../cases/CasesPage';
import { WhoPage } from '../candidates/WhoPage';
import { FeedsPage } from '../feeds/FeedsPage';
import { ImageryPage } from '../imagery/ImageryPage';
import { SightingPage } from '../imagery/SightingPage';
import { InboxPage } from '../inbox/InboxPage';
import { EntryPage } from '../lists/EntryPage';
import { ListPage } from '../lists/ListPage';
import { ListsPage } from '../lists/ListsPage';
import { RecordPage } from '../record/RecordPage';
import { ScreenPage } from '../screening/ScreenPage';
import { StatusPage } from '../status/StatusPage';
import { TrafficPage } from '../traffic/TrafficPage';
import { Failure, Nothing } from '../ui/parts';
import { UploadsPage } from '../uploads/UploadsPage';
import { VesselPage } from '../vessels/VesselPage';
import { VesselsPage } from '../vessels/VesselsPage';
import { Shell } from './Shell';

const text = z.coerce.string().optional().catch(undefined);
const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <Nothing title="There is no such page">Choose one from the bar above.</Nothing>,
  errorComponent: ({ error }) => <Failure what="This page" error={error} retry={() => window.location.reload()} />,
});

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', search: {} });
  },
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: z.object({ state: text, kind: text, lead: text, who: text, due: text }),
  component: InboxPage,
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: z.object({ q: text, state: text }),
  component: CasesPage,
});
const caseFile = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  validateSearch: z.object({ tab: text, sel: text, asOf: text }),
  component: CasePage,
});
const vessels = createRoute({
  getParentRoute: () => root,
  path: '/vessels',
  validateSearch: z.object({ q: text }),
  component: VesselsPage,
});
const vessel = createRoute({
  getParentRoute: () => root,
  path: '/vessels/$mmsi',
  validateSearch: z.object({ sel: text, asOf: text }),
  component: VesselPage,
});
const who = createRoute({
  getParentRoute: () => root,
  path: '/who',
  validateSearch: z.object({ lat: z.coerce.number().optional().catch(undefined), lon: z.coerce.number().optional().catch(undefined), at: text, sighting: text }),
  component: WhoPage,
});
const imagery = createRoute({
  getParentRoute: () => root,
  path: '/imagery',
  validateSearch: z.object({ tab: text }),
  component: ImageryPage,
});
const sighting = createRoute({
  getParentRoute: () => root,
  path: '/imagery/$sightingId',
  validateSearch: z.object({}),
  component: SightingPage,
});
const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  validateSearch: z.object({ q: text, list: text, type: text, imo: text, asOf: text }),
  component: ListsPage,
});
const list = createRoute({
  getParentRoute: () => root,
  path: '/lists/$listId',
  validateSearch: z.object({ from: z.coerce.number().optional().catch(undefined), to: z.coerce.number().optional().catch(undefined) }),
  component: ListPage,
});
const entry = createRoute({
  getParentRoute: () => root,
  path: '/lists/$listId/$sourceId',
  validateSearch: z.object({ asOf: text }),
  component: EntryPage,
});
const screen = createRoute({
  getParentRoute: () => root,
  path: '/screen',
  validateSearch: z.object({ tab: text }),
  component: ScreenPage,
});
const uploads = createRoute({
  getParentRoute: () => root,
  path: '/uploads',
  validateSearch: z.object({ job: text }),
  component: UploadsPage,
});
const feeds = createRoute({
  getParentRoute: () => root,
  path: '/feeds',
  validateSearch: z.object({ feed: text }),
  component: FeedsPage,
});
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DeskPage });
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: z.object({ q: text, kind: text }),
  component: SearchPage,
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: z.object({ tab: text }),
  component: AdminPage,
});
const traffic = createRoute({ getParentRoute: () => root, path: '/traffic', component: TrafficPage });
const status = createRoute({ getParentRoute: () => root, path: '/status', component: StatusPage });
const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  validateSearch: z.object({ href: z.string().catch('') }),
  component: RecordPage,
});

export const router = createRouter({
  routeTree: root.addChildren([index, desk, search, admin, inbox, cases, caseFile, vessels, vessel, who, imagery, sighting, screen, lists, list, entry, uploads, feeds, traffic, status, record]),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

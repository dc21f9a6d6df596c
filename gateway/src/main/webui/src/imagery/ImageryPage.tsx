import { Button, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ImportSightings } from '../candidates/ImportSightings';
import { Sheet } from '../ui/Page';
import { ImportScenes } from './ImportScenes';
import { SceneForm } from './SceneForm';
import { ScenesTab } from './ScenesTab';
import { SightingsTab } from './SightingsTab';

const route = getRouteApi('/imagery');

/** Everything seen by something other than AIS, and the images it was seen in. */
export function ImageryPage() {
  const { tab = 'sightings' } = route.useSearch();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'import' | 'scene' | 'scenes'>();
  const isScenes = tab === 'scenes';
  return (
    <Sheet
      wide
      title="Imagery"
      lead={isScenes ? 'Images with what they cover, and which share of ships they show: what an absence can rest on.' : 'Ships seen by something other than AIS, each with its picture and the ships it can be.'}
      actions={
        isScenes ? (
          <>
            <Button onClick={() => setDialog('scene')}>Record a scene</Button>
            <Button variant="secondary" onClick={() => setDialog('scenes')}>
              Import scenes
            </Button>
          </>
        ) : (
          <>
            <Link to="/who" search={{}} className="pf-v6-c-button pf-m-primary">
              Record by place and time
            </Link>
            <Button variant="secondary" onClick={() => setDialog('import')}>
              Import sightings
            </Button>
          </>
        )
      }
    >
      <Tabs activeKey={tab} onSelect={(_, key) => void navigate({ to: '/imagery', search: { tab: String(key) } })} aria-label="Imagery">
        <Tab eventKey="sightings" title={<TabTitleText>Sightings</TabTitleText>}>
          {!isScenes && <SightingsTab />}
        </Tab>
        <Tab eventKey="scenes" title={<TabTitleText>Scenes</TabTitleText>}>
          {isScenes && <ScenesTab />}
        </Tab>
      </Tabs>
      {dialog === 'import' && <ImportSightings onClose={() => setDialog(undefined)} />}
      {dialog === 'scene' && <SceneForm onClose={() => setDialog(undefined)} />}
      {dialog === 'scenes' && <ImportScenes onClose={() => setDialog(undefined)} />}
    </Sheet>
  );
}

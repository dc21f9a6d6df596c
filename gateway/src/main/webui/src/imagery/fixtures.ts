import type { Chip } from '../api/chips';
import type { Sighting } from '../api/imagery';

export const chipFixture: Chip = {
  name: 'ship.png', sha256: 'ab'.repeat(32), mediaType: 'image/png', sizeBytes: 1000, widthPixels: 400, heightPixels: 300, isGraphic: false,
  metresPerPixel: undefined, xPixels: undefined, yPixels: undefined, upDegrees: undefined, addedBy: 'carl', addedAt: '2024-01-05T02:00:00Z',
};

export const sightingFixture: Sighting = {
  id: '0193f0b1-0000-7000-8000-000000000001', version: 1, state: 'recorded', from: '2024-01-05T02:00:00Z', to: '2024-01-05T02:00:00Z',
  latitudeDegrees: 42.233, longitudeDegrees: 130.3, positionErrorMetres: 50, lengthMetres: undefined, lengthErrorMetres: undefined, headingDegrees: undefined,
  label: 'Rajin, pier 3', sensor: 'optical', source: 'a test', licence: undefined, note: undefined, sceneId: undefined, observation: undefined, synthetic: true,
  recordedBy: 'carl', recordedAt: '2024-01-05T03:00:00Z', verdicts: undefined,
};

import type { Chart } from './chart';

const entries: [kind: string, text: string][] = [
  ['track', 'AIS track'],
  ['synthetic', 'Synthetic track'],
  ['silence', 'Silence, end to end'],
  ['reach', 'Can have been here'],
  ['reach-other', 'The other can have been here'],
  ['footprint', 'Scene'],
  ['visit', 'Port call'],
  ['encounter', 'Encounter'],
  ['loitering', 'Slow at sea'],
  ['anomaly', 'Position that cannot be'],
  ['jump', 'Jump between positions, or the other track'],
  ['identity', 'Change of identity or draught'],
  ['sighting', 'Sighting, 1σ circle'],
  ['fact', 'Dated fact'],
  ['silent-port', 'Silent port'],
];

/** Only what is on the map. Shape and dash tell as much as colour. */
export function Legend({ chart }: { chart: Chart }) {
  const present = new Set<string>();
  for (const { properties } of chart.features) {
    const kind = String(properties?.kind ?? '');
    present.add(kind === 'track' && properties?.synthetic ? 'synthetic' : kind);
  }
  const shown = entries.filter(([kind]) => present.has(kind));
  if (shown.length === 0) return null;
  return (
    <ul className="fl-legend" aria-label="Legend">
      {shown.map(([kind, text]) => (
        <li key={kind}>
          <svg width="26" height="10" aria-hidden="true" className={`fl-key fl-key-${kind}`}>
            {kind === 'track' || kind === 'synthetic' || kind === 'silence' || kind === 'jump' ? <path d="M1 5H25" /> : <circle cx="13" cy="5" r="4" />}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

import type { CaseFile } from '../api/cases';
import { AsOf, DayChoice, dayOr } from '../lists/AsOf';
import { Nothing } from '../ui/parts';

export function AsOfTab({ file, asOf, onAsOf }: { file: CaseFile; asOf: string | undefined; onAsOf: (day: string) => void }) {
  const ships = file.subjects.filter((subject) => subject.imo);
  const day = dayOr(asOf);
  if (ships.length === 0) {
    return <Nothing title="No subject has an IMO number">Lists are asked by IMO number. Add one to a subject of the case.</Nothing>;
  }
  return (
    <div className="fl-tab fl-narrow">
      <p className="fl-quiet">Who had listed her on that day? Each answer says what it rests on.</p>
      <DayChoice value={day} onChange={onAsOf} />
      {ships.map((ship) => (
        <section key={ship.imo} aria-label={ship.name ?? ship.imo}>
          <h2 className="fl-h3">
            {ship.name ?? 'Unnamed'} <span className="fl-quiet fl-figure">IMO {ship.imo}</span>
          </h2>
          <AsOf imo={ship.imo ?? ''} day={day} />
        </section>
      ))}
    </div>
  );
}

import { Label, TextInput } from '@patternfly/react-core';
import { BanIcon, CheckCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { asOfQuery, type AsOfAnswer } from '../api/sanctions';
import { words } from '../ui/format';
import { Failure, Loading, Nothing, Time } from '../ui/parts';

const day = 86_400_000;
const firstDay = Date.parse('2018-01-01T00:00:00Z');
const today = () => new Date().toISOString().slice(0, 10);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A date to look back from: a slider for the feel, a field for the exact day. Both are days in UTC. */
export function DayChoice({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  return (
    <div className="fl-day">
      <TextInput
        aria-label="As of, day in UTC (year-month-day)"
        placeholder="2024-02-09"
        value={text}
        validated={isDay(text) ? 'default' : 'error'}
        onChange={(_, next) => {
          setText(next);
          if (isDay(next.trim())) onChange(next.trim());
        }}
      />
      <input
        type="range"
        aria-label="As of, slider"
        min={0}
        max={Math.floor((Date.now() - firstDay) / day)}
        value={Math.floor((Date.parse(isDay(value) ? value : today()) - firstDay) / day)}
        aria-valuetext={value}
        onChange={(event) => onChange(new Date(firstDay + Number(event.target.value) * day).toISOString().slice(0, 10))}
      />
      <span className="fl-quiet">UTC</span>
    </div>
  );
}

export const dayOr = (text: string | undefined) => (text && isDay(text) ? text : today());

const looks = {
  listed: { color: 'red', icon: <BanIcon />, text: 'Listed' },
  'not-listed': { color: 'green', icon: <CheckCircleIcon />, text: 'Not listed' },
  unknown: { color: 'grey', icon: <QuestionCircleIcon />, text: 'Not known' },
} as const;

const bases: Record<string, string> = {
  observed: 'Observed: the list was seen before and after with the same answer',
  claimed: 'Claimed: a dated fact says so, no file of the list was seen',
  'between-observations': 'Between two observations that differ',
  'no-coverage': 'No version of the list covers this day',
};

/** What each list said of one IMO number on one day, and what the answer rests on. */
export function AsOf({ imo, day: on, onlyKnown = false }: { imo: string; day: string; onlyKnown?: boolean }) {
  const deferred = useDeferredValue(on);
  const answers = useQuery(asOfQuery(imo, `${deferred}T23:59:59Z`));
  if (answers.isPending) return <Loading what="the listings" rows={3} />;
  if (answers.error) return <Failure what="Listings" error={answers.error} retry={() => void answers.refetch()} />;
  if (answers.data.answers.length === 0) return <Nothing title="No list is loaded">Upload a version of a list first.</Nothing>;
  // Lists of which nothing was ever taken in say nothing; they are told in one line.
  const isEmpty = (answer: AsOfAnswer) => answer.status === 'unknown' && !answer.before && !answer.after;
  const silent = answers.data.answers.filter(isEmpty);
  const speaking = answers.data.answers.filter((answer) => !isEmpty(answer));
  return (
    <>
    <ul className="fl-answers" aria-label={`Listings of IMO ${imo} as of ${on}`} aria-busy={answers.isFetching}>
      {speaking.map((answer, index) => (
        <Answer key={`${answer.list}${index}`} answer={answer} />
      ))}
    </ul>
    {silent.length > 0 && !onlyKnown && <p className="fl-quiet">Nothing taken in, so nothing known: {silent.map((answer) => answer.list).join(', ')}.</p>}
    </>
  );
}

export function Answer({ answer }: { answer: AsOfAnswer }) {
  const look = looks[answer.status];
  return (
    <li className={`fl-answer fl-answer-${answer.status}`}>
      <div className="fl-register-head">
        <Label isCompact color={look.color} icon={look.icon}>
          {look.text}
        </Label>
        <strong>{answer.authority ?? answer.list}</strong>
        <span className="fl-quiet fl-mono">{answer.list}</span>
      </div>
      <div>{answer.explanation ?? bases[answer.basis] ?? words(answer.basis)}</div>
      <div className="fl-quiet fl-register-meta">
        <span title={bases[answer.basis]}>Basis: {words(answer.basis).toLowerCase()}</span>
        {answer.before && (
          <span>
            Version {answer.before.version} seen <Time at={answer.before.observedAt} />
          </span>
        )}
        {answer.after && (
          <span>
            then version {answer.after.version} seen <Time at={answer.after.observedAt} />
          </span>
        )}
        {answer.listing?.sourceId && (
          <Link to="/lists/$listId/$sourceId" params={{ listId: answer.list, sourceId: answer.listing.sourceId }} search={{}}>
            {answer.listing.name ?? 'Listing'}
          </Link>
        )}
      </div>
      {answer.parties.length > 0 && (
        <ul className="fl-plain fl-quiet">
          {answer.parties.map((party) => (
            <li key={`${party.role}${party.name}`}>
              {words(party.role)}: {party.name}
              {party.listing ? ' (on this list too)' : ''}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

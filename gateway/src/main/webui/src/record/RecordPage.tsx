import { Button } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { api, downloadAddress } from '../api/client';
import { pageOf } from '../api/schema';
import { number, utc, words } from '../ui/format';
import { isRecordAddress } from '../ui/Links';
import { Panel, Sheet } from '../ui/Page';
import { Failure, Loading, Nothing, Synthetic } from '../ui/parts';

const route = getRouteApi('/record');
const anyRecord = z.record(z.string(), z.unknown());
const versioned = /^\/api\/(ais\/v1\/activities|imagery\/v1\/verdicts|sanctions\/v1\/listings\/[^/]+)\/[^/?]+$/;

/** Any record of the services, field by field, with all its versions: where every figure leads. */
export function RecordPage() {
  const { href } = route.useSearch();
  const router = useRouter();
  const isKnown = isRecordAddress(href);
  const record = useQuery({ queryKey: ['record', href], queryFn: ({ signal }) => api.get(href, anyRecord, { signal }), enabled: isKnown });
  const versions = useQuery({
    queryKey: ['record', href, 'versions'],
    queryFn: ({ signal }) => api.get(`${href}/versions`, pageOf(anyRecord), { signal }),
    enabled: isKnown && versioned.test(href),
    retry: false,
  });
  if (!isKnown) return <Nothing title="That is not the address of a record" />;
  const kind = href.replace(/\?.*$/, '').split('/').at(-2) ?? 'record';
  const older = versions.data?.items ?? [];
  return (
    <Sheet
      title={`Record: ${words(kind).toLowerCase()}`}
      lead={<span className="fl-mono fl-break">{href}</span>}
      actions={
        <>
          <Button variant="secondary" onClick={() => router.history.back()}>
            Back
          </Button>
          <Button component="a" variant="secondary" icon={<DownloadIcon />} href={downloadAddress(href)} download="record.json">
            JSON
          </Button>
        </>
      }
    >
      {record.isPending ? (
        <Loading what="the record" rows={8} />
      ) : record.error ? (
        <Failure what="record" error={record.error} inline={false} retry={() => void record.refetch()} />
      ) : (
        <Panel>
          {record.data.synthetic === true && <Synthetic />}
          <Fields record={record.data} />
        </Panel>
      )}
      {older.length > 0 && (
        <Panel title={`Versions (${older.length})`}>
          {older.map((version, index) => (
            <details key={index} open={index === 0} className="fl-version">
              <summary>
                Version {String(version.version ?? older.length - index)}
                {typeof version.reason === 'string' && <span className="fl-quiet"> {version.reason}</span>}
              </summary>
              <Fields record={version} />
            </details>
          ))}
        </Panel>
      )}
    </Sheet>
  );
}

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const name = (key: string) =>
  words(key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .replace(/\b(imo|mmsi|id|mid)\b/gi, (text) => text.toUpperCase())
    .replace(/ (degrees|metres|knots|hours|seconds|nautical miles)$/, ', $1');

function Fields({ record }: { record: Record<string, unknown> }) {
  return (
    <dl className="fl-facts fl-record">
      {Object.entries(record).map(([key, value]) => (
        <div key={key}>
          <dt>{name(key)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <span className="fl-quiet">unknown</span>;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <span className="fl-figure">{Number.isInteger(value) ? number(value) : String(value)}</span>;
  if (typeof value === 'string') return <span className="fl-break">{isInstant.test(value) ? utc(value) : value}</span>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="fl-quiet">none</span>;
    const shown: unknown[] = value.slice(0, 50);
    return (
      <ul className="fl-plain">
        {shown.map((one, index) => (
          <li key={index}>
            <Value value={one} />
          </li>
        ))}
        {value.length > shown.length && <li className="fl-quiet">and {number(value.length - shown.length)} more in the JSON</li>}
      </ul>
    );
  }
  const object = anyRecord.safeParse(value).data;
  return object ? <Fields record={object} /> : null;
}

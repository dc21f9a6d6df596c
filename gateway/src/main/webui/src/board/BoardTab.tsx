import { Alert, Button, Title, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { DownloadIcon, PlusIcon, TopologyIcon, TrashIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { boardQuery, relationsQuery, removeRelation, type Board, type BoardNode } from '../api/board';
import type { CaseFile } from '../api/cases';
import { words } from '../ui/format';
import { Facts, Failure, Loading, Nothing, Synthetic, Time } from '../ui/parts';
import { sayFailed } from '../ui/toasts';
import { Words } from '../ui/Words';
import { dated, graphMl, hiddenWords, neighboursOf, without } from './board';
import type { Drawing } from './BoardGraph';
import { kinds, lookOf } from './looks';
import { RelationForm } from './RelationForm';

const BoardGraph = lazy(() => import('./BoardGraph').then((module) => ({ default: module.BoardGraph })));

interface Props {
  file: CaseFile;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** What belongs together in the case: drawn, and as a table that says the same. */
export function BoardTab({ file, selected, onSelect }: Props) {
  const query = useQuery(boardQuery(file.id));
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [isTable, setTable] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const drawing = useRef<Drawing>(null);
  const board = useMemo(() => (query.data ? without(query.data, off) : undefined), [query.data, off]);
  if (query.error) return <Failure what="The board" error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !board) return <Loading what="the board" rows={6} />;
  const mayAdd = file.actions.includes('contribute') && file.subjects.length > 1;
  const shown = kinds.filter((kind) => kind !== 'case' && query.data.nodes.some((node) => node.kind === kind));
  if (query.data.nodes.length < 2) {
    return (
      <Nothing title="Nothing to link yet" icon={TopologyIcon}>
        Add subjects, attach leads, freeze evidence or relate another case: each appears here with what holds it.
      </Nothing>
    );
  }
  const chosen = selected === undefined ? undefined : board.nodes.find((node) => node.id === selected);
  const turn = (kind: string) => {
    const next = new Set(off);
    if (!next.delete(kind)) next.add(kind);
    setOff(next);
  };
  const savePicture = async () => {
    const picture = await drawing.current?.picture();
    if (picture) save(picture, `${file.number}-board.png`);
  };
  return (
    <div className="fl-board">
      <div className="fl-bar fl-board-bar">
        <ToggleGroup aria-label="Shown as" isCompact>
          <ToggleGroupItem text="Drawn" isSelected={!isTable} onChange={() => setTable(false)} />
          <ToggleGroupItem text="Table" isSelected={isTable} onChange={() => setTable(true)} />
        </ToggleGroup>
        <ToggleGroup aria-label="Kinds that are shown" isCompact>
          {shown.map((kind) => (
            <ToggleGroupItem key={kind} text={`${lookOf(kind).plural} (${query.data.nodes.filter((node) => node.kind === kind).length})`} isSelected={!off.has(kind)} onChange={() => turn(kind)} />
          ))}
        </ToggleGroup>
        <span className="fl-grow" />
        {mayAdd && (
          <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            Relation
          </Button>
        )}
        {!isTable && (
          <Button variant="link" size="sm" icon={<DownloadIcon />} onClick={() => void savePicture()}>
            PNG
          </Button>
        )}
        <Button variant="link" size="sm" icon={<DownloadIcon />} onClick={() => save(new Blob([graphMl(board)], { type: 'application/xml' }), `${file.number}-board.graphml`)}>
          GraphML
        </Button>
      </div>
      {query.data.hidden.length > 0 && <Alert isInline isPlain variant="info" title={`Too much for one board: ${hiddenWords(query.data)} are not on it.`} />}
      <div className="fl-board-body">
        {isTable ? (
          <LinkTable board={board} selected={selected} onSelect={onSelect} />
        ) : (
          <Suspense fallback={<Loading what="the drawing" rows={4} />}>
            <BoardGraph ref={drawing} board={board} selected={selected} onSelect={onSelect} />
          </Suspense>
        )}
        <aside className="fl-drawer" aria-label="On the board">
          <div className="fl-drawer-frame">
            <div aria-live="polite">{chosen ? <Chosen file={file} board={board} node={chosen} onSelect={onSelect} /> : <Things board={board} onSelect={onSelect} />}</div>
          </div>
        </aside>
      </div>
      {isAdding && <RelationForm file={file} onClose={() => setAdding(false)} />}
    </div>
  );
}

function save(blob: Blob, name: string) {
  const made = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = made;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(made);
}

/** Everything on the board by kind: the way in for whoever does not use the drawing. */
function Things({ board, onSelect }: { board: Board; onSelect: (id: string) => void }) {
  return (
    <>
      <Title headingLevel="h2" size="lg">
        On the board
      </Title>
      {kinds.map((kind) => {
        const nodes = board.nodes.filter((node) => node.kind === kind);
        if (nodes.length === 0) return null;
        return (
          <section key={kind}>
            <h3 className="fl-h3">
              <span className={`fl-board-mark fl-board-${kind}`} aria-hidden />
              {lookOf(kind).plural}
            </h3>
            <ul className="fl-plain fl-board-things">
              {nodes.slice(0, 100).map((node) => (
                <li key={node.id}>
                  <Button variant="link" isInline onClick={() => onSelect(node.id)}>
                    <Words text={node.title} />
                  </Button>
                </li>
              ))}
            </ul>
            {nodes.length > 100 && <p className="fl-quiet">and {nodes.length - 100} more in the table</p>}
          </section>
        );
      })}
    </>
  );
}

function Chosen({ file, board, node, onSelect }: { file: CaseFile; board: Board; node: BoardNode; onSelect: (id: string | undefined) => void }) {
  const near = neighboursOf(board, node.id);
  return (
    <>
      <div className="fl-bar">
        <span className={`fl-board-mark fl-board-${node.kind}`} aria-hidden />
        <span className="fl-family">{lookOf(node.kind).title}</span>
        <span className="fl-grow" />
        <Button variant="link" size="sm" isInline onClick={() => onSelect(undefined)}>
          All things
        </Button>
      </div>
      <Title headingLevel="h2" size="lg">
        <Words text={node.title} />
      </Title>
      {node.synthetic && <Synthetic />}
      <Facts
        items={[
          ['What', node.detail && <Words key="d" text={node.detail} />],
          ['State', node.state && words(node.state)],
          ['When', node.at && <Time key="t" at={node.at} />],
        ]}
      />
      <Way file={file} node={node} />
      <h3 className="fl-h3">Linked to</h3>
      {near.length === 0 ? (
        <p className="fl-quiet">Nothing that is shown.</p>
      ) : (
        <ul className="fl-plain">
          {near.map(({ link, other, isOutward }, index) => (
            <li key={index}>
              <span className="fl-quiet">{isOutward ? link.label : `${link.label} this:`} </span>
              <Button variant="link" isInline onClick={() => onSelect(other.id)}>
                <Words text={other.title} />
              </Button>
              {dated(link) && <span className="fl-quiet fl-figure"> {dated(link)}</span>}
              {link.note && (
                <div className="fl-quiet">
                  <Words text={link.note} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {node.kind === 'subject' && <Relations file={file} subject={node.target} />}
    </>
  );
}

/** From the board to where the thing itself is. */
function Way({ file, node }: { file: CaseFile; node: BoardNode }) {
  const tab = { evidence: 'evidence', finding: 'findings', question: 'findings', lead: 'leads' }[node.kind];
  if (node.kind === 'neighbour') {
    return (
      <Link to="/cases/$caseId" params={{ caseId: node.target }} search={{}}>
        Open that case
      </Link>
    );
  }
  if (!tab) return null;
  return (
    <Link to="/cases/$caseId" params={{ caseId: file.id }} search={{ tab, ...(tab === 'evidence' ? { sel: node.target } : {}) }}>
      Open it in the case
    </Link>
  );
}

/** What people wrote down of a subject, to take off again. */
function Relations({ file, subject }: { file: CaseFile; subject: string }) {
  const relations = useQuery(relationsQuery(file.id));
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => removeRelation(file.id, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', 'case', file.id] }),
    onError: (error) => sayFailed('Removing the relation', error),
  });
  const own = relations.data?.items.filter((one) => one.source === subject || one.target === subject) ?? [];
  if (own.length === 0 || !file.actions.includes('contribute')) return null;
  const named = (id: string) => {
    const found = file.subjects.find((one) => one.id === id);
    return found?.name ?? (found?.imo ? `IMO ${found.imo}` : `MMSI ${found?.mmsi ?? '?'}`);
  };
  return (
    <>
      <h3 className="fl-h3">Written down</h3>
      <ul className="fl-plain">
        {own.map((one) => (
          <li key={one.id} className="fl-bar">
            <span>
              <Words text={named(one.source)} /> {one.kind.replace(/-/g, ' ')} <Words text={named(one.target)} />{' '}
              <span className="fl-quiet">
                {one.addedBy}, <Time at={one.addedAt} />
              </span>
            </span>
            <Button variant="plain" size="sm" icon={<TrashIcon />} aria-label={`Remove: ${named(one.source)} ${one.kind.replace(/-/g, ' ')} ${named(one.target)}`} isDisabled={remove.isPending} onClick={() => remove.mutate(one.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same board for reading line by line. */
function LinkTable({ board, selected, onSelect }: { board: Board; selected: string | undefined; onSelect: (id: string) => void }) {
  const byId = new Map(board.nodes.map((node) => [node.id, node]));
  const thing = (id: string) => {
    const node = byId.get(id);
    if (!node) return null;
    return (
      <>
        <span className="fl-quiet">{lookOf(node.kind).title}</span>{' '}
        <Button variant="link" isInline onClick={() => onSelect(id)} aria-current={id === selected || undefined}>
          <Words text={node.title} />
        </Button>
      </>
    );
  };
  return (
    <div className="fl-board-table">
      <Table aria-label="Links on the board" variant="compact" isStickyHeader>
        <Thead>
          <Tr>
            <Th>From</Th>
            <Th>Link</Th>
            <Th>To</Th>
            <Th>When</Th>
            <Th>Note</Th>
          </Tr>
        </Thead>
        <Tbody>
          {board.links.map((link, index) => (
            <Tr key={index} isRowSelected={link.source === selected || link.target === selected}>
              <Td dataLabel="From">{thing(link.source)}</Td>
              <Td dataLabel="Link">{link.label}</Td>
              <Td dataLabel="To">{thing(link.target)}</Td>
              <Td dataLabel="When">{dated(link)}</Td>
              <Td dataLabel="Note">{link.note && <Words text={link.note} />}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

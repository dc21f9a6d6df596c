import cytoscape, { type Core, type StylesheetJson } from 'cytoscape';
import { forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import type { Board } from '../api/board';
import { useTheme } from '../app/theme';
import { spelled } from '../ui/marked';
import { nearest, type Direction } from './board';
import { kinds, lookOf } from './looks';

/** More of them than this are set in rings: springs would take seconds. */
const mostForSprings = 400;

const mostToFit = 1.3;

interface Props {
  board: Board;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

export interface Drawing {
  picture: () => Promise<Blob | undefined>;
}

/** The board drawn. All of it is in the list beside it, too; arrow keys go from thing to thing. */
export const BoardGraph = forwardRef<Drawing, Props>(function BoardGraph({ board, selected, onSelect }, drawing) {
  const place = useRef<HTMLDivElement>(null);
  const core = useRef<Core>(undefined);
  const choose = useRef(onSelect);
  const { isDark } = useTheme();
  choose.current = onSelect;

  useEffect(() => {
    if (!place.current) return;
    const drawn = cytoscape({
      container: place.current,
      elements: elementsOf(board),
      style: styleOf(),
      minZoom: 0.1,
      maxZoom: 3,
      boxSelectionEnabled: false,
      layout: { name: 'concentric', animate: false, concentric: (one) => (one.data('kind') === 'case' ? 10 : one.data('kind') === 'subject' ? 5 : 1), levelWidth: () => 2, minNodeSpacing: 30 },
    });
    if (board.nodes.length <= mostForSprings) {
      // From the rings, not from chance: the same board is drawn the same.
      drawn
        .layout({
          name: 'cose', animate: false, randomize: false, nodeDimensionsIncludeLabels: true, nodeRepulsion: () => 200_000, nodeOverlap: 30, idealEdgeLength: () => 110, gravity: 0.6,
          numIter: 2500, padding: 30,
        })
        .run();
      lay(drawn);
    }
    showAll(drawn);
    drawn.on('tap', 'node', (event) => choose.current(String(event.target.id())));
    drawn.on('tap', (event) => {
      if (event.target === drawn) choose.current(undefined);
    });
    core.current = drawn;
    return () => {
      core.current = undefined;
      drawn.destroy();
    };
  }, [board]);

  useEffect(() => {
    core.current?.style(styleOf());
  }, [isDark, board]);

  useEffect(() => {
    const drawn = core.current;
    if (!drawn) return;
    drawn.elements().removeClass('chosen near');
    if (selected === undefined) return;
    const chosen = drawn.getElementById(selected);
    chosen.addClass('chosen');
    chosen.neighborhood().addClass('near');
    if (chosen.nonempty()) {
      const at = chosen.renderedPosition();
      if (at.x < 20 || at.y < 20 || at.x > drawn.width() - 20 || at.y > drawn.height() - 20) drawn.center(chosen);
    }
  }, [selected, board]);

  useImperativeHandle(drawing, () => ({
    picture: async () => core.current?.png({ output: 'blob-promise', full: true, scale: 2, bg: valueOf('--fl-surface') }),
  }));

  const go = (direction: Direction) => {
    const drawn = core.current;
    if (!drawn) return;
    const points = drawn.nodes().map((one) => ({ id: one.id(), ...one.position() }));
    const from = points.find((point) => point.id === selected);
    onSelect(from ? (nearest(points, from, direction)?.id ?? selected) : points[0]?.id);
  };
  const zoom = (factor: number) => core.current?.zoom({ level: (core.current.zoom() ?? 1) * factor, renderedPosition: { x: core.current.width() / 2, y: core.current.height() / 2 } });

  return (
    <div
      ref={place}
      className="fl-board-graph"
      role="application"
      aria-label="Link board. Arrow keys go from thing to thing, plus and minus zoom, 0 shows all, Escape chooses nothing. The list beside it holds the same."
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key.startsWith('Arrow')) go(event.key as Direction);
        else if (event.key === '+' || event.key === '=') zoom(1.25);
        else if (event.key === '-') zoom(0.8);
        else if (event.key === '0' && core.current) showAll(core.current);
        else if (event.key === 'Escape') onSelect(undefined);
        else return;
        event.preventDefault();
      }}
    />
  );
});

/** What came out taller than wide is laid down: the place for it is wide. */
function lay(drawn: Core) {
  const box = drawn.elements().boundingBox();
  if (box.h <= box.w) return;
  const turned = new Map(drawn.nodes().map((one) => [one.id(), { x: one.position('y'), y: one.position('x') }]));
  drawn.nodes().positions((one) => turned.get(one.id()) ?? one.position());
}

/** All of it, but a few things no larger than many: their names would stand over each other. */
function showAll(drawn: Core) {
  drawn.fit(undefined, 30);
  if (drawn.zoom() > mostToFit) {
    drawn.zoom(mostToFit);
    drawn.center();
  }
}

/** Titles as a canvas draws them: what turns the direction of writing is written out. */
function elementsOf(board: Board) {
  const label = (text: string) => spelled(text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return [
    ...board.nodes.map((node) => ({ data: { id: node.id, kind: node.kind, label: label(node.title) }, classes: node.synthetic ? 'synthetic' : '' })),
    ...board.links.map((link, index) => ({ data: { id: `link-${index}`, source: link.source, target: link.target, kind: link.kind, label: link.kind === 'part' ? '' : link.label } })),
  ];
}

const valueOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#777';

function styleOf(): StylesheetJson {
  const text = valueOf('--fl-text');
  const ground = valueOf('--fl-surface');
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: text,
        'font-size': 12,
        'text-wrap': 'wrap',
        'text-max-width': '150px',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-background-color': ground,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        width: 30,
        height: 30,
        'border-width': 2,
        'border-color': ground,
      },
    },
    ...kinds.map((kind) => ({ selector: `node[kind="${kind}"]`, style: { shape: lookOf(kind).shape, 'background-color': valueOf(lookOf(kind).color) } })),
    { selector: 'node[kind="case"]', style: { width: 44, height: 44 } },
    { selector: 'node.synthetic', style: { 'border-style': 'dashed', 'border-color': valueOf('--fl-synthetic') } },
    {
      selector: 'edge',
      style: {
        label: 'data(label)',
        color: valueOf('--fl-quiet'),
        'font-size': 10,
        'text-rotation': 'autorotate',
        'text-background-color': ground,
        'text-background-opacity': 0.85,
        width: 1.4,
        'line-color': valueOf('--fl-edge'),
        'target-arrow-color': valueOf('--fl-edge'),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'curve-style': 'bezier',
      },
    },
    { selector: 'edge[kind="part"]', style: { 'line-style': 'dotted', 'target-arrow-shape': 'none' } },
    { selector: 'edge[kind="relation"]', style: { width: 2.4, 'line-color': valueOf('--fl-track'), 'target-arrow-color': valueOf('--fl-track') } },
    { selector: 'edge[kind="contradicts"]', style: { 'line-style': 'dashed', 'line-color': valueOf('--fl-anomaly'), 'target-arrow-color': valueOf('--fl-anomaly'), 'target-arrow-shape': 'tee' } },
    { selector: 'edge[kind="supports"]', style: { 'line-color': valueOf('--fl-sighting'), 'target-arrow-color': valueOf('--fl-sighting') } },
    { selector: 'node.chosen', style: { 'border-width': 5, 'border-color': valueOf('--fl-pick') } },
    { selector: 'node.near', style: { 'border-color': valueOf('--fl-pick') } },
    { selector: 'edge.near', style: { width: 3 } },
  ] as StylesheetJson;
}

import type { Board, BoardLink, BoardNode } from '../api/board';
import { lookOf } from './looks';

/** What is left when kinds are switched off; a link stays while both its ends do. */
export function without(board: Board, off: ReadonlySet<string>): Board {
  const nodes = board.nodes.filter((node) => !off.has(node.kind));
  const kept = new Set(nodes.map((node) => node.id));
  return { ...board, nodes, links: board.links.filter((link) => kept.has(link.source) && kept.has(link.target)) };
}

export interface Neighbour {
  link: BoardLink;
  other: BoardNode;
  /** As the link reads from the thing in question. */
  isOutward: boolean;
}

/** Everything linked to one thing, in the order of the board. */
export function neighboursOf(board: Board, id: string): Neighbour[] {
  const byId = new Map(board.nodes.map((node) => [node.id, node]));
  return board.links.flatMap((link) => {
    const isOutward = link.source === id;
    if (!isOutward && link.target !== id) return [];
    const other = byId.get(isOutward ? link.target : link.source);
    return other ? [{ link, other, isOutward }] : [];
  });
}

export const dated = (link: BoardLink) => (link.from || link.to ? `${link.from ?? '…'} to ${link.to ?? '…'}` : '');

export interface Point {
  id: string;
  x: number;
  y: number;
}
export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The nearest thing in a direction: within 60° of it, what lies aside counts double. */
export function nearest(points: readonly Point[], from: Point, direction: Direction): Point | undefined {
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1;
  let best: Point | undefined;
  let least = Infinity;
  for (const point of points) {
    const along = sign * (isAcross ? point.x - from.x : point.y - from.y);
    const aside = Math.abs(isAcross ? point.y - from.y : point.x - from.x);
    if (point.id === from.id || along <= 0 || aside > along * 1.732) continue;
    const distance = along + 2 * aside;
    if (distance < least) {
      least = distance;
      best = point;
    }
  }
  return best;
}

const escaped = (text: string) =>
  text
    // What XML 1.0 cannot hold is left out.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** The board as GraphML (graphml.graphdrawing.org), for yEd, Gephi and others. */
export function graphMl(board: Board): string {
  const nodeKeys = ['kind', 'title', 'detail', 'state', 'at', 'synthetic'] as const;
  const linkKeys = ['kind', 'label', 'from', 'to', 'note'] as const;
  const data = (prefix: string, of: object, keys: readonly string[]) =>
    keys
      .map((key) => [key, (of as Record<string, unknown>)[key]] as const)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `<data key="${prefix}-${key}">${escaped(String(value))}</data>`)
      .join('');
  const key = (prefix: string, of: string, names: readonly string[]) =>
    names.map((name) => `  <key id="${prefix}-${name}" for="${of}" attr.name="${name}" attr.type="${name === 'synthetic' ? 'boolean' : 'string'}"/>`).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key('node', 'node', nodeKeys),
    key('link', 'edge', linkKeys),
    '  <graph edgedefault="directed">',
    ...board.nodes.map((node) => `    <node id="${escaped(node.id)}">${data('node', node, nodeKeys)}</node>`),
    ...board.links.map((link) => `    <edge source="${escaped(link.source)}" target="${escaped(link.target)}">${data('link', link, linkKeys)}</edge>`),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** What a board that is too large says of what is not on it. */
export const hiddenWords = (board: Board) => board.hidden.map((one) => `${one.count} ${lookOf(one.kind).plural.toLowerCase()}`).join(', ');

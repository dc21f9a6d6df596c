import { describe, expect, it } from 'vitest';
import type { Board } from '../api/board';
import { graphMl, nearest, neighboursOf, without } from './board';

const node = (id: string, kind: string, title = id) => ({ id, kind, target: id, title, detail: undefined, state: undefined, at: undefined, synthetic: false });
const link = (source: string, target: string, kind: string) => ({ source, target, kind, label: kind, from: undefined, to: undefined, note: undefined });
const board: Board = {
  nodes: [node('c', 'case'), node('s', 'subject', 'SHIP <b>&"'), node('e', 'evidence'), node('f', 'finding')],
  links: [link('c', 's', 'part'), link('e', 'f', 'supports')],
  hidden: [],
};

describe('a board', () => {
  it('loses the links of a kind that is switched off', () => {
    const less = without(board, new Set(['evidence']));

    expect(less.nodes.map((one) => one.id)).toEqual(['c', 's', 'f']);
    expect(less.links.map((one) => one.kind)).toEqual(['part']);
  });

  it('knows both ends of a link', () => {
    expect(neighboursOf(board, 'f')).toMatchObject([{ other: { id: 'e' }, isOutward: false }]);
    expect(neighboursOf(board, 'e')).toMatchObject([{ other: { id: 'f' }, isOutward: true }]);
  });

  it('is left by arrow keys towards what lies that way', () => {
    const from = { id: 'a', x: 0, y: 0 };
    const points = [from, { id: 'right', x: 50, y: 10 }, { id: 'far', x: 200, y: 0 }, { id: 'below', x: 5, y: 60 }];

    expect(nearest(points, from, 'ArrowRight')?.id).toBe('right');
    expect(nearest(points, from, 'ArrowDown')?.id).toBe('below');
    expect(nearest(points, from, 'ArrowLeft')).toBeUndefined();
  });

  it('is GraphML that holds words as words', () => {
    const xml = graphMl({ ...board, nodes: [...board.nodes, node('x', 'lead', 'a\u0000b')] });

    expect(xml.match(/<node /g)).toHaveLength(5);
    expect(xml.match(/<edge /g)).toHaveLength(2);
    expect(xml).toContain('<data key="node-title">SHIP &lt;b&gt;&amp;&quot;</data>');
    expect(xml).toContain('<data key="node-title">ab</data>');
  });
});

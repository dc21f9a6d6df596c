/** How a kind of thing looks: shape and words beside the colour, which alone tells nothing. */
export interface Look {
  title: string;
  plural: string;
  shape: 'ellipse' | 'round-rectangle' | 'diamond' | 'hexagon' | 'triangle' | 'rectangle' | 'octagon';
  /** A colour of the application's own style sheet. */
  color: string;
}

const looks: Record<string, Look> = {
  case: { title: 'This case', plural: 'This case', shape: 'octagon', color: '--fl-brand' },
  subject: { title: 'Subject', plural: 'Subjects', shape: 'ellipse', color: '--fl-track' },
  finding: { title: 'Finding', plural: 'Findings', shape: 'hexagon', color: '--fl-sighting' },
  question: { title: 'Question', plural: 'Questions', shape: 'diamond', color: '--fl-fact' },
  neighbour: { title: 'Other case', plural: 'Other cases', shape: 'octagon', color: '--fl-synthetic' },
  evidence: { title: 'Exhibit', plural: 'Exhibits', shape: 'rectangle', color: '--fl-listing' },
  lead: { title: 'Lead', plural: 'Leads', shape: 'triangle', color: '--fl-silence' },
};

const unknown: Look = { title: 'Thing', plural: 'Things', shape: 'rectangle', color: '--fl-quiet' };

export const lookOf = (kind: string): Look => looks[kind] ?? unknown;

/** In the order in which they are offered and listed. */
export const kinds = Object.keys(looks);

/** Key figures in rows: a quiet label, the figure right-aligned. */
import type { Figure } from '../key-figures.ts';
import { FIGURE } from '../layout.ts';
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { Line } from './Line.tsx';

const GAP = 2;

type Props = { readonly figures: readonly Figure[]; readonly perRow: number; readonly pen: Pen };

export function Figures({ figures, perRow, pen }: Props) {
  const rows = Array.from({ length: Math.ceil(figures.length / perRow) }, (_, row) => figures.slice(row * perRow, (row + 1) * perRow));
  return rows.map(row => <Line key={row[0]?.label} spans={[{ text: '  ' }, ...row.flatMap(figure => cell(figure, pen))]} />);
}

/** A figure is never cut for the sake of its label. */
const cell = ({ label, figure, tone }: Figure, pen: Pen): readonly Span[] => [
  { text: pen.fit(label, FIGURE - GAP - pen.width(figure)), tone: 'quiet' },
  { text: pen.fit(figure, Math.min(FIGURE - GAP, pen.width(figure))), tone },
  { text: ' '.repeat(GAP) },
];

/** The months of the scenario looked at as a curve of their margin. */
import type { Row } from '../../compare/comparison.ts';
import type { LeadingFigure } from '../../compare/leading-figure.ts';
import { shownChange } from '../../report/shown-money.ts';
import type { Drawing } from '../charts/drawing.ts';
import { trendLines } from '../charts/trend.ts';
import type { Lines } from '../lines.ts';
import { toneOf } from '../theme.ts';

export function monthPicture(
  months: readonly Row[],
  { title, figure, ...drawing }: Drawing & { readonly title: string; readonly figure: LeadingFigure },
): Lines {
  const { pen, width, height } = drawing;
  const dated = months.filter(({ key }) => key !== '');
  const oneYear = new Set(dated.map(({ key }) => key.slice(0, 4))).size === 1;
  const chart = trendLines(
    {
      names: dated.map(({ key }) => (oneYear ? String(Number(key.slice(5))) : key.slice(2))),
      series: [{ values: dated.map(row => row[figure]), tone: toneOf }],
      text: shownChange,
      // 100 yuan, the last figure shown
      finest: 10_000,
    },
    { ...drawing, height: height - 1 },
  );
  return [[{ text: pen.cut(title, width), tone: 'strong' }], ...chart];
}

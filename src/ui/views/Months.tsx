/** Months beside the departments: margin and a bar from a common middle. */
import { Box } from 'ink';
import type { Row } from '../../compare/comparison.ts';
import type { LeadingFigure } from '../../compare/leading-figure.ts';
import { shownChange } from '../../report/shown-money.ts';
import { bar } from '../charts/bar.ts';
import type { Pen } from '../pen.ts';
import { toneOf } from '../theme.ts';
import { Line } from './Line.tsx';

type Props = {
  readonly months: readonly Row[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly figure: LeadingFigure;
  readonly pen: Pen;
};

const LABEL = 8;
const MONEY = 11;

export function Months({ months, width, height, title, figure, pen }: Props) {
  const largest = Math.max(0, ...months.map(month => Math.abs(month[figure] || 0)));
  const room = width - LABEL - MONEY - 4;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Line spans={[{ text: `  ${pen.cut(title, width - 2)}`, tone: 'strong' }]} />
      <Line spans="" />
      {months.slice(0, Math.max(0, height - 2)).map(({ key, label, [figure]: margin }) => (
        <Line
          key={key}
          spans={[
            { text: `  ${pen.fit(label, LABEL)}`, tone: 'quiet' },
            { text: pen.fit(shownChange(margin), MONEY, 'right'), tone: toneOf(margin) },
            { text: `  ${bar({ amount: margin, largest, width: room, marks: pen.marks })}`, tone: toneOf(margin) },
          ]}
        />
      ))}
    </Box>
  );
}

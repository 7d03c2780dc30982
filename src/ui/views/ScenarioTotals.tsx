/** Totals with scenarios as columns, the one looked at marked, its change from the baseline last. */
import { Box } from 'ink';
import type { Comparison } from '../../compare/comparison.ts';
import { leadingOf } from '../../compare/leading-figure.ts';
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { toneOf } from '../theme.ts';
import { changeText, rowsThatFit } from '../totals.ts';
import { CHANGE, LABEL, totalsHeader, WIDEST } from '../totals-header.ts';
import type { Say } from '../words.ts';
import { Line } from './Line.tsx';

type Props = {
  readonly comparison: Comparison;
  readonly scenario: number;
  readonly width: number;
  /** Header of one line or two, and rows. */
  readonly height: number;
  readonly pen: Pen;
  readonly say: Say;
};

export function ScenarioTotals({ comparison: { scenarios, changes }, scenario, width, height, pen, say }: Props) {
  const looked = scenarios[scenario];
  const change = changes.find(({ scenario: id }) => id === looked?.id);
  const baseline = scenarios.find(({ id }) => id === change?.baseline);
  const { shown, column, lines } = totalsHeader({ scenarios, scenario, width, pen });
  const changeTitle = change ? say('change', { chosen: pen.marks.chosen }) : '';
  const changeWidth = Math.min(width - LABEL - 4 - column * shown.length, CHANGE + WIDEST);
  const header = (titles: readonly string[], last: boolean): readonly Span[] => [
    { text: `  ${pen.fit('', LABEL)}` },
    ...shown.map((at, i): Span => ({ text: pen.fit(titles[i] ?? '', column, 'right'), tone: at === scenario ? 'accent' : 'quiet' })),
    { text: `  ${pen.fit(last ? changeTitle : '', changeWidth, 'right')}`, tone: 'quiet' },
  ];
  return (
    <Box flexDirection="column" width={width} height={height}>
      {lines.map((titles, i) => (
        <Line key={i === lines.length - 1 ? 'lower' : 'upper'} spans={header(titles, i === lines.length - 1)} />
      ))}
      {rowsThatFit(height - lines.length, leadingOf({ scenarios })).map(row => (
        <Line
          key={row.title}
          spans={[
            { text: `  ${pen.fit(say(row.title), LABEL)}`, tone: 'quiet' },
            ...shown.map((at): Span => {
              const totals = scenarios[at]?.totals;
              const tone = row.gainOrLoss && totals ? toneOf(totals[row.gainOrLoss]) : 'plain';
              return { text: pen.fit(totals ? row.text(totals) : '', column, 'right'), tone };
            }),
            {
              text: `  ${pen.fit(changeText(row, change?.totals, baseline?.totals), changeWidth, 'right')}`,
              tone: row.gainOrLoss && change ? toneOf(change.totals[row.gainOrLoss]) : 'plain',
            },
          ]}
        />
      ))}
    </Box>
  );
}

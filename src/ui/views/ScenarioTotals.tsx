/** Totals with scenarios as columns, the one looked at marked, its change from the baseline last. */
import { Box } from 'ink';
import type { Comparison } from '../../compare/comparison.ts';
import type { Pen } from '../pen.ts';
import { shortTitle } from '../short-title.ts';
import { toneOf } from '../theme.ts';
import { changeText, rowsThatFit } from '../totals.ts';
import type { Say } from '../words.ts';
import { TOTALS_HEADER } from './chrome.ts';
import { Line, type Span } from './Line.tsx';

type Props = {
  readonly comparison: Comparison;
  readonly scenario: number;
  readonly width: number;
  /** Header of two lines, and rows. */
  readonly height: number;
  readonly pen: Pen;
  readonly say: Say;
};

const LABEL = 13;
const CHANGE = 22;
const NARROWEST = 13;
const WIDEST = 24;

export function ScenarioTotals({ comparison: { scenarios, changes }, scenario, width, height, pen, say }: Props) {
  const looked = scenarios[scenario];
  const change = changes.find(({ scenario: id }) => id === looked?.id);
  const baseline = scenarios.find(({ id }) => id === change?.baseline);
  const room = width - LABEL - CHANGE - 4;
  const shown = around(scenario, scenarios.length, Math.max(1, Math.floor(room / NARROWEST)));
  const column = Math.min(WIDEST, Math.floor(room / shown.length));
  const changeTitle = change ? say('change', { chosen: pen.marks.chosen }) : '';
  const changeWidth = Math.min(width - LABEL - 4 - column * shown.length, CHANGE + WIDEST);
  const titles = shown.map(at =>
    titleLines(`${shortTitle(scenarios[at]?.title ?? '')}${at === scenario ? ` ${pen.marks.chosen}` : ''}`, column - 2, pen),
  );
  const header = (line: number): readonly Span[] => [
    { text: `  ${pen.fit('', LABEL)}` },
    ...shown.map(
      (at, i): Span => ({ text: pen.fit(titles[i]?.[line] ?? '', column, 'right'), tone: at === scenario ? 'accent' : 'quiet' }),
    ),
    { text: `  ${pen.fit(line === 1 ? changeTitle : '', changeWidth, 'right')}`, tone: 'quiet' },
  ];
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Line spans={header(0)} />
      <Line spans={header(1)} />
      {rowsThatFit(height - TOTALS_HEADER).map(row => (
        <Line
          key={row.title}
          spans={[
            { text: `  ${pen.fit(say(row.title), LABEL)}`, tone: 'quiet' },
            ...shown.map((at): Span => {
              const totals = scenarios[at]?.totals;
              const tone = row.gainOrLoss && totals ? toneOf(totals.margin) : 'plain';
              return { text: pen.fit(totals ? row.text(totals) : '', column, 'right'), tone };
            }),
            {
              text: `  ${pen.fit(changeText(row, change?.totals, baseline?.totals), changeWidth, 'right')}`,
              tone: row.gainOrLoss && change ? toneOf(change.totals.margin) : 'plain',
            },
          ]}
        />
      ))}
    </Box>
  );
}

/** A title on two lines, standing on the lower one; the mark of the scenario looked at is its last character and stays. */
function titleLines(title: string, width: number, pen: Pen): readonly [string, string] {
  const [first = '', ...rest] = pen.wrap(title, width);
  if (rest.length === 0) return ['', first];
  if (rest.length === 1) return [first, rest[0] ?? ''];
  const mark = title.endsWith(pen.marks.chosen) ? ` ${pen.marks.chosen}` : '';
  return [first, pen.cut(rest.join(''), width - pen.width(mark)) + mark];
}

/** The baseline, and as many others as fit around the one looked at. */
function around(scenario: number, count: number, room: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  if (count <= room) return all;
  const others = all.slice(1);
  const first = Math.max(0, Math.min(scenario - 1, others.length - (room - 1)));
  return room < 2 ? [scenario] : [0, ...others.slice(first, first + room - 1)];
}

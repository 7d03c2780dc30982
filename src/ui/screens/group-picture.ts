/** The group under the cursor: how its stays spread by cost, with the lines that divide them, and how many lie beyond each. */
import type { Desk, Run } from '../../app/desk.ts';
import type { CostLine, GroupCosts } from '../../compare/group-costs.ts';
import type { GroupFigures } from '../../compare/group-figures.ts';
import { count, quotient, yuan } from '../../report/format.ts';
import type { Drawing } from '../charts/drawing.ts';
import { histogramLines, type MarkedLine } from '../charts/histogram.ts';
import type { Lines } from '../lines.ts';
import { groupCostsOf } from '../sheets/figures.ts';
import type { Say } from '../words.ts';
import { costBins } from './cost-bins.ts';
import { groupTitle } from './group-answer.ts';

export function groupPicture(desk: Desk, run: Run, group: GroupFigures, { say, ...drawing }: Drawing & { readonly say: Say }): Lines {
  const { pen, width, height } = drawing;
  const costs = groupCostsOf(desk, run, group.key);
  const title = groupTitle(group);
  if (!costs) return [[{ text: pen.cut(say('costsNone', { group: title }), width), tone: 'quiet' }]];
  const facts = factsOf(costs, say);
  const told = (texts: readonly string[]) => texts.join(` ${pen.marks.dot} `);
  if (height < 4) return [[{ text: pen.cut(`${group.key}  ${told([...facts.middle, ...facts.beyond])}`, width), tone: 'quiet' }]];
  const head = headOf(title, [told(facts.middle), told(facts.beyond)], { width, height, pen, code: group.key });
  const chart = histogramLines(
    { bins: costBins(costs, Math.floor(width / 2)), lines: linesOf(costs, say), text: bound => count(Math.round(bound / 100)), count },
    { ...drawing, height: height - head.length },
  );
  return [...head, ...chart];
}

/** From here on the facts may take lines of their own. */
const ROOMY = 12;

type Head = Pick<Drawing, 'width' | 'height' | 'pen'> & { readonly code: string };

/** The name on a line of its own where there is room for one; else it makes room for the first facts, its code never. */
function headOf(title: string, [first, second]: readonly [string, string], { width, height, pen, code }: Head): Lines {
  const roomy = height >= ROOMY;
  const beneath = roomy && pen.width(title) + 2 + pen.width(first) > width;
  const name = pen.cut(title, beneath ? width : Math.max(pen.width(code), width - pen.width(first) - 2));
  const quiet = (text: string) => ({ text: pen.cut(text, width), tone: 'quiet' as const });
  const below = (roomy || second === '' ? pen.wrap(second, width) : [second]).map(text => [quiet(text)]);
  if (beneath) return [[{ text: name, tone: 'strong' }], [quiet(first)], ...below];
  return [
    [
      { text: name, tone: 'strong' },
      { text: pen.cut(`  ${first}`, width - pen.width(name)), tone: 'quiet' },
    ],
    ...below,
  ];
}

type Facts = { readonly middle: readonly string[]; readonly beyond: readonly string[] };

/** The lines in words: mean and standard; what lies beyond the low and the high line, and of which price they are. */
function factsOf({ costs, sum, standard, low, high, prices, atThisPrice }: GroupCosts, say: Say): Facts {
  const told = (word: 'costsStandard' | 'costsLow' | 'costsHigh', line: CostLine | undefined) =>
    line ? [say(word, { at: yuan(line.at.toNumber()), n: count(line.beyond) })] : [];
  return {
    middle: [say('costsMean', { mean: quotient(sum, costs.length * 100) }), ...told('costsStandard', standard)],
    beyond: [
      ...told('costsLow', low),
      ...told('costsHigh', high),
      ...(prices > 1 ? [say('costsPrices', { all: count(prices), n: count(atThisPrice) })] : []),
    ],
  };
}

function linesOf({ low, high, standard, mean }: GroupCosts, say: Say): readonly MarkedLine[] {
  const line = (cost: CostLine | undefined, label: string, tone: NonNullable<MarkedLine['tone']>): readonly MarkedLine[] =>
    cost ? [{ at: cost.at.toNumber(), label, tone }] : [];
  return [
    ...line(high, say('lineHigh'), 'warning'),
    ...line(low, say('lineLow'), 'warning'),
    ...line(standard, say('lineStandard'), 'accent'),
    ...line(mean, say('lineMean'), 'strong'),
  ];
}

/** The group under the cursor: how its stays spread by cost, with the lines that divide them, and how many lie beyond each. */
import type { Desk, Run } from '../../app/desk.ts';
import type { CostLine, GroupCosts } from '../../compare/group-costs.ts';
import type { GroupFigures } from '../../compare/group-figures.ts';
import { count, quotient, yuan } from '../../report/format.ts';
import { binsOf } from '../charts/bins.ts';
import type { Drawing } from '../charts/drawing.ts';
import { histogramLines, type MarkedLine } from '../charts/histogram.ts';
import type { Lines } from '../lines.ts';
import { groupCostsOf } from '../sheets/figures.ts';
import type { Say } from '../words.ts';
import { groupTitle } from './group-answer.ts';

/** One stay in a hundred at each end may be told as a number instead of drawn, so that one of 900,000 yuan does not flatten the rest. */
const CLIP = 0.01;

export function groupPicture(desk: Desk, run: Run, group: GroupFigures, { say, ...drawing }: Drawing & { readonly say: Say }): Lines {
  const { pen, width, height } = drawing;
  const costs = groupCostsOf(desk, run, group.key);
  const title = groupTitle(group);
  if (!costs) return [[{ text: pen.cut(say('costsNone', { group: title }), width), tone: 'quiet' }]];
  const told = factsOf(costs, say).join(` ${pen.marks.dot} `);
  if (height < 4) return [[{ text: pen.cut(`${group.key}  ${told}`, width), tone: 'quiet' }]];
  const facts = pen.wrap(told, width).slice(0, 2);
  const wanted = Math.max(6, Math.min(Math.floor(width / 2), Math.ceil(2 * Math.sqrt(costs.costs.length))));
  const { bins } = binsOf(costs.costs, { wanted, clip: CLIP });
  const chart = histogramLines(
    { bins, lines: linesOf(costs, say), text: bound => count(Math.round(bound / 100)), count },
    { ...drawing, height: height - 1 - facts.length },
  );
  return [
    [{ text: pen.cut(say('costsOf', { group: title }), width), tone: 'strong' }],
    ...facts.map(text => [{ text, tone: 'quiet' as const }]),
    ...chart,
  ];
}

/** `次均 12,310.00 · 标准 13,112.00，47 例超过 · 低线 3,933.60，3 例不高于 · 高线 …`: the lines in words, for where they cannot be drawn. */
function factsOf({ costs, sum, standard, low, high, prices, atThisPrice }: GroupCosts, say: Say): readonly string[] {
  const told = (word: 'costsStandard' | 'costsLow' | 'costsHigh', line: CostLine | undefined) =>
    line ? [say(word, { at: yuan(line.at.toNumber()), standard: yuan(line.at.toNumber()), n: count(line.beyond) })] : [];
  return [
    say('costsMean', { mean: quotient(sum, costs.length * 100) }),
    ...told('costsStandard', standard),
    ...told('costsLow', low),
    ...told('costsHigh', high),
    ...(prices > 1 ? [say('costsPrices', { all: count(prices), n: count(atThisPrice) })] : []),
  ];
}

function linesOf({ low, high, standard, mean }: GroupCosts, say: Say): readonly MarkedLine[] {
  const line = (at: CostLine | undefined, label: string, tone: MarkedLine['tone'] = 'accent') =>
    at ? [{ at: at.at.toNumber(), label, ...(tone ? { tone } : {}) }] : [];
  return [
    ...line(high, say('lineHigh'), 'warning'),
    ...line(low, say('lineLow'), 'warning'),
    ...line(standard, say('lineStandard')),
    ...line(mean, say('lineMean'), 'strong'),
  ];
}

/** The rows of the scenario totals, scenario beside scenario, the most important ones first to stay on a small terminal. */
import type { ChangeRow, Totals } from '../compare/comparison.ts';
import type { LeadingFigure } from '../compare/leading-figure.ts';
import { count, percent, signed } from '../report/format.ts';
import { minus, shownChange, shownWan } from '../report/shown-money.ts';
import type { Word } from './words.ts';

export type TotalsRow = {
  readonly title: Word;
  /** Order of importance; rows are drawn in the order of the list. */
  readonly rank: number;
  text(totals: Totals): string;
  /** The change from the baseline and what it is a share of. */
  change?(change: ChangeRow): number;
  base?(totals: Totals): number;
  readonly gainOrLoss?: LeadingFigure;
};

export const totalsRows: readonly TotalsRow[] = [
  { title: 'discharges', rank: 9, text: totals => count(totals.stays) },
  { title: 'cost', rank: 5, text: totals => shownWan(totals.cost), change: change => change.cost, base: totals => totals.cost },
  {
    title: 'payment',
    rank: 3,
    text: totals => shownWan(totals.payment),
    change: change => change.payment,
    base: totals => totals.payment,
  },
  {
    title: 'groupResult',
    rank: 11,
    text: totals => shownChange(totals.groupResult),
    change: change => change.groupResult,
    base: totals => totals.cost,
    gainOrLoss: 'groupResult',
  },
  { title: 'fund', rank: 1, text: totals => shownWan(totals.fund), change: change => change.fund, base: totals => totals.fund },
  { title: 'patient', rank: 2, text: totals => shownWan(totals.patient), change: change => change.patient, base: totals => totals.patient },
  { title: 'other', rank: 10, text: totals => shownWan(totals.other), change: change => change.other, base: totals => totals.other },
  {
    title: 'margin',
    rank: 0,
    text: totals => shownChange(totals.margin),
    change: change => change.margin,
    base: totals => totals.cost,
    gainOrLoss: 'margin',
  },
  { title: 'cmi', rank: 6, text: totals => totals.cmi || '–' },
  { title: 'high', rank: 7, text: totals => percent(totals.high, totals.priced) },
  { title: 'low', rank: 8, text: totals => percent(totals.low, totals.priced) },
  { title: 'unpriced', rank: 4, text: totals => count(totals.unpriced) },
];

export const changeText = (row: TotalsRow, change: ChangeRow | undefined, baseline: Totals | undefined): string => {
  if (!row.change || !change) return '';
  const amount = row.change(change);
  const share = baseline && row.base ? minus(signed(percent(amount, row.base(baseline)))) : '';
  return `${shownChange(amount)} ${share.padStart(7)}`;
};

/** What the answer speaks of comes first: the margin, or in its place the result of the groups. */
export function rowsThatFit(lines: number, figure: LeadingFigure): readonly TotalsRow[] {
  const rankOf = ({ title, rank }: TotalsRow) => (title === figure ? 0 : title === 'margin' ? totalsRows.length - 1 : rank);
  return totalsRows.filter(row => rankOf(row) < lines);
}

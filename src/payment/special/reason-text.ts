/** Why a stay is a candidate, with the numbers that were compared: `days 75 > 60`, `R 3.5359 > 2.5 …`. Asked only of a reason that it meets. */
import { yuanOf } from '../../money.ts';
import type { Condition } from '../../policy/condition.ts';
import type { Candidate } from '../../policy/special-rule.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { conditionText } from '../cases/case-lines.ts';
import { billed, figure } from '../outliers/figure.ts';
import type { Price } from '../settlement.ts';

export type Asked = {
  /** Fen, without what is paid apart. */
  readonly cost: number;
  readonly price: Price;
  readonly within: { readonly stays: StayTable; readonly row: number };
};

export function reasonText(candidate: Candidate, { cost, price, within: { stays, row } }: Asked): string {
  const days = stays.days[row]!;
  const texts = candidate.when.map(condition => numberText(condition, stays, row) ?? conditionText(condition, { cost, days, price }));
  return [...(candidate.overCap ? [capText(cost, price)] : []), ...texts].join(', ');
}

/** `R 3.5359 (40000.00 ≥ 28281.01)`: from the first whole fen beyond the line on. */
const capText = (cost: number, { benchmark, highFrom }: Price): string =>
  `R ${yuanOf(cost).div(benchmark).toFixed(4)} (${billed(yuanOf(cost))} ≥ ${figure(yuanOf(highFrom))})`;

const signs = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;

/** A number of the row with its own value; undefined for other conditions. */
function numberText({ column, is, value }: Condition, stays: StayTable, row: number): string | undefined {
  if (is === 'eq' || is === 'in') return undefined;
  switch (column) {
    case 'age':
      return `age ${stays.age[row]} ${signs[is]} ${value}`;
    case 'age_days':
      return `age_days ${stays.ageDays[row]} ${signs[is]} ${value}`;
    case 'icu_hours':
      return `icu_hours ${stays.icuHours![row]} ${signs[is]} ${value}`;
    case 'vent_hours':
      return `vent_hours ${stays.ventHours![row]} ${signs[is]} ${value}`;
    case 'cost':
      return `cost ${billed(yuanOf(stays.money.total![row]!))} ${signs[is]} ${value}`;
    default:
      return undefined;
  }
}

/** The work list of special cases as texts, one row a candidate in the order in which a hospital would file: the largest C − S first. */
import { yuanText } from '../money.ts';
import type { Part } from '../payment/part.ts';
import type { Settlement } from '../payment/settlement.ts';
import { reasonText } from '../payment/special/reason-text.ts';
import type { SpecialCase } from '../payment/special/special-cases.ts';
import { placeText } from '../policy/leaf.ts';
import type { SpecialRule } from '../policy/special-rule.ts';
import { type StayTable, stayId, wordAt } from '../stay/stay-table.ts';
import { ratioText } from './ratio-text.ts';

export type SpecialList = {
  readonly special: SpecialRule;
  readonly part: Part;
  readonly me: number;
  readonly cases: readonly SpecialCase[];
};

export type SpecialWork = {
  readonly policy: string;
  /** '' where no catalogue grouped. */
  readonly catalogue: string;
  readonly stays: StayTable;
  /** Without special cases. */
  readonly settlement: Settlement;
  readonly lists: readonly SpecialList[];
  /** The id that the file itself has. */
  readonly idOf: (row: number) => string;
};

/** inside: within the quota; over_quota: more are filed than may be; no_gain: it would not be paid more. */
export type SpecialStatus = 'inside' | 'over_quota' | 'no_gain';

export type SpecialRow = {
  readonly status: SpecialStatus;
  readonly special: SpecialRule;
  readonly found: SpecialCase;
  readonly stay: string;
  readonly id: string;
  readonly hospital: string;
  readonly department: string;
  readonly drg: string;
  readonly name: string;
  readonly weight: string;
  readonly days: string;
  readonly ratio: string;
  readonly excess: string;
  readonly gain: string;
  readonly reasons: readonly { readonly title: string; readonly met: string; readonly at: string }[];
};

export const specialRows = (work: SpecialWork): readonly SpecialRow[] =>
  work.lists.flatMap(list => list.cases.map(found => rowOf(found, list, work)));

function rowOf(found: SpecialCase, { special, part }: SpecialList, { stays, settlement, idOf }: SpecialWork): SpecialRow {
  const { row, cost, standard, payment, approved } = found;
  const price = settlement.prices[settlement.price[row]!]!;
  const group = part.grouping && part.groups?.[part.grouping.group[row]!];
  const days = stays.days[row]!;
  return {
    status: found.inside ? 'inside' : found.rank === 0 ? 'no_gain' : 'over_quota',
    special,
    found,
    stay: stayId(row),
    id: idOf(row),
    hospital: wordAt(stays.words.hospital, row),
    department: wordAt(stays.words.department, row),
    drg: group?.drg ?? '',
    name: group?.name ?? '',
    weight: price.weight.toString(),
    days: days < 0 ? '' : String(days),
    ratio: ratioText(cost, price.benchmark),
    excess: yuanText(cost - standard),
    gain: yuanText(approved - payment),
    reasons: found.reasons.map(r => {
      const candidate = special.candidates[r]!;
      return {
        title: candidate.title,
        met: reasonText(candidate, { cost, price, within: { stays, row } }),
        at: placeText(candidate.item.at),
      };
    }),
  };
}

/** `超过高倍率上限（R 3.5359 …）` */
export const reasonsText = ({ reasons }: SpecialRow): string => reasons.map(({ title, met }) => `${title}: ${met}`).join('; ');

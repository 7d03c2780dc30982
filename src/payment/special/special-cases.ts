/**
 * The stays that a hospital may file, in the order in which it would: the largest C − S first, equal ones in the order of stay_id. Of each
 * hospital floor(discharges × quota) are approved. A stay that would not be paid more than it is anyway is no case to file: it stays on
 * the list, and takes no place of the quota.
 */
import { Decimal, toFen } from '../../money.ts';
import type { SpecialRule } from '../../policy/special-rule.ts';
import type { ToPay } from '../settle.ts';
import { type Band, bandIndex, bands, type Price, type Settlement } from '../settlement.ts';
import { meetsCandidate } from './meets-candidate.ts';

export type SpecialCase = {
  readonly row: number;
  /** Indices into the candidates of the rule, at least one. */
  readonly reasons: readonly number[];
  /** Fen: C without what is paid apart, S, and what is paid apart. */
  readonly cost: number;
  readonly standard: number;
  readonly apart: number;
  /** Fen: as it is paid, and as it would be when approved; both with what is paid apart. */
  readonly payment: number;
  readonly approved: number;
  /** Place in the hospital, from 1, among the cases to file; 0: no gain, not filed. */
  readonly rank: number;
  readonly discharges: number;
  readonly quota: number;
  readonly inside: boolean;
};

/** As paid before any special case: by band, before the fund's part. */
export type Paid = Pick<Settlement, 'count' | 'by' | 'band' | 'price' | 'prices' | 'standard' | 'payment' | 'exempt'>;

export function specialCases({ stays, part, me }: ToPay, rule: SpecialRule, paid: Paid): readonly SpecialCase[] {
  const { count, by, band, price, prices, standard, payment, exempt } = paid;
  const { total } = stays.money;
  if (!total) return [];
  const { grouping, groups } = part;
  const asked = { stays, grouped: grouping && groups ? { columns: grouping, groups } : undefined };
  const tests = rule.candidates.map(candidate => meetsCandidate(candidate, prices, asked));
  const hospitalOf = hospitalCodes(stays);
  const discharges = new Map<number, number>();
  const found: Found[] = [];
  for (let row = 0; row < count; row++) {
    if (by[row] !== me) continue;
    const hospital = hospitalOf(row);
    discharges.set(hospital, (discharges.get(hospital) ?? 0) + 1);
    if (mayFile[band[row]!] === 0 || price[row]! < 0) continue;
    const apart = exempt?.[row] ?? 0;
    const cost = total[row]! - apart;
    const p = price[row]!;
    if (!tests.some(test => test(row, cost, p))) continue;
    const reasons = tests.flatMap((test, r) => (test(row, cost, p) ? [r] : []));
    const approved = approvedPayment(rule, prices[p]!, cost) + apart;
    found.push({ row, hospital, reasons, cost, standard: standard[row]!, apart, payment: payment[row]!, approved });
  }
  return ranked(found, rule, discharges);
}

type Found = Omit<SpecialCase, 'rank' | 'discharges' | 'quota' | 'inside'> & { readonly hospital: number };

/** Paid by their group and their cost: neither by a rule about the stay, nor without a price. */
const filed: readonly Band[] = ['low', 'mid_low', 'normal', 'high'];
const mayFile = Uint8Array.from(bands, band => Number(filed.includes(band)));

const hospitalCodes = ({ words: { hospital } }: ToPay['stays']) => (hospital ? (row: number) => hospital.codes[row]! : (_row: number) => 0);

/** Fen, without what is paid apart: cost, or S × uplift, rounded once. */
export const approvedPayment = ({ uplift }: SpecialRule, { standardExact }: Price, cost: number): number =>
  uplift ? toFen(standardExact.times(uplift.value)) : cost;

function ranked(found: readonly Found[], { quota }: SpecialRule, discharges: ReadonlyMap<number, number>): readonly SpecialCase[] {
  const ordered = [...found].sort((a, b) => b.cost - b.standard - (a.cost - a.standard) || a.row - b.row);
  const filedOf = new Map<number, number>();
  return ordered.map(({ hospital, ...one }) => {
    const all = discharges.get(hospital)!;
    const places = new Decimal(all).times(quota.value).floor().toNumber();
    const gains = one.approved > one.payment;
    const rank = gains ? (filedOf.get(hospital) ?? 0) + 1 : 0;
    if (gains) filedOf.set(hospital, rank);
    return { ...one, rank, discharges: all, quota: places, inside: gains && rank <= places };
  });
}

/** Pays the approved cases, between the bands and the fund's part. */
export function paySpecial(toPay: ToPay, rule: SpecialRule | undefined, draft: Paid): void {
  if (!rule) return;
  for (const { row, approved, inside } of specialCases(toPay, rule, draft)) {
    if (!inside) continue;
    draft.band[row] = bandIndex.special;
    draft.payment[row] = approved;
  }
}

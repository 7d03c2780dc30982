/**
 * A million stays paid in one scenario, over columns, against the rule worked in decimal.js one stay after the other. The stays are made
 * from a seed: every group of the catalogue, two insurances, costs spread about the standard as those of a hospital are, so that a few in a
 * hundred are low and a few are high.
 */
import type { CompiledCatalogue } from '../../grouper/index.ts';
import type { GroupColumns } from '../../grouper/result.ts';
import { type Installation, installedText } from '../../src/files/installation.ts';
import { Decimal } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { groupTerms } from '../../src/payment/group-terms.ts';
import { type Paid, payStay } from '../../src/payment/pay-stay.ts';
import { priceOf } from '../../src/payment/price.ts';
import { settle } from '../../src/payment/settle.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { MISSING, NO_DATE, type StayTable, type WordColumn } from '../../src/stay/stay-table.ts';
import type { Stage } from './rounds.ts';

const POLICY = 'data/policies/jinhua-illustrative.yaml';
const rateFactor = new Decimal(1);
const COLUMNS = 'settle one scenario, columns';
const ONE_BY_ONE = 'settle stay by stay, decimal.js';

export type OfPayment = { readonly stays: number; readonly sample: number };

export function paidStays(
  installation: Installation,
  { groups }: CompiledCatalogue,
  { stays: count, sample }: OfPayment,
): readonly Stage[] {
  const file = readPolicy(installedText(installation, POLICY), POLICY);
  const policy = policyFrom(file, file.leaves);
  if (policy.method !== 'drg_points') throw new Error(`${POLICY} pays by points`);
  const weights = readWeights(installedText(installation, policy.weightsTable!), policy.weightsTable!);
  const grouping = groupedAnyhow(count, groups.length);
  const stays = staysOf(count, grouping, row => Number(weights.weightOf(groups[grouping.group[row]!]!.drg)?.toString() ?? 1) * 900_000);
  const columns = () => settle({ stays, policy, grouping, groups, weights });

  const settled = columns();
  const terms = groupTerms({ policy, grouping, groups, weights }, policy);
  /** From the policy and the bill alone, nothing made ready: the price of its group, and what it pays. */
  const paid = (row: number): Paid | undefined => {
    const known = settled.prices[settled.price[row]!];
    if (!known) return undefined;
    const key = { level: known.level, insurance: known.insurance, hospital: undefined, child: false, daySurgery: false };
    const price = priceOf(key, { group: known.group, terms: terms[known.group]!, rateFactor }, policy)!;
    return payStay(billOf(stays, row), price, policy);
  };
  const oneByOne = (): number => {
    let sum = 0;
    for (let row = 0; row < sample; row++) sum += paid(row)?.payment ?? 0;
    return sum;
  };
  // the same to the fen, before either is timed
  const met = new Set<string>();
  for (let row = 0; row < sample; row++) {
    const exact = paid(row);
    if (!exact) continue;
    const { band, payment, fund, margin } = exact;
    if (payment !== settled.payment[row] || fund !== settled.fund[row] || margin !== settled.margin[row])
      throw new Error(`columns and the rule in decimal.js differ in row ${row}`);
    met.add(band);
  }
  for (const band of ['low', 'normal', 'high']) if (!met.has(band)) throw new Error(`no stay is ${band}`);
  return [
    { stage: ONE_BY_ONE, n: sample, run: oneByOne },
    { stage: COLUMNS, n: count, run: columns, against: ONE_BY_ONE },
  ];
}

/** Marsaglia's xorshift: the same stays in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** A logarithm that is nearly normal, mean 0 and deviation 0.55: 4 in a hundred below 0.4, 4 above 2.5. */
function spread(roll: () => number): number {
  let twelve = 0;
  for (let i = 0; i < 12; i++) twelve += roll();
  return Math.exp(0.55 * (twelve - 6));
}

function groupedAnyhow(count: number, groups: number): GroupColumns {
  const roll = dice(11);
  return {
    count,
    group: Uint16Array.from({ length: count }, () => Math.floor(roll() * groups)),
    row: new Uint16Array(count),
    severity: new Uint8Array(count),
    decider: new Uint8Array(count),
  };
}

/** `mean` fen of a row. */
function staysOf(count: number, { group }: GroupColumns, mean: (row: number) => number): StayTable {
  const roll = dice(7);
  const means = new Map<number, number>();
  const meanOf = (row: number): number => {
    const known = means.get(group[row]!) ?? mean(row);
    means.set(group[row]!, known);
    return known;
  };
  const total = Float64Array.from({ length: count }, (_, row) => Math.floor(meanOf(row) * spread(roll)));
  const cash = total.map(cost => Math.floor(cost * 0.3 * roll()));
  const insurance: WordColumn = { codes: Uint32Array.from({ length: count }, () => (roll() < 0.6 ? 1 : 2)), words: ['', '310', '390'] };
  const noCodes = { offsets: new Uint32Array(count + 1), codes: new Uint32Array(0), words: [''] };
  return {
    count,
    words: { insurance },
    sex: new Uint8Array(count).fill(1),
    age: new Int16Array(count).fill(50),
    ageDays: new Int16Array(count).fill(MISSING),
    birthWeight: new Int32Array(count).fill(MISSING),
    dx: noCodes,
    px: noCodes,
    days: new Int32Array(count).fill(7),
    discharged: new Int32Array(count).fill(NO_DATE),
    money: { total, cash, fund: total.map((cost, row) => cost - cash[row]!) },
    files: [],
    sourceFile: new Uint16Array(count),
    sourceRow: new Uint32Array(count),
  };
}

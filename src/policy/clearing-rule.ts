/** How a policy settles month by month and clears the year; what a budget file says under `settlement` takes the policy's place. */
import { Decimal } from '../money.ts';
import { dayOf } from './day.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { clocks } from './names/clearing.ts';
import { type PointValueBand, pointValueBand } from './point-value-band.ts';
import type { Policy, Sourced } from './policy.ts';
import { type ScoreTier, scoreTiers } from './score-tiers.ts';
import { type SharingTier, sharingTiers } from './sharing-tiers.ts';

export type Clock = (typeof clocks)[number];

/** Section 5 of the payment reference, shapes (a) and (b). */
export type SharingRule =
  | { readonly by: 'hospital'; readonly tiers: readonly SharingTier[]; readonly leaf: Leaf }
  | { readonly by: 'pool'; readonly surplus: Sourced; readonly deficit: Sourced };

export type ClearingRule = {
  readonly clock: Clock;
  readonly clockLeaf: Leaf | undefined;
  /** Share of a month's payments that is paid at once; the rest is the deposit. Without leaves: all of it, nobody said otherwise. */
  readonly monthly: { readonly share: Decimal; readonly paidLeaf: Leaf | undefined; readonly heldLeaf: Leaf | undefined };
  readonly score: { readonly tiers: readonly ScoreTier[]; readonly leaf: Leaf } | undefined;
  readonly sharing: SharingRule | undefined;
  readonly band: PointValueBand | undefined;
  readonly mode: 'fixed' | 'floating';
  /** undefined: nothing is written, points float and rates do not. */
  readonly modeLeaf: Leaf | undefined;
  readonly digits: number;
  readonly digitsLeaf: Leaf | undefined;
  readonly deadline: string | undefined;
};

/** Decimals of a floating price where nothing is said: a published point value has up to four (53.8381). */
const USUAL_DIGITS = 4;

export function clearingRule({ id, leaves: ofPolicy, method }: Policy, agreed: Leaves = new Map()): ClearingRule {
  const leaves = new Map([...ofPolicy, ...agreed]);
  const { at, text } = reader(leaves, id);
  const [score, digits, mode] = [at('settlement.score_tiers'), at('settlement.price_digits'), at('price.mode')];
  const band = at('settlement.point_value_band');
  const byPoints = method === 'drg_points' || method === 'dip';
  return {
    clock: clocks.find(known => known === text('settlement.month_by')) ?? 'discharged',
    clockLeaf: at('settlement.month_by'),
    monthly: monthlyShare(leaves, id),
    score: score && { tiers: scoreTiers(score), leaf: score },
    sharing: sharingRule(leaves, id),
    band: band && pointValueBand('settlement.point_value_band', band),
    mode: mode ? (mode.value as ClearingRule['mode']) : byPoints ? 'floating' : 'fixed',
    modeLeaf: mode,
    digits: digits ? Number(digits.value) : USUAL_DIGITS,
    digitsLeaf: digits,
    deadline: deadlineOf(at('settlement.clearance_deadline')),
  };
}

/** 0.95 paid monthly and 0.05 held as the deposit are the same rule said twice: they must agree. */
function monthlyShare(leaves: Leaves, id: string): ClearingRule['monthly'] {
  const { decimal } = reader(leaves, id);
  const paid = decimal('settlement.monthly_pay_ratio');
  const held = decimal('settlement.deposit_ratio');
  if (paid && held && !paid.value.plus(held.value).eq(1)) {
    const sum = paid.value.plus(held.value).toFixed();
    throw wrong(
      'settlement.deposit_ratio',
      held.leaf.at,
      both(`与 monthly_pay_ratio 之和是 ${sum}，不是 1`, `and monthly_pay_ratio make ${sum}, not 1`),
      sharesHint,
    );
  }
  const share = paid?.value ?? (held && new Decimal(1).minus(held.value)) ?? new Decimal(1);
  return { share, paidLeaf: paid?.leaf, heldLeaf: held?.leaf };
}

const sharesHint = both('例如按月拨付 "0.95"，保证金 "0.05"。', 'Pay "0.95" monthly and hold "0.05", for example.');

function sharingRule(leaves: Leaves, id: string): SharingRule | undefined {
  const { at, decimal, missing } = reader(leaves, id);
  const tiers = at('settlement.sharing');
  const [surplus, deficit] = [
    decimal('settlement.pool_sharing.surplus_to_hospitals'),
    decimal('settlement.pool_sharing.deficit_by_hospitals'),
  ];
  const pool = surplus ?? deficit;
  if (!pool) return tiers && { by: 'hospital', tiers: sharingTiers(tiers), leaf: tiers };
  if (tiers) {
    throw wrong(
      'settlement.sharing',
      tiers.at,
      both('与 settlement.pool_sharing 同时写了', 'stands beside settlement.pool_sharing'),
      both('分担只按一种算：按医院分档，或按基金池。设其一为 null。', 'Share by hospital or by pool, not both; set one of them to null.'),
    );
  }
  if (!surplus) throw missing('settlement.pool_sharing.surplus_to_hospitals');
  if (!deficit) throw missing('settlement.pool_sharing.deficit_by_hospitals');
  return { by: 'pool', surplus, deficit };
}

function deadlineOf(leaf: Leaf | undefined): string | undefined {
  if (!leaf) return undefined;
  // a day of every year: 02-29 is none
  if (dayOf(`2025-${leaf.value}`) !== undefined) return String(leaf.value);
  throw wrong(
    'settlement.clearance_deadline',
    leaf.at,
    both('不是月-日', 'is not a month and day'),
    both('写成 "06-30"。', 'Write "06-30".'),
  );
}

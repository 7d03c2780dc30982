/** The part of a stay in the capitation of its insurance as lines. */
import { toFen, yuanText } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { CapitationPolicy, Heads } from '../../policy/methods/capitation.ts';
import type { Within } from '../explain.ts';
import { payerOf } from '../payer-of.ts';
import { type PoolPaid, poolLines, usedShare } from '../pool/pool-lines.ts';
import type { Line } from '../settlement.ts';
import { capitationOf, capitationPays } from './capitation.ts';

/** The lines of the payment; they sum to it. */
export function capitationLines(within: Within, policy: CapitationPolicy): readonly Line[] {
  const { stays, row } = within;
  const insured = (i: number): string => payerOf(stays, i, policy).insurance;
  const own = insured(row);
  return poolLines(within, {
    band: 'capitation',
    sharesPool: i => insured(i) === own,
    paidFor: actual => paidFor(actual, own, policy),
  });
}

function paidFor(actual: number, insurance: string, { heads, quality }: CapitationPolicy): PoolPaid {
  const own = heads.get(insurance)!;
  const given = toFen(capitationOf(own));
  const surplus = actual < given;
  const places = [
    own.amount.leaf.at,
    ...own.enrolled.bands.map(({ at }) => at),
    own.referredOut.leaf.at,
    ...(surplus ? [quality.leaf.at] : []),
  ];
  const sum = `${sumOf(own)} − ${yuanText(actual)}`;
  return {
    amount: capitationPays(actual, own, quality.value),
    working: surplus ? `(${sum}) × ${quality.value.toFixed()}` : sum,
    source: [...new Set(places.map(placeText))].join(' '),
    rule: `capitation.enrolled.${insurance}${surplus ? ' capitation.quality_factor' : ''}`,
    bound: `${usedShare(actual, given)}${surplus ? ' < 1' : ' ≥ 1'}`,
  };
}

/** `2000 × 500 × 1.2 + 8000 × 500 × 1 − 200000`; `max(0, …)` where more was spent elsewhere than the heads come to. */
function sumOf(own: Heads): string {
  const { amount, enrolled, referredOut } = own;
  const bands = enrolled.bands.map(({ heads, factor }) => `${heads} × ${amount.value.toFixed()} × ${factor.toFixed()}`);
  const sum = `${bands.join(' + ')} − ${referredOut.value.toFixed()}`;
  return capitationOf(own).isZero() ? `max(0, ${sum})` : sum;
}

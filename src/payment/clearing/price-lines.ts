/** The price of the year as lines: units, quotient, digits, band, what stays and others spend of the pool, and the 尾差 that is left. */
import { Decimal, type Fen, toFen, yuanText } from '../../money.ts';
import type { ClearingRule } from '../../policy/clearing-rule.ts';
import type { InsuranceBudget } from './budget.ts';
import type { ClearingLine, PriceOfYear } from './clearing.ts';
import { figureLine, fromLeaf, note, shownDecimal } from './line.ts';
import { ratePerUnit } from './pool.ts';
import { type Funded, ROUNDS } from './price-of-year.ts';

export type PriceStated = {
  readonly price: PriceOfYear;
  readonly funded: Funded;
  readonly rule: ClearingRule;
  /** Σ of the stays of the year at the final price. */
  readonly payment: Fen;
  readonly tail: Fen;
};

export function priceLines(order: PriceStated): readonly ClearingLine[] {
  return order.price.mode === 'floating' ? floatingLines(order) : fixedLines(order);
}

/** What others draw at the price, with the volume of the own hospital that is only tried out. */
const elsewhere = ({ price, othersUnits, ownUnits }: PriceOfYear, { ownMultiplier }: InsuranceBudget): Decimal =>
  price.times(othersUnits.plus(ownUnits.times((ownMultiplier?.value ?? one).minus(1))));

/** Fixed: a price that does not come from the pool leaves no tail of it. */
export function poolTail(price: PriceOfYear, budget: InsuranceBudget, payment: Fen): Fen {
  if (price.mode === 'fixed') return 0 as Fen;
  return (toFen(price.pool.plus(price.moved)) - payment - toFen(elsewhere(price, budget))) as Fen;
}

function fixedLines({ price, funded: { budget } }: PriceStated): readonly ClearingLine[] {
  const { expectedWeight, insurance } = budget;
  return [
    figureLine({ group: 'price', label: `price_fixed_${price.unit}`, basis: fromLeaf(price.path, price.leaf) }, price.price.toFixed()),
    figureLine({ group: 'price', label: `own_${price.unit}` }, shownDecimal(price.ownUnits)),
    ...(expectedWeight
      ? [
          figureLine(
            {
              group: 'price',
              label: 'budget_rate',
              working: `${yuanText(toFen(price.pool))} ÷ ${expectedWeight.value.toFixed()}`,
              basis: fromLeaf(`insurances.${insurance}.expected_weight`, expectedWeight.leaf),
            },
            shownDecimal(ratePerUnit(price.pool, expectedWeight.value)),
          ),
        ]
      : []),
  ];
}

function floatingLines({ price, funded: { budget }, rule, payment, tail }: PriceStated): readonly ClearingLine[] {
  const { unit, budgeted, ownUnits, othersUnits, raw, pool, fixed, kept, moved, swingsTo } = price;
  const { ownMultiplier, othersPoints, othersWeight, insurance } = budget;
  const others = othersPoints ?? othersWeight;
  const multiplied = ownMultiplier ? ` × ${ownMultiplier.value.toFixed()}` : '';
  const quotient = `(${yuanText(toFen(pool))} − ${yuanText(fixed)}) ÷ (${shownDecimal(ownUnits)}${multiplied} + ${othersUnits.toFixed()})`;
  return [
    figureLine({ group: 'price', label: `price_budgeted_${unit}`, basis: fromLeaf(price.path, price.leaf) }, budgeted.toFixed()),
    note({ group: 'price', label: 'fixed_payments' }, fixed),
    figureLine({ group: 'price', label: `own_${unit}` }, shownDecimal(ownUnits)),
    figureLine(
      {
        group: 'price',
        label: `others_${unit}`,
        basis: fromLeaf(`insurances.${insurance}.others_${unit === 'point' ? 'points' : 'weight'}`, others?.leaf),
      },
      othersUnits.toFixed(),
    ),
    figureLine({ group: 'price', label: 'price_raw', working: quotient }, shownDecimal(raw!)),
    figureLine(
      {
        group: 'price',
        label: kept ? `price_kept_${kept}` : 'price_final',
        working: digitsText(rule.digits),
        basis: fromLeaf('settlement.price_digits', rule.digitsLeaf),
      },
      price.price.toFixed(),
    ),
    ...(swingsTo ? [figureLine({ group: 'price', label: 'price_swings', working: `n = ${ROUNDS}` }, swingsTo.toFixed())] : []),
    ...(kept
      ? [
          note(
            {
              group: 'price',
              label: moved.isNegative() ? 'band_saves' : 'band_costs',
              basis: fromLeaf('settlement.point_value_band', rule.band?.leaf),
            },
            toFen(moved),
          ),
        ]
      : []),
    note({ group: 'price', label: 'spent_own' }, payment),
    note(
      { group: 'price', label: 'spent_others', working: `${price.price.toFixed()} × ${othersUnits.toFixed()}` },
      toFen(elsewhere(price, budget)),
    ),
    note({ group: 'price', label: 'pool_tail' }, tail),
  ];
}

/** `≈ 0.0001`: how fine the price is, half away from zero. */
const digitsText = (digits: number): string => `≈ ${new Decimal(10).pow(-digits).toFixed()}`;
const one = new Decimal(1);

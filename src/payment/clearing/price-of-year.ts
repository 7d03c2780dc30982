/**
 * The price a year is settled at, by insurance: the one of the policy, or what the pool gives for the units of the year. Stays are settled
 * again at a floating price; under rates the lines of outliers move with it, so it is worked out again until it stays.
 */
import { Decimal, type Fen, toFen } from '../../money.ts';
import type { ClearingRule } from '../../policy/clearing-rule.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import type { Sourced } from '../../policy/policy.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Part } from '../part.ts';
import { settle } from '../settle.ts';
import type { Settlement } from '../settlement.ts';
import type { InsuranceBudget } from './budget.ts';
import type { PriceOfYear } from './clearing.ts';
import { drawnByPeriod, drawnInAll, movedRows } from './drawn.ts';
import { floatingPrice } from './floating-price.ts';
import type { Payers } from './payers.ts';
import { MONTHS, type Periods } from './periods.ts';
import { onBasis, type Pool } from './pool.ts';
import { type UnitPrice, unitPrices, withPrice } from './with-price.ts';

export type Funded = {
  readonly budget: InsuranceBudget;
  readonly pool: Pool;
  /** Yuan of the fund that a price divides: usable, or what sharing by pool makes of it. */
  readonly divided: Decimal;
  /** Fund as on the bills of the region, where a pool is shared before it is divided. */
  readonly spent: Fen | undefined;
};

export type PriceOrder = {
  readonly stays: StayTable;
  readonly part: Part;
  readonly rule: ClearingRule;
  readonly payers: Payers;
  readonly periods: Periods;
  readonly funded: ReadonlyMap<string, Funded>;
  readonly monthly: Settlement;
};

export type PricedYear = { readonly final: Settlement; readonly prices: ReadonlyMap<string, PriceOfYear> };

/** Points come to rest after one round, rates after a few. */
export const ROUNDS = 12;

export function pricedYear(order: PriceOrder): PricedYear {
  const { stays, part, rule, periods, funded, monthly } = order;
  const budgeted = new Map([...unitPrices(part.policy)].filter(([insurance]) => funded.has(insurance)));
  if (budgeted.size === 0) return { final: monthly, prices: new Map() };
  const moves = movedRows(monthly, probed(order, budgeted));
  let used = new Map([...budgeted].map(([insurance, { price }]) => [insurance, price.value]));
  let final = monthly;
  for (let round = 0; round < ROUNDS; round++) {
    const prices = new Map(
      [...budgeted].map(([insurance, unit]) => [insurance, priceOf(unit, { used: used.get(insurance)!, settlement: final, moves }, order)]),
    );
    const next = new Map([...prices].map(([insurance, { price }]) => [insurance, price]));
    const rests = [...next].every(([insurance, price]) => price.eq(used.get(insurance)!));
    if (rule.mode === 'fixed' || rests || round === ROUNDS - 1) return { final, prices: withUsed(prices, used) };
    used = next;
    final = settle({ ...part, stays, inScope: periods.inScope, policy: withPrice(part.policy, sourced(next, funded)) });
  }
  throw new Error('a price is worked out in at least one round');
}

/** The same stays one per cent dearer: what is paid the same then is not paid by the unit (at cost, a fixed rate, another method). */
function probed({ stays, part, periods, funded }: PriceOrder, prices: ReadonlyMap<string, UnitPrice>): Settlement {
  const dearer = new Map([...prices].map(([insurance, { price }]) => [insurance, price.value.times('1.01')]));
  return settle({ ...part, stays, inScope: periods.inScope, policy: withPrice(part.policy, sourced(dearer, funded)) });
}

/** The price that stays were settled at, also where rates swing and do not come to rest: then it says what the next round would make of it. */
const withUsed = (prices: ReadonlyMap<string, PriceOfYear>, used: ReadonlyMap<string, Decimal>): ReadonlyMap<string, PriceOfYear> =>
  new Map(
    [...prices].map(([insurance, made]) => {
      const price = used.get(insurance)!;
      return [insurance, { ...made, price, swingsTo: made.price.eq(price) ? undefined : made.price }];
    }),
  );

const sourced = (prices: ReadonlyMap<string, Decimal>, funded: PriceOrder['funded']): ReadonlyMap<string, Sourced> =>
  new Map([...prices].map(([insurance, value]) => [insurance, { value, leaf: funded.get(insurance)!.budget.fundBudget.leaf }]));

type Round = { readonly used: Decimal; readonly settlement: Settlement; readonly moves: Uint8Array };

function priceOf(unitPrice: UnitPrice, { used, settlement, moves }: Round, order: PriceOrder): PriceOfYear {
  const { stays, rule, payers, periods, funded } = order;
  const { insurance, unit, price: budgeted, path } = unitPrice;
  const { budget, pool, divided } = funded.get(insurance)!;
  const months = drawnByPeriod({
    settlement,
    cost: stays.money.total!,
    inScope: periods.inScope,
    insurance: payers.insurance,
    of: payers.insurances.indexOf(insurance),
    periods: periods.of,
    price: used,
    moves,
  });
  const { units: own, fixed } = drawnInAll(months);
  const others = othersOf(budget, unit, rule.mode);
  const total = divided.div(pool.share);
  const made = {
    swingsTo: undefined,
    unit,
    mode: rule.mode,
    budgeted: budgeted.value,
    path,
    leaf: budgeted.leaf,
    ownUnits: own,
    othersUnits: others,
    pool: total,
    fixed: toFen(new Decimal(fixed).div(100)),
  };
  if (rule.mode === 'fixed') return { ...made, price: budgeted.value, raw: undefined, kept: undefined, moved: zero, previews: [] };
  const input = {
    ...{ multiplier: budget.ownMultiplier?.value ?? one, digits: rule.digits, budgeted: budgeted.value, band: rule.band },
    ...{ pool: total, others, reserve: onBasis(pool.reserve, pool) },
  };
  const found = floatingPrice({ ...input, own, fixed: new Decimal(fixed).div(100) });
  if (!found) throw nothingLeft(budget, own);
  return { ...made, ...found, previews: previewsOf(input, months) };
}

type Input = Omit<Parameters<typeof floatingPrice>[0], 'own' | 'fixed'>;

/** After each month the price that its part of the budget would give for the stays so far; what others draw is spread evenly, too. */
function previewsOf(input: Input, months: ReturnType<typeof drawnByPeriod>): PriceOfYear['previews'] {
  return months.slice(0, MONTHS).flatMap(({ stays }, m) => {
    if (stays === 0) return [];
    const { units, fixed } = drawnInAll(months.slice(0, m + 1));
    const soFar = (yuan: Decimal): Decimal => yuan.times(m + 1).div(MONTHS);
    const found = floatingPrice({
      ...input,
      pool: soFar(input.pool),
      others: soFar(input.others),
      reserve: soFar(input.reserve),
      own: units,
      fixed: new Decimal(fixed).div(100),
    });
    return found ? [{ period: m, units, price: found.price }] : [];
  });
}

/** A floating price is divided among all: that nobody else draws on the pool must be written, as "0". */
function othersOf(budget: InsuranceBudget, unit: 'point' | 'weight', mode: PriceOfYear['mode']): Decimal {
  const { othersPoints, othersWeight, insurance } = budget;
  const [own, odd] = unit === 'point' ? [othersPoints, othersWeight] : [othersWeight, othersPoints];
  const [right, written] = unit === 'point' ? ['others_points', 'others_weight'] : ['others_weight', 'others_points'];
  if (!odd) {
    if (!own && mode === 'floating') throw othersMissing(budget, right, unit);
    return own?.value ?? zero;
  }
  throw mistake(
    'BUDGET_INVALID',
    odd.leaf.at,
    both(
      `政策按${unit === 'point' ? '点数' : '权重'}付费，${insurance} 却写了 ${written}`,
      `the policy pays by ${unit}, but ${insurance} has ${written}`,
    ),
    both(`改写 ${right}。`, `Write ${right}.`),
  );
}

const othersMissing = ({ insurance, fundBudget }: InsuranceBudget, name: string, unit: string) =>
  mistake(
    'BUDGET_INVALID',
    fundBudget.leaf.at,
    both(
      `价格按总量浮动，${insurance} 却没有写其他医疗机构的 ${name}`,
      `the price floats with all units, but ${insurance} does not say ${name} of the other hospitals`,
    ),
    both(
      `写上 ${name}: {value: "4000000", unit: ${unit}}；没有其他医疗机构时写 "0"。`,
      `Write ${name}: {value: "4000000", unit: ${unit}}, or "0" where there are no others.`,
    ),
  );

const nothingLeft = ({ insurance, fundBudget }: InsuranceBudget, own: Decimal) =>
  mistake(
    'BUDGET_INVALID',
    fundBudget.leaf.at,
    own.isZero()
      ? both(
          `${insurance} 没有按点数或权重付费的病例，算不出浮动价格`,
          `no stay of ${insurance} is paid by points or weight: there is no floating price`,
        )
      : both(`${insurance} 的预算不够支付不随价格变动的病例`, `the budget of ${insurance} does not cover the payments that no price moves`),
    both('核对 fund_budget、fund_share 和数据的年度。', 'Check fund_budget, fund_share and the year of the data.'),
  );

const [zero, one] = [new Decimal(0), new Decimal(1)];

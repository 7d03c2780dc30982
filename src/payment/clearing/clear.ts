/** Clears a year: settles it month by month at the price of the policy, finds the final price, and states what is still owed and why. */
import { type Fen, toFen, yuanOf } from '../../money.ts';
import { type ClearingRule, clearingRule } from '../../policy/clearing-rule.ts';
import { both, didYouMean, listFirst, mistake } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';
import type { Policy } from '../../policy/policy.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import type { Part } from '../part.ts';
import { settle } from '../settle.ts';
import type { Settlement } from '../settlement.ts';
import { allottedOf } from './allotted.ts';
import type { Budget, InsuranceBudget } from './budget.ts';
import type { Clearing } from './clearing.ts';
import { balanced, ledgerRows } from './ledger.ts';
import { type Payers, payersOf } from './payers.ts';
import { type Periods, period, periodsOf } from './periods.ts';
import { poolOf, sharedPool } from './pool.ts';
import { type Funded, pricedYear } from './price-of-year.ts';
import { stated } from './statement.ts';
import { unitPrices } from './with-price.ts';

export type ToClear = { readonly stays: StayTable; readonly part: Part; readonly budget: Budget };

export function clear({ stays, part, budget }: ToClear): Clearing {
  const { policy } = part;
  const rule = clearingRule(policy, budget.settlement);
  const payers = payersOf(stays, policy);
  requireKnown(budget, policy);
  const periods = periodsOf(stays, { year: budget.year, clock: rule.clock, places: budget.places?.words });
  requireYear(budget, periods);
  const monthly = settle({ ...part, stays, inScope: periods.inScope });
  requireFund(monthly, stays, periods);
  const funded = fundedOf({ stays, policy, budget, rule, payers, periods });
  const { final, prices } = pricedYear({ stays, part, rule, payers, periods, funded, monthly });
  const rows = ledgerRows({ stays, monthly, final, payers, periods, budget, share: rule.monthly.share });
  const insurances = [...funded.values()].map(one => {
    const { insurance } = one.budget;
    const allotted = allottedOf({ stays, final, payers, periods, insurance });
    const own = rows.filter(row => row.insurance === insurance);
    return stated({ funded: one, rule, price: prices.get(insurance), rows: own, allotted });
  });
  const hospital = payers.hospitals.length === 1 ? payers.hospitals[0]! : '';
  const cleared = insurances.map(({ insurance, final: open, adjusted }) => [insurance, { final: open, adjusted, hospital }] as const);
  const loaded = new Set(rows.filter(({ stays: n }) => n > 0).map(({ insurance }) => insurance));
  return {
    policy: policy.id,
    budget,
    rule,
    insurances,
    ledger: balanced(rows, new Map(cleared)),
    unbudgeted: [...loaded].filter(insurance => !funded.has(insurance)),
    otherClock: periods.otherClock,
    monthly,
    final,
  };
}

type FundedOrder = {
  readonly stays: StayTable;
  readonly policy: Policy;
  readonly budget: Budget;
  readonly rule: ClearingRule;
  readonly payers: Payers;
  readonly periods: Periods;
};

function fundedOf({ stays, policy, budget, rule, payers, periods }: FundedOrder): ReadonlyMap<string, Funded> {
  const basis = policy.leaves.get('basis')?.value === 'fund' ? 'fund' : 'total_cost';
  const floating = unitPrices(policy);
  const one = (insurance: InsuranceBudget): Funded => {
    const pool = poolOf(insurance, basis);
    const usable = yuanOf(pool.usable);
    const floats = rule.mode === 'floating' && floating.has(insurance.insurance);
    if (!floats || rule.sharing?.by !== 'pool') return { budget: insurance, pool, divided: usable, spent: undefined };
    const own = billedFund(stays, payers, periods, payers.insurances.indexOf(insurance.insurance));
    const spent = yuanOf(own).plus(insurance.othersFund?.value ?? 0);
    return { budget: insurance, pool, divided: sharedPool(usable, spent, rule.sharing), spent: toFen(spent) };
  };
  return new Map([...budget.insurances].map(([name, insurance]) => [name, one(insurance)]));
}

function billedFund({ money, count }: StayTable, { insurance }: Payers, { inScope }: Periods, of: number): Fen {
  if (!money.fund) throw noFund();
  let sum = 0;
  for (let i = 0; i < count; i++) if (inScope[i] === 1 && insurance[i] === of) sum += money.fund[i] || 0;
  return sum as Fen;
}

function requireKnown({ insurances, file }: Budget, { insurance, id }: Policy): void {
  const known = [...new Set(insurance.values())];
  for (const { insurance: asked, fundBudget } of insurances.values()) {
    if (known.includes(asked)) continue;
    const near = nearest(asked, known);
    throw mistake(
      'PARAMETER_UNKNOWN',
      fundBudget.leaf.at,
      both(`${file} 有险种“${asked}”，政策 ${id} 没有`, `${file} has the insurance "${asked}", the policy ${id} does not`),
      near === undefined ? listFirst : didYouMean(near),
    );
  }
}

/** Without a stay of the year every amount would be a nought, and what was paid would be asked back. */
function requireYear({ file, year, yearAt, places }: Budget, { of, inScope }: Periods): void {
  if (inScope.includes(1)) return;
  const elsewhere = of.reduce((sum, at) => sum + Number(at === period.elsewhere), 0);
  const others = of.length - elsewhere;
  throw mistake(
    'BUDGET_INVALID',
    yearAt,
    both(
      `${file} 是 ${year} 年度的预算，载入的 ${of.length} 例没有一例属于它（其他年度 ${others} 例，其他地方 ${elsewhere} 例）`,
      `${file} is the budget of ${year}, and none of the ${of.length} stays loaded belongs to it (${others} of other years, ${elsewhere} of other places)`,
    ),
    places && elsewhere > 0
      ? both('核对 year、places 与载入的文件。', 'Check year, places and the files that were loaded.')
      : both('核对 year 与载入的文件。', 'Check year and the files that were loaded.'),
  );
}

/** A year cannot be cleared while it is not known what the fund pays. */
function requireFund({ fund }: Settlement, { count }: StayTable, { inScope }: Periods): void {
  for (let i = 0; i < count; i++) if (inScope[i] === 1 && Number.isNaN(fund[i])) throw noFund();
}

const noFund = () =>
  mistake(
    'HEADER_UNKNOWN',
    undefined,
    both('文件没有写明基金和个人各付多少，不能清算', 'the file does not say what fund and patient paid, so the year cannot be cleared'),
    both('需要基金、个人账户、现金各列。', 'It needs the columns of the fund, the personal account and cash.'),
  );

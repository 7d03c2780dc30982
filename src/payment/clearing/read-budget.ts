/** Reads the budget of a year (`schema: budget/1`); a number without unit or source and a name that is not known stop at their line. */
import type { Text, UserError } from '../../errors.ts';
import { Decimal } from '../../money.ts';
import type { Leaves, Place } from '../../policy/leaf.ts';
import { reader } from '../../policy/leaf-reader.ts';
import { leavesOf } from '../../policy/leaves-of.ts';
import { both, didYouMean, mistake, wrong } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';
import { requiredId, requiredText } from '../../policy/required-text.ts';
import { sourcesOf } from '../../policy/source.ts';
import { isWritten } from '../../policy/vocabulary.ts';
import { type Entries, readWritten, type Written } from '../../policy/written.ts';
import type { Budget, InsuranceBudget } from './budget.ts';
import { adjustmentsOf, type EntryTerms, entriesOf } from './budget-entries.ts';
import { checkBudgetLeaves } from './budget-names.ts';

const code = 'BUDGET_INVALID';
const keys = ['schema', 'id', 'title', 'year', 'places', 'sources', 'settlement', 'insurances'];

export function readBudget(text: string, file: string): Budget {
  const written = readWritten(text, file, code);
  if (written.kind !== 'entries') throw invalid(written.at, both('预算应由“键: 值”组成', 'a budget is a map of names'), startHint);
  const said = (key: string): string => requiredText(written.of.get(key), key, { above: written.at, code });
  if (said('schema') !== 'budget/1')
    throw invalid(written.of.get('schema')!.at, both('schema 不是 budget/1', 'schema is not budget/1'), startHint);
  for (const [key, { at }] of written.of) {
    if (keys.includes(key)) continue;
    throw mistake('PARAMETER_UNKNOWN', at, both(`预算里没有“${key}”`, `a budget has no "${key}"`), didYouMean(nearest(key, keys)!));
  }
  const below = [...written.of].filter(([key]) => key === 'settlement' || key === 'insurances');
  const leaves = leavesOf(below, { sources: sourcesOf(written, code), isWritten, code });
  checkBudgetLeaves(leaves);
  const year = yearOf(written);
  return {
    file,
    id: requiredId(written.of.get('id'), { above: written.at, code }),
    title: said('title'),
    year,
    yearAt: written.of.get('year')!.at,
    places: placesOf(written.of.get('places')),
    settlement: new Map([...leaves].filter(([path]) => path.startsWith('settlement.'))),
    insurances: insurancesOf(written, leaves, year),
  };
}

function insurancesOf({ of, at }: Entries, leaves: Leaves, year: number): ReadonlyMap<string, InsuranceBudget> {
  const insurances = of.get('insurances');
  const names = insurances?.kind === 'entries' ? [...insurances.of.keys()].filter(key => key !== 'source' && key !== 'unit') : [];
  if (names.length === 0) {
    const example = 'insurances: {employee: {fund_budget: {value: "68000000.00", unit: CNY, source: agreement}}}';
    throw invalid(
      insurances?.at ?? at,
      both('没有写任何险种的预算', 'no insurance has a budget'),
      both(`写成 ${example}。`, `Write ${example}.`),
    );
  }
  return new Map(names.map(insurance => [insurance, insuranceBudget(insurance, leaves, year)]));
}

function insuranceBudget(insurance: string, leaves: Leaves, year: number): InsuranceBudget {
  const { decimal, at } = reader(leaves, insurance);
  const path = (name: string): string => `insurances.${insurance}.${name}`;
  const number = (name: string) => decimal(path(name));
  const entries = (name: string, terms: Omit<EntryTerms, 'year'>) => {
    const leaf = at(path(name));
    return leaf && entriesOf(path(name), leaf, { year, ...terms });
  };
  const fundBudget = number('fund_budget');
  if (!fundBudget) {
    const place = [...leaves].find(([name]) => name.startsWith(`insurances.${insurance}.`))?.[1].at;
    throw mistake(
      code,
      place,
      both(`${insurance} 没有写 fund_budget`, `${insurance} does not say fund_budget`),
      both('写上本年度基金预算。', "Write the fund's budget of the year."),
    );
  }
  const budget: InsuranceBudget = {
    insurance,
    fundBudget,
    fundShare: number('fund_share'),
    reserveShare: number('reserve_share'),
    riskShare: number('risk_share'),
    ownMultiplier: number('own_multiplier'),
    othersPoints: number('others_points'),
    othersWeight: number('others_weight'),
    othersFund: number('others_fund'),
    expectedWeight: number('expected_weight'),
    qualityScore: number('quality_score'),
    qualityFactor: number('quality_factor'),
    prepayments: entries('prepayments', { later: false, negative: true }) ?? [],
    paid: entries('paid', { later: true, negative: true }),
    deductions: entries('deductions', { later: false, negative: false }) ?? [],
    adjustments: adjustmentsOf(path('adjustments'), at(path('adjustments')), year),
  };
  checkShares(budget);
  return budget;
}

/** What is held back is less than all. */
function checkShares({ reserveShare, riskShare, insurance }: InsuranceBudget): void {
  const held = (reserveShare?.value ?? zero).plus(riskShare?.value ?? zero);
  const last = riskShare ?? reserveShare;
  if (held.lt(1) || !last) return;
  const path = `insurances.${insurance}.${riskShare ? 'risk_share' : 'reserve_share'}`;
  const what = both(`使提取合计 ${held}，什么也不剩`, `makes ${held} held back, which leaves nothing`);
  throw wrong(path, last.leaf.at, what, both('调剂金与风险金合计应小于 1。', 'Reserve and risk share make less than 1.'));
}

function yearOf({ of, at }: Entries): number {
  const year = of.get('year');
  const value = year?.kind === 'word' ? year.value : undefined;
  if (typeof value === 'number' && value >= 1990 && value <= 2999) return value;
  throw invalid(year?.at ?? at, both('year 不是年份', 'year is not a year'), both('写成 year: 2025。', 'Write year: 2025.'));
}

const places = ['local', 'province', 'remote'];

function placesOf(written: Written | undefined): Budget['places'] {
  if (!written) return undefined;
  const words = written.kind === 'list' ? written.items.map(item => (item.kind === 'word' ? String(item.value) : '')) : [];
  const odd = words.find(word => !places.includes(word));
  if (words.length > 0 && odd === undefined) return { words, at: written.at };
  const hint = both(`写成 places: [local]；可用：${places.join('、')}。`, `Write places: [local]; it knows ${places.join(', ')}.`);
  throw invalid(written.at, both('places 读不懂', 'places cannot be read'), hint);
}

const zero = new Decimal(0);
const startHint = both('以 schema: budget/1 和 id 开头。', 'Begin with schema: budget/1 and id.');
const invalid = (at: Place, text: Text, hint: Text): UserError => mistake(code, at, text, hint);

/** Weights, benchmarks and a rate from the history of a region: files are read, grouped and measured; nothing is written here. */
import { groupColumns } from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Load } from '../files/read-stays.ts';
import { readBytes } from '../files/source.ts';
import { Decimal } from '../money.ts';
import type { Lender } from '../payment/history/borrow.ts';
import { type BudgetRate, budgetRate, expectedWeight } from '../payment/history/budget-rate.ts';
import { type Calibration, calibrate, type Rules } from '../payment/history/calibrate.ts';
import { type History, NO_YEAR } from '../payment/history/history.ts';
import { lastYearCases } from '../payment/history/last-year.ts';
import { type Quality, qualityOf } from '../payment/history/quality.ts';
import { stampLines } from '../payment/history/stamp.ts';
import { categoriesOf, type Factors, type StructurePart } from '../payment/history/structure.ts';
import { readWeights } from '../payment/weights.ts';
import { chargeCategories, NO_DATE, type StayTable } from '../stay/stay-table.ts';
import { openCatalogue } from './catalogue.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';

export type WeightsOrder = LoadOptions &
  Pick<Rules, 'trim' | 'from' | 'minCases' | 'years' | 'toScale' | 'normalise'> & {
    readonly catalogue: string;
    readonly borrow: readonly Lender[];
    /** Weight tables that are borrowed from. */
    readonly previous: string | undefined;
    readonly reference: string | undefined;
    readonly factors: Factors | undefined;
    readonly digits: number;
    readonly budget:
      | {
          readonly fund: Decimal;
          readonly share: Decimal | undefined;
          readonly growth: Decimal;
          readonly coefficients: ReadonlyMap<string, Decimal> | undefined;
        }
      | undefined;
    /** Files that the table is going to settle. */
    readonly settles: readonly string[];
  };

export type Weights = {
  readonly load: Load;
  readonly catalogue: string;
  readonly calibration: Calibration;
  readonly quality: Quality;
  readonly rate: BudgetRate | undefined;
  readonly hospitals: number;
  readonly selfTested: boolean;
  /** `#` lines for every table that is made of it. */
  readonly stamp: string;
  readonly order: WeightsOrder;
};

/** @throws UserError NOTHING_LOADED, HEADER_UNKNOWN without a cost, CALIBRATION_EMPTY where no stay can be measured. */
export async function calibratedWeights(installation: Installation, paths: readonly string[], order: WeightsOrder): Promise<Weights> {
  const compiled = openCatalogue(installation, order.catalogue);
  const [previous, reference] = [order.previous, order.reference].map(path => path && tableAt(installation, path));
  const load = await loadStays(installation, paths, order);
  const { table } = load;
  if (!table.money.total) throw withoutCost(paths);
  if (order.factors && chargeCategories.every(field => table.money[field] === undefined)) throw withoutCharges(paths);
  const history = historyOf(table, { groups: compiled.groups, group: groupColumns(compiled, table).group, cost: table.money.total });
  const rules: Rules = {
    ...order,
    previous: previous ? drg => previous.weightOf(drg) : undefined,
    reference: reference ? drg => reference.weightOf(drg) : undefined,
    structure: order.factors && { factors: order.factors, partOf: partsIn(table) },
  };
  const calibration = calibrate(history, rules);
  if (!calibration) throw nothingMeasured(paths);
  const hospitals = new Set(table.words.hospital?.codes.filter(code => code > 0)).size;
  const settled = new Set(order.settles.map(path => readBytes(path).sha256));
  const selfTested = table.files.some(({ sha256 }) => settled.has(sha256));
  return {
    ...{ load, catalogue: compiled.id, calibration, hospitals, selfTested, order },
    quality: qualityOf(calibration, { selfTested, hospitals, toScale: order.toScale }),
    rate: order.budget && rateOf(calibration, order.budget, lastYearCases(history, table.words.hospital_level)),
    stamp: stampLines(table.files, { selfTested, settings: [settingsLine(compiled.id, order)] }),
  };
}

function historyOf(table: StayTable, { groups, group, cost }: Pick<History, 'groups' | 'group' | 'cost'>): History {
  const days = table.discharged ?? table.settled;
  const year = new Uint16Array(table.count);
  if (days) for (let row = 0; row < table.count; row++) year[row] = yearOf(days[row]!);
  return { count: table.count, group, groups, cost, days: table.days, year };
}

const DAY_MS = 86_400_000;
const yearOf = (day: number): number => (day === NO_DATE ? NO_YEAR : new Date(day * DAY_MS).getUTCFullYear());

/** Fen of a part of a stay: NaN when the file leaves one of its categories open; a category that no file has is none of the bill. */
function partsIn({ money }: StayTable): (part: StructurePart, row: number) => number {
  return (part, row) => categoriesOf[part].reduce((sum, field) => sum + (money[field]?.[row] ?? 0), 0);
}

const tableAt = (installation: Installation, path: string) => readWeights(projectText(installation)(path), path);

function rateOf({ groups }: Calibration, budget: NonNullable<WeightsOrder['budget']>, cases: ReturnType<typeof lastYearCases>): BudgetRate {
  const { fund, share, growth, coefficients } = budget;
  const hospitals = [...cases].map(([level, own]) => ({
    cases: own,
    k: coefficients ? (coefficients.get(level) ?? unmapped(level, coefficients)) : one,
  }));
  const weights = new Map(groups.map(({ drg, weight }) => [drg, weight]));
  const weight = expectedWeight(hospitals, { weightOf: drg => weights.get(drg), growth });
  if (weight.lte(0)) throw nothingExpected();
  return budgetRate(fund, { share, weight });
}

const one = new Decimal(1);

function unmapped(level: string, coefficients: ReadonlyMap<string, Decimal>): never {
  throw new UserError(
    'USAGE',
    { zh: `医院级别“${level}”没有系数`, en: `hospital level "${level}" has no coefficient` },
    {
      hint: {
        zh: `--coefficients 给出了：${[...coefficients.keys()].join('、')}`,
        en: `--coefficients has: ${[...coefficients.keys()].join(', ')}`,
      },
    },
  );
}

/** How the table was made, in one line that a program can read too. */
function settingsLine(
  catalogue: string,
  { trim, from, minCases, years, borrow, toScale, normalise, digits, factors }: WeightsOrder,
): string {
  const structure = factors && Object.entries(factors).map(([part, factor]) => `${part}=${factor.toFixed()}`);
  return [
    ...[`catalogue=${catalogue}`, `trim=${trim}`, `trim_from=${from}`, `min_cases=${minCases}`, `years=${years?.join(':') ?? 'alike'}`],
    ...[
      `borrow=${borrow.join('+') || 'none'}`,
      `to_scale=${toScale}`,
      `structure=${structure?.join('+') ?? 'none'}`,
      `normalise=${normalise}`,
      `digits=${digits}`,
    ],
  ].join(' ');
}

const withoutCost = (paths: readonly string[]): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有总费用列，不能测算权重', en: 'the file has no column of total cost, so no weight can be measured' },
    { at: paths.join(' '), hint: { zh: '给出含总费用的历史病例。', en: 'Give a history of stays with their total cost.' } },
  );

const withoutCharges = (paths: readonly string[]): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有分类费用列，不能按费用结构调整', en: 'the file has no charges by category, so their structure cannot be moved' },
    {
      at: paths.join(' '),
      hint: {
        zh: '给出含床位费、药费等分类费用的病例，或不用 --structure。',
        en: 'Give stays with their charge categories, or leave --structure out.',
      },
    },
  );

const nothingExpected = (): UserError =>
  new UserError(
    'CALIBRATION_EMPTY',
    { zh: '预计权重为 0，算不出费率', en: 'the expected weight is 0, so there is no rate' },
    {
      hint: {
        zh: '最后一年要有入组且有权重的病例，--expected-growth 要大于 -1。',
        en: 'The last year needs stays of groups with a weight, and --expected-growth is above -1.',
      },
    },
  );

const nothingMeasured = (paths: readonly string[]): UserError =>
  new UserError(
    'CALIBRATION_EMPTY',
    {
      zh: '没有一例可用于测算：都未入组、没有费用，或不在所选年度',
      en: 'no stay can be measured: none has a group, a cost and one of the years',
    },
    {
      at: paths.join(' '),
      hint: {
        zh: '先用 casemix group 看入组情况；--years 只取最后几个年度。',
        en: 'See casemix group for how they group; --years takes the last years only.',
      },
    },
  );

/**
 * Five departments under fee for service and one DRG reform, small enough to add up by hand (all in ten-thousands of yuan):
 *
 *              stays    cost      margin of the reform   shown
 *   骨科          40   500.000        -131.304          -131.30
 *   心内科        30   300.250         +22.405           +22.41   (half away from zero)
 *   消化内科      20   120.000         +31.905           +31.91
 *   儿科           6    40.004           0                 0.00
 *   (blank)        4    22.304          -8.006            -8.01
 *   all          100   982.558         -85.000           -85.00   but the shown parts make -84.99
 *
 * receipts: 650.000 + 300.558 + 32.000 = 982.558 before, 565.000 + 300.558 + 32.000 = 897.558 = 982.558 - 85.000 after.
 */
import type { Change, Comparison, Dimension, Row, ScenarioResult, Totals } from '../../src/compare/comparison.ts';

/** Ten-thousands of yuan with three decimals as whole fen. */
const wan = (thousandths: number) => thousandths * 1_000;

const nothing: Totals = {
  stays: 0,
  unpriced: 0,
  unpricedCost: 0,
  cost: 0,
  payment: 0,
  fund: 0,
  patient: 0,
  other: 0,
  margin: 0,
  groupResult: 0,
  days: 0,
  weight: '',
  cmi: '',
  priced: 0,
  low: 0,
  high: 0,
};

const departments = [
  { key: '骨科', stays: 40, cost: wan(500_000), moves: wan(-131_304) },
  { key: '心内科', stays: 30, cost: wan(300_250), moves: wan(22_405) },
  { key: '消化内科', stays: 20, cost: wan(120_000), moves: wan(31_905) },
  { key: '儿科', stays: 6, cost: wan(40_004), moves: 0 },
  { key: '', stays: 4, cost: wan(22_304), moves: wan(-8_006) },
];

const rows = (moved: boolean): readonly Row[] =>
  departments.map(({ key, stays, cost, moves }) => ({
    ...nothing,
    key,
    label: key,
    stays,
    cost,
    margin: moved ? moves : 0,
    groupResult: moved ? moves : 0,
  }));

const byDepartment = <R>(department: readonly R[]): Record<Dimension, readonly R[]> => ({
  hospital: [],
  department,
  group: [],
  insurance: [],
  month: [],
});

const before: Totals = {
  ...nothing,
  stays: 100,
  cost: wan(982_558),
  payment: wan(982_558),
  fund: wan(650_000),
  patient: wan(300_558),
  other: wan(32_000),
  days: 840,
};

const after: Totals = {
  ...before,
  unpriced: 5,
  unpricedCost: wan(30_000),
  payment: wan(897_558),
  fund: wan(565_000),
  margin: wan(-85_000),
  groupResult: wan(-85_000),
  weight: '97.9640',
  cmi: '1.0312',
  priced: 95,
  low: 3,
  high: 2,
};

const baseline: ScenarioResult = {
  id: 'ffs',
  title: '按项目',
  hash: 'a'.repeat(64),
  method: 'ffs',
  catalogue: '',
  policy: 'ffs',
  input: 103,
  excluded: 3,
  inScope: 100,
  totals: before,
  by: byDepartment(rows(false)),
  notes: [],
};

const reform: ScenarioResult = {
  ...baseline,
  id: 'drg20',
  title: 'DRG 2.0',
  hash: 'b'.repeat(64),
  method: 'drg_rate',
  catalogue: 'chs-drg-2.0',
  policy: 'wuhan',
  totals: after,
  by: byDepartment(rows(true)),
  notes: [{ kind: 'rebase', zh: '费率已换算', en: 'the rate is rebased' }],
};

const change: Change = {
  scenario: 'drg20',
  baseline: 'ffs',
  totals: {
    stays: 0,
    cost: 0,
    fund: wan(-85_000),
    patient: 0,
    other: 0,
    margin: wan(-85_000),
    payment: wan(-85_000),
    groupResult: wan(-85_000),
  },
  by: byDepartment(
    departments.map(({ key, moves }) => ({
      key,
      stays: 0,
      cost: 0,
      fund: moves,
      patient: 0,
      other: 0,
      margin: moves,
      payment: moves,
      groupResult: moves,
    })),
  ),
};

export const sampleComparison: Comparison = {
  id: 'sample',
  title: '示例',
  data: { sha256: 'c'.repeat(64), stays: 103, cost: wan(1_000_000) },
  scenarios: [baseline, reform],
  changes: [change],
};

import { describe, expect, it } from 'vitest';
import type { Comparison, Row, ScenarioResult, Totals } from '../../src/compare/comparison.ts';
import { scenarioTable } from '../../src/report/scenario-table.ts';
import { speaker } from '../../src/report/words.ts';

/** Ten-thousands of yuan as fen. */
const wan = (n: number) => n * 1_000_000;

const row = (key: string, figures: Partial<Totals>): Row => ({
  ...{ key, label: key, stays: 0, unpriced: 0, unpricedCost: 0, cost: 0, payment: 0, fund: 0, patient: 0, other: 0 },
  ...{ margin: 0, groupResult: 0, days: 0, weight: '', cmi: '', priced: 0, low: 0, high: 0 },
  ...figures,
});

// 10 + 5 + 3 = 18 stays; cost 50 + 20 + 10 = 80; fund 30 + 15 + 6 = 51; patient 15 + 6 + 3 = 24; margin −5 + 1 − 1 = −5
const rows = [
  row('骨科', {
    stays: 10,
    unpriced: 1,
    priced: 9,
    cost: wan(50),
    fund: wan(30),
    patient: wan(15),
    margin: wan(-5),
    weight: '18.0',
    high: 3,
  }),
  row('儿科', { stays: 5, priced: 5, cost: wan(20), fund: wan(15), patient: wan(6), margin: wan(1), weight: '2.5', low: 1 }),
  row('眼科', { stays: 3, priced: 3, cost: wan(10), fund: wan(6), patient: wan(3), margin: wan(-1), weight: '1.502' }),
];
const total = row('', {
  stays: 18,
  unpriced: 1,
  priced: 17,
  cost: wan(80),
  fund: wan(51),
  patient: wan(24),
  margin: wan(-5),
  weight: '22.002',
  high: 3,
  low: 1,
});

const result = (id: string, department: readonly Row[], totals: Totals): ScenarioResult => ({
  ...{ id, title: id, hash: '', method: '', catalogue: '', policy: '', input: 18, excluded: 0, inScope: 18, totals, notes: [] },
  by: { hospital: [], department, group: [], insurance: [], month: [] },
});
const moved = (key: string, fund: number, margin: number) => ({
  key,
  stays: 0,
  cost: 0,
  fund: wan(fund),
  patient: 0,
  other: 0,
  margin: wan(margin),
  payment: wan(margin),
  groupResult: wan(margin),
});

const comparison: Comparison = {
  id: 'hand',
  title: 'hand',
  data: { sha256: '', stays: 18, cost: wan(80) },
  scenarios: [result('ffs', rows, total), result('drg', rows, total)],
  changes: [
    {
      scenario: 'drg',
      baseline: 'ffs',
      totals: moved('', -4, -5),
      by: {
        hospital: [],
        department: [moved('骨科', -4, -5), moved('儿科', 1, 1), moved('眼科', -1, -1)],
        group: [],
        insurance: [],
        month: [],
      },
    },
  ],
};

describe('one scenario by one dimension', () => {
  it('shows every figure; CMI and shares of the total come from sums', () => {
    // CMI 18.0 / 9 = 2.0000, 2.5 / 5 = 0.5000, 1.502 / 3 = 0.50067, 22.002 / 17 = 1.29424; high 3 / 9 and 3 / 17, low 1 / 5 and 1 / 17.
    // Fund: −4 + 1 − 1 = −4; the same size of change (儿科, 眼科) keeps the order of the keys, 儿 before 眼.
    const {
      columns,
      rows: shown,
      footer,
    } = scenarioTable(comparison, comparison.scenarios[1]!, { dimension: 'department', top: 9 }, speaker('zh'));
    expect(columns.map(({ head }) => head.replace('\n', ' ')).join('|')).toBe(
      '科室|例数|未定价|总费用|基金支付|个人负担|其他|差额|CMI|高倍率占比|低倍率占比|差 基金支付|差 个人负担|差 差额',
    );
    expect(shown.map(cells => cells.join('|'))).toEqual([
      '骨科|10|1|50.00|30.00|15.00|0.00|−5.00|2.0000|33.3%|0.0%|−4.00|0.00|−5.00',
      '儿科|5|0|20.00|15.00|6.00|0.00|+1.00|0.5000|0.0%|20.0%|+1.00|0.00|+1.00',
      '眼科|3|0|10.00|6.00|3.00|0.00|−1.00|0.5007|0.0%|0.0%|−1.00|0.00|−1.00',
    ]);
    expect(footer.map(cells => cells.join('|'))).toEqual(['合计|18|1|80.00|51.00|24.00|0.00|−5.00|1.2942|17.6%|5.9%|−4.00|0.00|−5.00']);
  });

  it('folds the rest into one row that still sums', () => {
    const { rows: shown } = scenarioTable(comparison, comparison.scenarios[1]!, { dimension: 'department', top: 1 }, speaker('zh'));
    // 5 + 3 stays, 20 + 10, 15 + 6, 6 + 3, 1 − 1; CMI (2.5 + 1.502) / 8 = 0.50025 → 0.5003; low 1 / 8; fund +1 − 1
    expect(shown[1]).toEqual([
      '其余 2 项',
      '8',
      '0',
      '30.00',
      '21.00',
      '9.00',
      '0.00',
      '0.00',
      '0.5003',
      '0.0%',
      '12.5%',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });
});

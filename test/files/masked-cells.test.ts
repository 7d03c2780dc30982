import { describe, expect, it } from 'vitest';
import { rejectsCsv } from '../../src/report/rejects-csv.ts';
import { load, moneyOf } from './loading.ts';

const header =
  '结算流水号,就诊流水号,险种类型,性别,年龄,入院日期,出院日期,出院科室,主要诊断编码,医疗费总额(元),统筹基金支付,个人现金支付,备注';
const row = (id: string, total: string, cells = { department: '骨科', note: '' }) =>
  `${id},000121000,职工,女,44,2025-03-01,2025-03-12,${cells.department},I63.900,${total},600.00,400.00,${cells.note}`;
let visits = 0;
const file = (...rows: readonly string[]) => [header, ...rows, ''].join('\n');

describe('a file of refused rows', () => {
  it('is mended and loaded again: ids and words are those of the file', () => {
    const first = load(file(row('33010020250000100001', '1000.00'), row('33010020250000100002', '1oo0.00')));
    const refused = [...rejectsCsv(first.rejected(), { bom: true, keepIdentifiers: false })].join('');
    expect(refused.split('\r\n')[1]).toBe(
      '33010020250000100002,,职工,女,44,2025-03-01,2025-03-12,骨科,I63.900,***(7),600.00,400.00,,金额无效,amount_invalid,3',
    );
    // not mended yet
    expect(load(refused).findings.counts).toMatchObject({ masked_value: 1 });
    const mended = load(refused.replace('***(7)', '1000.00'));
    expect([mended.table.count, moneyOf(mended.table, 'total'), mended.callerIds.text(0), mended.findings.counts.masked_value]).toEqual([
      1,
      [100_000],
      '33010020250000100002',
      undefined,
    ]);
  });

  it('with a masked id, word or amount refuses the row for that alone; in a column that nobody reads a mask is nothing', () => {
    const rows = [
      row('***(20)', '1000.00'),
      row('B', '***(4)'),
      row('C', '1000.00', { department: '***(2)', note: '' }),
      row('D', '1000.00', { department: '骨科', note: '***(9)' }),
      row('E', '1000.00', { department: '***(甲)', note: '' }),
    ];
    const { table, findings } = load(file(...rows).replaceAll(/000121000(?=.*\n)/g, () => `V${++visits}`));
    const masked = findings.list.filter(({ effect }) => effect === 'refused').map(({ row: at, column, rule }) => `${at} ${column} ${rule}`);
    expect([table.count, masked]).toEqual([2, ['2 结算流水号 masked_value', '3 医疗费总额(元) masked_value', '4 出院科室 masked_value']]);
  });
});

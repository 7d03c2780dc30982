/** Whatever stands in the cells: no exception, no row lost, nothing priced that is no number above 0, and a table that the program reads. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from '../../../src/payment/published/columns.ts';
import { publishedNumber } from '../../../src/payment/published/number.ts';
import { takeRows } from '../../../src/payment/published/take-rows.ts';
import { readWeights } from '../../../src/payment/weights.ts';
import { importedTsv } from '../../../src/report/weights-import-tsv.ts';

const names = ['DRG编码', 'DRG名称', '权重', '系数-三甲', '备注'];
const columns = columnsOf(names, { column: undefined, unit: undefined, levels: undefined }, 'f');
const anyCell = fc.oneof(
  fc.constantFrom('AA19', 'AB19', 'AC19测试', '0', '1.2', '1.20', '0.00', '—', '据实', '12%', '1,234', '注：x', ...names),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 7 }), { maxLength: 30 });

it('read = taken + refused, each refused row once', () => {
  fc.assert(
    fc.property(anyRows, cells => {
      const rows = cells.map((row, i) => ({ row: i + 2, cells: row, half: row }));
      const taken = takeRows({ file: 'f', names, columns, rows });
      const refused = taken.findings.filter(({ effect }) => effect === 'refused').map(({ row }) => row);
      expect(new Set(refused).size).toBe(refused.length);
      expect(taken.groups.length + refused.length).toBe(taken.read);
      expect(new Set(taken.groups.map(({ drg }) => drg)).size).toBe(taken.groups.length);
      if (taken.groups.length === 0) return;
      const table = readWeights(importedTsv({ columns, groups: taken.groups }), 'w.tsv');
      expect([table.listed, table.weighted]).toEqual([taken.groups.length, taken.groups.filter(({ price }) => price !== '').length]);
      for (const { drg } of taken.groups) table.numberOf(drg, '系数-三甲');
    }),
    { numRuns: 300 },
  );
});

it('a number keeps every digit that was written', () => {
  const whole = fc.nat({ max: 999_999_999 });
  const decimals = fc.stringMatching(/^\d{1,12}$/);
  fc.assert(
    fc.property(whole, decimals, (n, tail) => {
      const grouped = String(n).replace(/\B(?=(\d{3})+$)/g, ',');
      const kept = `${n}.${tail}`.replace(/\.?0+$/, '');
      expect(publishedNumber(`${grouped}.${tail}`)).toEqual({ kind: 'number', text: kept, mark: '' });
    }),
  );
});

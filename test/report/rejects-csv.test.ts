import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RejectedRow, type RejectedRows, rejectsCsv } from '../../src/report/rejects-csv.ts';

const header = ['病案号', '姓名', '总费用', '主要诊断', '备注'];
const columns = ['id', 'person', 'amount', 'code', 'word'] as const;
const fileOf = (rows: readonly RejectedRow[], file = '一月.csv'): RejectedRows => ({
  file,
  header,
  columns,
  words: [undefined, undefined, undefined, undefined, new Set(['骨科'])],
  rows,
});
const written = (files: readonly RejectedRows[], keepIdentifiers = false) =>
  [...rejectsCsv(files, { bom: false, keepIdentifiers })].join('');

const head = '病案号,姓名,总费用,主要诊断,备注,拒收原因,规则,原行号\r\n';
const negative: RejectedRow = { record: 7, cells: ['A7', '张三', '-12.50', 'I10.x00', '=1+1'], reasons: ['amount_negative', 'date_order'] };

describe('the file of refused rows', () => {
  it('has the layout they came in, without persons and formulas', () => {
    expect(written([fileOf([negative])])).toBe(`${head}A7,,-12.50,I10.x00,"'=1+1",金额为负；出院早于入院,amount_negative|date_order,7\r\n`);
  });

  it('shows of a column that nobody reads only what plainly is a code, an amount or a date; the id of the file passes', () => {
    const rows = [negative, { ...negative, record: 8, cells: ['33010020250000100004', '张三', '-1.00', 'I10.x00', '2025-01-31'] }];
    const file: RejectedRows = { ...fileOf(rows), columns: ['id', 'person', 'amount', 'code', 'guarded'] };
    const why = '金额为负；出院早于入院,amount_negative|date_order';
    expect(written([file])).toBe(`${head}A7,,-12.50,I10.x00,,${why},7\r\n33010020250000100004,,-1.00,I10.x00,2025-01-31,${why},8\r\n`);
  });

  it('a row with one cell to mend keeps the others; two that look like nothing of their columns have moved', () => {
    const one: RejectedRow = { record: 7, cells: ['Z7', '', '7oo0', 'I10.x00', '骨科'], reasons: ['amount_invalid'] };
    const unknown: RejectedRow = { ...one, cells: ['Z7', '', '7oo0', 'I10.x00', '张三'] };
    const two: RejectedRow = { record: 8, cells: ['张三', '', '骨科', 'I10.x00', '骨科'], reasons: ['amount_invalid'] };
    expect(written([fileOf([one, unknown, two])])).toBe(
      `${head}Z7,,***(4),I10.x00,骨科,金额无效,amount_invalid,7\r\nZ7,,***(4),I10.x00,***(2),金额无效,amount_invalid,7\r\n***(2),,***(2),I10.x00,***(2),金额无效,amount_invalid,8\r\n`,
    );
  });

  it('begins with the mark of UTF-8 where asked', () => {
    expect([...rejectsCsv([fileOf([])], { bom: true, keepIdentifiers: false })].join('')).toBe(`\uFEFF${head}`);
  });

  it('keeps persons where asked', () => {
    const moved: RejectedRow = { record: 8, cells: ['A8', '测试', '李四'], reasons: ['row_too_short'] };
    expect(written([fileOf([negative, moved])], true)).toBe(
      `${head}A7,张三,-12.50,I10.x00,"'=1+1",金额为负；出院早于入院,amount_negative|date_order,7\r\n` +
        'A8,测试,李四,,,列数不足,row_too_short,8\r\n',
    );
  });

  it('names the file of each row of several, with a header where it changes', () => {
    const other = {
      file: '三月.csv',
      header: ['id', 'total'],
      columns: ['id', 'amount'] as const,
      words: [],
      rows: [{ ...negative, cells: ['B1', '1.00'] }],
    };
    const files = [fileOf([negative]), fileOf([{ ...negative, record: 9 }], '二月.csv'), other];
    const why = '金额为负；出院早于入院,amount_negative|date_order';
    expect(written(files)).toBe(
      `文件,${head}` +
        `一月.csv,A7,,-12.50,I10.x00,"'=1+1",${why},7\r\n` +
        `二月.csv,A7,,-12.50,I10.x00,"'=1+1",${why},9\r\n` +
        '文件,id,total,拒收原因,规则,原行号\r\n' +
        `三月.csv,B1,1.00,${why},7\r\n`,
    );
  });

  it('a row of more cells than its header has them behind the reasons', () => {
    const row: RejectedRow = { record: 3, cells: ['1', '2', '3', '4', '5', '6', '7'], reasons: ['row_too_long'] };
    expect(written([fileOf([row])])).toBe(`${head}1,,3,4,5,列数过多,row_too_long,3,6,7\r\n`);
  });

  it('a row that could not be cut into cells has only its reason', () => {
    expect(written([fileOf([{ record: 3, cells: [], reasons: ['quote_open'] }])])).toBe(`${head},,,,,引号未闭合,quote_open,3\r\n`);
  });
});

/** What becomes of one cell that stands in the last column. */
const shown = (cell: string, reason: RejectedRow['reasons'][number]): string => {
  const line = written([fileOf([{ record: 2, cells: ['', '', '', '', cell], reasons: [reason] }])]).split('\r\n')[1]!;
  return line.slice(4, line.length - `,,${reason},2`.length).replace(/,[^,]*$/, '');
};

describe('in rows whose cells may have moved', () => {
  it.each([
    ['I10.x00', 'I10.x00'],
    ['A01.000x005+J17.0*', 'A01.000x005+J17.0*'],
    ['I10.x00|E11.900', 'I10.x00|E11.900'],
    ['39.6100x004', '39.6100x004'],
    ['12.50', '12.50'],
    ['67', '67'],
    ['20260115', '20260115'],
    ['2026-01-15 08:30:00', '2026-01-15 08:30:00'],
    ['2026年1月5日', '2026年1月5日'],
    // no month 13, and six digits that are no date may be a record number
    ['20261315', '***(8)'],
    ['12345', '12345'],
    ['123456', '***(6)'],
    ['张三', '***(2)'],
    ['心内科', '***(3)'],
    ['Zhang San', '***(9)'],
    ['13800138000', '***(11)'],
    ['110101199001011234', '***(18)'],
    ['I10.x00|张三', '***(10)'],
    ['测试路1号', '***(5)'],
  ])('%s is shown as %s', (cell, expected) => {
    for (const reason of ['row_too_short', 'quote_open', 'footer_row', 'row_too_long', 'control_characters'] as const) {
      expect(shown(cell, reason)).toBe(expected);
    }
  });
});

describe('in other rows', () => {
  it.each([
    ['心内科', '心内科'],
    ['123456', '123456'],
    ['家属 13800138000', '家属 ***(11)'],
    ['证件110101199001011234', '证件***(18)'],
    ['11010119900101123X', '***(18)'],
    // month 13 is no date of birth, 12 begins no mobile number, 12 digits are none
    ['110101199013011234', '110101199013011234'],
    ['12800138000', '12800138000'],
    ['138001380001', '138001380001'],
  ])('%s is shown as %s', (cell, expected) => {
    expect(shown(cell, 'date_order')).toBe(expected);
  });
});

it('a name is nowhere, wherever the cells have moved to', () => {
  const canary = fc.constantFrom('张三测试', '13912345678', '110101199001011234', '测试路99号');
  const cells = fc.array(fc.oneof(canary, fc.constantFrom('I10.x00', '1.00', '', '2026-01-01')), { maxLength: 9 });
  const reason = fc.constantFrom('row_too_short', 'row_too_long', 'quote_open', 'footer_row', 'control_characters' as const);
  fc.assert(
    fc.property(cells, reason, (row, rule) => {
      expect(written([fileOf([{ record: 2, cells: row, reasons: [rule] }])])).not.toMatch(/张三|139123|110101|测试路/);
    }),
  );
});

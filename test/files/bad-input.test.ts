import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { caseRow, cases, casesHeader, codesOf, fileOf, load, moneyOf, wordsOf } from './loading.ts';

/** Rule, effect, record, column and value of every finding. */
const found = (text: string | Uint8Array) =>
  load(text).findings.list.map(({ rule, effect, row, column, value }) => [rule, effect, row, column, value]);

function failure(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, zh: error.text.zh, en: error.text.en, at: error.at };
    throw error;
  }
  return undefined;
}

describe('a row that cannot be a stay is refused', () => {
  it('half a file: the last row is cut off', () => {
    const text = `${cases(caseRow({ id: 'A1' }))}A2,1,60,,,03,5`;
    expect([load(text).table.count, found(text)]).toEqual([1, [['row_too_short', 'refused', 3, '', '7 / 10']]]);
  });

  it('half a file: cut inside a character', () => {
    const bytes = fileOf(cases(caseRow({ id: 'A1' }), 'A2,1,60,,,内科')).bytes;
    const cut = bytes.subarray(0, bytes.length - 2);
    expect([load(cut).table.files[0], found(cut)]).toMatchObject([
      { encoding: 'utf-8', read: 2, loaded: 1 },
      [['row_too_short', 'refused', 3, '', '6 / 10']],
    ]);
  });

  it('half a file: cut inside quotes', () => {
    const text = `${cases(caseRow({ id: 'A1' }))}A2,1,60,,,"内科`;
    expect([load(text).table.count, found(text)]).toEqual([1, [['quote_open', 'refused', 3, '', '']]]);
  });

  it('a comma too many', () => {
    expect(found(cases(`${caseRow({})},`))).toEqual([['row_too_long', 'refused', 2, '', '11 / 10']]);
  });

  it('an id seen before: the first stay wins, and its id is masked', () => {
    const text = cases(caseRow({ id: 'A1', age: '1' }), caseRow({ id: 'A2' }), caseRow({ id: ' A1', age: '2' }));
    expect([load(text).table.age, found(text)]).toEqual([
      Int16Array.of(1, 60),
      [['duplicate_id', 'refused', 4, 'id', 'stays.csv:2 age_years']],
    ]);
  });

  it('a refused row does not take the id', () => {
    const text = 'stay_id,dx,total\n1,I10,x\n1,I10,5\n';
    expect([load(text).table.count, found(text)]).toEqual([1, [['amount_invalid', 'refused', 2, 'total', '***(1)']]]);
  });

  it('an id in scientific notation has lost its digits', () => {
    expect(found(cases(caseRow({ id: '1.10E+17' }), caseRow({ id: '1E5' })))).toEqual([['id_scientific', 'refused', 2, 'id', '1***']]);
  });

  it.each([
    ['123456789012', 'amount_too_large', '***(12)'],
    ['100000000', 'amount_too_large', '***(9)'],
    ['99999999.995', 'amount_invalid', '99999999.995'],
    ['12.345', 'amount_invalid', '12.345'],
    ['abc', 'amount_invalid', '***(3)'],
    ['1.2E+5', 'amount_invalid', '1.2E+5'],
  ])('the amount %s: %s', (amount, rule, shown) => {
    expect(found(`stay_id,dx,total\n1,I10,${amount}\n`)).toEqual([[rule, 'refused', 2, 'total', shown]]);
  });

  it('the largest amount is loaded', () => {
    const { table, findings } = load('stay_id,dx,total\n1,I10,99999999.99\n');
    expect([moneyOf(table, 'total'), findings.counts]).toEqual([[9_999_999_999], {}]);
  });

  it('discharged before admitted', () => {
    const text = 'stay_id,dx,admitted,discharged\n1,I10,2025-03-02,2025-03-01\n';
    expect(found(text)).toEqual([['date_order', 'refused', 2, 'discharged', '2025-03-01']]);
  });

  it('rows read are rows loaded plus rows refused', () => {
    const { table } = load(cases('x', caseRow({ id: 'A1' }), caseRow({ id: 'A1' }), `${caseRow({})},`, caseRow({ id: 'A3' }), '"'));
    expect(table.files[0]).toMatchObject({ read: 6, loaded: 2, refused: 4 });
    expect(table.count).toBe(2);
  });
});

describe('a doubtful value is noted and missing, the stay is loaded', () => {
  it('no principal diagnosis', () => {
    const text = cases(caseRow({ dx: '' }));
    expect([load(text).table.count, found(text)]).toEqual([1, [['principal_missing', 'noted', 2, 'dx', '']]]);
  });

  it.each([
    [{ sex: '3' }, 'sex_invalid', 'sex', '3'],
    [{ sex: '张' }, 'sex_invalid', 'sex', '***(1)'],
    [{ age: '131' }, 'age_invalid', 'age_years', '131'],
    [{ age: '-1' }, 'age_invalid', 'age_years', '-1'],
    [{ age: '70岁半' }, 'age_invalid', 'age_years', '70***(2)'],
    [{ days: '367' }, 'age_days_invalid', 'age_days', '367'],
    [{ weight: '10001' }, 'weight_invalid', 'weight_g', '10001'],
    [{ weight: '0' }, 'weight_invalid', 'weight_g', '0'],
    [{ los: '-2' }, 'days_invalid', 'los_days', '-2'],
  ])('%j: %s', (given, rule, column, value) => {
    const { table } = load(cases(caseRow(given)));
    const kept = { sex: table.sex[0], age: table.age[0], days: table.ageDays[0], weight: table.birthWeight[0], los: table.days[0] };
    const missing = Object.fromEntries(Object.keys(given).map(name => [name, name === 'sex' ? 0 : -1]));
    expect([kept, found(cases(caseRow(given)))]).toEqual([
      { sex: 1, age: 60, days: -1, weight: -1, los: 5, ...missing },
      [[rule, 'noted', 2, column, value]],
    ]);
  });

  it('the bounds themselves are believed', () => {
    const { table, findings } = load(
      cases(caseRow({ id: 'A1', age: '130', weight: '10000' }), caseRow({ id: 'A2', age: '0', days: '366', weight: '1' })),
    );
    expect([table.age, table.ageDays, table.birthWeight, findings.list]).toEqual([
      Int16Array.of(130, 0),
      Int16Array.of(-1, 366),
      Int32Array.of(10_000, 1),
      [],
    ]);
  });

  it('a day that does not exist', () => {
    const text = 'stay_id,dx,admitted,discharged\n1,I10,2025-02-30,2025-03-01\n';
    const { table } = load(text);
    expect([table.admitted, table.days, found(text)]).toEqual([
      Int32Array.of(-0x7fffffff),
      Int32Array.of(-1),
      [['date_invalid', 'noted', 2, 'admitted', '2025-02-30']],
    ]);
  });

  it('days that differ from the dates are kept', () => {
    const text = 'stay_id,dx,admitted,discharged,days\n1,I10,2025-03-01,2025-03-05,5\n2,I10,2025-03-01,2025-03-05,4\n';
    expect([load(text).table.days, found(text)]).toEqual([Int32Array.of(5, 4), [['days_differ', 'noted', 2, 'days', '5']]]);
  });

  it('control characters are stripped, noted once a cell', () => {
    const text = cases(
      caseRow({ id: 'A1', dept: '\u001b[31m内\u202e科\u0007' }),
      caseRow({ id: 'A2', dept: '内科', dx: 'I10\u0008|E11\u0008' }),
    );
    const { table } = load(text);
    expect([wordsOf(table, 'department'), codesOf(table, 'dx', 1), found(text)]).toEqual([
      ['[31m内科', '内科'],
      ['I10', 'E11'],
      [
        ['control_characters', 'noted', 2, 'dept', '***(6)'],
        ['control_characters', 'noted', 3, 'dx', 'I10|E11'],
      ],
    ]);
  });

  // a zero byte in a code must not make it another code, nor the same code elsewhere a doubtful one
  it('a zero byte costs its cell a note, not the file', () => {
    const text = cases(
      caseRow({ id: 'A1', dx: 'I10|\0E11' }),
      caseRow({ id: 'A2', dx: 'E11|I10', age: '6\x001' }),
      caseRow({ id: 'A3', dx: 'E1\x001', sex: '2\0' }),
    );
    const { table } = load(text);
    expect([[0, 1, 2].map(row => codesOf(table, 'dx', row)), table.age, table.sex, found(text)]).toEqual([
      [['I10', 'E11'], ['E11', 'I10'], ['E11']],
      Int16Array.of(60, 61, 60),
      Uint8Array.of(1, 1, 2),
      [
        ['control_characters', 'noted', 2, 'dx', 'I10|E11'],
        ['control_characters', 'noted', 3, 'age_years', '61'],
        ['control_characters', 'noted', 4, 'sex', '2'],
        ['control_characters', 'noted', 4, 'dx', 'E11'],
      ],
    ]);
  });

  it('control characters in dates, hours and amounts are noted; a tab before a number is none', () => {
    const text = 'stay_id,dx,admitted,icu_hours,total\n1,I10,2025\u00070101,1\u00072,5\u0007.5\n2,I10,\t20250101,\t12,\t5.50\n';
    const { table } = load(text);
    expect([table.admitted, table.icuHours, moneyOf(table, 'total'), found(text)]).toEqual([
      // 1 January 2025 is day 20 089
      Int32Array.of(20_089, 20_089),
      Float64Array.of(12, 12),
      [550, 550],
      [
        ['control_characters', 'noted', 2, 'admitted', '***(8)'],
        ['control_characters', 'noted', 2, 'icu_hours', '12'],
        ['control_characters', 'noted', 2, 'total', '5.5'],
      ],
    ]);
  });

  it('a quoted line end in a cell is one row', () => {
    const { table } = load(cases(caseRow({ id: 'A1', dept: '"内\n科"' }), caseRow({ id: 'A2' })));
    expect([table.count, wordsOf(table, 'department'), table.sourceRow]).toEqual([2, ['内科', '03'], Uint32Array.of(2, 3)]);
  });

  it('more codes than a front page holds', () => {
    const codes = Array.from({ length: 42 }, (_, i) => `A${i}`);
    const long = load(cases(caseRow({ dx: codes.join('|') })));
    const full = load(cases(caseRow({ dx: codes.slice(1).join('|') })));
    expect([codesOf(long.table, 'dx', 0), long.findings.counts, full.findings.counts]).toEqual([codes, { code_list_too_long: 1 }, {}]);
  });

  it('values are shown in at most forty characters', () => {
    expect(found(cases(caseRow({ age: '1.'.repeat(30) })))).toEqual([['age_invalid', 'noted', 2, 'age_years', '1.'.repeat(20)]]);
  });

  it('all findings are counted, a thousand of a rule are listed, in file order', () => {
    const { findings } = load(cases(...Array.from({ length: 1500 }, (_, i) => caseRow({ id: `A${i}`, age: '200', sex: 'x' }))));
    const rows = findings.list.map(({ row }) => row);
    expect([findings.counts, findings.listedPerRule, findings.list.length, rows]).toEqual([
      { age_invalid: 1500, sex_invalid: 1500 },
      1000,
      2000,
      [...rows].sort((a, b) => a - b),
    ]);
  });
});

describe('a file that cannot be read at all', () => {
  it('has only a header: nothing is loaded, and that is no error here', () => {
    expect(load(`${casesHeader}\n`).table).toMatchObject({ count: 0, files: [{ read: 0, loaded: 0, refused: 0 }] });
    expect(load(casesHeader).table.count).toBe(0);
  });

  it('has an unknown header', () => {
    expect(failure(() => load('a,b,sex\n1,2,3\n'))).toEqual({
      code: 'HEADER_UNKNOWN',
      zh: '不认识的表头：a、b、sex',
      en: 'unknown header: a, b, sex',
      at: 'stays.csv',
    });
  });

  it('lacks what the profile that was named needs', () => {
    expect(failure(() => load('stay_id,dx\n1,I10\n', { profile: 'cases' }))?.code).toBe('HEADER_UNKNOWN');
    expect(failure(() => load(cases(), { profile: 'nothing' }))?.code).toBe('USAGE');
  });

  it('is in no encoding: the byte is named', () => {
    // the header has 76 bytes with its line end; `A1,1,60,,,` ten more; 0xFF begins no character of either encoding
    const bytes = Uint8Array.from([...fileOf(`${casesHeader}\nA1,1,60,,,`).bytes, 0xff, 0xff, 0x2c, 0x0a]);
    const at = casesHeader.length + 1 + 10 + 1;
    expect(failure(() => load(bytes))).toEqual({
      code: 'FILE_ENCODING',
      zh: `不是 UTF-8, GB18030 文本：第 ${at} 个字节（0xFF）不成字`,
      en: `not UTF-8, GB18030 text: byte ${at} (0xFF) starts no character`,
      at: 'stays.csv',
    });
  });

  it('is not in the encoding the person named', () => {
    const chinese = fileOf(cases(caseRow({ dept: '内科' })), 'x', 'gb18030').bytes;
    expect(failure(() => load(chinese, { encoding: 'utf-8' }))?.code).toBe('FILE_ENCODING');
    expect(failure(() => load(chinese, { encoding: 'latin9' }))?.code).toBe('USAGE');
    expect(wordsOf(load(chinese, { encoding: 'GBK' }).table, 'department')).toEqual(['内科']);
  });
});

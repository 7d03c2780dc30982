/** Headings, numbers, codes and rows of published weight tables: facts as regions write them, with disturbances. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { columnsOf, comparable, type Wanted } from '../../../src/payment/published/columns.ts';
import { groupCode } from '../../../src/payment/published/group-code.ts';
import { roleOf } from '../../../src/payment/published/heading.ts';
import { publishedNumber } from '../../../src/payment/published/number.ts';
import { takeRows } from '../../../src/payment/published/take-rows.ts';

describe('a heading', () => {
  it.each([
    [
      'drg',
      [
        'DRG编码',
        'DRG组编码',
        '病组代码',
        '病组编码',
        '编码',
        'drg',
        'ＤＲＧ代码',
        '*DRG 编码',
        'DRGs编码',
        '细分组编码',
        'CHS-DRG编码',
        'code',
      ],
    ],
    ['name', ['DRG名称', '病组名称', '名称', 'name', 'DRG组名称', '病种名称']],
    ['weight', ['权重', 'RW', '相对权重', '基准权重', '2025年病组权重', 'weight', '权重 (RW)', '权重值']],
    ['point', ['基准点数', '点数', '病种分值', '分值', 'point', '基准点数（点）']],
    ['yuan', ['支付标准', '付费标准（元）', '支付标准（三级职工）', 'pay_standard']],
    ['coefficient', ['系数-三甲', '等级系数', '三级医院权重系数', '差异系数']],
    ['avg_cost', ['次均费用', '平均费用（元）', '均费', '省均费用', 'avg_cost']],
    ['avg_los', ['平均住院日', '次均天数', '平均住院天数', '省均天数', 'avg_los']],
    ['flag', ['病组标识', '病组类型', '是否基层病组', 'flag']],
    ['note', ['备注', '说明', 'note']],
    ['other', ['序号', 'MDC编码', 'ADRG编码', 'ADRG名称', '总权重', 'weight_source', '']],
  ] as const)('of %s', (role, headings) => {
    expect(headings.map(heading => [heading, roleOf(comparable(heading))])).toEqual(headings.map(heading => [heading, role]));
  });
});

describe('the columns of a table', () => {
  const any: Wanted = { column: undefined, unit: undefined, levels: undefined };
  const refused = (names: readonly string[], wanted: Wanted = any): string => {
    try {
      columnsOf(names, wanted, 'w.xlsx:2');
    } catch (error) {
      if (error instanceof UserError) return `${error.code} ${error.at} ${error.text.en} ${error.hint.en}`;
    }
    return 'read';
  };

  it('a weight prices before a standard; levels are facts beside it', () => {
    const names = ['序号', 'DRG编码', 'DRG名称', '支付标准', '权重', '系数-三甲', '病组标识', '次均费用', '备注'];
    expect(columnsOf(names, any, 'f')).toEqual({
      ...{ drg: 1, name: 2, price: 4, unit: 'weight', flag: 6, unused: ['序号'] },
      facts: [
        { place: 3, title: 'pay_standard', kind: 'number' },
        { place: 5, title: '系数-三甲', kind: 'number' },
        { place: 7, title: 'avg_cost', kind: 'number' },
        { place: 8, title: 'note', kind: 'text' },
      ],
    });
  });

  it('points, or one standard in yuan, where there is no weight', () => {
    expect(columnsOf(['病组编码', '基准点数'], any, 'f')).toMatchObject({ price: 1, unit: 'point' });
    expect(columnsOf(['病组编码', '支付标准（元）'], any, 'f')).toMatchObject({ price: 1, unit: 'yuan' });
  });

  it('level columns that are named keep the name a policy calls them, and the others go', () => {
    const levels = [{ title: 'tertiary', heading: '系数-三级' }];
    const { facts, unused } = columnsOf(['编码', '权重', '系数-三级', '系数-二级'], { ...any, levels }, 'f');
    expect([facts, unused]).toEqual([[{ place: 2, title: 'tertiary', kind: 'number' }], ['系数-二级']]);
  });

  it('nothing is chosen in silence', () => {
    expect(refused(['编码', '2024年权重', '2025年权重'])).toBe(
      'USAGE w.xlsx:2 2 columns could be the one that prices Name it with --column; there are: 2024年权重、2025年权重',
    );
    expect(columnsOf(['编码', '2024年权重', '2025年权重'], { ...any, column: '2025年 权重' }, 'f')).toMatchObject({
      price: 2,
      unit: 'weight',
    });
    expect(refused(['编码', '名称', '均费'])).toMatch(/^USAGE w.xlsx:2 no column is called a weight/);
    expect(refused(['编码', '权重'], { ...any, column: 'RW' })).toMatch(/^USAGE w.xlsx:2 there is no column "RW"/);
  });
});

describe('a number', () => {
  const number = (text: string, mark = '') => ({ kind: 'number', text, mark });
  it.each([
    ['1.20', number('1.2')],
    ['1,234.5', number('1234.5')],
    ['￥11,093.13元', number('11093.13')],
    ['98.86%', number('0.9886')],
    ['.61', number('0.61')],
    ['3.', number('3')],
    ["'0.5", number('0.5')],
    ['2.5e-1', number('0.25')],
    ['1.23*', number('1.23', '*')],
    ['1.23(不稳定)', number('1.23', '不稳定')],
    ['0.00', number('0')],
    ['', { kind: 'blank' }],
    ['—', { kind: 'blank' }],
    ['——', { kind: 'blank' }],
    ['N/A', { kind: 'blank' }],
    ['据实支付', { kind: 'words', words: '据实支付' }],
    // figures with something in them that is none, as two published tables have them
    ['8.741l', { kind: 'wrong' }],
    ['1.31·', { kind: 'wrong' }],
    ['0.go', { kind: 'wrong' }],
    ['1,2', { kind: 'wrong' }],
    ['1,2345', { kind: 'wrong' }],
    ['-1.2', { kind: 'wrong' }],
    ['1.2.3', { kind: 'wrong' }],
    ['#REF!', { kind: 'wrong' }],
  ])('%j', (cell, expected) => {
    expect(publishedNumber(cell)).toEqual(expected);
  });
});

it.each([
  ['AA19', 'AA19', ''],
  ['aa19', 'AA19', ''],
  [' A A1 9 ', 'AA19', ''],
  ['ＡＡ１９', 'AA19', ''],
  ['AA19心脏移植', 'AA19', '心脏移植'],
  ['AA19 - 心脏移植', 'AA19', '心脏移植'],
  ['FF39k', 'FF39k', ''],
  ['BQY', 'BQY', ''],
  ['0', '0000', ''],
  ['0000', '0000', ''],
  ['合计', undefined, ''],
  ['MDC', undefined, ''],
  ['AA19?', undefined, ''],
  ['', undefined, ''],
])('the code of %j is %s', (cell, code, glued) => {
  expect(groupCode(cell)).toEqual(code === undefined ? undefined : { code, glued, zeros: cell === '0' });
});

describe('rows', () => {
  const names = ['DRG编码', 'DRG名称', '权重', '系数-三甲'];
  const columns = columnsOf(names, { column: undefined, unit: undefined, levels: undefined }, 'f');
  const take = (...rows: readonly (readonly string[])[]) =>
    takeRows({ file: 'f', names, columns, rows: rows.map((cells, i) => ({ row: i + 2, cells, half: cells })) });
  const brief = (taken: ReturnType<typeof take>) => ({
    read: taken.read,
    groups: taken.groups.map(({ row, drg, price, flag, facts }) => [row, drg, price, flag, ...facts].join(' ')),
    findings: taken.findings.map(({ row, column, value, rule, effect }) => [row, column, value, rule, effect].join(' | ')),
  });

  it('are taken or refused, each with its reason', () => {
    expect(
      brief(
        take(
          ['AA19', '甲', '12.5', '1.05'],
          ['', '', '', ''],
          ['AB19', '乙', '', ''],
          ['AC19', '丙', '据实支付', '——'],
          ['AD19', '丁', '0.00', '0'],
          ['AE19', '戊', '8.741l', '1'],
          ['DRG编码', 'DRG名称', '权重', '系数-三甲'],
          ['', '己', '1.2', ''],
          ['注：以上为测试', '', '', ''],
          ['AF19', '庚', '、纵隔、气管、胸壁外的其他手术、伴严重合并症', ''],
        ),
      ),
    ).toEqual({
      read: 9,
      groups: ['2 AA19 12.5  1.05', '4 AB19   ', '5 AC19  据实支付 ', '6 AD19   '],
      findings: [
        '5 | 权重 | 据实支付 | weight_words | noted',
        '6 | 权重 | 0.00 | weight_zero | noted',
        '6 | 系数-三甲 | 0 | number_invalid | noted',
        '7 | 权重 | 8.741l | weight_invalid | refused',
        '8 | DRG编码 | DRG编码 | header_again | refused',
        '9 | DRG编码 | 己 | code_missing | refused',
        '10 | DRG编码 | 注：以上为测试 | note_row | refused',
        '11 | 权重 | 、纵隔、气管、胸壁外的其他手术、伴严重合并症 | weight_is_text | refused',
      ],
    });
  });

  it('that are equal are one, that contradict each other are none', () => {
    const equal = take(['AA19', '甲', '1.20', ''], ['AA19', '甲的另一名称', '1.2', '']);
    expect(brief(equal)).toEqual({ read: 2, groups: ['2 AA19 1.2  '], findings: ['3 | 权重 | AA19 = 2 | duplicate_same | refused'] });
    const differing = take(['AA19', '甲', '1.2', ''], ['BB19', '乙', '3', ''], ['AA19', '甲', '1.3', '']);
    expect(brief(differing)).toEqual({
      read: 3,
      groups: ['3 BB19 3  '],
      findings: ['2 | 权重 | 2: 1.2; 4: 1.3 | duplicate_conflict | refused', '4 | 权重 | 2: 1.2; 4: 1.3 | duplicate_conflict | refused'],
    });
  });
});

describe('a number that nobody can have meant', () => {
  const takenOf = (heading: string, number: string) => {
    const names = ['DRG编码', heading];
    const cells = ['AA19', number];
    const columns = columnsOf(names, { column: undefined, unit: undefined, levels: undefined }, 'w.xlsx:1');
    const { groups, findings } = takeRows({ file: 'w.xlsx', names, columns, rows: [{ row: 2, cells, half: cells }] });
    return [groups.map(({ price }) => price), findings.map(({ rule, effect }) => `${rule} ${effect}`)];
  };
  it.each([
    ['权重', '10000', '10000.01'],
    ['基准点数', '10000000', '10000001'],
    ['支付标准', '1000000000', '1000000000.01'],
  ])('%s: %s is taken, %s is refused', (heading, most, above) => {
    expect(takenOf(heading, most)).toEqual([[most], []]);
    expect(takenOf(heading, above)).toEqual([[], ['weight_invalid refused']]);
  });
});

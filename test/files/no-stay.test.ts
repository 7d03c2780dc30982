import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/files/profile.ts';
import { load, moneyOf, profiles, wordsOf } from './loading.ts';

const columnDefaults = { unit: 'yuan', repeats: false, sum: false, with: [], date: 'written' } as const;
const header = '病案号,性别,年龄,出院科室,诊断编码,手术操作编码,总费用';
const table = (...rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;
const stays = ['1,1,60,内科,I10,,100.00', '2,2,50,外科,K35.900,47.0100,200.00'] as const;

const loaded = (text: string) => {
  const { table: stayTable, findings } = load(text);
  const [file] = stayTable.files;
  return {
    rows: [file!.read, file!.loaded, file!.refused],
    total: moneyOf(stayTable, 'total'),
    findings: findings.list.map(({ rule, effect, row, column, value }) => [rule, effect, row, column, value]),
    counts: findings.counts,
  };
};

describe('a footer is no stay', () => {
  // the sum of 100 and 200 must not become a third stay, which would double the total
  it.each([
    ['合计,,,,,,300.00', '病案号', '合计'],
    [',,,小计,,,300.00', '出院科室', '小计'],
    ['总计：2 例,,,,,,300.00', '病案号', '总计'],
    ['"合　 计",,,,,,300.00', '病案号', '合计'],
    ['本页合计,,,,-,,300.00', '病案号', '本页合计'],
    ['制表：张三丰,,,,,,', '病案号', '制表'],
    [',,,,,,审核人：李四光', '总费用', '审核'],
    [',,,,合计,,300.00', '诊断编码', '合计'],
    // what else is wrong with it does not matter: 2 for sex and age are counts
    ['合计,共 2 人,二,,,,三百元', '病案号', '合计'],
  ])('%s', (footer, column, word) => {
    expect(loaded(table(...stays, footer))).toEqual({
      rows: [3, 2, 1],
      total: [10_000, 20_000],
      findings: [['footer_row', 'refused', 4, column, word]],
      counts: { footer_row: 1 },
    });
  });

  it('stands between the stays of two departments as well', () => {
    const { rows, total } = loaded(table(stays[0], '小计,,,,,,100.00', stays[1], '小计,,,,,,200.00', '合计,,,,,,300.00'));
    expect([rows, total]).toEqual([
      [5, 2, 3],
      [10_000, 20_000],
    ]);
  });

  it('a stay with a diagnosis is one, whatever its department is called', () => {
    const { table: stayTable, findings } = load(table('1,1,60,审核科,I10,,100.00'));
    expect([wordsOf(stayTable, 'department'), findings.counts]).toEqual([['审核科'], {}]);
  });

  it('a stay without a diagnosis is one, when no cell begins with such a word', () => {
    expect(loaded(table('1,1,60,内科合计,,,100.00')).counts).toEqual({ principal_missing: 1 });
  });

  it.each(['stay_id,dx,department', 'id,sex,age_years,dx,dept'])('is known in every layout: %s', names => {
    const columns = names.split(',').length;
    const { table: stayTable, findings } = load(`${names}\n合计${','.repeat(columns - 1)}\n`);
    expect([stayTable.count, findings.counts]).toEqual([0, { footer_row: 1 }]);
  });
});

describe('a footer of a file without diagnoses', () => {
  const extract = (...rows: readonly string[]) => `stay_id,department,total,fund\n${rows.join('\n')}\n`;
  const own = [
    readProfile(
      '{id: x, title: x, match: [stay_id, fund], document: settlement, source: assumption, drop_rows: [合计, 制表], columns: {stay_id: {from: [stay_id]}, department: {from: [department]}, total: {from: [total]}, fund: {from: [fund]}}}',
      'x',
    ),
  ];

  // without diagnoses no row lacks one: a footer shows by the number that it has not
  it.each(['合计,,300.00,200.00', ',合计,300.00,200.00', '制表：张三,,,', '(空),合计,1,1'])('%s', footer => {
    const { table: stayTable, findings } = load(extract('S1,内科,100.00,60.00', 'S2,外科,200.00,140.00', footer), { profiles: own });
    expect([stayTable.count, findings.counts]).toEqual([2, { footer_row: 1 }]);
  });

  it('a settlement with a number is one, whatever its department is called', () => {
    const { table: stayTable, findings } = load(extract('S1,合计科,100.00,60.00', '9,制表室,200.00,140.00'), { profiles: own });
    expect([stayTable.count, findings.counts]).toEqual([2, {}]);
  });
});

describe('a sum, a count or a signature', () => {
  const names = '结算流水号,就诊流水号,性别,入院日期,出院日期,出院科室,主要诊断编码,医疗费总额,备注';
  const one = 'S1,V1,男,2025-03-01,2025-03-11,骨科,I63.900,100.00,';
  const two = 'S2,V2,女,2025-03-01,2025-03-11,内科,I63.900,200.00,';
  const read = (...rows: readonly string[]) => {
    const { table: stayTable, findings } = load(`${names}\n${rows.join('\n')}\n`);
    return [moneyOf(stayTable, 'total'), findings.list.map(({ rule, row, value }) => [rule, row, value])];
  };
  // in every case the stays are 100 and 200 yuan, and the row of 300 yuan between them is row 3
  it.each([
    ['小计', '小计'],
    ['本页小计', '小计'],
    ['科室小计', '小计'],
    ['本月合计', '合计'],
    ['累计', '累计'],
    ['总合计', '合计'],
    ['合计金额', '合计'],
    ['合　计', '合计'],
    ['总计：', '总计'],
    ['Total', 'Total'],
    ['GRAND TOTAL', 'GRANDTOTAL'],
    ['Sum', 'Sum'],
    ['合计(元)', '合计'],
    ['共20条', '共20条'],
    ['第3页', '第3页'],
    ['平均', '平均'],
    ['以上合计：', '合计:'],
    ['2025年3月合计', '合计'],
    ['大写：叁万玖仟', '大写'],
    ['单位：万元', '单位:'],
    ['复核：张三', '复核'],
  ])('%s is none, as the number or in another cell', (label, word) => {
    const found = [[10_000, 20_000], [['footer_row', 3, word]]];
    expect([read(one, `${label},,,,,,,300.00,`, two), read(one, `,,,,,${label},,300.00,`, two)]).toEqual([found, found]);
  });

  it.each([
    // nothing of a stay but amounts
    [',,,,,,,300.00,', ''],
    // a count of stays under the diagnoses, the period under the dates
    [',,,,,合计,20,300.00,', '合计'],
    [',,,2025-03-01,2025-03-31,合计,,300.00,', '合计'],
    ['合计,2,,2025-03-01,2025-03-31,,20,300.00,', '合计'],
  ])('%s', (footer, word) => {
    expect(read(one, footer, two)).toEqual([[10_000, 20_000], [['footer_row', 3, word]]]);
  });

  it.each([
    // with a number, whatever its cells say
    ['S3,V3,男,2025-03-01,2025-03-11,内科,,300.00,合计两次住院', [['principal_missing', 3, '']]],
    ['TOTAL3,,男,2025-03-01,2025-03-11,内科,I10.x00,300.00,小计', []],
    // without one: dates and a person, or a diagnosis and dates, are those of a stay
    [',V3,男,2025-03-01,2025-03-11,内科,I10.x00,300.00,合计', [['id_missing', 3, '']]],
    [',,,2025-03-01,2025-03-11,内科,I10.x00,300.00,小计', [['id_missing', 3, '']]],
    ['-,,,2025-03-01,2025-03-11,内科,I10.x00,300.00,', [['id_missing', 3, expect.any(String)]]],
  ])('%s is a stay', (row, found) => {
    const [total, findings] = read(one, row, two);
    const others: readonly string[] = ['sex_missing'];
    expect([total, (findings as [string][]).filter(([rule]) => !others.includes(rule))]).toEqual([[10_000, 30_000, 20_000], found]);
  });

  it('a long remark that begins or ends with such a word is none', () => {
    const remark = '本次住院期间转科两次后继续治疗直至好转并出院的费用汇总';
    // 25 letters and 24: the row has neither number nor person, but a diagnosis and no dates
    expect(read(one, `,,,,,,I10.x00,300.00,${remark.slice(-25)}`, two)[0]).toEqual([10_000, 30_000, 20_000]);
    expect(read(one, `,,,,,,I10.x00,300.00,${remark.slice(-24)}`, two)[0]).toEqual([10_000, 20_000]);
  });

  it('the header of the next page is none, and no mistake', () => {
    expect(read(one, names, two)).toEqual([[10_000, 20_000], [['header_again', 3, '']]]);
    // one cell alone is a number, however odd
    expect(read(one, '结算流水号S3,V3,男,2025-03-01,2025-03-11,骨科,I63.900,300.00,', two)).toEqual([[10_000, 30_000, 20_000], []]);
  });

  it('the names of a layout that look like numbers come again as well', () => {
    const { table: stayTable, findings } = load('A48,B16C,C03C,D01\nA1,03,I10.x00,100\nA48,B16C,C03C,D01\nA49,04,I10.x00,200\n', {
      profiles: [
        readProfile(
          '{id: h, title: h, match: [A48], source: assumption, columns: {stay_id: {from: [A48]}, department: {from: [B16C]}, total: {from: [D01]}}, lists: {dx: {from: [C03C]}}}',
          'h',
        ),
      ],
    });
    expect([moneyOf(stayTable, 'total'), findings.counts]).toEqual([[10_000, 20_000], { header_again: 1 }]);
  });
});

describe('a refund', () => {
  it('with the number of its settlement is kept for the netting, marked or below zero as a whole', () => {
    const text = 'stay_id,dx,total,refunded\n1,I10,500,1\n1,I10,-500,1\n1,I10,400,0\n2,I10,-300,\n';
    const { rows, rowFindings } = load(text);
    expect([moneyOf(rows, 'total'), rowFindings.counts]).toEqual([[50_000, -50_000, 40_000, -30_000], {}]);
  });

  it('that is marked and has no number is refused whole: what it takes back cannot be found', () => {
    const names = '病案号,性别,年龄,诊断编码,手术操作编码,总费用,退费标志';
    const repeated = {
      ...profiles.find(({ id }) => id === 'opendrg-web')!,
      columns: { ...profiles.find(({ id }) => id === 'opendrg-web')!.columns, refunded: { ...columnDefaults, from: ['退费标志'] } },
    };
    const { table: stayTable, findings } = load(`${names}\n1,1,60,I10,,500,1\n1,1,60,I10,,-500,1\n2,1,60,I10,,400,0\n`, {
      profiles: [repeated],
    });
    expect([stayTable.count, findings.counts]).toEqual([1, { refunded: 2 }]);
  });
});

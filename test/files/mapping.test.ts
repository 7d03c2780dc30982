import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { layoutOf } from '../../src/files/layout.ts';
import { readMap } from '../../src/files/mapping.ts';
import { readStays } from '../../src/files/read-stays.ts';
import { fileOf, load, moneyOf, profiles, wordsOf } from './loading.ts';

const failure = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, en: error.text.en, hint: error.hint.en };
    throw error;
  }
  return undefined;
};

describe('the words of --map', () => {
  it.each([
    ['total=总费用', [{ field: 'total', from: ['总费用'], whole: '总费用', unit: undefined }]],
    ['total=总费用:wan', [{ field: 'total', from: ['总费用'], whole: '总费用', unit: 'wan' }]],
    [' Total = 总费用 : 合计 ', [{ field: 'total', from: ['总费用 : 合计'], whole: '总费用 : 合计', unit: undefined }]],
    [
      'stay_id=号,dx=主诊断+诊断1..3，age=岁数',
      [
        { field: 'stay_id', from: ['号'], whole: '号', unit: undefined },
        { field: 'dx', from: ['主诊断', '诊断1', '诊断2', '诊断3'], whole: '主诊断+诊断1..3', unit: undefined },
        { field: 'age', from: ['岁数'], whole: '岁数', unit: undefined },
      ],
    ],
    // a comma that no field follows belongs to the name
    [
      'total=费用,元,age=岁',
      [
        { field: 'total', from: ['费用,元'], whole: '费用,元', unit: undefined },
        { field: 'age', from: ['岁'], whole: '岁', unit: undefined },
      ],
    ],
  ])('%s', (word, mapped) => {
    expect(readMap([word])).toEqual(mapped);
  });

  it.each([
    ['total', '--map "total" has no equals sign'],
    ['total=', '--map total= names no column'],
    ['totl=总费用', '--map knows no field "totl"'],
    ['__proto__=总费用', '--map knows no field "__proto__"'],
  ])('%s is refused', (word, en) => {
    expect(failure(() => readMap([word]))).toMatchObject({ code: 'USAGE', en });
  });

  it('names the nearest field first', () => {
    expect(failure(() => readMap(['departmnt=科室']))?.hint).toMatch(/^Fields: department, /);
  });
});

describe('a mapping', () => {
  const text = '流水,科,主要诊断,次要,甲费,乙费,入,出\n1,内科,I10.x00,E11.900,1.5,2.25,2025-03-01,2025-03-05\n';
  const map = readMap(['stay_id=流水,department=科,dx=主要诊断+次要', 'total=甲费+乙费,admitted=入,discharged=出']);

  it('alone is enough', () => {
    const { table } = load(text, { map });
    // 1.50 + 2.25 yuan, four days
    expect([table.files[0]?.profile, moneyOf(table, 'total'), wordsOf(table, 'department'), table.days, [...table.dx.words]]).toEqual([
      'map',
      [375],
      ['内科'],
      Int32Array.of(4),
      ['', 'I10.x00', 'E11.900'],
    ]);
  });

  it('stands over the profile, which keeps its other columns; a column it takes has no other meaning', () => {
    const header = ['stay_id', 'dx', 'total', 'fund', 'cash'];
    const layout = layoutOf(header, { profiles, map: readMap(['total=fund']), at: 'x' });
    expect([layout.profile.id, Object.fromEntries(layout.columns), layout.lists.dx, [...layout.mapped], layout.unused]).toEqual([
      'casemix',
      { stay_id: 0, total: 3, cash: 4 },
      [1],
      ['total'],
      ['total'],
    ]);
  });

  it('stands over the name of another unit', () => {
    const header = ['stay_id', 'dx', '总费用(元)', '总费用(万元)'];
    const places = (word: string) => {
      const { columns, units } = layoutOf(header, { profiles, map: readMap([word]), at: 'x' });
      return [columns.get('total'), units.get('total')];
    };
    expect([places('total=总费用(元)'), places('total=总费用(万元)')]).toEqual([
      [2, 'yuan'],
      [3, 'wan'],
    ]);
  });

  it('takes a column whose own name has a plus in it', () => {
    const layout = layoutOf(['stay_id', 'dx', 'A+B', 'A', 'B'], { profiles, map: readMap(['total=A+B']), at: 'x' });
    expect([layout.columns.get('total'), layout.more.get('total')]).toEqual([2, undefined]);
  });

  it('joins the columns of a number, adds those of an amount, and takes one of anything else', () => {
    const header = ['stay_id', 'dx', '号', '次', 'A', 'B'];
    const layout = layoutOf(header, { profiles, map: readMap(['stay_id=号+次,total=A+B']), at: 'x' });
    const { with: parts, sum } = { ...layout.profile.columns.stay_id!, sum: layout.profile.columns.total!.sum };
    expect([layout.more.get('stay_id'), parts, layout.more.get('total'), sum]).toEqual([[3], ['次'], [5], true]);
    expect(failure(() => layoutOf(header, { profiles, map: readMap(['department=A+B']), at: 'x' }))?.en).toBe(
      '--map department takes one column',
    );
  });

  it('says which columns there are, the nearest first, when one is misspelt; never what stands in a file without a header', () => {
    expect(failure(() => load('stay_id,dx,金额合计,备注\n1,I10,1,\n', { map: readMap(['total=金额总计']) }))).toEqual({
      code: 'HEADER_UNKNOWN',
      en: '--map: the header has no column "金额总计"',
      hint: 'Columns: 金额合计, dx, 备注, stay_id',
    });
    expect(failure(() => load('1001,张三,I10.x00,武汉\n', { map: readMap(['total=金额']) }))?.hint).toBe(
      'Columns: (no header was recognised)',
    );
  });

  it('never reads a column that names a person', () => {
    expect(failure(() => load('stay_id,dx,姓 名\n1,I10,张三\n', { map: readMap(['department=姓 名']) }))).toMatchObject({
      code: 'USAGE',
      en: '--map: the column "姓 名" names a person and is not read',
    });
  });

  it('of several files is for those that have its columns; one that none has is a mistake', () => {
    const files = [fileOf('stay_id,dx,费\n1,I10,2\n', 'a.csv'), fileOf('stay_id,dx\n2,I10\n', 'b.csv')];
    const both = (word: string) => readStays(files, { profiles, map: readMap([word]) });
    expect(moneyOf(both('total=费').table, 'total')).toEqual([200, Number.NaN]);
    expect(failure(() => both('total=钱'))).toMatchObject({ code: 'HEADER_UNKNOWN', en: '--map: none of the files has a column "钱"' });
  });
});

import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { caseRow, cases, casesHeader, load, profiles } from './loading.ts';

function failure(text: string) {
  try {
    load(text);
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, text: error.text, hint: error.hint, at: error.at };
    throw error;
  }
  return undefined;
}

describe('an unknown header', () => {
  it('shows the names that a layout has, and counts the rest', () => {
    expect(failure('病案号,姓名,张三丰,年龄,sex\n')?.text).toEqual({
      zh: '不认识的表头：病案号、年龄、sex、2 列不认识的内容',
      en: 'unknown header: 病案号, 年龄, sex, 2 cells that are no known column name',
    });
  });

  it.each([
    'ZY20250001,张三丰,420106197001011234,13812345678,武汉市洪山区珞喻路1号,男,60,I10',
    'zhangsan,42010619700101123X,60,I10',
    '张三丰,李四光',
  ])('is no place for a stay of a file without one: %s', first => {
    const said = JSON.stringify(failure(`${first}\n${first}\n`));
    const shown = first.split(',').filter(cell => said.includes(`"不认识的表头：${cell}`) || (cell.length > 2 && said.includes(cell)));
    expect([said.includes('HEADER_UNKNOWN'), shown]).toEqual([true, []]);
  });

  it.each(['\t', ';', '|', '，', '；'])('is none for its separators: %j', sign => {
    const text = cases(caseRow({ id: 'A1' }), caseRow({ id: 'A2', dept: '内科' }));
    const { table } = load(text.replaceAll(',', sign));
    const { files, ...columns } = load(text).table;
    expect([{ ...table, files: [] }, table.files[0]?.reading?.separator]).toEqual([{ ...columns, files: [] }, sign]);
    expect(files[0]?.reading?.separator).toBe(',');
  });
});

describe('a name that stands twice', () => {
  it('is refused where it would be read, whatever its letter case', () => {
    expect(failure('stay_id,dx,total,fund,Total\n1,I10,1,1,2\n')).toEqual({
      code: 'HEADER_UNKNOWN',
      text: { zh: '列名“total”出现两次：第 3 列和第 5 列', en: 'the column name "total" stands twice: columns 3 and 5' },
      hint: {
        zh: '请删去或改名其中一列；写法不同时可用 --map 字段=列名 指明用哪一列。',
        en: 'Remove or rename one of them; where they are written differently, --map field=column says which one is meant.',
      },
      at: 'stays.csv',
    });
    expect(failure('stay_id,dx,dx\n')?.text.en).toBe('the column name "dx" stands twice: columns 2 and 3');
  });

  it('may stand where nothing reads it', () => {
    expect(load('stay_id,dx,remark,remark\n1,I10,,\n').table.count).toBe(1);
  });
});

describe('columns that nothing reads', () => {
  const unusedIn = (header: string) => {
    const { unused, nearest } = load(`${header}\n`);
    return [unused, nearest];
  };

  it('are named, with the name they were most likely meant to have', () => {
    // insuranc: one letter; hospitol_levl: two; dat: no name of three letters is near; 备注 is near nothing
    expect(unusedIn('stay_id,dx,insuranc,hospitol_levl,dat,备注,姓名,,total')).toEqual([
      ['insuranc', 'hospitol_levl', 'dat', '备注'],
      { insuranc: 'insurance', hospitol_levl: 'hospital_level' },
    ]);
    expect(unusedIn('病案号,性别,年龄,诊断编码,手术操作编码,总费')).toEqual([['总费'], { 总费: '总费用' }]);
  });

  it('are not taken for a column that was found', () => {
    expect(unusedIn('stay_id,dx,insurance,insuranc')).toEqual([['insuranc'], {}]);
  });

  it('are shown without numbers and control characters', () => {
    expect(unusedIn('stay_id,dx,\u0007x13812345678')).toEqual([['x***'], {}]);
  });

  it('are none where every column is read', () => {
    expect(unusedIn(casesHeader)).toEqual([[], {}]);
    expect(profiles.length).toBeGreaterThan(0);
  });
});

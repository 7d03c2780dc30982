import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { layoutOf, type Wanted } from '../../src/files/layout.ts';
import { readMap } from '../../src/files/mapping.ts';
import { type Profile, readProfile } from '../../src/files/profile.ts';
import { ownColumns } from '../../src/stay/own-layout.ts';
import { load, profiles } from './loading.ts';

const profile = (more: string) =>
  readProfile(`{id: x, title: x, match: [A], source: assumption, lists: {dx: {from: [A]}}, ${more}}`, 'x.yaml');

describe('column profiles', () => {
  it("knows every column of casemix's own layout by its own name", () => {
    const own = profiles.find(({ id }) => id === 'casemix')!;
    const layout = layoutOf(ownColumns, { profiles: [own], at: 'x' });
    const places = Object.fromEntries([...layout.columns, ['dx', layout.lists.dx[0]], ['px', layout.lists.px[0]]]);
    expect(places).toEqual(Object.fromEntries(ownColumns.map((name, place) => [name, place])));
  });

  it('gathers numbered columns into one list, in order', () => {
    const { lists } = layoutOf(['A', 'D2', 'D1', 'D3'], {
      profiles: [readProfile('{id: x, title: x, match: [A], source: assumption, columns: {}, lists: {dx: {from: [A, D1..3]}}}', 'x')],
      at: 'x',
    });
    expect(lists.dx).toEqual([0, 2, 1, 3]);
  });

  it('takes the profile that explains more of the header', () => {
    const small = profile('columns: {sex: {from: [S]}}');
    const large = { ...profile('columns: {sex: {from: [S]}, age: {from: [B]}}'), id: 'large' };
    const chosen = layoutOf(['A', 'B', 'S'], { profiles: [small, large], at: 'x' });
    const named = layoutOf(['A', 'B', 'S'], { profiles: [small, large], profile: 'x', at: 'x' });
    expect([chosen.profile.id, named.profile.id]).toEqual(['large', 'x']);
  });

  it('takes the first of several names that is there', () => {
    const { columns } = layoutOf(['A', 'ZFY', '总费用'], { profiles: [profile('columns: {total: {from: [费用, 总费用, ZFY]}}')], at: 'x' });
    expect(columns).toEqual(new Map([['total', 2]]));
  });

  it('never maps a column that names a person, whatever the profile says', () => {
    const { columns, dropped } = layoutOf(['A', '姓名'], { profiles: [profile('columns: {department: {from: [姓名]}}')], at: 'x' });
    expect([columns.size, dropped]).toEqual([0, ['姓名']]);
  });

  it('says which part of a profile is wrong', () => {
    let wrong: unknown;
    try {
      profile('columns: {colour: {from: [A]}}');
    } catch (error) {
      wrong = error;
    }
    expect(wrong).toBeInstanceOf(UserError);
    expect((wrong as UserError).code).toBe('PARAMETER_INVALID');
  });

  it('reads units and words as the profile says', () => {
    const own = readProfile(
      '{id: x, title: x, match: [A], source: assumption, columns: {total: {from: [费用], unit: wan}, insurance: {from: [险种]}, sex: {from: [性别]}}, dictionary: {insurance: {职工: 310}, sex: {甲: "1"}}, lists: {dx: {from: [A]}}}',
      'x',
    );
    // 1.23 ten thousand yuan = 12 300 yuan
    const { table } = load('A,费用,险种,性别\nI10,1.23,职工,甲\nI10,,居民,\n', { profiles: [own] });
    expect([table.money.total, table.words.insurance!.words, table.sex]).toEqual([
      Float64Array.of(1_230_000, Number.NaN),
      ['', '310', '居民'],
      Uint8Array.of(1, 0),
    ]);
  });
});

/** A profile by its columns: `sex: S` reads sex from S. */
const reading = (id: string, match: readonly string[], columns: Readonly<Record<string, string>>, more = '') =>
  readProfile(
    `{id: ${id}, title: ${id}, match: [${match.join(', ')}], source: assumption, lists: {dx: {from: [D]}}, columns: {${Object.entries(
      columns,
    )
      .map(([field, name]) => `${field}: {from: [${name}]}`)
      .join(', ')}}${more}}`,
    `${id}.yaml`,
  );

const failure = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, en: error.text.en, hint: error.hint.en };
    throw error;
  }
  return undefined;
};

describe('the choice of a profile', () => {
  const chosen = (header: readonly string[], all: readonly Profile[], more: Partial<Wanted> = {}) => {
    const { profile: found, score, lacking, others } = layoutOf(header, { profiles: all, at: 'x', ...more });
    return [found.id, score, lacking, others];
  };

  it('is by the share of the header that is explained, before the number of columns; names of persons count neither way', () => {
    // four columns that are not a person's: `one` explains D, S and T, three of four; `two` explains all four
    const one = reading('one', ['D'], { sex: 'S', total: 'T' });
    const two = reading('two', ['D'], { sex: 'S', total: 'T', department: 'K' });
    expect(chosen(['D', 'S', '姓名', 'T', 'K'], [one, two])).toEqual(['two', 1, [], [{ id: 'one', score: 0.75, columns: 3, fits: true }]]);
  });

  it('is the same in any order of the profiles, but for ties, which the first one wins', () => {
    const one = reading('one', ['D'], { sex: 'S' });
    const two = reading('two', ['D'], { sex: 'S' });
    expect([chosen(['D', 'S'], [one, two])[0], chosen(['D', 'S'], [two, one])[0]]).toEqual(['one', 'two']);
  });

  it("is the person's own before one that explains more", () => {
    const own = { ...reading('own', ['D'], { sex: 'S' }), place: '/home/own.yaml' };
    const shipped = reading('shipped', ['D'], { sex: 'S', total: 'T' });
    expect(chosen(['D', 'S', 'T'], [shipped, own]).slice(0, 2)).toEqual(['own', 2 / 3]);
  });

  it('passes over a profile of another sheet; a text has no sheets', () => {
    const sheet = reading('sheet', ['D'], { sex: 'S', total: 'T' }, ', sheet: 明细');
    const any = reading('any', ['D'], { sex: 'S' });
    expect([
      chosen(['D', 'S', 'T'], [sheet, any], { sheet: '汇总' })[0],
      chosen(['D', 'S', 'T'], [sheet, any], { sheet: '明细 ' })[0],
      chosen(['D', 'S', 'T'], [sheet, any])[0],
    ]).toEqual(['any', 'sheet', 'sheet']);
  });

  it('falls to the nearest one that explains three columns with diagnoses or an amount, and says what is lacking', () => {
    const strict = reading('strict', ['D', 'Z'], { sex: 'S', total: 'T' });
    // three of four columns, one of the two names it is known by: 0.75 x 0.5
    expect(chosen(['D', 'S', 'T', 'U'], [strict])).toEqual(['strict', 0.375, ['Z'], []]);
    // two columns are too few
    expect(failure(() => chosen(['D', 'S', 'U'], [strict]))?.code).toBe('HEADER_UNKNOWN');
    // three without diagnoses or an amount are a table of something else
    const other = reading('other', ['Z'], { sex: 'S', age: 'A', department: 'K', total: 'T' });
    expect(failure(() => chosen(['S', 'A', 'K'], [other]))?.code).toBe('HEADER_UNKNOWN');
    // a number and an amount are enough
    const numbered = reading('other', ['Z'], { stay_id: 'N', age: 'A', total: 'T' });
    expect(chosen(['N', 'A', 'T'], [numbered])[0]).toBe('other');
  });

  it('is the usual names, unless a layout that lacks a part of what it is known by reads more columns', () => {
    const usual = reading('usual', [], { sex: 'S', total: 'T' });
    const strict = reading('strict', ['D', 'Z'], { sex: 'S', total: 'T', age: 'A' });
    // D, S, T: three each. With A strict reads four of five, one of the two names it is known by: 0.8 x 0.5
    expect(chosen(['D', 'S', 'T', 'U'], [strict, usual]).slice(0, 3)).toEqual(['usual', 0.75, []]);
    expect(chosen(['D', 'S', 'T', 'A', 'U'], [usual, strict]).slice(0, 3)).toEqual(['strict', 0.4, ['Z']]);
  });

  it('needs no more than diagnoses with a number or the total; a diagnosis may be called 诊断 where no column is called its code', () => {
    const dx = (...header: readonly string[]) => {
      const error = failure(() => layoutOf(header, { profiles, at: 'x' }));
      return error?.code ?? layoutOf(header, { profiles, at: 'x' }).lists.dx;
    };
    expect([
      dx('病案号', '诊断'),
      dx('姓名', '身份证号', '电话', '总费用', '主要诊断'),
      dx('病案号', '出院诊断', '诊断编码'),
      dx('病案号', '总费用', '性别', '主要诊断', '其他诊断编码'),
      // beside the columns of a known layout it says in words what the list has coded
      dx('结算流水号', '就诊流水号', '医疗费总额', '统筹基金支付', '个人账户支付', '个人现金支付', '诊断'),
      dx('性别', '诊断'),
      dx('病案号', '总费用'),
    ]).toEqual([[1], [4], [2], [4], [], 'HEADER_UNKNOWN', 'HEADER_UNKNOWN']);
  });

  it('is none where no row could be told to be a stay: sums by department would count every amount twice', () => {
    const sums = ['科室', '人次', '医疗费总额', '统筹基金支付', '个人账户支付', '个人现金支付'];
    const isLoaded = (header: readonly string[], more: Partial<Wanted> = {}) =>
      failure(() => layoutOf(header, { profiles, at: 'x', ...more }))?.code ?? 'loaded';
    expect([
      isLoaded(sums),
      isLoaded(sums, { map: readMap(['total=医疗费总额']) }),
      isLoaded(sums, { profile: 'common' }),
      isLoaded([...sums, '人员编号']),
    ]).toEqual(['HEADER_UNKNOWN', 'HEADER_UNKNOWN', 'HEADER_UNKNOWN', 'HEADER_UNKNOWN']);
    const withStays = [['人员编号', '出院日期'], ['就诊流水号'], ['结算流水号'], ['主要诊断编码']].map(more =>
      isLoaded([...sums, ...more]),
    );
    expect(withStays).toEqual(['loaded', 'loaded', 'loaded', 'loaded']);
  });

  it('takes a profile without a match only where nothing else fits', () => {
    const fallback = reading('fallback', [], { stay_id: 'X', sex: 'S', total: 'T', age: 'A' });
    const strict = reading('strict', ['D'], { sex: 'S' });
    // what strict leaves over is read by the usual names: T and A
    expect([chosen(['D', 'S', 'T', 'A'], [fallback, strict])[0], chosen(['X', 'S', 'T', 'A'], [fallback, strict])[0]]).toEqual([
      'strict+fallback',
      'fallback',
    ]);
    expect(chosen(['D', 'S', 'X'], [fallback, strict])[0]).toBe('strict');
  });

  it('follows a profile that the person names, also one that is known by nothing', () => {
    const small = reading('small', [], { stay_id: 'S' });
    const strict = reading('strict', ['Z'], { stay_id: 'S' });
    expect(chosen(['S', 'X'], [strict, small], { profile: 'small' }).slice(0, 3)).toEqual(['small', 0.5, []]);
    expect(failure(() => chosen(['S', 'X'], [strict, small], { profile: 'strict' }))?.code).toBe('HEADER_UNKNOWN');
    expect(failure(() => chosen(['X', 'Y'], [small], { profile: 'small' }))?.code).toBe('HEADER_UNKNOWN');
  });

  it('names the nearest layouts and the way out when nothing fits', () => {
    expect(failure(() => layoutOf(['病案号', '性别', '年龄'], { profiles, at: 'x.csv' }))).toMatchObject({
      code: 'HEADER_UNKNOWN',
      en: 'unknown header: 病案号, 性别, 年龄',
      hint: expect.stringMatching(/opendrg-web: 诊断编码, 手术操作编码.*--map stay_id=/s),
    });
  });

  it('finds a column by the lower of two levels, the whole name first, and never by a name that two groups have', () => {
    const all = reading('x', ['D'], { total: '总费用', fund: '统筹' });
    const places = (header: readonly string[]) => Object.fromEntries(layoutOf(header, { profiles: [all], at: 'x' }).columns);
    expect([
      places(['D', '费用/总费用', '医保/统筹']),
      places(['D', '费用/总费用', '总费用']),
      places(['D', '费用/总费用', '医保/总费用']),
    ]).toEqual([{ total: 1, fund: 2 }, { total: 2 }, {}]);
  });
});

describe('the units of amounts', () => {
  const costs = readProfile(
    '{id: x, title: x, match: [D], source: assumption, lists: {dx: {from: [D]}}, columns: {total: {from: [总费用]}, fund: {from: [统筹], unit: fen}, age: {from: [年龄]}}}',
    'x',
  );
  const units = (header: readonly string[], more: Partial<Wanted> = {}) =>
    Object.fromEntries(layoutOf(header, { profiles: [costs], at: 'x', ...more }).units);

  it.each([
    { title: 'the profile says, or yuan', header: ['D', '总费用', '统筹'], more: {}, is: { total: 'yuan', fund: 'fen' } },
    { title: 'a name states it', header: ['D', '总费用（万元）', '统筹(元)'], more: {}, is: { total: 'wan', fund: 'yuan' } },
    { title: 'a title states it', header: ['D', '总费用', '统筹(元)'], more: { unit: 'wan' as const }, is: { total: 'wan', fund: 'yuan' } },
    {
      title: 'the person says it',
      header: ['D', '总费用（万元）', '统筹'],
      more: { map: readMap(['total=总费用:fen']), unit: 'wan' as const },
      is: { total: 'fen', fund: 'wan' },
    },
    { title: 'an age has none', header: ['D', '年龄(岁)', '总费用'], more: {}, is: { total: 'yuan' } },
  ])('$title', ({ header, more, is }) => {
    expect(units(header, more)).toEqual(is);
  });

  it('differ between columns that are added up: refused', () => {
    const map = readMap(['total=药费+材料费']);
    expect(units(['D', '药费(元)', '材料费(元)'], { map })).toEqual({ total: 'yuan' });
    expect(failure(() => units(['D', '药费(元)', '材料费(万元)'], { map }))?.en).toBe(
      'columns that are added up are in different units: "药费(元)" and "材料费(万元)"',
    );
  });
});

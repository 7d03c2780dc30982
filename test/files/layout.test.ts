import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { layoutOf } from '../../src/files/layout.ts';
import { readProfile } from '../../src/files/profile.ts';
import { ownColumns } from '../../src/stay/own-layout.ts';
import { load, profiles } from './loading.ts';

const profile = (more: string) =>
  readProfile(`{id: x, title: x, match: [A], source: assumption, lists: {dx: {from: [A]}}, ${more}}`, 'x.yaml');

describe('column profiles', () => {
  it('ships three layouts', () => {
    expect(profiles.map(({ id }) => id)).toEqual(['casemix', 'cases', 'opendrg-web']);
  });

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

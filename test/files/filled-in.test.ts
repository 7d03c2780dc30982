import { expect, it } from 'vitest';
import { layoutOf } from '../../src/files/layout.ts';
import { profiles } from './loading.ts';

const of = (...header: string[]) => {
  const { profile, columns, score, rest } = layoutOf(header, { profiles, at: 'x' });
  return { profile: profile.id, basis: profile.source, fields: [...columns.keys()].sort(), score, rest };
};

it('a front page with a column of the insurer keeps it, by its usual name', () => {
  // 病案号 is the number of the stay with 住院次数, and the patient's own
  expect(of('病案号', '住院次数', '主要诊断编码', '总费用', '统筹支付', '备注')).toEqual({
    profile: 'hqms+common',
    basis: 'assumption',
    fields: ['fund', 'patient_key', 'stay_id', 'total'],
    score: 5 / 6,
    rest: ['备注'],
  });
});

it('without such a column the profile stays what it is', () => {
  expect(of('病案号', '住院次数', '主要诊断编码', '总费用', '备注')).toMatchObject({ profile: 'hqms', score: 4 / 5 });
});

it('our own layout says all there is to say', () => {
  expect(of('stay_id', 'dx', '统筹支付')).toMatchObject({ profile: 'casemix', fields: ['stay_id'], rest: ['统筹支付'] });
});

it('a number of a stay is never taken from a second name', () => {
  // 住院号 is a usual name of a stay's number, which the front page has already
  expect(of('A48', 'A49', 'C03C', '住院号').fields).toEqual(['patient_key', 'stay_id']);
});

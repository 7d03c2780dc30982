import { describe, expect, it } from 'vitest';
import type { Comparison, Totals } from '../../src/compare/comparison.ts';
import { comparisonAnswer } from '../../src/report/comparison-answer.ts';
import { comparisonText } from '../../src/report/comparison-text.ts';
import { titlesIn } from '../../src/report/titles.ts';
import { speaker } from '../../src/report/words.ts';
import { sampleComparison } from './sample-comparison.ts';

type Money = 'cost' | 'payment' | 'fund' | 'patient' | 'other' | 'margin' | 'groupResult';
const payers: readonly Money[] = ['fund', 'patient', 'other', 'margin'];
const all: readonly Money[] = [...payers, 'cost', 'payment', 'groupResult'];

/** The sample as if its file did not say these. */
function unknown(names: readonly Money[]): Comparison {
  const strip = <R extends Partial<Totals>>(row: R): R => ({ ...row, ...Object.fromEntries(names.map(name => [name, Number.NaN])) });
  const { scenarios, changes, data } = sampleComparison;
  return {
    ...sampleComparison,
    data: { ...data, cost: names.includes('cost') ? Number.NaN : data.cost },
    scenarios: scenarios.map(one => ({ ...one, totals: strip(one.totals), by: { ...one.by, department: one.by.department.map(strip) } })),
    changes: changes.map(one => ({ ...one, totals: strip(one.totals), by: { ...one.by, department: one.by.department.map(strip) } })),
  };
}
const answer = (comparison: Comparison) => comparisonAnswer(comparison, speaker('zh'));
const text = (comparison: Comparison, detail = false) => comparisonText(comparison, { language: 'zh', by: 'department', top: 2, detail });

describe('a file that does not say who paid', () => {
  // the same -85.00 and departments as with payers: result of the groups = payment - cost = 897.558 - 982.558
  it('is answered by the result of the groups', () => {
    expect(answer(unknown(payers))).toEqual([
      '改 DRG 2.0 比按项目，病组盈亏 −85.00 万元（占总费用 −8.7%；数据没有各方支付，差额未知）；2 个科室增加，2 个减少；病人负担未知（数据没有个人支付）。',
    ]);
    expect(answer({ ...unknown(payers), changes: [], scenarios: unknown(payers).scenarios.slice(0, 1) })).toEqual([
      '按项目：病组盈亏 0.00 万元（占总费用 0.0%；数据没有各方支付，差额未知）。',
    ]);
  });

  it('shows payment and result of the groups, dashes for the rest, and departments by the result', () => {
    const lines = text(unknown(payers), true).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '支付额      982.56   897.56   −85.00',
        '病组盈亏      0.00   −85.00   −85.00',
        '差额             –        –        –',
        '骨科         40  500.00      0.00   −131.30  −131.30',
        '合计        100  982.56      0.00    −85.00   −85.00',
      ]),
    );
    // every scenario in full: result of the groups in the place of the margin
    expect(lines.filter(line => line.startsWith('科室') && line.includes('病组盈亏') && !line.includes('差额'))).toHaveLength(2);
  });
});

describe('a file without costs', () => {
  it('is answered by saying that nothing is known', () => {
    expect(answer(unknown(all))).toEqual(['改 DRG 2.0 比按项目，医院差额未知（数据没有总费用）；病人负担未知（数据没有个人支付）。']);
    expect(answer({ ...unknown(all), changes: [], scenarios: unknown(all).scenarios.slice(0, 1) })).toEqual([
      '按项目：医院差额未知（数据没有总费用）。',
    ]);
  });

  it('shows no amount at all', () => {
    const shown = text(unknown(all), true);
    expect(shown.match(/\d\.\d\d\b/g)).toBeNull();
    expect(shown).toContain('数据 cccccccccccc，103 例，总费用 – 万元');
  });
});

it('gives scenarios their English titles in English, where they have one', () => {
  const [ffs, drg] = sampleComparison.scenarios;
  const titled = { ...sampleComparison, titleEn: 'sample', scenarios: [{ ...ffs!, titleEn: 'Fee for service' }, drg!] };
  expect(titlesIn(titled, 'en').scenarios.map(({ title }) => title)).toEqual(['Fee for service', 'DRG 2.0']);
  expect([titlesIn(titled, 'en').title, titlesIn(titled, 'zh').title]).toEqual(['sample', '示例']);
  const english = comparisonText(titled, { language: 'en', by: 'department', top: 2 });
  expect(english.split('\n')[0]).toMatch(/^DRG 2\.0 against Fee for service: /);
  expect(english).not.toContain('按项目');
  expect(comparisonText(titled, { language: 'zh', by: 'department', top: 2 })).not.toContain('Fee for service');
});

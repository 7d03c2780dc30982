import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/app/desk.ts';
import { byDimension } from '../../src/compare/by-dimension.ts';
import type { Dimension, Row, Totals } from '../../src/compare/comparison.ts';
import { UserError } from '../../src/errors.ts';
import { told } from '../../src/ui/draw.tsx';
import { desk as known } from './desk-fixture.ts';
import { frame, frameOf, open } from './frame.tsx';

type Money = 'cost' | 'payment' | 'fund' | 'patient' | 'other' | 'margin' | 'groupResult';
const payers: readonly Money[] = ['fund', 'patient', 'other', 'margin'];
const all: readonly Money[] = [...payers, 'cost', 'payment', 'groupResult'];

/** The desk of the fixture as if its file did not say these. */
function unknown(names: readonly Money[]): Desk {
  const nothing = Object.fromEntries(names.map(name => [name, Number.NaN]));
  const strip = <R extends Partial<Totals>>(row: R): R => ({ ...row, ...nothing });
  const rows = <R extends Partial<Totals>>(by: Readonly<Record<Dimension, readonly R[]>>) =>
    byDimension((dimension): readonly R[] => by[dimension].map(strip));
  const column = new Float64Array(known.stays.count).fill(Number.NaN);
  const columns = Object.fromEntries(names.filter(name => name in known.runs[0]!.settlement).map(name => [name, column]));
  const runs = known.runs.map(run => ({
    ...run,
    result: { ...run.result, totals: strip(run.result.totals), by: rows(run.result.by) },
    settlement: { ...run.settlement, ...columns },
  }));
  const { total: _, ...money } = known.stays.money;
  return {
    ...known,
    stays: names.includes('cost') ? { ...known.stays, money } : known.stays,
    runs,
    comparison: {
      ...known.comparison,
      scenarios: runs.map(({ result }) => result),
      changes: known.comparison.changes.map(one => ({ ...one, totals: strip(one.totals), by: rows(one.by) })),
    },
    explain: row => ({
      ...known.explain(row),
      payments: known.explain(row).payments.map(paid => ({ ...paid, ...nothing, ...(names.includes('cost') ? { lines: [] } : {}) })),
    }),
  };
}
const sized = ['60x16', '80x24', '100x30', '160x50'];

describe('a desk that does not know who paid', () => {
  const desk = unknown(payers);
  it.each(sized)('speaks of the result of the groups at %s', size => {
    const overview = frame({ desk, size }).replace(/\s/g, '');
    expect(overview).toContain('病组盈亏−3.01万元（占总费用−20.1%；差额未知）');
    expect(overview).toContain('减少最多的是消化内科−2.00万元。');
    expect(overview).not.toContain('没有科室减少');
    const scenarios = frame({ desk, size, keys: '5' });
    expect(scenarios).toMatch(/病组盈亏 .*−3\.01/);
    expect(scenarios.replace(/\s/g, '')).toContain('0个科室增加，2个减少；');
  });

  it('speaks of the result of the departments and of their parts', () => {
    // who paid is unknown, what the groups were paid is not: 38,213.85 + 9,000 + 9,000 - 66,310 for 骨科
    const departments = frame({ desk, size: '160x50', keys: '4' });
    expect(departments.replace(/\s/g, '')).toContain('「DRG2.0」下病组盈亏最低的科室是消化内科−2.00万元（−48.2%）');
    expect(departments).toMatch(/合计 +8 +−3\.01 +−20\.1%/);
    expect(frame({ desk, size: '160x50', keys: '4j\r' }).replace(/\s/g, '')).toContain('骨科改为「DRG2.0」后病组盈亏−1.01万元');
    expect(frame({ desk, size: '160x50', keys: '3' })).toMatch(/GD29 .*−2\.00/);
    expect(frame({ desk, size: '160x50', keys: '2' }).replace(/\s/g, '')).toContain('病组盈亏−3.01万元（−20.1%）；4例亏损');
  });

  it('shows the result of every stay, and of one', () => {
    // stay 1: 38,213.85 - 52,310.00
    const stays = frame({ desk, size: '160x50', keys: '2' });
    expect(stays).toMatch(/病组盈亏/);
    expect(stays).toMatch(/S0000001 .*−14,096\.15/);
    expect(frame({ desk, size: '160x50', keys: '2\r' })).toMatch(/病组盈亏 −14,096\.15 亏/);
  });
});

describe('a desk that does not know what stays cost', () => {
  const desk = unknown(all);
  it.each(sized)('shows no amount at %s', size => {
    for (const keys of ['', '5', '2', '2\r', '3', '4', '4\r', '4\rd', '5d\r']) {
      const drawn = frame({ desk, size, keys }).replace(/\d+\.\d{4}/g, '');
      expect(drawn.match(/[+−]\d[\d,]*\.\d\d|\b0\.00/g)).toBeNull();
    }
    expect(frame({ desk, size }).replace(/\s/g, '')).toContain('全院差额未知（数据没有总费用）。');
    expect(frame({ desk, size })).not.toContain('没有科室减少');
    expect(frame({ desk, size, keys: '5' })).not.toContain('个科室增加');
    const told = (keys: string) => frame({ desk, size, keys }).replace(/\s/g, '');
    expect(told('2')).toContain('8例；差额未知（数据没有总费用）。');
    expect(told('3')).toContain('病组盈亏未知（数据没有总费用）。');
    expect(told('4')).toContain('科室差额未知（数据没有总费用）。');
    expect(told('4\r')).toContain('的差额未知（数据没有总费用）。');
  });
});

describe('the scenarios', () => {
  it.each(['80x24', '100x30', '160x50'])('show the payment at %s', size => {
    expect(frame({ size, keys: '5' })).toMatch(/ 支付额 +14\.94 +13\.39 +11\.93/);
  });

  it.each(sized)('have no two blank lines in a row above the table at %s', size => {
    const lines = frameOf(open({ size, keys: '5' }));
    const table = lines.findIndex(line => line.includes('按科室'));
    expect(table).toBeGreaterThan(0);
    expect(lines.slice(0, table).some((line, i) => line === '' && lines[i + 1] === '')).toBe(false);
  });

  it('have their English titles in English', () => {
    const titled = (at: number) => (at === 0 ? { titleEn: 'Fee for service (baseline)' } : {});
    const runs = known.runs.map((run, at) => ({ ...run, result: { ...run.result, ...titled(at) } }));
    const desk = { ...known, runs, comparison: { ...known.comparison, scenarios: runs.map(({ result }) => result) } };
    for (const keys of ['', '5', '2\r']) expect(frame({ desk, language: 'en', size: '160x50', keys })).not.toContain('按项目');
    expect(frame({ desk, language: 'en', keys: '5' })).toContain('Fee for');
    expect(frame({ desk, keys: '5' })).not.toContain('Fee for');
  });
});

it('gives a label the free width it needs: 城乡居民基本医疗保险', () => {
  const rename = (row: Row): Row => (row.key === '390' ? { ...row, label: '城乡居民基本医疗保险' } : row);
  const runs = known.runs.map(run => ({
    ...run,
    result: { ...run.result, by: { ...run.result.by, insurance: run.result.by.insurance.map(rename) } },
  }));
  const desk = { ...known, runs, comparison: { ...known.comparison, scenarios: runs.map(({ result }) => result) } };
  expect(frame({ desk, size: '160x50', keys: '5dd' })).toContain('城乡居民基本医疗保险');
});

it('tells what is wrong as the command line does: what, what to do, and the code', () => {
  const error = new UserError('FILE_NOT_FOUND', { zh: '没有', en: 'none' }, { at: 'a.csv', hint: { zh: '看路径', en: 'look' } });
  expect([told(error, 'zh'), told(error, 'en')]).toEqual([
    'a.csv: 没有\n怎么办：看路径  [FILE_NOT_FOUND]\n',
    'a.csv: none\nhint: look  [FILE_NOT_FOUND]\n',
  ]);
});

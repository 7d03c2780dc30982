/** dip build and a settlement by what it wrote, as a person runs them. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from '../../cli/in-process.ts';
import { mistakes } from '../../report/conforms.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-dip-'));
const at = (name: string): string => join(folder, name);
const run = (...words: string[]) => inProcess(words, { home: folder });

const header = 'stay_id,hospital,hospital_level,insurance,sex,age,admitted,discharged,dx,px,total,fund,account,cash';
const row = (n: number, year: number, total: string, dx = 'I10.x00') =>
  `R${n},H001,三级,310,1,50,${year}-03-01,${year}-03-06,${dx},,${total},${total},0.00,0.00`;
const csv = (rows: readonly string[]): string => `${header}\n${rows.join('\n')}\n`;
// 2022: 1,000, 2023: 1,000, 2024: 1,000 a stay of I10; one of K35 each year at 4,000: M is 1,750
const three = [2022, 2023, 2024].flatMap((year, y) => [
  ...[0, 1, 2].map(n => row(10 * y + n, year, '1000.00')),
  row(10 * y + 5, year, '4000.00', 'K35.800'),
]);
writeFileSync(at('history.csv'), csv(three));
writeFileSync(at('now.csv'), csv([row(1, 2025, '900.00'), row(2, 2025, '3000.00', 'K35.900'), row(3, 2025, '400.00')]));
writeFileSync(
  at('policy.yaml'),
  `schema: policy/1
id: dip-test
title: a policy of a test
region: nowhere
catalogue: test
effective: {from: 2025-01-01}
sources: {shape: {type: assumption, title: "a number of a test"}}
insurance_map: {employee: ["310"]}
hospital: {level: 三级, levels: {}}
payment_method: dip
price: {point_value: {employee: {value: "1.75", unit: CNY/point, source: shape}}}
dip: {source: shape, catalogue: ${at('made')}, score_scale: {value: 1000, unit: point/weight}, point_value: given, deviation: {benchmark: group_mean, low: {value: "0.5", unit: ratio}}}
`,
);

describe('dip build', () => {
  it('writes a catalogue that a settlement is paid by, and says so where it prices its own stays', async () => {
    const build = await run('dip', 'build', at('history.csv'), '-o', at('made'), '--min-cases', '9', '--format', 'json');
    expect(build.status).toBe(0);
    const manifest = JSON.parse(build.out);
    expect(mistakes(manifest, 'dip-catalogue')).toEqual([]);
    expect([manifest.id, manifest.years, manifest.mean, manifest.counts.core, manifest.counts.comprehensive, manifest.stamp]).toEqual([
      ...['made', [2022, 2023, 2024], '1750.00', 1, 1, null],
    ]);

    // I10 1,000 ÷ 1,750 × 1,000 points at 1.75 are 1,000.00; K35 4,000.00
    const now = await run('settle', at('now.csv'), '--policy', at('policy.yaml'));
    expect(
      now.out
        .split('\r\n')
        .slice(1, 4)
        .map(line => [...line.split(',').slice(0, 7), line.split(',').at(-1)]),
    ).toEqual([
      ['R1', 'I10.x00:n', '0.571429', '1000.00', '0.9000', 'normal', '1000.00', `price.point_value.employee ${at('policy.yaml')}:11`],
      [
        'R2',
        'K35:conservative',
        '2.285714',
        '4000.00',
        '0.7500',
        'normal',
        '4000.00',
        `price.point_value.employee ${at('policy.yaml')}:11`,
      ],
      // 400 ÷ 1,000 of the score
      ['R3', 'I10.x00:n', '0.571429', '1000.00', '0.4000', 'low', '400.00', `dip.deviation.low ${at('policy.yaml')}:12`],
    ]);
    expect(now.err).not.toContain('自测');

    const itself = await run('settle', at('history.csv'), '--policy', at('policy.yaml'));
    expect(itself.err).toContain(`自测，不可用于结算：${at('made')} 由正在结算的病例测算`);
  }, 30_000);

  it('replaces a catalogue only when told to, and is stamped for files that it is to settle', async () => {
    await run('dip', 'build', at('history.csv'), '-o', at('twice'), '--min-cases', '9');
    const before = readFileSync(join(at('twice'), 'manifest.json'), 'utf8');
    const again = await run('dip', 'build', at('history.csv'), '-o', at('twice'), '--min-cases', '2');
    expect([again.status, again.code, readFileSync(join(at('twice'), 'manifest.json'), 'utf8')]).toEqual([2, 'OUTPUT_EXISTS', before]);
    const forced = await run('dip', 'build', at('history.csv'), '-o', at('twice'), '--force', '--settles', at('history.csv'));
    expect([forced.status, forced.out.split('\n')[0]]).toEqual([0, '自测，不可用于结算']);
    expect(JSON.parse(readFileSync(join(at('twice'), 'manifest.json'), 'utf8')).stamp).toBe('自测，不可用于结算');
  }, 30_000);

  it.each([
    ['no folder', ['dip', 'build', at('history.csv')], 'USAGE'],
    ['year weights that are none', ['dip', 'build', at('history.csv'), '-o', at('no'), '--year-weights', '1,x'], 'USAGE'],
    [
      'a table of kinds that is none',
      ['dip', 'build', at('history.csv'), '-o', at('no'), '--procedure-types', at('history.csv')],
      'CATALOGUE_INVALID',
    ],
  ])('%s is refused, and nothing is written', async (_, words, code) => {
    expect([(await run(...words)).code, existsSync(at('no'))]).toEqual([code, false]);
  });
});

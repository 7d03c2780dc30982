import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
import { inProcess } from './in-process.ts';

const home = mkdtempSync(join(tmpdir(), 'casemix-clear-'));
const stays = join(home, 'stays.csv');
const budget = 'data/samples/budget-2025.yaml';
const run = (...words: string[]) => inProcess(words, { home });
const clear = (...words: string[]) => run('clear', stays, '--policy', 'jinhua-illustrative', '--budget', budget, ...words);
const cents = (text: string): number => Math.round(Number(text) * 100);

beforeAll(async () => {
  await run('synth', '--stays', '300', '--seed', '7', '--year', '2025', '-o', home);
});

describe('casemix clear', () => {
  it('answers first, then shows the ledger and the statement', async () => {
    const { status, out } = await clear();
    const lines = out.split('\n');
    expect([
      status,
      /^2025 年度清算：(医保应再付医院|医院应退回医保) [\d,.]+ 元（职工 .*；居民 .*），2026-06-30 前办结。$/.test(lines[0]!),
    ]).toEqual([0, true]);
    expect(lines.filter(line => line.startsWith('[')).map(line => line.trim())).toEqual([
      ...['[预算]', '[价格]', '[全年应付]', '[清算]', '[调剂金]'],
      ...['[预算]', '[价格]', '[全年应付]', '[清算]', '[调剂金]'],
    ]);
    const english = await clear('--lang', 'en', '--by', 'insurance');
    expect(/^Clearing of 2025: .* due by 2026-06-30\.$/.test(english.out.split('\n')[0]!)).toBe(true);
    expect(/[\u4e00-\u9fff]/.test(english.out.replace(/违规扣款|年中调整/g, ''))).toBe(false);
  });

  it('writes what its schema says, and months that add up to the settlement', async () => {
    const { status, out } = await clear('--format', 'json');
    const document = JSON.parse(out);
    expect([status, mistakes(document, 'ledger')]).toEqual([0, []]);
    const settled = JSON.parse((await run('settle', stays, '--policy', 'wuhan-2024-illustrative', '--format', 'json')).out);
    const fixed = JSON.parse(
      (await run('clear', stays, '--policy', 'wuhan-2024-illustrative', '--budget', withWeights, '--format', 'json')).out,
    );
    const of = (name: string) => settled.rows.reduce((sum: number, row: Record<string, string>) => sum + cents(row[name]!), 0);
    expect([fixed.total.stays, cents(fixed.total.payment), cents(fixed.total.fund)]).toEqual([300, of('payment'), of('fund')]);
  });

  it('clears what a benefit file recalculates, patient by patient', async () => {
    const recalc = join(home, 'recalc.yaml');
    const shipped = readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8');
    const share = 'fund_share: {source: shape, method: difference, patient: by_item}';
    expect(shipped).toContain(share);
    const named = 'benefit: data/policies/benefit/shangluo-illustrative.yaml';
    writeFileSync(recalc, shipped.replace(share, `fund_share: {source: shape, method: recalc, patient: recalculated}\n${named}`));
    const settled = JSON.parse((await run('settle', stays, '--policy', recalc, '--format', 'json')).out);
    const year = JSON.parse((await run('clear', stays, '--policy', recalc, '--budget', withWeights, '--format', 'json')).out);
    expect(cents(year.total.fund)).toBe(settled.rows.reduce((sum: number, { fund }: Record<string, string>) => sum + cents(fund!), 0));
  });

  it('writes CSV into a file, and does not replace one', async () => {
    const file = join(home, 'ledger.csv');
    const first = await clear('--format', 'csv', '-o', file);
    expect([first.status, first.out, readFileSync(file, 'utf8').startsWith('\uFEFFinsurance,hospital,period,stays,')]).toEqual([
      0,
      '',
      true,
    ]);
    expect((await clear('--format', 'csv', '-o', file)).code).toBe('OUTPUT_EXISTS');
    expect((await run('clear', stays, '--policy', 'jinhua-illustrative', '--budget', withWeights, '-o', withWeights, '--force')).code).toBe(
      'OUTPUT_IS_INPUT',
    );
  });

  it('ends with the status of what is wrong', async () => {
    const wrong = join(home, 'wrong.yaml');
    writeFileSync(wrong, readFileSync(budget, 'utf8').replace('fund_share', 'fund_shares'));
    const ended = async (...words: string[]) => {
      const { status, code } = await run('clear', stays, ...words);
      return [status, code];
    };
    expect([
      await ended('--policy', 'jinhua-illustrative', '--budget', wrong),
      await ended('--policy', 'jinhua-illustrative', '--budget', 'none.yaml'),
      await ended('--policy', 'nowhere', '--budget', budget),
      await ended('--policy', 'wuhan-2024-illustrative', '--budget', budget),
      (await ended('--policy', 'jinhua-illustrative'))[0],
    ]).toEqual([[3, 'PARAMETER_UNKNOWN'], [3, 'FILE_NOT_FOUND'], [3, 'POLICY_UNKNOWN'], [3, 'BUDGET_INVALID'], 2]);
  });
});

/** The rate policy is fixed: its others have weights. */
const withWeights = join(home, 'weights.yaml');
writeFileSync(
  withWeights,
  readFileSync(budget, 'utf8').replaceAll(/others_points: \{value: "(\d+)", unit: point\}/g, 'others_weight: {value: "$1", unit: weight}'),
);

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const home = mkdtempSync(join(tmpdir(), 'casemix-recalc-'));
const policy = join(home, 'recalc.yaml');
writeFileSync(
  policy,
  readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8').replace(
    'fund_share: {source: shape, method: difference, patient: by_item}',
    'fund_share: {source: shape, method: recalc, patient: by_item}\nbenefit: data/policies/benefit/shangluo-illustrative.yaml',
  ),
);
/** Two stays of one person and one of another, all of BR25: standard 5,836.10 in a tertiary hospital of employees. */
const columns = ['visit_id', 'patient_key', 'insurance', 'hospital_level', 'dx', 'sex', 'age', 'admitted', 'discharged', 'total'];
const money = ['own_pay', 'over_limit', 'pre_selfpay', 'in_scope', 'deductible', 'fund', 'cash'];
const stay = (id: string, person: string, from: string, to: string) =>
  [id, person, '310', '三级', 'I63.900', '1', '70', from, to, '7000', '350', '0', '280', '6370', '600', '5308.40', '1691.60'].join(',');
const rows = [
  stay('V3', 'P1', '2025-06-01', '2025-06-08'),
  stay('V1', 'P1', '2025-03-01', '2025-03-09'),
  stay('V2', 'P2', '2025-04-01', '2025-04-09'),
];

async function settled(header: readonly string[], lines: readonly string[]) {
  const file = join(home, 'stays.csv');
  writeFileSync(file, [header.join(','), ...lines].join('\n'));
  const { status, out, err, code } = await inProcess(['settle', file, '--policy', policy, '--format', 'json'], { home });
  return { status, code, err, rows: out === '' ? [] : JSON.parse(out).rows };
}

describe('settling a file by a policy that recalculates by a benefit file', () => {
  it('counts the second admission of a patient as the second', async () => {
    const { status, rows: paid, err } = await settled([...columns, ...money], rows);
    expect([status, err.includes('基金支付算不出')]).toEqual([0, false]);
    const shown = paid.map(({ payment, fund, patient, margin }: Record<string, string>) => [payment, fund, patient, margin].join(' '));
    expect(shown).toEqual([
      // (5,836.10 − 630 − 460) × 0.92 = 4,366.41; + 1,691.60 − 7,000
      '5836.10 4366.41 1691.60 -941.99',
      // (5,836.10 − 630 − 600) × 0.92 = 4,237.61
      '5836.10 4237.61 1691.60 -1070.79',
      '5836.10 4237.61 1691.60 -1070.79',
    ]);
  });

  it('says so where patients cannot be told apart', async () => {
    const without = (cells: readonly string[]) => cells.filter((_, i) => i !== 1);
    const { code, err } = await settled(
      without([...columns, ...money]),
      rows.map(row => without(row.split(',')).join(',')),
    );
    expect([code, err.includes('数据没有患者标识，无法按人按年累计起付线和封顶线')]).toEqual(['HEADER_UNKNOWN', true]);
  });
});

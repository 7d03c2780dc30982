/** The shipped sample hospital: made from its seed, adding up to the fen, and as believable as it was meant to be. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { chargeCategories, otherFunds } from '../../src/stay/stay-table.ts';
import { synthesise, type Truth } from '../../src/synth/synthesise.ts';
import { oracleOf } from '../grouper/oracle/oracle.ts';
import { readFolder, readTables } from '../grouper/oracle/tables.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

type Row = Readonly<Record<string, string>>;

const shipped = gunzipSync(readFileSync('data/samples/hospital-2025.csv.gz'));
const truth = JSON.parse(readFileSync('data/samples/hospital-2025.truth.json', 'utf8')) as Truth;
const rows = Papa.parse<Row>(shipped.toString('utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const fen = (text: string | undefined) => {
  if (!/^-?\d+\.\d\d$/.test(text ?? '')) throw new Error(`not an amount: ${text}`);
  return BigInt(text!.replace('.', ''));
};
const sumOf = (row: Row, columns: readonly string[]) => columns.reduce((total, column) => total + fen(row[column]), 0n);
const share = (wanted: (row: Row) => boolean) => rows.filter(wanted).length / rows.length;

describe('the sample hospital', () => {
  it('is made again from its seed, byte for byte', () => {
    const again = synthesise({ stays: 10_000, seed: 2025, year: 2025, facts });
    expect(sha256([...again.lines].join(''))).toBe(sha256(shipped));
    expect(again.truth()).toEqual(truth);
    expect(readFileSync('data/samples/SOURCE.md', 'utf8')).toContain(sha256(shipped));
  });

  it('adds up to the fen in every row', () => {
    for (const row of rows) {
      const total = fen(row.total);
      expect(total > 0n).toBe(true);
      expect(sumOf(row, chargeCategories)).toBe(total);
      expect(sumOf(row, ['own_pay', 'over_limit', 'pre_selfpay', 'in_scope'])).toBe(total);
      expect(sumOf(row, ['fund', ...otherFunds, 'account', 'cash', 'hospital_part'])).toBe(total);
    }
  });

  it('has the totals its truth tells', () => {
    const total = (columns: readonly string[]) => rows.reduce((sum, row) => sum + sumOf(row, columns), 0n);
    expect(BigInt(rows.length)).toBe(BigInt(truth.stays));
    expect(total(['total'])).toBe(fen(truth.cost));
    expect(total(['fund'])).toBe(fen(truth.fund));
    expect(total(['account', 'cash'])).toBe(fen(truth.patient));
    expect(total(otherFunds)).toBe(fen(truth.other));
    expect(total(['hospital_part'])).toBe(fen(truth.hospital_part));
    expect(fen(truth.fund) + fen(truth.patient) + fen(truth.other) + fen(truth.hospital_part)).toBe(fen(truth.cost));
  });

  it('has unbroken ids, and dates that follow one another', () => {
    const last = new Map<string, string>();
    for (const [i, row] of rows.entries()) {
      expect(row.stay_id).toBe(`S${String(i + 1).padStart(7, '0')}`);
      expect([row.admitted, row.discharged].every(date => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date!))).toBe(true);
      expect((Date.parse(row.discharged!) - Date.parse(row.admitted!)) / 86_400_000).toBe(Number(row.days));
      expect(row.settled).toBe(row.discharged);
      // Nobody lies in two beds: a patient who comes again has left before.
      expect((last.get(row.patient_key!) ?? '') < row.admitted!).toBe(true);
      last.set(row.patient_key!, row.discharged!);
      expect(Number(row.icu_hours)).toBeLessThanOrEqual(24 * Number(row.days));
    }
  });

  it('has no man in childbed and no code against sex or age', () => {
    const reserved = new Map(
      facts.icd10
        .trim()
        .split('\n')
        .map(line => line.split('\t'))
        .map(([code, , , sex]) => [code!, sex]),
    );
    for (const row of rows) {
      if (['产科', '妇科'].includes(row.department!)) expect(row.sex).toBe('2');
      for (const code of row.dx!.split('|')) {
        if (reserved.get(code) === 'M') expect(row.sex).toBe('1');
        if (reserved.get(code) === 'F' || code.startsWith('O')) expect(row.sex).toBe('2');
        if (code.startsWith('O')) expect(Number(row.age) >= 15 && Number(row.age) <= 49).toBe(true);
        if (code.startsWith('P')) expect(row.age).toBe('0');
      }
      expect(row.age === '0').toBe(row.age_days !== '');
      expect(row.birth_weight_g !== '').toBe(row.age_days !== '' && Number(row.age_days) <= 28);
    }
  });
});

describe('the case mix of the sample hospital', () => {
  const oracle = oracleOf(readTables(readFolder('data/catalogue/chs-drg-2.0')));
  const number = (text: string | undefined) => (text ? Number(text) : undefined);
  const answers = rows.map(row =>
    oracle({
      sex: number(row.sex) as 1 | 2,
      age: number(row.age),
      ageDays: number(row.age_days),
      birthWeight: number(row.birth_weight_g),
      dx: row.dx ? row.dx.split('|') : [],
      px: row.px ? row.px.split('|') : [],
    }),
  );
  const plantedIn = (kind: string) => new Set(truth.planted.find(one => one.kind === kind)!.stays);

  it('reaches all 26 MDCs', () => {
    const mdcs = new Set(answers.map(({ mdc }) => mdc).filter(mdc => mdc !== '0000'));
    expect([...mdcs].sort()).toEqual([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `MDC${letter}`));
  });

  it('has a few groups with most stays, and a long tail', () => {
    const sizes = new Map<string, number>();
    for (const { drg } of answers) sizes.set(drg, (sizes.get(drg) ?? 0) + 1);
    const largest = [...sizes.values()].sort((a, b) => b - a);
    expect(largest.slice(0, 60).reduce((a, b) => a + b) / rows.length).toBeGreaterThan(0.4);
    expect(largest.length).toBeGreaterThan(400);
  });

  it('leaves ungrouped and ambiguous what was planted so', () => {
    const ids = (adrg: string) => rows.filter((_, i) => answers[i]!.adrg === adrg).map(row => row.stay_id!);
    const ambiguous = plantedIn('ambiguous');
    const nowhere = new Set([...plantedIn('ungrouped'), ...plantedIn('missing_principal')]);
    expect(ids('QY').filter(id => ambiguous.has(id)).length).toBe(ambiguous.size);
    // A planted principal diagnosis without an MDC may still carry a procedure of the pre-MDC; at most a few do.
    expect(ids('00').filter(id => nowhere.has(id)).length).toBeGreaterThanOrEqual(nowhere.size - 2);
    expect(ids('QY').length + ids('00').length - ambiguous.size - nowhere.size).toBeLessThan(30);
  });

  it('plants outliers beyond 3 times and below 0.3 times weight × 10,000 yuan', () => {
    const weights = new Map(
      facts.weights
        .trim()
        .split('\n')
        .map(line => line.split('\t'))
        .map(([drg, , weight]) => [drg!, Number(weight)]),
    );
    const [high, low] = [plantedIn('high_outlier'), plantedIn('low_outlier')];
    let astray = 0;
    for (const [i, row] of rows.entries()) {
      const weight = weights.get(answers[i]!.drg);
      if (!weight) continue;
      const ratio = Number(row.total) / (weight * 10_000);
      const [isHigh, isLow] = [high.has(row.stay_id!), low.has(row.stay_id!)];
      if (isHigh !== ratio > 3 || isLow !== ratio < 0.3) astray++;
    }
    // Only where the stay fell into another group than the one it was written for.
    expect(astray / rows.length).toBeLessThan(0.01);
    expect(high.size / rows.length).toBeCloseTo(0.02, 2);
    expect(low.size / rows.length).toBeCloseTo(0.03, 2);
  });

  it('has patients, insurances and places in about the shares intended', () => {
    const near = (actual: number, intended: number) => expect(Math.abs(actual - intended)).toBeLessThan(0.04);
    near(
      share(row => row.insurance !== '390'),
      0.6,
    );
    near(
      share(row => row.place === 'local'),
      0.8,
    );
    near(
      share(row => row.place === 'remote'),
      0.08,
    );
    expect(new Set(rows.map(row => row.insurance))).toEqual(new Set(['310', '390', '510']));
    expect(new Set(rows.map(row => row.department)).size).toBe(25);
    expect(Math.max(...rows.map(row => row.dx!.split('|').length))).toBeLessThanOrEqual(11);
    expect(rows.every(row => row.px!.split('|').length <= 6)).toBe(true);
  });
});

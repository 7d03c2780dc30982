import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { casemix } from './program.ts';

type Totals = Readonly<Record<'cost' | 'fund' | 'patient' | 'other' | 'margin', string>> & { readonly stays: number };
type Document = {
  readonly data: { readonly stays: number; readonly cost: string };
  readonly scenarios: readonly {
    readonly id: string;
    readonly input: number;
    readonly excluded: number;
    readonly in_scope: number;
    readonly totals: Totals;
    readonly by: Readonly<Record<string, readonly Totals[]>>;
  }[];
  readonly changes: readonly {
    readonly scenario: string;
    readonly totals: Totals;
    readonly by: Readonly<Record<string, readonly Totals[]>>;
  }[];
};

const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const amounts = ['cost', 'fund', 'patient', 'other', 'margin'] as const;

describe('a synthetic hospital through the whole program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-job-'));
  let truth: Readonly<Record<'cost' | 'fund' | 'patient' | 'other' | 'hospital_part', string>> & { readonly stays: number };
  let compared: Document;

  beforeAll(() => {
    expect(casemix(['synth', '--stays', '4000', '--seed', '7', '-o', folder]).status).toBe(0);
    truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
    const ran = casemix(['compare', 'scenarios/compare-2025.yaml', '--data', join(folder, 'stays.csv'), '--format', 'json']);
    expect(ran.status).toBe(0);
    compared = JSON.parse(ran.out);
  });

  it('fee for service equals the truth to the fen', () => {
    const { totals } = compared.scenarios[0]!;
    expect(compared.data).toMatchObject({ stays: truth.stays, cost: truth.cost });
    expect([totals.cost, totals.fund, totals.patient, totals.other]).toEqual([truth.cost, truth.fund, truth.patient, truth.other]);
    expect(fen(totals.margin)).toBe(-fen(truth.hospital_part));
  });

  it('every total is the sum of its parts in every dimension', () => {
    for (const { totals, by, input, excluded, in_scope } of compared.scenarios) {
      expect(input).toBe(excluded + in_scope);
      for (const rows of Object.values(by)) {
        expect(rows.reduce((sum, row) => sum + row.stays, 0)).toBe(totals.stays);
        for (const name of amounts) expect(rows.reduce((sum, row) => sum + fen(row[name]), 0n)).toBe(fen(totals[name]));
      }
    }
  });

  it('every change is the sum of its parts, and a static reform moves no patient burden', () => {
    for (const { totals, by } of compared.changes) {
      expect(totals.patient).toBe('0.00');
      for (const rows of Object.values(by)) {
        for (const name of amounts) expect(rows.reduce((sum, row) => sum + fen(row[name]), 0n)).toBe(fen(totals[name]));
      }
    }
  });

  it('cost + margin = fund + patient + other in every row', () => {
    const rows = compared.scenarios.flatMap(({ totals, by }) => [totals, ...Object.values(by).flat()]);
    for (const { cost, margin, fund, patient, other } of rows) expect(fen(cost) + fen(margin)).toBe(fen(fund) + fen(patient) + fen(other));
  });

  it('SQL over the views tells the same', () => {
    const statement =
      'SELECT scenario, sum(payment_fen) AS payment, sum(fund_fen) AS fund FROM v_stay_payment GROUP BY scenario ORDER BY scenario';
    const ran = casemix(['sql', join(folder, 'stays.csv'), statement, '--format', 'json']);
    expect(ran.status).toBe(0);
    const expected = [...compared.scenarios]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, totals }) => ({ scenario: id, fund: Number(fen(totals.fund)) }));
    expect(JSON.parse(ran.out).map(({ scenario, fund }: { scenario: string; fund: number }) => ({ scenario, fund }))).toEqual(expected);
  });

  it('a saved workspace answers like the file', () => {
    const saved = join(folder, 'w.casemix');
    expect(casemix(['load', join(folder, 'stays.csv'), '--save', saved]).status).toBe(0);
    const ran = casemix(['sql', saved, 'SELECT count(*) AS stays, sum(total_fen) AS total FROM v_stay', '--format', 'json']);
    expect(JSON.parse(ran.out)).toEqual([{ stays: 4000, total: Number(fen(truth.cost)) }]);
  });
});

describe('without a terminal', () => {
  it('no command is the demo', () => {
    const bare = casemix([]);
    expect(bare.status).toBe(0);
    expect(bare.out).toBe(casemix(['demo']).out);
  });

  it('only files are the demo on these files, and a file named like a command is not in the way', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casemix-bare-'));
    expect(casemix(['synth', '--stays', '60', '--seed', '9', '-o', folder]).status).toBe(0);
    const stays = join(folder, 'stays.csv');
    expect(casemix([stays, '--format', 'json']).out).toBe(casemix(['demo', stays, '--format', 'json']).out);
    expect(JSON.parse(casemix([stays, '--format', 'json']).out).load.loaded).toBe(60);
    writeFileSync(join(folder, 'demo'), '');
    expect(JSON.parse(casemix(['demo', '--format', 'json'], { cwd: folder }).out).load.loaded).toBe(10_000);
    expect(casemix([join(folder, 'none.csv')]).code).toBe('USAGE');
  });

  it('the demo as JSON has the five parts', () => {
    const { load, groups, settlement, comparison, score } = JSON.parse(casemix(['demo', '--format', 'json']).out);
    expect([load.read, load.loaded, load.refused]).toEqual([10_000, 10_000, 0]);
    expect(groups.map((one: { catalogue: string }) => one.catalogue)).toEqual(['chs-drg-1.1', 'chs-drg-2.0']);
    expect(settlement.map((one: { id: string }) => one.id)).toEqual(['ffs-2025', 'drg-1.1', 'drg-2.0']);
    expect(comparison.data.stays).toBe(10_000);
    expect(score).toBe(null);
  });

  it('every file named is read', () => {
    const two = mkdtempSync(join(tmpdir(), 'casemix-two-'));
    const header = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px';
    const file = (name: string, id: string) => {
      writeFileSync(join(two, name), `${header}\n${id},1,70,,,03,5,1,I63.900,\n`);
      return join(two, name);
    };
    const files = [file('a.csv', 'A1'), file('b.csv', 'B1'), file('c.csv', 'C1')];
    const ids = (out: string) =>
      out
        .split('\r\n')
        .slice(1, -1)
        .map(line => line.split(',')[0]);
    expect(ids(casemix(['group', ...files]).out)).toEqual(['A1', 'B1', 'C1']);
    expect(JSON.parse(casemix(['load', ...files, '--format', 'json']).out).files.map((one: { name: string }) => one.name)).toEqual([
      'a.csv',
      'b.csv',
      'c.csv',
    ]);
    expect(JSON.parse(casemix(['compare', 'scenarios/compare-2025.yaml', '--data', ...files, '--format', 'json']).out).data.stays).toBe(3);
    const shipped = ['scenarios/00-ffs-2025.yaml', 'scenarios/20-drg-2.0.yaml', 'scenarios/compare-2025.yaml'];
    expect(
      casemix(['scenario', 'check', ...shipped])
        .out.split('\n')
        .slice(0, -1)
        .map(line => line.split('：')[0]),
    ).toEqual(shipped);
  });

  it('the last word counts when an option is given twice', () => {
    const shown = casemix(['catalogue', 'list', '--lang', 'zh', '--lang', 'en']);
    expect([shown.status, shown.out.split(/\s+/)[0]]).toEqual([0, 'id']);
  });

  it('a reader that goes away is no failure, and stdin is a file', () => {
    const text = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px\nA1,1,70,,,03,5,1,I63.900,\n';
    const ran = casemix(['group', '-', '--quiet'], { input: text });
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out.split('\r\n')[1]).toBe('A1,MDCB,BR2,BR25,其他脑缺血性疾病，不伴合并症或并发症,none,grouped,,chs-drg-2.0');
  });
});

describe('installed catalogues and policies', () => {
  it('reproduce their known answers', () => {
    expect(casemix(['catalogue', 'verify']).status).toBe(0);
    expect(casemix(['policy', 'verify']).status).toBe(0);
  });
});

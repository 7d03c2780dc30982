/** The messy extract against a slow netting of its own: lines once, then everything of a visit added up, whatever its flags. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Benefit } from '../../src/synth/benefit.ts';
import { benefitOf } from '../../src/synth/benefit.ts';
import { furtherNumber, partBills, reversalOf, selfPaidBill } from '../../src/synth/layouts/bills.ts';
import { messySettlements } from '../../src/synth/layouts/messy-settlements.ts';
import { layoutLines } from '../../src/synth/layouts/write.ts';
import { papersFrom } from '../../src/synth/papers.ts';
import { randomFrom } from '../../src/synth/random.ts';
import { synthesise } from '../../src/synth/synthesise.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

type Row = Readonly<Record<string, string>>;

const synthesis = synthesise({ stays: 1500, seed: 21, year: 2025, facts });
const rowsOf = (text: string): readonly Row[] => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const [clean, stays] = [rowsOf([...layoutLines(synthesis, 'setl')].join('')), [...synthesis.stays]];
const messy = messySettlements(synthesis);
const text = [...messy.lines].join('');
const rows = rowsOf(text);
const truth = messy.truth();
const amounts = Object.keys(clean[0]!).filter(name => /^-?\d+\.\d\d$/.test(clean[0]![name]!));
const fen = (cell: string | undefined): bigint => BigInt(cell!.replace('.', ''));

/** mdtrt_id -> the sum of every amount. */
function netted(all: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, bigint>>> {
  const once = [...new Map(all.map(row => [JSON.stringify(row), row])).values()];
  const visits = new Map<string, Record<string, bigint>>();
  for (const row of once) {
    const sums = visits.get(row.mdtrt_id!) ?? Object.fromEntries(amounts.map(name => [name, 0n]));
    for (const name of amounts) sums[name] = sums[name]! + fen(row[name]);
    visits.set(row.mdtrt_id!, sums);
  }
  for (const [visit, sums] of visits) if (sums.medfee_sumamt === 0n) visits.delete(visit);
  return visits;
}
const planted = (kind: string) => truth.planted.find(one => one.kind === kind)!.stays;
const numberOf = (id: string): string => clean[Number(id.slice(1)) - 1]!.mdtrt_id!;

describe('a messy extract', () => {
  it('comes down to the clean one when it is netted, but for the stays that were taken back', () => {
    const gone = new Set(planted('refunded').map(numberOf));
    const wanted = new Map([...netted(clean)].filter(([visit]) => !gone.has(visit)));
    expect(gone.size).toBeGreaterThan(5);
    expect(netted(rows)).toEqual(wanted);
  });

  it('has the rows, stays and money its truth tells', () => {
    const left = [...netted(rows).values()];
    const sum = (name: string) => left.reduce((total, sums) => total + sums[name]!, 0n);
    expect([truth.rows, truth.stays]).toEqual([rows.length, left.length]);
    expect([truth.cost, truth.fund, truth.patient, truth.hospital_part].map(fen)).toEqual(
      ['medfee_sumamt', 'hifp_pay', 'psn_part_amt', 'hosp_part_amt'].map(sum),
    );
    expect(fen(truth.fund) + fen(truth.other)).toBe(sum('fund_pay_sumamt'));
  });

  it('has of every kind the lines that were planted, and one bill of all other stays', () => {
    const linesOf = new Map<string, Row[]>();
    for (const row of rows) linesOf.set(row.mdtrt_id!, [...(linesOf.get(row.mdtrt_id!) ?? []), row]);
    const marks = (row: Row) => `${row.medfee_sumamt!.startsWith('-') ? '-' : '+'}${row.refd_setl_flag}`;
    const shapes = (kind: string) => new Set(planted(kind).map(id => linesOf.get(numberOf(id))!.map(marks).join(' ')));
    expect(shapes('interim_bills')).toEqual(new Set(['+0 +0', '+0 +0 +0']));
    expect(shapes('cross_year_bills')).toEqual(new Set(['+0 +0']));
    expect(shapes('refunded')).toEqual(new Set(['+0 -1']));
    expect(shapes('settled_again')).toEqual(new Set(['+0 -1 +0', '+1 -1 +0']));
    expect(shapes('duplicate_line')).toEqual(new Set(['+0 +0']));
    for (const id of planted('duplicate_line')) {
      const [first, second] = linesOf.get(numberOf(id))!;
      expect(second).toEqual(first);
    }
    for (const id of planted('cross_year_bills')) {
      expect(linesOf.get(numberOf(id))!.map(row => [row.begndate!.slice(0, 4), row.enddate!.slice(0, 4)])).toEqual([
        ['2024', '2024'],
        ['2024', '2025'],
      ]);
    }
    const touched = new Set(truth.planted.flatMap(one => one.stays));
    expect(touched.size).toBe(truth.planted.reduce((sum, { count }) => sum + count, 0));
    for (const { id } of stays) if (!touched.has(id)) expect(linesOf.get(numberOf(id))).toHaveLength(1);
  });

  it('gives every bill a number of its own and the last one that of the stay', () => {
    const once = [...new Map(rows.map(row => [JSON.stringify(row), row])).values()];
    expect(new Set(once.map(row => row.setl_id)).size).toBe(once.length);
    for (const id of [...planted('interim_bills'), ...planted('settled_again')]) {
      const last = rows.filter(row => row.mdtrt_id === numberOf(id)).at(-1)!;
      expect(last.setl_id).toBe(clean[Number(id.slice(1)) - 1]!.setl_id);
    }
  });

  it('is the same again, and knows its truth before it was walked through', () => {
    const again = messySettlements(synthesise({ stays: 1500, seed: 21, year: 2025, facts }));
    expect(again.truth()).toEqual(truth);
    expect([...again.lines].join('')).toBe(text);
  });
});

describe('bills of one stay', () => {
  const known = stays[0]!;

  it('divided by time add up in every amount, and in every bill', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 900_000_000 }), fc.integer({ min: 8, max: 120 }), fc.integer(), (total, days, seed) => {
        const benefit = benefitOf(total, known.patient, randomFrom(seed));
        const papers = papersFrom(1)({ ...known, bill: { ...known.bill, total, days }, benefit }, 0);
        const ends = [papers.admitted + 3, papers.admitted + 7, known.discharged];
        const parts = partBills(papers, ends);
        for (const column of Object.keys(benefit) as (keyof Benefit)[]) {
          expect(parts.reduce((sum, part) => sum + part.benefit[column], 0)).toBe(benefit[column]);
        }
        for (const part of parts) {
          const { own_pay, over_limit, pre_selfpay, in_scope, deductible: _, ...payers } = part.benefit;
          expect(own_pay + over_limit + pre_selfpay + in_scope).toBe(part.total);
          expect(Object.values(payers).reduce((a, b) => a + b)).toBe(part.total);
          expect(Object.values(part.benefit).every(amount => amount >= 0)).toBe(true);
        }
        expect([parts[0]!.from, parts[1]!.from, parts[2]!.to]).toEqual([papers.admitted, ends[0], known.discharged]);
      }),
    );
  });

  it('are numbered from the stay’s own number, and begin again behind 999999', () => {
    const papers = papersFrom(999_999)(known, 0);
    expect(papers.settlement.slice(24)).toBe('999999');
    expect([0, 1, 2].map(nth => furtherNumber(papers, nth).slice(24))).toEqual(['999999', '000000', '000001']);
    expect(furtherNumber(papers, 1).slice(0, 24)).toBe(papers.settlement.slice(0, 24));
  });

  it('settled without insurance are paid in cash, and taken back to nothing', () => {
    const papers = papersFrom(1)(known, 0);
    const bill = selfPaidBill(papers, '1');
    const { own_pay, over_limit, pre_selfpay, in_scope, hospital_part, ...rest } = known.benefit;
    expect(bill.benefit).toEqual({
      ...Object.fromEntries(Object.keys(rest).map(column => [column, 0])),
      ...{ own_pay, over_limit, pre_selfpay, in_scope, hospital_part, cash: known.bill.total - hospital_part },
    });
    const back = reversalOf(bill, { settlement: '2', settled: 5 });
    expect([back.settlement, back.settled, back.refunded, back.total + bill.total]).toEqual(['2', 5, 1, 0]);
    expect(Object.entries(back.benefit).every(([column, amount]) => amount + bill.benefit[column as keyof Benefit] === 0)).toBe(true);
  });
});

/** Tables of stays written as rows a person can read, and back. */

import type { FindingRule } from '../../src/stay/finding.ts';
import type { Document } from '../../src/stay/stay-table.ts';
import { MISSING, type MoneyField, moneyFields, NO_DATE, type StayTable, type WordColumn } from '../../src/stay/stay-table.ts';

/** Days are day numbers, amounts whole fen; what is left out is missing. */
export type Bill = {
  readonly paper?: Document;
  readonly visit?: string;
  readonly id?: string;
  readonly patient?: string;
  readonly sex?: 1 | 2;
  readonly age?: number;
  readonly ageDays?: number;
  readonly weight?: number;
  readonly dx?: readonly string[];
  readonly px?: readonly string[];
  readonly department?: string;
  readonly from?: number;
  readonly to?: number;
  readonly days?: number;
  readonly settled?: number;
  readonly refunded?: 0 | 1;
} & Partial<Record<MoneyField, number>>;

const papers: readonly Document[] = ['stay', 'list', 'front_page', 'settlement'];

/** One file for each kind of paper; the row number of a bill is its place + 2. */
export function tableOf(bills: readonly Bill[]): StayTable {
  const whole = (of: (bill: Bill) => number | undefined, missing: number) => Int32Array.from(bills, bill => of(bill) ?? missing);
  const words = (of: (bill: Bill) => string | undefined): WordColumn => {
    const dictionary = ['', ...new Set(bills.map(of).filter(word => word !== undefined))];
    return { words: dictionary, codes: Uint32Array.from(bills, bill => dictionary.indexOf(of(bill) ?? '')) };
  };
  const lists = (of: (bill: Bill) => readonly string[] | undefined) => {
    const all = bills.map(bill => of(bill) ?? []);
    const dictionary = [...new Set(all.flat())];
    const offsets = Uint32Array.from([0, ...all.map((_, i) => all.slice(0, i + 1).flat().length)]);
    return { offsets, codes: Uint32Array.from(all.flat(), word => dictionary.indexOf(word)), words: dictionary };
  };
  const given = moneyFields.filter(field => bills.some(bill => bill[field] !== undefined));
  return {
    count: bills.length,
    words: { department: words(bill => bill.department) },
    sex: new Uint8Array(whole(bill => bill.sex, 0)),
    age: new Int16Array(whole(bill => bill.age, MISSING)),
    ageDays: new Int16Array(whole(bill => bill.ageDays, MISSING)),
    birthWeight: whole(bill => bill.weight, MISSING),
    dx: lists(bill => bill.dx),
    px: lists(bill => bill.px),
    days: whole(bill => bill.days, MISSING),
    admitted: whole(bill => bill.from, NO_DATE),
    discharged: whole(bill => bill.to, NO_DATE),
    settled: whole(bill => bill.settled, NO_DATE),
    refunded: new Uint8Array(whole(bill => bill.refunded, 2)),
    patientKey: words(bill => bill.patient),
    settlementKey: words(bill => bill.id),
    visitKey: words(bill => bill.visit),
    money: Object.fromEntries(given.map(field => [field, Float64Array.from(bills, bill => bill[field] ?? Number.NaN)])),
    files: papers.map(document => ({
      name: `${document}.csv`,
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      profile: 'test',
      read: 0,
      loaded: 0,
      refused: 0,
      reading: {
        format: 'text',
        document,
        score: 1,
        basis: 'assumption',
        headerRow: 1,
        separator: ',',
        columns: [],
        dropped: [],
        unused: [],
        known: [],
      },
    })),
    sourceFile: Uint16Array.from(bills, ({ paper = 'stay' }) => papers.indexOf(paper)),
    sourceRow: Uint32Array.from(bills, (_, i) => i + 2),
  };
}

/** The rows of a table; what is missing is left out. */
export function billsOf(table: StayTable): Bill[] {
  const word = (column: WordColumn | undefined, row: number) => column?.words[column.codes[row]!] || undefined;
  const known = (value: number | undefined, missing: number) => (value === undefined || Object.is(value, missing) ? undefined : value);
  const list = ({ offsets, codes, words }: StayTable['dx'], row: number) => {
    const found = [...codes.subarray(offsets[row]!, offsets[row + 1]!)].map(code => words[code]!);
    return found.length > 0 ? found : undefined;
  };
  return Array.from({ length: table.count }, (_, row) => {
    const bill = {
      paper: papers[table.sourceFile[row]!],
      visit: word(table.visitKey, row),
      id: word(table.settlementKey, row),
      patient: word(table.patientKey, row),
      sex: known(table.sex[row], 0),
      age: known(table.age[row], MISSING),
      ageDays: known(table.ageDays[row], MISSING),
      weight: known(table.birthWeight[row], MISSING),
      dx: list(table.dx, row),
      px: list(table.px, row),
      department: word(table.words.department, row),
      from: known(table.admitted?.[row], NO_DATE),
      to: known(table.discharged?.[row], NO_DATE),
      days: known(table.days[row], MISSING),
      settled: known(table.settled?.[row], NO_DATE),
      refunded: known(table.refunded?.[row], 2),
      ...Object.fromEntries(moneyFields.map(field => [field, known(table.money[field]?.[row], Number.NaN)])),
    };
    return Object.fromEntries(Object.entries(bill).filter(([, value]) => value !== undefined)) as Bill;
  });
}

export type Noted = readonly [row: number, rule: FindingRule];

/** What was noted, by row; `field` only where asked for. */
export function notes() {
  const list: Noted[] = [];
  const fields: string[] = [];
  return {
    list,
    fields,
    note: (row: number, field: string, rule: FindingRule) => {
      list.push([row, rule]);
      fields.push(`${row} ${field} ${rule}`);
    },
    sorted: (): Noted[] => list.toSorted(([a, ruleA], [b, ruleB]) => a - b || ruleA.localeCompare(ruleB)),
  };
}

/** A load written out by hand: one object a stay, laid down as columns. Amounts in yuan as text, blank where the cell is empty. */
import { toFen } from '../../src/money.ts';
import { MISSING, type MoneyField, NO_DATE, NO_MONEY, type StayTable, type WordColumn } from '../../src/stay/stay-table.ts';

export type WrittenStay = {
  readonly hospital?: string;
  readonly department?: string;
  readonly insurance?: string;
  readonly insured_region?: string;
  readonly place?: string;
  readonly level?: string;
  readonly discharge_way?: string;
  readonly settled?: string;
  readonly discharged?: string;
  readonly days?: number;
  readonly age?: number;
  readonly age_days?: number;
  /** '1' yes, '0' no, '' not said. */
  readonly day_surgery?: string;
  readonly icu_hours?: number;
  readonly total?: string;
  readonly fund?: string;
  readonly account?: string;
  readonly cash?: string;
  readonly medical_aid?: string;
  readonly materials?: string;
  readonly own_pay?: string;
  readonly over_limit?: string;
  readonly pre_selfpay?: string;
  readonly in_scope?: string;
  readonly deductible?: string;
};

export function hospitalOf(stays: readonly WrittenStay[]): StayTable {
  const words = (of: (stay: WrittenStay) => string | undefined) => wordColumn(stays.map(stay => of(stay) ?? ''));
  const day = (text: string | undefined) => (text === undefined ? NO_DATE : Date.parse(`${text}T00:00:00Z`) / 86_400_000);
  const fen = (field: MoneyField & keyof WrittenStay) =>
    stays.some(stay => stay[field] !== undefined)
      ? { [field]: Float64Array.from(stays, stay => (stay[field] ? toFen(stay[field]!) : NO_MONEY)) }
      : {};
  const noCodes = { offsets: new Uint32Array(stays.length + 1), codes: new Uint32Array(0), words: [''] };
  return {
    count: stays.length,
    words: {
      hospital: words(stay => stay.hospital),
      department: words(stay => stay.department),
      insurance: words(stay => stay.insurance),
      insured_region: words(stay => stay.insured_region),
      place: words(stay => stay.place),
      hospital_level: words(stay => stay.level),
      discharge_way: words(stay => stay.discharge_way),
    },
    sex: new Uint8Array(stays.length).fill(1),
    age: Int16Array.from(stays, stay => stay.age ?? MISSING),
    ageDays: Int16Array.from(stays, stay => stay.age_days ?? MISSING),
    daySurgery: Uint8Array.from(stays, stay => (stay.day_surgery ? Number(stay.day_surgery) : 2)),
    icuHours: Float64Array.from(stays, stay => stay.icu_hours ?? MISSING),
    birthWeight: new Int32Array(stays.length).fill(MISSING),
    dx: noCodes,
    px: noCodes,
    days: Int32Array.from(stays, stay => stay.days ?? MISSING),
    settled: Int32Array.from(stays, stay => day(stay.settled)),
    discharged: Int32Array.from(stays, stay => day(stay.discharged)),
    money: {
      ...{ ...fen('total'), ...fen('fund'), ...fen('account'), ...fen('cash'), ...fen('medical_aid'), ...fen('materials') },
      ...{ ...fen('own_pay'), ...fen('over_limit'), ...fen('pre_selfpay'), ...fen('in_scope'), ...fen('deductible') },
    },
    files: [
      {
        name: 'written.csv',
        sha256: 'f'.repeat(64),
        encoding: 'utf-8',
        profile: 'own',
        read: stays.length,
        loaded: stays.length,
        refused: 0,
      },
    ],
    sourceFile: new Uint16Array(stays.length),
    sourceRow: Uint32Array.from(stays, (_, i) => i + 2),
  };
}

function wordColumn(values: readonly string[]): WordColumn {
  const words = ['', ...new Set(values.filter(value => value !== ''))];
  return { codes: Uint32Array.from(values, value => words.indexOf(value)), words };
}

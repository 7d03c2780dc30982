/** The stays of a workspace as tables: one row a stay, one a settlement, one a diagnosis, one a procedure and one an item line. */
import type { CodeLists } from '../../grouper/cases.ts';
import type { ChargeLines } from '../stay/charge-lines.ts';
import { dayText } from '../stay/day-text.ts';
import { NO_STAY, type Settlements } from '../stay/settlements.ts';
import {
  chargeCategories,
  identifierFields,
  MISSING,
  moneyFields,
  NO_DATE,
  otherOf,
  patientOf,
  type StayTable,
  stayId,
  type WordColumn,
} from '../stay/stay-table.ts';
import { type ColumnSource, integers, NULL, ROWID, type TableSource } from './column-source.ts';
import { identifierKinds } from './tables.ts';

/** Row number of the first stay; stay and row differ by it everywhere. */
export const FIRST_STAY = 1;

/** Yes and no are known, 2 is not. */
const UNKNOWN = 2;

export function staySources(stays: StayTable): readonly TableSource[] {
  return [
    stayTable(stays),
    stays.settlements ? settlementTable(stays.settlements) : ownSettlements(stays),
    codeTable('diagnosis', stays.dx),
    codeTable('procedure', stays.px),
    ...(stays.charges ? [chargeTable(stays.charges)] : []),
    ...(stays.identifiers ? [identifierTable(stays.identifiers)] : []),
  ];
}

function stayTable(stays: StayTable): TableSource {
  const { words, money, dx, px } = stays;
  return {
    table: 'stay',
    first: FIRST_STAY,
    count: stays.count,
    columns: {
      stay: ROWID,
      stay_id: { kind: 'text', at: stayId },
      visit_id: word(stays.visitKey),
      patient_key: word(stays.patientKey),
      hospital: word(words.hospital),
      hospital_level: word(words.hospital_level),
      insurance: word(words.insurance),
      patient_category: word(words.patient_category),
      visit_type: word(words.visit_type),
      place: word(words.place),
      insured_region: word(words.insured_region),
      sex: integers(stays.sex, 0),
      age: integers(stays.age, MISSING),
      age_days: integers(stays.ageDays, MISSING),
      birth_weight_g: integers(stays.birthWeight, MISSING),
      admitted: date(stays.admitted),
      discharged: date(stays.discharged),
      days: integers(stays.days, MISSING),
      discharge_way: word(words.discharge_way),
      department: word(words.department),
      doctor: word(words.doctor),
      day_surgery: integers(stays.daySurgery, UNKNOWN),
      icu_hours: reals(stays.icuHours),
      vent_hours: reals(stays.ventHours),
      readmit_planned: integers(stays.readmitPlanned, UNKNOWN),
      principal_dx: firstCode(dx, stays.count),
      main_px: firstCode(px, stays.count),
      ...Object.fromEntries(moneyFields.map(field => [`${field}_fen`, integers(money[field])])),
      settled: date(stays.settled),
      refunded: integers(stays.refunded, UNKNOWN),
      insurer_drg: word(stays.insurer?.drg),
      insurer_weight: word(stays.insurer?.weight),
      insurer_payment_fen: integers(stays.insurer?.payment),
      charge_lines: linesOf(stays),
      ...sourceOf(stays),
    },
  };
}

const sourceOf = ({ sourceFile, sourceRow }: Pick<StayTable, 'sourceFile' | 'sourceRow'>) => ({
  source_file: integers(sourceFile.map(file => file + 1)),
  source_row: integers(sourceRow),
});

/** Item lines of every stay. */
function linesOf({ charges, count }: StayTable): ColumnSource {
  if (!charges) return { kind: 'same', value: 0 };
  const lines = new Uint32Array(count);
  for (const stay of charges.stay) lines[stay]!++;
  return integers(lines);
}

/** Settlements as they were joined; where none of a visit is left no stay is named. */
function settlementTable(settlements: Settlements): TableSource {
  const { count, stay, key, settled, refunded, total, fund, patient, other } = settlements;
  return {
    table: 'settlement',
    first: FIRST_STAY,
    count,
    columns: {
      settlement: ROWID,
      stay: integers(Float64Array.from(stay, row => (row === NO_STAY ? Number.NaN : row + FIRST_STAY))),
      settlement_key: word(key),
      settled: date(settled),
      refunded: integers(refunded, UNKNOWN),
      total_fen: integers(total),
      fund_fen: integers(fund),
      patient_fen: integers(patient),
      other_fen: integers(other),
      ...sourceOf(settlements),
    },
  };
}

/** One settlement a stay. */
function ownSettlements(stays: StayTable): TableSource {
  const { money, count } = stays;
  const column = (amount: (stays: StayTable, row: number) => number) =>
    integers(Float64Array.from({ length: count }, (_, row) => amount(stays, row)));
  return {
    table: 'settlement',
    first: FIRST_STAY,
    count,
    columns: {
      settlement: ROWID,
      stay: ROWID,
      settlement_key: word(stays.settlementKey),
      settled: date(stays.settled),
      refunded: integers(stays.refunded, UNKNOWN),
      total_fen: integers(money.total),
      fund_fen: integers(money.fund),
      patient_fen: column(patientOf),
      other_fen: column(otherAsGiven),
      ...sourceOf(stays),
    },
  };
}

function chargeTable(lines: ChargeLines): TableSource {
  const { count, stay, category, item, name, quantity, price, amount, charged, selfpayShare } = lines;
  return {
    table: 'charge',
    first: 1,
    count,
    columns: {
      charge: ROWID,
      stay: integers(stay.map(row => row + FIRST_STAY)),
      category: { kind: 'word', codes: category, words: [null, ...chargeCategories] },
      item: word(item),
      name: word(name),
      quantity: reals(quantity),
      price_fen: integers(price),
      amount_fen: integers(amount),
      charged: date(charged),
      selfpay_share: reals(selfpayShare),
      ...sourceOf(lines),
    },
  };
}

/** One row for every number or name of a stay that was kept, in the order of the stays. */
function identifierTable(identifiers: NonNullable<StayTable['identifiers']>): TableSource {
  const given = identifierFields.flatMap((field, kind) => {
    const column = identifiers[field];
    return column ? [{ kind, ...column }] : [];
  });
  const count = given.reduce((sum, { codes }) => sum + codes.reduce((known, code) => known + (code === 0 ? 0 : 1), 0), 0);
  const [stay, kind, value] = [new Uint32Array(count), new Uint8Array(count), new Uint32Array(count)];
  const words = given.flatMap(column => column.words);
  let at = 0;
  for (let row = 0; row < (given[0]?.codes.length ?? 0); row++) {
    let first = 0;
    for (const column of given) {
      const code = column.codes[row]!;
      if (code !== 0) {
        stay[at] = row + FIRST_STAY;
        kind[at] = column.kind;
        value[at] = first + code;
        at++;
      }
      first += column.words.length;
    }
  }
  return {
    table: 'identifier',
    first: 1,
    count,
    columns: {
      identifier: ROWID,
      stay: integers(stay),
      kind: { kind: 'word', codes: kind, words: identifierKinds },
      value: { kind: 'word', codes: value, words },
    },
  };
}

/** Where no payer of the stay is filled in, the other funds are not known either. */
const otherAsGiven = (stays: StayTable, row: number): number => {
  const other = otherOf(stays, row);
  const silent = other === 0 && Number.isNaN(stays.money.fund?.[row] ?? Number.NaN) && Number.isNaN(patientOf(stays, row));
  return silent ? Number.NaN : other;
};

function codeTable(table: 'diagnosis' | 'procedure', { offsets, codes, words }: CodeLists): TableSource {
  const total = codes.length;
  const stay = new Uint32Array(total);
  const seq = new Uint16Array(total);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const from = offsets[row]!;
    for (let i = from; i < offsets[row + 1]!; i++) {
      stay[i] = row + FIRST_STAY;
      seq[i] = i - from + 1;
    }
  }
  return {
    table,
    first: 1,
    count: offsets.at(-1) ?? 0,
    columns: { [table]: ROWID, stay: integers(stay), seq: integers(seq), code: { kind: 'word', codes, words } },
  };
}

const word = (column: WordColumn | undefined): ColumnSource =>
  column ? { kind: 'word', codes: column.codes, words: column.words.map(text => text || null) } : NULL;

const reals = (values: Float64Array | undefined): ColumnSource => (values ? { kind: 'real', values } : NULL);

/** Days of a year repeat: each becomes text once. */
function date(days: Int32Array | undefined): ColumnSource {
  if (!days) return NULL;
  const words: (string | null)[] = [];
  const wordOf = new Map<number, number>();
  const codes = days.map(day => {
    const known = wordOf.get(day);
    if (known !== undefined) return known;
    wordOf.set(day, words.length);
    return words.push(day === NO_DATE ? null : dayText(day)) - 1;
  });
  return { kind: 'word', codes, words };
}

/** The first code of every list, NULL where the list is empty. */
function firstCode({ offsets, codes, words }: CodeLists, count: number): ColumnSource {
  const none = words.length;
  const first = Uint32Array.from({ length: count }, (_, row) => (offsets[row]! < offsets[row + 1]! ? codes[offsets[row]!]! : none));
  return { kind: 'word', codes: first, words: [...words, null] };
}

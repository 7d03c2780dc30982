/** What the stays of a load have values of: a bit a column and stay, so that any combination is counted in one pass. */
import type { OwnColumn } from './own-layout.ts';
import { chargeCategories, MISSING, type MoneyField, NO_DATE, type StayTable, type WordColumn } from './stay-table.ts';

/** `patient` is the account or the cash of a stay, `charges` any charge category of it, `items` its item lines. */
const givens = [
  'stay_id',
  'patient_key',
  'dx',
  'px',
  'sex',
  'age',
  'age_days',
  'birth_weight_g',
  'insurance',
  'department',
  'doctor',
  'days',
  'admitted',
  'discharged',
  'settled',
  'readmit_planned',
  'total',
  'fund',
  'patient',
  'charges',
  ...chargeCategories,
  'items',
  'insurer_drg',
  'insurer_weight',
  'insurer_payment',
] as const;
export type Given = (typeof givens)[number];

export type GivenColumns = {
  /** Some stay has a value; of a column that was read and not kept, some file has it. */
  has(column: Given): boolean;
  /** The table keeps the column, so that stays with a value can be counted. */
  isCounted(column: Given): boolean;
  /** Stays that have a value of each of these. */
  staysWith(columns: readonly Given[]): number;
};

/** A column at a time: yields the part done after each, so that keys are answered while a million stays are looked at. */
export function* givenInTurns(table: StayTable): Generator<number, GivenColumns, void> {
  const marks = new Map<Given, number>();
  const found = new Set<Given>();
  const bits = new Uint32Array(table.count);
  for (const [i, given] of counted.entries()) {
    yield i / counted.length;
    const fill = fillOf(table, given);
    if (!fill) continue;
    const bit = 1 << marks.size;
    marks.set(given, bit);
    if (fill(bits, bit) > 0) found.add(given);
  }
  const staysWith = (columns: readonly Given[]): number => {
    const wanted = columns.reduce((all, column) => all | (marks.get(column) ?? 0), 0);
    let stays = 0;
    for (let row = 0; row < bits.length; row++) if ((bits[row]! & wanted) === wanted) stays++;
    return stays;
  };
  const read = new Set(table.files.flatMap(({ reading }) => reading?.columns.map(({ field }) => field) ?? []));
  const isRead = (given: Given): boolean => (names[given] ?? [given]).some(name => read.has(name));
  return {
    has: column => (marks.has(column) ? found.has(column) : isCategory(column) ? hasAmount(table, column) : isRead(column)),
    isCounted: column => marks.has(column),
    staysWith,
  };
}

function isCategory(given: Given): given is (typeof chargeCategories)[number] {
  return (chargeCategories as readonly string[]).includes(given);
}

/** All but single charge categories, of which only the columns are asked: at most 31 bits. */
const counted = givens.filter(given => !isCategory(given));

/** Our columns behind what is no column itself. */
const names: Readonly<Partial<Record<Given, readonly OwnColumn[]>>> = {
  patient: ['account', 'cash'],
  charges: chargeCategories,
  items: ['amount', 'item_code'],
};

const hasAmount = ({ money }: StayTable, category: MoneyField): boolean => money[category]?.some(fen => !Number.isNaN(fen)) === true;

/** Sets the bit of every stay that has a value; how many they are. */
type Fill = (bits: Uint32Array, bit: number) => number;

function fillOf(table: StayTable, given: Given): Fill | undefined {
  const { words, money, insurer = {} } = table;
  switch (given) {
    case 'stay_id':
      return wordsFilled(table.settlementKey);
    case 'patient_key':
      return wordsFilled(table.patientKey);
    case 'insurance':
    case 'department':
    case 'doctor':
      return wordsFilled(words[given]);
    case 'insurer_drg':
      return wordsFilled(insurer.drg);
    case 'insurer_weight':
      return wordsFilled(insurer.weight);
    case 'dx':
    case 'px':
      return listsFilled(table[given].offsets);
    case 'sex':
      return filled(table.sex, 0);
    case 'age':
      return filled(table.age, MISSING);
    case 'age_days':
      return filled(table.ageDays, MISSING);
    case 'birth_weight_g':
      return filled(table.birthWeight, MISSING);
    case 'days':
      return filled(table.days, MISSING);
    case 'admitted':
    case 'discharged':
    case 'settled':
      return filled(table[given], NO_DATE);
    case 'readmit_planned':
      return filled(table.readmitPlanned, 2);
    case 'total':
    case 'fund':
      return amountsFilled([money[given]]);
    case 'patient':
      return amountsFilled([money.account, money.cash]);
    case 'charges':
      return amountsFilled(chargeCategories.map(field => money[field]));
    case 'insurer_payment':
      return amountsFilled([insurer.payment]);
    case 'items':
      return table.charges && linesFilled(table.charges);
    default:
      return undefined;
  }
}

const wordsFilled = (column: WordColumn | undefined): Fill | undefined => filled(column?.codes, 0);

function filled(values: ArrayLike<number> | undefined, missing: number): Fill | undefined {
  if (!values) return undefined;
  return (bits, bit) => {
    let n = 0;
    for (let row = 0; row < bits.length; row++) {
      if (values[row] === missing) continue;
      bits[row]! |= bit;
      n++;
    }
    return n;
  };
}

const listsFilled =
  (offsets: Uint32Array): Fill =>
  (bits, bit) => {
    let n = 0;
    for (let row = 0; row < bits.length; row++) {
      if (offsets[row + 1] === offsets[row]) continue;
      bits[row]! |= bit;
      n++;
    }
    return n;
  };

/** A value in any of the columns. */
function amountsFilled(columns: readonly (Float64Array | undefined)[]): Fill | undefined {
  const there = columns.filter(column => column !== undefined);
  if (there.length === 0) return undefined;
  return (bits, bit) => {
    let n = 0;
    for (const column of there) {
      if (n === bits.length) break;
      for (let row = 0; row < bits.length; row++) {
        if ((bits[row]! & bit) !== 0 || Number.isNaN(column[row])) continue;
        bits[row]! |= bit;
        n++;
      }
    }
    return n;
  };
}

const linesFilled =
  ({ count, stay }: { readonly count: number; readonly stay: Uint32Array }): Fill =>
  (bits, bit) => {
    let n = 0;
    for (let line = 0; line < count; line++) {
      const row = stay[line]!;
      if (row >= bits.length || (bits[row]! & bit) !== 0) continue;
      bits[row]! |= bit;
      n++;
    }
    return n;
  };

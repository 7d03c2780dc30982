/** Stays that a person wrote down, as a load: the columns, the group of each and the number of that group, ready to be settled. */
import type { CodeLists } from '../../grouper/cases.ts';
import { type Group, type GroupColumns, NO_DECIDER, NO_ROW } from '../../grouper/result.ts';
import { type Decimal, toFen } from '../money.ts';
import { type GivenStay, givenAmounts } from '../policy/given-stay.ts';
import type { Leaves } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';
import { MISSING, type MoneyField, NO_DATE, NO_MONEY, type StayTable, type WordColumn, type WordField } from '../stay/stay-table.ts';
import { readWeights, type WeightTable } from './weights.ts';

export type GivenLoad = {
  readonly stays: StayTable;
  readonly grouping: GroupColumns;
  readonly groups: readonly Group[];
  /** Of the numbers that are given; undefined: the table of the policy says them. */
  readonly weights: WeightTable | undefined;
};

/** `policy` says what its table holds: the number that is given stands in every column that it prices by. Each stay is a group of its own. */
export function givenLoad(given: readonly GivenStay[], { leaves }: Policy): GivenLoad {
  const weighed = given.flatMap(({ numbers: { weight }, words: { drg = unnamed } }) => (weight ? [{ drg, weight }] : []));
  return {
    stays: staysOf(given),
    grouping: oneEach(given.length),
    groups: given.map(({ words: { drg = unnamed } }) => groupOf(drg)),
    weights: weighed.length === 0 ? undefined : tableOf(weighed, leaves),
  };
}

/** What stands for the file of the numbers that are given: they stand where the stay does. */
export const givenFile = 'given';

/** The group of a stay whose weight alone is given. */
const unnamed = 'GIVEN';

/** 0000 and xQY are what they are in every catalogue. */
const groupOf = (drg: string): Group => ({
  mdc: drg === '0000' ? '0000' : `MDC${drg.slice(0, 1)}`,
  adrg: drg.slice(0, 3),
  drg,
  name: '',
  status: drg === '0000' ? 'ungrouped' : /^.QY$/.test(drg) ? 'ambiguous' : 'grouped',
});

const oneEach = (count: number): GroupColumns => ({
  count,
  group: Uint16Array.from({ length: count }, (_, row) => row),
  row: new Uint16Array(count).fill(NO_ROW),
  severity: new Uint8Array(count),
  decider: new Uint8Array(count).fill(NO_DECIDER),
});

function tableOf(weighed: readonly { readonly drg: string; readonly weight: Decimal }[], leaves: Leaves): WeightTable {
  const unit = String(leaves.get('weights.unit')?.value ?? 'weight');
  const named = (path: string) => [...leaves].flatMap(([name, { value }]) => (name.startsWith(path) ? [String(value)] : []));
  const priced = [...new Set([unit, ...named('weights.columns.')])];
  // the weight of a standard only chooses the tier, a coefficient of the group is its own: neither is given, both stay blank
  const blank = [...(unit === 'yuan' ? ['weight'] : []), ...named('hospital_coefficient.columns.')];
  const rows = weighed.map(({ drg, weight }) => [drg, ...priced.map(() => weight.toFixed()), ...blank.map(() => '')]);
  return readWeights([['drg', ...priced, ...blank], ...rows].map(row => `${row.join('\t')}\n`).join(''), givenFile);
}

function staysOf(given: readonly GivenStay[]): StayTable {
  const count = given.length;
  const whole = (of: (stay: GivenStay) => number | undefined, missing: number) => Int32Array.from(given, stay => of(stay) ?? missing);
  const hours = (of: (stay: GivenStay) => number | undefined) => Float64Array.from(given, stay => of(stay) ?? Number.NaN);
  return {
    count,
    sex: new Uint8Array(count),
    age: Int16Array.from(given, stay => stay.counts.age ?? MISSING),
    ageDays: Int16Array.from(given, stay => stay.counts.age_days ?? MISSING),
    birthWeight: new Int32Array(count).fill(MISSING),
    dx: codesOf(given.map(stay => stay.words.dx)),
    px: codesOf(given.map(stay => stay.words.px)),
    words: wordsOf(given),
    days: whole(stay => stay.counts.days, MISSING),
    admitted: whole(stay => stay.days.admitted, NO_DATE),
    discharged: whole(stay => stay.days.discharged, NO_DATE),
    settled: whole(stay => stay.days.settled, NO_DATE),
    daySurgery: Uint8Array.from(given, ({ words: { day_surgery: day } }) => (day === '1' ? 1 : day === '0' ? 0 : 2)),
    icuHours: hours(stay => stay.counts.icu_hours),
    ventHours: hours(stay => stay.counts.vent_hours),
    money: moneyOf(given),
    files: [],
    sourceFile: new Uint16Array(count),
    sourceRow: Uint32Array.from(given, (_, row) => row),
  };
}

const fields: readonly (readonly [WordField, keyof GivenStay['words']])[] = [
  ['insurance', 'insurance'],
  ['hospital_level', 'level'],
  ['hospital', 'hospital'],
  ['department', 'department'],
  ['discharge_way', 'discharge_way'],
  ['visit_type', 'visit_type'],
  ['place', 'place'],
  ['patient_category', 'patient_category'],
  ['insured_region', 'insured_region'],
];

function wordsOf(given: readonly GivenStay[]): StayTable['words'] {
  const columns: Partial<Record<WordField, WordColumn>> = {};
  for (const [field, name] of fields) {
    const words = ['', ...new Set(given.flatMap(stay => stay.words[name] ?? []))];
    if (words.length > 1) columns[field] = { codes: Uint32Array.from(given, stay => words.indexOf(stay.words[name] ?? '')), words };
  }
  return columns;
}

function codesOf(lists: readonly (string | undefined)[]): CodeLists {
  const codes = lists.map(list => list?.split('|') ?? []);
  const words = ['', ...new Set(codes.flat())];
  let end = 0;
  return {
    offsets: Uint32Array.from([0, ...codes.map(({ length }) => (end += length))]),
    codes: Uint32Array.from(codes.flat(), code => words.indexOf(code)),
    words,
  };
}

/** Without `fund` the fund paid what the patient and the others did not; without any payer nobody is known to have paid. */
function moneyOf(given: readonly GivenStay[]): StayTable['money'] {
  const money: Partial<Record<MoneyField, Float64Array>> = {};
  const put = (field: MoneyField, of: (amounts: GivenStay['amounts']) => number | undefined) => {
    if (given.some(({ amounts }) => of(amounts) !== undefined))
      money[field] = Float64Array.from(given, ({ amounts }) => of(amounts) ?? NO_MONEY);
  };
  const fen = (amount: Decimal | undefined): number | undefined => amount && toFen(amount);
  put('total', ({ cost }) => toFen(cost));
  put('cash', ({ patient, account }) => patient && toFen(patient) - (fen(account) ?? 0));
  put('other_fund', ({ other }) => fen(other));
  put('fund', ({ cost, fund, patient, other }) => fen(fund) ?? (patient && toFen(cost) - toFen(patient) - (fen(other) ?? 0)));
  for (const name of givenAmounts) {
    if (name === 'cost' || name === 'fund' || name === 'patient' || name === 'other') continue;
    put(name, amounts => fen(amounts[name]));
  }
  return money;
}

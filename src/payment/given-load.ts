/** A stay that a person wrote down, as a load of one: the columns, its group and the weight of that group, ready to be settled. */
import type { CodeLists } from '../../grouper/cases.ts';
import { type Group, type GroupColumns, NO_DECIDER, NO_ROW } from '../../grouper/result.ts';
import { toFen } from '../money.ts';
import type { GivenStay } from '../policy/given-stay.ts';
import type { Leaves } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';
import { MISSING, type MoneyField, NO_DATE, type StayTable, type WordColumn, type WordField } from '../stay/stay-table.ts';
import { readWeights, type WeightTable } from './weights.ts';

export type GivenLoad = {
  readonly stays: StayTable;
  readonly grouping: GroupColumns;
  readonly groups: readonly Group[];
  /** Of the weight that is given; undefined: the table of the policy says it. */
  readonly weights: WeightTable | undefined;
};

/** `policy` says what its table holds: the number that is given stands in every column that it prices by. */
export function givenLoad(given: GivenStay, { leaves }: Policy): GivenLoad {
  const { weight } = given.numbers;
  const drg = given.words.drg ?? 'GIVEN';
  return {
    stays: staysOf(given),
    grouping: oneGroup,
    groups: [groupOf(drg)],
    weights: weight && tableOf(drg, weight.toFixed(), leaves),
  };
}

function tableOf(drg: string, number: string, leaves: Leaves): WeightTable {
  const unit = String(leaves.get('weights.unit')?.value ?? 'weight');
  const named = (path: string) => [...leaves].flatMap(([name, { value }]) => (name.startsWith(path) ? [String(value)] : []));
  const priced = new Set([unit, ...named('weights.columns.')]);
  // the weight of a standard only chooses the tier, a coefficient of the group is its own: neither is given, both stay blank
  const blank = [...(unit === 'yuan' ? ['weight'] : []), ...named('hospital_coefficient.columns.')];
  const row = (cells: readonly string[]) => cells.join('\t');
  return readWeights(
    `${row(['drg', ...priced, ...blank])}\n${row([drg, ...[...priced].map(() => number), ...blank.map(() => '')])}\n`,
    'given',
  );
}

/** 0000 and xQY are what they are in every catalogue. */
export const groupOf = (drg: string): Group => ({
  mdc: drg === '0000' ? '0000' : `MDC${drg.slice(0, 1)}`,
  adrg: drg.slice(0, 3),
  drg,
  name: '',
  status: drg === '0000' ? 'ungrouped' : /^.QY$/.test(drg) ? 'ambiguous' : 'grouped',
});

const oneGroup: GroupColumns = {
  count: 1,
  group: Uint16Array.of(0),
  row: Uint16Array.of(NO_ROW),
  severity: Uint8Array.of(0),
  decider: Uint8Array.of(NO_DECIDER),
};

function staysOf(given: GivenStay): StayTable {
  const { counts, days, words } = given;
  const hours = (of: number | undefined) => Float64Array.of(of ?? Number.NaN);
  return {
    count: 1,
    sex: Uint8Array.of(0),
    age: Int16Array.of(counts.age ?? MISSING),
    ageDays: Int16Array.of(counts.age_days ?? MISSING),
    birthWeight: Int32Array.of(MISSING),
    dx: codesOf(words.dx),
    px: codesOf(words.px),
    words: wordsOf(words),
    days: Int32Array.of(counts.days ?? MISSING),
    admitted: Int32Array.of(days.admitted ?? NO_DATE),
    discharged: Int32Array.of(days.discharged ?? NO_DATE),
    settled: Int32Array.of(days.settled ?? NO_DATE),
    ...(words.day_surgery === undefined ? {} : { daySurgery: Uint8Array.of(words.day_surgery === '1' ? 1 : 0) }),
    icuHours: hours(counts.icu_hours),
    ventHours: hours(counts.vent_hours),
    money: moneyOf(given),
    files: [],
    sourceFile: Uint16Array.of(0),
    sourceRow: Uint32Array.of(0),
  };
}

const fieldOf: Readonly<Record<string, WordField>> = {
  insurance: 'insurance',
  level: 'hospital_level',
  hospital: 'hospital',
  department: 'department',
  discharge_way: 'discharge_way',
  visit_type: 'visit_type',
  place: 'place',
  patient_category: 'patient_category',
  insured_region: 'insured_region',
};

function wordsOf(words: GivenStay['words']): StayTable['words'] {
  const columns: Partial<Record<WordField, WordColumn>> = {};
  for (const [name, field] of Object.entries(fieldOf)) {
    const word = words[name as keyof typeof words];
    if (word !== undefined) columns[field] = { codes: Uint32Array.of(1), words: ['', word] };
  }
  return columns;
}

function codesOf(list: string | undefined): CodeLists {
  const codes = list === undefined ? [] : list.split('|');
  return { offsets: Uint32Array.of(0, codes.length), codes: Uint32Array.from(codes, (_, i) => i + 1), words: ['', ...codes] };
}

/** Without `fund` the fund paid what the patient and the others did not; without any payer nobody is known to have paid. */
function moneyOf({ amounts }: GivenStay): StayTable['money'] {
  const { cost, fund, patient, other, account, ...rest } = amounts;
  const money: Partial<Record<MoneyField, Float64Array>> = { total: Float64Array.of(toFen(cost)) };
  const put = (field: MoneyField, fen: number) => {
    money[field] = Float64Array.of(fen);
  };
  if (patient) {
    put('cash', toFen(patient) - (account ? toFen(account) : 0));
    if (account) put('account', toFen(account));
    put('fund', fund ? toFen(fund) : toFen(cost) - toFen(patient) - (other ? toFen(other) : 0));
  } else if (fund) put('fund', toFen(fund));
  if (other) put('other_fund', toFen(other));
  for (const [field, amount] of Object.entries(rest)) put(field satisfies string as MoneyField, toFen(amount));
  return money;
}

/** The row every stay falls on, in each dimension: one small number a stay, and the key and label of every number. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { NO_DATE, type StayTable, type WordField } from '../stay/stay-table.ts';
import type { Dimension } from './comparison.ts';

export type Keys = {
  readonly of: Uint32Array;
  readonly key: readonly string[];
  readonly label: readonly string[];
};

/** Row of stays whose file does not say; row of stays without a price among groups; row of a scenario that groups nothing. */
export const MISSING_KEY = '';
export const UNPRICED_KEY = 'unpriced';
export const UNGROUPED_KEY = 'all';

export type Grouped = {
  readonly stays: StayTable;
  readonly settlement: Settlement;
  readonly grouping: GroupColumns | undefined;
  readonly groups: readonly Group[];
};

/** Hospital, department, insurance and month belong to the stays and are the same in every scenario. */
export function stayKeys(stays: StayTable, dimension: Exclude<Dimension, 'group'>): Keys {
  switch (dimension) {
    case 'hospital':
    case 'department':
      return wordKeys(stays, dimension, key => key);
    case 'insurance':
      return wordKeys(stays, 'insurance', key => insuranceNames[key] ?? key);
    case 'month':
      return monthKeys(stays);
  }
}

/** Groups belong to a scenario's catalogue; stays without a price stand on a row of their own. */
export function groupKeys({ stays, settlement, grouping, groups }: Grouped): Keys {
  const of = new Uint32Array(stays.count);
  if (!grouping) return { of, key: [UNGROUPED_KEY], label: ['不分组'] };
  for (let i = 0; i < of.length; i++) of[i] = settlement.band[i] === bandIndex.unpriced ? groups.length : grouping.group[i]!;
  return { of, key: [...groups.map(group => group.drg), UNPRICED_KEY], label: [...groups.map(group => group.name), '未定价'] };
}

function wordKeys(stays: StayTable, field: WordField, label: (key: string) => string): Keys {
  const column = stays.words[field];
  if (!column) return { of: new Uint32Array(stays.count), key: [MISSING_KEY], label: [missingLabel] };
  return {
    of: column.codes,
    key: column.words.map(word => word || MISSING_KEY),
    label: column.words.map(word => (word ? label(word) : missingLabel)),
  };
}

/** `2025-03`: the month of settlement, else of discharge. */
function monthKeys({ count, settled, discharged }: StayTable): Keys {
  const of = new Uint32Array(count);
  const rows = new Map<number, number>([[NO_DATE, 0]]);
  const key = [MISSING_KEY];
  for (let i = 0; i < count; i++) {
    const settledOn = settled?.[i] ?? NO_DATE;
    const day = settledOn === NO_DATE ? (discharged?.[i] ?? NO_DATE) : settledOn;
    const month = day === NO_DATE ? NO_DATE : monthOf(day);
    let row = rows.get(month);
    if (row === undefined) {
      row = key.length;
      rows.set(month, row);
      key.push(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);
    }
    of[i] = row;
  }
  return { of, key, label: key.map(text => (text === MISSING_KEY ? missingLabel : text)) };
}

/** Months since year 0 of a day number since 1970-01-01 (proleptic Gregorian, counted from 0000-03-01 in eras of 400 years). */
function monthOf(day: number): number {
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (era * 400 + yearOfEra) * 12 + fromMarch + 2;
}

const missingLabel = '未填写';

/** National code list of insurance types (insutype), the codes met in inpatient settlement; others are shown as they are. */
const insuranceNames: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '340': '离休人员医疗保障',
  '390': '城乡居民基本医疗保险',
  '510': '生育保险',
};

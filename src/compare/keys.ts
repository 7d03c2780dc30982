/** The row every stay falls on, in each dimension: one small number a stay, and the key and label of every number. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { dateText } from '../policy/day.ts';
import { dayOfStay } from '../scenario/population.ts';
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
function monthKeys(stays: StayTable): Keys {
  const of = new Uint32Array(stays.count);
  const rowOfDay = new Map<number, number>([[NO_DATE, 0]]);
  const key = [MISSING_KEY];
  for (let i = 0; i < of.length; i++) {
    const day = dayOfStay(stays, i, 'settled');
    let row = rowOfDay.get(day);
    if (row === undefined) {
      const month = dateText(day).slice(0, 7);
      row = key.includes(month) ? key.indexOf(month) : key.push(month) - 1;
      rowOfDay.set(day, row);
    }
    of[i] = row;
  }
  return { of, key, label: key.map(text => (text === MISSING_KEY ? missingLabel : text)) };
}

const missingLabel = '未填写';

/** National code list of insurance types (insutype), the codes met in inpatient settlement; others are shown as they are. */
const insuranceNames: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '340': '离休人员医疗保障',
  '390': '城乡居民基本医疗保险',
  '510': '生育保险',
};

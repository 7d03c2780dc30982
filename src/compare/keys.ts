/** The row every stay falls on, in each dimension: one small number a stay, and the key and label of every number. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { dateText } from '../policy/day.ts';
import { dayOfStay } from '../stay/day-of-stay.ts';
import { NO_DATE, type StayTable, type WordField } from '../stay/stay-table.ts';
import type { Dimension } from './comparison.ts';
import { remembered } from './remembered.ts';

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

/** Hospital, department, doctor, insurance and month belong to the stays and are the same in every scenario. */
export function stayKeys(stays: StayTable, dimension: Exclude<Dimension, 'group'> | 'doctor'): Keys {
  switch (dimension) {
    case 'hospital':
    case 'department':
    case 'doctor':
      return wordKeys(stays, dimension, key => key);
    case 'insurance':
      return wordKeys(stays, 'insurance', key => insuranceNames[key] ?? key);
    case 'month':
      return monthKeys(stays);
  }
}

/** Groups belong to a scenario's catalogue; stays without a price stand on a row of their own. */
export function groupKeys({ stays, settlement, grouping, groups }: Grouped): Keys {
  if (!grouping) return allOnOneRow(stays);
  const of = pricedGroup(settlement)(grouping);
  return { of, key: [UNPRICED_KEY, ...groups.map(group => group.drg)], label: ['未定价', ...groups.map(group => group.name)] };
}

/** 1 + the group of every stay; 0 without a price. */
const pricedGroup = remembered(({ band }: Settlement) =>
  remembered(({ group }: GroupColumns): Uint32Array => {
    const of = new Uint32Array(group.length);
    const { unpriced } = bandIndex;
    for (let i = 0; i < of.length; i++) of[i] = band[i] === unpriced ? 0 : group[i]! + 1;
    return of;
  }),
);

/** The group every stay fell into, whether or not it has a price there. */
export function drgKeys({ stays, grouping, groups }: Omit<Grouped, 'settlement'>): Keys {
  if (!grouping) return allOnOneRow(stays);
  return { of: anyGroup(grouping), key: groups.map(group => group.drg), label: groups.map(group => group.name) };
}

const anyGroup = remembered(({ group }: GroupColumns) => new Uint32Array(group));

const allOnOneRow = ({ count }: StayTable): Keys => ({ of: new Uint32Array(count), key: [UNGROUPED_KEY], label: ['不分组'] });

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
const monthKeys = remembered((stays: StayTable): Keys => {
  const of = new Uint32Array(stays.count);
  const day = new Int32Array(stays.count);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < day.length; i++) {
    const d = dayOfStay(stays, i, 'settled');
    day[i] = d;
    if (d === NO_DATE) continue;
    if (d < first) first = d;
    if (d > last) last = d;
  }
  const key = [MISSING_KEY];
  // a table by day instead of a map: stays are many and days are few
  const rowOfDay = new Uint32Array(Math.max(0, last - first + 1));
  for (let i = 0; i < of.length; i++) {
    const d = day[i]!;
    if (d === NO_DATE) continue;
    of[i] = rowOfDay[d - first] || addMonth(d);
  }
  return { of, key, label: key.map(text => (text === MISSING_KEY ? missingLabel : text)) };

  function addMonth(d: number): number {
    const month = dateText(d).slice(0, 7);
    const row = key.includes(month) ? key.indexOf(month) : key.push(month) - 1;
    rowOfDay[d - first] = row;
    return row;
  }
});

const missingLabel = '未填写';

/** National code list of insurance types (insutype), the codes met in inpatient settlement; others are shown as they are. */
const insuranceNames: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '340': '离休人员医疗保障',
  '390': '城乡居民基本医疗保险',
  '510': '生育保险',
};

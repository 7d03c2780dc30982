/**
 * What each layout holds of a stay, by our columns, exactly: read back, these are what casemix's own file says. What is not here is lost:
 * the layout has no place for it, or one that holds less (a front page knows employees and residents, and calls maternity insurance the former).
 */
import { ownColumns } from '../../stay/own-layout.ts';
import { chargeCategories, otherFunds } from '../../stay/stay-table.ts';
import type { LayoutName } from './layout.ts';

export type HeldColumn = (typeof ownColumns)[number];

const person = ['patient_key', 'sex', 'age', 'age_days'] as const;
const codes = ['dx', 'px'] as const;
const course = ['birth_weight_g', 'admitted', 'discharged', 'days', 'discharge_way', 'department', 'doctor'] as const;
const paid = ['fund', ...otherFunds, 'account', 'cash'] as const;

const inSettlement: readonly HeldColumn[] = [
  ...['stay_id', 'patient_key', 'hospital', 'insurance', 'patient_category', 'visit_type', 'sex', 'age'],
  ...['admitted', 'discharged', 'days', 'total', 'own_pay', 'over_limit', 'pre_selfpay', 'in_scope', 'deductible'],
  ...[...paid, 'hospital_part', 'settled', 'refunded'],
] as const as readonly HeldColumn[];

const inList: readonly HeldColumn[] = [
  ...['stay_id', 'patient_key', 'hospital', 'insurance', 'age_days', ...course, 'day_surgery'],
  ...['icu_hours', 'vent_hours', 'readmit_planned', ...codes],
] as readonly HeldColumn[];

/** Charges that the front page has apart from others; beds, consultation, general service and registration are one amount there. */
const onFrontPage: readonly HeldColumn[] = chargeCategories.filter(
  category => !['bed', 'consultation', 'general_service', 'registration'].includes(category),
);

const held: Readonly<Record<LayoutName, readonly HeldColumn[]>> = {
  casemix: ownColumns,
  hqms: ['stay_id', 'hospital', ...person, ...course, 'day_surgery', 'vent_hours', 'readmit_planned', ...codes, 'total', ...onFrontPage],
  opendrg: [...person, 'birth_weight_g', 'insurance', 'department', 'doctor', 'days', 'discharge_way', ...codes, 'total'],
  setl: inSettlement,
  '4101': [...inList, 'sex', 'age', 'total', ...chargeCategories, 'own_pay', ...paid, 'hospital_part'],
  '4101a': inList,
};

/** In the order of casemix's own columns. */
export const holds = (layouts: readonly LayoutName[]): readonly HeldColumn[] =>
  ownColumns.filter(column => layouts.some(layout => held[layout].includes(column)));

export const loses = (layouts: readonly LayoutName[]): readonly HeldColumn[] => {
  const kept = holds(layouts);
  return ownColumns.filter(column => !kept.includes(column));
};

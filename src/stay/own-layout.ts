/** The columns of casemix's own CSV, in order: stay columns without `_fen`, money in yuan with two decimals, `dx` and `px` as `|` lists. */
import { moneyFields } from './stay-table.ts';

export const ownColumns = [
  'stay_id',
  'patient_key',
  'hospital',
  'hospital_level',
  'insurance',
  'patient_category',
  'visit_type',
  'place',
  'sex',
  'age',
  'age_days',
  'birth_weight_g',
  'admitted',
  'discharged',
  'days',
  'discharge_way',
  'department',
  'doctor',
  'day_surgery',
  'icu_hours',
  'vent_hours',
  'readmit_planned',
  'dx',
  'px',
  ...moneyFields,
  'settled',
  'refunded',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

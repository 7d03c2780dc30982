/** The columns of casemix's own CSV, in order: stay columns without `_fen`, money in yuan with two decimals, `dx` and `px` as `|` lists; and what else a layout may hold about a stay. */
import { chargeFields } from './charge-lines.ts';
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

/**
 * Read where a layout has them, never written by casemix's own layout: the code or name of the insured place (参保地), the number of the visit, which several settlements share, whether the
 * settlement stands at all (有效标志), the insurer's own result, and the sums of all funds (基金支付总额) and of what the patient pays (个人负担总金额).
 */
export const furtherColumns = [
  'insured_region',
  'visit_id',
  'valid',
  'insurer_drg',
  'insurer_weight',
  'insurer_payment',
  'fund_total',
  'patient_total',
] as const;

export const readableColumns = [...ownColumns, ...furtherColumns, ...chargeFields] as const;
export type OwnColumn = (typeof readableColumns)[number];

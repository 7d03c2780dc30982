/** Which columns say what was done, and which what was paid and by whom: papers and bills of one stay are each trusted with one of the two. */

const medical: ReadonlySet<string> = new Set([
  'dx',
  'px',
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
]);

/** Columns by the names of our own layout. */
export const isMedical = (column: string): boolean => medical.has(column);

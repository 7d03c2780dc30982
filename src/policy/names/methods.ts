/** The payment methods of the format, and those that are carried out. */
export const methods = [
  'ffs',
  'drg_rate',
  'drg_points',
  'dip',
  'per_diem',
  'single_disease',
  'global_budget',
  'capitation',
  'quota',
] as const;
export type Method = (typeof methods)[number];
export const builtMethods = [
  'ffs',
  'drg_rate',
  'drg_points',
  'dip',
  'per_diem',
  'quota',
  'global_budget',
  'capitation',
  'single_disease',
] as const;

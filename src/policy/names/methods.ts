/** The payment methods a policy may name. */
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

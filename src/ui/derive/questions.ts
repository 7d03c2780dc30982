/** Questions to begin from: one for each view that people's SQL may read. */
export const questions: readonly string[] = [
  'SELECT * FROM v_stay',
  'SELECT * FROM v_stay_payment',
  'SELECT * FROM v_month',
  'SELECT * FROM v_grouping',
  'SELECT * FROM v_diagnosis',
  'SELECT * FROM v_procedure',
  'SELECT * FROM v_charge',
  'SELECT * FROM v_finding',
  'SELECT scenario, department, count(*) AS stays, sum(cost_fen) AS cost_fen, sum(margin_fen) AS margin_fen FROM v_stay_payment GROUP BY 1, 2',
];

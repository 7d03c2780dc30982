/** The views: the contract for rules, indicators and people's SQL. Every column is documented in view-columns.ts. */
import { chargeCategories, moneyFields, otherFunds } from '../stay/stay-table.ts';

/** Where none of the columns is given the sum is not known; where one is, the others count as nothing. */
const sumOf = (columns: readonly string[]) =>
  `CASE WHEN COALESCE(${columns.join(', ')}) IS NOT NULL THEN ${columns.map(column => `COALESCE(${column}, 0)`).join(' + ')} END`;

const patient = sumOf(['s.account_fen', 's.cash_fen']);
const others = otherFunds.map(fund => `s.${fund}_fen`);
/** Nobody is named as a payer at all: the other funds are not known either. */
const other = `CASE WHEN COALESCE(s.fund_fen, s.account_fen, s.cash_fen, ${others.join(', ')}) IS NOT NULL
  THEN ${others.map(fund => `COALESCE(${fund}, 0)`).join(' + ')} END`;

const charges = chargeCategories.map(
  category => `
  SELECT s.stay_id, s.department, s.discharged, '${category}' AS category, NULL AS item, NULL AS name, NULL AS quantity, NULL AS price_fen,
    s.${category}_fen AS amount_fen, NULL AS charged, NULL AS selfpay_share
  FROM stay s WHERE s.${category}_fen <> 0 AND s.charge_lines = 0`,
);

export const viewsSql = `
CREATE VIEW v_stay AS SELECT
  s.stay_id, s.visit_id, s.patient_key, s.hospital, s.hospital_level, s.insurance, s.patient_category, s.visit_type, s.place, s.insured_region, s.sex, s.age, s.age_days,
  s.birth_weight_g, s.admitted, s.discharged, substr(s.discharged, 1, 7) AS month, s.days, s.discharge_way, s.department, s.doctor,
  s.day_surgery, s.icu_hours, s.vent_hours, s.readmit_planned, s.principal_dx, s.main_px,
  ${moneyFields.map(field => `s.${field}_fen`).join(', ')},
  ${patient} AS patient_fen, ${other} AS other_fen,
  s.settled, s.refunded, s.insurer_drg, s.insurer_weight, s.insurer_payment_fen, f.name AS source_file, s.source_row
FROM stay s LEFT JOIN source_file f ON f.source_file = s.source_file;

CREATE VIEW v_diagnosis AS SELECT s.stay_id, d.seq, d.code FROM diagnosis d JOIN stay s ON s.stay = d.stay;
CREATE VIEW v_procedure AS SELECT s.stay_id, p.seq, p.code FROM procedure p JOIN stay s ON s.stay = p.stay;

CREATE VIEW v_identifier AS SELECT s.stay_id, i.kind, i.value FROM identifier i JOIN stay s ON s.stay = i.stay;

CREATE VIEW v_grouping AS SELECT
  s.stay_id, c.catalogue, c.mdc, c.adrg, c.drg, c.name AS drg_name, c.status, g.severity
FROM grouping g JOIN stay s ON s.stay = g.stay JOIN catalogue_group c ON c.catalogue_group = g.catalogue_group;

CREATE VIEW v_stay_payment AS SELECT
  p.run, r.scenario, k.title, k.method, k.catalogue, k.policy, s.stay_id, s.hospital, s.department, s.doctor, s.insurance, s.place, s.discharged,
  substr(s.discharged, 1, 7) AS month, s.days, c.mdc, c.adrg, c.drg, c.name AS drg_name, c.status, g.severity, p.band, p.reason, q.weight,
  CASE p.band WHEN 'out' THEN 0 ELSE s.total_fen END AS cost_fen,
  p.standard_fen, p.payment_fen, p.fund_fen, p.patient_fen, p.other_fen, p.margin_fen
FROM payment p
JOIN run r ON r.run = p.run
JOIN scenario k ON k.scenario = r.scenario
JOIN stay s ON s.stay = p.stay
LEFT JOIN price q ON q.price = p.price
LEFT JOIN grouping g ON g.grouping = p.grouping
LEFT JOIN catalogue_group c ON c.catalogue_group = g.catalogue_group;

CREATE VIEW v_charge AS ${charges.join(' UNION ALL ')}
  UNION ALL SELECT s.stay_id, s.department, s.discharged, c.category, c.item, c.name, c.quantity, c.price_fen, c.amount_fen, c.charged,
    c.selfpay_share FROM charge c JOIN stay s ON s.stay = c.stay;

CREATE VIEW v_month AS SELECT
  substr(s.discharged, 1, 7) AS month, count(*) AS stays, sum(s.days) AS days, sum(s.total_fen) AS total_fen, sum(s.fund_fen) AS fund_fen,
  sum(${patient}) AS patient_fen, sum(${other}) AS other_fen
FROM stay s GROUP BY 1;

CREATE VIEW v_settlement AS SELECT
  s.stay_id, t.settlement_key, t.settled, t.refunded, t.total_fen, t.fund_fen, t.patient_fen, t.other_fen, f.name AS source_file, t.source_row
FROM settlement t LEFT JOIN stay s ON s.stay = t.stay LEFT JOIN source_file f ON f.source_file = t.source_file;

CREATE VIEW v_file AS SELECT
  name AS file, sha256, encoding, profile, format, document, score, basis, read_rows, loaded_rows, refused_rows FROM source_file;

CREATE VIEW v_finding AS SELECT file, row, column_name, value, rule, class, severity, effect FROM finding;
`;

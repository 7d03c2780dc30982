/**
 * The tables of a workspace. They may change with the format version; rules and people read the views.
 * Tables point at each other by row number, so that a join is a look-up and no index is needed. Money is whole fen, NULL is not known.
 */
import { chargeCategories, identifierFields, moneyFields } from '../stay/stay-table.ts';

/** Raised whenever a table changes in a way that an older program cannot read. */
export const FORMAT = 'casemix-workspace';
export const FORMAT_VERSION = 2;

/** `id_name` is kept as `name`. */
export const identifierKinds = identifierFields.map(field => field.slice('id_'.length));

export const stayColumns = [
  'stay_id TEXT NOT NULL',
  'visit_id TEXT',
  'patient_key TEXT',
  'hospital TEXT',
  'hospital_level TEXT',
  'insurance TEXT',
  'patient_category TEXT',
  'visit_type TEXT',
  'place TEXT',
  'insured_region TEXT',
  'sex INTEGER',
  'age INTEGER',
  'age_days INTEGER',
  'birth_weight_g INTEGER',
  'admitted TEXT',
  'discharged TEXT',
  'days INTEGER',
  'discharge_way TEXT',
  'department TEXT',
  'doctor TEXT',
  'day_surgery INTEGER',
  'icu_hours REAL',
  'vent_hours REAL',
  'readmit_planned INTEGER',
  'principal_dx TEXT',
  'main_px TEXT',
  ...moneyFields.map(field => `${field}_fen INTEGER`),
  'settled TEXT',
  'refunded INTEGER',
  'insurer_drg TEXT',
  'insurer_weight TEXT',
  'insurer_payment_fen INTEGER',
  'charge_lines INTEGER NOT NULL',
  'source_file INTEGER REFERENCES source_file',
  'source_row INTEGER',
];

export const tablesSql = `
CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source_file (
  source_file INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, encoding TEXT NOT NULL, profile TEXT NOT NULL,
  format TEXT, document TEXT, score REAL, basis TEXT,
  read_rows INTEGER NOT NULL, loaded_rows INTEGER NOT NULL, refused_rows INTEGER NOT NULL);

CREATE TABLE finding (
  finding INTEGER PRIMARY KEY, file TEXT NOT NULL, row INTEGER NOT NULL, column_name TEXT NOT NULL, value TEXT NOT NULL,
  rule TEXT NOT NULL, class TEXT NOT NULL, severity TEXT NOT NULL, effect TEXT NOT NULL);
CREATE TABLE finding_count (rule TEXT PRIMARY KEY, findings INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE stay (stay INTEGER PRIMARY KEY, ${stayColumns.join(', ')});
CREATE TABLE settlement (
  settlement INTEGER PRIMARY KEY, stay INTEGER REFERENCES stay, settlement_key TEXT, settled TEXT, refunded INTEGER,
  total_fen INTEGER, fund_fen INTEGER, patient_fen INTEGER, other_fen INTEGER, source_file INTEGER REFERENCES source_file, source_row INTEGER);
CREATE TABLE diagnosis (diagnosis INTEGER PRIMARY KEY, stay INTEGER NOT NULL REFERENCES stay, seq INTEGER NOT NULL, code TEXT NOT NULL);
CREATE TABLE procedure (procedure INTEGER PRIMARY KEY, stay INTEGER NOT NULL REFERENCES stay, seq INTEGER NOT NULL, code TEXT NOT NULL);
CREATE TABLE charge (
  charge INTEGER PRIMARY KEY, stay INTEGER NOT NULL REFERENCES stay, category TEXT CHECK (category IN (${quoted(chargeCategories)})),
  item TEXT, name TEXT, quantity REAL, price_fen INTEGER, amount_fen INTEGER, charged TEXT, selfpay_share REAL,
  source_file INTEGER REFERENCES source_file, source_row INTEGER);

CREATE TABLE identifier (
  identifier INTEGER PRIMARY KEY, stay INTEGER NOT NULL REFERENCES stay, kind TEXT NOT NULL CHECK (kind IN (${quoted(identifierKinds)})),
  value TEXT NOT NULL);

CREATE TABLE catalogue_group (
  catalogue_group INTEGER PRIMARY KEY, catalogue TEXT NOT NULL, mdc TEXT NOT NULL, adrg TEXT NOT NULL, drg TEXT NOT NULL,
  name TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE grouping (
  grouping INTEGER PRIMARY KEY, stay INTEGER NOT NULL REFERENCES stay, catalogue_group INTEGER NOT NULL REFERENCES catalogue_group,
  severity TEXT NOT NULL, adrg_row INTEGER, decider INTEGER);

CREATE TABLE scenario (
  scenario TEXT PRIMARY KEY, title TEXT NOT NULL, hash TEXT NOT NULL, method TEXT NOT NULL, catalogue TEXT NOT NULL, policy TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE run (
  run INTEGER PRIMARY KEY, scenario TEXT NOT NULL REFERENCES scenario, input INTEGER NOT NULL, excluded INTEGER NOT NULL, in_scope INTEGER NOT NULL,
  CHECK (input = excluded + in_scope));
CREATE TABLE price (
  price INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, level TEXT NOT NULL, insurance TEXT NOT NULL, weight REAL NOT NULL,
  rate TEXT NOT NULL, coefficient TEXT NOT NULL, standard_fen INTEGER NOT NULL);
CREATE TABLE payment (
  payment INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, stay INTEGER NOT NULL REFERENCES stay, grouping INTEGER REFERENCES grouping,
  price INTEGER REFERENCES price, band TEXT NOT NULL, reason TEXT NOT NULL, standard_fen INTEGER, payment_fen INTEGER, fund_fen INTEGER,
  patient_fen INTEGER, other_fen INTEGER, margin_fen INTEGER);

CREATE TABLE change_log (
  entry INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE change (
  change INTEGER PRIMARY KEY, entry INTEGER NOT NULL REFERENCES change_log, settlement_key TEXT NOT NULL, field TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL);
CREATE TABLE closed_month (month TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE load (
  load INTEGER PRIMARY KEY, at TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('in_force', 'undone')), files TEXT NOT NULL,
  findings TEXT NOT NULL, rows INTEGER NOT NULL, lines INTEGER NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE load_column (
  load_column INTEGER PRIMARY KEY, load INTEGER NOT NULL REFERENCES load, name TEXT NOT NULL, kind TEXT NOT NULL, data BLOB NOT NULL);
CREATE TRIGGER change_log_is_kept BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is append only'); END;
CREATE TRIGGER change_log_stays_as_written BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'the change log is append only'); END;
`;

function quoted(names: readonly string[]): string {
  return names.map(name => `'${name}'`).join(', ');
}

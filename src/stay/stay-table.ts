/**
 * One load of stays as immutable columns: codes, departments and names interned once, money as whole fen, dates as day numbers.
 * A row is a stay; there is no object per stay. Absent columns are undefined, missing cells have one mark per kind of column.
 */
import type { CaseColumns } from '../../grouper/cases.ts';
import type { ChargeLines } from './charge-lines.ts';
import type { Settlements } from './settlements.ts';
import type { WaitingLines } from './waiting-lines.ts';

/** Missing mark of whole-number columns (ages, weights, days, dates, hours). */
export const MISSING = -1;
/** Missing mark of dates: days before 1970 are real birth-like dates, so the mark lies far outside. */
export const NO_DATE = -0x7fffffff;
/** Missing money is NaN, never 0. */
export const NO_MONEY = Number.NaN;

/** Interned text: `words[codes[row]]`; word 0 is '' and means missing. */
export type WordColumn = { readonly codes: Uint32Array; readonly words: readonly string[] };

export const wordFields = [
  'hospital',
  'hospital_level',
  'insurance',
  'patient_category',
  'visit_type',
  'place',
  'insured_region',
  'discharge_way',
  'department',
  'doctor',
] as const;
export type WordField = (typeof wordFields)[number];

/** The file's own number of the stay, of the visit and of the patient's record, the patient's name and the number of a certificate. */
export const identifierFields = ['id_stay', 'id_visit', 'id_record', 'id_name', 'id_certificate'] as const;
export type IdentifierField = (typeof identifierFields)[number];

/** The fourteen charge categories of the settlement list (med_chrgitm 01..14), in that order. */
export const chargeCategories = [
  'bed',
  'consultation',
  'examination',
  'laboratory',
  'treatment',
  'surgery',
  'nursing',
  'materials',
  'western_drug',
  'herbal_slices',
  'patent_drug',
  'general_service',
  'registration',
  'other_charge',
] as const;

/** Funds beyond the pool; their sum is `other` in every result (settlement fields hifmi, hifob, cvlserv, hifes, maf, oth). */
export const otherFunds = ['serious_illness', 'large_amount', 'civil_servant', 'enterprise', 'medical_aid', 'other_fund'] as const;

/**
 * Where the money of a stay is written down. total = Σ charge categories; total = own_pay + over_limit + pre_selfpay + in_scope;
 * total = fund + Σ other funds + account + cash + hospital_part; patient = account + cash.
 */
export const moneyFields = [
  'total',
  ...chargeCategories,
  'own_pay',
  'over_limit',
  'pre_selfpay',
  'in_scope',
  'deductible',
  'fund',
  ...otherFunds,
  'account',
  'cash',
  'hospital_part',
] as const;
export type MoneyField = (typeof moneyFields)[number];

export type SourceFile = {
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly profile: string;
  /** read = loaded + refused, always. */
  readonly read: number;
  readonly loaded: number;
  readonly refused: number;
  /** How the file was understood; undefined for files of workspaces that did not keep it. */
  readonly reading?: Reading | undefined;
};

export type Reading = {
  readonly format: Format;
  /** What kind of paper the rows are: decides how files of one load are joined. */
  readonly document: Document;
  /** Share of the header's columns that the profile explains, 0 to 1; columns that name a person count neither way. */
  readonly score: number;
  /** Who says what the columns mean; all but `official` are shown as 未核对. */
  readonly basis: 'official' | 'restated' | 'assumption';
  /** Number of the record that names the columns: rows above it are titles. */
  readonly headerRow: number;
  readonly separator: string;
  /** Our column -> the header names it was read from. */
  readonly columns: readonly { readonly field: string; readonly from: readonly string[] }[];
  /** Columns that were not read because they name a person, or because nothing of the profile is called so. */
  readonly dropped: readonly string[];
  readonly unused: readonly string[];
  /** Columns that the profile knows and takes nothing from but checks: dates of procedures, parts of sums, names beside codes. */
  readonly known: readonly string[];
};

/** What a file is by its first bytes. */
export const formats = ['text', 'xlsx', 'xls', 'html', 'dbf', 'json'] as const;
export type Format = (typeof formats)[number];

/**
 * `stay` holds everything about a stay; a settlement list (清单) and a front page (首页) hold its medical side and sometimes its charges,
 * a settlement extract (结算) its money; charges are item lines.
 */
export const documents = ['stay', 'list', 'front_page', 'settlement', 'charges'] as const;
export type Document = (typeof documents)[number];

/** What the grouper looks at, and everything else that was read about the same rows. */
export type StayTable = CaseColumns & {
  readonly words: Readonly<Partial<Record<WordField, WordColumn>>>;
  /** Length of stay in days (the day out is not counted; same day as the setting same_day says). */
  readonly days: Int32Array;
  /** Day numbers since 1970-01-01, NO_DATE when missing. */
  readonly admitted?: Int32Array;
  readonly discharged?: Int32Array;
  readonly settled?: Int32Array;
  /** 1 yes, 0 no, 2 not known. */
  readonly daySurgery?: Uint8Array;
  readonly readmitPlanned?: Uint8Array;
  readonly refunded?: Uint8Array;
  /** Hours, NaN when missing. */
  readonly icuHours?: Float64Array;
  readonly ventHours?: Float64Array;
  /** Keyed digest of the patient's record number: finds re-admissions, tells nothing. */
  readonly patientKey?: WordColumn;
  /**
   * Of the number of the settlement (the file's own id of a row) and of the visit that several settlements share: a keyed digest, or without
   * a key a number in order of appearance; word 0 is missing. Only where somebody needs them: to join, to net, to save.
   */
  readonly settlementKey?: WordColumn;
  readonly visitKey?: WordColumn;
  /** The insurer's own result, where the file has it: group and weight as written, payment in fen. */
  readonly insurer?: { readonly drg?: WordColumn; readonly weight?: WordColumn; readonly payment?: Float64Array };
  /** Numbers and names as the files have them: only where a person asked to keep them, and then every screen says so. */
  readonly identifiers?: Readonly<Partial<Record<IdentifierField, WordColumn>>>;
  /** Where stays and settlements are not one to one. */
  readonly settlements?: Settlements;
  readonly charges?: ChargeLines;
  /** Item lines of stays that are not rows of this table: of a load of a workspace, or of loads laid over each other. */
  readonly waiting?: WaitingLines;
  /** Where stays were joined from several papers: the stay of every row that was read, NO_STAY where it has none. */
  readonly papers?: Pick<StayTable, 'sourceFile' | 'sourceRow'> & { readonly stay: Uint32Array };
  /** Fen, NaN when missing; a money column that the file does not have is absent. */
  readonly money: Readonly<Partial<Record<MoneyField, Float64Array>>>;
  readonly files: readonly SourceFile[];
  /** Index into files, and the record number in that file (header = 1). */
  readonly sourceFile: Uint16Array;
  readonly sourceRow: Uint32Array;
};

/** `S0000001` for row 0: record numbers of the hospital do not survive loading. */
export const stayId = (row: number): string => `S${String(row + 1).padStart(7, '0')}`;

/** Row of a stay id, or undefined when it is none of this table. */
export function rowOfStay(id: string, count: number): number | undefined {
  const row = /^S\d{7,}$/.test(id) ? Number(id.slice(1)) - 1 : -1;
  return row >= 0 && row < count ? row : undefined;
}

export const wordAt = (column: WordColumn | undefined, row: number): string => column?.words[column.codes[row] ?? 0] ?? '';

/** Account and cash of a stay as the file says, fen: the one that is filled in when the other cell is empty, NaN when neither is. */
export function patientOf({ money }: StayTable, row: number): number {
  const account = money.account?.[row] ?? NO_MONEY;
  const cash = money.cash?.[row] ?? NO_MONEY;
  if (Number.isNaN(account)) return cash;
  return Number.isNaN(cash) ? account : account + cash;
}

/** Whether the file has any column about who paid: without one (an OpenDRG file) even the other funds are unknown. */
export const namesPayers = (money: StayTable['money']): boolean =>
  money.fund !== undefined ||
  money.account !== undefined ||
  money.cash !== undefined ||
  otherFunds.some(field => money[field] !== undefined);

/** Funds beyond the pool of a stay, fen: 0 where the file says who paid and has none of them, NaN where it does not say. */
export function otherOf({ money }: StayTable, row: number): number {
  if (!namesPayers(money)) return NO_MONEY;
  let other = 0;
  for (const field of otherFunds) other += money[field]?.[row] || 0;
  return other;
}

import type { Language } from './language.ts';

/** What a person reads, in both languages: `{ zh: '没有这个文件', en: 'no such file' }`. */
export type Text = Readonly<Record<Language, string>>;

/**
 * A mistake the user can repair: it has a public code, a place, a hint and an exit status. Everything else is a bug and keeps its stack.
 * `message` of the Error is English with the place in front; faces print `text` and `hint` in the language of the person.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  readonly text: Text;
  readonly hint: Text;
  readonly at: string | undefined;

  constructor(code: ErrorCode, text: Text, { hint, at }: { readonly hint: Text; readonly at?: string | undefined }) {
    super(at ? `${at}: ${text.en}` : text.en);
    this.code = code;
    this.text = text;
    this.hint = hint;
    this.at = at;
  }
}

/** Codes are public: scripts match on them, and each has one exit status (design: 1 failed · 2 usage · 3 input · 4 check · 5 difference). */
export const exitStatus = {
  USAGE: 2,
  NO_TERMINAL: 2,
  STEP_UNKNOWN: 2,
  STEP_INVALID: 2,
  VIEW_IS_TEXT: 2,
  LOG_INVALID: 3,
  LOG_OTHER_DATA: 3,
  LOG_INCOMPLETE: 4,
  FILE_NOT_FOUND: 3,
  FILE_UNREADABLE: 3,
  FILE_EMPTY: 3,
  FILE_NOT_TEXT: 3,
  FILE_ENCODING: 3,
  FILE_TRUNCATED: 3,
  FILE_DAMAGED: 3,
  FILE_ENCRYPTED: 3,
  FILE_TOO_LARGE: 3,
  FILE_UNSAFE: 3,
  HEADER_UNKNOWN: 3,
  WORKSPACE_DAMAGED: 3,
  WORKSPACE_CHANGED: 1,
  LOAD_UNKNOWN: 3,
  LOADED_ALREADY: 3,
  MONTH_CLOSED: 3,
  MONTH_INVALID: 2,
  PASSPHRASE_MISSING: 2,
  PASSPHRASE_WRONG: 3,
  NOTHING_LOADED: 3,
  ROWS_REFUSED: 3,
  OUTPUT_EXISTS: 2,
  OUTPUT_IS_INPUT: 2,
  OUTPUT_FAILED: 1,
  CATALOGUE_UNKNOWN: 3,
  CATALOGUE_INVALID: 3,
  POLICY_UNKNOWN: 3,
  POLICY_INVALID: 3,
  BUDGET_INVALID: 3,
  CASES_INVALID: 3,
  WEIGHTS_INVALID: 3,
  PRICE_LIST_INVALID: 3,
  CALIBRATION_EMPTY: 3,
  PARAMETER_UNKNOWN: 3,
  PARAMETER_INVALID: 3,
  SCENARIO_INVALID: 3,
  SCENARIO_CYCLE: 3,
  SCENARIO_TOO_DEEP: 3,
  SCENARIO_OUTSIDE: 3,
  SCENARIO_SCALE: 3,
  STAY_UNKNOWN: 3,
  SQL_REFUSED: 3,
  SQL_FAILED: 1,
  SQL_TIMEOUT: 1,
  CHECK_FAILED: 4,
  UNPRICED_ABOVE_LIMIT: 4,
  VERIFY_FAILED: 4,
} as const;

export type ErrorCode = keyof typeof exitStatus;

/** Exit status of a bug: a stack is printed, nothing is hidden. */
export const BUG = 70;

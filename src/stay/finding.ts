/** Something a person should see about a row; not an exception. Refused rows are not loaded, noted rows are. */
export type FindingRule =
  | 'row_too_short'
  | 'row_too_long'
  | 'principal_missing'
  | 'sex_invalid'
  | 'age_invalid'
  | 'age_days_invalid'
  | 'weight_invalid'
  | 'number_invalid'
  | 'amount_invalid'
  | 'amount_negative'
  | 'amount_too_large'
  | 'date_invalid'
  | 'date_order'
  | 'days_differ'
  | 'days_invalid'
  | 'duplicate_id'
  | 'control_characters'
  | 'total_missing'
  | 'charges_differ'
  | 'benefit_differs'
  | 'scope_differs'
  | 'code_list_too_long'
  | 'quote_open'
  | 'id_scientific'
  /** A sum or a signature below the stays. */
  | 'footer_row'
  | 'refunded'
  | 'benefit_missing';

export type Finding = {
  readonly file: string;
  /** Record number in the file as a person counts: the header is 1. */
  readonly row: number;
  readonly column: string;
  /** What stood there, without anything that may name a person (***(3): three letters masked), without control characters, at most 40 characters. */
  readonly value: string;
  readonly rule: FindingRule;
  readonly effect: 'refused' | 'noted';
};

export type Findings = {
  /** The first findings of every rule, in file order; `counts` is complete. */
  readonly list: readonly Finding[];
  readonly counts: Readonly<Partial<Record<FindingRule, number>>>;
  /** Findings of one rule beyond this number are counted and not listed. */
  readonly listedPerRule: number;
};

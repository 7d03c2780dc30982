/** What the grouper is given: columns of cases, or one case. Plain values; nothing of the rest of the program is known here. */

/** Lists of codes, one list a case: codes of case i are words[codes[offsets[i] .. offsets[i + 1] - 1]]; the first is the principal one. */
export type CodeLists = { readonly offsets: Uint32Array; readonly codes: Uint32Array; readonly words: readonly string[] };

/** -1 marks a missing number, sex 0 a missing sex. A blank age in days is missing, never a newborn. */
export type CaseColumns = {
  readonly count: number;
  /** 1 male, 2 female. */
  readonly sex: Uint8Array;
  /** Whole years. */
  readonly age: Int16Array;
  /** Days, given when age is 0. */
  readonly ageDays: Int16Array;
  /** Grams. */
  readonly birthWeight: Int32Array;
  readonly dx: CodeLists;
  readonly px: CodeLists;
};

/** One case; undefined is missing. Codes are compared exactly. */
export type Case = {
  readonly sex: 1 | 2 | undefined;
  readonly age: number | undefined;
  readonly ageDays: number | undefined;
  readonly birthWeight: number | undefined;
  readonly dx: readonly string[];
  readonly px: readonly string[];
};

/** A table as words, before anybody knows whether it becomes plain text, Markdown or something else. */
export type Column = {
  /** A line break makes two lines of a head in plain text. */
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Columns of the terminal this column may take; longer text is cut. */
  readonly widest?: number;
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Totals and the like, under a rule of their own. */
  readonly footer: readonly (readonly string[])[];
};

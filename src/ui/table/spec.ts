/** How a table is arranged: everything a person chose about it, as plain values that can be undone, logged and printed as a command. */

/**
 * A row is kept when it agrees with every filter. `has` looks for every blank-separated word of the text in the words of the row (of one
 * column when it names one); `is` wants exactly this text; the others compare the number of the column with the text as it is shown
 * (`50,000` yuan, `12.5` %), `within` with both ends of `1000..2000`. `marked` keeps the rows a person marked.
 */
export type Filter = {
  readonly is: 'has' | 'is' | '>' | '>=' | '<' | '<=' | 'within' | 'marked';
  readonly text: string;
  /** Key of the column; undefined: any word column, or the row's id. */
  readonly column?: string | undefined;
  /** Keeps the other rows. */
  readonly inverse: boolean;
};

export type Sort = { readonly key: string; readonly descending: boolean };

/** What a footer can say of a column over the rows shown. */
export const aggregates = ['sum', 'mean', 'median', 'p90', 'least', 'most', 'distinct', 'filled'] as const;
export type Aggregate = (typeof aggregates)[number];

export type TableSpec = {
  readonly filters: readonly Filter[];
  /** The first decides, the next among equals, and so on; then the order of the table. */
  readonly sorts: readonly Sort[];
  readonly hidden: readonly string[];
  /** Stay at the left, in this order, before the others. */
  readonly frozen: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** Footer figures a person asked for; `none` where they took the default away. */
  readonly footers: Readonly<Record<string, Aggregate | 'none'>>;
};

export const asItComes: TableSpec = { filters: [], sorts: [], hidden: [], frozen: [], widths: {}, footers: {} };

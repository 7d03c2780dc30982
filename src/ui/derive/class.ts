/** What the rows of a derived table stand for: one value of a column, a range of its numbers, or the rows in which it is missing. */
import type { Filter } from '../table/spec.ts';

/** Bounds are texts as a person types them in the unit of the column; a range holds its lower bound and not its upper one. */
export type Class =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly label: string;
      readonly searched?: string | undefined;
      /** How a filter names exactly this value: a number that cells show rounded is named by both ends of a range. */
      readonly exactly: 'is' | 'within';
    }
  | { readonly kind: 'range'; readonly from: string | undefined; readonly to: string | undefined };

/** The classes of one column over some rows: `list` in reading order, what is missing last. */
export type Classes = {
  readonly list: readonly Class[];
  /** Class of every row, in the order of the rows. */
  readonly of: Uint32Array;
  readonly ranges: boolean;
};

/** `骨科`, `12`, `10000..20000`, `..10000`; '' is missing. */
export function keyOf(one: Class): string {
  switch (one.kind) {
    case 'missing':
      return '';
    case 'value':
      return one.text;
    case 'range':
      return `${one.from ?? ''}..${one.to ?? ''}`;
  }
}

/** The filters that keep exactly the rows of this class. */
export function filtersOf(column: string, one: Class): readonly Filter[] {
  const filter = (is: Filter['is'], text: string): Filter => ({ is, column, text, inverse: false });
  switch (one.kind) {
    case 'missing':
      return [filter('is', '')];
    case 'value':
      return [one.exactly === 'is' ? filter('is', one.text) : filter('within', `${one.text}..${one.text}`)];
    case 'range':
      return [...(one.from === undefined ? [] : [filter('>=', one.from)]), ...(one.to === undefined ? [] : [filter('<', one.to)])];
  }
}

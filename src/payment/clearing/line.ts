/** A line of the statement with the rule that it follows and the place of the number that decided. */
import { type Decimal, type Fen, yuanText } from '../../money.ts';
import { type Leaf, type Place, placeText, type Source } from '../../policy/leaf.ts';
import type { ClearingLine } from './clearing.ts';

/** What a line stands on: a path of a policy or budget with its leaf, or an entry of a list. */
export type Basis = { readonly rule: string; readonly at?: Place | undefined; readonly source?: Source | undefined };

export const fromLeaf = (rule: string, leaf: Leaf | undefined): Basis => ({ rule, at: leaf?.at, source: leaf?.source });

type Made = Pick<ClearingLine, 'group' | 'label'> & { readonly working?: string; readonly basis?: Basis };

export const item = (made: Made, amount: Fen): ClearingLine => ({ ...line(made), kind: 'item', amount });
export const sumLine = (made: Made, amount: Fen): ClearingLine => ({ ...line(made), kind: 'sum', amount });
export const note = (made: Made, amount: Fen): ClearingLine => ({ ...line(made), kind: 'note', amount });
export const figureLine = (made: Made, figure: string): ClearingLine => ({ ...line(made), kind: 'note', figure });

const line = ({ group, label, working = '', basis }: Made): Omit<ClearingLine, 'kind'> => ({
  group,
  label,
  working,
  rule: basis?.rule ?? '',
  source: basis?.at ? placeText(basis.at) : '',
  illustrative: basis?.source?.type === 'restated' || basis?.source?.type === 'assumption',
});

/** `1234.50 × 0.95` */
export const times = (fen: number, share: Decimal): string => `${yuanText(fen)} × ${share.toFixed()}`;

/** A quotient that does not end is shown with eight decimals, and marked. */
export function shownDecimal(value: Decimal): string {
  if (value.decimalPlaces() <= 8) return value.toFixed();
  return `${value.toFixed(8)}…`;
}

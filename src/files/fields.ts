/** How the cells of each of our columns are read. */
import { type ChargeField, chargeFields } from '../stay/charge-lines.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import { type MoneyField, moneyFields, type WordField, wordFields } from '../stay/stay-table.ts';

export const wholeFields = ['age', 'age_days', 'birth_weight_g', 'days'] as const;
export const dateFields = ['admitted', 'discharged', 'settled'] as const;
export const flagFields = ['day_surgery', 'readmit_planned', 'refunded'] as const;
export const hoursFields = ['icu_hours', 'vent_hours'] as const;
export type NumberField = (typeof wholeFields)[number] | (typeof dateFields)[number] | (typeof flagFields)[number] | 'sex';

export type FieldKind =
  | { readonly kind: 'id' | 'patient' | 'list' }
  | { readonly kind: 'sex'; readonly field: 'sex' }
  | { readonly kind: 'word'; readonly field: WordField }
  | { readonly kind: 'whole'; readonly field: (typeof wholeFields)[number] }
  | { readonly kind: 'date'; readonly field: (typeof dateFields)[number] }
  | { readonly kind: 'flag'; readonly field: (typeof flagFields)[number] }
  | { readonly kind: 'hours'; readonly field: (typeof hoursFields)[number] }
  | { readonly kind: 'money'; readonly field: MoneyField }
  | { readonly kind: 'visit' }
  /** Whether the settlement stands: a row that does not is refused, so nothing of it is kept. */
  | { readonly kind: 'valid' }
  /** Fields of item lines, which are read apart from stays. */
  | { readonly kind: 'charge'; readonly field: ChargeField }
  | { readonly kind: 'insurer'; readonly field: 'insurer_drg' | 'insurer_weight' | 'insurer_payment' }
  /** What the amounts of several payers come to; a missing one of them is worked out from it. */
  | { readonly kind: 'sum'; readonly field: SumField };

export type SumField = 'fund_total' | 'patient_total';

export function kindOf(column: OwnColumn): FieldKind {
  if (isOne(wordFields, column)) return { kind: 'word', field: column };
  if (isOne(wholeFields, column)) return { kind: 'whole', field: column };
  if (isOne(dateFields, column)) return { kind: 'date', field: column };
  if (isOne(flagFields, column)) return { kind: 'flag', field: column };
  if (isOne(hoursFields, column)) return { kind: 'hours', field: column };
  if (isOne(moneyFields, column)) return { kind: 'money', field: column };
  if (isOne(chargeFields, column)) return { kind: 'charge', field: column };
  switch (column) {
    case 'sex':
      return { kind: 'sex', field: 'sex' };
    case 'stay_id':
      return { kind: 'id' };
    case 'patient_key':
      return { kind: 'patient' };
    case 'dx':
    case 'px':
      return { kind: 'list' };
    case 'visit_id':
      return { kind: 'visit' };
    case 'valid':
      return { kind: 'valid' };
    case 'insurer_drg':
    case 'insurer_weight':
    case 'insurer_payment':
      return { kind: 'insurer', field: column };
    case 'fund_total':
    case 'patient_total':
      return { kind: 'sum', field: column };
  }
}

const isOne = <T extends string>(fields: readonly T[], column: string): column is T => (fields as readonly string[]).includes(column);

/** What the amounts of each column are in. A person's word stands over the header, the header over a title above it, that over the profile. */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Unit } from './amount.ts';
import { unitOf } from './column-names.ts';
import { kindOf } from './fields.ts';
import type { Profile } from './profile.ts';

type Columns = {
  readonly profile: Profile;
  readonly columns: ReadonlyMap<OwnColumn, number>;
  readonly header: readonly string[];
  readonly given: ReadonlyMap<OwnColumn, Unit>;
  readonly unit: Unit | undefined;
};

export function amountUnits({ profile, columns, header, given, unit }: Columns): ReadonlyMap<OwnColumn, Unit> {
  const amounts = [...columns].filter(([field]) => isAmount(field));
  return new Map(
    amounts.map(([field, place]) => {
      const own = profile.columns[field]?.unit ?? 'yuan';
      return [field, given.get(field) ?? unitOf(header[place] ?? '') ?? (own === 'yuan' ? unit : undefined) ?? own];
    }),
  );
}

export function isAmount(field: OwnColumn): boolean {
  const { kind } = kindOf(field);
  return kind === 'money' || field === 'insurer_payment' || field === 'amount' || field === 'price';
}
